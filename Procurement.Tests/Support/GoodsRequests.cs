using Microsoft.EntityFrameworkCore;
using Procurement.Application.Requests.AnswerGoodsRequest;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.SignOff.SignDocuments;
using Procurement.Application.SignOff.SubmitDocument;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Tests.Support;

/// <summary>Goods requests taken as far as a test needs them; the shortest real document there is.</summary>
public static class GoodsRequests
{
    public static async Task<DraftGoodsRequest> Draft(TestApp app, StoreId? store = null)
    {
        var stock = await TestStock.In(app.Services, app.Body.Province);
        return new DraftGoodsRequest(store ?? stock.Store, "کارگاه جوشکاری", TehranTime.Today(app.Clock).AddDays(20), [new(stock.Electrode, 5, null), new(stock.Mask, 4, "رنگ آبی")]);
    }

    /// <summary>Drafted and submitted by the province's requester; waits for his manager.</summary>
    public static async Task<DocumentId> Submitted(TestApp app, PersonId? requester = null)
    {
        var by = requester ?? app.Body.Requester;
        var id = Done(await app.As(by, await Draft(app)));
        Done(await app.As(by, new SubmitDocument(id, await VersionOf(app, id), null)));
        return id;
    }

    /// <summary>Signed by the manager too; waits for the keeper.</summary>
    public static async Task<DocumentId> SignedByManager(TestApp app)
    {
        var id = await Submitted(app);
        Done(await app.As(app.Body.Manager, new SignDocuments([new(id, await VersionOf(app, id))], null)));
        return id;
    }

    /// <summary>Answered and signed by the keeper, who has nothing of it: the last signature, so it has taken effect.</summary>
    public static async Task<DocumentId> Answered(TestApp app)
    {
        var id = await SignedByManager(app);
        var request = await Load(app, id);
        Done(await app.As(app.Body.Keeper, new AnswerGoodsRequest(
            id, request.SignOff.ContentVersion, [.. request.Lines.Select(line => new AvailableLine(line.Id, 0))], null)));
        return id;
    }

    public static async Task<int> VersionOf(TestApp app, DocumentId id) => (await Load(app, id)).SignOff.ContentVersion;

    public static Task<GoodsRequest> Load(TestApp app, DocumentId id) =>
        app.Look(db => db.Set<GoodsRequest>().AsSplitQuery().SingleAsync(r => r.Id == id));

    private static T Done<T>(Result<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.ToString());

    private static void Done(Result outcome)
    {
        if (!outcome.Succeeded) throw new InvalidOperationException(outcome.Refusal.ToString());
    }
}
