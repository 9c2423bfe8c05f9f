namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The difference between the version the reader last saw and the one on the page.</summary>
public sealed record WhatChangedView(long SeenVersion, long CurrentVersion, IReadOnlyList<ChangedFact> Changes);

/// <summary>One difference.</summary>
/// <param name="Label">What changed, with its line: «سطر ۳، مقدار».</param>
/// <param name="Before">What it was; null when it is new.</param>
/// <param name="After">What it is; null when it was removed.</param>
public sealed record ChangedFact(string Label, string? Before, string? After);
