using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Requests.DeclareAbsent;

/// <summary>The keeper declares «موجود نیست» and signs it in the same act; goods that are there send the request back instead.</summary>
[Requires(SignOffPermissions.Act)]
public sealed record DeclareAbsent(DocumentId DocumentId, int SeenVersion, IReadOnlyList<CodedLine> Items, string? Proof) : ICommand<Result>;

/// <summary>The catalogue code the keeper gives to a line asked for in free words.</summary>
public sealed record CodedLine(Guid LineId, string? ItemCode);

internal sealed class DeclareAbsentHandler(IDocuments documents, ICatalogueFacts catalogue, Desk desk, SigningGate gate) : ICommandHandler<DeclareAbsent, Result>
{
    public async Task<Result> Handle(DeclareAbsent command, CancellationToken cancellationToken)
    {
        if (await documents.Find<PurchaseRequest>(command.DocumentId, cancellationToken) is not { } request)
            return Refusal.NotFound("signoff.document-not-found");
        var may = await desk.MayContribute(request, Capacity.Keeper, command.SeenVersion, cancellationToken);
        if (!may.Succeeded) return may;

        var items = await Items(command.Items, cancellationToken);
        if (!items.Succeeded) return items.Plain();
        var declared = request.DeclareAbsent(items.Value, desk.Me);
        if (!declared.Succeeded) return declared;
        var passed = await gate.Pass(request, command.Proof, cancellationToken);
        return passed.Succeeded ? await desk.Sign(request, request.SignOff.ContentVersion, null, cancellationToken) : passed;
    }

    private async Task<Result<IReadOnlyDictionary<Guid, ItemId>>> Items(IReadOnlyList<CodedLine> lines, CancellationToken ct)
    {
        var named = lines.Select(l => (l.LineId, Code: PersianText.ToLatinDigits(PersianText.Clean(l.ItemCode)).ToUpperInvariant())).Where(l => l.Code.Length > 0).ToList();
        var found = await catalogue.ItemsByCode([.. named.Select(l => l.Code)], ct);
        var items = new Dictionary<Guid, ItemId>();
        foreach (var (line, code) in named)
        {
            if (found.GetValueOrDefault(code) is not { IsActive: true, Kind: ItemKind.Goods } item) return Refusal.Invalid("purchase-request.item-not-goods", code);
            items[line] = item.Id;
        }

        return items;
    }
}
