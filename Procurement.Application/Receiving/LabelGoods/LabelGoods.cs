using Procurement.Application.Receiving.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Application.Receiving.LabelGoods;

/// <summary>The property officer numbers every piece of the non-consumable lines and signs the receipt in the same act (law file 3.6).</summary>
[Requires(SignOffPermissions.Act)]
public sealed record LabelGoods(DocumentId DocumentId, int SeenVersion, IReadOnlyList<LabelledLineForm> Lines, string? Proof) : ICommand<Result>;

public sealed record LabelledLineForm(Guid LineId, IReadOnlyList<LabelInput> Labels);

internal sealed class LabelGoodsHandler(IDocuments documents, IReceivingRecords records, Desk desk, SigningGate gate) : ICommandHandler<LabelGoods, Result>
{
    public async Task<Result> Handle(LabelGoods command, CancellationToken cancellationToken)
    {
        if (await documents.Find<GoodsReceipt>(command.DocumentId, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(receipt, Capacity.PropertyOfficer, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;

        var labelled = receipt.Label(command.Lines.GroupBy(l => l.LineId).ToDictionary(g => g.Key, g => g.First().Labels), desk.Me);
        if (!labelled.Succeeded) return labelled;
        if (await records.Taken(receipt.Id, [.. receipt.Lines.SelectMany(l => l.Labels).Select(l => l.Number)], cancellationToken) is { } taken)
            return Refusal.Rule("property.number-taken", taken.Value);

        var passed = await gate.Pass(receipt, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Sign(receipt, receipt.SignOff.ContentVersion, null, cancellationToken) : passed;
    }
}
