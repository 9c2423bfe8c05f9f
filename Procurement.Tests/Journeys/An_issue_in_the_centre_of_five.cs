using Microsoft.Playwright;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Journeys;

/// <summary>
/// From the request to the receiver's hand where five people work: the centre's own people ask, approve and hand over; the controller and the
/// inspector who sign are those the province pools.
/// </summary>
[Collection(SampleJourneys.Name)]
public sealed class An_issue_in_the_centre_of_five(SampleSite site)
{
    private const int MostLoads = 24;

    [BrowserFact]
    public Task Needs_no_scripts() => Issue(new() { Locale = "fa-IR", JavaScriptEnabled = false, ViewportSize = new() { Width = 1366, Height = 900 } });

    [BrowserFact]
    public Task Fits_a_telephone() => Issue(new() { Locale = "fa-IR", ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true });

    [BrowserFact]
    public Task Is_the_same_in_English() => Issue(new() { Locale = "en-GB", ViewportSize = new() { Width = 1366, Height = 900 } });

    private async Task Issue(BrowserNewContextOptions window)
    {
        await using var walk = await Walk.On(site, window);
        var requester = await walk.As("c3-r1");
        await requester.Follow("main a[href='/requests/goods-requests/new']");
        await requester.Choose("#Store");
        await requester.Fill("#NeededBy", Walk.Day(20));
        await requester.Fill("#Purpose", "کلاس مرکز");
        await requester.Fill("[name='Lines[0].Item']", "O-PEN");
        await requester.Fill("[name='Lines[0].Quantity']", "5");
        await requester.SendSigned();
        var request = requester.Document;
        var head = await walk.As("c3-head");
        await head.Open(request);
        await head.Sign();

        var keeper = await walk.As("c3-keeper");
        await keeper.Open(request);
        await keeper.Fill("[name='Lines[0].Available']", "5");
        await keeper.Contribute();
        await keeper.Follow("main a[href^='/issuing/vouchers/new']");
        await keeper.SendSigned();
        var voucher = keeper.Document;
        await keeper.Follow("main a[href$='/pick']");
        await keeper.Press("main form button.btn-primary");

        await requester.Next();
        await requester.TakeOver();
        var controller = await walk.As("controller");
        await controller.Open(voucher);
        await controller.Sign();
        var inspector = await walk.As(walk.Named(await controller.Said()));
        await inspector.Open(voucher);
        await inspector.Sign();

        Assert.Empty(walk.Faults);
        Assert.True(walk.Loads <= MostLoads, $"{walk.Loads} pages were loaded.");
    }
}
