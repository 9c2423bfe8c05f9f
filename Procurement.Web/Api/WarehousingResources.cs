using System.Globalization;
using System.Text.Json.Serialization;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Application.Warehousing.StockOnDay;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Api;

/// <summary>Where a list ended, as one text that is given back to read on.</summary>
internal static class WarehousingCursors
{
    public static string? Of(StockCursor? cursor) => cursor is null ? null : $"{cursor.Id:N}.{cursor.SortKey}";

    public static StockCursor? ReadName(string? text) =>
        text?.IndexOf('.', StringComparison.Ordinal) is { } dot and > 0 && Guid.TryParseExact(text[..dot], "N", out var id) ? new StockCursor(text[(dot + 1)..], id) : null;

    public static string? Of(CardCursor? cursor) =>
        cursor is null ? null : FormattableString.Invariant($"{cursor.Effective:yyyyMMdd}.{cursor.Seq}.{cursor.Balance}");

    public static CardCursor? ReadCard(string? text) =>
        text?.Split('.') is [var day, var seq, var balance] && Day(day, out var effective) && Number(seq, out var at) && Number(balance, out var held)
            ? new CardCursor(effective, at, held)
            : null;

    public static string? Of(KardexCursor? cursor) =>
        cursor is null ? null : FormattableString.Invariant($"{cursor.Effective:yyyyMMdd}.{cursor.Seq}.{cursor.Quantity}.{cursor.Rials}");

    public static KardexCursor? ReadKardex(string? text) =>
        text?.Split('.') is [var day, var seq, var quantity, var rials]
        && Day(day, out var effective) && Number(seq, out var at) && Number(quantity, out var held) && Number(rials, out var worth)
            ? new KardexCursor(effective, at, held, worth)
            : null;

    private static bool Day(string part, out DateOnly day) => DateOnly.TryParseExact(part, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool Number(string part, out long number) => long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}

public sealed record StoreListed(Guid Id, string Code, string Name, string NameEn, Guid UnitId, long Items, long InQuarantine, bool IsActive, DateOnly? ClosedThrough)
{
    public static Page<StoreListed> Of(StorePage page) => new(
        [.. page.Rows.Select(r => new StoreListed(r.Id.Value, r.Code, r.Name, r.NameEn, r.UnitId.Value, r.Items, r.Waiting, r.IsActive, r.ClosedThrough))],
        WarehousingCursors.Of(page.Next));
}

public sealed record StoreResource(
    Guid Id, string Code, string Name, string NameEn, Guid UnitId, bool HasGuard, bool IsActive, DateOnly? ClosedThrough, DateOnly? ProposedThrough,
    IReadOnlyList<BinResource> Bins)
{
    public static StoreResource Of(StoreView s) => new(
        s.Id.Value, s.Code, s.Name, s.NameEn, s.UnitId.Value, s.HasGuard, s.IsActive, s.ClosedThrough, s.ProposedThrough,
        [.. s.Bins.Select(b => new BinResource(b.Id.Value, b.Code, b.Name, b.IsActive))]);
}

public sealed record BinResource(Guid Id, string Code, string Name, bool IsActive);

/// <summary>What may be corrected of a store.</summary>
public record StoreBody(string? Name, string? NameEn, bool HasGuard = true);

/// <summary>A new store: what may be corrected later, and what may not.</summary>
public sealed record NewStoreBody(Guid UnitId, string? Code, string? FirstBin, string? Name, string? NameEn, bool HasGuard = true) : StoreBody(Name, NameEn, HasGuard);

public sealed record BinBody(string? Code, string? Name);

public sealed record PeriodBody(DateOnly Through);

public sealed record StockListed(
    Guid ItemId, string Code, string Name, string NameEn, string Unit, decimal OnHand, decimal Reserved, decimal Available, decimal Staged, decimal InQuarantine,
    decimal? ReorderPoint)
{
    public static Page<StockListed> Of(StockPage page) => new(
        [.. page.Rows.Select(r => new StockListed(
            r.Item.Value, r.Code, r.Name, r.NameEn, r.Unit, r.OnHand.Units, r.Reserved.Units, r.Available.Units, r.Staged.Units, r.InQuarantine.Units,
            r.ReorderPoint?.Units))],
        WarehousingCursors.Of(page.Next));
}

public sealed record StockOnDayListed(Guid ItemId, string Code, string Name, string NameEn, string Unit, decimal Quantity)
{
    public static StockOnDayListed Of(StockOnDayRow r) => new(r.Item.Value, r.Code, r.Name, r.NameEn, r.Unit, r.Quantity.Units);
}

/// <summary>A page of a stock card, newest first; <c>balance</c> of a row is what the book held after it.</summary>
public sealed record CardResource(string ItemCode, string ItemName, string Unit, decimal Balance, IReadOnlyList<CardRowResource> Rows, string? Next)
{
    public static CardResource Of(CardPage c) => new(
        c.Head.ItemCode, c.Head.ItemName, c.Head.Unit, c.Balance.Units,
        [.. c.Rows.Select(r => new CardRowResource(
            r.Seq, r.Effective, r.PostedAt, r.Reason, r.In.Units, r.Out.Units, r.Balance.Units, r.Lot, r.Document.Value, r.Kind, r.Number, r.Other, r.OtherName,
            r.BackDatedBecause))],
        WarehousingCursors.Of(c.Next));
}

public sealed record CardRowResource(
    long Seq, DateOnly Effective, DateTimeOffset PostedAt, [property: JsonConverter(typeof(JsonStringEnumConverter<MoveReason>))] MoveReason Reason, decimal In,
    decimal Out, decimal Balance, string Lot, Guid DocumentId, string DocumentKind, string DocumentNumber,
    [property: JsonConverter(typeof(JsonStringEnumConverter<PlaceKind>))] PlaceKind OtherPlace, string OtherName, string BackDatedBecause);

/// <summary>A page of a kardex, newest first; quantity in base units, value in rials.</summary>
public sealed record KardexResource(string ItemCode, string ItemName, string Unit, string Entity, decimal Quantity, long Rials, IReadOnlyList<KardexRowResource> Rows, string? Next)
{
    public static KardexResource Of(KardexPage k) => new(
        k.Head.ItemCode, k.Head.ItemName, k.Head.Unit, k.Head.Holder, k.Quantity.Units, k.Value.Amount,
        [.. k.Rows.Select(r => new KardexRowResource(
            r.Seq, r.Effective, r.PostedAt, r.Entry, r.Quantity.Units, r.Value.Amount, r.Cost.Amount, r.QuantityAfter.Units, r.ValueAfter.Amount, r.Document.Value,
            r.Kind, r.Number))],
        WarehousingCursors.Of(k.Next));
}

public sealed record KardexRowResource(
    long Seq, DateOnly Effective, DateTimeOffset PostedAt, [property: JsonConverter(typeof(JsonStringEnumConverter<ValueEntryKind>))] ValueEntryKind Entry,
    decimal Quantity, long Rials, long IntoCost, decimal QuantityAfter, long RialsAfter, Guid DocumentId, string DocumentKind, string DocumentNumber);

public sealed record StockCheckResource(bool IsEqual, long Moves, long Balances, long Reservations, IReadOnlyList<StockDifferenceResource> Differences)
{
    public static StockCheckResource Of(StockCheck c) => new(
        c.IsEqual, c.Moves, c.Balances, c.Reservations,
        [.. c.Differences.Select(d => new StockDifferenceResource(d.Kind, d.Holder, d.Item.Value, d.Lot?.Value, d.Day, d.Recomputed, d.Stored))]);
}

/// <summary>Both figures as stored: millionths of the base unit, or rials.</summary>
public sealed record StockDifferenceResource(
    [property: JsonConverter(typeof(JsonStringEnumConverter<StockDifferenceKind>))] StockDifferenceKind Kind, Guid Holder, Guid ItemId, Guid? LotId, DateOnly? Day,
    long Recomputed, long Stored);

/// <summary>What may be corrected of a drafted first count.</summary>
public record OpeningBody(DateOnly CountedOn, string? Basis, IReadOnlyList<OpeningLineForm> Lines);

public sealed record NewOpeningBody(Guid StoreId, DateOnly CountedOn, string? Basis, IReadOnlyList<OpeningLineForm> Lines) : OpeningBody(CountedOn, Basis, Lines);
