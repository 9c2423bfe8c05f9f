using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ConfirmDelivery;
using Procurement.Application.Issuing.ConfirmKinds;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.DraftIssueVoucher;
using Procurement.Application.Issuing.DraftTemporaryExit;
using Procurement.Application.Issuing.LetOutGoods;
using Procurement.Application.Issuing.PickGoods;
using Procurement.Application.Issuing.ProposeIssue;
using Procurement.Application.Issuing.TakeOverGoods;
using Procurement.Application.Warehousing.Facts;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Web.Demo;

/// <summary>The way out in the sample history: from an answered request to the receiver's own signature.</summary>
internal sealed class DemoIssuing(DemoStage stage, DemoBody body)
{
    public async Task Issue(DocumentId request, PersonId receiver, PersonId keeper, bool throughTheGate, CancellationToken ct)
    {
        var voucher = await Write(request, receiver, keeper, ct);
        await Approve(voucher, ct);
        var all = await Pick(voucher, keeper, ct);
        if (!throughTheGate || keeper != body.Keeper)
        {
            await stage.As(receiver, new TakeOverGoods(voucher, all, null), ct);
            return;
        }

        var pass = await Load(voucher, keeper, all, ct);
        await LetOut(pass, ct);
        var (counted, scanned) = await Loaded(pass, ct);
        await stage.As(receiver, new ConfirmDelivery(pass, await stage.Version(pass, ct), counted, scanned, null, null), ct);
    }

    /// <summary>The voucher for what the request holds, on its way to the first signature.</summary>
    public async Task<DocumentId> Write(DocumentId request, PersonId receiver, PersonId keeper, CancellationToken ct)
    {
        var proposal = await stage.Ask(keeper, new ProposeIssue(request), ct);
        var voucher = await stage.As(keeper, new DraftIssueVoucher(request, [.. proposal.Lines.Where(l => !l.Held.IsZero).Select(l => new IssueLineForm(
            l.RequestLine, l.Held.Units, Pieces: l.IsLabelled ? [.. l.Pieces.Take((int)l.Held.Units)] : null, Custodian: l.IsLabelled ? receiver : null,
            Room: l.IsLabelled ? "کارگاه ۲" : null))]), ct);
        await stage.Submit(voucher, keeper, ct);
        return voucher;
    }

    /// <summary>Every signature before the goods may leave the shelf.</summary>
    public async Task Approve(DocumentId voucher, CancellationToken ct)
    {
        await stage.SignUpTo(Capacity.TechnicalExpert, voucher, ct);
        var drafted = await stage.Read<IssueVoucher>(voucher, ct);
        if (drafted.SignOff.OpenStep is { } open && drafted.AwaitsContribution(open))
        {
            await stage.As(body.Expert, new ConfirmKinds(voucher, drafted.SignOff.ContentVersion, [.. drafted.Lines.Where(l => l.NeedsExpertCheck).Select(l => new KindCheckForm(
                l.Id, l.ItemCode, "نوع و جنس با درخواست یکی است"))], null), ct);
        }

        await stage.SignOn(voucher, ct);
    }

    /// <returns>What was picked, as the next hand takes it.</returns>
    public async Task<List<TakeForm>> Pick(DocumentId voucher, PersonId keeper, CancellationToken ct)
    {
        var picks = await stage.Ask(keeper, new ProposePicks(voucher), ct);
        await stage.As(keeper, new PickGoods(voucher, [.. picks.Select(p => new PickForm(p.Line, p.Bin, p.Lot, p.Quantity.Units, p.Piece))]), ct);
        return
        [
            .. picks.GroupBy(p => p.Line).Select(line => new TakeForm(
                line.Key, line.Sum(p => p.Quantity.Units), [.. line.Select(p => p.Piece).OfType<string>()])),
        ];
    }

    /// <summary>Loaded on a vehicle that stands before the gate.</summary>
    public async Task<DocumentId> Load(DocumentId voucher, PersonId keeper, List<TakeForm> all, CancellationToken ct)
    {
        var pass = await stage.As(keeper, new DraftGatePass(
            PassBasis.IssueVoucher, voucher, new PassTermsForm("کارگاه شماره ۲", "راننده نمونه", "۱۲ ب ۳۴۵"), all), ct);
        await stage.Submit(pass, keeper, ct);
        return pass;
    }

    /// <summary>Counted and scanned by the guard; the goods are with the carrier.</summary>
    public Task LetOut(DocumentId pass, CancellationToken ct) => LetOut(pass, [], ct);

    /// <param name="pass">The gate pass.</param>
    /// <param name="alsoRead">Labels the guard reads that are on no pass: he stops those pieces.</param>
    /// <param name="ct">Ends the work early.</param>
    public async Task LetOut(DocumentId pass, IReadOnlyList<string> alsoRead, CancellationToken ct)
    {
        var (counted, scanned) = await Loaded(pass, ct);
        await stage.As(body.Guard, new LetOutGoods(pass, await stage.Version(pass, ct), counted, [.. scanned, .. alsoRead], null), ct);
    }

    /// <summary>Two of an item lent to a fair: signed, let out, with their borrower until they come back.</summary>
    public async Task Lend(StoreId store, ItemId item, string code, PersonId keeper, PersonId confirmer, CancellationToken ct)
    {
        var lies = (await stage.Fact(services => services.GetRequiredService<IStockFacts>().PickOrder(store, item, ct)))[0];
        var exit = await stage.As(keeper, new DraftTemporaryExit(
            store, new ExitTermsForm(ExitPurpose.Loan, "نمایشگاه مهارت استان", null, "دبیرخانه نمایشگاه نمونه", stage.Today.AddDays(20)),
            [new ExitLineForm(code, lies.BinCode, lies.LotCode, 2)]), ct);
        await stage.Submit(exit, keeper, ct);
        await stage.SignOn(exit, ct);

        var line = (await stage.Read<TemporaryExit>(exit, ct)).Lines[0].Id;
        var pass = await stage.As(keeper, new DraftGatePass(
            PassBasis.TemporaryExit, exit, new PassTermsForm("محل نمایشگاه", "راننده نمونه", "۱۲ ب ۳۴۵", Confirmer: confirmer), [new TakeForm(line, 2)]), ct);
        await stage.Submit(pass, keeper, ct);
        await stage.SignUpTo(Capacity.Guard, pass, ct);
        await LetOut(pass, ct);
        var (counted, scanned) = await Loaded(pass, ct);
        await stage.As(confirmer, new ConfirmDelivery(pass, await stage.Version(pass, ct), counted, scanned, null, null, "رسید دبیرخانه ۱۲"), ct);
    }

    /// <summary>What a pass lists, as the next hand counts and reads it.</summary>
    public async Task<(List<CountedForm> Counted, List<string> Scanned)> Loaded(DocumentId pass, CancellationToken ct)
    {
        var lines = (await stage.Read<GatePass>(pass, ct)).Lines;
        return ([.. lines.Where(l => !l.IsLabelled).Select(l => new CountedForm(l.Id, l.Quantity.Units))], [.. lines.SelectMany(l => l.Pieces).Select(p => p.Number)]);
    }
}
