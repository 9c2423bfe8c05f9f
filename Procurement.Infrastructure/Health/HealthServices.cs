using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Procurement.Infrastructure.Health;

/// <summary>What must be right before requests may come in; each check carries the tag <see cref="Ready"/>.</summary>
internal sealed class HealthServices : ICapabilityServices
{
    public const string Ready = "ready";

    public void Add(IServiceCollection services, IConfiguration configuration) => services.AddHealthChecks()
        .AddCheck<DatabaseAnswers>("database", tags: [Ready])
        .AddCheck<NothingToMigrate>("migrations", tags: [Ready])
        .AddCheck<DiskHasRoom>("disk", tags: [Ready])
        .AddCheck<ClockIsRight>("clock", tags: [Ready])
        .AddCheck<CheckpointsKeepUp>("checkpoints", tags: [Ready]);
}
