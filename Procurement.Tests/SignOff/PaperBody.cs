using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Xunit;

namespace Procurement.Tests.SignOff;

/// <summary>An organisation on paper: no database, one province with one centre, posts given as the test says.</summary>
internal sealed class PaperBody
{
    public static readonly DateOnly Today = new(2026, 11, 1);
    public static readonly DateTimeOffset Noon = new(2026, 11, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly List<ChartPerson> _people = [];
    private readonly List<ChartPost> _posts = [];
    private readonly List<Delegation> _delegations = [];

    public OrgUnitId HeadOffice { get; } = OrgUnitId.New();

    public OrgUnitId Province { get; } = OrgUnitId.New();

    public OrgUnitId Centre { get; } = OrgUnitId.New();

    public OrganisationChart Chart => new(
        1,
        [
            new ChartUnit(HeadOffice, "1", "ستاد", "Head office", UnitKind.HeadOffice, null, true),
            new ChartUnit(Province, "12", "استان", "Province", UnitKind.Province, HeadOffice, true),
            new ChartUnit(Centre, "1201", "مرکز", "Centre", UnitKind.Centre, Province, true),
        ],
        _people, _posts, _delegations);

    public PersonId Hire(OrgUnitId unit)
    {
        var id = PersonId.New();
        _people.Add(new ChartPerson(id, "شخص " + (_people.Count + 1), unit, true));
        return id;
    }

    /// <summary>Hires one person and seats him in a post that serves the unit and everything below it.</summary>
    public PersonId Seat(Capacity capacity, OrgUnitId unit)
    {
        var person = Hire(unit);
        Seat(person, capacity, unit);
        return person;
    }

    public PostId Seat(PersonId person, Capacity capacity, OrgUnitId unit, bool subtree = true)
    {
        var id = PostId.New();
        _posts.Add(new ChartPost(id, capacity, unit, subtree, true, [new ChartAppointment(AppointmentId.New(), person, Today.AddYears(-1), Today.AddYears(1), false)]));
        return id;
    }

    public PostId SeatTogether(Capacity capacity, OrgUnitId unit, params PersonId[] holders)
    {
        var id = PostId.New();
        _posts.Add(new ChartPost(id, capacity, unit, true, true,
            [.. holders.Select(h => new ChartAppointment(AppointmentId.New(), h, Today.AddYears(-1), Today.AddYears(1), false))]));
        return id;
    }

    public Result<Delegation> Delegate(PersonId from, PersonId to, PostId post, Rials? limit = null, string? kind = null)
    {
        var granted = Delegation.Grant(Chart, post, from, to, AppointmentLetter.Create("۷", Today).Value, Today, Today.AddDays(10), kind, limit);
        if (granted.Succeeded) _delegations.Add(granted.Value);
        return granted;
    }

    public DeskView View(FileHands? hands = null, DocumentId? frozenBy = null) =>
        new(Chart, hands ?? FileHands.None, frozenBy, Today, (from, days) => from.AddDays(days));

    /// <summary>A goods request with one line, ready to submit, owned by the person.</summary>
    public GoodsRequest Request(PersonId owner, OrgUnitId? unit = null)
    {
        var by = new ActBy(owner, Noon);
        var request = GoodsRequest.Draft(unit ?? Province, "12", StoreId.New(), "کارگاه", Today.AddDays(9), by).Value;
        Assert.True(request.ReplaceLines([new GoodsRequestLineInput(ItemId.New(), Quantity.Whole(5), null)], by).Succeeded);
        return request;
    }

    public Result<RoutePlan> Resolve(GoodsRequest request, RouteFacts facts, params RouteStepRule[] steps) => RouteResolver.Resolve(
        Chart, new RouteDefinition(GoodsRequest.Kind, steps), request.SignOff.UnitId, request.SignOff.OwnerId, facts, FileHands.None, Today, seed: 7);

    /// <summary>Submits over the given steps; the owner's own step is signed by it.</summary>
    public GoodsRequest Submitted(PersonId owner, params RouteStepRule[] steps)
    {
        var request = Request(owner);
        var plan = Resolve(request, RouteFacts.None, steps);
        Assert.True(plan.Succeeded, plan.Succeeded ? "" : plan.Refusal.ToString());
        var submitted = SigningDesk.Submit(request, plan.Value, new ActBy(owner, Noon), View());
        Assert.True(submitted.Succeeded, submitted.Succeeded ? "" : submitted.Refusal.ToString());
        return request;
    }

    public Result Sign(Document document, PersonId by, FileHands? hands = null) =>
        SigningDesk.Sign(document, document.SignOff.ContentVersion, new ActBy(by, Noon.AddMinutes(document.SignOff.Acts.Count)), View(hands));
}
