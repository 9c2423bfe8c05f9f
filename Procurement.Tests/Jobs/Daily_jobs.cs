using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Procurement.Application.Shared.Jobs;
using Procurement.Infrastructure.Jobs;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Jobs;

public sealed class Daily_jobs(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task Each_runs_once_a_day_and_again_the_next(DatabaseEngine engine)
    {
        var job = new CountedJob();
        await using var app = await TestApp.On(await databases.Fresh(engine), services => services.AddSingleton<IDailyJob>(job));
        var runner = app.Services.GetRequiredService<DailyJobs>();

        await runner.RunDue(CancellationToken.None);
        await runner.RunDue(CancellationToken.None);
        Assert.Equal(1, job.Runs);

        app.Clock.Pass(TimeSpan.FromDays(1));
        await runner.RunDue(CancellationToken.None);
        Assert.Equal(2, job.Runs);
    }

    [EngineFact]
    public async Task One_that_failed_is_run_again_the_same_day(DatabaseEngine engine)
    {
        var job = new CountedJob { FailsOnce = true };
        await using var app = await TestApp.On(await databases.Fresh(engine), services => services.AddSingleton<IDailyJob>(job));
        var runner = app.Services.GetRequiredService<DailyJobs>();

        await runner.RunDue(CancellationToken.None);
        await runner.RunDue(CancellationToken.None);
        await runner.RunDue(CancellationToken.None);

        Assert.Equal(2, job.Runs);
    }

    [PostgreSqlFact]
    public async Task Of_two_nodes_on_one_database_one_leads()
    {
        var job = new CountedJob { Meets = new TaskCompletionSource() };
        await using var app = await TestApp.On(await databases.Fresh(DatabaseEngine.PostgreSql), services => services.AddSingleton<IDailyJob>(job));
        DailyJobs Node() => new(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, NullLogger<DailyJobs>.Instance);

        var leading = Node().RunDue(CancellationToken.None);
        await job.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Node().RunDue(CancellationToken.None);
        job.Meets.SetResult();
        await leading;
        await Node().RunDue(CancellationToken.None);

        Assert.Equal(1, job.Runs);
    }

    private sealed class CountedJob : IDailyJob
    {
        private int _runs;

        public string Name => "counted";

        public int Runs => _runs;

        public bool FailsOnce { get; init; }

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What the job waits for; null when it does not wait.</summary>
        public TaskCompletionSource? Meets { get; init; }

        public async Task Run(DateOnly day, CancellationToken ct)
        {
            var run = Interlocked.Increment(ref _runs);
            Started.TrySetResult();
            if (Meets is not null) await Meets.Task;
            if (FailsOnce && run == 1) throw new InvalidOperationException("The first run fails.");
        }
    }
}
