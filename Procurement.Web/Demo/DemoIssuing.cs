using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.ConfirmKinds;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.ProposeIssue;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Web.Demo;

/// <summary>The way out in the sample history: from an answered request to the receiver's own signature.</summary>
internal sealed class DemoIssuing(DemoStage stage, DemoBody body)
{
    public async Task Issue(DocumentId request, PersonId receiver, PersonId keeper, bool throughTheGate, CancellationToken ct)
    {
        var proposal = await stage.Ask(keeper, new ProposeIssue(request), ct);
        var voucher = await stage.As(keeper, new DraftIssueVoucher(request, [.. proposal.Lines.Where(l => !l.Held.IsZero).Select(l => new IssueLineForm(
            l.RequestLine, l.Held.Units, Pieces: l.IsLabelled ? [.. l.Pieces.Take((int)l.Held.Units)] : null, Custodian: l.IsLabelled ? receiver : null,
            Room: l.IsLabelled ? "کارگاه ۲" : null))]), ct);
        await stage.Submit(voucher, keeper, ct);
        await stage.SignUpTo(Capacity.TechnicalExpert, voucher, ct);
        var drafted = await stage.Read<IssueVoucher>(voucher, ct);
        if (drafted.SignOff.OpenStep is { } open && drafted.AwaitsContribution(open))
        {
            await stage.As(body.Expert, new ConfirmKinds(voucher, drafted.SignOff.ContentVersion, [.. drafted.Lines.Where(l => l.NeedsExpertCheck).Select(l => new KindCheckForm(
                l.Id, l.ItemCode, "نوع و جنس با درخواست یکی است"))], null), ct);
        }

        await stage.SignOn(voucher, ct);

        var picks = await stage.Ask(keeper, new ProposePicks(voucher), ct);
        await stage.As(keeper, new PickGoods(voucher, [.. picks.Select(p => new PickForm(p.Line, p.Bin, p.Lot, p.Quantity.Units, p.Piece))]), ct);
        List<TakeForm> all =
        [
            .. picks.GroupBy(p => p.Line).Select(line => new TakeForm(
                line.Key, line.Sum(p => p.Quantity.Units), [.. line.Select(p => p.Piece).OfType<string>()])),
        ];
        if (throughTheGate && keeper == body.Keeper) await Carry(voucher, receiver, keeper, all, ct);
        else await stage.As(receiver, new TakeOverGoods(voucher, all, null), ct);
    }

    private async Task Carry(DocumentId voucher, PersonId receiver, PersonId keeper, List<TakeForm> all, CancellationToken ct)
    {
        var pass = await stage.As(keeper, new DraftGatePass(
            PassBasis.IssueVoucher, voucher, new PassTermsForm("کارگاه شماره ۲", "راننده نمونه", "۱۲ ب ۳۴۵"), all), ct);
        await stage.Submit(pass, keeper, ct);
        var loaded = await stage.Read<GatePass>(pass, ct);
        List<CountedForm> counted = [.. loaded.Lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, l.Quantity.Units))];
        List<string> scanned = [.. loaded.Lines.SelectMany(l => l.Pieces).Select(p => p.Number)];
        await stage.As(body.Guard, new LetOutGoods(pass, loaded.SignOff.ContentVersion, counted, scanned, null), ct);
        await stage.As(receiver, new ConfirmDelivery(pass, await stage.Version(pass, ct), counted, scanned, null, null), ct);
    }
}
