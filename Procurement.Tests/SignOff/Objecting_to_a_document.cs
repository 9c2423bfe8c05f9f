using Procurement.Domain.Organisation;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Xunit;

namespace Procurement.Tests.SignOff;

public sealed class Objecting_to_a_document
{
    private readonly PaperBody _body = new();
    private readonly PersonId _requester;
    private readonly PersonId _controller;
    private readonly PersonId _official;
    private readonly GoodsRequest _document;

    public Objecting_to_a_document()
    {
        _requester = _body.Hire(_body.Province);
        _controller = _body.Seat(Capacity.FinanceController, _body.Province);
        _official = _body.Seat(Capacity.AuthorisedOfficial, _body.Province);
        _body.Seat(Capacity.Inspector, _body.Province);
        _document = _body.Submitted(_requester, RouteStepRule.Owner(Capacity.Requester), RouteStepRule.Controller(), RouteStepRule.Inspector());
    }

    [Fact]
    public void An_objection_names_its_article_and_stops_every_signature()
    {
        Assert.Equal("signoff.article-missing", Object(article: " ").Refusal.Code);

        Assert.True(Object().Succeeded);

        Assert.Equal("signoff.objection-open", _body.Sign(_document, _controller).Refusal.Code);
    }

    [Fact]
    public void Only_controller_and_inspector_object()
    {
        var objected = SigningDesk.Object(_document, By(_requester), "دلیل", "۵۳", null, _body.View(), PaperBody.Noon.AddDays(5));

        Assert.Equal("signoff.only-controller-or-inspector-objects", objected.Refusal.Code);
    }

    [Fact]
    public void An_objection_withdrawn_after_the_answer_lets_the_objector_sign()
    {
        Object();
        Assert.True(SigningDesk.AnswerObjection(_document, By(_requester), "پاسخ", _body.View()).Succeeded);
        Assert.True(SigningDesk.WithdrawObjection(_document, By(_controller)).Succeeded);

        Assert.True(_body.Sign(_document, _controller).Succeeded);
        Assert.False(_document.SignOff.UnderObjection);
    }

    [Fact]
    public void The_objector_cannot_maintain_before_the_unit_has_answered()
    {
        Object();

        Assert.Equal("signoff.objection-not-answered", SigningDesk.MaintainObjection(_document, By(_controller)).Refusal.Code);
    }

    [Fact]
    public void Maintained_and_taken_responsibility_for_it_goes_on_marked_and_the_step_is_objected_not_signed()
    {
        Object();
        SigningDesk.AnswerObjection(_document, By(_requester), "پاسخ", _body.View());
        SigningDesk.MaintainObjection(_document, By(_controller));

        Assert.Equal("signoff.legal-basis-missing", SigningDesk.TakeResponsibility(_document, By(_official), "", _body.View()).Refusal.Code);
        Assert.True(SigningDesk.TakeResponsibility(_document, By(_official), "ماده ۹۱ قانون محاسبات عمومی", _body.View()).Succeeded);

        var step = _document.SignOff.CurrentSteps.Single(s => s.Capacity == Capacity.FinanceController);
        Assert.Equal(StepState.Objected, step.State);
        Assert.Null(step.SignatureId);
        Assert.True(_document.SignOff.UnderObjection);
        Assert.Equal(Capacity.Inspector, _document.SignOff.OpenStep!.Capacity);
    }

    [Fact]
    public void Only_the_authorised_official_takes_responsibility()
    {
        Object();
        SigningDesk.AnswerObjection(_document, By(_requester), "پاسخ", _body.View());
        SigningDesk.MaintainObjection(_document, By(_controller));

        Assert.Equal(
            "signoff.only-authorised-official-takes-responsibility",
            SigningDesk.TakeResponsibility(_document, By(_requester), "ماده ۹۱", _body.View()).Refusal.Code);
    }

    private static ActBy By(PersonId person) => new(person, PaperBody.Noon.AddHours(1));

    private Domain.Shared.Result Object(string article = "ماده ۵۳") =>
        SigningDesk.Object(_document, By(_controller), "اعتبار ندارد", article, "۱", _body.View(), PaperBody.Noon.AddDays(5));
}
