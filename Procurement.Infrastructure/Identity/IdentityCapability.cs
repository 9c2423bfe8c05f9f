using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Procurement.Application.Identity;
using Procurement.Application.Identity.FirstAdministrator;
using Procurement.Application.Identity.Passkeys;
using Procurement.Domain.Identity;
using Procurement.Infrastructure.Printing;

namespace Procurement.Infrastructure.Identity;

/// <summary>What the door needs from the database, the framework's cryptography and the file system.</summary>
internal sealed class IdentityCapability : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SecurityOptions.Section);
        services.AddOptions<SecurityOptions>().Bind(section).Validate(
            options => options.SecondFactorCapacities() is not null && options is { LockOutAttempts: > 0, SignInsPerMinute: > 0 },
            "The section Security is wrong.").ValidateOnStart();
        services.AddProtectionKeys(section.Get<SecurityOptions>() ?? new SecurityOptions());
        services.AddDoor();
        services.AddHttpContextAccessor();
        services.TryAddSingleton<ICallerOrigin, LocalOrigin>();

        services.AddScoped<IAccounts, AccountStore>();
        services.AddScoped<ILoginSessions, LoginSessionStore>();
        services.AddScoped<IDoorRecords, DoorRecords>();
        services.AddScoped<IFoundingRecords, FoundingRecords>();
        services.AddScoped<ILoginQueries, LoginQueries>();
        services.AddScoped<IEdgeChecks, EdgeChecks>();
        services.AddScoped<IFormStash, FormStash>();
        services.AddSingleton<IPasswordHashes, PasswordHashes>();
        services.AddSingleton<ISecretBox, SecretBox>();
        services.AddSingleton<IQrPictures, QrPictures>();
        services.AddSingleton<IFirstAdministrator, FirstAdministratorLink>();

        services.AddIdentityCore<PasskeyOwner>();
        services.AddScoped<IUserStore<PasskeyOwner>, PasskeyOwners>();
        services.AddScoped<IPasskeyHandler<PasskeyOwner>, PasskeyHandler<PasskeyOwner>>();
        services.AddScoped<IPasskeyCeremony, PasskeyCeremony>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey stands for password and second factor at once, so the device must have asked for finger, face or number.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            if (section[nameof(SecurityOptions.PublicAddress)] is { Length: > 0 } address) options.ServerDomain = new Uri(address).Host;
        });
    }

    private sealed class QrPictures : IQrPictures
    {
        public QrPicture Draw(string text)
        {
            var code = QrSvg.Draw(text);
            return new QrPicture(code.Width, code.Path);
        }
    }

    /// <summary>No request, no origin: verbs and jobs on the machine itself.</summary>
    private sealed class LocalOrigin : ICallerOrigin
    {
        public CallerOrigin Current => CallerOrigin.Local;
    }
}
