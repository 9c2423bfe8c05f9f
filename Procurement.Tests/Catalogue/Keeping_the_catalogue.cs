using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.ConvertUnits;
using Procurement.Application.Catalogue.CorrectItem;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Catalogue.PublishTemplate;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.Units;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Keeping_the_catalogue(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task An_item_code_is_given_once(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var category = await Category(app);

        var first = await app.As(app.Body.Keeper, Entering("PAP-1", category));
        var second = await app.As(app.Body.Keeper, Entering("pap-۱", category));

        Assert.True(first.Succeeded);
        Assert.Equal("catalogue.item-code-taken", second.Refusal.Code);
    }

    [EngineFact]
    public async Task A_repeated_press_of_the_button_enters_one_item(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var category = await Category(app);

        var first = await app.As(app.Body.Keeper, Entering("PAP-1", category), key: "same-form");
        var second = await app.As(app.Body.Keeper, Entering("PAP-1", category), key: "same-form");

        Assert.Equal(first.Value, second.Value);
    }

    [EngineFact]
    public async Task Who_only_requests_does_not_enter_items(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var entered = await app.As(app.Body.Requester, Entering("PAP-1", CategoryId.New()));

        Assert.Equal(RefusalKind.Forbidden, entered.Refusal.Kind);
    }

    [EngineFact]
    public async Task A_form_opened_before_somebody_elses_change_overwrites_nothing(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var category = await Category(app);
        var item = (await app.As(app.Body.Keeper, Entering("PAP-1", category))).Value;
        var seen = (await app.As(app.Body.Keeper, new ReadItem(item))).Value.Version;

        var mine = await app.As(app.Body.Keeper, new CorrectItem(item, seen, Form(category, "کاغذ تحریر")));
        var theirs = await app.As(app.Body.PropertyOfficer, new CorrectItem(item, seen, Form(category, "کاغذ سفید")));

        Assert.True(mine.Succeeded);
        Assert.Equal(RefusalKind.Stale, theirs.Refusal.Kind);
        Assert.Equal("کاغذ تحریر", (await app.As(app.Body.Keeper, new ReadItem(item))).Value.Name);
    }

    [EngineFact]
    public async Task Every_published_version_of_a_template_is_still_there_as_it_was(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var item = (await app.As(app.Body.Keeper, Entering("PAP-1", await Category(app)))).Value;

        await app.As(app.Body.Expert, new PublishTemplate(item, 0, [ACatalogue.Weight(), ACatalogue.Colour(), ACatalogue.Norm()]));
        await app.As(app.Body.Expert, new PublishTemplate(item, 1, [ACatalogue.Colour(2), ACatalogue.Recycled()]));
        var late = await app.As(app.Body.Expert, new PublishTemplate(item, 1, [ACatalogue.Weight(1)]));

        var card = (await app.As(app.Body.Requester, new ReadItem(item))).Value;
        Assert.Equal([[1, 2, 3], [2, 4]], card.Templates.Select(t => t.Attributes.Select(a => a.Key).ToArray()));
        Assert.Equal((60m, 300m, "g/m²"), (card.Templates[0].Attributes[0].Min, card.Templates[0].Attributes[0].Max, card.Templates[0].Attributes[0].Unit));
        Assert.Equal(["سفید", "کرم"], card.TemplateInForce!.Attributes[0].Choices);
        Assert.Equal(RefusalKind.Stale, late.Refusal.Kind);
    }

    [EngineFact]
    public async Task What_other_capabilities_ask_follows_the_tree_the_units_and_the_template(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var top = (await app.As(app.Body.HeadOfProcurement, new OpenCategory("LAB", new("آزمایشگاه", "", null, ExpertCheckNeeded: true, "آزمایشگاهی")))).Value;
        var below = (await app.As(app.Body.HeadOfProcurement, new OpenCategory("LAB-1", new("شیشه‌آلات", "", top)))).Value;
        var item = (await app.As(app.Body.Keeper, Entering("LAB-100", below))).Value;
        await app.As(app.Body.Keeper, new ConvertUnits(item, "carton", 12));
        await app.As(app.Body.Expert, new PublishTemplate(item, 0, [ACatalogue.Colour()]));

        await using var scope = app.Scope();
        var facts = scope.ServiceProvider.GetRequiredService<ICatalogueFacts>();
        var known = (await facts.ItemsByCode(["lab-۱۰۰", "NOPE"], default))["LAB-100"];
        var template = (await facts.TemplatesInForce([item, ItemId.New()], default))[item];

        Assert.Equal((true, PersianText.Fold("آزمایشگاهی"), 1, "عدد"), (known.NeedsExpertCheck, known.ConventionalSet, known.TemplateVersion, known.UnitName));
        Assert.Equal("catalogue.quantity-not-whole", known.Measures(Quantity.Of(0.5m).Value).Refusal.Code);
        Assert.True(Specification.Fill(template, [new(1, "کرم")]).Succeeded);
        Assert.Equal(template.TemplateVersion, (await facts.Template(item, 1, default))!.TemplateVersion);
    }

    [EngineFact]
    public async Task Of_two_people_who_move_groups_at_once_the_second_looks_again(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var a = (await app.As(app.Body.HeadOfProcurement, new OpenCategory("A", new("الف", "")))).Value;
        var b = (await app.As(app.Body.HeadOfProcurement, new OpenCategory("B", new("ب", "")))).Value;

        // Each hangs his group under the other's, both judged on the tree as it was.
        await using var mine = app.Scope();
        await using var theirs = app.Scope();
        await Move(mine.ServiceProvider, a, b);
        await Move(theirs.ServiceProvider, b, a);
        await mine.ServiceProvider.GetRequiredService<ProcurementDb>().SaveChangesAsync();
        var db = theirs.ServiceProvider.GetRequiredService<ProcurementDb>();
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal("catalogue.changed-since-seen", app.Services.GetRequiredService<UniqueRefusals>().Find(db, fault)!.Code);
    }

    [EngineFact]
    public async Task A_unit_is_listed_once_and_the_list_ships_filled(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));

        var again = await app.As(app.Body.HeadOfProcurement, new DefineUnit("KG", "کیلو", "", true));
        var units = (await app.As(app.Body.Requester, new ListUnits())).Value;

        Assert.Equal("catalogue.unit-code-taken", again.Refusal.Code);
        Assert.Contains(units, u => u is { Code: "kg", Name: "کیلوگرم", IsDivisible: true });
    }

    private static async Task<CategoryId> Category(TestApp app) =>
        (await app.As(app.Body.HeadOfProcurement, new OpenCategory("STAT", new CategoryForm("نوشت‌افزار", "Stationery")))).Value;

    private static EnterItem Entering(string code, CategoryId category) => new(code, ItemKind.Goods, "each", Form(category));

    private static ItemForm Form(CategoryId category, string name = "کاغذ A4") => new(name, "Paper", category, PropertyClass.Consumable);

    private static async Task Move(IServiceProvider services, CategoryId moved, CategoryId under)
    {
        var categories = services.GetRequiredService<ICategoryStore>();
        var category = (await categories.Find(moved, default))!;
        Assert.True(category.MoveUnder(under, await categories.Tree(default)).Succeeded);
    }
}
