using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Vouchers.StartImprestSettlement;

/// <summary>What a buyer may account for: his open purchases that are in no settlement.</summary>
[Requires(VouchersPermissions.EnterInvoice)]
public sealed record StartImprestSettlement : IQuery<Result<IReadOnlyList<OpenPurchase>>>;

/// <param name="Decision">The decision that bought.</param>
/// <param name="What">What was bought.</param>
/// <param name="Bought">Its amount.</param>
/// <param name="Spent">What checked invoices and accepted goods prove of it; zero while nothing does.</param>
/// <param name="Invoices">The invoices' numbers.</param>
/// <param name="SettleBy">The last day to account for it.</param>
/// <param name="IsLate">That day is over.</param>
public sealed record OpenPurchase(DocumentId Decision, string What, Rials Bought, Rials Spent, IReadOnlyList<string> Invoices, DateOnly SettleBy, bool IsLate);

internal sealed class StartImprestSettlementHandler(ProvenPurchases purchases, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<StartImprestSettlement, Result<IReadOnlyList<OpenPurchase>>>
{
    public async Task<Result<IReadOnlyList<OpenPurchase>>> Handle(StartImprestSettlement query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<OpenPurchase>>.Of(
        [
            .. (await purchases.Of(actor.Person, cancellationToken)).Select(p => new OpenPurchase(
                p.Proven.Decision, p.Proven.What, p.Proven.Bought, p.Proven.Spent, p.Proven.Invoices, p.SettleBy, p.SettleBy < clock.Today)),
        ]);
}
