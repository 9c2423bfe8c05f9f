using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Documents;

/// <summary>What is said after an act on a document: what was done, its number, and whose turn it is now.</summary>
public sealed class DocumentNotices(ITexts texts)
{
    /// <param name="act">The act: <c>sign</c>, <c>return</c>.</param>
    /// <param name="sheet">The document as it stands after it.</param>
    public ConfirmationView Done(string act, SheetView sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var number = texts.Number(sheet.Number, sheet.NumberFa);
        return Told(texts[$"document.done-{act}"], sheet) with { Number = number.Length == 0 ? null : number };
    }

    /// <summary>The same with words of the kind's own for what was done.</summary>
    public ConfirmationView Told(string done, SheetView sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new ConfirmationView(done, Next: Turn(sheet)) { About = $"/documents/{sheet.Id.Value}" };
    }

    /// <summary>In effect there may still be somebody to sign afterwards.</summary>
    private string? Turn(SheetView sheet)
    {
        var open = sheet.Steps.FirstOrDefault(s => s.State == StepState.Open);
        var holder = open is null ? null
            : open.Holder.Length > 0 ? texts["document.waiting", open.Capacity, open.Holder] : texts["document.waiting-post", open.Capacity];
        return sheet.State switch
        {
            DocumentState.InRoute => holder,
            DocumentState.InEffect => holder is null ? texts["document.now-in-effect"] : $"{texts["document.now-in-effect"]} {holder}",
            _ => null,
        };
    }
}
