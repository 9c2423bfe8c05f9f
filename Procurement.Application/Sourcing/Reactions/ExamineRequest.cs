using Procurement.Application.Requests.Facts;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.Sourcing;

namespace Procurement.Application.Sourcing.Reactions;

/// <summary>The splitting tests look at a request when it goes on its way.</summary>
internal sealed class ExamineRequest(IDocuments documents, Decrees decrees, SplittingExam exam, IBodyClock clock) : IReactTo<PurchaseRequestSubmitted>
{
    public async Task<Result> React(PurchaseRequestSubmitted happened, CancellationToken ct)
    {
        // A need may be stated before the body has loaded its decree; its file, which must be classed, is where the missing decree refuses.
        var decree = (await decrees.Table(ct)).InForceOn(clock.Today);
        if (!decree.Succeeded) return Result.Ok;

        var request = (await documents.Load<PurchaseRequest>(happened.DocumentId, ct))!;
        var row = decree.Value.Decree;
        return await exam.Run(
            new Examined(
                request.SignOff.UnitId, request.Id.Value, clock.Today, row.ClassOf(request.Estimate), row, ExaminedAt.Request, request.Id.Value, RequestedLines.Of(request)), ct);
    }
}
