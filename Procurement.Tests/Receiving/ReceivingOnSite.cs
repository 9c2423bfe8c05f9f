using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Procurement.Application.Contracts.Facts;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.CountDelivery;
using Procurement.Application.Receiving.EnterGoods;
using Procurement.Application.Receiving.JudgeDelivery;
using Procurement.Application.Receiving.OpenConformance;
using Procurement.Application.Receiving.RegisterArrival;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Files;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Files;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Receiving;

/// <summary>The province's store, one item with its specification, and one order of ten of it; walks a delivery from the gate to the shelf.</summary>
internal sealed class ReceivingOnSite : IAsyncDisposable
{
    private readonly DirectoryInfo _files;

    private ReceivingOnSite(TestApp app, DirectoryInfo files, TheOrder orders, Store store, PlaceId bin, ItemId item)
    {
        _files = files;
        App = app;
        Orders = orders;
        Store = store;
        Bin = bin;
        Item = item;
    }

    public TestApp App { get; }

    public TestBody Body => App.Body;

    public TheOrder Orders { get; }

    public Store Store { get; }

    public PlaceId Bin { get; }

    public ItemId Item { get; }

    public DealFacts Deal => Orders.Deal!;

    public Guid OrderLine => Deal.Lines[0].LineId;

    public static async Task<ReceivingOnSite> On(
        TestDatabase database, PropertyClass propertyClass = PropertyClass.Consumable, bool expert = false, ItemTracking tracking = default, ItemKind kind = ItemKind.Goods)
    {
        var orders = new TheOrder();
        var files = Directory.CreateTempSubdirectory("receiving-");
        var app = await TestApp.On(database, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IOrderFacts>(orders));
            services.AddSingleton<IFileVault>(new FileVault(new FileVaultOptions { Root = files.FullName }, null, NullLogger<FileVault>.Instance));
        });
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        var unit = await db.Set<UnitOfMeasure>().SingleAsync(u => u.Id == UnitCode.FromStored("each"));
        var category = ACatalogue.Category(expert: expert);
        var details = ACatalogue.Details(propertyClass: kind == ItemKind.Goods ? propertyClass : null, tracking: tracking);
        var item = Domain.Catalogue.Item.Enter("PAP-1", kind, unit, details, ACatalogue.Node(category)).Value;
        Assert.True(item.PublishTemplate([ACatalogue.Weight(), ACatalogue.Colour()], app.Body.Expert, app.Clock.GetUtcNow()).Succeeded);
        var store = Store.Open("12", app.Body.Province.Id, "انبار استان", "Province store", hasGuard: true).Value;
        var bin = Place.AddBin(store, "A-1", "").Value;
        db.AddRange(category, item, store, bin);
        db.AddRange(store.StandingPlaces());
        await db.SaveChangesAsync();

        var asked = Specification.Fill(item.TemplateInForce!, [new(DeliveryOnPaper.Weight, Min: "80"), new(DeliveryOnPaper.Colour, "سفید")]).Value;
        orders.Deal = Agreed(app, store, item, asked, kind);
        return new ReceivingOnSite(app, files, orders, store, bin.Id, item.Id);
    }

    /// <summary>Receives what a real deal ordered; the purchase itself is another test's.</summary>
    public static ReceivingOnSite Over(TestApp app, DirectoryInfo files, DealFacts deal, Store store, PlaceId bin, ItemId item) =>
        new(app, files, new TheOrder { Deal = deal }, store, bin, item);

    /// <summary>Registered, counted by the keeper, papers read, submitted.</summary>
    public async Task<DocumentId> Counted(decimal byKeeper = 10)
    {
        var id = Done(await App.As(Body.Keeper, Arrival()));
        var receipt = await Load<TemporaryReceipt>(id);
        var lines = receipt.Lines.Select(l => new LineQuantity(l.Id, byKeeper)).ToList();
        Ok(await App.As(Body.Keeper, new CountAsKeeper(id, receipt.SignOff.ContentVersion, lines)));
        Ok(await App.As(Body.Keeper, new ReadPapers(id, await Version(id), [.. receipt.Lines.Select(l => new LineQuantity(l.Id, 10))])));
        await Submit(Body.Keeper, id);
        return id;
    }

    public RegisterArrival Arrival(PersonId? second = null, string? lot = null) => new(
        Store.Id, Deal.Id, null, null, null, second ?? Body.PropertyOfficer, "۱۲۳", "F-7", "۱۲ ب ۳۴۵", "راننده", App.Clock.GetUtcNow().AddHours(-1),
        [.. Deal.Lines.Select(l => new ArrivedLineForm(l.LineId, null, lot))]);

    public async Task<CountAsSecond> SecondCount(DocumentId id, decimal pieces)
    {
        var receipt = await Load<TemporaryReceipt>(id);
        return new CountAsSecond(id, receipt.SignOff.ContentVersion, [.. receipt.Lines.Select(l => new LineQuantity(l.Id, pieces))], null);
    }

    public async Task<DocumentId> InQuarantine(decimal pieces = 10)
    {
        var id = await Counted(pieces);
        Assert.True(Done(await App.As(Body.PropertyOfficer, await SecondCount(id, pieces))).Agrees);
        return id;
    }

    /// <summary>Opened over all that is left, and submitted.</summary>
    public async Task<DocumentId> BeforeTheRequester(DocumentId receipt)
    {
        var id = Done(await App.As(Body.Keeper, new OpenConformance(receipt, Body.Requester, [])));
        await Submit(Body.Keeper, id);
        return id;
    }

    public async Task<Result> Judge(DocumentId id, Func<Guid, JudgedLineForm> verdict, PersonId? by = null)
    {
        var report = await Load<ConformanceReport>(id);
        return await App.As(by ?? Body.Requester, new JudgeDelivery(id, report.SignOff.ContentVersion, [.. report.Lines.Select(l => verdict(l.Id))], null));
    }

    public static JudgedLineForm Fits(Guid line, decimal accepted = 10) => new(
        line, accepted, 0, 0, null, null, null, [new(DeliveryOnPaper.Weight, "82", "ترازو"), new(DeliveryOnPaper.Colour, "سفید", "دید")]);

    public static JudgedLineForm ThreeTooLight(Guid line, Evidence proof) => new(
        line, 7, 3, 0, null, "گرماژ کم", null,
        [new(DeliveryOnPaper.Weight, "70", "ترازو", FailsFor: 3, Evidence: proof), new(DeliveryOnPaper.Colour, "سفید", "دید")]);

    /// <summary>Judged as fitting and signed by everybody, before or after.</summary>
    public async Task<DocumentId> Judged(DocumentId receipt, Func<Guid, JudgedLineForm>? verdict = null)
    {
        var id = await BeforeTheRequester(receipt);
        Ok(await Judge(id, verdict ?? (l => Fits(l))));
        await SignOn(id);
        return id;
    }

    public EnterGoods Entering(ConformanceReport report, decimal? quantity = null) => new(
        report.Id, null, new SourceFactsInput(), [.. report.Lines.Select(l => new ShelvedLineForm(l.Id, quantity ?? l.Accepted.Units, Bin))]);

    public async Task<DocumentId> Entered(DocumentId conformance)
    {
        var id = Done(await App.As(Body.Keeper, Entering(await Load<ConformanceReport>(conformance))));
        await Submit(Body.Keeper, id);
        return id;
    }

    /// <summary>Signs every open step in turn by whoever holds it.</summary>
    public async Task SignOn(DocumentId id)
    {
        while ((await Sheet(id)).OpenStep is { } step)
            Ok((await App.As(HolderOf(step), new SignDocuments([new(id, await Version(id))], null))).Plain());
    }

    public async Task Submit(PersonId by, DocumentId id) => Ok(await App.As(by, new SubmitDocument(id, await Version(id), null)));

    public async Task<int> Version(DocumentId id) => (await Sheet(id)).ContentVersion;

    public Task<SignOffSheet> Sheet(DocumentId id) => App.Look(db => db.Set<SignOffSheet>().AsSplitQuery().SingleAsync(s => s.Id == id));

    public Task<T> Load<T>(DocumentId id) where T : Document => App.Look(db => db.Set<T>().AsSplitQuery().SingleAsync(d => d.Id == id));

    /// <summary>What lies in quarantine and in the bins of the store.</summary>
    public async Task<(decimal Quarantine, decimal Bins)> Lying()
    {
        await using var scope = App.Scope();
        var stock = scope.ServiceProvider.GetRequiredService<IStockFacts>();
        var places = (await stock.PlacesOf(Store.Id, CancellationToken.None))!;
        var quarantine = await stock.At(places.Quarantine, CancellationToken.None);
        var level = await stock.Of(Store.Id, [Item], CancellationToken.None);
        return (quarantine.Sum(h => h.Quantity.Units), level[0].OnHand.Units);
    }

    public static void Ok(Result result) => Assert.True(result.Succeeded, result.Succeeded ? "" : string.Join(' ', result.Refusals));

    public static T Done<T>(Result<T> result)
    {
        Ok(result.Plain());
        return result.Value;
    }

    /// <summary>A photo the vault holds.</summary>
    public async Task<Evidence> Photo()
    {
        using var content = new MemoryStream(CraftedFiles.Jpeg);
        var stored = Done(await App.Services.GetRequiredService<IFileVault>().Store(content, "عکس.jpg", "image/jpeg", CancellationToken.None));
        return new Evidence(stored.Hash.ToString(), "عکس.jpg", stored.Size, "image/jpeg");
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        _files.Delete(recursive: true);
    }

    private PersonId HolderOf(RouteStep step) => step.PersonId ?? step.Capacity switch
    {
        Capacity.PropertyOfficer => Body.PropertyOfficer,
        Capacity.HeadOfGeneralAffairs => Body.GeneralAffairs,
        Capacity.FinanceController => Body.Controller,
        Capacity.HeadOfProcurement => Body.HeadOfProcurement,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Capacity, "Nobody is seated."),
    };

    private static DealFacts Agreed(TestApp app, Store store, Item item, Specification asked, ItemKind kind)
    {
        var body = app.Body;
        var id = DocumentId.New();
        var sheet = SignOffSheet.Open(id, new DocumentKind("order"), body.Province.Id, "12", new ActBy(body.Buyer, app.Clock.GetUtcNow()));
        var line = new DealLine(
            Guid.CreateVersion7(), 1, kind, item.Id, item.Name, "عدد", asked, DeliveryOnPaper.Ten, Rials.FromStored(1_000), body.Requester, body.Province.Id,
            kind == ItemKind.Goods ? store.Id : null, null);
        return new DealFacts(
            id, sheet.Kind, "OR-12-1405-00001", "سف-۱۲-۱۴۰۵-۰۰۰۰۱", DealForm.Order, true, false, body.Province.Id, SupplierId.New(), "کاغذ پارس", body.Buyer, sheet, [line]);
    }
}

/// <summary>One order as the purchasing side tells of it.</summary>
internal sealed class TheOrder : IOrderFacts
{
    public DealFacts? Deal { get; set; }

    public Task<DealFacts?> Find(DocumentId deal, CancellationToken ct) => Task.FromResult(Deal?.Id == deal ? Deal : null);

    public Task<IReadOnlyList<OpenDeal>> InEffect(UnitScope scope, DealWork work, CancellationToken ct) => Task.FromResult<IReadOnlyList<OpenDeal>>(
        Deal is { IsInEffect: true } deal && scope.Covers(deal.UnitId) ? [new OpenDeal(deal.Id, deal.Kind, deal.Number, deal.NumberFa, deal.SupplierName, null)] : []);
}
