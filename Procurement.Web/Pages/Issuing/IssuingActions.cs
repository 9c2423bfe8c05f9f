using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Receiving;
using Procurement.Application.Requests;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Issuing;
using Procurement.Domain.Receiving;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Navigation;
using Procurement.Web.Pages.Documents;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>From an approved request whose goods are held: issue them.</summary>
internal sealed class IssueAction(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => GoodsRequest.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Sheet.State != DocumentState.InEffect || !visitor.May(IssuingPermissions.Keep)) yield break;
        if (view.Body is not GoodsRequestView { HoldsGoods: true }) yield break;
        yield return new DocumentAction(texts["issue-voucher.new"], "")
        {
            IsMain = true, Anchor = "issue", Href = url.Page("/Issuing/IssueVoucherNew", new { request = view.Sheet.Id.Value }),
        };
    }
}

/// <summary>From a voucher in effect: pick it, take it over at the counter, let it out by a pass, name a receiver, give up the rest.</summary>
internal sealed class IssueVoucherActions(ITexts texts) : IFurtherActions
{
    public string Kind => IssueVoucher.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Body is not IssueVoucherView { Delivery: { IsClosed: false } delivery } || view.Sheet.State != DocumentState.InEffect) yield break;
        DocumentAction To(string label, string anchor, string page, bool isMain = false) =>
            new(texts[label], "") { IsMain = isMain, Anchor = anchor, Href = url.Page(page, new { id = view.Sheet.Id.Value }) };

        if (delivery is { Ready: true, IReceive: true }) yield return To("issue-delivery.take-over", "take-over", "/Issuing/IssueVoucherTakeOver", isMain: true);
        if (delivery is { IKeep: true } && (delivery.ToPick || delivery.Ready))
            yield return To(delivery.ToPick ? "issue-delivery.pick" : "issue-delivery.put-back", "pick", "/Issuing/IssueVoucherPick", isMain: delivery.ToPick);
        if (delivery is { IKeep: true, Ready: true })
        {
            yield return new DocumentAction(texts["gate-pass.new"], "")
            {
                IsMain = true, Anchor = "gate-pass", Href = url.Page("/Issuing/GatePassNew", new { from = view.Sheet.Id.Value }),
            };
        }

        if (delivery.INameReceiver) yield return To("issue-delivery.name-receiver", "receiver", "/Issuing/IssueVoucherReceiver");
        if (delivery.MayCloseShort) yield return To("issue-voucher.close", "close", "/Issuing/IssueVoucherClose");
    }
}

/// <summary>From a signed return whose goods still lie in quarantine: let them out by a pass.</summary>
internal sealed class ReturnToSupplierActions(ITexts texts, IVisitor visitor) : IFurtherActions
{
    public string Kind => ReturnToSupplier.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Body is not ReturnToSupplierView back || view.Sheet.State != DocumentState.InEffect || !visitor.May(IssuingPermissions.Keep)) yield break;
        if (back.Lines.All(l => l.Waiting.IsZero)) yield break;
        yield return new DocumentAction(texts["gate-pass.new"], "")
        {
            IsMain = true, Anchor = "gate-pass", Href = url.Page("/Issuing/GatePassNew", new { basis = PassBasis.ReturnToSupplier, from = view.Sheet.Id.Value }),
        };
    }
}

/// <summary>From a temporary exit: let its goods out by a pass, or give up what has not left.</summary>
internal sealed class TemporaryExitActions(ITexts texts, IVisitor visitor, CallContext call) : IFurtherActions
{
    public string Kind => TemporaryExit.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Body is not TemporaryExitView exit || view.Sheet.State != DocumentState.InEffect || !visitor.May(IssuingPermissions.Keep)) yield break;
        if (exit.Lines.Any(l => !l.Waiting.IsZero))
        {
            yield return new DocumentAction(texts["gate-pass.new"], "")
            {
                IsMain = true, Anchor = "gate-pass", Href = url.Page("/Issuing/GatePassNew", new { basis = PassBasis.TemporaryExit, from = view.Sheet.Id.Value }),
            };
        }

        if (call.Person == view.Sheet.OwnerId && exit.Lines.Any(l => !l.Waiting.IsZero) && exit.Lines.All(l => l.Quantity.Scaled - l.Waiting.Scaled == l.Settled.Scaled))
        {
            yield return new DocumentAction(texts["temporary-exit.give-up"], "")
            {
                Anchor = "give-up", IsGrave = true, Href = url.Page("/Issuing/TemporaryExitGiveUp", new { id = view.Sheet.Id.Value }),
            };
        }
    }
}

/// <summary>From a pass: give it up before the gate, decide over what its receiver disputes.</summary>
internal sealed class GatePassActions(ITexts texts, IVisitor visitor, CallContext call) : IFurtherActions
{
    public string Kind => GatePass.Kind.Code;

    public IEnumerable<DocumentAction> For(DocumentView view, IUrlHelper url)
    {
        if (view.Body is not GatePassView pass || view.Sheet.State != DocumentState.InEffect) yield break;
        if (pass.IsDisputed && visitor.May(IssuingPermissions.Decide))
        {
            yield return new DocumentAction(texts["dispute-decision.new"], "")
            {
                IsMain = true, Anchor = "decide", Href = url.Page("/Issuing/DisputeDecisionNew", new { from = view.Sheet.Id.Value }),
            };
        }

        if (pass.IsAway && call.Person != view.Sheet.OwnerId)
        {
            yield return new DocumentAction(texts["gate-pass.take-back"], "") { Anchor = "take-back", Href = url.Page("/Issuing/Gate/Return", new { id = view.Sheet.Id.Value }) };
        }

        if (pass.LeftAt is null && call.Person == view.Sheet.OwnerId)
            yield return new DocumentAction(texts["gate-pass.give-up"], "") { Anchor = "give-up", IsGrave = true, Href = url.Page("/Issuing/GatePassGiveUp", new { id = view.Sheet.Id.Value }) };
    }
}
