namespace Procurement.Application.Shared.Ports;

/// <summary>All that stands on a printed form, worded and in the reader's digits, part by part from top to bottom.</summary>
/// <param name="Kind">The code of the document's kind, by which a printer finds the kind's own form.</param>
/// <param name="Title">The form's name: «رسید انبار (قطعی)».</param>
/// <param name="ReadsRightToLeft">Whether its language is written from the right.</param>
public sealed record PrintedForm(string Kind, string Title, bool ReadsRightToLeft)
{
    /// <summary>The body, the unit and the place, one line each.</summary>
    public IReadOnlyList<string> Letterhead { get; init; } = [];

    /// <summary>Number, date and which copy it is.</summary>
    public IReadOnlyList<PrintedFact> Identity { get; init; } = [];

    /// <summary>A word across the sheet for what has no effect: «پیش‌نویس», «باطل».</summary>
    public string? Stamp { get; init; }

    /// <summary>The form's fields before its lines.</summary>
    public IReadOnlyList<PrintedFact> Facts { get; init; } = [];

    public IReadOnlyList<PrintedTable> Tables { get; init; } = [];

    /// <summary>Sentences under the tables.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The signature boxes in route order.</summary>
    public IReadOnlyList<PrintedSignature> Signatures { get; init; } = [];

    /// <summary>What the verification mark says to a phone.</summary>
    public string? Mark { get; init; }

    /// <summary>How to verify, and where the document stands in the audit log.</summary>
    public IReadOnlyList<string> Verification { get; init; } = [];
}

/// <summary>A field of a form and what is written in it.</summary>
/// <param name="Label">The field's name; empty for a line over the whole width.</param>
/// <param name="Value">What is written.</param>
/// <param name="IsWide">Takes a row of the form for itself.</param>
public sealed record PrintedFact(string Label, string Value, bool IsWide = false);

/// <summary>A table of a form: what its columns are called, its rows, and the sums and words that close it.</summary>
public sealed record PrintedTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<PrintedFact> Closings);

/// <summary>One signature box.</summary>
/// <param name="Post">The signer's post.</param>
/// <param name="Lines">Who, when and which version; in an empty box, what belongs there.</param>
public sealed record PrintedSignature(string Post, IReadOnlyList<string> Lines);
