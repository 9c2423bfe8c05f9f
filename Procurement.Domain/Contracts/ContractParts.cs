using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;

namespace Procurement.Domain.Contracts;

/// <summary>One line of a contract (سطر قرارداد): what was awarded, word for word.</summary>
public sealed class ContractLine
{
    internal ContractLine(DecisionLine awarded)
    {
        Order = awarded.Order;
        DecisionLine = awarded.Id;
        RequestId = awarded.RequestId;
        RequestLine = awarded.RequestLine;
        RequesterId = awarded.RequesterId;
        UnitId = awarded.UnitId;
        ItemKind = awarded.ItemKind;
        Item = awarded.Item;
        Description = awarded.Description;
        Quantity = awarded.Quantity;
        UnitName = awarded.UnitName;
        UnitPrice = awarded.UnitPrice;
        Price = awarded.Price;
        Specification = awarded.Specification.Copy();
    }

    private ContractLine()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public int Order { get; private set; }

    public Guid DecisionLine { get; private set; }

    public DocumentId RequestId { get; private set; }

    public Guid RequestLine { get; private set; }

    public PersonId RequesterId { get; private set; }

    public OrgUnitId UnitId { get; private set; }

    public ItemKind ItemKind { get; private set; }

    public ItemId? Item { get; private set; }

    public string Description { get; private set; } = "";

    public Quantity Quantity { get; private set; }

    public string UnitName { get; private set; } = "";

    public Rials UnitPrice { get; private set; }

    public Rials Price { get; private set; }

    public Specification Specification { get; private set; } = null!;

    internal void WriteCanonical(CanonicalWriter writer)
    {
        writer
            .Number("order", Order)
            .Text("decisionLine", DecisionLine.ToString("N"))
            .Id("item", Item)
            .Text("description", Description)
            .Amount("quantity", Quantity)
            .Text("unit", UnitName)
            .Amount("unitPrice", UnitPrice)
            .Amount("price", Price);
        Specification.WriteCanonical(writer);
    }
}

/// <summary>One delivery of a schedule (نوبت تحویل).</summary>
public sealed class DeliveryInstalment
{
    internal DeliveryInstalment(ContractLine line, Quantity quantity, DateOnly dueOn)
    {
        LineId = line.Id;
        LineOrder = line.Order;
        Quantity = quantity;
        DueOn = dueOn;
    }

    private DeliveryInstalment()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid LineId { get; private set; }

    public int LineOrder { get; private set; }

    public Quantity Quantity { get; private set; }

    public DateOnly DueOn { get; private set; }
}
