using Procurement.Application.Shared.Messaging;
using Procurement.Application.Warehousing.CheckStock;
using Procurement.Application.Warehousing.ClosePeriod;
using Procurement.Application.Warehousing.CloseStore;
using Procurement.Application.Warehousing.DescribeStore;
using Procurement.Application.Warehousing.DraftOpeningBalance;
using Procurement.Application.Warehousing.EditOpeningBalance;
using Procurement.Application.Warehousing.Kardex;
using Procurement.Application.Warehousing.KeepBins;
using Procurement.Application.Warehousing.ListStock;
using Procurement.Application.Warehousing.ListStores;
using Procurement.Application.Warehousing.OpenStore;
using Procurement.Application.Warehousing.ReadStore;
using Procurement.Application.Warehousing.StockCard;
using Procurement.Application.Warehousing.StockOnDay;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Api;

/// <summary>Stores, stock, cards and first counts for other programs: the same use cases the pages call.</summary>
internal sealed class WarehousingApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var stores = routes.MapGroup("/stores").WithTags("stores");
        MapStores(stores);
        MapPeriod(stores.MapGroup("/{id:guid}/period"));
        MapStock(stores.MapGroup("/{id:guid}"));
        MapOpenings(routes.MapGroup("/opening-balances").WithTags("stores"));
        routes.MapGet("/kardex/{unit:guid}/{item:guid}", async (Guid unit, Guid item, string? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new Kardex(new OrgUnitId(unit), new ItemId(item), WarehousingCursors.ReadKardex(after)), ct), KardexResource.Of)).WithTags("stores");
    }

    private static void MapStores(RouteGroupBuilder stores)
    {
        stores.MapGet("", async (string? q, bool? closed, string? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListStores(q, closed == true, WarehousingCursors.ReadName(after)), ct), StoreListed.Of));
        stores.MapPost("", async (NewStoreBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(
                await cases.Send(new OpenStore(new OrgUnitId(body.UnitId), body.Code, body.Name, body.NameEn, body.HasGuard, body.FirstBin), ct), s => s.Value, "stores"));
        stores.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadStore(new StoreId(id)), ct), StoreResource.Of));
        stores.MapPut("/{id:guid}", async (Guid id, StoreBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DescribeStore(new StoreId(id), body.Name, body.NameEn, body.HasGuard), ct)));
        stores.MapPost("/{id:guid}/close", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CloseStore(new StoreId(id)), ct)));
        stores.MapPost("/{id:guid}/bins", async (Guid id, BinBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new AddBin(new StoreId(id), body.Code, body.Name), ct), b => b.Value, "bins"));
        stores.MapPost("/bins/{bin:guid}/close", async (Guid bin, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CloseBin(new PlaceId(bin)), ct)));
    }

    private static void MapPeriod(RouteGroupBuilder period)
    {
        period.MapPost("/propose", async (Guid id, PeriodBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ProposeClosing(new StoreId(id), body.Through), ct)));
        period.MapPost("/approve", async (Guid id, PeriodBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ApproveClosing(new StoreId(id), body.Through), ct)));
        period.MapPost("/withdraw", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new WithdrawClosing(new StoreId(id)), ct)));
    }

    private static void MapStock(RouteGroupBuilder store)
    {
        store.MapGet("/stock", async (Guid id, string? q, StockFilter? only, string? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(
                await cases.Ask(new ListStock(new StoreId(id), q, only ?? StockFilter.InStock, WarehousingCursors.ReadName(after)), ct), StockListed.Of));
        store.MapGet("/stock-on/{day}", async (Guid id, DateOnly day, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StockOnDay(new StoreId(id), day), ct), rows => rows.Select(StockOnDayListed.Of).ToList()));
        store.MapGet("/items/{item:guid}/card", async (Guid id, Guid item, DateOnly? until, string? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StockCard(new StoreId(id), new ItemId(item), until, WarehousingCursors.ReadCard(after)), ct), CardResource.Of));
        store.MapGet("/check", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new CheckStock(new StoreId(id)), ct), StockCheckResource.Of));
    }

    private static void MapOpenings(RouteGroupBuilder openings)
    {
        openings.MapPost("", async (NewOpeningBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(
                await cases.Send(new DraftOpeningBalance(new StoreId(body.StoreId), body.CountedOn, body.Basis, body.Lines), ct), d => d.Value, "documents"));
        openings.MapPut("/{id:guid}", async (Guid id, OpeningBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(
                new EditOpeningBalance(new DocumentId(id), (int)http.SeenVersion(), body.CountedOn, body.Basis, body.Lines), ct)));
    }
}
