using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class Resolving_a_route
{
    private static readonly RouteStepRule Owner = RouteStepRule.Owner(Capacity.Requester);
    private static readonly RouteStepRule Manager = RouteStepRule.Post(Capacity.UnitManager);

    private readonly PaperBody _body = new();

    [Fact]
    public void A_head_who_is_the_requester_moves_his_manager_step_one_unit_up()
    {
        var head = _body.Seat(Capacity.UnitManager, _body.Centre);
        var above = _body.Hire(_body.Province);
        var post = _body.Seat(above, Capacity.UnitManager, _body.Province);

        var plan = _body.Resolve(_body.Request(head, _body.Centre), RouteFacts.None, Owner, Manager);

        Assert.Equal(post, plan.Value.Steps[1].Post);
        Assert.Equal(above, plan.Value.Steps[1].SoleSigner);
    }

    [Fact]
    public void When_nobody_is_eligible_the_submit_is_refused_and_names_the_post()
    {
        var head = _body.Seat(Capacity.UnitManager, _body.Centre);

        var plan = _body.Resolve(_body.Request(head, _body.Centre), RouteFacts.None, Owner, Manager);

        Assert.Equal("signoff.nobody-eligible", plan.Refusal.Code);
        Assert.Equal(Capacity.UnitManager, plan.Refusal.Args[0]);
    }

    [Fact]
    public void A_centre_without_a_post_of_its_own_is_served_by_the_province_pool()
    {
        var requester = _body.Hire(_body.Centre);
        var post = _body.SeatTogether(Capacity.HeadOfProcurement, _body.Province, _body.Hire(_body.Province), _body.Hire(_body.Province));

        var plan = _body.Resolve(_body.Request(requester, _body.Centre), RouteFacts.None, Owner, RouteStepRule.Post(Capacity.HeadOfProcurement));

        Assert.Equal(post, plan.Value.Steps[1].Post);
        Assert.Null(plan.Value.Steps[1].SoleSigner);
    }

    [Fact]
    public void One_person_due_on_two_steps_signs_once_at_the_later_one()
    {
        var requester = _body.Hire(_body.Province);
        var both = _body.Seat(Capacity.HeadOfProcurement, _body.Province);
        _body.Seat(both, Capacity.HeadOfGeneralAffairs, _body.Province);
        var official = _body.Seat(Capacity.AuthorisedOfficial, _body.Province);

        var request = _body.Submitted(
            requester, Owner, RouteStepRule.Post(Capacity.HeadOfProcurement), RouteStepRule.Post(Capacity.AuthorisedOfficial),
            RouteStepRule.Post(Capacity.HeadOfGeneralAffairs));
        Assert.Equal("signoff.not-your-turn", _body.Sign(request, both).Refusal.Code);
        Assert.True(_body.Sign(request, official).Succeeded);
        Assert.True(_body.Sign(request, both).Succeeded);

        var signature = Assert.Single(request.SignOff.Signatures, s => s.PersonId == both);
        Assert.Equal("6,10", signature.Capacities);
        Assert.True(request.SignOff.AllSigned);
        Assert.Equal(DocumentState.InEffect, request.SignOff.State);
    }

    [Fact]
    public void An_incompatible_pair_of_one_person_is_never_joined_but_sent_to_another()
    {
        var requester = _body.Hire(_body.Province);
        var both = _body.Hire(_body.Province);
        _body.Seat(both, Capacity.AuthorisedOfficial, _body.Province);
        _body.Seat(both, Capacity.FinanceController, _body.Province);
        var above = _body.Seat(Capacity.FinanceController, _body.HeadOffice);

        var plan = _body.Resolve(
            _body.Request(requester), RouteFacts.None, Owner, RouteStepRule.Post(Capacity.AuthorisedOfficial), RouteStepRule.Controller());

        Assert.Equal(above, plan.Value.Steps[2].SoleSigner);
    }

    [Fact]
    public void The_inspector_is_drawn_from_those_who_fit_and_the_draw_is_on_the_timeline()
    {
        var requester = _body.Hire(_body.Province);
        PersonId[] pool = [_body.Seat(Capacity.Inspector, _body.Province), _body.Seat(Capacity.Inspector, _body.Province)];
        _body.Seat(requester, Capacity.Inspector, _body.Province);

        var request = _body.Submitted(requester, Owner, RouteStepRule.Inspector());

        Assert.Contains(request.SignOff.CurrentSteps.Last().PersonId!.Value, pool);
        Assert.Equal("seed=7 pool=2", request.SignOff.Acts.Single(a => a.Code == ActCode.InspectorDrawn).Note);
    }

    [Fact]
    public void A_signature_on_the_document_it_continues_stands_and_is_shown_as_such()
    {
        var requester = _body.Hire(_body.Province);
        var manager = _body.Seat(Capacity.UnitManager, _body.Province);
        var keeper = _body.Seat(Capacity.HeadOfGeneralAffairs, _body.Province);
        var earlier = DocumentId.New();
        var facts = new RouteFacts
        {
            Inherited = new Dictionary<Capacity, InheritedSignature> { [Capacity.UnitManager] = new(manager, earlier, PaperBody.Noon) },
        };
        var request = _body.Request(requester);
        var plan = _body.Resolve(request, facts, Owner, Manager, RouteStepRule.Post(Capacity.HeadOfGeneralAffairs));

        Assert.True(SigningDesk.Submit(request, plan.Value, new ActBy(requester, PaperBody.Noon), _body.View()).Succeeded);

        var step = request.SignOff.CurrentSteps.ElementAt(1);
        Assert.Equal((StepState.Inherited, earlier), (step.State, step.InheritedFrom!.Value));
        Assert.True(_body.Sign(request, keeper).Succeeded);
        Assert.True(request.SignOff.AllSigned);
    }

    [Fact]
    public void Controller_and_inspector_sign_after_the_effect_only_where_the_document_allows_it()
    {
        var requester = _body.Hire(_body.Province);
        _body.Seat(Capacity.UnitManager, _body.Province);
        _body.Seat(Capacity.FinanceController, _body.Province);
        RouteStepRule[] steps = [Owner, Manager, RouteStepRule.Controller(StepTiming.After)];

        var strict = _body.Resolve(_body.Request(requester), RouteFacts.None, steps);
        var lenient = _body.Resolve(_body.Request(requester), new RouteFacts { MaySignAfter = true }, steps);

        Assert.Equal(StepTiming.Before, strict.Value.Steps[2].Timing);
        Assert.Equal(StepTiming.After, lenient.Value.Steps[2].Timing);
    }

    [Theory]
    [InlineData(true, false, "signoff.route-needs-inspector")]
    [InlineData(false, true, "signoff.route-needs-controller")]
    public void No_route_of_a_signed_kind_is_saved_without_controller_and_inspector(bool controller, bool inspector, string code)
    {
        List<RouteStepRule> steps = [Owner];
        if (controller) steps.Add(RouteStepRule.Controller());
        if (inspector) steps.Add(RouteStepRule.Inspector());

        Assert.Equal(code, RouteDefinition.Create(new DocumentKind("any"), DocumentGroup.Signed, steps).Refusal.Code);
        Assert.True(RouteDefinition.Create(new DocumentKind("any"), DocumentGroup.Internal, steps).Succeeded);
    }

    [Fact]
    public void A_conditional_controller_step_does_not_count_as_the_controller()
    {
        RouteStepRule[] steps = [Owner, RouteStepRule.Controller() with { When = "labelled" }, RouteStepRule.Inspector()];

        Assert.Equal("signoff.route-needs-controller", RouteDefinition.Create(new DocumentKind("any"), DocumentGroup.Signed, steps).Refusal.Code);
    }
}
