using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;

namespace Procurement.Domain.Receiving;

/// <summary>Some of an accepted line, put on a shelf.</summary>
/// <param name="ConformanceLine">The report's line.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Bin">The bin; for entrusted goods the store's separate place.</param>
/// <param name="AtCut">Of the part accepted at a lower price.</param>
/// <param name="DeedUnitValue">Value a base unit by deed, expert or cost sheet; for goods that were not bought.</param>
public sealed record ShelvedLine(Guid ConformanceLine, Quantity Quantity, PlaceId Bin, bool AtCut = false, Rials? DeedUnitValue = null);

/// <summary>A property number for one piece, as typed.</summary>
public sealed record LabelInput(string? Number, string? Serial);

/// <summary>One received line.</summary>
public sealed class GoodsReceiptLine
{
    private readonly List<ReceiptLabel> _labels = [];

    internal GoodsReceiptLine(int order, ConformanceLine judged, ShelvedLine shelved, Rials? unitPrice, Rials value)
    {
        Order = order;
        ConformanceLineId = judged.Id;
        BasisLineId = judged.BasisLineId;
        ItemId = judged.ItemId;
        Class = judged.Class;
        LotCode = judged.LotCode;
        Quantity = shelved.Quantity;
        UnitPrice = unitPrice;
        Value = value;
        BinId = shelved.Bin;
        IsPriceCut = shelved.AtCut;
        IsOfPartlyRefused = !judged.Refused.IsZero;
        Accepted = shelved.AtCut ? judged.AcceptedAtCut : judged.Accepted;
        OrderedInAll = judged.OrderedInAll;
    }

    private GoodsReceiptLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid ConformanceLineId { get; private set; }

    public Guid? BasisLineId { get; private set; }

    public ItemId ItemId { get; private set; }

    public PropertyClass Class { get; private set; }

    public string LotCode { get; private set; } = "";

    public Quantity Quantity { get; private set; }

    /// <summary>Rials a base unit: order, price cut, or deed; null for goods of another owner.</summary>
    public Rials? UnitPrice { get; private set; }

    /// <summary>Provisional until the invoice confirms it for bought goods, final for others.</summary>
    public Rials Value { get; private set; }

    public PlaceId BinId { get; private set; }

    public bool IsPriceCut { get; private set; }

    /// <summary>Another part of the same delivered line was refused.</summary>
    public bool IsOfPartlyRefused { get; private set; }

    /// <summary>What the report accepted of the line, at this price.</summary>
    public Quantity Accepted { get; private set; }

    /// <summary>What the order line asks for; null for goods that were not bought.</summary>
    public Quantity? OrderedInAll { get; private set; }

    public IReadOnlyList<ReceiptLabel> Labels => _labels;

    /// <summary>Non-consumables carry a property number each (غیرمصرفی; law file 3.5).</summary>
    public bool NeedsLabels => Class == PropertyClass.NonConsumable;

    /// <summary>Number of pieces, for lines counted piece by piece.</summary>
    public long Pieces => Quantity.Scaled / Quantity.Scale;

    internal IEnumerable<TakenLine> Taken()
    {
        yield return new TakenLine(ConformanceLineId, IsPriceCut ? LineStage.ReceivedAtCut : LineStage.Received, Quantity, Accepted);
        if (BasisLineId is { } ordered && OrderedInAll is { } limit) yield return new TakenLine(ordered, LineStage.Delivered, Quantity, limit);
    }

    internal void SetLabels(IReadOnlyList<ReceiptLabel> labels)
    {
        _labels.Clear();
        _labels.AddRange(labels);
    }
}

/// <summary>The property number given to one received piece (برچسب اموال).</summary>
public sealed class ReceiptLabel
{
    public const int MaxSerialLength = 60;

    internal ReceiptLabel(int order, PropertyNumber number, string serial)
    {
        Order = order;
        Number = number;
        Serial = serial;
    }

    private ReceiptLabel()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public PropertyNumber Number { get; private set; }

    /// <summary>The maker's serial number; empty where the piece has none.</summary>
    public string Serial { get; private set; } = "";
}

/// <summary>What a source of goods demands, as typed.</summary>
/// <param name="LetterNo">Letter of gift, sender's document, cost sheet or loan deed.</param>
/// <param name="LetterDate">Its date.</param>
/// <param name="ValuedBy">The expert who valued a gift.</param>
/// <param name="OwnerName">The owner of entrusted goods.</param>
/// <param name="DueBack">When entrusted goods go back.</param>
public sealed record SourceFactsInput(
    string? LetterNo = null, DateOnly? LetterDate = null, string? ValuedBy = null, string? OwnerName = null, DateOnly? DueBack = null);

/// <summary>What stands in for an order where goods were not bought (documents 7).</summary>
public sealed class SourceFacts
{
    public const int MaxTextLength = 150;

    private SourceFacts()
    {
    }

    public string LetterNo { get; private set; } = "";

    public DateOnly? LetterDate { get; private set; }

    /// <summary>The expert who valued a gift.</summary>
    public string ValuedBy { get; private set; } = "";

    public string OwnerName { get; private set; } = "";

    public DateOnly? DueBack { get; private set; }

    internal static Result<SourceFacts> Read(GoodsSource source, SourceFactsInput input, DateTimeOffset now)
    {
        if (!source.ArrivesAtTheGate()) return Refusal.Rule("goods-receipt.source-has-its-own-document", source);
        var facts = new SourceFacts
        {
            LetterNo = PersianText.Clean(input.LetterNo),
            LetterDate = input.LetterDate,
            ValuedBy = PersianText.Clean(input.ValuedBy),
            OwnerName = PersianText.Clean(input.OwnerName),
            DueBack = input.DueBack,
        };
        if (source.IsPurchase()) return facts;

        var faults = new List<Refusal>();
        if (facts.LetterNo.Length is 0 or > MaxTextLength) faults.Add(Refusal.Invalid("goods-receipt.letter-missing", MaxTextLength).At(nameof(LetterNo)));
        if (facts.LetterDate is null || facts.LetterDate > TehranTime.LocalDate(now)) faults.Add(Refusal.Invalid("goods-receipt.letter-date-missing").At(nameof(LetterDate)));
        if (source == GoodsSource.Donation && facts.ValuedBy.Length is 0 or > MaxTextLength)
            faults.Add(Refusal.Rule("goods-receipt.expert-value-missing", MaxTextLength).At(nameof(ValuedBy)));
        if (source == GoodsSource.Entrusted)
        {
            if (facts.OwnerName.Length is 0 or > MaxTextLength) faults.Add(Refusal.Rule("goods-receipt.owner-missing", MaxTextLength).At(nameof(OwnerName)));
            if (facts.DueBack is not { } due || due <= TehranTime.LocalDate(now)) faults.Add(Refusal.Rule("goods-receipt.due-back-missing").At(nameof(DueBack)));
        }

        return faults.Count == 0 ? facts : Result<SourceFacts>.RefusedBy(faults);
    }

    internal void WriteCanonical(CanonicalWriter writer) => writer
        .Text("letter", LetterNo).Date("letterDate", LetterDate).Text("valuedBy", ValuedBy).Text("goodsOwner", OwnerName).Date("dueBack", DueBack);
}
