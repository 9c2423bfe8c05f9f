using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;
using ActView = Procurement.Application.SignOff.ReadDocument.ActView;
using ObjectionView = Procurement.Web.Layout.DocumentPage.ObjectionView;
using ChainLinkView = Procurement.Web.Layout.DocumentPage.ChainLink;

namespace Procurement.Web.Pages.Documents;

/// <summary>Turns what the application tells of a document into the frame around its content, the same for every kind.</summary>
public sealed partial class DocumentFrame(ITexts texts, ReaderFormat format, DocumentActions actions, KindViews kinds)
{
    public DocumentPageView Of(DocumentView view, WhatChangedView? changed, IUrlHelper url)
    {
        ArgumentNullException.ThrowIfNull(view);
        var sheet = view.Sheet;
        var number = texts.Number(sheet.Number, sheet.NumberFa);
        return new DocumentPageView(texts.KindName(sheet.Kind), number.Length == 0 ? null : number, State(sheet), Summary(sheet))
        {
            Mark = sheet.UnderObjection ? new StateView(texts["inbox.under-objection"], Tone.Caution) : null,
            MenuPage = kinds.HomeOf(sheet.Kind),
            Chain = sheet.Chain.Count > 1 ? new ChainView([.. sheet.Chain.Select(Link)]) : null,
            Route = Route(sheet),
            WhatChanged = changed,
            Actions = actions.Of(view, url),
            Objections = sheet.Objections.Count > 0 ? new ObjectionsView([.. sheet.Objections.Select(Objection)]) : null,
            Timeline = new TimelineView([.. sheet.Timeline.Select(Happened)]),
            Attachments = Attachments(view),
            PrintHref = sheet.Number.Length > 0 && kinds.Print(sheet.Kind) is not null ? $"/documents/{sheet.Id.Value}/print" : null,
        };
    }

    private StateView State(SheetView sheet)
    {
        var open = sheet.Steps.FirstOrDefault(s => s.State == StepState.Open);
        return sheet.State == DocumentState.InRoute && !sheet.Suspended && open is not null
            ? new StateView(texts["document.waits-for", open.Capacity], Tone.Caution)
            : texts.StateOf(sheet.State, sheet.Suspended);
    }

    private string Summary(SheetView sheet)
    {
        var unit = texts.Language == Language.English && sheet.UnitNameEn.Length > 0 ? sheet.UnitNameEn : sheet.UnitName;
        var day = format.Date(TehranTime.LocalDate(sheet.SubmittedAt ?? sheet.OpenedAt));
        return string.Join(" · ", new[] { sheet.Subject, unit, sheet.OwnerName, day }.Where(part => part.Length > 0));
    }

    private ChainLinkView Link(Application.SignOff.ReadDocument.ChainLink link)
    {
        var number = texts.Number(link.Number, link.NumberFa);
        var tail = number[(number.LastIndexOf('-') + 1)..];
        return new ChainLinkView($"{texts.KindName(link.Kind)} {tail}".Trim(), $"/documents/{link.DocumentId.Value}", link.IsThis);
    }

    private RouteStepsView? Route(SheetView sheet)
    {
        if (sheet.Steps.Count == 0) return null;
        return new RouteStepsView([.. sheet.Steps.Select(step => new RouteStepView(
            texts.Of(step.Capacity), Person(step), StateOf(step), step.SignedAt, Note(step, sheet))
        {
            AfterEffect = step.Timing == StepTiming.After,
            Due = step.DueAt is { } due ? TehranTime.LocalDate(due.AddMicroseconds(-1)) : null,
        })]);
    }

    private static string? Person(StepView step)
    {
        var person = step.SignedBy.Length > 0 ? step.SignedBy : step.State == StepState.Open ? step.Holder : "";
        return person.Length == 0 ? null : person;
    }

    private static RouteStepState StateOf(StepView step) => step.State switch
    {
        StepState.Signed or StepState.Inherited => RouteStepState.Signed,
        StepState.Open => RouteStepState.Current,
        StepState.Objected => RouteStepState.Objected,
        StepState.Waiting => RouteStepState.Waiting,
        StepState.Void => RouteStepState.Refused,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.State, "A step without a look."),
    };

    private string? Note(StepView step, SheetView sheet) => step switch
    {
        { State: StepState.Inherited } => texts["document.step-inherited"],
        { ActingFor.Length: > 0 } => texts["inbox.acting-for", step.ActingFor],
        { State: StepState.Open, ClaimedBy: { } colleague } => texts["inbox.claimed", colleague],
        { State: StepState.Open, Mine: true } => texts["document.step-now-yours"],
        { JoinedLater: true, State: StepState.Waiting } => texts["document.step-joined"],
        { SignedVersion: { } version } when version != sheet.ContentVersion => texts["document.step-version", version],
        _ => null,
    };

    private TimelineEvent Happened(ActView act)
    {
        var who = act.ActingFor.Length > 0 ? texts["document.for-other", act.Person, act.ActingFor] : act.Person;
        if (act.Code == ActCode.InspectorDrawn && DrawNote().Match(act.Note ?? "") is { Success: true } draw)
            return new TimelineEvent(act.At, texts[$"act-code.{Kebab(act.Code)}", who], texts["document.draw-note", draw.Groups["pool"].Value, draw.Groups["seed"].Value]);

        // The daily job writes the code of the rule the time was over by; people write their own words.
        if (act.Code == ActCode.SentToBank) return new TimelineEvent(act.At, texts[$"act-code.{Kebab(act.Code)}", who]);

        var note = act.Code == ActCode.Expired && act.Note is { } ground ? texts.Find($"signoff.expired-{ground}") ?? ground : act.Note;
        return new TimelineEvent(act.At, texts[$"act-code.{Kebab(act.Code)}", who], note);
    }

    private ObjectionView Objection(Application.SignOff.ReadDocument.ObjectionView objection) => new(
        new StateView(texts.Of(objection.State), objection.State is ObjectionState.Withdrawn or ObjectionState.ResponsibilityTaken ? Tone.Neutral : Tone.Bad),
        $"{objection.RaisedBy}، {texts.Of(objection.Capacity)}", objection.RaisedAt, objection.Reason, objection.Article)
    {
        Lines = Given(objection.Lines),
        AnswerDue = objection.State == ObjectionState.Raised ? TehranTime.LocalDate(objection.AnswerDueAt.AddMicroseconds(-1)) : null,
        AnsweredBy = Given(objection.AnsweredBy),
        Answer = Given(objection.Answer),
        Responsible = Given(objection.ResponsibleName),
        LegalBasis = Given(objection.LegalBasis),
    };

    private static AttachmentsView Attachments(DocumentView view)
    {
        var (sheet, acts) = (view.Sheet, view.Acts);
        var mayAdd = acts.Edit || (sheet.State == DocumentState.InRoute && (acts.Sign || acts.Return || acts.Contribute is not null));
        return new AttachmentsView([.. sheet.Attachments.Select(a => new Layout.DocumentPage.AttachmentView(
            a.FileName, $"/documents/{sheet.Id.Value}/files/{a.Id}", a.Size, a.AddedBy) { Id = a.Id })])
        {
            AddHandler = mayAdd ? "Attach" : null,
            RemoveHandler = acts.Edit ? "Detach" : null,
        };
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;

    /// <summary>How the draw is recorded: enough to repeat it.</summary>
    [GeneratedRegex(@"^seed=(?<seed>\d+) pool=(?<pool>\d+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DrawNote();

    private static string Kebab(ActCode code) => ResourceTexts.KeyOf(code)["act-code.".Length..];
}
