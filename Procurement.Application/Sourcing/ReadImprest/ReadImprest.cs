using Procurement.Application.Settings;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Application.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Sourcing.ReadImprest;

/// <summary>The buyer's own imprest: what is out, what may still be bought, what must be settled when (PAL art. 36).</summary>
[Requires(SourcingPermissions.Buy)]
public sealed record ReadImprest : IQuery<Result<ImprestView>>;

/// <param name="Ceiling">What may be out at one time; null while nobody entered it.</param>
/// <param name="Open">What is out and not settled.</param>
/// <param name="Free">What may still be bought; zero while a purchase is open past its day.</param>
/// <param name="Purchases">The newest first.</param>
public sealed record ImprestView(Rials? Ceiling, Rials Open, Rials Free, IReadOnlyList<ImprestRow> Purchases);

public sealed record ImprestRow(DocumentId DecisionId, string Subject, Rials Amount, DateOnly BoughtOn, DateOnly SettleBy, bool IsOpen, bool IsLate, DocumentId? Settlement, bool IsAccounted);

internal sealed class ReadImprestHandler(IOrderBooks books, ISettings settings, IDocumentLines documents, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ReadImprest, Result<ImprestView>>
{
    private const int Shown = 100;

    public async Task<Result<ImprestView>> Handle(ReadImprest query, CancellationToken cancellationToken)
    {
        var book = await books.FindImprest(actor.Person, cancellationToken);
        var limits = await settings.Require(SourcingSettings.ImprestLimits, clock.Today, cancellationToken);
        var purchases = (book?.Purchases ?? []).OrderByDescending(p => p.BoughtOn).ThenByDescending(p => p.DecisionId).Take(Shown).ToList();
        var named = (await documents.Of(
            [.. purchases.Select(p => p.DecisionId)], DocumentSight.Of(await charts.Get(cancellationToken), actor.Person, clock.Today), cancellationToken)).ToDictionary(d => d.DocumentId);
        var rows = purchases.ConvertAll(p => new ImprestRow(
            p.DecisionId, named.GetValueOrDefault(p.DecisionId)?.Subject ?? "", p.Amount, p.BoughtOn, p.SettleBy, p.IsOpen, p.IsLate(clock.Today), p.SettlementId, p.AccountedAt is not null));
        var open = book?.Open ?? Rials.Zero;
        var ceiling = limits.Succeeded ? limits.Value.Value.Ceiling : (Rials?)null;
        var free = ceiling is { } most && most > open && !rows.Exists(r => r.IsLate) ? most.Minus(open).Value : Rials.Zero;
        return new ImprestView(ceiling, open, free, rows);
    }
}
