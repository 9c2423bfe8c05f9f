using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

/// <summary>Level of a unit in the body.</summary>
public enum UnitKind
{
    /// <summary>Head office (ستاد).</summary>
    HeadOffice = 1,

    /// <summary>Provincial directorate (اداره کل استان).</summary>
    Province = 2,

    /// <summary>Training centre (مرکز).</summary>
    Centre = 3,
}

/// <summary>One unit of the body in its tree (واحد سازمانی). What a person may see follows this tree.</summary>
public sealed class OrgUnit : AggregateRoot<OrgUnitId>
{
    public const int MaxCodeLength = 12;
    public const int MaxNameLength = 200;

    private OrgUnit()
    {
    }

    /// <summary>Short code, unique in the body; part of every document number of the unit.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    public OrgUnitId? ParentId { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>Founds a unit under its parent; a head office has none, a province hangs on the head office, a centre on a province.</summary>
    public static Result<OrgUnit> Found(string code, string name, string nameEn, UnitKind kind, OrgUnit? parent)
    {
        code = PersianText.ToLatinDigits(PersianText.Clean(code));
        name = PersianText.Clean(name);
        if (code.Length is 0 or > MaxCodeLength || !code.All(c => char.IsAsciiLetterOrDigit(c)))
            return Refusal.Invalid("organisation.unit-code-invalid", code).At(nameof(Code));
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("organisation.unit-name-missing").At(nameof(Name));
        if (!FitsUnder(kind, parent?.Kind)) return Refusal.Rule("organisation.unit-wrong-parent", kind);

        return new OrgUnit
        {
            Id = OrgUnitId.New(),
            Code = code,
            Name = name,
            NameEn = PersianText.Clean(nameEn),
            Kind = kind,
            ParentId = parent?.Id,
            IsActive = true,
        };
    }

    public Result Rename(string name, string nameEn)
    {
        name = PersianText.Clean(name);
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("organisation.unit-name-missing").At(nameof(Name));

        Name = name;
        NameEn = PersianText.Clean(nameEn);
        return Result.Ok;
    }

    /// <summary>Closes the unit to new documents; what it has stays readable.</summary>
    public Result Deactivate()
    {
        if (!IsActive) return Refusal.Rule("organisation.unit-already-closed", Code);

        IsActive = false;
        return Result.Ok;
    }

    private static bool FitsUnder(UnitKind kind, UnitKind? parent) => (kind, parent) switch
    {
        (UnitKind.HeadOffice, null) => true,
        (UnitKind.Province, UnitKind.HeadOffice) => true,
        (UnitKind.Centre, UnitKind.Province) => true,
        _ => false,
    };
}
