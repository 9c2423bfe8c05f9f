using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Tests.Catalogue;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Receiving;

/// <summary>One delivery of ten packs of paper for one order, with everybody who has a hand in it, and no database.</summary>
internal sealed class DeliveryOnPaper
{
    public const int Weight = 1;
    public const int Colour = 2;

    public const string Photo = "aa11";

    private static readonly RouteStepRule[] ArrivalRoute =
    [
        RouteStepRule.Owner(Capacity.Keeper), RouteStepRule.Named(Capacity.PropertyOfficer, TemporaryReceipt.PropertyOfficerCounts),
        RouteStepRule.Named(Capacity.SecondCounter, TemporaryReceipt.RosterCounts),
    ];

    private static readonly RouteStepRule[] ConformanceRoute =
    [
        RouteStepRule.Named(Capacity.Requester), RouteStepRule.Named(Capacity.TechnicalExpert, ConformanceReport.ExpertNamed),
        RouteStepRule.Owner(Capacity.Keeper), RouteStepRule.Post(Capacity.PropertyOfficer),
        RouteStepRule.Controller(StepTiming.After), RouteStepRule.Inspector(StepTiming.After),
    ];

    private int _minutes;

    public DeliveryOnPaper()
    {
        Keeper = Body.Seat(Capacity.Keeper, Body.Province);
        Officer = Body.Seat(Capacity.PropertyOfficer, Body.Province);
        Counter = Body.Seat(Capacity.SecondCounter, Body.Province);
        Expert = Body.Seat(Capacity.TechnicalExpert, Body.Province);
        Controller = Body.Seat(Capacity.FinanceController, Body.Province);
        Inspector = Body.Seat(Capacity.Inspector, Body.Province);
        Buyer = Body.Seat(Capacity.Buyer, Body.Province);
        Requester = Body.Hire(Body.Province);
    }

    public PaperBody Body { get; } = new();

    public PersonId Keeper { get; }

    public PersonId Officer { get; }

    public PersonId Counter { get; }

    public PersonId Expert { get; }

    public PersonId Controller { get; }

    public PersonId Inspector { get; }

    public PersonId Buyer { get; }

    public PersonId Requester { get; }

    public StoreId Store { get; } = StoreId.New();

    public ItemId Item { get; } = ItemId.New();

    public Guid OrderLine { get; } = Guid.CreateVersion7();

    public DocumentId Order { get; } = DocumentId.New();

    public PlaceId Bin { get; } = PlaceId.New();

    /// <summary>Paper of at least 80 grams, white.</summary>
    public static Specification Asked { get; } =
        Specification.Fill(ACatalogue.ItemWithTemplate(ACatalogue.Weight(), ACatalogue.Colour()).TemplateInForce!, [new(Weight, Min: "80"), new(Colour, "سفید")]).Value;

    public static ArrivalInput Papers { get; } = new("۱۲۳", "F-7", "۱۲ ب ۳۴۵", "راننده", PaperBody.Noon.AddHours(-1));

    public static Quantity Ten { get; } = Quantity.Whole(10);

    public ActBy By(PersonId person) => new(person, PaperBody.Noon.AddMinutes(++_minutes));

    public DeliveryBasis Bought(GoodsSource source = GoodsSource.Order) => new(source, Order, SupplierId.New(), "کاغذ پارس", null);

    public static DeliveryBasis Given(GoodsSource source, string? deed = "نامه ۱۲") => new(source, null, null, "خیر نیک", deed);

    public Result<TemporaryReceipt> Register(
        DeliveryBasis? basis = null, (PersonId, Capacity)? second = null, ArrivalInput? arrival = null, params ArrivedLine[] lines) =>
        TemporaryReceipt.Register(
            new ReceivingStore(Store, "12", Body.Province), basis ?? Bought(), second ?? (Officer, Capacity.PropertyOfficer), arrival ?? Papers,
            lines.Length == 0 ? [new ArrivedLine(basis?.Source.IsPurchase() == false ? null : OrderLine, Item, Ten)] : lines, By(Keeper));

    public static Dictionary<Guid, Quantity> All(TemporaryReceipt receipt, long pieces) => receipt.Lines.ToDictionary(l => l.Id, _ => Quantity.Whole(pieces));

    /// <summary>Registered, counted by the keeper, papers read, and submitted: the second counter's turn.</summary>
    public TemporaryReceipt Counted(long byKeeper = 10, DeliveryBasis? basis = null)
    {
        var receipt = Register(basis).Value;
        Ok(receipt.CountAsKeeper(All(receipt, byKeeper), By(Keeper)));
        Ok(receipt.ReadPapers(All(receipt, 10), By(Keeper)));
        Submit(receipt, ArrivalRoute, Keeper);
        return receipt;
    }

    /// <summary>Counted by both and in quarantine.</summary>
    public TemporaryReceipt InQuarantine(long pieces = 10, DeliveryBasis? basis = null)
    {
        var receipt = Counted(pieces, basis);
        Assert.True(receipt.CountAsSecond(All(receipt, pieces), By(Officer)).Value);
        Ok(Sign(receipt, Officer));
        return receipt;
    }

    public Result<ConformanceReport> Open(
        TemporaryReceipt receipt, PropertyClass propertyClass = PropertyClass.Consumable, bool needsChecklist = false, ExpertChecklist? checklist = null, PersonId? expert = null,
        Quantity? stillDue = null) =>
        ConformanceReport.Open(
            receipt, new Judge(Requester), expert, Buyer,
            [.. receipt.Lines.Select(l => new PresentedLine(
                l.Id, propertyClass, l.Counted ?? Ten, receipt.Source.IsPurchase() ? Asked : null, receipt.Source.IsPurchase() ? Rials.FromStored(1_000) : null,
                receipt.Source.IsPurchase() ? Ten : null, receipt.Source.IsPurchase() ? stillDue ?? Ten : null, needsChecklist, checklist))],
            maySignAfter: true, By(Keeper));

    /// <summary>Opened and submitted: the requester's turn.</summary>
    public ConformanceReport BeforeTheRequester(TemporaryReceipt? receipt = null, PropertyClass propertyClass = PropertyClass.Consumable)
    {
        var report = Open(receipt ?? InQuarantine(), propertyClass).Value;
        Submit(report, ConformanceRoute, Keeper);
        return report;
    }

    /// <summary>Judged and signed by all who sign before the effect.</summary>
    public ConformanceReport Judged(LineVerdict verdict, TemporaryReceipt? receipt = null, PropertyClass propertyClass = PropertyClass.Consumable)
    {
        var report = BeforeTheRequester(receipt, propertyClass);
        Ok(report.SignOff.Attach(Photo, "عکس.jpg", 10, "image/jpeg", By(Requester)));
        Ok(report.Judge(report.Lines.ToDictionary(l => l.Id, _ => verdict), By(Requester)));
        foreach (var signer in new[] { Requester, Keeper, Officer, Controller, Inspector }) Ok(Sign(report, signer));
        return report;
    }

    public static LineVerdict Fits(long accepted = 10) =>
        new(Quantity.Whole(accepted), Quantity.Zero, Quantity.Zero, null, null, null, [new(Weight, "۸۲", "ترازو"), new(Colour, "سفید", "دید")]);

    /// <summary>Three of ten are too light: refused, or taken at a lower price.</summary>
    public static LineVerdict ThreeTooLight(long refused = 3, long cut = 0, Rials? price = null, string? waiver = null, string? reason = "گرماژ کم", string? proof = Photo) =>
        new(Quantity.Whole(7), Quantity.Whole(refused), Quantity.Whole(cut), price, reason, waiver,
            [new(Weight, "۷۰", "ترازو", FailsFor: Quantity.Whole(3), EvidenceSha256: proof), new(Colour, "سفید", "دید")]);

    public void Submit(Document document, RouteStepRule[] route, PersonId owner)
    {
        var plan = RouteResolver.Resolve(
            Body.Chart, new RouteDefinition(document.SignOff.Kind, route), document.SignOff.UnitId, owner, document.DescribeRoute(), FileHands.None, PaperBody.Today, 7);
        Ok(plan.Plain());
        Ok(SigningDesk.Submit(document, plan.Value, By(owner), Body.View()));
    }

    public Result Sign(Document document, PersonId by) => SigningDesk.Sign(document, document.SignOff.ContentVersion, By(by), Body.View());

    public Result Return(Document document, PersonId by) => SigningDesk.Return(document, document.SignOff.ContentVersion, By(by), "دوباره", Body.View());

    public static void Ok(Result result) => Assert.True(result.Succeeded, result.Succeeded ? "" : string.Join(' ', result.Refusals));
}
