using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Receiving.AcceptWork;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>The form in which a requester measures services or works, new or edited.</summary>
public abstract class ServiceAcceptanceForm(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public Guid? Expert { get; set; }

    [BindProperty]
    public List<TypedWork> Lines { get; set; } = [];

    public AcceptanceStart Start { get; private set; } = null!;

    public IEnumerable<SelectListItem> Experts => (Start.Deal?.Experts ?? []).Select(e => new SelectListItem(e.Name, e.Person.Value.ToString()));

    protected PersonId? ExpertId => Expert is { } expert ? new PersonId(expert) : null;

    /// <summary>The rows with a quantity, and where each stands in the form; null while a day is missing.</summary>
    protected (IReadOnlyList<MeasuredLineForm> Lines, IReadOnlyList<int> Places)? Sent()
    {
        if (From is null) Missing(nameof(From));
        if (To is null) Missing(nameof(To));
        if (!ModelState.IsValid) return null;
        var sent = Lines.Select((line, place) => (line, place)).Where(l => l.line.Quantity is > 0).ToList();
        return ([.. sent.Select(l => new MeasuredLineForm(l.line.OrderLine, l.line.Quantity!.Value, l.line.MeasuredHow))], [.. sent.Select(l => l.place)]);
    }

    protected IActionResult Refused(IReadOnlyList<Refusal> refusals, IReadOnlyList<int> places) =>
        Refused([.. refusals.Select(r => Placed(r, places))]);

    protected static PageResult Invalid() => new() { StatusCode = StatusCodes.Status400BadRequest };

    protected async Task<IActionResult?> Show(Guid? order, CancellationToken ct)
    {
        var start = await Cases.Ask(new StartAcceptance(order is { } id ? new DocumentId(id) : null), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        return null;
    }

    private static Refusal Placed(Refusal refusal, IReadOnlyList<int> places) => refusal.Field switch
    {
        "PeriodTo" => refusal.At(nameof(To)),
        _ => TypedShelf.Placed(refusal, places),
    };
}

/// <summary>What was done of one line, as typed.</summary>
public sealed class TypedWork
{
    public Guid OrderLine { get; set; }

    public decimal? Quantity { get; set; }

    public string? MeasuredHow { get; set; }
}
