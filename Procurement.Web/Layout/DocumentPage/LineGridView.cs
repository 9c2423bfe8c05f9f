using Microsoft.Extensions.Primitives;

namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The lines of a form, typed in a grid: works by plain posts, and by Enter and paste from a spreadsheet where scripts run.</summary>
/// <param name="Name">The property the lines bind to: fields are named <c>Lines[0].Quantity</c>.</param>
/// <param name="Caption">The grid's name for those who hear it.</param>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">The typed text of each line, one cell per column; a wholly blank line is left out by the page.</param>
public sealed record LineGridView(string Name, string Caption, IReadOnlyList<LineColumn> Columns, IReadOnlyList<LineRow> Rows)
{
    /// <summary>Enough for any paper form; longer lists come by import.</summary>
    public const int MaxRows = 200;

    /// <summary>The name of the buttons that change the grid without submitting the form.</summary>
    public const string Button = "grid";

    public string FieldName(int row, LineColumn column) => FormattableString.Invariant($"{Name}[{row}].{column.Key}");
}

/// <summary>One line as typed.</summary>
/// <param name="Cells">The text of each column.</param>
/// <param name="Id">The line's own id, carried along when an existing line is edited.</param>
public sealed record LineRow(IReadOnlyList<string?> Cells, Guid? Id = null);

/// <summary>One column of the grid.</summary>
/// <param name="Key">The property's name.</param>
/// <param name="Label">The heading.</param>
/// <param name="Kind">What is typed in it.</param>
public sealed record LineColumn(string Key, string Label, LineInput Kind = LineInput.Text)
{
    public bool IsOptional { get; init; }

    /// <summary>The choices of a <see cref="LineInput.Choice"/>: value and label.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>Where suggestions for what is typed come from; the field works without them.</summary>
    public string? Suggest { get; init; }

    /// <summary>The share of the width, relative to the others.</summary>
    public int Weight { get; init; } = 2;
}

/// <summary>What a column of a line grid takes.</summary>
public enum LineInput
{
    Text = 1,
    LongText = 2,
    Number = 3,
    Rials = 4,
    Date = 5,
    Code = 6,
    Choice = 7,
}

/// <summary>A press on one of the grid's own buttons: the page changes its lines and is shown again, nothing is saved.</summary>
/// <param name="Name">The grid.</param>
/// <param name="RemoveRow">The line to take out; null to add one at the end.</param>
public sealed record LineGridPress(string Name, int? RemoveRow)
{
    /// <summary>The press in a posted form; null when the form itself was submitted.</summary>
    public static LineGridPress? In(IFormCollection form)
    {
        var value = form[LineGridView.Button];
        if (StringValues.IsNullOrEmpty(value)) return null;

        var parts = value.ToString().Split(':');
        return parts switch
        {
            ["add", var name] => new LineGridPress(name, null),
            ["remove", var name, var row] when int.TryParse(row, System.Globalization.CultureInfo.InvariantCulture, out var index) => new LineGridPress(name, index),
            _ => null,
        };
    }

    /// <summary>Does what was pressed, for a page that keeps its lines in a list.</summary>
    public void ApplyTo<T>(IList<T> lines, Func<T> blank)
    {
        if (RemoveRow is { } row)
        {
            if (row >= 0 && row < lines.Count) lines.RemoveAt(row);
        }
        else if (lines.Count < LineGridView.MaxRows)
        {
            lines.Add(blank());
        }
    }
}
