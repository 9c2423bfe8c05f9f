using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Procurement.Web.Verbs;
using Xunit;

namespace Procurement.Tests.Verbs;

public sealed class Calling_a_verb
{
    [Theory]
    [InlineData(false)]
    [InlineData(false, "--urls=http://localhost:5080")]
    [InlineData(true, "migrate")]
    public void A_first_word_that_is_no_option_names_a_verb_and_no_server_starts(bool verb, params string[] line) =>
        Assert.Equal(verb, VerbLine.NamesVerb(line));

    [Fact]
    public async Task An_unknown_word_is_answered_with_the_list_of_verbs_and_fails()
    {
        var run = await VerbRun.Of("migrat");

        Assert.Equal((int)VerbOutcome.Misused, run.ExitCode);
        Assert.Contains("check-ledger", run.Said, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Migrate_makes_an_empty_database_fit_for_use(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.Empty(engine);

        var migrated = await VerbRun.Of(database, "migrate");
        var looked = await VerbRun.Of(database, "check-ledger");

        Assert.Equal(0, migrated.ExitCode);
        Assert.Equal(0, looked.ExitCode);
    }
}
