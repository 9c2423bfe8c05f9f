using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>Where an objection stands. Stored numbers: never renumber.</summary>
public enum ObjectionState
{
    Raised = 1,
    Answered = 2,
    Withdrawn = 3,
    Maintained = 4,
    ResponsibilityTaken = 5,
}

/// <summary>
/// A controller's or inspector's written objection to a document (اعتراض کتبی): reason and article, the unit's answer, and either its
/// withdrawal or the head's written responsibility (documents 4; PAL-91 on a payment voucher).
/// </summary>
public sealed class Objection
{
    public const int MaxTextLength = 2000;

    internal Objection(ActBy by, Capacity capacity, string reason, string article, string lines, DateTimeOffset answerDue)
    {
        RaisedBy = by.Person;
        RaisedAt = by.At;
        Capacity = capacity;
        Reason = reason;
        Article = article;
        Lines = lines;
        AnswerDueAt = answerDue;
        State = ObjectionState.Raised;
    }

    private Objection()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public PersonId RaisedBy { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    public Capacity Capacity { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The article the objector relies on.</summary>
    public string Article { get; private set; } = "";

    /// <summary>The lines it is about, as typed; empty for the whole document.</summary>
    public string Lines { get; private set; } = "";

    public DateTimeOffset AnswerDueAt { get; private set; }

    public ObjectionState State { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string Answer { get; private set; } = "";

    public PersonId? ResponsibleId { get; private set; }

    /// <summary>The legal basis the head gave when taking responsibility.</summary>
    public string LegalBasis { get; private set; } = "";

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Open objections suspend the document and freeze later documents of its file.</summary>
    public bool IsOpen => State is ObjectionState.Raised or ObjectionState.Answered or ObjectionState.Maintained;

    internal Result AnswerBy(ActBy by, string answer)
    {
        if (State != ObjectionState.Raised) return Refusal.Rule("signoff.objection-already-answered");
        if (by.Person == RaisedBy) return Refusal.Rule("signoff.objector-cannot-answer");
        answer = PersianText.CleanLines(answer);
        if (answer.Length is 0 or > MaxTextLength) return Refusal.Invalid("signoff.answer-missing").At("Answer");

        State = ObjectionState.Answered;
        AnsweredBy = by.Person;
        AnsweredAt = by.At;
        Answer = answer;
        return Result.Ok;
    }

    internal Result Withdraw(ActBy by)
    {
        if (by.Person != RaisedBy) return Refusal.Forbidden("signoff.objection-not-yours");
        if (!IsOpen) return Refusal.Rule("signoff.objection-settled");

        State = ObjectionState.Withdrawn;
        SettledAt = by.At;
        return Result.Ok;
    }

    internal Result Maintain(ActBy by)
    {
        if (by.Person != RaisedBy) return Refusal.Forbidden("signoff.objection-not-yours");
        if (State != ObjectionState.Answered) return Refusal.Rule("signoff.objection-not-answered");

        State = ObjectionState.Maintained;
        return Result.Ok;
    }

    internal Result TakeResponsibility(ActBy by, string legalBasis)
    {
        if (State != ObjectionState.Maintained) return Refusal.Rule("signoff.objection-not-maintained");
        if (by.Person == RaisedBy) return Refusal.Rule("signoff.objector-cannot-answer");
        legalBasis = PersianText.CleanLines(legalBasis);
        if (legalBasis.Length is 0 or > MaxTextLength) return Refusal.Invalid("signoff.legal-basis-missing").At("LegalBasis");

        State = ObjectionState.ResponsibilityTaken;
        ResponsibleId = by.Person;
        LegalBasis = legalBasis;
        SettledAt = by.At;
        return Result.Ok;
    }
}
