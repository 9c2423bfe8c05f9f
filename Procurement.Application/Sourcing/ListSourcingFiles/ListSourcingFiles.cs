using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.ListSourcingFiles;

/// <summary>Sourcing files of the reader's units and those given to him, the newest first.</summary>
/// <param name="State">Only in this state; null for all.</param>
/// <param name="Class">Only of this class.</param>
/// <param name="Buyer">Only of this buyer.</param>
/// <param name="After">The last file of the page before.</param>
[Requires(SourcingPermissions.Read)]
public sealed record ListSourcingFiles(SourcingFileState? State = null, DealClass? Class = null, PersonId? Buyer = null, SourcingFileId? After = null) : IQuery<Result<SourcingFilePage>>;

public sealed record SourcingFilePage(IReadOnlyList<SourcingFileRow> Rows, SourcingFileId? Next);

/// <param name="Id">The file.</param>
/// <param name="Subject">Its lines in words.</param>
/// <param name="LineCount">How many lines.</param>
/// <param name="UnitName">The unit it is bought for.</param>
/// <param name="BuyerId">The buyer.</param>
/// <param name="Buyer">By name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Class">Its class.</param>
/// <param name="Method">Its method.</param>
/// <param name="Estimate">The estimate of all lines.</param>
/// <param name="PricesNoted">Prices noted so far.</param>
/// <param name="OpenFindings">Findings that wait for a decision.</param>
/// <param name="DecisionId">Its decision; null while there is none.</param>
/// <param name="OpenedAt">Since when.</param>
public sealed record SourcingFileRow(
    SourcingFileId Id, string Subject, int LineCount, string UnitName, PersonId BuyerId, string Buyer, SourcingFileState State, DealClass Class, PurchaseMethod Method, Rials Estimate,
    int PricesNoted, int OpenFindings, DocumentId? DecisionId, DateTimeOffset OpenedAt);

internal sealed class ListSourcingFilesHandler(ISourcingQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListSourcingFiles, Result<SourcingFilePage>>
{
    public async Task<Result<SourcingFilePage>> Handle(ListSourcingFiles query, CancellationToken cancellationToken) =>
        await queries.Files((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, query, cancellationToken);
}
