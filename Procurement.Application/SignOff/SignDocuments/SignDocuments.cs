using System.Security.Cryptography;
using System.Text;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.SignDocuments;

/// <summary>One document of a list, at the version its signer saw.</summary>
public sealed record DocumentToSign(DocumentId DocumentId, int SeenVersion);

/// <summary>
/// Signs one document, or a list of up to fifty of one kind that the signer has each opened, in one command: one signature and one audit
/// leaf a document, one manifest hash over all. Items that fail are told one by one; the others stand.
/// </summary>
[Requires(SignOffPermissions.Act)]
public sealed record SignDocuments(IReadOnlyList<DocumentToSign> Items, string? Proof) : ICommand<Result<SignedList>>;

/// <summary>What became of each item of a list.</summary>
public sealed record SignedList(IReadOnlyList<SignedItem> Items)
{
    public int SignedCount => Items.Count(i => i.RefusedBy is null);
}

public sealed record SignedItem(DocumentId DocumentId, string? RefusedBy);

internal sealed class SignDocumentsHandler(
    IDocuments documents, Desk desk, SigningGate gate, ISigningGrants grants, ProofRule rule, ICurrentActor actor, CallContext context)
    : ICommandHandler<SignDocuments, Result<SignedList>>
{
    private const int LongestList = 50;

    public async Task<Result<SignedList>> Handle(SignDocuments command, CancellationToken cancellationToken)
    {
        if (command.Items.Count is 0 or > LongestList) return Refusal.Invalid("signoff.list-length", LongestList);
        if (command.Items.DistinctBy(i => i.DocumentId).Count() != command.Items.Count) return Refusal.Invalid("signoff.list-repeats");

        var found = new List<(DocumentToSign Item, Document? Document)>();
        foreach (var item in command.Items) found.Add((item, await documents.Find(item.DocumentId, cancellationToken)));
        var kinds = found.Where(f => f.Document is not null).Select(f => f.Document!.SignOff.Kind).Distinct().ToList();
        if (kinds.Count == 0) return Refusal.NotFound("signoff.document-not-found");
        if (kinds.Count > 1) return Refusal.Rule("signoff.list-of-one-kind");
        var passed = found is [{ Document: { } only }]
            ? await gate.Pass(only, command.Proof, cancellationToken)
            : await gate.Pass(kinds[0], command.Proof, cancellationToken);
        if (!passed.Succeeded) return passed;

        return found.Count == 1 ? await SignOne(found[0], cancellationToken) : await SignAll(found, cancellationToken);
    }

    private async Task<Result<SignedList>> SignOne((DocumentToSign Item, Document? Document) one, CancellationToken ct)
    {
        if (one.Document is null) return Refusal.NotFound("signoff.document-not-found");
        var signed = await desk.Sign(one.Document, one.Item.SeenVersion, null, ct);
        if (!signed.Succeeded) return signed;

        // Whose turn it is comes first: only a signer is told that he has not looked. Nothing of a refused command stands.
        if (!context.ProvenInProcess && !(await grants.Opened(actor.Person, [one.Item.DocumentId], ct)).Contains((one.Item.DocumentId, one.Item.SeenVersion)))
            return Refusal.Rule("signoff.not-opened-yet");
        return new SignedList([new SignedItem(one.Item.DocumentId, null)]);
    }

    private async Task<Result<SignedList>> SignAll(List<(DocumentToSign Item, Document? Document)> found, CancellationToken ct)
    {
        var opened = context.ProvenInProcess
            ? null
            : await grants.Opened(actor.Person, [.. found.Select(f => f.Item.DocumentId)], ct);
        var manifest = ManifestOf(found);
        var items = new List<SignedItem>();
        Refusal? first = null;
        foreach (var (item, document) in found)
        {
            var outcome = await SignListed(item, document, opened, manifest, ct);
            if (!outcome.Succeeded) first ??= outcome.Refusal;
            items.Add(new SignedItem(item.DocumentId, outcome.Succeeded ? null : outcome.Refusal.Code));
        }

        var list = new SignedList(items);
        return list.SignedCount == 0 ? first! : list;
    }

    private async Task<Result> SignListed(
        DocumentToSign item, Document? document, IReadOnlySet<(DocumentId, int)>? opened, string manifest, CancellationToken ct)
    {
        if (document is null) return Refusal.NotFound("signoff.document-not-found");
        if (await rule.EachTime(document, ct)) return Refusal.Rule("signoff.signed-singly");
        if (opened?.Contains((item.DocumentId, item.SeenVersion)) == false) return Refusal.Rule("signoff.not-opened-yet");
        return await desk.Sign(document, item.SeenVersion, manifest, ct);
    }

    /// <summary>SHA-256 over the documents, versions and content hashes of the list, in its order.</summary>
    private static string ManifestOf(IEnumerable<(DocumentToSign Item, Document? Document)> found)
    {
        var lines = found.Where(f => f.Document is not null)
            .Select(f => $"{f.Item.DocumentId.Value:N}:{CanonicalWriter.Seal(f.Document!).Sha256}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', lines))));
    }
}
