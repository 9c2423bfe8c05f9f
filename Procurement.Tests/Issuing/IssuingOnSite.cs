using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.ProposeIssue;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Application.Warehousing.DescribeStore;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Procurement.Tests.Warehousing;
using Xunit;

namespace Procurement.Tests.Issuing;

/// <summary>The province's store with gloves and inverters on its shelves; walks goods from the request to the receiver.</summary>
internal sealed class IssuingOnSite : IAsyncDisposable
{
    private IssuingOnSite(TestApp app, StoreRoom room, ItemId gloves, ItemId inverters)
    {
        App = app;
        Room = room;
        Gloves = gloves;
        Inverters = inverters;
    }

    public TestApp App { get; }

    public TestBody Body => App.Body;

    public StoreRoom Room { get; }

    public StoreId Store => Room.Store;

    /// <summary>Consumable: ten in bin A, ten in bin B, one thousand rials each.</summary>
    public ItemId Gloves { get; }

    /// <summary>State property: three pieces with labels in bin A.</summary>
    public ItemId Inverters { get; }

    public static async Task<IssuingOnSite> On(TestDatabase database, bool guarded = true, bool samples = true, bool expert = false)
    {
        var app = await TestApp.On(database);
        if (samples) await app.WithSettings();
        var room = await StoreRoom.Open(app);
        var category = Done(await app.As(app.Body.HeadOfProcurement, new OpenCategory("T", new CategoryForm("ابزار", "Tools", ExpertCheckNeeded: expert))));
        var gloves = await Enter(app, "GLV", "دستکش جوشکاری", category, PropertyClass.Consumable);
        var inverters = await Enter(app, "INV", "اینورتر", category, PropertyClass.NonConsumable);
        await room.CountIn(StoreRoom.Line("GLV", 10), StoreRoom.Line("GLV", 10, bin: "B"), StoreRoom.Line("INV", 3, 50_000_000));
        if (!guarded) Ok(await app.As(app.Body.GeneralAffairs, new DescribeStore(room.Store, "انبار مرکزی", "Central store", false)));

        var site = new IssuingOnSite(app, room, gloves, inverters);
        await site.Label("INV-1", "INV-2", "INV-3");
        return site;
    }

    /// <summary>Asked for, approved, and answered «available» by the keeper.</summary>
    public async Task<DocumentId> Requested(params IReadOnlyList<(ItemId Item, decimal Quantity)> lines)
    {
        var id = Done(await App.As(Body.Requester, new DraftGoodsRequest(
            Store, "کارگاه جوشکاری", TehranTime.Today(App.Clock).AddDays(10), [.. lines.Select(l => new GoodsRequestLineForm(l.Item, l.Quantity, null))])));
        Ok(await App.As(Body.Requester, new SubmitDocument(id, await Version(id), null)));
        Ok((await App.As(Body.Manager, new SignDocuments([new(id, await Version(id))], null))).Plain());
        var request = await Load<GoodsRequest>(id);
        Ok(await App.As(Body.Keeper, new AnswerGoodsRequest(
            id, request.SignOff.ContentVersion, [.. request.Lines.Select(l => new AvailableLine(l.Id, l.Quantity.Units))], null)));
        return id;
    }

    /// <summary>Everything the store holds for the request, as the page would send it.</summary>
    public async Task<DraftIssueVoucher> Everything(DocumentId request)
    {
        var proposal = Done(await App.As(Body.Keeper, new ProposeIssue(request)));
        return new DraftIssueVoucher(request, [.. proposal.Lines.Where(l => !l.Held.IsZero).Select(l => new IssueLineForm(
            l.RequestLine, l.Held.Units, Pieces: l.IsLabelled ? [.. l.Pieces.Take((int)l.Held.Units)] : null, Custodian: l.IsLabelled ? Body.Requester : null,
            Room: l.IsLabelled ? "کارگاه ۲" : null))]);
    }

    public async Task<DocumentId> Submitted(DraftIssueVoucher draft)
    {
        var id = Done(await App.As(Body.Keeper, draft));
        Ok(await App.As(Body.Keeper, new SubmitDocument(id, await Version(id), null)));
        return id;
    }

    /// <summary>Issued with every signature that must come before, and in effect.</summary>
    public async Task<DocumentId> Issued(params IReadOnlyList<(ItemId Item, decimal Quantity)> lines)
    {
        var id = await Submitted(await Everything(await Requested(lines)));
        while ((await Load<IssueVoucher>(id)).SignOff is { State: DocumentState.InRoute, OpenStep: { } step }) Ok(await Sign(id, step));
        Assert.Equal(DocumentState.InEffect, (await Load<IssueVoucher>(id)).SignOff.State);
        return id;
    }

    public async Task<DocumentId> Picked(params IReadOnlyList<(ItemId Item, decimal Quantity)> lines)
    {
        var id = await Issued(lines);
        Ok(await Pick(id));
        return id;
    }

    /// <summary>Picks as the store proposes.</summary>
    public async Task<Result> Pick(DocumentId voucher)
    {
        var proposed = Done(await App.As(Body.Keeper, new ProposePicks(voucher)));
        return await App.As(Body.Keeper, new PickGoods(voucher, [.. proposed.Select(p => new PickForm(p.Line, p.Bin, p.Lot, p.Quantity.Units, p.Piece))]));
    }

    /// <summary>Everything that waits at the hand-over place, as the receiver takes it over.</summary>
    public async Task<IReadOnlyList<TakeForm>> AllReady(DocumentId voucher)
    {
        var delivery = await Delivery(voucher);
        return
        [
            .. delivery.Lines.OrderBy(l => l.Order).Select(l => new TakeForm(
                l.Id, delivery.Free(l.Id).Units, [.. delivery.Parcels.Where(p => p.LineId == l.Id && p.PieceNumber.Length > 0 && !p.Free.IsZero).Select(p => p.PieceNumber)])),
        ];
    }

    public async Task<DraftGatePass> Pass(DocumentId voucher, PersonId? rosterGuard = null) => new(
        PassBasis.IssueVoucher, voucher, new PassTermsForm("کارگاه جوشکاری", "راننده", "۱۲ ب ۳۴۵", rosterGuard), await AllReady(voucher));

    /// <summary>A pass for everything that waits, issued by the keeper.</summary>
    public async Task<DocumentId> PassIssued(DocumentId voucher, PersonId? rosterGuard = null)
    {
        var id = Done(await App.As(Body.Keeper, await Pass(voucher, rosterGuard)));
        Ok(await App.As(Body.Keeper, new SubmitDocument(id, await Version(id), null)));
        return id;
    }

    /// <summary>What the guard would send for everything on the pass.</summary>
    public async Task<LetOutGoods> AllOut(DocumentId pass, params IReadOnlyList<string> alsoScanned)
    {
        var loaded = await Load<GatePass>(pass);
        return new LetOutGoods(
            pass, loaded.SignOff.ContentVersion, [.. loaded.Lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, l.Quantity.Units))],
            [.. loaded.Lines.SelectMany(l => l.Pieces).Select(p => p.Number), .. alsoScanned], null);
    }

    public async Task<DocumentId> PassOut(DocumentId voucher)
    {
        var id = await PassIssued(voucher);
        Assert.True(Done(await App.As(Body.Guard, await AllOut(id))).HasLeft);
        return id;
    }

    public async Task<Result> Sign(DocumentId id, RouteStep step)
    {
        var signer = step.PersonId ?? step.Capacity switch
        {
            Capacity.Requester => Body.Requester,
            Capacity.UnitManager => Body.Manager,
            Capacity.PropertyOfficer => Body.PropertyOfficer,
            Capacity.FinanceController => Body.Controller,
            Capacity.HeadOfGeneralAffairs => Body.GeneralAffairs,
            Capacity.TechnicalExpert => Body.Expert,
            _ => throw new InvalidOperationException($"Nobody is seated as {step.Capacity}."),
        };
        return (await App.As(signer, new SignDocuments([new(id, await Version(id))], null))).Plain();
    }

    /// <summary>Signs what is still open, before and after the effect.</summary>
    public async Task SignAll(DocumentId id)
    {
        while ((await Sheet(id)).OpenStep is { } step) Ok(await Sign(id, step));
    }

    public async Task<IssueDelivery> Delivery(DocumentId voucher) =>
        await App.Look(db => db.Set<IssueDelivery>().AsSplitQuery().SingleAsync(d => d.Id == voucher));

    public Task<T> Load<T>(DocumentId id) where T : Document => App.Look(db => db.Set<T>().AsSplitQuery().SingleAsync(d => d.Id == id));

    public Task<SignOffSheet> Sheet(DocumentId id) => App.Look(db => db.Set<SignOffSheet>().AsSplitQuery().SingleAsync(s => s.Id == id));

    public async Task<int> Version(DocumentId id) => (await Sheet(id)).ContentVersion;

    public Task<PropertyItem> Piece(string number) =>
        App.Look(db => db.Set<PropertyItem>().SingleAsync(p => p.Number == PropertyNumber.FromStored(number)));

    /// <summary>How many of an item lie at a place.</summary>
    public async Task<decimal> At(StockPlace place, ItemId item) => (await Ask(stock => stock.At(place, CancellationToken.None))).Where(h => h.Item == item).Sum(h => h.Quantity.Units);

    public Task<decimal> Staged(ItemId item) => AtPlace(p => p.Staged, item);

    public Task<decimal> WithCarrier(ItemId item) => AtPlace(p => p.WithCarrier, item);

    public Task<decimal> UsedUp(ItemId item) => At(StockPlace.ConsumptionOf(Body.Province.Id), item);

    public async Task<StockFact> Stock(ItemId item) => (await Ask(stock => stock.Of(Store, [item], CancellationToken.None)))[0];

    public async Task<T> Ask<T>(Func<IStockFacts, Task<T>> ask)
    {
        await using var scope = App.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<IStockFacts>());
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public static T Done<T>(Result<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.ToString());

    public static void Ok(Result outcome) => Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusal.ToString());

    private async Task<decimal> AtPlace(Func<StorePlaces, StockPlace> place, ItemId item) =>
        await At(place((await Ask(stock => stock.PlacesOf(Store, CancellationToken.None)))!), item);

    /// <summary>Enters pieces into the property book, with their labels on.</summary>
    private async Task Label(params IReadOnlyList<string> numbers)
    {
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        var now = App.Clock.GetUtcNow();
        foreach (var number in numbers)
        {
            var piece = PropertyItem.Enter(
                PropertyNumber.Create(number).Value, Inverters, "", Rials.FromStored(50_000_000), Store, Body.Province.Id, Body.Keeper, DocumentId.New(), Guid.CreateVersion7(), now);
            Ok(piece.ConfirmLabel(Body.PropertyOfficer, now));
            db.Add(piece);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<ItemId> Enter(TestApp app, string code, string name, CategoryId category, PropertyClass propertyClass) =>
        Done(await app.As(app.Body.HeadOfProcurement, new EnterItem(code, ItemKind.Goods, "each", new ItemForm(name, code, category, propertyClass))));
}
