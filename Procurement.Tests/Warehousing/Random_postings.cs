using FsCheck;
using FsCheck.Fluent;
using Procurement.Application.Ledgers;
using Procurement.Application.Warehousing;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Warehousing;

/// <summary>Random commands against a plain model in memory: the ledger accepts exactly what the model allows, and both end up the same.</summary>
public sealed class Random_postings(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly ItemId[] Items = [AWarehouse.Paper, AWarehouse.Toner];

    [EngineFact]
    public async Task Ledger_and_model_agree_on_every_step(DatabaseEngine engine)
    {
        var warehouse = await AWarehouse.On(await databases.Fresh(engine));
        var places = new[] { StockPlace.Supplier, warehouse.Quarantine, warehouse.BinA, warehouse.BinB, warehouse.Staged };
        var model = new Model(warehouse.Store.Id);
        var seed = Random.Shared.Next();
        var random = new Random(seed);

        for (var step = 0; step < 150; step++)
        {
            if (random.Next(6) == 0) warehouse.Now = warehouse.Now.AddDays(1);
            var postings = Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyPosting(random, warehouse, places, model)).ToList();

            var allowed = model.Try(postings);
            var outcome = await warehouse.Post(postings);

            Assert.True(allowed == outcome.Succeeded, $"seed {seed}, step {step}: model says {allowed}, ledger says {(outcome.Succeeded ? "done" : outcome.Refusal)}");
        }

        foreach (var item in Items)
        {
            foreach (var place in places.Where(p => p.IsPhysical)) Assert.Equal(model.At(place, item), await warehouse.At(place, item) * Quantity.Scale);
            Assert.Equal(model.ReservedOf(item), (await warehouse.Level(item)).Reserved * Quantity.Scale);
        }

        Assert.Empty((await warehouse.Recompute()).Differences);
        Assert.All(await SumsOverAllPlaces(warehouse), sum => Assert.Equal(0, sum));
    }

    /// <summary>Netting in any order of the postings of a command gives the same deltas.</summary>
    [Fact]
    public void Deltas_do_not_depend_on_the_order_of_postings() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte From, byte To, byte Quantity)[]>(),
            moves =>
            {
                var store = StoreId.New();
                var places = new[] { PlaceKind.Quarantine, PlaceKind.Bin, PlaceKind.Staged }.Select(k => new StockPlace(PlaceId.New(), k, store)).ToArray();
                var day = new DateOnly(2026, 11, 10);
                var postings = moves.Select(m => new StockMovePosting(
                    AWarehouse.Paper, null, places[m.From % 3], places[m.To % 3], Quantity.Whole(m.Quantity), day, DocumentId.New(), Guid.Empty, MoveReason.Relocation)).ToList();

                return Deltas(postings).SequenceEqual(Deltas(Enumerable.Reverse(postings))) && Deltas(postings).Sum(d => d.Item2) == 0;

                List<(PlaceId, long)> Deltas(IEnumerable<StockMovePosting> all)
                {
                    var deltas = new Infrastructure.Warehousing.StockDeltas();
                    foreach (var move in all) deltas.Add(move, day);
                    return [.. deltas.Places.Select(p => (p.Key.Place, p.Delta))];
                }
            }).QuickCheckThrowOnFailure();

    private static Posting AnyPosting(Random random, AWarehouse warehouse, StockPlace[] places, Model model)
    {
        var item = Items[random.Next(Items.Length)];
        var quantity = random.Next(1, 8);
        switch (random.Next(8))
        {
            case 0:
                return warehouse.Reserve(DocumentId.New(), Guid.CreateVersion7(), item, quantity);
            case 1 when model.AnyLine(random) is { } line:
                return warehouse.Consume(line.Document, line.Line, quantity);
            case 2 when model.AnyLine(random) is { } line:
                return new ReleasePosting(line.Document, line.Line);
            default:
                var (from, to) = (places[random.Next(places.Length)], places[random.Next(places.Length)]);
                return warehouse.Move(item, from, to, quantity);
        }
    }

    private static Task<IReadOnlyList<long>> SumsOverAllPlaces(AWarehouse warehouse) => warehouse.Look(sql => sql.Query(
        $"""
        SELECT SUM(qty) FROM (
            SELECT item_id, to_place AS place, qty FROM stock_move UNION ALL SELECT item_id, from_place, -qty FROM stock_move) AS side
        GROUP BY item_id
        """, row => row.GetSum(0)));

    /// <summary>What the ledger should do, in a few lines and without a database.</summary>
    private sealed class Model(StoreId store)
    {
        private Dictionary<(PlaceId, ItemId), long> _places = [];
        private Dictionary<(DocumentId Document, Guid Line), (ItemId Item, long Open)> _lines = [];
        private readonly HashSet<PlaceId> _bins = [];

        public long At(StockPlace place, ItemId item) => _places.GetValueOrDefault((place.Id, item));

        public long ReservedOf(ItemId item) => _lines.Values.Where(l => l.Item == item).Sum(l => l.Open);

        public (DocumentId Document, Guid Line)? AnyLine(Random random) => _lines.Count == 0 ? null : _lines.Keys.ElementAt(random.Next(_lines.Count));

        public bool Try(IReadOnlyList<Posting> postings)
        {
            var (places, lines) = (new Dictionary<(PlaceId, ItemId), long>(_places), new Dictionary<(DocumentId, Guid), (ItemId Item, long Open)>(_lines));
            foreach (var move in postings.OfType<StockMovePosting>().Where(m => m.From.Id != m.To.Id))
            {
                if (move.From.IsPhysical) places[(move.From.Id, move.Item)] = places.GetValueOrDefault((move.From.Id, move.Item)) - move.Quantity.Scaled;
                if (move.To.IsPhysical) places[(move.To.Id, move.Item)] = places.GetValueOrDefault((move.To.Id, move.Item)) + move.Quantity.Scaled;
                foreach (var place in new[] { move.From, move.To }.Where(p => p.IsIssuable && p.Store == store)) _bins.Add(place.Id);
            }

            foreach (var taken in postings.OfType<ConsumeReservationPosting>())
            {
                var line = lines[(taken.ReservedBy, taken.Line)];
                lines[(taken.ReservedBy, taken.Line)] = line with { Open = line.Open - taken.Quantity.Scaled };
            }

            if (lines.Values.Any(l => l.Open < 0)) return false;
            foreach (var freed in postings.OfType<ReleasePosting>())
                lines[(freed.Document, freed.Line!.Value)] = lines[(freed.Document, freed.Line.Value)] with { Open = 0 };
            foreach (var asked in postings.OfType<ReservePosting>()) lines[(asked.Document, asked.Line)] = (asked.Item, asked.Quantity.Scaled);

            var holds = places.Values.All(q => q >= 0) && Items.All(item =>
                lines.Values.Where(l => l.Item == item).Sum(l => l.Open) <= _bins.Sum(bin => places.GetValueOrDefault((bin, item))));
            if (holds) (_places, _lines) = (places, lines);
            return holds;
        }
    }
}
