using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Organisation;
using Procurement.Application.Sourcing.Findings;
using Procurement.Application.Sourcing.ListOrders;
using Procurement.Application.Sourcing.ListSourcingFiles;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Sourcing;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Sourcing;

public sealed class Lists_of_the_purchase(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [EngineFact]
    public async Task A_page_of_files_findings_and_orders_is_found_along_its_index(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await using var scope = app.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        var queries = new SourcingQueries(db, scope.ServiceProvider.GetRequiredService<ChartOfCall>());
        var units = UnitScope.Of([app.Body.Province.Id, app.Body.Centre.Id]);
        await db.Database.OpenConnectionAsync();
        // The tables are empty here: the engine is only asked whether the index can answer at all.
        if (engine == DatabaseEngine.PostgreSql) await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");

        var files = await db.PlanOf(queries.FilesAsked(
            units, app.Body.Buyer, new ListSourcingFiles(SourcingFileState.Open, After: SourcingFileId.New())).Take(SourcingQueries.PageSize).Select(f => f.Id));
        var findings = await db.PlanOf(queries.FindingsAsked(units, new ListFindings(After: SplittingFindingId.New())).Select(f => f.Id));
        var orders = await db.PlanOf(queries.OrdersAsked(units, new ListOrders(After: DocumentId.New())).Take(SourcingQueries.PageSize).Select(o => o.Id));

        Assert.Contains("sourcing_file", files, StringComparison.Ordinal);
        Assert.Matches("ix_sourcing_file_|pk_sourcing_file", files);
        Assert.Contains("ix_splitting_finding_unit_id_", findings, StringComparison.Ordinal);
        Assert.Contains("ix_purchase_order_unit_id_id", orders, StringComparison.Ordinal);
    }
}
