using AngleSharp.Dom;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Issuing;

/// <summary>The store of <see cref="IssuingOnSite"/> behind the web application: scenes are set by use cases, what is tested is clicked.</summary>
internal sealed class IssuingOnTheWeb : IAsyncDisposable
{
    private IssuingOnTheWeb(IssuingOnSite goods, WebSite site)
    {
        Goods = goods;
        Site = site;
    }

    public IssuingOnSite Goods { get; }

    public WebSite Site { get; }

    public TestBody Body => Goods.Body;

    public static async Task<IssuingOnTheWeb> On(TestDatabase database, bool guarded = true, bool expert = false)
    {
        var goods = await IssuingOnSite.On(database, guarded, expert: expert);
        return new IssuingOnTheWeb(goods, WebSite.Over(database, goods.Body));
    }

    public WebVisitor Visit(PersonId person) => Site.Visit(person);

    /// <summary>A pass for five gloves and two inverters, issued and waiting at the gate.</summary>
    public async Task<DocumentId> AtTheGate() => await Goods.PassIssued(await Goods.Picked((Goods.Gloves, 5), (Goods.Inverters, 2)));

    /// <summary>The same, let out and on its way to the requester.</summary>
    public async Task<DocumentId> OnTheWay()
    {
        var pass = await AtTheGate();
        Assert.True(IssuingOnSite.Done(await Goods.App.As(Body.Guard, await Goods.AllOut(pass))).HasLeft);
        return pass;
    }

    /// <summary>Sends a document with the action on its own page.</summary>
    public static async Task<IDocument> Send(WebVisitor visitor, IDocument page) =>
        await visitor.Submit(page.QuerySelector("form[action='?handler=Submit']"), ("Proof", WebSite.Password));

    public static IElement? Form(IDocument page) => page.QuerySelector("main form[method=post]");

    /// <summary>The link of an action on a document's page.</summary>
    public static string Action(IDocument page, string anchor) => page.QuerySelector($"#{anchor}")?.GetAttribute("href") ?? "";

    public async Task<DocumentId> Newest(DocumentKind kind) => (await Goods.App.Look(db => Task.FromResult(
        db.Set<SignOffSheet>().Where(s => s.Kind == kind).OrderByDescending(s => s.Id).First()))).Id;

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Goods.DisposeAsync();
    }
}
