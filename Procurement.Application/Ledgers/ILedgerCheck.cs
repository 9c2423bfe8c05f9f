namespace Procurement.Application.Ledgers;

/// <summary>
/// Recomputes something stored from what it follows from: a balance from its moves, a series from its documents. Found by scan; run by
/// the verb <c>check-ledger</c>, after a restore and by crash tests.
/// </summary>
public interface ILedgerCheck
{
    /// <summary>What is compared, in the words of the table names; for the administrator.</summary>
    string Name { get; }

    /// <summary>Every difference in a line of its own that names the key it is at; empty when all agree.</summary>
    Task<IReadOnlyList<string>> Differences(CancellationToken ct);
}
