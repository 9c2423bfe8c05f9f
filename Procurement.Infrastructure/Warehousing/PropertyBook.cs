using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Organisation;
using Procurement.Application.Warehousing.Property;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Warehousing;

internal sealed class PropertyBook(ProcurementDb db) : IPropertyBook
{
    public Task<PropertyItem?> Find(PropertyItemId id, CancellationToken ct) => db.Tracked<PropertyItem>().FirstOrDefaultAsync(p => p.Id == id, ct);

    public async Task<IReadOnlyList<PropertyItem>> ByNumbers(IReadOnlyCollection<PropertyNumber> numbers, CancellationToken ct) =>
        await db.Tracked<PropertyItem>().Where(p => numbers.Contains(p.Number)).OrderBy(p => p.Number).ToListAsync(ct);

    public async Task<IReadOnlyList<PropertyItem>> InStore(StoreId store, ItemId item, CancellationToken ct) =>
        await db.Set<PropertyItem>().Where(p => p.StoreId == store && p.ItemId == item && p.LabelledAt != null && p.AwayBy == null).OrderBy(p => p.Number).ToListAsync(ct);

    public void Add(PropertyItem item) => db.Add(item);
}

/// <summary>Counts on from the highest number of the scheme, in the book and on receipts under way.</summary>
internal sealed class PropertyNumbers(ProcurementDb db, ISqlSession sql, ChartOfCall charts) : IPropertyNumbers
{
    /// <summary>How many of the highest numbers are read: a number typed by hand may have the scheme's length and not its form.</summary>
    private const int Looked = 20;

    public async Task<Result<IReadOnlyList<PropertyNumber>>> Propose(OrgUnitId unit, int count, CancellationToken ct)
    {
        if (await SchemeOf(unit, ct) is not { } scheme) return Result<IReadOnlyList<PropertyNumber>>.Of([]);

        var length = scheme.Prefix.Length + scheme.Digits;
        var (lowest, highest) = (scheme.Prefix + new string('0', scheme.Digits), scheme.Prefix + new string('9', scheme.Digits));
        var taken = await sql.Query(
            $"""
            SELECT number FROM (
                SELECT number FROM property_item WHERE number >= {lowest} AND number <= {highest} AND LENGTH(number) = {length}
                UNION ALL
                SELECT number FROM goods_receipt_label WHERE number >= {lowest} AND number <= {highest} AND LENGTH(number) = {length}) AS known
            ORDER BY number DESC LIMIT {Looked}
            """, row => PropertyNumber.FromStored(row.GetString(0)), ct);
        var next = Math.Max(scheme.FirstSerial, 1 + taken.Select(n => scheme.SerialOf(n) ?? 0).DefaultIfEmpty(0).Max());
        var proposed = new List<PropertyNumber>(count);
        for (var i = 0; i < count; i++)
        {
            var number = scheme.NumberOf(next + i);
            if (!number.Succeeded) return number.Plain();
            proposed.Add(number.Value);
        }

        return proposed;
    }

    /// <summary>The nearest scheme in force, from the unit upwards; of several of one unit the one approved last.</summary>
    private async Task<PropertyScheme?> SchemeOf(OrgUnitId unit, CancellationToken ct)
    {
        var path = (await charts.Get(ct)).PathUp(unit).Select(u => u.Id).ToList();
        var schemes = await db.Set<PropertyScheme>().Where(s => path.Contains(s.UnitId) && s.ApprovedAt != null).ToListAsync(ct);
        return schemes.OrderBy(s => path.IndexOf(s.UnitId)).ThenByDescending(s => s.ApprovedAt).FirstOrDefault();
    }
}

internal sealed class PropertyServices : ICapabilityServices
{
    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IPropertyBook, PropertyBook>();
        services.AddScoped<IPropertyNumbers, PropertyNumbers>();
    }
}
