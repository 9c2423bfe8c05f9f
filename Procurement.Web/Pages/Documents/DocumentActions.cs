using Microsoft.AspNetCore.Mvc;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.SignOff;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>What the reader may do with a document, as buttons: one filled, the others beside it, none that would only be refused.</summary>
public sealed class DocumentActions(ITexts texts, KindViews kinds, IEnumerable<IFurtherActions> further)
{
    public ActionsView Of(DocumentView view, IUrlHelper url)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (sheet, acts) = (view.Sheet, view.Acts);
        List<DocumentAction> all =
        [
            .. Main(sheet, acts),
            .. InRoute(acts),
            .. Objections(acts),
            .. further.Where(f => f.Kind == sheet.Kind).SelectMany(f => f.For(view, url)),
            .. Draft(sheet, acts, url),
        ];

        // At most one is filled: the first that asks to be.
        var main = all.FindIndex(a => a.IsMain);
        return new ActionsView([.. all.Select((a, i) => a.IsMain && i != main ? a with { IsMain = false } : a)], sheet.ContentVersion)
        {
            ContentHash = sheet.ContentSha256,
            WaitingFor = Waiting(sheet, acts),
        };
    }

    private IEnumerable<DocumentAction> Main(SheetView sheet, DocumentActs acts)
    {
        if (acts.Contribute is { } capacity)
            yield return new DocumentAction(texts["document.contribute", capacity], "") { IsMain = true, Anchor = "sign", Href = "#contribution" };
        if (acts.Sign)
        {
            yield return new DocumentAction(texts["document.sign"], "Sign")
            {
                IsMain = true,
                Anchor = "sign",
                AsksPassword = !acts.GrantAlive,
                Consequence = sheet.Steps.Count(s => s is { Timing: StepTiming.Before, State: StepState.Open or StepState.Waiting, JoinedLater: false }) == 1
                    ? texts["document.sign-last"]
                    : null,
            };
        }

        if (acts.Submit)
        {
            yield return new DocumentAction(texts["document.submit"], "Submit")
            {
                IsMain = true,
                Anchor = "sign",
                AsksPassword = !acts.GrantAlive,
                Consequence = texts["document.submit-consequence"],
            };
        }
    }

    private IEnumerable<DocumentAction> InRoute(DocumentActs acts)
    {
        if (acts.Return) yield return new DocumentAction(texts["document.return"], "Return") { Anchor = "return", Fields = [ActionField.Reason(texts["document.return-reason"])], Consequence = texts["document.return-consequence"] };
        if (acts.Refuse) yield return new DocumentAction(texts["document.refuse"], "Refuse") { Anchor = "refuse", IsGrave = true, Fields = [ActionField.Reason(texts["document.refuse-reason"])], Consequence = texts["document.refuse-consequence"] };
        if (acts.Claim) yield return new DocumentAction(texts["document.claim"], "Claim") { Anchor = "claim" };
        if (acts.Recuse) yield return new DocumentAction(texts["document.recuse"], "Recuse") { Anchor = "recuse", Fields = [ActionField.Reason(texts["document.recuse-reason"])] };
    }

    private IEnumerable<DocumentAction> Objections(DocumentActs acts)
    {
        if (acts.Object)
        {
            yield return new DocumentAction(texts["document.object"], "Object")
            {
                Anchor = "object",
                IsGrave = true,
                Fields =
                [
                    ActionField.Reason(texts["document.object-reason"]),
                    new ActionField("Article", texts["document.object-article"]) { IsShort = true, MaxLength = 200 },
                    new ActionField("Lines", texts["document.object-lines"]) { IsShort = true, IsOptional = true, MaxLength = 200 },
                ],
                Consequence = texts["document.object-consequence"],
            };
        }

        if (acts.AnswerObjection)
        {
            yield return new DocumentAction(texts["document.answer-objection"], "AnswerObjection")
            {
                Anchor = "answer", IsMain = true, Fields = [new ActionField("Answer", texts["document.answer-text"])],
            };
        }

        if (acts.WithdrawObjection) yield return new DocumentAction(texts["document.withdraw-objection"], "WithdrawObjection") { Anchor = "withdraw-objection" };
        if (acts.MaintainObjection) yield return new DocumentAction(texts["document.maintain-objection"], "MaintainObjection") { Anchor = "maintain", IsGrave = true };
        if (acts.TakeResponsibility)
        {
            yield return new DocumentAction(texts["document.take-responsibility"], "TakeResponsibility")
            {
                Anchor = "responsibility",
                IsGrave = true,
                Fields = [new ActionField("LegalBasis", texts["document.legal-basis"])],
                Consequence = texts["document.responsibility-consequence"],
            };
        }
    }

    private IEnumerable<DocumentAction> Draft(SheetView sheet, DocumentActs acts, IUrlHelper url)
    {
        if (acts.Edit && url.Page(kinds.PageOf(sheet.Kind, "Edit"), new { id = sheet.Id.Value }) is { } edit)
            yield return new DocumentAction(texts["document.edit"], "") { Anchor = "edit", Href = edit };
        if (acts.Withdraw) yield return new DocumentAction(texts["document.withdraw"], "Withdraw") { Anchor = "withdraw" };
        if (acts.Cancel) yield return new DocumentAction(texts["document.cancel"], "Cancel") { Anchor = "cancel", IsGrave = true, Fields = [ActionField.Reason(texts["document.cancel-reason"])] };
    }

    /// <summary>Who is awaited, said to whoever cannot move the document himself; nobody is left without a next step.</summary>
    private string? Waiting(SheetView sheet, DocumentActs acts)
    {
        if (acts.Sign || acts.Contribute is not null || acts.Submit) return null;
        if (sheet.Suspended) return texts["document.waiting-objection"];
        if (sheet.Steps.FirstOrDefault(s => s.State == StepState.Open) is not { } open) return sheet.State == DocumentState.Draft ? texts["document.waiting-owner", sheet.OwnerName] : null;
        return open.Holder.Length > 0 ? texts["document.waiting", open.Capacity, open.Holder] : texts["document.waiting-post", open.Capacity];
    }
}
