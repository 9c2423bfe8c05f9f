using Procurement.Application.Budget;
using Procurement.Application.Ledgers;
using Procurement.Domain.Budget;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Budget;

/// <summary>
/// The budget ledger: double entry, append-only, one row of balances a line and one row a hold. Both are guarded by the update itself, so of
/// two approvals racing for the last free rial the second finds no row and is refused.
/// </summary>
/// <remarks>Lock order is the same in every command: holds by key, then lines by id; so two commands cannot wait for each other.</remarks>
internal sealed class BudgetLedger(ISqlSession sql) : ILedger
{
    public int Order => 20;

    public bool Takes(Posting posting) => posting is BudgetPosting or BudgetDraw or BudgetRelease;

    public async Task<Result> Apply(IReadOnlyList<Posting> postings, PostingMoment moment, CancellationToken ct)
    {
        var pass = new BudgetPass();
        foreach (var document in Drawn(postings)) pass.Know(document, await Held(document, ct));

        foreach (var posting in postings)
        {
            var noted = posting switch
            {
                BudgetPosting plain => pass.Note(plain),
                BudgetDraw draw => pass.Note(draw),
                BudgetRelease release => pass.Note(release),
                _ => throw new ArgumentOutOfRangeException(nameof(postings), posting, "Not a posting of the budget."),
            };
            if (!noted.Succeeded) return noted;
        }

        foreach (var (key, change) in pass.Holds)
        {
            if (change != 0 && !await ChangeHold(key, change, ct)) return Refusal.Rule("budget.hold-used-meanwhile");
        }

        foreach (var (line, change) in pass.Lines)
        {
            if (await ChangeLine(line, change, ct)) continue;
            return await Short(line, ct);
        }

        foreach (var entry in pass.Entries) await Insert(entry, moment, ct);
        return Result.Ok;
    }

    /// <summary>Documents whose holds are read, because the posting itself does not say how much is left.</summary>
    private static IEnumerable<DocumentId> Drawn(IEnumerable<Posting> postings) =>
        postings.Select(p => p switch
            {
                BudgetDraw draw => draw.From.Document,
                BudgetRelease release => release.Document,
                _ => default,
            })
            .Where(d => d != default).Distinct().Order();

    private async Task<IReadOnlyList<(HoldKey Key, long Amount)>> Held(DocumentId document, CancellationToken ct)
    {
        // SQLite has one writer and needs no row lock.
        var locking = sql.Engine == DatabaseEngine.PostgreSql ? " FOR UPDATE" : "";
        return await sql.Query(
            "SELECT document_line, line_id, bucket, amount FROM budget_hold WHERE document_id = @p0 AND amount > 0 ORDER BY document_line, line_id, bucket" + locking,
            [document],
            row => (new HoldKey(new HoldRef(document, row.GetUuid(0)), row.GetId<BudgetLineId>(1), (BudgetBucket)row.GetInt32(2)), row.GetInt64(3)), ct);
    }

    private async Task<bool> ChangeHold(HoldKey key, long change, CancellationToken ct) => change > 0
        ? await sql.Execute(
            $"""
            INSERT INTO budget_hold (document_id, document_line, line_id, bucket, amount)
            VALUES ({key.Ref.Document}, {key.Ref.Line}, {key.Line}, {key.Bucket}, {change})
            ON CONFLICT (document_id, document_line, line_id, bucket) DO UPDATE SET amount = budget_hold.amount + excluded.amount
            """, ct) == 1
        : await sql.Execute(
            $"""
            UPDATE budget_hold SET amount = amount + {change}
            WHERE document_id = {key.Ref.Document} AND document_line = {key.Ref.Line} AND line_id = {key.Line} AND bucket = {key.Bucket} AND amount + {change} >= 0
            """, ct) == 1;

    private async Task<bool> ChangeLine(BudgetLineId line, LineChange d, CancellationToken ct)
    {
        var hit = await sql.Execute(
            $"""
            UPDATE budget_balance
            SET free = free + {d.Free}, reserved = reserved + {d.Reserved}, committed = committed + {d.Committed}, spent = spent + {d.Spent}, paid = paid + {d.Paid}
            WHERE line_id = {line} AND free + {d.Free} >= 0 AND reserved + {d.Reserved} >= 0 AND committed + {d.Committed} >= 0
                AND spent + {d.Spent} >= 0 AND paid + {d.Paid} >= 0
            """, ct);
        if (hit == 1) return true;
        if (!d.OnlyAdds) return false;

        // The line's first credit; a twin that inserts at the same moment makes this an addition.
        return await sql.Execute(
            $"""
            INSERT INTO budget_balance (line_id, free, reserved, committed, spent, paid)
            VALUES ({line}, {d.Free}, {d.Reserved}, {d.Committed}, {d.Spent}, {d.Paid})
            ON CONFLICT (line_id) DO UPDATE SET free = budget_balance.free + excluded.free
            """, ct) == 1;
    }

    private async Task<Refusal> Short(BudgetLineId line, CancellationToken ct)
    {
        var found = await sql.Query(
            $"SELECT l.code, COALESCE(b.free, 0) FROM budget_line l LEFT JOIN budget_balance b ON b.line_id = l.id WHERE l.id = {line}",
            row => (Code: row.GetString(0), Free: row.GetInt64(1)), ct);
        return Refusal.Rule("budget.credit-not-enough", found[0].Code, found[0].Free);
    }

    private Task<int> Insert(BudgetPosting entry, PostingMoment moment, CancellationToken ct) => sql.Execute(
        $"""
        INSERT INTO budget_entry (line_id, from_bucket, from_document, from_line, to_bucket, to_document, to_line, amount, stage, source, command_id, at)
        VALUES ({entry.Line}, {entry.From}, {entry.FromHold?.Document}, {entry.FromHold?.Line}, {entry.To}, {entry.ToHold?.Document}, {entry.ToHold?.Line},
            {entry.Amount}, {entry.Stage}, {entry.Source}, {moment.CommandId}, {moment.At})
        """, ct);
}

/// <summary>One hold of one budget line in one bucket.</summary>
internal sealed record HoldKey(HoldRef Ref, BudgetLineId Line, BudgetBucket Bucket) : IComparable<HoldKey>
{
    public int CompareTo(HoldKey? other) => other is null ? 1 :
        (Ref.Document, Ref.Line, Line, Bucket).CompareTo((other.Ref.Document, other.Ref.Line, other.Line, other.Bucket));
}

/// <summary>What one command changes on one line, netted.</summary>
internal sealed record LineChange(long Free, long Reserved, long Committed, long Spent, long Paid)
{
    public static LineChange None { get; } = new(0, 0, 0, 0, 0);

    public bool OnlyAdds => this is { Free: > 0, Reserved: 0, Committed: 0, Spent: 0, Paid: 0 };

    public LineChange With(BudgetBucket bucket, long change) => bucket switch
    {
        BudgetBucket.Outside => this,
        BudgetBucket.Free => this with { Free = Free + change },
        BudgetBucket.Reserved => this with { Reserved = Reserved + change },
        BudgetBucket.Committed => this with { Committed = Committed + change },
        BudgetBucket.Spent => this with { Spent = Spent + change },
        BudgetBucket.Paid => this with { Paid = Paid + change },
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, "No such bucket."),
    };
}

/// <summary>The postings of one command, turned into entries and netted per hold and per line, in lock order.</summary>
internal sealed class BudgetPass
{
    private readonly SortedDictionary<HoldKey, long> _left = [];
    private readonly SortedDictionary<HoldKey, long> _holds = [];
    private readonly SortedDictionary<BudgetLineId, LineChange> _lines = [];
    private readonly List<BudgetPosting> _entries = [];

    public IReadOnlyList<BudgetPosting> Entries => _entries;

    public IEnumerable<KeyValuePair<HoldKey, long>> Holds => _holds;

    public IEnumerable<(BudgetLineId Line, LineChange Change)> Lines => _lines.Select(l => (l.Key, l.Value)).Where(l => l.Value != LineChange.None);

    public void Know(DocumentId document, IEnumerable<(HoldKey Key, long Amount)> held)
    {
        foreach (var (key, amount) in held.Where(h => h.Key.Ref.Document == document)) _left[key] = _left.GetValueOrDefault(key) + amount;
    }

    public Result Note(BudgetPosting entry)
    {
        if (entry.Amount.IsZero) throw new InvalidOperationException("A budget entry moves at least one rial.");
        Change(entry.Line, entry.From, entry.FromHold, -entry.Amount.Amount);
        Change(entry.Line, entry.To, entry.ToHold, entry.Amount.Amount);
        _entries.Add(entry);
        return Result.Ok;
    }

    public Result Note(BudgetDraw draw)
    {
        var wanted = draw.Amount.Amount;
        BudgetLineId? last = null;
        foreach (var (key, amount) in LeftUnder(draw.FromBucket, draw.From.Document, draw.From.Line))
        {
            last = key.Line;
            var taken = Math.Min(amount, wanted);
            wanted -= taken;
            if (taken > 0)
                Note(new BudgetPosting(key.Line, draw.FromBucket, draw.From, draw.ToBucket, draw.To, Rials.FromStored(taken), draw.Stage, draw.To.Document.Value));
            if (draw.ReleaseRest && amount > taken) Release(key, amount - taken, draw.To.Document.Value);
        }

        if (wanted == 0) return Result.Ok;
        if (last is not { } line || !draw.MayTopUp) return Refusal.Rule("budget.hold-not-enough", draw.Amount.Amount - wanted, draw.Amount.Amount);
        return Note(new BudgetPosting(line, BudgetBucket.Free, null, draw.ToBucket, draw.To, Rials.FromStored(wanted), draw.Stage, draw.To.Document.Value));
    }

    public Result Note(BudgetRelease release)
    {
        foreach (var (key, amount) in LeftUnder(release.Bucket, release.Document, release.DocumentLine)) Release(key, amount, release.Document.Value);
        return Result.Ok;
    }

    private List<KeyValuePair<HoldKey, long>> LeftUnder(BudgetBucket bucket, DocumentId document, Guid? line) =>
        [.. _left.Where(h => h.Key.Bucket == bucket && h.Key.Ref.Document == document && (line is null || h.Key.Ref.Line == line) && h.Value > 0)];

    private void Release(HoldKey key, long amount, Guid source) =>
        Note(new BudgetPosting(key.Line, key.Bucket, key.Ref, BudgetBucket.Free, null, Rials.FromStored(amount), SpendingStage.Release, source));

    private void Change(BudgetLineId line, BudgetBucket bucket, HoldRef? hold, long change)
    {
        _lines[line] = _lines.GetValueOrDefault(line, LineChange.None).With(bucket, change);
        if (bucket is BudgetBucket.Outside or BudgetBucket.Free)
        {
            if (hold is not null) throw new InvalidOperationException($"{bucket} is held under no document.");
            return;
        }

        var key = new HoldKey(hold ?? throw new InvalidOperationException($"{bucket} is held under a document line."), line, bucket);
        _holds[key] = _holds.GetValueOrDefault(key) + change;
        _left[key] = _left.GetValueOrDefault(key) + change;
    }
}
