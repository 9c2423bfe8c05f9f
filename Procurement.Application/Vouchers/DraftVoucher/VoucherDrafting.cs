using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Names;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers.DraftVoucher;

/// <summary>A voucher read against the invoices it pays.</summary>
internal sealed record ReadVoucher(DocumentId Deal, IReadOnlyList<SupplierInvoice> Invoices, Payee Payee, VoucherInput Input)
{
    public IReadOnlyList<DocumentId> InvoiceIds => [.. Invoices.Select(i => i.Id)];
}

/// <summary>Reads typed allocations against matched invoices of one deal, finds the payee's account, and works out what the settings withhold.</summary>
internal sealed class VoucherDrafting(
    IDocuments documents, IPayables payables, IVoucherRecords records, ICatalogueFacts catalogue, PaymentRules rules, NamedThings things, IBodyClock clock)
{
    public async Task<Result<ReadVoucher>> Read(VoucherForm typed, DocumentId? deal, CancellationToken ct)
    {
        var invoices = new List<SupplierInvoice>();
        foreach (var id in typed.Lines.Select(l => l.Invoice).Distinct())
        {
            if (await documents.Find<SupplierInvoice>(id, ct) is not { } invoice) return Refusal.NotFound("signoff.document-not-found");
            if (invoice.SignOff.State != DocumentState.InEffect) return Refusal.Rule("supplier-invoice.not-checked", invoice.SignOff.State);
            if (invoice.BasisId != (deal ??= invoice.BasisId)) return Refusal.Rule("payment-voucher.one-deal").At("Lines");
            invoices.Add(invoice);
        }

        if (invoices.Count == 0) return Refusal.Invalid("payment-voucher.no-lines", PaymentVoucher.MaxLines).At("Lines");
        var allocated = await Allocate(typed.Lines, invoices, ct);
        if (!allocated.Succeeded) return allocated.Plain();
        var payee = await PayeeOf(invoices[0], typed.ImprestIban, ct);
        if (!payee.Succeeded) return payee.Plain();
        var withheld = await Withhold(allocated.Value, invoices, ct);
        if (!withheld.Succeeded) return withheld.Plain();
        var others = Others(typed.Deductions, allocated.Value);
        if (!others.Succeeded) return others.Plain();

        return new ReadVoucher(deal!.Value, invoices, payee.Value, new VoucherInput(typed.Purpose, allocated.Value, [.. withheld.Value, .. others.Value]));
    }

    private async Task<Result<IReadOnlyList<Allocation>>> Allocate(IReadOnlyList<VoucherLineForm> typed, List<SupplierInvoice> invoices, CancellationToken ct)
    {
        var accounts = (await payables.Of([.. invoices.Select(i => i.Id)], ct)).ToDictionary(p => p.Line);
        var faults = new List<Refusal>();
        var read = new List<Allocation>();
        for (var i = 0; i < typed.Count; i++)
        {
            var field = FormattableString.Invariant($"Lines[{i}]");
            var invoice = invoices.First(x => x.Id == typed[i].Invoice);
            var amount = Rials.Of(typed[i].Amount);
            if (!amount.Succeeded) faults.Add(amount.Refusal.At($"{field}.Amount"));
            if (invoice.Lines.FirstOrDefault(l => l.Id == typed[i].InvoiceLine) is not { } line) faults.Add(Refusal.Invalid("payment-voucher.not-on-the-invoice", i + 1).At(field));
            else if (accounts.GetValueOrDefault(line.Id) is not { } account) faults.Add(Refusal.Rule("payment-voucher.line-not-matched", i + 1).At(field));
            else if (amount.Succeeded)
                read.Add(new Allocation(
                    new InvoiceBehind(invoice.Id, invoice.Number, invoice.SignOff.SealedSha256), line.Id, line.BasisLineId, line.ItemKind, line.Description,
                    account.Matched, account.Vouchered, amount.Value));
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<Allocation>>.RefusedBy(faults);
    }

    private async Task<Result<Payee>> PayeeOf(SupplierInvoice invoice, string? imprestIban, CancellationToken ct)
    {
        if (invoice.ByImprest)
        {
            var typed = Iban.Create(imprestIban);
            if (!typed.Succeeded) return typed.Refusal.At(nameof(VoucherForm.ImprestIban));
            var buyer = (await things.Find([invoice.BuyerId.Value], ct)).GetValueOrDefault(invoice.BuyerId.Value)?.Name ?? "";
            return new Payee(buyer, typed.Value, invoice.BuyerId);
        }

        var supplier = (await catalogue.Suppliers([invoice.SupplierId], ct)).GetValueOrDefault(invoice.SupplierId);
        var own = Iban.Create(supplier?.DefaultIban);
        return own.Succeeded ? new Payee(invoice.SupplierName, own.Value, null) : Refusal.Rule("payment-voucher.supplier-without-account", invoice.SupplierName);
    }

    /// <summary>Payments for services and works are withheld from by the rules in force; goods are not (law file 4.6).</summary>
    private async Task<Result<IReadOnlyList<DeductionInput>>> Withhold(IReadOnlyList<Allocation> lines, List<SupplierInvoice> invoices, CancellationToken ct)
    {
        var works = lines.Where(l => l.Kind != ItemKind.Goods).ToList();
        if (works.Count == 0) return Result<IReadOnlyList<DeductionInput>>.Of([]);
        var withholding = await rules.Withholding(clock.Today, ct);
        if (!withholding.Succeeded) return withholding.Plain();

        var parts = (await records.Matches([.. invoices.Select(i => i.Id)], ct)).SelectMany(m => m.Parts).ToLookup(p => p.InvoiceLineId);
        var price = works.Aggregate(Rials.Zero, (sum, l) => sum + WithoutTax(l, [.. parts[l.InvoiceLine]]));
        var (found, basis) = (withholding.Value.Value, withholding.Value.LegalBasis);
        return Result<IReadOnlyList<DeductionInput>>.Of(
        [
            .. new (DeductionKind Kind, long Rate)[] { (DeductionKind.Tax, found.Tax), (DeductionKind.SocialSecurity, found.SocialSecurity), (DeductionKind.Retention, found.Retention) }
                .Select(d => new DeductionInput(d.Kind, price, d.Rate, price.Percent(d.Rate), basis)).Where(d => !d.Amount.IsZero),
        ]);
    }

    /// <summary>The share of an allocation that is price; tax is not withheld from.</summary>
    private static Rials WithoutTax(Allocation line, IReadOnlyList<MatchPart> parts)
    {
        var price = parts.Sum(p => p.Price.Amount);
        return Rials.FromStored((long)((Int128)line.Amount.Amount * price / (price + parts.Sum(p => p.Tax.Amount))));
    }

    private static Result<IReadOnlyList<DeductionInput>> Others(IReadOnlyList<DeductionForm> typed, IReadOnlyList<Allocation> lines)
    {
        var gross = lines.Aggregate(Rials.Zero, (sum, l) => sum + l.Amount);
        var read = new List<DeductionInput>();
        for (var i = 0; i < typed.Count; i++)
        {
            var amount = Rials.Of(typed[i].Amount);
            if (!amount.Succeeded) return amount.Refusal.At(FormattableString.Invariant($"Deductions[{i}].Amount"));
            if (typed[i].Kind is not (DeductionKind.LatenessPenalty or DeductionKind.Other))
                return Refusal.Invalid("payment-voucher.deduction-follows-a-setting").At(FormattableString.Invariant($"Deductions[{i}].Kind"));
            read.Add(new DeductionInput(typed[i].Kind, gross, 0, amount.Value, typed[i].LegalBasis));
        }

        return Result<IReadOnlyList<DeductionInput>>.Of(read);
    }
}
