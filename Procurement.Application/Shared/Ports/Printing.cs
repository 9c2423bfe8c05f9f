namespace Procurement.Application.Shared.Ports;

/// <summary>Turns a print form into PDF on the server. The browser prints the same form where there is no printer here.</summary>
public interface IPdfPrinter
{
    /// <summary>Whether this installation can; pages offer no PDF otherwise.</summary>
    bool IsAvailable { get; }

    /// <summary>The form as PDF.</summary>
    /// <param name="paper">The form; the printer asks for the shape it prints from.</param>
    /// <param name="ct">Cancels, and stops what was started.</param>
    Task<byte[]> Print(IPaper paper, CancellationToken ct);
}

/// <summary>A form on its way to paper. It is written once; whoever prints it takes it as a page or as data.</summary>
public interface IPaper
{
    /// <summary>A whole page of HTML whose style sheet is <c>css/print.css</c>, relative to it.</summary>
    Task<string> AsPage();

    /// <summary>What the page says, for a printer that has forms of its own.</summary>
    Task<PrintedForm> AsForm();
}

/// <summary>Draws text as a mark that a phone reads.</summary>
public interface IMarks
{
    /// <summary>A whole SVG element; the title is what a screen reader says.</summary>
    string Svg(string text, string title);
}
