namespace Procurement.Web.Layout.Lists;

/// <summary>Filters over a list as chips with counts; each is a link, so that a filtered list has its own address.</summary>
/// <param name="Label">What is filtered, for those who hear it.</param>
/// <param name="Chips">The chips in order; one is current.</param>
/// <param name="Target">The id of the part of the page that changes with the filter.</param>
public sealed record FilterChipsView(string Label, IReadOnlyList<FilterChip> Chips, string? Target = null);

public sealed record FilterChip(string Label, long? Count, string Href, bool IsCurrent = false);
