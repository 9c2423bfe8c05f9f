namespace Procurement.Web.Layout.Lists;

/// <summary>What an empty list says: what belongs there, who starts it, and the way to do so.</summary>
/// <param name="Title">«هنوز رسیدی نیست».</param>
/// <param name="Guide">What belongs here and who starts it.</param>
public sealed record EmptyView(string Title, string Guide)
{
    public string? ActionLabel { get; init; }

    public string? ActionHref { get; init; }
}
