using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Warehousing;

/// <summary>A store of a unit (انبار), answered for by its keeper. Its code is the number series of every stock document.</summary>
public sealed class Store : AggregateRoot<StoreId>
{
    public const int MaxCodeLength = 12;
    public const int MaxNameLength = 150;

    private static readonly PlaceKind[] StandingKinds =
        [PlaceKind.Quarantine, PlaceKind.Staged, PlaceKind.WithCarrier, PlaceKind.InTransit, PlaceKind.Entrusted, PlaceKind.Away];

    private Store()
    {
    }

    /// <summary>Unique in the whole body, because «رس-۱۲-۱۴۰۵-۰۰۳۴۷» must name one document.</summary>
    public string Code { get; private set; } = "";

    public OrgUnitId UnitId { get; private set; }

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string Folded { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    /// <summary>A guard scans at the gate; without one a roster person other than the keeper does (product 3.13).</summary>
    public bool HasGuard { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>The last day of the store's closed period; nothing takes effect on or before it. Null while no period is closed.</summary>
    public DateOnly? ClosedThrough { get; private set; }

    /// <summary>The last day somebody proposed to close through; it closes when another person approves.</summary>
    public DateOnly? ProposedThrough { get; private set; }

    public PersonId? ProposedBy { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    /// <summary>Opens a store of a unit.</summary>
    /// <param name="code">Letters and digits, unique in the body.</param>
    /// <param name="unit">The unit it belongs to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="nameEn">Its English name; may be empty.</param>
    /// <param name="hasGuard">Whether a guard stands at the gate.</param>
    public static Result<Store> Open(string? code, OrgUnitId unit, string? name, string? nameEn, bool hasGuard)
    {
        var series = PersianText.Compact(code).ToUpperInvariant();
        if (series.Length is 0 or > MaxCodeLength || !series.All(char.IsAsciiLetterOrDigit))
            return Refusal.Invalid("warehousing.store-code-invalid", MaxCodeLength).At(nameof(Code));

        var store = new Store { Id = StoreId.New(), Code = series, UnitId = unit, IsActive = true };
        var described = store.Describe(name, nameEn, hasGuard);
        return described.Succeeded ? store : described;
    }

    /// <summary>The places every store has beside its bins: quarantine, hand-over, with carrier, in transit, entrusted, away for a time.</summary>
    public IEnumerable<Place> StandingPlaces() => StandingKinds.Select(kind => Place.Make(Id, kind, "", ""));

    public Result Describe(string? name, string? nameEn, bool hasGuard)
    {
        var named = PersianText.Clean(name);
        var english = PersianText.Clean(nameEn);
        if (named.Length is 0 or > MaxNameLength) return Refusal.Invalid("warehousing.store-name-missing", MaxNameLength).At(nameof(Name));
        if (english.Length > MaxNameLength) return Refusal.Invalid("warehousing.store-name-missing", MaxNameLength).At(nameof(NameEn));

        Name = named;
        NameEn = english;
        HasGuard = hasGuard;
        Folded = PersianText.Fold($"{Code} {named} {english}");
        SortKey = PersianText.SortKey(named);
        return Result.Ok;
    }

    /// <summary>Closes the store to new documents; what it has stays readable.</summary>
    /// <param name="isEmpty">Whether no goods lie in any of its places.</param>
    public Result Close(bool isEmpty)
    {
        if (!IsActive) return Refusal.Rule("warehousing.store-closed", Name);
        if (!isEmpty) return Refusal.Rule("warehousing.store-not-empty", Name);

        IsActive = false;
        return Result.Ok;
    }

    /// <summary>Proposes to close the store's book through a day; takes force when another person approves (law file 6.3).</summary>
    public Result ProposeClosing(DateOnly through, PersonId by, DateOnly today)
    {
        if (through >= today) return Refusal.Rule("warehousing.period-not-over").At("Through");
        if (ClosedThrough is { } closed && through <= closed) return Refusal.Rule("warehousing.period-closed-already", closed).At("Through");

        ProposedThrough = through;
        ProposedBy = by;
        return Result.Ok;
    }

    /// <summary>Approves the proposed closing; never by the one who proposed it.</summary>
    public Result ApproveClosing(PersonId by)
    {
        if (ProposedThrough is not { } through) return Refusal.Rule("warehousing.no-closing-proposed");
        if (by == ProposedBy) return Refusal.Rule("warehousing.closing-needs-second-person");

        ClosedThrough = through;
        ClosedBy = by;
        ProposedThrough = null;
        return Result.Ok;
    }

    /// <summary>Drops a proposed closing.</summary>
    public Result WithdrawClosing()
    {
        if (ProposedThrough is null) return Refusal.Rule("warehousing.no-closing-proposed");

        ProposedThrough = null;
        ProposedBy = null;
        return Result.Ok;
    }
}
