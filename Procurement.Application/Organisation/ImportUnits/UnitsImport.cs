using Procurement.Application.Imports;
using Procurement.Application.Shared.Access;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.ImportUnits;

/// <summary>Founds units from a file (واحدها); a unit may hang on another of the same file, in any order.</summary>
internal sealed class UnitsImport(IOrganisationStore store, ChartOfCall charts, CallerRights rights) : IImport
{
    private static readonly ImportColumn Code = new("code", "کد واحد", "Unit code", ColumnValue.Code) { Required = true, Example = "1205", Also = ["کد"] };
    private static readonly ImportColumn Name = new("name", "نام واحد", "Unit name") { Required = true, Example = "مرکز آموزش شماره ۵", Also = ["نام"] };
    private static readonly ImportColumn NameEn = new("nameEn", "نام انگلیسی", "English name") { Example = "Training centre 5" };

    private static readonly ImportColumn Kind = new("kind", "گونه", "Kind", ColumnValue.Choice)
    {
        Required = true,
        Example = "مرکز",
        Also = ["نوع واحد", "گونه واحد"],
        Choices =
        [
            new(UnitKind.HeadOffice, "ستاد", "Head office"), new(UnitKind.Province, "اداره کل استان", "Provincial directorate"),
            new(UnitKind.Province, "اداره کل", "Province"), new(UnitKind.Centre, "مرکز", "Centre"),
        ],
    };

    private static readonly ImportColumn Parent = new("parent", "کد واحد بالادست", "Parent unit code", ColumnValue.Code) { Example = "12", Also = ["واحد بالادست", "بالادست"] };

    public ImportDefinition Definition { get; } = new("units", OrganisationPermissions.Manage, [Code, Name, NameEn, Kind, Parent]);

    public async Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var scope = await rights.Scope(ct);
        var existing = chart.Units.ToDictionary(u => u.Code, u => u.Id, StringComparer.Ordinal);
        var founded = new Dictionary<string, OrgUnit>(StringComparer.Ordinal);
        var entered = 0;

        // Head office before provinces before centres, so that a parent further down the file is there when it is asked for.
        foreach (var (row, kind) in rows.Select(r => (r, r.Choice<UnitKind>(Kind))).OrderBy(r => r.Item2))
        {
            if (!row.Needs(Code, Name, Kind) || kind is not { } level) continue;
            var (parent, known) = await ParentOf(row, existing, founded, scope, ct);
            if (!known) continue;

            var unit = OrgUnit.Found(row.Text(Code), row.Text(Name), row.Text(NameEn), level, parent);
            if (!unit.Succeeded) row.Refuse(unit.Refusals);
            else if (existing.ContainsKey(unit.Value.Code) || !founded.TryAdd(unit.Value.Code, unit.Value)) row.Refuse(Code, Refusal.Rule("organisation.unit-code-taken"));
            else
            {
                store.Add(unit.Value);
                entered++;
            }
        }

        return ImportTally.Of(entered);
    }

    /// <summary>The unit a row hangs on; a unit outside the caller's own is not found.</summary>
    private async Task<(OrgUnit? Parent, bool Known)> ParentOf(
        ImportRow row, Dictionary<string, OrgUnitId> existing, Dictionary<string, OrgUnit> founded, UnitScope scope, CancellationToken ct)
    {
        var code = PersianText.ToLatinDigits(row.Text(Parent));
        if (code.Length == 0)
        {
            if (!scope.All) row.Refuse(Parent, Refusal.Invalid("imports.unit-not-found", code));
            return (null, scope.All);
        }

        if (founded.TryGetValue(code, out var here)) return (here, true);
        if (existing.TryGetValue(code, out var id) && scope.Covers(id)) return (await store.Unit(id, ct), true);
        row.Refuse(Parent, Refusal.Invalid("imports.unit-not-found", code));
        return (null, false);
    }
}
