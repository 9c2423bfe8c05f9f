using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Sourcing;

/// <summary>A price as the buyer noted it; where its lines are priced one by one, their sum is the total.</summary>
public sealed record PriceInput(
    SupplierId? Supplier, string? Seller, Rials Total, DateOnly On, PriceSource Source, string? Note, IReadOnlyList<LinePriceInput> Lines, PriceEvidence? Evidence);

/// <summary>What the seller asks for one unit of a line of the file, without tax.</summary>
public sealed record LinePriceInput(Guid FileLine, Rials UnitPrice);

/// <summary>The photo, message or price list a noted price was read from; its bytes lie in the vault under their hash.</summary>
public sealed record PriceEvidence(string Sha256, string FileName, long Size, string ContentType);

/// <summary>How a price was learned. Stored numbers: never renumber.</summary>
public enum PriceSource
{
    Shop = 1,
    Phone = 2,
    Website = 3,
    Proforma = 4,
    PriceList = 5,
    Setad = 6,
}

/// <summary>One price the buyer was told (یادداشت قیمت; tender law art. 11 a).</summary>
public sealed class PriceNote
{
    public const int MaxSellerLength = 200;
    public const int MaxFileNameLength = 200;

    private readonly List<LinePrice> _lines = [];

    private PriceNote()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public SupplierId? SupplierId { get; private set; }

    public string Seller { get; private set; } = "";

    /// <summary>For everything in the file, without tax.</summary>
    public Rials Total { get; private set; }

    public DateOnly On { get; private set; }

    public PriceSource Source { get; private set; }

    public string Note { get; private set; } = "";

    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>Line by line; empty where only the whole was priced.</summary>
    public IReadOnlyList<LinePrice> Lines => _lines;

    public string EvidenceSha256 { get; private set; } = "";

    public string EvidenceName { get; private set; } = "";

    public long EvidenceSize { get; private set; }

    public string EvidenceType { get; private set; } = "";

    /// <summary>What it was read from; null when the buyer kept nothing.</summary>
    public PriceEvidence? Evidence => EvidenceSha256.Length == 0 ? null : new PriceEvidence(EvidenceSha256, EvidenceName, EvidenceSize, EvidenceType);

    internal static Result<PriceNote> Of(PriceInput price, SourcingFile file, ActBy by)
    {
        var seller = PersianText.Clean(price.Seller);
        var note = PersianText.CleanLines(price.Note ?? "");
        if (seller.Length is 0 or > MaxSellerLength) return Refusal.Invalid("sourcing.seller-missing", MaxSellerLength).At(nameof(Seller));
        var lines = PricesOf(price.Lines, file);
        if (!lines.Succeeded) return lines.Plain();
        var total = lines.Value.Count == 0 ? price.Total : lines.Value.Aggregate(Rials.Zero, (sum, l) => sum + l.Price);
        if (total.IsZero) return Refusal.Invalid("sourcing.price-missing").At(nameof(Total));
        if (!Enum.IsDefined(price.Source)) return Refusal.Invalid("sourcing.price-source-missing").At(nameof(Source));
        if (price.On > TehranTime.LocalDate(by.At)) return Refusal.Invalid("sourcing.price-in-the-future").At(nameof(On));
        if (note.Length > SourcingFile.MaxNoteLength) return Refusal.Invalid("sourcing.note-too-long", SourcingFile.MaxNoteLength).At(nameof(Note));

        var noted = new PriceNote
        {
            SupplierId = price.Supplier,
            Seller = seller,
            Total = total,
            On = price.On,
            Source = price.Source,
            Note = note,
            NotedAt = by.At,
            EvidenceSha256 = price.Evidence?.Sha256 ?? "",
            EvidenceName = price.Evidence?.FileName ?? "",
            EvidenceSize = price.Evidence?.Size ?? 0,
            EvidenceType = price.Evidence?.ContentType ?? "",
        };
        noted._lines.AddRange(lines.Value);
        return noted;
    }

    /// <summary>All lines or none: a part of the file cannot be compared with the whole.</summary>
    private static Result<IReadOnlyList<LinePrice>> PricesOf(IReadOnlyList<LinePriceInput> inputs, SourcingFile file)
    {
        if (inputs.Count == 0) return Result<IReadOnlyList<LinePrice>>.Of([]);
        var faults = new List<Refusal>();
        var prices = new List<LinePrice>();
        foreach (var line in file.Lines.OrderBy(l => l.Order))
        {
            if (inputs.FirstOrDefault(i => i.FileLine == line.Id) is { UnitPrice.IsZero: false } input) prices.Add(new LinePrice(line, input.UnitPrice));
            else faults.Add(Refusal.Rule("sourcing.line-without-price", line.Order).At(FormattableString.Invariant($"Lines[{line.Order - 1}].UnitPrice")));
        }

        return faults.Count == 0 ? prices : Result<IReadOnlyList<LinePrice>>.RefusedBy(faults);
    }
}

/// <summary>What one seller asks for one line (قیمت سطر).</summary>
public sealed class LinePrice
{
    internal LinePrice(SourcingLine line, Rials unitPrice)
    {
        FileLine = line.Id;
        UnitPrice = unitPrice;
        Price = Rials.Price(line.Quantity, unitPrice);
    }

    private LinePrice()
    {
    }

    public Guid FileLine { get; private set; }

    public Rials UnitPrice { get; private set; }

    /// <summary>Quantity times unit price, rounded once.</summary>
    public Rials Price { get; private set; }
}
