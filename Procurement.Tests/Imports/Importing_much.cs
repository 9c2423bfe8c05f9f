using System.Diagnostics;
using System.Globalization;
using System.Text;
using Procurement.Application.Imports.ImportFile;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Procurement.Tests.Imports;

/// <summary>How long a large first count takes; printed, for machines differ.</summary>
public sealed class Importing_much(DatabaseFixture databases, ITestOutputHelper output) : IClassFixture<DatabaseFixture>
{
    private const int Lines = 20_000;

    [EngineFact]
    public async Task A_first_count_of_many_lines_is_drafted_in_parts(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        await TestStock.In(app.Services, app.Body.Province);
        await app.Items(Lines);
        var file = new StringBuilder("کد انبار,تاریخ شمارش,مستند,کد کالا,محل,مقدار,بهای واحد\n");
        for (var i = 0; i < Lines; i++) file.Append(CultureInfo.InvariantCulture, $"ANB,1405/07/01,صورت‌جلسه ۱۲,BULK-{i},A1,۱۲,۲٬۵۰۰\n");
        var taken = await app.Taken(new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())), "bulk.csv");

        foreach (var dryRun in (bool[])[true, false])
        {
            var started = Stopwatch.GetTimestamp();
            var done = await app.As(app.Body.Keeper, new ImportFile("opening-stock", taken, dryRun));
            var took = Stopwatch.GetElapsedTime(started);

            output.WriteLine($"{engine}: {Lines} lines {(dryRun ? "tried" : "drafted")} in {took.TotalSeconds:0.00} s, {Lines / took.TotalSeconds:0} lines/s");
            Assert.Equal((Lines, 10), (done.Value.Entered, done.Value.Drafts.Count));
        }
    }
}
