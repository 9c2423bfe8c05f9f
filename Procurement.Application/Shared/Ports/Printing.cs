namespace Procurement.Application.Shared.Ports;

/// <summary>Turns a print form into PDF on the server. The browser prints the same form where there is no printer here.</summary>
public interface IPdfPrinter
{
    /// <summary>Whether this installation can; pages offer no PDF otherwise.</summary>
    bool IsAvailable { get; }

    /// <summary>The form as PDF.</summary>
    /// <param name="html">A whole page whose style sheet is <c>css/print.css</c>, relative to it.</param>
    /// <param name="ct">Cancels, and stops what was started.</param>
    Task<byte[]> Print(string html, CancellationToken ct);
}

/// <summary>Draws text as a mark that a phone reads.</summary>
public interface IMarks
{
    /// <summary>A whole SVG element; the title is what a screen reader says.</summary>
    string Svg(string text, string title);
}
