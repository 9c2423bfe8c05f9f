using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.Facts;

/// <summary>What other capabilities may ask the catalogue; one question however many ids. What is not there is left out.</summary>
public interface ICatalogueFacts
{
    Task<IReadOnlyDictionary<ItemId, ItemFacts>> Items(IReadOnlyCollection<ItemId> ids, CancellationToken ct);

    /// <summary>Items by the codes people type and import; keys are the codes as the catalogue spells them.</summary>
    Task<IReadOnlyDictionary<string, ItemFacts>> ItemsByCode(IReadOnlyCollection<string> codes, CancellationToken ct);

    /// <summary>The template versions new requests answer; items without one are left out.</summary>
    Task<IReadOnlyDictionary<ItemId, SpecificationTemplate>> TemplatesInForce(IReadOnlyCollection<ItemId> ids, CancellationToken ct);

    /// <summary>One published version, for a document that answered it.</summary>
    Task<SpecificationTemplate?> Template(ItemId id, int version, CancellationToken ct);

    Task<IReadOnlyDictionary<SupplierId, SupplierFacts>> Suppliers(IReadOnlyCollection<SupplierId> ids, CancellationToken ct);

    /// <summary>Whether a deal may be made with the supplier on a day (<see cref="Supplier.CanDealOn"/>).</summary>
    Task<Result> CanDeal(SupplierId id, DateOnly day, CancellationToken ct);

    /// <summary>Members of staff among a supplier's owners and managers, by national id (law of 1337).</summary>
    Task<IReadOnlyList<StaffBehindSupplier>> StaffBehind(SupplierId id, CancellationToken ct);
}

/// <summary>What a line of any document shows and checks of an item.</summary>
/// <param name="Id">The item.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Persian name.</param>
/// <param name="NameEn">English name; may be empty.</param>
/// <param name="Kind">Goods, service or works.</param>
/// <param name="Class">Property class; null unless goods.</param>
/// <param name="BaseUnit">The unit quantities are stated in.</param>
/// <param name="UnitName">Its Persian name.</param>
/// <param name="UnitNameEn">Its English name.</param>
/// <param name="UnitDivides">Whether a part of the unit makes sense.</param>
/// <param name="Tracking">What is followed piece by piece or batch by batch.</param>
/// <param name="CategoryId">Its group.</param>
/// <param name="NeedsExpertCheck">Whether an expert checks it before it enters the store (control 6.1.c).</param>
/// <param name="ConventionalSet">The set the splitting tests add deals up by (law file 5.1).</param>
/// <param name="TemplateVersion">The template version in force; null while the item cannot be requested (control 6.2.a).</param>
/// <param name="MinStock">Stock below which the store is short.</param>
/// <param name="ReorderPoint">Stock at which replenishment is proposed.</param>
/// <param name="MaxStock">Stock above which buying more needs an explanation.</param>
/// <param name="IsActive">Whether it may be requested.</param>
public sealed record ItemFacts(
    ItemId Id, string Code, string Name, string NameEn, ItemKind Kind, PropertyClass? Class, UnitCode BaseUnit, string UnitName, string UnitNameEn,
    bool UnitDivides, ItemTracking Tracking, CategoryId CategoryId, bool NeedsExpertCheck, string ConventionalSet, int? TemplateVersion,
    Quantity? MinStock, Quantity? ReorderPoint, Quantity? MaxStock, bool IsActive)
{
    /// <summary>Whether a quantity can be stated in the item's unit.</summary>
    public Result Measures(Quantity quantity) =>
        UnitDivides || quantity.Scaled % Quantity.Scale == 0 ? Result.Ok : Refusal.Rule("catalogue.quantity-not-whole", quantity.Units, UnitName);
}

/// <summary>What a document shows of a supplier.</summary>
public sealed record SupplierFacts(
    SupplierId Id, SupplierKind Kind, string Identifier, string Name, string NameEn, string EconomicCode, string Address, string Phone, string DefaultIban,
    bool IsActive, bool HasDeclaration);

/// <summary>A member of staff who owns or manages a supplier.</summary>
public sealed record StaffBehindSupplier(PersonId PersonId, string Name, PrincipalRole Role, int SharePerMille);
