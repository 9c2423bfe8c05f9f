using System.Text.Json.Nodes;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Tests.Load;

/// <summary>
/// Lets the holders of a route sign a lot of documents of one kind: each opens every document and signs, one by one or as a list where there
/// are several; who must add something of his own does so in the same act.
/// </summary>
/// <param name="client">The program.</param>
/// <param name="kind">The kind of the documents.</param>
internal sealed class SigningRound(LoadClient client, DocumentKind kind)
{
    /// <param name="documents">The lot.</param>
    /// <param name="contribute">What a signer of this capacity adds, and signs with it; not asked where the route has no such step.</param>
    public async Task Through(IReadOnlyList<Guid> documents, Func<Capacity, JsonNode, Task>? contribute = null)
    {
        var body = client.Scene.Body;
        var open = new List<JsonNode>();
        foreach (var id in documents) open.Add(await client.Document(Reader(kind, body), id));
        while (true)
        {
            var turns = new List<(PersonId Signer, JsonNode Document)>();
            foreach (var document in open)
                if (await Next(document) is { } turn) turns.Add(turn);
            if (turns.Count == 0) return;

            open.Clear();
            foreach (var group in turns.GroupBy(turn => turn.Signer)) await Sign(group.Key, [.. group.Select(turn => turn.Document)], contribute);
            open.AddRange(turns.Select(turn => turn.Document));
        }
    }

    private async Task Sign(PersonId signer, List<JsonNode> documents, Func<Capacity, JsonNode, Task>? contribute)
    {
        var plain = new List<JsonNode>();
        foreach (var document in documents)
        {
            if ((string?)document["acts"]!["contribute"] is { } capacity)
                await (contribute ?? throw new InvalidOperationException($"{kind} asks the {capacity} for something."))(Enum.Parse<Capacity>(capacity), document);
            else plain.Add(document);
            Done(document);
        }

        if (plain.Count > 1)
        {
            var list = await client.Post(signer, "documents/sign", new
            {
                documents = plain.Select(d => new { id = IdOf(d), version = LoadClient.VersionOf(d) }), proof = await client.Proof(signer, kind),
            });
            if (list!["items"]!.AsArray().FirstOrDefault(item => item!["refusedBy"] is not null) is { } refused) throw new InvalidOperationException($"Signing as a list: {refused}");
            return;
        }

        foreach (var document in plain)
            await client.Post(signer, $"documents/{IdOf(document):D}/sign", new { proof = await client.Proof(signer, kind) }, LoadClient.VersionOf(document));
    }

    /// <summary>The document as the next signer opens it; null when nobody is left.</summary>
    private async Task<(PersonId Signer, JsonNode Document)?> Next(JsonNode seen)
    {
        var step = Steps(seen).FirstOrDefault(s => (string?)s["state"] is "Open" or "Waiting");
        if (step is null) return null;

        var capacity = Enum.Parse<Capacity>((string)step["capacity"]!);
        foreach (var holder in HoldersOf(capacity))
        {
            var opened = await client.Document(holder, IdOf(seen));
            if ((bool)opened["acts"]!["sign"]! || opened["acts"]!["contribute"] is not null) return (holder, opened);
        }

        throw new InvalidOperationException($"Nobody can sign {kind} {IdOf(seen)} as {capacity}: {seen["sheet"]!["steps"]}");
    }

    /// <summary>Marks the open step as signed in what the client knows, so that it need not read the document again to see whose turn is next.</summary>
    private static void Done(JsonNode document) => Steps(document).First(s => (string?)s["state"] == "Open")["state"] = "Signed";

    private static IEnumerable<JsonNode> Steps(JsonNode document) => document["sheet"]!["steps"]!.AsArray().Select(s => s!).OrderBy(s => (int)s["order"]!);

    private static Guid IdOf(JsonNode document) => (Guid)document["sheet"]!["id"]!;

    private static PersonId Reader(DocumentKind kind, Support.TestBody body) => kind.Code switch
    {
        "purchase-request" or "goods-request" => body.Requester,
        "sourcing-decision" or "supplier-invoice" => body.Buyer,
        "payment-voucher" => body.Accountant,
        _ => body.Keeper,
    };

    private IEnumerable<PersonId> HoldersOf(Capacity capacity)
    {
        var body = client.Scene.Body;
        return capacity switch
        {
            Capacity.Requester => [body.Requester],
            Capacity.UnitManager => [body.Manager],
            Capacity.Keeper => [body.Keeper],
            Capacity.HeadOfProcurement => [body.HeadOfProcurement],
            Capacity.AuthorisedOfficial => [body.Official],
            Capacity.FinanceController => [body.Controller],
            Capacity.Inspector => [body.InspectorOne, body.InspectorTwo],
            Capacity.HeadOfGeneralAffairs => [body.GeneralAffairs],
            Capacity.DocumentReviewer => [body.Reviewer],
            Capacity.PropertyOfficer => [body.PropertyOfficer],
            Capacity.AccountsOfficer => [body.Accountant],
            Capacity.Buyer => [body.Buyer],
            _ => throw new InvalidOperationException($"Nobody of the load is {capacity}."),
        };
    }
}
