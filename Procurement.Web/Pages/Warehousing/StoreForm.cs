namespace Procurement.Web.Pages.Warehousing;

/// <summary>What the form of a store takes.</summary>
public sealed class StoreForm
{
    public Guid? Unit { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? NameEn { get; set; }

    public bool HasGuard { get; set; } = true;

    public string? FirstBin { get; set; }
}
