using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Organisation;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Issuing;

/// <summary>A line of a voucher as the form or the API sends it.</summary>
/// <param name="RequestLine">The line of the request.</param>
/// <param name="Quantity">How much, in the item's base unit.</param>
/// <param name="Item">The code of another item than the one asked for; null for the same.</param>
/// <param name="SubstituteReason">Why another one.</param>
/// <param name="Pieces">The property numbers, for state property.</param>
/// <param name="Custodian">Who will answer for the pieces.</param>
/// <param name="Room">Where they go.</param>
public sealed record IssueLineForm(
    Guid RequestLine, decimal Quantity, string? Item = null, string? SubstituteReason = null, IReadOnlyList<string>? Pieces = null, PersonId? Custodian = null,
    string? Room = null);

/// <summary>Turns typed lines into the domain's, with what the catalogue, the store and the accounts know of each.</summary>
internal sealed class IssueLines(ICatalogueFacts catalogue, IStockFacts stock, IValueFacts values, IPropertyBook book, ChartOfCall charts)
{
    public async Task<Result<IReadOnlyList<IssueLineInput>>> Read(GoodsRequest request, StoreFact store, IReadOnlyList<IssueLineForm> typed, CancellationToken ct)
    {
        var asked = request.Lines.ToDictionary(l => l.Id);
        var codes = typed.Select(t => Code(t.Item)).Where(c => c.Length > 0).Distinct().ToList();
        var others = new Dictionary<string, ItemFacts>(await catalogue.ItemsByCode(codes, ct), StringComparer.OrdinalIgnoreCase);
        var items = await catalogue.Items([.. request.Lines.Select(l => l.Item).Concat(others.Values.Select(o => o.Id)).Distinct()], ct);
        var held = (await stock.ReservedBy(request.Id, ct)).Where(r => r.Store == store.Id).ToLookup(r => r.Line, r => r.Open.Scaled);
        var chart = await charts.Get(ct);
        var worth = await values.WorthOf(AccountingEntity.Of(chart, store.UnitId), [.. items.Keys], ct);
        var numbers = typed.SelectMany(t => t.Pieces ?? []).Select(PropertyNumber.Create).Where(n => n.Succeeded).Select(n => n.Value).Distinct().ToList();
        var pieces = (await book.ByNumbers(numbers, ct)).ToDictionary(p => p.Number.Value);

        var faults = new List<Refusal>();
        var read = new List<IssueLineInput>();
        for (var i = 0; i < typed.Count; i++)
        {
            var line = Line(typed[i], i);
            if (line.Succeeded) read.Add(line.Value);
            else faults.AddRange(line.Refusals);
        }

        return faults.Count == 0 ? read : Result<IReadOnlyList<IssueLineInput>>.RefusedBy(faults);

        Result<IssueLineInput> Line(IssueLineForm form, int index)
        {
            Refusal At(Refusal refusal, string field) => refusal.At(FormattableString.Invariant($"Lines[{index}].{field}"));

            var other = Code(form.Item);
            ItemFacts? item = null;
            if (other.Length > 0) item = others.GetValueOrDefault(other);
            else if (asked.TryGetValue(form.RequestLine, out var line)) item = items.GetValueOrDefault(line.Item);
            if (item is null) return At(Refusal.Invalid("issue-voucher.item-unknown", index + 1, other), "Item");
            if (item is not { Kind: ItemKind.Goods, Class: { } goodsClass }) return At(Refusal.Invalid("issue-voucher.not-goods", index + 1, item.Name), "Item");

            var quantity = Quantity.Of(form.Quantity);
            if (!quantity.Succeeded) return At(quantity.Refusal, "Quantity");
            var measured = item.Measures(quantity.Value);
            if (!measured.Succeeded) return At(measured.Refusal, "Quantity");
            if (form.Custodian is { } custodian && !chart.IsActive(custodian)) return At(Refusal.Rule("issue-voucher.custodian-left", index + 1), "Custodian");

            var found = new List<PropertyItem>();
            foreach (var number in form.Pieces ?? [])
            {
                var spelled = PropertyNumber.Create(number);
                if (!spelled.Succeeded) return At(spelled.Refusal, "Pieces");
                if (!pieces.TryGetValue(spelled.Value.Value, out var piece)) return At(Refusal.Rule("issue-voucher.piece-not-here", spelled.Value.Value), "Pieces");
                found.Add(piece);
            }

            return new IssueLineInput(
                form.RequestLine, new IssuedItem(item.Id, item.Code, goodsClass, item.NeedsExpertCheck), quantity.Value,
                Quantity.FromScaled(held[form.RequestLine].Sum()), worth.GetValueOrDefault(item.Id)?.Of(quantity.Value) ?? Rials.Zero)
            {
                Pieces = found,
                Custodian = form.Custodian,
                Room = form.Room,
                SubstituteReason = form.SubstituteReason,
            };
        }
    }

    private static string Code(string? typed) => PersianText.ToLatinDigits(PersianText.Clean(typed));
}
