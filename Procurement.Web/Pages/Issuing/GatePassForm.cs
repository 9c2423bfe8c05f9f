using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.DraftGatePass;
using Procurement.Application.Issuing.StartGatePass;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Issuing;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The form of a gate pass, new or edited: where, by whom, and what of the goods that wait.</summary>
public abstract class GatePassForm(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty]
    public string? Destination { get; set; }

    [BindProperty]
    public string? Bearer { get; set; }

    [BindProperty]
    public string? Vehicle { get; set; }

    [BindProperty]
    public Guid? RosterGuard { get; set; }

    [BindProperty]
    public Guid? Confirmer { get; set; }

    [BindProperty]
    public List<TypedTake> Lines { get; set; } = [];

    public GatePassStart Start { get; private set; } = null!;

    public PassBasis Sort { get; private set; }

    public IEnumerable<SelectListItem> Roster => Choices(Start.Roster);

    public IEnumerable<SelectListItem> Confirmers => Choices(Start.Confirmers);

    /// <summary>The document the form leads back to.</summary>
    public abstract Guid Back { get; }

    /// <summary>What waits, with what the pass takes of it proposed.</summary>
    public TakeTable Table => new(
        Texts["gate-pass.field.lines"], Texts["issue-delivery.at-the-counter"], Texts["gate-pass.field.lines.quantity"],
        [
            .. Start.Lines.Select(l => new TakeRow(
                l.Line, l.Order, new Goods(l.Name, l.NameEn, l.Code), Texts.Named(l.Unit, l.UnitEn), l.Quantity, l.IsLabelled, l.Pieces)
            {
                Proposed = ProposedOf(l), Ticked = TickedOf(l),
            }),
        ]);

    protected PassTermsForm Terms => new(Destination, Bearer, Vehicle, Person(RosterGuard), Person(Confirmer));

    protected virtual Quantity? ProposedOf(WaitingGoods line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Quantity;
    }

    protected virtual IReadOnlyList<string> TickedOf(WaitingGoods line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Pieces;
    }

    private static PersonId? Person(Guid? chosen) => chosen is { } person ? new PersonId(person) : null;

    private static IEnumerable<SelectListItem> Choices(IReadOnlyList<PersonChoice> people) => people.Select(p => new SelectListItem(p.Name, p.Id.Value.ToString()));

    protected async Task<IActionResult?> Show(PassBasis basis, DocumentId from, CancellationToken ct)
    {
        var start = await Cases.Ask(new StartGatePass(basis, from), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        (Start, Sort) = (start.Value, basis);
        return null;
    }
}
