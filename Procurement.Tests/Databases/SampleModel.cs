using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Conventions;
using Procurement.Tests.Support;

namespace Procurement.Tests.Databases;

/// <summary>A small aggregate of every stored kind of value, so that the conventions are tested apart from any capability.</summary>
internal readonly record struct SampleId(Guid Value) : ITypedId<SampleId>
{
    public static SampleId New() => From(Guid.CreateVersion7());

    public static SampleId From(Guid value) => new(value);
}

internal enum SampleStatus
{
    Open = 1,
    Closed = 2,
}

internal sealed class Sample : AggregateRoot<SampleId>
{
    private readonly List<SampleLine> _lines = [];
    private readonly List<SampleNote> _notes = [];

    private Sample() { }

    public string Title { get; set; } = "";
    public SampleStatus Status { get; set; } = SampleStatus.Open;
    public Rials Price { get; set; }
    public SignedRials Difference { get; set; }
    public Quantity? Amount { get; set; }
    public decimal Score { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateOnly Due { get; set; }
    public SampleId? Previous { get; set; }
    public IReadOnlyList<SampleLine> Lines => _lines;
    public IReadOnlyList<SampleNote> Notes => _notes;

    public static Sample Of(string title, params ReadOnlySpan<string> lines)
    {
        var sample = new Sample { Id = SampleId.New(), Title = title, Price = Rials.FromStored(1) };
        foreach (var line in lines) sample.Add(line);
        return sample;
    }

    public static Sample WithId(Guid id) => new() { Id = new SampleId(id) };

    public SampleLine Add(string text)
    {
        var line = new SampleLine { Number = _lines.Count + 1, Text = text };
        _lines.Add(line);
        return line;
    }

    public void Remove(SampleLine line) => _lines.Remove(line);

    public void Annotate(string text) => _notes.Add(new SampleNote { Id = Guid.CreateVersion7(), Text = text });
}

/// <summary>A part owned by its root.</summary>
internal sealed class SampleLine
{
    public int Number { get; init; }
    public string Text { get; set; } = "";
}

/// <summary>A part that is an entity of its own table, as large children are.</summary>
internal sealed class SampleNote
{
    public Guid Id { get; init; }
    public string Text { get; set; } = "";
}

internal static class SampleModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Sample>(sample =>
        {
            sample.ToTable("sample");
            sample.HasIndex(s => s.Title).IsUnique();
            sample.ToTable(table => table.HasCheckConstraint("ck_sample_price", "price >= 0"));
            sample.OwnsMany(s => s.Lines, lines =>
            {
                lines.ToTable("sample_line");
                lines.WithOwner().HasForeignKey("SampleId");
                lines.HasKey("SampleId", nameof(SampleLine.Number));
                lines.Property(l => l.Number).ValueGeneratedNever();
            });
            sample.HasMany(s => s.Notes).WithOne().HasForeignKey("SampleId").IsRequired();
            sample.HasOne<Sample>().WithMany().HasForeignKey(s => s.Previous);
        });
        model.Entity<SampleNote>().Property(note => note.Id).ValueGeneratedNever();
    }

    public static ProcurementDb Open(TestDatabase database) => database.Engine == DatabaseEngine.Sqlite
        ? new SampleSqliteDb(Options<SampleSqliteDb>(database))
        : new SamplePostgreSqlDb(Options<SamplePostgreSqlDb>(database));

    /// <summary>An empty database with the sample's tables.</summary>
    public static async Task<TestDatabase> Database(DatabaseEngine engine)
    {
        var database = await TestDatabase.Empty(engine);
        await using var db = Open(database);
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    private static DbContextOptions<TDb> Options<TDb>(TestDatabase database) where TDb : ProcurementDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        PersistenceServices.UseEngine(options, database.Engine, database.ConnectionString);
        return options.Options;
    }

    private sealed class SampleSqliteDb(DbContextOptions<SampleSqliteDb> options) : ProcurementDb(options)
    {
        public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            base.ConfigureConventions(configurationBuilder);
            StoredValues.ConfigureId(configurationBuilder, typeof(SampleId), Engine);
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure(modelBuilder);
    }

    private sealed class SamplePostgreSqlDb(DbContextOptions<SamplePostgreSqlDb> options) : ProcurementDb(options)
    {
        public override DatabaseEngine Engine => DatabaseEngine.PostgreSql;

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            base.ConfigureConventions(configurationBuilder);
            StoredValues.ConfigureId(configurationBuilder, typeof(SampleId), Engine);
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure(modelBuilder);
    }
}
