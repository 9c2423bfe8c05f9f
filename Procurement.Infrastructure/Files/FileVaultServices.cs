using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Files;

/// <summary>Wires the attachment vault into the container.</summary>
internal sealed class FileVaultServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(FileVaultOptions.Section).Get<FileVaultOptions>() ?? new FileVaultOptions();
        services.AddSingleton(options);
        services.AddSingleton<IFileVault>(provider => new FileVault(
            options,
            options.ScannerSocket is { Length: > 0 } socket ? new ClamAvScanner(socket, options.ScanTimeout) : null,
            provider.GetRequiredService<ILogger<FileVault>>()));
    }
}
