using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Contracts.ListContracts;

/// <summary>Contracts and orders the reader may see, newest first, and awards that wait for their contract.</summary>
/// <param name="After">The last deal of the page before.</param>
[Requires(ContractsPermissions.Read)]
public sealed record ListContracts(DocumentId? After = null) : IQuery<Result<ContractPage>>;

public sealed record ContractPage(IReadOnlyList<ContractRow> Rows, IReadOnlyList<ContractRow> AwaitingContract, DocumentId? Next);

/// <summary>One deal; an order is shown under its own number and opens its decision.</summary>
public sealed record ContractRow(
    DocumentId Id, string Kind, string Number, string NumberFa, string Subject, long? Amount, string SupplierName, string UnitName, DocumentState State, DateOnly? DueOn);

public interface IContractQueries
{
    Task<ContractPage> Page(UnitScope scope, PersonId reader, ListContracts asked, CancellationToken ct);
}

internal sealed class ListContractsHandler(IContractQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<ListContracts, Result<ContractPage>>
{
    public async Task<Result<ContractPage>> Handle(ListContracts query, CancellationToken cancellationToken) =>
        await queries.Page((await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today), actor.Person, query, cancellationToken);
}
