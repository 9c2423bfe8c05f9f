using Microsoft.EntityFrameworkCore;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Catalogue;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Embedding_a_specification
{
    [EngineFact]
    public async Task A_line_keeps_its_specification_in_rows_and_reads_it_back_equal(DatabaseEngine engine)
    {
        await using var database = await Database(engine);
        var asked = Specification.Fill(ACatalogue.Template(), [new(1, Min: "75.5", Max: "80"), new(2, "سفید"), new(4, "خیر")], "HP", "قطعه یدکی").Value;

        var id = await Save(database, asked);

        Assert.Equal(asked, await Read(database, id));
    }

    [EngineFact]
    public async Task Another_specification_takes_the_place_of_the_first_and_leaves_no_row_of_it(DatabaseEngine engine)
    {
        await using var database = await Database(engine);
        var template = ACatalogue.Template();
        var id = await Save(database, Specification.Fill(template, [new(1, "80"), new(2, "سفید"), new(3, "صاف")]).Value);
        var better = Specification.Fill(template, [new(1, "90"), new(2, "کرم")]).Value;

        await using (var db = Open(database))
        {
            (await db.Tracked<Need>().SingleAsync(n => n.Id == id)).Lines[0].Specify(better);
            await db.SaveChangesAsync();
        }

        Assert.Equal(better, await Read(database, id));
        await using var look = Open(database);
        Assert.Equal(2, await look.Database.SqlQuery<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM need_line_attribute").SingleAsync());
    }

    private static async Task<Guid> Save(TestDatabase database, Specification specification)
    {
        await using var db = Open(database);
        var need = Need.OfOneLine();
        need.Lines[0].Specify(specification);
        db.Add(need);
        await db.SaveChangesAsync();
        return need.Id;
    }

    private static async Task<Specification?> Read(TestDatabase database, Guid id)
    {
        await using var db = Open(database);
        return (await db.Set<Need>().SingleAsync(n => n.Id == id)).Lines[0].Specification;
    }

    private static async Task<TestDatabase> Database(DatabaseEngine engine)
    {
        var database = await TestDatabase.Empty(engine);
        await using var db = Open(database);
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    private static ProcurementDb Open(TestDatabase database) => database.Engine == DatabaseEngine.Sqlite
        ? new NeedSqliteDb(Options<NeedSqliteDb>(database))
        : new NeedPostgreSqlDb(Options<NeedPostgreSqlDb>(database));

    private static DbContextOptions<TDb> Options<TDb>(TestDatabase database) where TDb : ProcurementDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        PersistenceServices.UseEngine(options, database.Engine, database.ConnectionString);
        return options.Options;
    }

    private static void Configure(ModelBuilder model) => model.Entity<Need>(need =>
    {
        need.ToTable("need");
        need.Property(n => n.Id).ValueGeneratedNever();
        need.OwnsMany(n => n.Lines, line =>
        {
            line.ToTable("need_line");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.WithOwner().HasForeignKey("NeedId");
            line.OwnsSpecification(l => l.Specification, "need_line_attribute");
        });
    });

    private sealed class Need
    {
        public Guid Id { get; private set; } = Guid.CreateVersion7();

        public List<NeedLine> Lines { get; private set; } = [];

        public static Need OfOneLine() => new() { Lines = [new NeedLine()] };
    }

    private sealed class NeedLine
    {
        public Guid Id { get; private set; } = Guid.CreateVersion7();

        public Specification? Specification { get; private set; }

        public void Specify(Specification specification) => Specification = specification;
    }

    private sealed class NeedSqliteDb(DbContextOptions<NeedSqliteDb> options) : ProcurementDb(options)
    {
        public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

        protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure(modelBuilder);
    }

    private sealed class NeedPostgreSqlDb(DbContextOptions<NeedPostgreSqlDb> options) : ProcurementDb(options)
    {
        public override DatabaseEngine Engine => DatabaseEngine.PostgreSql;

        protected override void OnModelCreating(ModelBuilder modelBuilder) => Configure(modelBuilder);
    }
}
