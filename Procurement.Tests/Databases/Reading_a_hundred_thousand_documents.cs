using System.Text;
using Procurement.Application.Shared.Messaging;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Databases.Plans;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Databases;

/// <summary>
/// Every question the application puts to its database, put to a body with a hundred thousand documents, on both engines. The engines count
/// what they read; time is not looked at.
/// </summary>
public sealed class Reading_a_hundred_thousand_documents(LargeBodies bodies) : IClassFixture<LargeBodies>
{
    [EngineFact]
    public async Task Costs_a_page_what_the_page_shows_and_not_what_the_table_holds(DatabaseEngine engine)
    {
        var told = new StringBuilder();
        foreach (var answer in (await bodies.Walk(engine)).Where(a => !ReadsMuch.ByNature(a.Type)))
        {
            foreach (var (asked, cost) in answer.Costs.Where(c => ReadsMuch.Is(engine, c.Cost)))
                told.AppendLine(FormattableString.Invariant($"## {answer.Question}: visited {cost.Visited}, of them {cost.Scanned} without an index\n{asked.Sql}\n{cost.Plan}\n"));
        }

        Assert.True(told.Length == 0, told.ToString());
    }

    [EngineFact]
    public async Task Answers_every_question_that_is_put(DatabaseEngine engine) =>
        Assert.Empty((await bodies.Walk(engine)).Where(a => a.Refusal is not null).Select(a => $"{a.Question}: {a.Refusal}"));

    [EngineFact]
    public async Task Holds_the_rows_it_is_about(DatabaseEngine engine)
    {
        var body = await bodies.On(engine);
        var few = new List<string>();
        foreach (var (table, least) in LargeBody.Least)
        {
            var rows = await body.Count(table);
            if (rows < least) few.Add(FormattableString.Invariant($"{table}: {rows}"));
        }

        Assert.Empty(few);
    }

    [EngineFact]
    public async Task Leaves_no_question_of_the_application_out(DatabaseEngine engine)
    {
        var put = (await bodies.Walk(engine)).Select(a => a.Type).ToHashSet();
        var questions = typeof(IUseCases).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))).ToList();

        Assert.Empty(questions.Where(q => !put.Contains(q) && !ReadsMuch.Unasked.ContainsKey(q)).Select(q => q.Name));
        Assert.Empty(ReadsMuch.Unasked.Keys.Where(put.Contains).Select(q => q.Name));
    }
}
