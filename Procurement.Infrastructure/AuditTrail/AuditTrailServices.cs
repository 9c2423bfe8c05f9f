using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.AuditTrail;
using Procurement.Application.AuditTrail.Checkpoints;
using Procurement.Application.AuditTrail.Proofs;
using Procurement.Application.AuditTrail.VerifyLog;

namespace Procurement.Infrastructure.AuditTrail;

/// <summary>The log, its checkpoints and the key they are signed with.</summary>
internal sealed class AuditTrailServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(AuditTrailOptions.Section).Get<AuditTrailOptions>() ?? new AuditTrailOptions();
        services.AddSingleton(options);
        services.AddSingleton<ICheckpointKey>(_ => CheckpointKeyFile.Open(options.KeyFile, options.Origin));
        services.AddSingleton<CheckpointExports>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<CheckpointKeeper>();
        services.AddScoped<LogVerifier>();
        services.AddScoped<ProofMaker>();
        services.AddSingleton<CheckpointJob>();
        services.AddHostedService(provider => provider.GetRequiredService<CheckpointJob>());
    }
}
