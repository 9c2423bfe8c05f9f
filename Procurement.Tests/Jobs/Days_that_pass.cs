using Microsoft.Extensions.DependencyInjection;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Jobs;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.AuditTrail;
using Procurement.Tests.Inspection;
using Procurement.Tests.Settings;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Jobs;

public sealed class Days_that_pass(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_request_from_which_nothing_followed_expires_after_the_days_set_and_not_before(DatabaseEngine engine)
    {
        await using var log = await ALog.On(await databases.Fresh(engine));
        var app = await log.App.WithSettings();
        var id = await GoodsRequests.Answered(app);

        app.Clock.Pass(TimeSpan.FromDays(90));
        await RunJobs(app);
        Assert.Equal(DocumentState.InEffect, (await GoodsRequests.Load(app, id)).SignOff.State);

        app.Clock.Pass(TimeSpan.FromDays(1));
        await RunJobs(app);
        var sheet = (await GoodsRequests.Load(app, id)).SignOff;
        Assert.Equal(DocumentState.Expired, sheet.State);
        Assert.Equal("request-unused", sheet.Acts.Single(act => act.Code == ActCode.Expired).Note);
        Assert.Equal(("expired", id.Value), await log.LastLeaf() is var leaf ? (leaf.Act, leaf.DocumentId) : default);
    }

    [EngineFact]
    public async Task Without_the_setting_nothing_expires(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await GoodsRequests.Answered(app);

        app.Clock.Pass(TimeSpan.FromDays(500));
        await RunJobs(app);

        Assert.Equal(DocumentState.InEffect, (await GoodsRequests.Load(app, id)).SignOff.State);
    }

    [EngineFact]
    public async Task An_after_signature_past_its_day_is_written_down_once_and_the_books_still_agree(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = await GoodsRequests.SignedByManager(app);
        await app.Tamper("route_step", $"UPDATE route_step SET timing = {StepTiming.After} WHERE capacity = {Capacity.Keeper}");

        app.Clock.Pass(TimeSpan.FromDays(30));
        await RunJobs(app);
        app.Clock.Pass(TimeSpan.FromDays(1));
        await RunJobs(app);

        var sheet = (await GoodsRequests.Load(app, id)).SignOff;
        Assert.Single(sheet.Acts, act => act.Code == ActCode.FellOverdue);
        Assert.Empty((await app.Report("R10")).Result.Rows);
    }

    private static Task RunJobs(TestApp app) => app.Services.GetRequiredService<DailyJobs>().RunDue(CancellationToken.None);
}
