using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Receiving;

/// <summary>Controls 6.1.c, 6.1.d and 6.3.b on paper: expert and requester hold what came against what was asked for.</summary>
public sealed class Judging_conformance
{
    private readonly DeliveryOnPaper _delivery = new();

    [Fact]
    public void What_conforms_is_accepted_and_signed_after_by_controller_and_inspector()
    {
        var report = _delivery.BeforeTheRequester();

        DeliveryOnPaper.Ok(Judge(report, DeliveryOnPaper.Fits()));
        foreach (var signer in new[] { _delivery.Requester, _delivery.Keeper, _delivery.Officer }) DeliveryOnPaper.Ok(_delivery.Sign(report, signer));

        Assert.Equal(DocumentState.InEffect, report.SignOff.State);
        Assert.Equal(StepTiming.After, report.SignOff.OpenStep!.Timing);
    }

    [Fact]
    public void Anything_refused_takes_back_the_right_to_sign_after_the_effect()
    {
        var report = _delivery.BeforeTheRequester();
        WithPhoto(report);

        DeliveryOnPaper.Ok(Judge(report, DeliveryOnPaper.ThreeTooLight()));
        foreach (var signer in new[] { _delivery.Requester, _delivery.Keeper, _delivery.Officer }) DeliveryOnPaper.Ok(_delivery.Sign(report, signer));

        Assert.Equal(DocumentState.InRoute, report.SignOff.State);
        Assert.All(report.SignOff.CurrentSteps, s => Assert.Equal(StepTiming.Before, s.Timing));
    }

    [Fact]
    public void The_requester_signs_only_after_his_verdict()
    {
        Assert.Equal("signoff.contribution-missing", _delivery.Sign(_delivery.BeforeTheRequester(), _delivery.Requester).Refusal.Code);
    }

    [Fact]
    public void Every_attribute_is_measured_and_says_how()
    {
        var report = _delivery.BeforeTheRequester();

        var judged = Judge(report, DeliveryOnPaper.Fits() with { Checks = [new(DeliveryOnPaper.Weight, "82", null)] });

        Assert.Equal(["conformance-report.method-missing", "conformance-report.not-measured"], judged.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Pieces_that_differ_are_never_accepted_at_full_price()
    {
        var report = _delivery.BeforeTheRequester();
        WithPhoto(report);
        var verdict = DeliveryOnPaper.ThreeTooLight() with { Accepted = Quantity.Whole(8), Refused = Quantity.Whole(2) };

        Assert.Equal("conformance-report.differing-cannot-be-accepted", Judge(report, verdict).Refusal.Code);
    }

    [Fact]
    public void A_difference_is_proven_by_an_attachment()
    {
        var report = _delivery.BeforeTheRequester();

        Assert.Equal("conformance-report.evidence-missing", Judge(report, DeliveryOnPaper.ThreeTooLight(proof: null)).Refusal.Code);
        Assert.Equal("conformance-report.evidence-not-attached", Judge(report, DeliveryOnPaper.ThreeTooLight()).Refusal.Code);
    }

    [Fact]
    public void A_lower_price_needs_a_waiver_and_is_lower()
    {
        var report = _delivery.BeforeTheRequester();
        WithPhoto(report);
        var price = Rials.FromStored(1_000);

        var codes = Judge(report, DeliveryOnPaper.ThreeTooLight(refused: 0, cut: 3, price: price)).Refusals.Select(r => r.Code);
        var cut = Judge(report, DeliveryOnPaper.ThreeTooLight(refused: 0, cut: 3, price: Rials.FromStored(600), waiver: "صورتجلسه ۴"));

        Assert.Equal(["conformance-report.waiver-missing", "conformance-report.cut-price-not-lower"], codes);
        DeliveryOnPaper.Ok(cut);
        Assert.Equal(7 * 1_000 + 3 * 600, report.Lines[0].ValueAccepted.Amount);
    }

    [Fact]
    public void Accepted_refused_and_cut_make_up_what_was_presented()
    {
        Assert.Equal("conformance-report.quantities-do-not-add-up", Judge(_delivery.BeforeTheRequester(), DeliveryOnPaper.Fits(9)).Refusal.Code);
    }

    [Fact]
    public void Goods_that_were_not_bought_are_judged_by_their_deed_in_words()
    {
        var report = _delivery.BeforeTheRequester(_delivery.InQuarantine(basis: DeliveryOnPaper.Given(GoodsSource.Donation)));
        var verdict = new LineVerdict(DeliveryOnPaper.Ten, Quantity.Zero, Quantity.Zero, null, null, null, []);

        Assert.Equal("conformance-report.deed-remark-missing", Judge(report, verdict).Refusal.Code);
        DeliveryOnPaper.Ok(Judge(report, verdict with { Reason = "مطابق نامه اهدا" }));
    }

    [Fact]
    public void No_more_is_accepted_than_is_still_due_of_the_order()
    {
        var report = _delivery.Open(_delivery.InQuarantine(), stillDue: Quantity.Whole(9)).Value;
        _delivery.Submit(report, [RouteStepRule.Named(Capacity.Requester), RouteStepRule.Owner(Capacity.Keeper)], _delivery.Keeper);

        Assert.Equal("conformance-report.more-than-due", Judge(report, DeliveryOnPaper.Fits()).Refusal.Code);
        DeliveryOnPaper.Ok(Judge(report, DeliveryOnPaper.Fits(9) with { Refused = Quantity.Whole(1), Reason = "مازاد بر سفارش" }));
    }

    [Fact]
    public void The_keeper_never_judges_what_he_received()
    {
        var receipt = _delivery.InQuarantine();

        var opened = ConformanceReport.Open(receipt, new Judge(_delivery.Keeper), null, null, [], maySignAfter: false, _delivery.By(_delivery.Keeper));

        Assert.Equal("conformance-report.keeper-cannot-judge", opened.Refusal.Code);
    }

    [Fact]
    public void The_report_carries_the_hash_of_the_internal_receipt_it_rests_on()
    {
        var receipt = _delivery.InQuarantine();
        receipt.SignOff.Sealed(CanonicalWriter.Seal(receipt));

        Assert.Equal(receipt.SignOff.SealedSha256, _delivery.Open(receipt).Value.TemporaryReceiptSha256);
    }

    [Fact]
    public void A_flagged_item_waits_for_the_experts_checklist()
    {
        Assert.Equal("conformance-report.checklist-missing", _delivery.Open(_delivery.InQuarantine(), needsChecklist: true).Refusal.Code);
    }

    [Fact]
    public void What_the_expert_found_stands_against_the_requesters_word()
    {
        var receipt = _delivery.InQuarantine();
        var checklist = Checklist(receipt, "70");
        var report = _delivery.Open(receipt, needsChecklist: true, checklist: checklist).Value;
        _delivery.Submit(report, [RouteStepRule.Named(Capacity.Requester), RouteStepRule.Owner(Capacity.Keeper)], _delivery.Keeper);

        Assert.Equal("conformance-report.differing-cannot-be-accepted", Judge(report, DeliveryOnPaper.Fits()).Refusal.Code);
        Assert.Contains(report.SignOff.Attachments, a => a.Sha256 == DeliveryOnPaper.Photo && a.AddedBy == _delivery.Expert);
    }

    [Fact]
    public void The_expert_is_neither_buyer_nor_keeper_and_appoints_nobody_for_himself()
    {
        var receipt = _delivery.InQuarantine();
        Result<ExpertChecklist> Appoint(PersonId expert, PersonId by) =>
            ExpertChecklist.Appoint(receipt, receipt.Lines[0].Id, expert, _delivery.Buyer, _delivery.By(by));

        Assert.Equal("expert-checklist.expert-is-buyer", Appoint(_delivery.Buyer, _delivery.Officer).Refusal.Code);
        Assert.Equal("expert-checklist.expert-is-keeper", Appoint(_delivery.Keeper, _delivery.Officer).Refusal.Code);
        Assert.Equal("expert-checklist.expert-appoints-himself", Appoint(_delivery.Expert, _delivery.Expert).Refusal.Code);
        Assert.True(Appoint(_delivery.Expert, _delivery.Officer).Succeeded);
    }

    [Fact]
    public void Each_result_of_a_checklist_has_its_photo()
    {
        var receipt = _delivery.InQuarantine();
        var checklist = ExpertChecklist.Appoint(receipt, receipt.Lines[0].Id, _delivery.Expert, _delivery.Buyer, _delivery.By(_delivery.Officer)).Value;

        var done = checklist.Complete(DeliveryOnPaper.Asked, [new(1, "82", "ترازو", null, null), new(2, "سفید", "دید", null, null)], null, _delivery.By(_delivery.Expert));

        Assert.Equal(["expert-checklist.photo-missing", "expert-checklist.photo-missing"], done.Refusals.Select(r => r.Code));
        Assert.False(checklist.IsComplete);
    }

    [Fact]
    public void Only_the_manager_of_a_requester_who_left_names_his_substitute()
    {
        var body = _delivery.Body;
        var manager = body.Seat(Capacity.UnitManager, body.Province);
        var colleague = body.Hire(body.Province);

        var named = RequesterSubstitute.Name(body.Chart, _delivery.Order, _delivery.Requester, colleague, "۵", _delivery.By(manager), PaperBody.Today);

        Assert.Equal("conformance-report.requester-is-here", named.Refusal.Code);
    }

    private ExpertChecklist Checklist(TemporaryReceipt receipt, string weight)
    {
        var photo = new Evidence(DeliveryOnPaper.Photo, "p.jpg", 5, "image/jpeg");
        var checklist = ExpertChecklist.Appoint(receipt, receipt.Lines[0].Id, _delivery.Expert, _delivery.Buyer, _delivery.By(_delivery.Officer)).Value;
        DeliveryOnPaper.Ok(checklist.Complete(
            DeliveryOnPaper.Asked, [new(1, weight, "ترازو", null, photo), new(2, "سفید", "دید", null, photo)], null, _delivery.By(_delivery.Expert)));
        return checklist;
    }

    private void WithPhoto(ConformanceReport report) =>
        DeliveryOnPaper.Ok(report.SignOff.Attach(DeliveryOnPaper.Photo, "عکس.jpg", 10, "image/jpeg", _delivery.By(_delivery.Requester)));

    private Result Judge(ConformanceReport report, LineVerdict verdict) =>
        report.Judge(report.Lines.ToDictionary(l => l.Id, _ => verdict), _delivery.By(_delivery.Requester));
}
