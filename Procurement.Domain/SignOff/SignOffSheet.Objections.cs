using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>The objection side of the sheet (documents 4).</summary>
public sealed partial class SignOffSheet
{
    internal Result Object(ActBy by, Capacity capacity, string? reason, string? article, string? lines, DateTimeOffset answerDue)
    {
        if (State is not (DocumentState.InRoute or DocumentState.InEffect or DocumentState.Closed))
            return Refusal.Rule("signoff.nothing-to-object", State);
        if (OpenObjection is not null) return Refusal.Rule("signoff.objection-open");
        var why = Reason(reason);
        if (!why.Succeeded) return why.Plain();
        var basis = PersianText.Clean(article ?? "");
        if (basis.Length is 0 or > 200) return Refusal.Invalid("signoff.article-missing").At("Article");

        _objections.Add(new Objection(by, capacity, why.Value, basis, PersianText.Clean(lines ?? ""), answerDue));
        Record(ActCode.Objected, by, why.Value);
        return Result.Ok;
    }

    internal Result AnswerObjection(ActBy by, string? answer)
    {
        if (OpenObjection is not { } objection) return Refusal.Rule("signoff.no-open-objection");
        var answered = objection.AnswerBy(by, answer ?? "");
        if (answered.Succeeded) Record(ActCode.ObjectionAnswered, by, objection.Answer);
        return answered;
    }

    internal Result WithdrawObjection(ActBy by)
    {
        if (OpenObjection is not { } objection) return Refusal.Rule("signoff.no-open-objection");
        var withdrawn = objection.Withdraw(by);
        if (withdrawn.Succeeded) Record(ActCode.ObjectionWithdrawn, by);
        return withdrawn;
    }

    internal Result MaintainObjection(ActBy by)
    {
        if (OpenObjection is not { } objection) return Refusal.Rule("signoff.no-open-objection");
        var maintained = objection.Maintain(by);
        if (maintained.Succeeded) Record(ActCode.ObjectionMaintained, by);
        return maintained;
    }

    /// <summary>
    /// The highest official takes responsibility in writing: the objector's own step counts as objected, the document goes on marked
    /// «با اعتراض»; tells whether the effect is due now.
    /// </summary>
    internal Result<bool> TakeResponsibility(ActBy by, string? legalBasis, DueClock due)
    {
        if (OpenObjection is not { } objection) return Refusal.Rule("signoff.no-open-objection");
        var taken = objection.TakeResponsibility(by, legalBasis ?? "");
        if (!taken.Succeeded) return taken;

        UnderObjection = true;
        Record(ActCode.ResponsibilityTaken, by, objection.LegalBasis);
        if (OpenStep is { } step && step.Capacity == objection.Capacity)
        {
            foreach (var each in StepsSignedWith(step)) each.Object(objection.RaisedBy, by.At);
        }

        return PassOn(by, due);
    }
}
