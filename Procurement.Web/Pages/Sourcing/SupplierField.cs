namespace Procurement.Web.Pages.Sourcing;

/// <summary>A field in which a supplier is typed by identifier or name, with suggestions from the register where scripts run.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Label">The label above it.</param>
/// <param name="Hint">What may be typed.</param>
/// <param name="Value">Shown before anything is typed.</param>
public sealed record SupplierField(string Name, string Label, string Hint, string? Value);
