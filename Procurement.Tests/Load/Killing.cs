namespace Procurement.Tests.Load;

/// <summary>Kills the server in the middle of the load and starts it again on the same database, again and again.</summary>
internal static class Killing
{
    private const int FewestBetween = 5;
    private const int MostBetween = 40;

    /// <summary>
    /// Each kill comes after a drawn number of further commands was acknowledged; the work ends when every kill was made and every chain that
    /// was begun is through.
    /// </summary>
    /// <param name="run">The load.</param>
    /// <param name="kills">How often.</param>
    /// <param name="clients">How many work at once.</param>
    /// <param name="seed">Draws the moments.</param>
    public static async Task UnderLoad(LoadRun run, int kills, int clients, int seed)
    {
        var left = kills;
        var work = Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var chain = client; Volatile.Read(ref left) > 0; chain++)
            {
                await run.Buy();
                await run.Issue(chain % 2 == 0);
            }
        })).ToList();

        var random = new Random(seed);
        var striking = Task.Run(async () =>
        {
            for (; left > 0; Interlocked.Decrement(ref left))
            {
                await run.Journal.Reached(run.Journal.Commands.Count + random.Next(FewestBetween, MostBetween));
                await run.Server.Kill();
                await run.Server.Start();
            }
        });

        // A client that fails ends the run at once: without it the next kill might never come.
        while (work.Count > 0)
        {
            var ended = await Task.WhenAny(work);
            await ended;
            work.Remove(ended);
        }

        await striking;
    }
}
