namespace Procurement.Infrastructure.AuditTrail;

/// <summary>How this installation signs and hands out the state of its log, from the configuration section <c>AuditTrail</c>.</summary>
public sealed class AuditTrailOptions
{
    public const string Section = "AuditTrail";

    /// <summary>The name of this log, the same for its whole life; by custom an address without scheme (<c>procurement.example.ir/audit</c>).</summary>
    /// <value>Default: <c>procurement/audit</c>.</value>
    public string Origin { get; init; } = "procurement/audit";

    /// <summary>The private key, outside the database. Nodes that work on one database share it.</summary>
    public string KeyFile { get; init; } = Path.Combine("data", "checkpoint-key.pem");

    /// <summary>Where checkpoints are put for handing out; whoever holds one can refute a later rewriting.</summary>
    public string Exports { get; init; } = Path.Combine("data", "checkpoints");

    /// <summary>How often new leaves are covered by a checkpoint.</summary>
    /// <value>Default: ten minutes.</value>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The hour in Tehran after which the day's checkpoint is exported under the day's name.</summary>
    /// <value>Default: 16:00.</value>
    public TimeOnly DayClosesAt { get; init; } = new(16, 0);
}
