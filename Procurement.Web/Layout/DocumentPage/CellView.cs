namespace Procurement.Web.Layout.DocumentPage;

/// <summary>One input inside a table of lines, with its fault below it; what was typed comes back as typed.</summary>
/// <param name="Name">The field's name: <c>Credits[0].Amount</c>.</param>
/// <param name="Label">Read to those who do not see the column.</param>
/// <param name="Value">Shown before anything is typed.</param>
/// <param name="Kind">What is typed.</param>
public sealed record CellView(string Name, string Label, string? Value = null, LineInput Kind = LineInput.Text)
{
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>Where suggestions for what is typed come from.</summary>
    public string? Suggest { get; init; }
}
