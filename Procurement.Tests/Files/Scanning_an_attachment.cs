using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Files;
using Xunit;

namespace Procurement.Tests.Files;

public sealed class Scanning_an_attachment : VaultTest
{
    private static readonly byte[] Content = CraftedFiles.Pdf(new string('x', 300_000));
    private static readonly Sha256Hash Hash = Sha256Hash.Of(Content);

    [Fact]
    public async Task The_scanner_sees_every_byte_and_a_clean_file_is_kept()
    {
        await using var daemon = new FakeClamAv(SocketPath, "stream: OK");

        var stored = await Store(AVault(scanner: AScanner()), Content, "quote.pdf");

        Assert.Equal(ScanState.Clean, stored.Value.Scan);
        Assert.Equal([Hash], daemon.Scanned);
    }

    [Fact]
    public async Task An_infected_file_is_refused_by_the_name_of_what_was_found()
    {
        await using var daemon = new FakeClamAv(SocketPath, "stream: Win.Test.EICAR_HDB-1 FOUND");

        var refused = await Store(AVault(scanner: AScanner()), Content, "quote.pdf");

        Assert.Equal("files.infected", refused.Refusal.Code);
        Assert.Equal("Win.Test.EICAR_HDB-1", refused.Refusal.Args[0]);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task With_the_scanner_down_the_file_waits_in_quarantine_and_opens_for_nobody()
    {
        var vault = AVault(scanner: AScanner());

        var stored = await Store(vault, Content, "quote.pdf");

        Assert.Equal(ScanState.Quarantined, stored.Value.Scan);
        Assert.Equal("files.in-quarantine", vault.Open(Hash).Refusal.Code);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("")]
    [InlineData("OK")]
    public async Task An_answer_that_is_no_verdict_is_none(string answer)
    {
        await using var daemon = new FakeClamAv(SocketPath, answer);

        Assert.Equal(ScanState.Quarantined, (await Store(AVault(scanner: AScanner()), Content, "quote.pdf")).Value.Scan);
    }

    [Fact]
    public async Task A_scanner_that_never_answers_is_given_up_after_its_time()
    {
        await using var daemon = new FakeClamAv(SocketPath, answer: null);

        Assert.Equal(ScanState.Quarantined, (await Store(AVault(scanner: AScanner(milliseconds: 200)), Content, "quote.pdf")).Value.Scan);
    }

    [Fact]
    public async Task A_clean_second_scan_lets_the_file_out_of_quarantine()
    {
        var vault = AVault(scanner: AScanner());
        await Store(vault, Content, "quote.pdf");
        await using var daemon = new FakeClamAv(SocketPath, "stream: OK");

        Assert.Equal(ScanState.Clean, (await vault.ScanAgain(Hash, CancellationToken.None)).Value);
        await using var opened = vault.Open(Hash).Value;
        Assert.Equal(Content.Length, opened.Length);
        Assert.Equal("files.not-found", (await vault.ScanAgain(Hash, CancellationToken.None)).Refusal.Code);
    }

    [Fact]
    public async Task A_second_scan_that_finds_something_destroys_the_file()
    {
        var vault = AVault(scanner: AScanner());
        await Store(vault, Content, "quote.pdf");
        await using var daemon = new FakeClamAv(SocketPath, "stream: Eicar-Signature FOUND");

        Assert.Equal("files.infected", (await vault.ScanAgain(Hash, CancellationToken.None)).Refusal.Code);
        Assert.Empty(FilesOnDisk());
    }

    [Fact]
    public async Task A_second_scan_without_answer_leaves_the_file_waiting()
    {
        var vault = AVault(scanner: AScanner());
        await Store(vault, Content, "quote.pdf");

        Assert.Equal(ScanState.Quarantined, (await vault.ScanAgain(Hash, CancellationToken.None)).Value);
        Assert.Equal("files.in-quarantine", vault.Open(Hash).Refusal.Code);
    }

    [Fact]
    public async Task A_file_sent_again_once_the_scanner_is_back_leaves_quarantine()
    {
        var vault = AVault(scanner: AScanner());
        await Store(vault, Content, "quote.pdf");
        await using var daemon = new FakeClamAv(SocketPath, "stream: OK");

        Assert.Equal(ScanState.Clean, (await Store(vault, Content, "quote.pdf")).Value.Scan);
        Assert.True(vault.Open(Hash).Succeeded);
        Assert.Single(FilesOnDisk());
    }

    [Fact]
    public async Task Bytes_taken_in_long_ago_go_into_quarantine_when_the_scanner_has_learnt_to_know_them()
    {
        await using var daemon = new FakeClamAv(SocketPath, "stream: OK");
        var vault = AVault(scanner: AScanner());
        await Store(vault, Content, "quote.pdf");

        daemon.Answer = "stream: New.Finding FOUND";
        var refused = await Store(vault, Content, "again.pdf");

        Assert.Equal("files.infected", refused.Refusal.Code);
        Assert.Equal("files.in-quarantine", vault.Open(Hash).Refusal.Code);
    }

    private ClamAvScanner AScanner(int milliseconds = 20_000) => new(SocketPath, TimeSpan.FromMilliseconds(milliseconds));
}
