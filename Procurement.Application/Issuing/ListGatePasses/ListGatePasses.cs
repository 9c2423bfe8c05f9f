using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing.ListGatePasses;

/// <summary>Gate passes the reader may see, newest first.</summary>
[Requires(IssuingPermissions.Read)]
public sealed record ListGatePasses(PassFilter Only = PassFilter.All, DocumentId? After = null, StoreId? Store = null) : IQuery<Result<GatePassPage>>;

/// <summary>Which passes a list shows.</summary>
public enum PassFilter
{
    All = 1,

    /// <summary>Issued and not out yet.</summary>
    AtTheGate = 2,

    /// <summary>Out and not confirmed.</summary>
    OnTheWay = 3,

    /// <summary>The receiver disputes something, and nobody has decided.</summary>
    Disputed = 4,

    /// <summary>With a repairer or borrower, to come back.</summary>
    Away = 5,

    /// <summary>Not back on its day.</summary>
    Overdue = 6,
}

public sealed record GatePassPage(IReadOnlyList<GatePassRow> Rows, DocumentId? Next);

public sealed record GatePassRow(
    DocumentId Id, string Number, string NumberFa, string Destination, string Bearer, string Vehicle, string StoreName, string StoreNameEn, string Receiver, DocumentState State,
    DateTimeOffset? LeftAt, DateTimeOffset? ConfirmedAt, bool IsDisputed, int StoppedCount, DateTimeOffset OpenedAt,
    DateOnly? ReturnDue, bool IsAway, bool IsOverdue);

/// <summary>Finds the pass somebody holds before the guard: by its number, by the tail of it, or by what its printed code says.</summary>
[Requires(IssuingPermissions.Guard)]
public sealed record FindGatePass(string? Scanned) : IQuery<Result<IReadOnlyList<GatePassRow>>>;

/// <summary>What was stopped at the gates of the reader's units, newest first: keeper and inspector are told here.</summary>
[Requires(IssuingPermissions.SeeStopped)]
public sealed record ListStopped : IQuery<Result<IReadOnlyList<StoppedRow>>>;

public sealed record StoppedRow(DocumentId Pass, string Number, string NumberFa, string Scanned, string StoppedBy, DateTimeOffset StoppedAt, string UnitName, string UnitNameEn);

internal sealed class ListGatePassesHandler(IIssuingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListGatePasses, Result<GatePassPage>>
{
    public async Task<Result<GatePassPage>> Handle(ListGatePasses query, CancellationToken cancellationToken) =>
        await queries.Passes(query, (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, clock.Today, cancellationToken);
}

internal sealed class FindGatePassHandler(IIssuingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<FindGatePass, Result<IReadOnlyList<GatePassRow>>>
{
    public async Task<Result<IReadOnlyList<GatePassRow>>> Handle(FindGatePass query, CancellationToken cancellationToken)
    {
        var scanned = PersianText.ToLatinDigits(PersianText.Clean(query.Scanned));
        if (scanned.Length == 0) return Refusal.Invalid("gate-pass.nothing-scanned").At("Scan");

        var found = await queries.FindPass(ScannedPass.Read(scanned), (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, clock.Today, cancellationToken);
        return found.Count == 0 ? Refusal.NotFound("gate-pass.not-found", scanned).At("Scan") : Result<IReadOnlyList<GatePassRow>>.Of(found);
    }
}

internal sealed class ListStoppedHandler(IIssuingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListStopped, Result<IReadOnlyList<StoppedRow>>>
{
    public async Task<Result<IReadOnlyList<StoppedRow>>> Handle(ListStopped query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<StoppedRow>>.Of(await queries.Stopped((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), cancellationToken));
}

/// <summary>What was scanned, read as far as it can be: a document's id out of a printed code, a full number, or the tail of one.</summary>
public sealed record ScannedPass(DocumentId? Id, string? SeriesCode, int? Year, int? Serial)
{
    private const int IdLength = 32;

    public static ScannedPass Read(string scanned)
    {
        ArgumentNullException.ThrowIfNull(scanned);

        // The printed code holds an address; the id is the first part of it that reads as one.
        foreach (var part in scanned.Split('/', '?', '&', '=', '#'))
        {
            var bare = part.Replace("-", "", StringComparison.Ordinal);
            if (bare.Length == IdLength && Guid.TryParseExact(bare, "N", out var id)) return new ScannedPass(new DocumentId(id), null, null, null);
        }

        return DocumentNumber.TryParse(scanned, out var number)
            ? new ScannedPass(null, number.SeriesCode, number.FiscalYear.Year, number.Serial)
            : new ScannedPass(null, null, null, DocumentNumber.Tail(scanned));
    }
}
