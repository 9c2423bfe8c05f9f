using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Domain.Issuing;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Inspection;
using Procurement.Tests.Support;
using Xunit;
using static Procurement.Tests.Issuing.IssuingOnSite;

namespace Procurement.Tests.Issuing;

/// <summary>R5: basis ↔ exit ↔ confirmation.</summary>
public sealed class Basis_exit_and_confirmation(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Finds_nothing_when_everything_that_left_was_confirmed(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var counter = await site.Picked((site.Gloves, 2));
        Ok(await site.App.As(site.Body.Requester, new TakeOverGoods(counter, await site.AllReady(counter), null)));
        await Confirm(site, await site.PassOut(await site.Picked((site.Gloves, 5), (site.Inverters, 2))));

        var report = await site.App.Report("R5");

        Assert.Empty(report.Result.Rows);
        Assert.All(report.Result.Checks.Where(check => check.Name != "back-in-time"), check => Assert.True(check.Compared > 0, check.Name)); // nothing is lent here
    }

    [EngineFact]
    public async Task Names_what_is_still_with_a_carrier(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        var pass = await site.PassOut(await site.Picked((site.Gloves, 5), (site.Inverters, 1)));

        var before = await site.App.Report("R5");
        await Confirm(site, pass, gloves: 3);
        var after = await site.App.Report("R5");

        Assert.Equal(["not-confirmed", "not-confirmed", "piece-not-confirmed"], before.Reasons().Order(StringComparer.Ordinal));
        var row = Assert.Single(after.Result.Rows);
        Assert.Equal(("dispute-undecided", pass), (row.Reason, row.Document!.Id));
    }

    [EngineFact]
    public async Task Names_records_somebody_changed_behind_the_ledger(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        await Confirm(site, await site.PassOut(await site.Picked((site.Gloves, 5), (site.Inverters, 1))));

        await site.App.Tamper("gate_pass_line", $"UPDATE gate_pass_line SET went_out = went_out - 1000000, arrived = arrived - 1000000 WHERE item_code = 'GLV'");
        await site.App.Tamper("gate_pass_piece", $"UPDATE gate_pass_piece SET number = 'INV-3'");
        var reasons = (await site.App.Report("R5")).Reasons().ToList();

        Assert.Contains("exit-not-in-book", reasons);
        Assert.Contains("piece-not-on-basis", reasons);
    }

    [EngineFact]
    public async Task Shows_a_reader_his_own_units_only(DatabaseEngine engine)
    {
        await using var site = await IssuingOnSite.On(await databases.Fresh(engine));
        await site.PassOut(await site.Picked((site.Gloves, 5)));

        Assert.Empty((await site.App.Report("R5", site.Body.Centre.Id)).Result.Rows);
    }

    private static async Task Confirm(IssuingOnSite site, DocumentId id, decimal? gloves = null)
    {
        var pass = await site.Load<GatePass>(id);
        Ok(await site.App.As(site.Body.Requester, new ConfirmDelivery(
            id, pass.SignOff.ContentVersion, [.. pass.Lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, gloves ?? l.Left.Units))],
            [.. pass.Lines.SelectMany(l => l.Pieces).Select(p => p.Number)], gloves is null ? null : "نرسید", null)));
    }
}
