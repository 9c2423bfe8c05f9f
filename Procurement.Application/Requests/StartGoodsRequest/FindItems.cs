using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Requests.StartGoodsRequest;

/// <summary>Reads what people type into a line's item field: a code, or enough of a name that only one item fits.</summary>
/// <param name="Typed">What was typed, one text a line.</param>
/// <param name="GoodsOnly">Leaves services and works out, which no store has.</param>
[Requires(RequestsPermissions.DraftGoodsRequest)]
public sealed record FindItems(IReadOnlyList<string?> Typed, bool GoodsOnly = true) : IQuery<Result<IReadOnlyList<TypedItem>>>;

/// <summary>What one typed text means.</summary>
/// <param name="Found">The one item it names; null when none or several fit.</param>
/// <param name="Fitting">The first few that fit.</param>
public sealed record TypedItem(ItemSuggestion? Found, IReadOnlyList<ItemSuggestion> Fitting)
{
    /// <summary>Whether the words were the item's code or one of its names in full.</summary>
    public bool IsLiteral(string? typed)
    {
        var folded = PersianText.Fold(typed ?? "");
        return Found is { } item && (folded == PersianText.Fold(item.Code) || folded == PersianText.Fold(item.Name) || folded == PersianText.Fold(item.NameEn));
    }
}

public sealed record ItemSuggestion(ItemId Id, string Code, string Name, string NameEn, string Unit, string UnitEn);

internal sealed class FindItemsHandler(ICatalogueFacts catalogue, Catalogue.ICategoryStore categories, IItemQueries items)
    : IQueryHandler<FindItems, Result<IReadOnlyList<TypedItem>>>
{
    private const int Shown = 8;

    public async Task<Result<IReadOnlyList<TypedItem>>> Handle(FindItems query, CancellationToken cancellationToken)
    {
        var typed = query.Typed.Select(t => PersianText.Clean(t)).ToList();
        var coded = await catalogue.ItemsByCode([.. typed.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)], cancellationToken);
        var found = new List<TypedItem>();
        foreach (var text in typed)
        {
            if (text.Length == 0) found.Add(new TypedItem(null, []));
            else if (coded.TryGetValue(PersianText.ToLatinDigits(text), out var item)) found.Add(One(item));
            else found.Add(await ByName(text, query.GoodsOnly ? ItemKind.Goods : null, cancellationToken));
        }

        return Result<IReadOnlyList<TypedItem>>.Of(found);
    }

    private async Task<TypedItem> ByName(string text, ItemKind? kind, CancellationToken ct)
    {
        var page = await items.Page(new ListItems(text, Kind: kind), await categories.Tree(ct), ct);
        var fitting = page.Rows.Take(Shown).Select(r => new ItemSuggestion(r.Id, r.Code, r.Name, r.NameEn, r.Unit, r.UnitEn)).ToList();
        var folded = PersianText.Fold(text);
        var exact = page.Rows.Where(r => PersianText.Fold(r.Name) == folded || PersianText.Fold(r.NameEn) == folded || PersianText.Fold(r.Code) == folded).ToList();
        var one = exact.Count == 1 ? fitting.Find(f => f.Id == exact[0].Id) : fitting.Count == 1 ? fitting[0] : null;
        return new TypedItem(one, fitting);
    }

    private static TypedItem One(ItemFacts item)
    {
        var suggestion = new ItemSuggestion(item.Id, item.Code, item.Name, item.NameEn, item.UnitName, item.UnitNameEn);
        return new TypedItem(suggestion, [suggestion]);
    }
}
