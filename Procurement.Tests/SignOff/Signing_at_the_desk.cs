using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class Signing_at_the_desk
{
    private static readonly RouteStepRule[] Route =
        [RouteStepRule.Owner(Capacity.Requester), RouteStepRule.Post(Capacity.UnitManager), RouteStepRule.Post(Capacity.HeadOfGeneralAffairs)];

    private readonly PaperBody _body = new();
    private readonly PersonId _requester;
    private readonly PersonId _manager;
    private readonly PersonId _head;
    private readonly PostId _headPost;

    public Signing_at_the_desk()
    {
        _requester = _body.Hire(_body.Province);
        _manager = _body.Seat(Capacity.UnitManager, _body.Province);
        _head = _body.Hire(_body.Province);
        _headPost = _body.Seat(_head, Capacity.HeadOfGeneralAffairs, _body.Province);
    }

    [Fact]
    public void Nobody_reaches_a_later_step_around_the_earlier_one()
    {
        var request = _body.Submitted(_requester, Route);

        Assert.Equal("signoff.not-your-turn", _body.Sign(request, _head).Refusal.Code);
        Assert.Equal("signoff.not-your-turn", _body.Sign(request, _requester).Refusal.Code);
    }

    [Fact]
    public void A_signature_binds_version_and_hash_of_exactly_what_was_seen()
    {
        var request = _body.Submitted(_requester, Route);
        var seal = CanonicalWriter.Seal(request);

        Assert.True(_body.Sign(request, _manager).Succeeded);

        var signature = request.SignOff.Signatures.Single(s => s.PersonId == _manager);
        Assert.Equal((seal.ContentVersion, seal.Sha256), (signature.ContentVersion, signature.ContentSha256));
    }

    [Fact]
    public void A_delegate_signs_for_the_holder_and_both_names_stand_in_the_signature()
    {
        var deputy = _body.Hire(_body.Province);
        Assert.True(_body.Delegate(_head, deputy, _headPost).Succeeded);
        var request = _body.Submitted(_requester, Route);
        _body.Sign(request, _manager);

        Assert.True(_body.Sign(request, deputy).Succeeded);

        var signature = request.SignOff.Signatures.Single(s => s.PersonId == deputy);
        Assert.Equal(_head, signature.ActingForId);
    }

    [Fact]
    public void A_delegate_may_not_delegate_further()
    {
        var deputy = _body.Hire(_body.Province);
        _body.Delegate(_head, deputy, _headPost);

        Assert.Equal("organisation.delegation-needs-own-post", _body.Delegate(deputy, _body.Hire(_body.Province), _headPost).Refusal.Code);
    }

    [Fact]
    public void A_delegation_for_another_kind_or_a_smaller_amount_gives_no_right_here()
    {
        var deputy = _body.Hire(_body.Province);
        _body.Delegate(_head, deputy, _headPost, kind: "payment-voucher");
        var request = _body.Submitted(_requester, Route);
        _body.Sign(request, _manager);

        Assert.Equal("signoff.not-your-turn", _body.Sign(request, deputy).Refusal.Code);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_incompatible_pair_is_refused_when_one_person_has_both_hands_on_the_file(Capacity had, Capacity due)
    {
        var body = new PaperBody();
        var requester = body.Hire(body.Province);
        var signer = body.Seat(due, body.Province);
        var request = body.Submitted(requester, RouteStepRule.Owner(Capacity.Requester), RouteStepRule.Post(due));

        var signed = body.Sign(request, signer, new FileHands([(signer, had)]));

        Assert.Equal("signoff.hands-incompatible", signed.Refusal.Code);
    }

    public static TheoryData<Capacity, Capacity> Pairs()
    {
        var pairs = new TheoryData<Capacity, Capacity>();
        foreach (var (one, other) in Incompatibilities.AllOnOneFile().Where(p => p.One != Capacity.Requester))
        {
            pairs.Add(one, other);
            pairs.Add(other, one);
        }

        return pairs;
    }

    [Fact]
    public void The_delegators_own_hands_count_against_his_delegate()
    {
        var deputy = _body.Hire(_body.Province);
        _body.Delegate(_head, deputy, _headPost);
        var request = _body.Submitted(_requester, Route);
        _body.Sign(request, _manager);

        var signed = _body.Sign(request, deputy, new FileHands([(_head, Capacity.FinanceController)]));

        Assert.Equal("signoff.hands-incompatible", signed.Refusal.Code);
    }

    [Fact]
    public void An_open_objection_on_another_document_of_the_file_freezes_this_one()
    {
        var request = _body.Submitted(_requester, Route);

        var signed = SigningDesk.Sign(
            request, request.SignOff.ContentVersion, new ActBy(_manager, PaperBody.Noon), _body.View(frozenBy: DocumentId.New()));

        Assert.Equal("signoff.file-frozen", signed.Refusal.Code);
    }

    [Fact]
    public void The_owner_withdraws_until_another_has_signed_and_no_longer()
    {
        var early = _body.Submitted(_requester, Route);
        var late = _body.Submitted(_requester, Route);
        _body.Sign(late, _manager);

        Assert.True(SigningDesk.Withdraw(early, new ActBy(_requester, PaperBody.Noon)).Succeeded);
        Assert.Equal("signoff.others-signed-already", SigningDesk.Withdraw(late, new ActBy(_requester, PaperBody.Noon)).Refusal.Code);
    }

    [Fact]
    public void Cancelling_after_another_signed_takes_owner_and_last_signer()
    {
        var request = _body.Submitted(_requester, Route);
        _body.Sign(request, _manager);

        Assert.True(SigningDesk.Cancel(request, new ActBy(_requester, PaperBody.Noon), "نیاز رفع شد").Succeeded);
        Assert.Equal(DocumentState.InRoute, request.SignOff.State);
        Assert.True(request.SignOff.MayCancel(_manager)); // the page must offer it to the one whose word is still missing
        Assert.False(request.SignOff.MayCancel(_head));
        Assert.Equal("signoff.cancel-owner-or-last-signer", SigningDesk.Cancel(request, new ActBy(_head, PaperBody.Noon), "نیاز رفع شد").Refusal.Code);
        Assert.True(SigningDesk.Cancel(request, new ActBy(_manager, PaperBody.Noon), "موافقم").Succeeded);
        Assert.Equal(DocumentState.Cancelled, request.SignOff.State);
    }

    [Fact]
    public void A_return_needs_a_reason()
    {
        var request = _body.Submitted(_requester, Route);

        var returned = SigningDesk.Return(request, request.SignOff.ContentVersion, new ActBy(_manager, PaperBody.Noon), "  ", _body.View());

        Assert.Equal("signoff.reason-missing", returned.Refusal.Code);
        Assert.Equal(DocumentState.InRoute, request.SignOff.State);
    }

    [Fact]
    public void An_inspector_who_steps_back_is_replaced_by_another_and_both_are_recorded()
    {
        PersonId[] pool = [_body.Seat(Capacity.Inspector, _body.Province), _body.Seat(Capacity.Inspector, _body.Province)];
        var request = _body.Submitted(_requester, RouteStepRule.Owner(Capacity.Requester), RouteStepRule.Inspector());
        var first = request.SignOff.CurrentSteps.Last().PersonId!.Value;

        Assert.True(SigningDesk.Recuse(request, new ActBy(first, PaperBody.Noon), "خویشاوندی", _body.View(), 3).Succeeded);

        Assert.Equal(pool.Single(p => p != first), request.SignOff.CurrentSteps.Last().PersonId!.Value);
        Assert.Contains(request.SignOff.Acts, a => a is { Code: ActCode.InspectorRecused, Note: "خویشاوندی" });
    }

    [Fact]
    public void Every_state_answers_every_move_with_a_next_state_or_a_refusal()
    {
        DocumentState[] ended = [DocumentState.Refused, DocumentState.Cancelled, DocumentState.Expired, DocumentState.Reversed];
        foreach (var state in Enum.GetValues<DocumentState>())
        {
            foreach (var move in Enum.GetValues<DocumentMove>())
            {
                if (ended.Contains(state)) Assert.False(SignOffSheet.Moves.ContainsKey((state, move)), $"{state} ends, yet {move} leads on.");
            }
        }

        foreach (var move in Enum.GetValues<DocumentMove>()) Assert.Contains(SignOffSheet.Moves.Keys, k => k.Move == move);
        foreach (var state in Enum.GetValues<DocumentState>().Except([DocumentState.Draft])) Assert.Contains(state, SignOffSheet.Moves.Values);
    }
}
