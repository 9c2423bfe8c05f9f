using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.AnswerGoodsRequest;

/// <summary>The keeper says how much of each line the store has and signs it in the same act; what he promises is reserved.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record AnswerGoodsRequest(DocumentId DocumentId, int SeenVersion, IReadOnlyList<AvailableLine> Lines, string? Proof) : ICommand<Result>;

public sealed record AvailableLine(Guid LineId, decimal Available);

internal sealed class AnswerGoodsRequestHandler(IDocuments documents, Desk desk, SigningGate gate) : ICommandHandler<AnswerGoodsRequest, Result>
{
    public async Task<Result> Handle(AnswerGoodsRequest command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsRequest>(command.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(request, Capacity.Keeper, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;

        var available = new Dictionary<Guid, Quantity>();
        foreach (var line in command.Lines)
        {
            var quantity = Quantity.Of(line.Available);
            if (!quantity.Succeeded) return quantity.Plain();
            available[line.LineId] = quantity.Value;
        }

        var answered = request.AnswerAvailability(available, desk.Me);
        if (!answered.Succeeded) return answered;
        var passed = await gate.Pass(request, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Sign(request, request.SignOff.ContentVersion, null, cancellationToken) : passed;
    }
}
