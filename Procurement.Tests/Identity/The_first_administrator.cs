using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Identity.FirstAdministrator;
using Procurement.Application.Organisation;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class The_first_administrator(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly (string, string)[] Filled =
    [
        ("UnitName", "ستاد نمونه"), ("UnitCode", "1"), ("NationalId", "۰۰۸۴۵۷۵۹۴۸"), ("FirstName", "سارا"), ("LastName", "نمونه"), ("LetterNumber", "۱۴۰۵/۱"),
        ("UserName", "sara"), ("Password", FrontDoor.Password),
    ];

    [EngineFact]
    public async Task Founds_the_head_office_and_may_log_in_and_administer(DatabaseEngine engine)
    {
        await using var door = FrontDoor.Empty(await databases.Fresh(engine), ("Security:SecondFactorRequiredFor", "none"));
        using var visitor = door.Visitor();
        var page = await visitor.Open(await Link(door));

        await visitor.Submit(page.QuerySelector("form.account-box"), Filled);
        await FrontDoor.SignIn(visitor, "sara");

        var logins = await visitor.Open("/account/logins");
        Assert.Contains("سارا نمونه", logins.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await using var scope = door.Services.CreateAsyncScope();
        var chart = await scope.ServiceProvider.GetRequiredService<IOrganisationCharts>().Current(default);
        Assert.Equal(UnitKind.HeadOffice, Assert.Single(chart.Units).Kind);
        Assert.True(chart.HasCapacity(Assert.Single(chart.People).Id, Capacity.Administrator, new DateOnly(2026, 11, 1)));
    }

    [EngineFact]
    public async Task Is_made_once_by_each_link(DatabaseEngine engine)
    {
        await using var door = FrontDoor.Empty(await databases.Fresh(engine));
        using var visitor = door.Visitor();
        var link = await Link(door);
        var page = await visitor.Open(link);
        await visitor.Submit(page.QuerySelector("form.account-box"), Filled);

        var again = await visitor.Open(link);

        Assert.Null(again.QuerySelector("form.account-box"));
        Assert.Contains("identity.link-used", again.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        Assert.False(File.Exists(door.LinkFile));
    }

    [Fact]
    public async Task Has_a_day_and_not_longer()
    {
        await using var door = FrontDoor.Empty(await databases.Fresh(DatabaseEngine.Sqlite));
        using var visitor = door.Visitor();
        var link = await Link(door);

        door.Clock.Pass(TimeSpan.FromHours(24));

        Assert.Contains("identity.link-expired", (await visitor.Open(link)).QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_asked_for_in_a_file_that_nobody_else_on_the_machine_can_read()
    {
        await using var door = FrontDoor.Empty(await databases.Fresh(DatabaseEngine.Sqlite));

        await Link(door);

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(door.LinkFile));
    }

    [Fact]
    public async Task Is_not_asked_for_again_once_there_is_a_login()
    {
        await using var door = await FrontDoor.Of(await databases.Fresh(DatabaseEngine.Sqlite));
        await door.GiveLogin(door.Body.Requester, "requester");

        Assert.Null(await door.Services.GetRequiredService<IFirstAdministrator>().OfferIfNobodyIs(default));
    }

    [Fact]
    public async Task A_refused_form_keeps_the_link_good_and_what_was_typed()
    {
        await using var door = FrontDoor.Empty(await databases.Fresh(DatabaseEngine.Sqlite));
        using var visitor = door.Visitor();
        var page = await visitor.Open(await Link(door));

        var again = await visitor.Submit(page.QuerySelector("form.account-box"), [.. Filled[..^1], ("Password", "passwordpassword")]);

        Assert.Equal("ستاد نمونه", again.QuerySelector("#UnitName")!.GetAttribute("value"));
        Assert.NotNull(again.QuerySelector("#Password-fault"));
        await visitor.Submit(again.QuerySelector("form.account-box"), ("Password", FrontDoor.Password));
        await using var scope = door.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<Person>().CountAsync());
    }

    private static async Task<string> Link(FrontDoor door)
    {
        _ = door.Services; // the first start writes it
        return new Uri((await File.ReadAllTextAsync(door.LinkFile)).Trim()).PathAndQuery;
    }
}
