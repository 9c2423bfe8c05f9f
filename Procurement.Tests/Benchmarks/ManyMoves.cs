using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Imports;
using Procurement.Tests.Load;
using Procurement.Tests.Support;

namespace Procurement.Tests.Benchmarks;

/// <summary>A thousand items with a long past in the store: moves posted to the real ledger on the days they were made, a tenth of them on one item.</summary>
internal sealed class ManyMoves(LoadScene scene)
{
    public const int Items = 1_000;
    public const string StoreCode = "A1";

    private const int MovesOfCommand = 100;
    private const int Days = 30;
    private const int EveryTenth = 10;

    private List<ItemId> _items = [];

    /// <summary>The item that a tenth of all moves are of.</summary>
    public ItemId Busiest => _items[0];

    /// <summary>Enters the items by an import.</summary>
    public async Task Furnish()
    {
        await Enter(scene, "MANY-", Items);
        _items = await scene.App.Look(db => db.Set<Item>().Where(i => i.Code.StartsWith("MANY-")).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync());
    }

    /// <summary>Enters items of these codes, numbered from zero.</summary>
    public static async Task Enter(LoadScene scene, string prefix, int count)
    {
        var lines = Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i},کالای {prefix}{i},PAP,عدد,مصرفی"))
            .Prepend("کد کالا,نام کالا,کد گروه,واحد,طبقه اموال");
        var done = await scene.App.ImportText(scene.Body.HeadOfProcurement, "items", dryRun: false, [.. lines]);
        if (!done.Succeeded || done.Value.Entered != count) throw new InvalidOperationException($"The items were not entered: {(done.Succeeded ? "" : done.Refusal)}");
    }

    /// <returns>Moves a second.</returns>
    public async Task<double> Post(int moves, int round)
    {
        await using var scope = scene.App.Scope();
        var services = scope.ServiceProvider;
        var bin = (await services.GetRequiredService<IStockFacts>().PlacesOf(scene.Store, CancellationToken.None))!.Bins[0].Place;
        var db = services.GetRequiredService<ProcurementDb>();
        var ledgers = services.GetServices<ILedger>().OrderBy(l => l.Order).ToList();
        var now = TimeProvider.System.GetUtcNow();
        var commands = Math.Max(1, moves / MovesOfCommand);
        var began = Stopwatch.GetTimestamp();
        for (var command = 0; command < commands; command++)
        {
            // The past is posted day by day in its order, each move on its own day.
            var at = now.AddDays(-Days + (Days * command / commands));
            var document = DocumentId.New();
            List<Posting> postings = [.. Enumerable.Range(0, MovesOfCommand).Select(i => Move(bin, (command * MovesOfCommand) + i, round, TehranTime.LocalDate(at), document))];
            using var turn = (await services.GetRequiredService<WriteGate>().Enter(CancellationToken.None)).Value;
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var ledger in ledgers)
            {
                var mine = postings.Where(ledger.Takes).ToList();
                if (mine.Count == 0) continue;
                var applied = await ledger.Apply(mine, new PostingMoment(at, Guid.CreateVersion7()), CancellationToken.None);
                if (!applied.Succeeded) throw new InvalidOperationException(applied.Refusal.ToString());
            }

            await transaction.CommitAsync();
        }

        return commands * MovesOfCommand / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private StockMovePosting Move(StockPlace bin, int i, int round, DateOnly day, DocumentId document)
    {
        var item = _items[i % EveryTenth == 0 ? 0 : (i + round) % Items];
        return new StockMovePosting(item, null, StockPlace.Opening, bin, Quantity.Whole(1 + (i % 7)), day, document, Guid.CreateVersion7(), MoveReason.Opening);
    }
}
