using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Shared.Search;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Catalogue;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Shared;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Searching_the_catalogue(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const int Many = 100_000;

    [EngineFact]
    public async Task Every_way_of_writing_a_word_finds_the_item_and_another_word_does_not(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var texts = SearchCorpus.MustFind.Concat(SearchCorpus.MustNotFind).Select(p => PersianText.Clean(p.Text)).Distinct().ToList();
        await Fill(app, texts);

        foreach (var (query, text) in SearchCorpus.MustFind)
            Assert.True((await Names(app, query)).Contains(PersianText.Clean(text)), $"«{query}» finds «{text}»");
        foreach (var (query, text) in SearchCorpus.MustNotFind)
            Assert.False((await Names(app, query)).Contains(PersianText.Clean(text)), $"«{query}» does not find «{text}»");
    }

    [EngineFact]
    public async Task Pages_follow_each_other_in_Persian_order_without_a_gap_or_a_repeat(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        List<string> names = [.. Enumerable.Range(0, 130).Select(i => i % 3 == 0 ? "کاغذ" : $"کالای {i / 7}")];
        await Fill(app, names);

        var read = await Names(app, "");

        Assert.Equal(names.Order(Comparer<string>.Create((x, y) => string.CompareOrdinal(PersianText.SortKey(x), PersianText.SortKey(y)))), read);
    }

    [EngineFact]
    public async Task The_global_search_finds_items_and_suppliers(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await Fill(app, ["کاغذ پارس", "قلم"]);
        await app.Look(async db =>
        {
            db.Add(ACatalogue.Company(name: "پارس کاغذ"));
            return await db.SaveChangesAsync();
        });

        await using var scope = app.Scope();
        var hits = new List<SearchHit>();
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>().Where(s => s.Kind is "item" or "supplier"))
            hits.AddRange(await source.Find(new SearchAsked(PersianText.SearchWords("كاغذ پارس"), 5), default));

        Assert.Equal([("item", "کاغذ پارس"), ("supplier", "پارس کاغذ")], hits.Select(h => (h.Kind, h.Title)));
        Assert.Equal(ACatalogue.CompanyId, hits[1].Subtitle);
    }

    [EngineFact]
    public async Task A_page_of_a_hundred_thousand_items_is_read_along_its_index(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await Fill(app, ["کاغذ"]);
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        await CopyRows(db, scope.ServiceProvider.GetRequiredService<ISqlSession>(), typeof(Item), "item", ["code"], "'M' || i");
        var queries = new CatalogueQueries(db);
        var tree = ACatalogue.Tree();
        var deep = new NameCursor(PersianText.SortKey("کالا") + " 0550000", Guid.Empty);

        foreach (var asked in new ListItems[] { new(), new(After: deep), new(Search: "کالا", After: deep) })
        {
            var plan = await db.PlanOf(queries.Items(asked, tree).Take(CatalogueQueries.PageSize).Select(i => new { i.Id, i.SortKey, i.Name }));

            Assert.Contains("ix_item_sort_key_id", plan);
            Assert.False(QueryPlans.Sorts(plan), plan);
        }
    }

    [EngineFact]
    public async Task A_page_of_suppliers_is_read_along_its_index(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        db.Add(ACatalogue.Company());
        await db.SaveChangesAsync();
        await CopyRows(db, scope.ServiceProvider.GetRequiredService<ISqlSession>(), typeof(Supplier), "supplier", ["legal_id"], "NULL");

        var plan = await db.PlanOf(new CatalogueQueries(db).Suppliers(new ListSuppliers(After: new NameCursor("k", Guid.Empty)), ACatalogue.Day)
            .Take(CatalogueQueries.PageSize).Select(s => s.Name));

        Assert.Contains("ix_supplier_sort_key_id", plan);
        Assert.False(QueryPlans.Sorts(plan), plan);
    }

    /// <summary>Every name found, page by page.</summary>
    private static async Task<List<string>> Names(TestApp app, string search)
    {
        var names = new List<string>();
        for (NameCursor? after = null; ;)
        {
            var page = (await app.As(app.Body.Requester, new ListItems(search, After: after))).Value;
            names.AddRange(page.Rows.Select(r => r.Name));
            if (page.Next is not { } next) return names;
            after = next;
        }
    }

    private static Task<int> Fill(TestApp app, List<string> names) => app.Look(async db =>
    {
        var category = ACatalogue.Category();
        db.Add(category);
        for (var i = 0; i < names.Count; i++) db.Add(ACatalogue.Item(CodeOf(i), ACatalogue.Details() with { Name = names[i], NameEn = "" }, category: category));
        return await db.SaveChangesAsync();
    });

    /// <summary>A code of letters that no query of the corpus is made of.</summary>
    private static string CodeOf(int i) => string.Concat(Enumerable.Range(0, 5).Select(place => "JVQZ"[(i >> (2 * place)) & 3]));

    /// <summary>Copies the one row that is there under other keys, in one statement.</summary>
    private static async Task CopyRows(ProcurementDb db, ISqlSession sql, Type type, string table, string[] unique, string uniqueValue)
    {
        var id = db.Engine == DatabaseEngine.Sqlite ? "randomblob(16)" : "gen_random_uuid()";
        string[] own = ["id", "sort_key", .. unique];
        var others = string.Join(", ", db.Model.FindEntityType(type)!.GetProperties().Select(p => p.GetColumnName()).Except(own));
        await sql.Execute(
            $"""
            INSERT INTO {table} ({string.Join(", ", own)}, {others})
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Many})
            SELECT {id}, sort_key || ' 0' || (500000 + i), {uniqueValue}, {others} FROM (SELECT * FROM {table}) AS one, n
            """, []);
        await db.Analyse();
    }
}
