using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Application.Identity.Door;
using Procurement.Application.Identity.FirstAdministrator;
using Procurement.Domain.Identity;

namespace Procurement.Infrastructure.Identity;

/// <inheritdoc cref="IFirstAdministrator"/>
internal sealed class FirstAdministratorLink(
    IServiceScopeFactory scopes, SystemDoor door, IServiceProvider services, IOptions<SecurityOptions> options, ILogger<FirstAdministratorLink> log)
    : IFirstAdministrator
{
    private const string Page = "/account/first";

    public async Task<string?> OfferIfNobodyIs(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAccounts>().Any(ct) ? null : await Offer(ct);
    }

    public async Task<string> Offer(CancellationToken ct)
    {
        var given = await door.Send(new GiveFirstLink(), null, null, ct);
        var link = $"{BaseAddress()}{Page}?link={given.Value}";
        var file = await Write(link, ct);
        log.LogWarning(
            "Nobody can administer yet, or a new administrator was asked for. Open this link within {Hours} hours, once: {Link} (also in {File})",
            OneTimeSecret.LifeOf(SecretPurpose.FirstAdministrator).TotalHours, link, file);
        return link;
    }

    public void Forget() => File.Delete(FilePath());

    private async Task<string> Write(string link, CancellationToken ct)
    {
        var path = FilePath();
        if (Path.GetDirectoryName(path) is { } folder) Directory.CreateDirectory(folder);
        // Made closed to others and then moved into place: at no moment can anybody else read it, or half of it.
        var making = $"{path}.{Guid.CreateVersion7():N}";
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var stream = new FileStream(making, how))
        await using (var writer = new StreamWriter(stream))
        {
            await writer.WriteLineAsync(link.AsMemory(), ct);
        }

        File.Move(making, path, overwrite: true);
        return path;
    }

    private string FilePath() => Path.GetFullPath(options.Value.FirstAdministratorFile);

    private string BaseAddress()
    {
        if (options.Value.PublicAddress is { Length: > 0 } address) return address.TrimEnd('/');
        var listening = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (listening ?? "http://localhost:5080")
            .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
