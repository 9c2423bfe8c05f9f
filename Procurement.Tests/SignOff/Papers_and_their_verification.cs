using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.AuditTrail;
using Procurement.Application.AuditTrail.Checkpoints;
using Procurement.Application.SignOff.PrintDocument;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed partial class Papers_and_their_verification(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task The_first_paper_is_the_original_and_the_second_says_that_it_is_a_reprint(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);
        var preview = await requester.Open(Print(id));

        var first = await requester.Submit(preview.QuerySelector(".print-tools"));
        var second = await requester.Submit((await requester.Open(Print(id))).QuerySelector(".print-tools"));

        Assert.DoesNotContain("نسخه اصل", preview.QuerySelector(".letterhead-number")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("نسخه اصل", first.QuerySelector(".letterhead-number")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("چاپ مجدد ۲", second.QuerySelector(".letterhead-number")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(second.QuerySelector(".mark svg"));
        Assert.Contains("اداره کل", first.QuerySelector(".letterhead-body")!.TextContent, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task A_draft_has_no_paper(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Drafted(site.Body.Requester);

        Assert.Equal("signoff.print-without-number", (await site.As(site.Body.Requester, new PrintDocument(id))).Refusal.Code);
        Assert.Equal("signoff.document-not-found", (await site.As(site.Body.Stranger, new PrintDocument(id))).Refusal.Code);
    }

    [EngineFact]
    public async Task Whoever_holds_the_paper_is_told_that_it_is_genuine_in_any_digits(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        var hash = (await site.Sheet(id)).Signatures[0].ContentSha256;
        using var anyone = site.Visit(null);

        var byMark = await anyone.Open(Verify(RequestNumber(await NumberOf(site, id)), hash[..16]));
        var byHand = await anyone.Open(Verify("دک-۱۲-۱۴۰۵-۰۰۰۰۱", hash[..8].ToUpperInvariant()));

        foreach (var answer in new[] { byMark, byHand })
        {
            Assert.Contains("این برگه با سند ثبت‌شده یکی است", answer.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("درخواست‌کننده", Table(answer), StringComparison.Ordinal);
        }
    }

    [EngineFact]
    public async Task A_number_without_its_mark_tells_nothing(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        var number = RequestNumber(await NumberOf(site, id));
        using var anyone = site.Visit(null);

        var wrong = await anyone.Open(Verify(number, "0000000000000000"));
        Assert.Equal(HttpStatusCode.NotFound, anyone.Status);
        Assert.DoesNotContain("الکترود", wrong.Body!.TextContent, StringComparison.Ordinal);
        await anyone.Open(Verify(number, "12"));
        Assert.Equal(HttpStatusCode.BadRequest, anyone.Status);
        await anyone.Open(Verify("۱۲۳", "0000000000000000"));
        Assert.Equal(HttpStatusCode.BadRequest, anyone.Status);
    }

    [EngineFact]
    public async Task The_proof_file_of_a_paper_verifies_without_the_database(DatabaseEngine engine)
    {
        await using var site = await WebSite.On(await databases.Fresh(engine));
        var id = await site.Submitted(site.Body.Requester);
        var (number, hash) = (RequestNumber(await NumberOf(site, id)), (await site.Sheet(id)).Signatures[0].ContentSha256);
        using var anyone = site.Visit(null);
        await anyone.Open($"/verify?handler=Proof&number={number}&mark={hash}");
        var early = anyone.Status;

        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CheckpointKeeper>().CoverLog(CancellationToken.None);
        var file = await anyone.Client.GetByteArrayAsync($"/verify?handler=Proof&number={number}&mark={hash}");

        var proven = OfflineVerifier.Verify(file, scope.ServiceProvider.GetRequiredService<ICheckpointKey>().PublicKey);
        Assert.Equal(HttpStatusCode.Conflict, early);
        Assert.Equal((id.Value, "signed"), (proven.Value.Leaf.DocumentId, proven.Value.Leaf.Act));
    }

    [BrowserFact]
    public async Task The_server_prints_the_same_form_as_a_file()
    {
        await using var site = await WebSite.On(await databases.Fresh(DatabaseEngine.Sqlite));
        var id = await site.Submitted(site.Body.Requester);
        using var requester = site.Visit(site.Body.Requester);

        var file = await requester.Client.GetByteArrayAsync($"{Print(id)}?handler=Pdf");

        Assert.Equal("%PDF-", Encoding.ASCII.GetString(file, 0, 5));
        Assert.InRange(Pages().Count(Encoding.Latin1.GetString(file)), 1, 1);
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]", RegexOptions.None, 1000)]
    private static partial Regex Pages();

    private static string Print(DocumentId id) => $"/documents/{id.Value}/print";

    private static string Verify(string number, string mark) => $"/verify?number={Uri.EscapeDataString(number)}&mark={mark}";

    private static string Table(IDocument page) => page.QuerySelector("table")!.TextContent;

    private static async Task<int> NumberOf(WebSite site, DocumentId id) => (await site.Sheet(id)).NumberSerial;

    private static string RequestNumber(int serial) => string.Create(CultureInfo.InvariantCulture, $"RQ-12-1405-{serial:00000}");
}
