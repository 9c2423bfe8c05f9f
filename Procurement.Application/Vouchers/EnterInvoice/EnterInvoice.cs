using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.EnterInvoice;

/// <summary>The buyer enters the supplier's invoice on one of his deals.</summary>
[Requires(VouchersPermissions.EnterInvoice)]
public sealed record EnterInvoice(DocumentId Deal, InvoiceForm Invoice) : ICommand<Result<DocumentId>>;

/// <summary>Types one's own draft anew.</summary>
[Requires(VouchersPermissions.EnterInvoice)]
public sealed record RewriteInvoice(DocumentId DocumentId, int SeenVersion, InvoiceForm Invoice) : ICommand<Result>;

/// <summary>An invoice as typed; amounts in rials, quantities in base units.</summary>
public sealed record InvoiceForm(string? Number, DateOnly? Date, string? TaxMemoryId, long StatedTotal, IReadOnlyList<InvoiceLineForm> Lines);

public sealed record InvoiceLineForm(Guid BasisLine, decimal Quantity, long UnitPrice, long Tax);

internal sealed class EnterInvoiceHandler(
    IDocuments documents, IOrderFacts orders, ICatalogueFacts catalogue, IPayables payables, ChartOfCall charts, Desk desk, IBodyClock clock)
    : ICommandHandler<EnterInvoice, Result<DocumentId>>
{
    public async Task<Result<DocumentId>> Handle(EnterInvoice command, CancellationToken cancellationToken)
    {
        var chart = await charts.Get(cancellationToken);
        if (await orders.Find(command.Deal, cancellationToken) is not { } deal || !chart.ScopeOf(desk.Me.Person, clock.Today).Covers(deal.UnitId))
            return Refusal.NotFound("supplier-invoice.deal-not-found");
        if (!deal.IsInEffect) return Refusal.Rule("supplier-invoice.deal-not-in-effect", deal.NumberFa);
        var input = InvoiceReading.Read(deal, command.Invoice);
        if (!input.Succeeded) return input.Plain();

        var unit = chart.Unit(deal.UnitId)!;
        var supplier = (await catalogue.Suppliers([deal.SupplierId], cancellationToken)).GetValueOrDefault(deal.SupplierId);
        var entered = SupplierInvoice.Enter(
            (unit.Id, unit.Code),
            new BilledDeal(deal.Id, deal.SupplierId, deal.SupplierName, supplier?.Identifier ?? "", supplier?.EconomicCode ?? "", deal.BuyerId, deal.Form == DealForm.Imprest),
            input.Value, desk.Me, deal.Sheet);
        if (!entered.Succeeded) return entered.Plain();
        if (await payables.NumberTakenBy(deal.SupplierId, entered.Value.Number, cancellationToken) is not null)
            return Refusal.Rule("supplier-invoice.number-taken", entered.Value.Number).At(nameof(InvoiceForm.Number));

        documents.Add(entered.Value);
        return entered.Value.Id;
    }
}

internal sealed class RewriteInvoiceHandler(IDocuments documents, IOrderFacts orders, IPayables payables, Desk desk) : ICommandHandler<RewriteInvoice, Result>
{
    public async Task<Result> Handle(RewriteInvoice command, CancellationToken cancellationToken)
    {
        if (await documents.Find<SupplierInvoice>(command.DocumentId, cancellationToken) is not { } invoice
            || await orders.Find(invoice.BasisId, cancellationToken) is not { } deal)
            return Refusal.NotFound("signoff.document-not-found");
        if (invoice.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, invoice.SignOff.ContentVersion);
        var input = InvoiceReading.Read(deal, command.Invoice);
        if (!input.Succeeded) return input.Plain();

        var written = invoice.Rewrite(input.Value, desk.Me);
        if (!written.Succeeded) return written;
        return await payables.NumberTakenBy(invoice.SupplierId, invoice.Number, cancellationToken) is { } other && other != invoice.Id
            ? Refusal.Rule("supplier-invoice.number-taken", invoice.Number).At(nameof(InvoiceForm.Number))
            : Result.Ok;
    }
}

/// <summary>Reads typed lines against the deal they bill.</summary>
internal static class InvoiceReading
{
    public static Result<SupplierInvoiceInput> Read(DealFacts deal, InvoiceForm typed)
    {
        var faults = new List<Refusal>();
        if (typed.Date is null) faults.Add(Refusal.Invalid("supplier-invoice.date-missing").At(nameof(typed.Date)));
        var total = Rials.Of(typed.StatedTotal);
        if (!total.Succeeded) faults.Add(total.Refusal.At(nameof(typed.StatedTotal)));
        var lines = new List<BilledLine>();
        for (var i = 0; i < typed.Lines.Count; i++)
        {
            var line = typed.Lines[i];
            var field = FormattableString.Invariant($"Lines[{i}]");
            var quantity = Quantity.Of(line.Quantity);
            var price = Rials.Of(line.UnitPrice);
            var tax = Rials.Of(line.Tax);
            if (!quantity.Succeeded) faults.Add(quantity.Refusal.At($"{field}.Quantity"));
            if (!price.Succeeded) faults.Add(price.Refusal.At($"{field}.UnitPrice"));
            if (!tax.Succeeded) faults.Add(tax.Refusal.At($"{field}.Tax"));
            if (deal.Lines.FirstOrDefault(l => l.LineId == line.BasisLine) is not { } agreed)
                faults.Add(Refusal.Invalid("supplier-invoice.not-in-the-deal", i + 1).At(field));
            else if (quantity.Succeeded && price.Succeeded && tax.Succeeded)
                lines.Add(new BilledLine(agreed.LineId, agreed.Kind, agreed.Item, agreed.Description, agreed.UnitName, quantity.Value, price.Value, tax.Value));
        }

        return faults.Count == 0
            ? new SupplierInvoiceInput(typed.Number, typed.Date!.Value, typed.TaxMemoryId, total.Value, lines)
            : Result<SupplierInvoiceInput>.RefusedBy(faults);
    }
}
