using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.PublishTemplate;
using Procurement.Application.Identity.Own;
using Procurement.Application.Shared.Access;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Budget;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.Warehousing;
using Procurement.Tests.Budget;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Identity;
using Procurement.Tests.Requests;
using Procurement.Tests.Settings;
using Procurement.Tests.Sourcing;
using Procurement.Tests.Support;
using Procurement.Tests.Warehousing;

namespace Procurement.Tests.Load;

/// <summary>
/// The small body on a database of its own, ready to be worked at over HTTP: people with tokens, a store with goods on its shelf, items to
/// buy with their specification, a supplier with an account, and credit on one budget line.
/// </summary>
internal sealed class LoadScene : IAsyncDisposable
{
    public const string Password = "lamp under autumn rain";
    public const long Credit = 1_000_000_000_000;
    public const decimal OpeningStock = 1_000_000;
    public const int ItemsToBuy = 10;
    public const int ItemsToIssue = 3;

    private readonly DirectoryInfo _folder;
    private readonly Dictionary<PersonId, (string Name, string Token)> _tokens = [];

    private LoadScene(TestApp app, TestDatabase database, DirectoryInfo folder)
    {
        App = app;
        Database = database;
        _folder = folder;
    }

    /// <summary>The use cases over the same database in this process; to set the scene and to look at what became of it.</summary>
    public TestApp App { get; }

    public TestDatabase Database { get; }

    public TestBody Body => App.Body;

    public StoreId Store { get; private set; }

    public PlaceId Bin { get; private set; }

    public BudgetLineId Budget { get; private set; }

    public SupplierId Supplier { get; private set; }

    /// <summary>Codes of the items that are bought.</summary>
    public IReadOnlyList<string> Bought { get; private set; } = [];

    /// <summary>Items that lie in the store and are issued.</summary>
    public IReadOnlyList<ItemId> Issued { get; private set; } = [];

    public string Folder => _folder.FullName;

    public static DateOnly Today => TehranTime.Today(TimeProvider.System);

    /// <summary>What the server and the verbs are told.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(Database.Settings)
    {
        ["Files:Root"] = Path.Combine(Folder, "files"),
        ["AuditTrail:KeyFile"] = Path.Combine(Folder, "checkpoint-key.pem"),
        ["AuditTrail:Exports"] = Path.Combine(Folder, "checkpoints"),
    };

    public string TokenOf(PersonId person) => _tokens[person].Token;

    public string NameOf(PersonId person) => _tokens[person].Name;

    public Task<ServerProcess> Serve() => ServerProcess.Start(Settings, Folder);

    public static async Task<LoadScene> Set(TestDatabase database)
    {
        var app = await TestApp.On(database);
        // The server lives in the present, and so must whatever it finds.
        app.Clock.Pass(TimeProvider.System.GetUtcNow() - app.Clock.GetUtcNow());
        var scene = new LoadScene(app, database, Directory.CreateTempSubdirectory("procurement-load-"));
        await app.WithSettings(samples: true);
        await scene.Furnish();
        await scene.Admit();
        return scene;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (_folder.Exists) _folder.Delete(recursive: true);
    }

    private async Task Furnish()
    {
        var room = await StoreRoom.Open(App);
        Store = room.Store;
        var codes = Enumerable.Range(1, ItemsToIssue).Select(i => FormattableString.Invariant($"ISS-{i}")).ToList();
        var issued = new List<ItemId>();
        foreach (var code in codes) issued.Add(await room.Enter(code, "کالای " + code));
        Issued = issued;
        await room.CountIn([.. codes.Select(code => StoreRoom.Line(code, OpeningStock))]);
        await using (var scope = App.Scope())
        {
            var places = (await scope.ServiceProvider.GetRequiredService<IStockFacts>().PlacesOf(Store, CancellationToken.None))!;
            Bin = places.Bins[0].Place.Id;
        }

        Bought = [.. Enumerable.Range(1, ItemsToBuy).Select(i => FormattableString.Invariant($"PAP-{i}"))];
        var category = Value(await App.As(Body.HeadOfProcurement, new OpenCategory("PAP", new CategoryForm("کاغذ", "Paper"))));
        foreach (var code in Bought)
        {
            var item = Value(await App.As(Body.HeadOfProcurement, new EnterItem(code, ItemKind.Goods, "each", new ItemForm("کاغذ " + code, code, category, PropertyClass.Consumable))));
            PurchaseDesk.Done(await App.As(Body.HeadOfProcurement, new PublishTemplate(item, 0, [ACatalogue.Weight(), ACatalogue.Colour()])));
        }

        Budget = await App.Line(Credit, year: FiscalYear.Of(Today).Year);
        Supplier = await App.Supplier();
        PurchaseDesk.Done(await App.As(Body.HeadOfProcurement, new AddSupplierAccount(Supplier, ACatalogue.FirstIban, "بانک نمونه")));
    }

    /// <summary>A login and a token for whoever has a part in the chain.</summary>
    private async Task Admit()
    {
        var scopes = TokenScopes.Offered(App.Services.GetRequiredService<PermissionTable>()).Where(scope => !scope.Contains('.', StringComparison.Ordinal)).ToList();
        var people = new (string Name, PersonId Person)[]
        {
            ("requester", Body.Requester), ("manager", Body.Manager), ("keeper", Body.Keeper), ("procurement", Body.HeadOfProcurement), ("buyer", Body.Buyer),
            ("official", Body.Official), ("controller", Body.Controller), ("inspector1", Body.InspectorOne), ("inspector2", Body.InspectorTwo),
            ("general", Body.GeneralAffairs), ("reviewer", Body.Reviewer), ("property", Body.PropertyOfficer), ("guard", Body.Guard), ("accounts", Body.Accountant),
        };
        foreach (var (name, person) in people)
        {
            await Logins.Give(App, person, name, Password);
            _tokens[person] = (name, Value(await App.As(person, new IssueToken("load", scopes, 30, Password))));
        }
    }

    private static T Value<T>(Result<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.ToString());
}
