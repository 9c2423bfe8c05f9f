using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Pipeline;

/// <summary>A capability's unique indexes and the refusal each violation means; found by scan.</summary>
public interface IUniqueIndexRefusals
{
    /// <summary>Index name as the database has it (<c>ix_org_unit_code</c>), and the refusal.</summary>
    IEnumerable<(string Index, Refusal Refusal)> Refusals { get; }
}

/// <summary>Turns a violated unique index into the refusal its capability names; the same on both engines.</summary>
public sealed class UniqueRefusals(IEnumerable<IUniqueIndexRefusals> sources)
{
    private readonly Dictionary<string, Refusal> _byIndex = sources.SelectMany(s => s.Refusals).ToDictionary(r => r.Index, r => r.Refusal, StringComparer.Ordinal);

    public Refusal? Find(ProcurementDb db, Exception fault) =>
        DatabaseFaults.ViolationOf(fault, db) is { Kind: ViolationKind.Unique } broken ? _byIndex.GetValueOrDefault(broken.Name) : null;
}
