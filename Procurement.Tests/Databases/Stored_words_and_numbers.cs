using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application;
using Procurement.Application.Settings;
using Procurement.Application.SignOff;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

/// <summary>
/// Numbers and words that rest in rows, in signed bytes and in leaves of the log. What was stored once is read by them for ever: one may be
/// added, none may change.
/// </summary>
public sealed class Stored_words_and_numbers
{
    private const string Table = "Procurement.Tests/Databases/stored-words-and-numbers.txt";

    [Fact]
    public async Task Are_the_table_under_review()
    {
        await using var services = Services();
        var table = new StringBuilder();
        foreach (var enumeration in Enumerations(services))
            table.Append(NameOf(enumeration)).Append(": ").AppendJoin(' ', ValuesOf(enumeration).Select(v => $"{v.Name}={v.Number}")).Append('\n');

        table.Append("\ndocument kinds: code, prefix of the number in Persian and English\n");
        foreach (var kind in services.GetRequiredService<DocumentRegistry>().Kinds.OrderBy(k => k.Kind.Code, StringComparer.Ordinal))
            table.Append(CultureInfo.InvariantCulture, $"{kind.Kind.Code} {kind.PrefixFa} {kind.PrefixEn}\n");

        table.Append("\nacts in the log, on documents\n").AppendJoin('\n', Enum.GetValues<ActCode>().Select(LeafCode.Of)).Append('\n');
        table.Append("\nsettings\n").AppendJoin('\n', services.GetRequiredService<SettingRegistry>().All.Select(s => s.Key + ": " + string.Join(' ', s.Fields.Select(f => f.Name)))).Append('\n');

        await UnderReview.Same(Table, table.ToString());
    }

    [Fact]
    public async Task Tell_every_value_of_an_enumeration_from_every_other_and_from_nothing()
    {
        await using var services = Services();
        var faulty = Enumerations(services)
            .Where(e => ValuesOf(e).DistinctBy(v => v.Number).Count() != ValuesOf(e).Count || ValuesOf(e).Any(v => v.Number == "0"))
            .Select(NameOf);

        Assert.Empty(faulty);
    }

    /// <summary>Those of the domain, whether a column, a signed form or a leaf holds them, and whatever else a column holds.</summary>
    private static IReadOnlyList<Type> Enumerations(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var columns = scope.ServiceProvider.GetRequiredService<ProcurementDb>().Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).Where(t => t.IsEnum);
        return [.. typeof(Result).Assembly.GetTypes().Where(t => t.IsEnum).Concat(columns).Distinct().OrderBy(NameOf, StringComparer.Ordinal)];
    }

    private static string NameOf(Type enumeration) => enumeration.FullName!.Replace("Procurement.", "", StringComparison.Ordinal);

    private static IReadOnlyList<(string Name, string Number)> ValuesOf(Type enumeration) =>
        [.. Enum.GetNames(enumeration).Select(name => (name, Convert.ToInt64(Enum.Parse(enumeration, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)))];

    private static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddApplication();
        services.AddInfrastructure(configuration);
        return services.BuildServiceProvider();
    }
}
