using Procurement.Application.Catalogue.Categories;
using Procurement.Application.Catalogue.CorrectItem;
using Procurement.Application.Catalogue.EnterItem;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.ConvertUnits;
using Procurement.Application.Catalogue.ListItems;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Catalogue.PublishTemplate;
using Procurement.Application.Catalogue.ReadItem;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Application.Catalogue.Units;
using Procurement.Application.Catalogue.WithdrawItem;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Pages.Catalogue;

namespace Procurement.Web.Api;

/// <summary>Items, groups, units and suppliers for other programs: the same use cases the pages call.</summary>
internal sealed class CatalogueApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        MapItems(routes.MapGroup("/items").WithTags("items"));
        MapCategories(routes.MapGroup("/item-groups").WithTags("items"));
        MapUnits(routes.MapGroup("/units").WithTags("items"));
        MapSuppliers(routes.MapGroup("/suppliers").WithTags("suppliers"));
        MapSupplierFile(routes.MapGroup("/suppliers/{id:guid}").WithTags("suppliers"));
    }

    private static void MapItems(RouteGroupBuilder items)
    {
        items.MapGet("", async (string? q, Guid? group, ItemKind? kind, bool? withdrawn, string? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(
                await cases.Ask(new ListItems(q, group is { } g ? new CategoryId(g) : null, kind, withdrawn == true, CatalogueWords.ReadCursor(after)), ct),
                CataloguePages.Of));
        items.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadItem(new ItemId(id)), ct), c => c.Version, ItemResource.Of));
        items.MapPost("", async (NewItemBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new EnterItem(body.Code, body.Kind, body.BaseUnit, body.Item.ToForm()), ct), i => i.Value, "items"));
        items.MapPut("/{id:guid}", async (Guid id, ItemBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CorrectItem(new ItemId(id), http.SeenVersion(), body.ToForm()), ct)));
        items.MapPut("/{id:guid}/template", async (Guid id, TemplateBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new PublishTemplate(new ItemId(id), body.SeenVersion, [.. body.Attributes.Select(a => a.Definition)]), ct)));
        items.MapPut("/{id:guid}/conversions/{unit}", async (Guid id, string unit, ConversionResource body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ConvertUnits(new ItemId(id), unit, body.Numerator, body.Denominator), ct)));
        items.MapDelete("/{id:guid}/conversions/{unit}", async (Guid id, string unit, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DropConversion(new ItemId(id), unit), ct)));
        items.MapPost("/{id:guid}/withdraw", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new WithdrawItem(new ItemId(id)), ct)));
        items.MapPost("/{id:guid}/reinstate", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new ReinstateItem(new ItemId(id)), ct)));
    }

    private static void MapCategories(RouteGroupBuilder groups)
    {
        groups.MapGet("", async (IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadCategories(), ct), tree => tree.Walk().Select(w => CategoryResource.Of(w.Node)).ToList()));
        groups.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadCategory(new CategoryId(id)), ct), c => c.Version, c => CategoryResource.Of(c.Node)));
        groups.MapPost("", async (CategoryBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new OpenCategory(body.Code, body.ToForm()), ct), c => c.Value, "item-groups"));
        groups.MapPut("/{id:guid}", async (Guid id, CategoryBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CorrectCategory(new CategoryId(id), http.SeenVersion(), body.ToForm()), ct)));
        groups.MapPost("/{id:guid}/close", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new CloseCategory(new CategoryId(id)), ct)));
    }

    private static void MapUnits(RouteGroupBuilder units)
    {
        units.MapGet("", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new ListUnits(), ct), list => list));
        units.MapPost("", async (DefineUnit body, IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Send(body, ct)));
    }

    private static void MapSuppliers(RouteGroupBuilder suppliers)
    {
        suppliers.MapGet("", async (string? q, bool? blocked, bool? withdrawn, string? after, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ListSuppliers(q, blocked == true, withdrawn == true, CatalogueWords.ReadCursor(after)), ct), CataloguePages.Of));
        suppliers.MapPost("", async (NewSupplierBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new RegisterSupplier(body.Kind, body.Identifier, body.Supplier.ToDetails()), ct), s => s.Value, "suppliers"));
        suppliers.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadSupplier(new SupplierId(id)), ct), c => c.Version, SupplierResource.Of));
        suppliers.MapPut("/{id:guid}", (Guid id, SupplierBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            Enter(cases, http, new CorrectSupplier(new SupplierId(id), http.SeenVersion(), body.ToDetails()), ct));
    }

    private static void MapSupplierFile(RouteGroupBuilder file)
    {
        file.MapPost("/withdraw", (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            Enter(cases, http, new WithdrawSupplier(new SupplierId(id)), ct));
        file.MapPost("/reinstate", (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            Enter(cases, http, new ReinstateSupplier(new SupplierId(id)), ct));
        file.MapPost("/accounts", (Guid id, AccountResource body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            Enter(cases, http, new AddSupplierAccount(new SupplierId(id), body.Iban, body.Bank), ct));
        file.MapPost("/accounts/{account:guid}/default", (Guid id, Guid account, IUseCases cases, HttpContext http, CancellationToken ct) =>
            Enter(cases, http, new UseSupplierAccount(new SupplierId(id), account), ct));
        file.MapDelete("/accounts/{account:guid}", (Guid id, Guid account, IUseCases cases, HttpContext http, CancellationToken ct) =>
            Enter(cases, http, new DropSupplierAccount(new SupplierId(id), account), ct));
        file.MapPost("/certificates", (Guid id, CertificateResource body, IUseCases cases, HttpContext http, CancellationToken ct) => Enter(
            cases, http, new FileSupplierCertificate(
                new SupplierId(id), body.Kind, body.Field, body.Grade, body.Issuer, body.Number, body.ValidFrom, body.ValidTo), ct));
        file.MapPost("/blocks", (Guid id, BlockResource body, IUseCases cases, HttpContext http, CancellationToken ct) => Enter(
            cases, http, new BlockSupplier(new SupplierId(id), body.Source, body.LetterNumber, body.LetterDate, body.Reason, body.From, body.To), ct));
    }

    private static async Task<IResult> Enter(IUseCases cases, HttpContext http, SupplierCommand command, CancellationToken ct) =>
        http.Answer(await cases.Send<Result>(command, ct));
}
