using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Receiving.CountDelivery;

/// <summary>The keeper's own count of every line, before he has seen order or papers (control 6.1.a).</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record CountAsKeeper(DocumentId DocumentId, int SeenVersion, IReadOnlyList<LineQuantity> Lines) : ICommand<Result>;

/// <summary>What waybill or invoice say; a line they do not name is left out.</summary>
[Requires(ReceivingPermissions.Keep)]
public sealed record ReadPapers(DocumentId DocumentId, int SeenVersion, IReadOnlyList<LineQuantity> Lines) : ICommand<Result>;

/// <summary>
/// The second count. When it agrees with the keeper's it is signed in the same act and the goods are in quarantine; when it differs only the
/// lines are told, never a figure.
/// </summary>
[Requires(ReceivingPermissions.Count)]
public sealed record CountAsSecond(DocumentId DocumentId, int SeenVersion, IReadOnlyList<LineQuantity> Lines, string? Proof) : ICommand<Result<SecondCountOutcome>>;

/// <param name="Agrees">Both counts are the same.</param>
/// <param name="DifferingLines">Places on the form of the lines that differ.</param>
public sealed record SecondCountOutcome(bool Agrees, IReadOnlyList<int> DifferingLines);

internal sealed class CountAsKeeperHandler(IDocuments documents, Desk desk) : ICommandHandler<CountAsKeeper, Result>
{
    public async Task<Result> Handle(CountAsKeeper command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(command.DocumentId, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        if (receipt.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, receipt.SignOff.ContentVersion);
        var counted = Quantities.Read(command.Lines);
        return counted.Succeeded ? receipt.CountAsKeeper(counted.Value, desk.Me) : counted.Plain();
    }
}

internal sealed class ReadPapersHandler(IDocuments documents, Desk desk) : ICommandHandler<ReadPapers, Result>
{
    public async Task<Result> Handle(ReadPapers command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(command.DocumentId, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        if (receipt.SignOff.ContentVersion != command.SeenVersion)
            return Refusal.Stale("signoff.changed-since-seen", command.SeenVersion, receipt.SignOff.ContentVersion);
        var onPaper = Quantities.Read(command.Lines);
        return onPaper.Succeeded ? receipt.ReadPapers(onPaper.Value, desk.Me) : onPaper.Plain();
    }
}

internal sealed class CountAsSecondHandler(IDocuments documents, Desk desk, SigningGate gate) : ICommandHandler<CountAsSecond, Result<SecondCountOutcome>>
{
    public async Task<Result<SecondCountOutcome>> Handle(CountAsSecond command, CancellationToken cancellationToken)
    {
        if (await documents.Find<TemporaryReceipt>(command.DocumentId, cancellationToken) is not { } receipt)
            return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(receipt, receipt.SecondHand, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;
        var typed = Quantities.Read(command.Lines);
        if (!typed.Succeeded) return typed.Plain();

        var counted = receipt.CountAsSecond(typed.Value, desk.Me);
        if (!counted.Succeeded) return counted.Plain();
        if (!counted.Value) return new SecondCountOutcome(false, [.. receipt.DifferingLines().Select(l => l.Order)]);

        var passed = await gate.Pass(receipt, command.Proof, cancellationToken);
        if (!passed.Succeeded) return passed;
        var signed = await desk.Sign(receipt, receipt.SignOff.ContentVersion, null, cancellationToken);
        return signed.Succeeded ? new SecondCountOutcome(true, []) : signed;
    }
}
