using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing.ConfirmKinds;

/// <summary>The expert reads each code off the goods, states kind and material, and signs in the same act (control 6.4.c).</summary>
[Requires(SignOffPermissions.Act)]
public sealed record ConfirmKinds(DocumentId DocumentId, int SeenVersion, IReadOnlyList<KindCheckForm> Lines, string? Proof) : ICommand<Result>;

public sealed record KindCheckForm(Guid LineId, string? ScannedCode, string? Remark);

internal sealed class ConfirmKindsHandler(IDocuments documents, Desk desk, SigningGate gate) : ICommandHandler<ConfirmKinds, Result>
{
    public async Task<Result> Handle(ConfirmKinds command, CancellationToken cancellationToken)
    {
        if (await documents.Find<IssueVoucher>(command.DocumentId, cancellationToken) is not { } voucher) return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(voucher, Capacity.TechnicalExpert, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;

        var checks = command.Lines.GroupBy(l => l.LineId).ToDictionary(g => g.Key, g => new KindCheck(g.First().ScannedCode, g.First().Remark));
        var confirmed = voucher.ConfirmKinds(checks, desk.Me);
        if (!confirmed.Succeeded) return confirmed;
        var passed = await gate.Pass(voucher, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Sign(voucher, voucher.SignOff.ContentVersion, null, cancellationToken) : passed;
    }
}
