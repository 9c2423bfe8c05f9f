using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Identity;

/// <summary>Keeps the data protection's keys in the database, so that every node opens what another one sealed.</summary>
/// <remarks>The framework asks for keys in a call that cannot be awaited; it happens at start and once in ninety days.</remarks>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<ProtectionKeyRow>().Select(k => k.Xml).ToList();
        return rows.ConvertAll(XElement.Parse);
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        db.Add(new ProtectionKeyRow { Id = Guid.CreateVersion7(), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

internal static class ProtectionKeyServices
{
    private const string Application = "procurement";

    public static void AddProtectionKeys(this IServiceCollection services, SecurityOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName(Application);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IServiceScopeFactory>())));
        if (options.KeyCertificate is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, options.KeyCertificatePassword));
    }
}

/// <inheritdoc cref="ISecretBox"/>
internal sealed class SecretBox(IDataProtectionProvider protection) : ISecretBox
{
    public string Seal(byte[] secret, string purpose) => Convert.ToBase64String(Protector(purpose).Protect(secret));

    public byte[]? Open(string sealedText, string purpose)
    {
        try
        {
            return Protector(purpose).Unprotect(Convert.FromBase64String(sealedText));
        }
        catch (Exception foreign) when (foreign is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null; // sealed elsewhere or tampered with: to the caller it is simply not a secret of ours
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("identity", purpose);
}
