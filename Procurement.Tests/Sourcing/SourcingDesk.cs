using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Sourcing.DraftDecision;
using Procurement.Application.Sourcing.KeepSourcingFile;
using Procurement.Application.Sourcing.OpenSourcingFile;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Catalogue;
using Procurement.Tests.Requests;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

/// <summary>What tests of the purchase do again and again: open a file, research a price, draft and sign the result.</summary>
internal static class SourcingDesk
{
    public static async Task<Result<SourcingFileId>> OpenFile(this TestApp app, DocumentId request, PurchaseMethod method = PurchaseMethod.SmallPurchase)
    {
        var lines = (await app.Request(request)).Lines;
        return await app.As(app.Body.HeadOfProcurement, new OpenSourcingFile([.. lines.Select(l => new NeedToBuy(request, l.Id))], method, app.Body.Buyer));
    }

    /// <summary>Opened, a price noted, and excused from SETAD by the official.</summary>
    public static async Task<SourcingFileId> ReadyFile(this TestApp app, DocumentId request, long price)
    {
        var file = await app.OpenFile(request);
        Assert.True(file.Succeeded, file.Succeeded ? "" : file.Refusal.ToString());
        await app.Price(file.Value, price);
        PurchaseDesk.Done(await app.As(app.Body.Official, new ExcuseSetad(file.Value, "خرید جزئی روزمره")));
        return file.Value;
    }

    public static async Task Price(this TestApp app, SourcingFileId file, long price) =>
        PurchaseDesk.Done(await app.As(app.Body.Buyer, new NotePrice(file, null, "فروشگاه نمونه", price, app.InDays(0), PriceSource.Shop, null)));

    /// <summary>A decision over every line of the file, all of one unit price.</summary>
    public static async Task<DecisionForm> Form(this TestApp app, SourcingFileId file, long unitPrice, long tax = 0)
    {
        var lines = (await app.File(file)).Lines;
        var total = lines.Aggregate(Rials.Zero, (sum, l) => sum + Rials.Price(l.Quantity, Rials.FromStored(unitPrice))).Amount + tax;
        return new DecisionForm(
            await app.Supplier(), InvoiceKind.Proforma, "۱۴۰۵/۷۷", app.InDays(0), tax, total, true, true, 0, false, false, app.InDays(10), PaymentWay.Voucher, null,
            [.. lines.Select(l => new DecisionLineForm(l.Id, l.Quantity.Units, unitPrice))]);
    }

    /// <summary>Drafted by the buyer and sent on its way; refused where a rule says no.</summary>
    public static async Task<Result> Decide(this TestApp app, SourcingFileId file, DecisionForm form)
    {
        var drafted = await app.As(app.Body.Buyer, new DraftDecision(file, form));
        return drafted.Succeeded ? await app.Send(drafted.Value) : drafted.Plain();
    }

    public static async Task<Result> Send(this TestApp app, DocumentId decision) =>
        await app.As(app.Body.Buyer, new Application.SignOff.SubmitDocument.SubmitDocument(decision, await app.Version(decision), null));

    /// <summary>Signed by everyone: in effect.</summary>
    public static async Task<DocumentId> Awarded(this TestApp app, SourcingFileId file, DecisionForm form)
    {
        PurchaseDesk.Done(await app.Decide(file, form));
        var decision = (await app.File(file)).DecisionId!.Value;
        await app.SignAs(app.Body.HeadOfProcurement, decision);
        await app.SignAs(app.Body.Controller, decision);
        await app.InspectorSigns(decision);
        return decision;
    }

    public static Task<SourcingFile> File(this TestApp app, SourcingFileId file) =>
        app.Look(db => db.Set<SourcingFile>().AsSplitQuery().SingleAsync(f => f.Id == file));

    /// <summary>A supplier in the register, entered once.</summary>
    public static async Task<SupplierId> Supplier(this TestApp app)
    {
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        if (await db.Set<Supplier>().OrderBy(s => s.Id).Select(s => (SupplierId?)s.Id).FirstOrDefaultAsync() is { } known) return known;

        var supplier = db.Add(ACatalogue.Company()).Entity;
        await db.SaveChangesAsync();
        return supplier.Id;
    }
}
