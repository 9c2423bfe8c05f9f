using Procurement.Web.Layout.DocumentPage;

namespace Procurement.Web.Pages.Receiving;

/// <summary>One input inside a table of lines, with its fault below it; what was typed comes back as typed.</summary>
/// <param name="Name">The field's name: <c>Lines[0].Quantity</c>.</param>
/// <param name="Label">Read to those who do not see the column.</param>
/// <param name="Value">Shown before anything is typed.</param>
/// <param name="Kind">What is typed.</param>
public sealed record Cell(string Name, string Label, string? Value = null, LineInput Kind = LineInput.Text)
{
    public bool IsRequired { get; init; }

    /// <summary>A photo or test sheet is chosen instead of typed.</summary>
    public bool IsFile { get; init; }

    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];
}
