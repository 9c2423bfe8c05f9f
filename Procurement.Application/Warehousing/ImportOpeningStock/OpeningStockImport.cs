using Procurement.Application.Imports;
using Procurement.Application.Organisation;
using Procurement.Application.SignOff;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Warehousing.ImportOpeningStock;

/// <summary>
/// Drafts the first counts of stores from a file (موجودی اول دوره): one draft for each store, day and basis, and another whenever one is
/// full. The goods stand in the books when the drafts are signed, not before.
/// </summary>
internal sealed class OpeningStockImport(
    IDocuments documents, IStockFacts stock, StoreSight sight, OpeningLines lines, Desk desk) : IImport
{
    private static readonly ImportColumn StoreCode = new("store", "کد انبار", "Store code", ColumnValue.Code) { Required = true, Example = "ANB", Also = ["انبار"] };

    private static readonly ImportColumn CountedOn = new("countedOn", "تاریخ شمارش", "Counted on", ColumnValue.Day) { Required = true, Example = "1405/01/05" };

    private static readonly ImportColumn Basis = new("basis", "مستند", "Basis")
    {
        Required = true,
        Example = "صورت‌جلسه انبارگردانی شماره ۱۲ مورخ ۱۴۰۵/۰۱/۰۵",
        Also = ["صورت‌جلسه", "مبنا"],
    };

    private static readonly ImportColumn Item = new("item", "کد کالا", "Item code", ColumnValue.Code) { Required = true, Example = "KAG-A4", Also = ["کد", "کد قلم"] };
    private static readonly ImportColumn Bin = new("bin", "محل", "Bin", ColumnValue.Code) { Required = true, Example = "A1", Also = ["قفسه", "کد محل"] };
    private static readonly ImportColumn LotCode = new("lot", "سری ساخت", "Lot", ColumnValue.Code) { Also = ["بچ"] };
    private static readonly ImportColumn ExpiresOn = new("expiresOn", "تاریخ انقضا", "Expires on", ColumnValue.Day) { Also = ["انقضا"] };
    private static readonly ImportColumn Count = new("quantity", "مقدار", "Quantity", ColumnValue.Number) { Required = true, Example = "۱۲۰", Also = ["تعداد", "موجودی"] };

    private static readonly ImportColumn UnitValue = new("unitValue", "بهای واحد (ریال)", "Unit value (rials)", ColumnValue.Whole)
    {
        Required = true,
        Example = "۲٬۴۵۰٬۰۰۰",
        Also = ["فی", "ارزش واحد"],
    };

    public ImportDefinition Definition { get; } =
        new("opening-stock", WarehousingPermissions.DraftOpening, [StoreCode, CountedOn, Basis, Item, Bin, LotCode, ExpiresOn, Count, UnitValue]) { InSomebodysName = true };

    public async Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var open = (await stock.StoresIn(await sight.Scope(ct), ct)).ToDictionary(s => s.Code, s => s.Id, StringComparer.Ordinal);
        var counted = new List<CountedRow>();
        var seen = new HashSet<(StoreId, string, string, string)>();
        foreach (var row in rows)
        {
            if (Read(row, open) is not { } line) continue;
            if (seen.Add((line.Store, Folded(line.Form.Item), Folded(line.Form.Bin), PersianText.Clean(line.Form.Lot)))) counted.Add(line);
            else row.Refuse(Item, Refusal.Invalid("imports.line-twice"));
        }

        var drafts = new List<Guid>();
        var entered = 0;
        foreach (var count in counted.GroupBy(l => (l.Store, l.CountedOn, l.Basis)))
        {
            foreach (var part in count.Chunk(OpeningBalance.MaxLines))
            {
                if (await Draft(count.Key.Store, part, ct) is not { } draft) continue;
                drafts.Add(draft);
                entered += part.Length;
            }
        }

        return new ImportTally(entered, drafts);
    }

    private static CountedRow? Read(ImportRow row, Dictionary<string, StoreId> stores)
    {
        var (day, expires, quantity, value) = (row.Day(CountedOn), row.Day(ExpiresOn), row.Amount(Count), row.Whole(UnitValue));
        if (!row.Needs(StoreCode, CountedOn, Basis, Item, Bin, Count, UnitValue)) return null;

        var code = Folded(row.Text(StoreCode));
        if (!stores.TryGetValue(code, out var store)) row.Refuse(StoreCode, Refusal.Invalid("imports.store-not-found", code));
        return row.IsFaulty || day is not { } on || quantity is not { } amount || value is not { } worth
            ? null
            : new CountedRow(row, store, on, row.Text(Basis), new OpeningLineForm(row.Text(Item), row.Text(Bin), row.Text(LotCode), expires, amount, worth));
    }

    /// <summary>Drafts one document of the rows; when it is refused, each refusal goes to its row, or to the first one.</summary>
    private async Task<Guid?> Draft(StoreId storeId, CountedRow[] rows, CancellationToken ct)
    {
        var store = await sight.FindOwn(storeId, ct);
        var drafted = store.Succeeded ? OpeningBalance.Draft(store.Value, rows[0].CountedOn, rows[0].Basis, desk.Me) : store.Plain();
        if (!drafted.Succeeded)
        {
            rows[0].Row.Refuse(drafted.Refusals);
            return null;
        }

        var read = await lines.Read(storeId, [.. rows.Select(r => r.Form)], ct);
        var filled = read.Succeeded ? drafted.Value.ReplaceLines(read.Value, desk.Me) : read.Plain();
        if (!filled.Succeeded)
        {
            var typed = Array.ConvertAll(rows, r => r.Row);
            foreach (var refusal in filled.Refusals) Refuse(ImportRow.NamedBy(refusal, typed), refusal);
            return null;
        }

        documents.Add(drafted.Value);
        return drafted.Value.Id.Value;
    }

    /// <summary>The form counts its lines from 1; who reads about a file wants the number of the file's row.</summary>
    private static void Refuse(ImportRow row, Refusal refusal) =>
        row.Refuse([refusal.Field is not null && refusal.Args is [int, ..] ? refusal with { Args = [row.Number, .. refusal.Args[1..]] } : refusal]);

    private static string Folded(string? code) => PersianText.ToLatinDigits(PersianText.Clean(code)).ToUpperInvariant();

    private sealed record CountedRow(ImportRow Row, StoreId Store, DateOnly CountedOn, string Basis, OpeningLineForm Form);
}
