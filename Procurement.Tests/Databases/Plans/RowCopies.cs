using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Tests.Databases.Plans;

/// <summary>
/// Makes a small history many: every row of every document is copied under ids of its own by the engine itself, so that what belonged
/// together still does. The copies are older than the history, and all but the last few are finished business.
/// </summary>
/// <remarks>
/// People, posts, units and stores are not copied, so that the lists of one person and of one store grow long; every tenth copy moves the
/// same goods, so that some cards are long as well.
/// </remarks>
internal sealed class RowCopies
{
    /// <summary>So many copies are as unfinished as the history they were made from.</summary>
    private const int Unfinished = 15;
    private const int SameGoodsEvery = 10;
    private const long BackInAll = 400L * 24 * 60 * 60 * 1_000_000;
    private const int DaysBackInAll = 400;

    /// <summary>An instant long before the history: copies sort before it.</summary>
    private const long FirstId = 0x01_80_00_00_00_00;

    /// <summary>What is not copied: who works where, and what counts or guards.</summary>
    private static readonly HashSet<string> Kept =
    [
        "org_unit", "person", "post", "appointment", "delegation", "training_record", "account", "passkey", "recovery_code", "store", "place", "category", "unit_of_measure",
        "organisation_version", "audit_head", "audit_checkpoint", "audit_node", "number_counter", "setting_version", "protection_key", "job_run", "property_scheme", "request_answer",
        "one_time_secret", "stashed_form", "signing_grant", "imprest_book",
    ];

    /// <summary>Tables whose rows are of the goods themselves.</summary>
    private static readonly HashSet<string> OfGoods = ["item", "lot", "item_conversion", "specification_template"];

    private static readonly HashSet<string> Ledgers = ["stock_move", "value_entry", "budget_entry", "line_link", "audit_leaf", "item", "supplier", "login_event"];

    private readonly DbConnection _connection;
    private readonly bool _isSqlite;
    private readonly int _wanted;
    private readonly List<ITable> _tables;
    private readonly Dictionary<string, long> _rows = [];
    private int _copies;

    private RowCopies(ProcurementDb db, DbConnection connection, int wanted)
    {
        _connection = connection;
        _isSqlite = db.Engine == DatabaseEngine.Sqlite;
        _wanted = wanted;
        _tables = [.. db.Model.GetRelationalModel().Tables];
    }

    /// <summary>Copies until there are so many documents, and so many rows in every ledger; leaves statistics as a server would.</summary>
    public static async Task Make(ProcurementDb db, DbConnection connection, int wanted)
    {
        var copies = new RowCopies(db, connection, wanted);
        await copies.Run(connection is Microsoft.Data.Sqlite.SqliteConnection
            ? "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -200000"
            : "SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '256MB'");
        var indexes = await copies.Indexes();
        foreach (var (name, _) in indexes) await copies.Run($"DROP INDEX {name}");
        await copies.Run(copies._isSqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL READ COMMITTED");
        await copies.Prepare();
        foreach (var table in copies._tables.Where(t => !Kept.Contains(t.Name))) await copies.Copy(table);
        await copies.Employ();
        await copies.FinishLines();
        await copies.Run("UPDATE audit_head SET size = (SELECT MAX(idx) + 1 FROM audit_leaf)");
        await copies.Run($"UPDATE number_counter SET last = last * {copies.Number(copies._copies + 1)}");
        await copies.Run("COMMIT");
        foreach (var (_, sql) in indexes) await copies.Run(sql);
        await copies.Run(copies._isSqlite ? "ANALYZE; PRAGMA journal_mode = WAL" : "ANALYZE");
    }

    /// <summary>A template of each table and the numbers of the copies; how many there will be follows from the documents there are.</summary>
    private async Task Prepare()
    {
        foreach (var table in _tables)
        {
            var key = string.Join(", ", table.PrimaryKey!.Columns.Select(c => Quoted(c.Name)));
            await Run($"CREATE TEMPORARY TABLE template_{table.Name} AS SELECT t.*, ROW_NUMBER() OVER (ORDER BY {key}) AS template_row FROM {table.Name} t");
            _rows[table.Name] = await Ask($"SELECT COUNT(*) FROM template_{table.Name}");
        }

        _copies = (int)(_wanted / _rows["sign_off_sheet"]) + 1;
        await Run(_isSqlite
            ? $"""
               CREATE TEMPORARY TABLE copies AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {_wanted})
               SELECT n, MAX({_copies} - n, 0) * {BackInAll / _copies} AS back, MAX({_copies} - n, 0) * {DaysBackInAll} / {_copies} AS days, '' AS head FROM n
               """
            : $"""
               CREATE TEMPORARY TABLE copies AS SELECT n, GREATEST({_copies} - n, 0) * {BackInAll / _copies} AS back, (GREATEST({_copies} - n, 0) * {DaysBackInAll} / {_copies})::int AS days,
                   substr(lpad(to_hex({FirstId} + n * 1000), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex({FirstId} + n * 1000), 12, '0'), 9) AS head FROM generate_series(1, {_wanted}::bigint) AS n
               """);
        if (_isSqlite) await Heads();
        await Run("CREATE UNIQUE INDEX ix_copies ON copies (n)");

        await Run($"CREATE TEMPORARY TABLE fixed_id (id {(_isSqlite ? "BLOB" : "uuid")} PRIMARY KEY)");
        foreach (var table in _tables.Where(t => Kept.Contains(t.Name)))
        {
            foreach (var column in table.PrimaryKey!.Columns.Where(IsId))
                await Run($"INSERT INTO fixed_id SELECT DISTINCT {Quoted(column.Name)} FROM {table.Name} WHERE {Quoted(column.Name)} NOT IN (SELECT id FROM fixed_id)");
        }

        var nobody = _isSqlite ? "X'00000000000000000000000000000000'" : "'00000000-0000-0000-0000-000000000000'";
        await Run($"INSERT INTO fixed_id SELECT {nobody} WHERE {nobody} NOT IN (SELECT id FROM fixed_id)");
    }

    /// <summary>The first bytes of the ids of each copy; SQLite of this age makes no bytes of a number.</summary>
    private async Task Heads()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "UPDATE copies SET head = @head WHERE rowid = @n";
        var head = Parameter(command, "@head");
        var number = Parameter(command, "@n");
        var bytes = new byte[8];
        for (var n = 1; n <= _wanted; n++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, FirstId + (n * 1000L));
            head.Value = bytes[2..];
            number.Value = n;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private async Task Copy(ITable table)
    {
        var rows = _rows[table.Name];
        if (rows == 0) return;

        var copies = Ledgers.Contains(table.Name) ? Math.Max(_copies, (int)(_wanted / rows) + 1) : _copies;
        var values = new List<string>();
        foreach (var column in table.Columns) values.Add(await Value(table, column));
        var names = string.Join(", ", table.Columns.Select(c => Quoted(c.Name)));
        // Copies outside, so that ids come in their order.
        await Run(
            $"""
            INSERT {(_isSqlite ? "OR IGNORE " : "")}INTO {table.Name} ({names}) SELECT {string.Join(", ", values)}
            FROM copies c CROSS JOIN template_{table.Name} t WHERE c.n <= {Number(copies)}{(_isSqlite ? "" : " ORDER BY c.n ON CONFLICT DO NOTHING")}
            """);
    }

    private async Task<string> Value(ITable table, IColumn column)
    {
        var of = "t." + Quoted(column.Name);
        var type = TypeOf(column);
        if (IsId(column)) return Own(table.Name, column.Name) ?? await Id(table, column, of);
        if (Own(table.Name, column.Name) is { } own) return own;
        if (type == typeof(DateTimeOffset)) return $"{of} - c.back";
        if (type == typeof(DateOnly) && !OfGoods.Contains(table.Name)) return Day(of);
        var isSequence = table.PrimaryKey!.Columns.Count == 1 && table.PrimaryKey.Columns[0] == column && type == typeof(long);
        if (isSequence) return $"{of} + c.n * (SELECT MAX({Quoted(column.Name)}) + 1 FROM template_{table.Name})";
        return of;
    }

    private string Day(string of) => _isSqlite ? $"date({of}, '-' || c.days || ' days')" : $"{of} - c.days";

    /// <summary>An id of the copy, unless it names what is not copied.</summary>
    private async Task<string> Id(ITable table, IColumn column, string of)
    {
        var all = await Ask($"SELECT COUNT({Quoted(column.Name)}) FROM template_{table.Name}");
        var kept = await Ask($"SELECT COUNT(*) FROM template_{table.Name} WHERE {Quoted(column.Name)} IN (SELECT id FROM fixed_id)");
        if (all == kept) return of;
        var shifted = Shifted(of);
        var mixed = kept == 0 ? shifted : $"CASE WHEN {of} IN (SELECT id FROM fixed_id) THEN {of} ELSE {shifted} END";
        var isOfGoods = column.Name is "item_id" or "item" or "requested_item" or "line_id" && (column.Name != "line_id" || table.Name == "budget_entry");
        return isOfGoods && !OfGoods.Contains(table.Name) ? $"CASE WHEN c.n % {Number(SameGoodsEvery)} = 0 OR c.n > {Number(_copies)} THEN {of} ELSE {mixed} END" : mixed;
    }

    private string Shifted(string of) => _isSqlite ? $"CAST(c.head || substr({of}, 7) AS BLOB)" : $"overlay({of}::text placing c.head from 1 for 13)::uuid";

    /// <summary>Columns whose copy is not the same: numbers, keys of text, and what tells finished business from open.</summary>
    private string? Own(string table, string column)
    {
        var isFinished = $"c.n <= {Number(_copies - Unfinished)}";
        string Finished(string value) => $"CASE WHEN {isFinished} THEN {value} ELSE t.{Quoted(column)} END";
        string Suffixed() => $"t.{Quoted(column)} || '-' || c.n";
        string SuffixedUnlessEmpty() => $"CASE WHEN t.{Quoted(column)} = '' THEN '' ELSE {Suffixed()} END";
        string Digits(int width) => _isSqlite
            ? $"CASE WHEN t.{Quoted(column)} IS NULL THEN NULL ELSE printf('%0{Number(width)}d', c.n * {Number(_rows[table])} + t.template_row) END"
            : $"CASE WHEN t.{Quoted(column)} IS NULL THEN NULL ELSE lpad((c.n * {Number(_rows[table])} + t.template_row)::text, {Number(width)}, '0') END";
        string Bytes() => $"substr(t.{Quoted(column)}, 1, 64)";
        var yes = _isSqlite ? "1" : "TRUE";
        return (table, column) switch
        {
            ("sign_off_sheet", "number_serial") =>
                "CASE WHEN t.number_serial = 0 THEN 0 ELSE t.number_serial + c.n * (SELECT k.last FROM template_number_counter k WHERE k.kind = t.kind AND k.series = t.series_code AND k.year = t.number_year) END",
            ("sign_off_sheet", "state") => $"CASE WHEN {isFinished} AND t.state IN ({Number((int)DocumentState.Draft)}, {Number((int)DocumentState.InRoute)}) THEN {Number((int)DocumentState.Closed)} ELSE t.state END",
            ("route_step", "state") => $"CASE WHEN {isFinished} AND t.state IN ({Number((int)StepState.Waiting)}, {Number((int)StepState.Open)}) THEN {Number((int)StepState.Signed)} ELSE t.state END",
            ("purchase_order" or "payment_batch", "number_serial") => $"t.number_serial + c.n * (SELECT MAX(number_serial) FROM template_{table})",
            ("issue_delivery", "is_closed") => Finished(yes),
            ("gate_pass", "left_at" or "confirmed_at") => Finished($"COALESCE(t.{column}, (SELECT MAX(x.left_at) FROM template_gate_pass x))") + " - c.back",
            ("payment_voucher", "payment") => Finished(Number((int)PaymentState.Paid)),
            ("invoice_payable", "vouchered" or "paid") => Finished("t.matched"),
            ("purchase_request_line", "file_id") => Finished(Shifted("COALESCE(t.file_id, t.id)")).Replace($"ELSE t.{Quoted(column)}", "ELSE " + Shifted("t.file_id"), StringComparison.Ordinal),
            ("sourcing_file", "state") => $"CASE WHEN {isFinished} AND t.state = {Number((int)SourcingFileState.Open)} THEN {Number((int)SourcingFileState.Decided)} ELSE t.state END",
            ("expert_checklist", "completed_at") => Finished("COALESCE(t.completed_at, t.appointed_at)") + " - c.back",
            ("reservation", "consumed") => Finished("t.reserved - t.released"),
            ("stock_level", "reserved") => Finished("0"),
            ("document_version" or "audit_leaf", "bytes") => Bytes(),
            ("item" or "budget_line", "code") => Suffixed(),
            ("property_item" or "goods_receipt_label" or "issue_voucher_piece" or "gate_pass_piece" or "issue_delivery_piece" or "disputed_piece", "number") => Suffixed(),
            ("picked_parcel", "piece_number") or ("payment_voucher", "bank_reference") or ("sourcing_file", "setad_number") => SuffixedUnlessEmpty(),
            ("item" or "supplier", "sort_key" or "folded" or "name") => $"t.{column} || ' ' || c.n",
            ("supplier", "legal_id") => Digits(11),
            ("supplier", "national_id") => Digits(10),
            ("api_token" or "login_session", "secret_hash") => Suffixed(),
            _ => null,
        };
    }

    /// <summary>A body of some thousand people, all of them able to log in.</summary>
    private async Task Employ()
    {
        const int people = 5_000;
        var digits = _isSqlite ? "printf('%010d', 5000000000 + c.n)" : "lpad((5000000000 + c.n)::text, 10, '0')";
        await CopyOf("person", "WHERE t.template_row = 1", people, column => column switch
        {
            "id" => Shifted("t.id"),
            "national_id" => digits,
            "sort_key" or "folded" or "last_name" => $"t.{column} || ' ' || c.n",
            _ => null,
        });
        await CopyOf("account", "WHERE t.person_id = (SELECT id FROM template_person WHERE template_row = 1)", people, column => column switch
        {
            "person_id" => Shifted("t.person_id"),
            "user_name" => "'p' || c.n",
            _ => null,
        });
    }

    /// <summary>Finished business leaves nothing over: what was counted was judged, what was accepted was shelved and billed.</summary>
    private async Task FinishLines()
    {
        var ends = new (string Table, string Quantity, int Stage)[]
        {
            ("temporary_receipt_line", "counted", (int)Domain.Receiving.LineStage.Presented), ("conformance_line", "accepted", (int)Domain.Receiving.LineStage.Received),
            ("conformance_line", "accepted_at_cut", (int)Domain.Receiving.LineStage.ReceivedAtCut), ("conformance_line", "refused", (int)Domain.Receiving.LineStage.SentBack),
            ("goods_receipt_line", "quantity", (int)Domain.Receiving.LineStage.Billed), ("accepted_work", "quantity", (int)Domain.Receiving.LineStage.Billed),
        };
        foreach (var (table, quantity, stage) in ends)
        {
            await Run(
                $"""
                INSERT {(_isSqlite ? "OR REPLACE " : "")}INTO line_progress (line_id, stage, quantity)
                SELECT {Shifted("t.id")}, {Number(stage)}, COALESCE(t.{quantity}, 0) FROM copies c CROSS JOIN template_{table} t WHERE c.n <= {Number(_copies - Unfinished)}
                {(_isSqlite ? "" : "ON CONFLICT (line_id, stage) DO UPDATE SET quantity = EXCLUDED.quantity")}
                """);
        }
    }

    private Task CopyOf(string table, string where, int copies, Func<string, string?> own)
    {
        var columns = _tables.Single(t => t.Name == table).Columns.ToList();
        return Run(
            $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(c => Quoted(c.Name)))})
            SELECT {string.Join(", ", columns.Select(c => own(c.Name) ?? "t." + Quoted(c.Name)))} FROM copies c CROSS JOIN template_{table} t {where} AND c.n <= {Number(copies)}
            """);
    }

    private async Task<IReadOnlyList<(string Name, string Sql)>> Indexes()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = _isSqlite
            ? "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
            : "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)";
        await using var reader = await command.ExecuteReaderAsync();
        var indexes = new List<(string, string)>();
        while (await reader.ReadAsync()) indexes.Add((Quoted(reader.GetString(0)), reader.GetString(1)));
        return indexes;
    }

    private static bool IsId(IColumn column) =>
        TypeOf(column) is var type && (type == typeof(Guid) || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)));

    private static Type TypeOf(IColumn column)
    {
        var type = column.PropertyMappings[0].Property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static string Quoted(string name) => '"' + name + '"';

    private string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task Run(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 300;
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException fault)
        {
            throw new InvalidOperationException($"{fault.Message}\n{sql}", fault);
        }
    }

    private async Task<long> Ask(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
