using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Procurement.Application.Receiving.RegisterArrival;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Goods are at the gate: choose the deal they came for, or say where they come from, then write papers, deliverer and second counter.</summary>
[Authorize]
public sealed class TemporaryReceiptNewModel(IUseCases cases, ITexts texts, TimeProvider clock) : ReceivingForm(cases, texts)
{
    private const int BlankLines = 3;

    /// <summary>The order or contract; null until chosen, and for goods that were not bought.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Order { get; set; }

    /// <summary>The goods were not bought.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Given { get; set; }

    [BindProperty]
    public Guid? Store { get; set; }

    [BindProperty]
    public Guid? SecondCounter { get; set; }

    [BindProperty]
    public GoodsSource? Source { get; set; }

    [BindProperty]
    public string? FromName { get; set; }

    [BindProperty]
    public string? Deed { get; set; }

    [BindProperty]
    public ArrivalFields Arrival { get; set; } = new();

    [BindProperty]
    public List<TypedArrival> Lines { get; set; } = [];

    public ArrivalStart Start { get; private set; } = null!;

    public bool IsChosen => Order is not null || Given;

    public IEnumerable<SelectListItem> Stores => Start.Stores.Select(s => new SelectListItem(Texts.NameOf(s.Store), s.Store.Id.Value.ToString()));

    public IEnumerable<SelectListItem> Counters => Start.Stores.SelectMany(s => s.Counters).DistinctBy(c => c.Person)
        .Select(c => new SelectListItem($"{c.Name} · {Texts.Of(c.Hand)}", c.Person.Value.ToString()));

    public IEnumerable<SelectListItem> Sources => Enum.GetValues<GoodsSource>().Where(s => s.ArrivesAtTheGate() && !s.IsPurchase())
        .Select(s => new SelectListItem(Texts.Of(s), s.ToString()));

    public LineGridView Grid => new(nameof(Lines), Texts["temporary-receipt.field.lines"],
    [
        new LineColumn(nameof(TypedArrival.ItemCode), Texts["receiving.item-code"], LineInput.Code) { Weight = 3 },
        new LineColumn(nameof(TypedArrival.Lot), Texts["temporary-receipt.field.lines.lot"]) { IsOptional = true },
        new LineColumn(nameof(TypedArrival.ExpiresOn), Texts["temporary-receipt.field.lines.expires"], LineInput.Date) { IsOptional = true },
        new LineColumn(nameof(TypedArrival.Condition), Texts["temporary-receipt.field.lines.condition"]) { IsOptional = true, Weight = 3 },
    ],
    [.. Lines.Select(l => new LineRow([l.ItemCode, l.Lot, l.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), l.Condition]))]);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        var now = TehranTime.ToLocal(clock.GetUtcNow());
        Arrival = new ArrivalFields { On = DateOnly.FromDateTime(now.DateTime), At = Digits.For(now.ToString("HH:mm", CultureInfo.InvariantCulture), Texts.Language) };
        if (Given) Lines.AddRange(Enumerable.Range(0, BlankLines).Select(_ => new TypedArrival()));
        else if (Start.Deal is { } deal) Lines.AddRange(deal.Lines.Select(l => new TypedArrival { OrderLine = l.Line, Came = true }));
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (LineGridPress.In(Request.Form) is { } press)
        {
            ModelState.Clear();
            press.ApplyTo(Lines, () => new TypedArrival());
            return Page();
        }

        if (Store is null) Missing(nameof(Store));
        if (SecondCounter is null) Missing(nameof(SecondCounter));
        if (Arrival.Instant() is not { } arrivedAt)
        {
            Missing("Arrival.At");
            return Invalid();
        }

        if (!ModelState.IsValid) return Invalid();
        var lines = Lines.Where(l => Order is null ? !string.IsNullOrWhiteSpace(l.ItemCode) : l.Came)
            .Select(l => new ArrivedLineForm(l.OrderLine, null, l.Lot, l.ExpiresOn, l.Condition, l.ItemCode)).ToList();
        var registered = await Cases.Send(
            new RegisterArrival(
                new StoreId(Store!.Value), Order is { } order ? new DocumentId(order) : null, Source, FromName, Deed, new PersonId(SecondCounter!.Value),
                Arrival.WaybillNo, Arrival.InvoiceNo, Arrival.Vehicle, Arrival.Deliverer, arrivedAt, lines), ct);
        return registered.Succeeded
            ? GoOn(registered.Value, "temporary-receipt.registered", "temporary-receipt.registered-next", $"/receiving/arrivals/{registered.Value.Value}/count")
            : Refused([.. registered.Refusals.Select(ArrivalFields.Placed)]);
    }

    private static Microsoft.AspNetCore.Mvc.RazorPages.PageResult Invalid() => new() { StatusCode = StatusCodes.Status400BadRequest };

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var start = await Cases.Ask(new StartArrival(Order is { } order ? new DocumentId(order) : null), ct);
        if (!start.Succeeded) return this.Refuse(start.Refusals);
        Start = start.Value;
        if (Start.Stores.Count == 1) Store ??= Start.Stores[0].Store.Id.Value;
        return null;
    }
}

/// <summary>Papers, vehicle, deliverer and time as typed.</summary>
public sealed class ArrivalFields
{
    public string? WaybillNo { get; set; }

    public string? InvoiceNo { get; set; }

    public string? Vehicle { get; set; }

    public string? Deliverer { get; set; }

    public DateOnly? On { get; set; }

    /// <summary>Hour and minute, in any digits.</summary>
    public string? At { get; set; }

    /// <summary>Day and hour as an instant; null while one of them cannot be read.</summary>
    public DateTimeOffset? Instant() =>
        On is { } day && TimeOnly.TryParseExact(PersianText.ToLatinDigits(PersianText.Clean(At)), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? TehranTime.At(day, time)
            : null;

    /// <summary>Points a refusal of the arrival at this form's fields.</summary>
    public static Refusal Placed(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Field switch
        {
            nameof(WaybillNo) or nameof(InvoiceNo) or nameof(Vehicle) or nameof(Deliverer) => refusal.At($"Arrival.{refusal.Field}"),
            "ArrivedAt" => refusal.At("Arrival.At"),
            _ => refusal,
        };
    }
}

/// <summary>One line that came, as typed; no quantity: it is counted.</summary>
public sealed class TypedArrival
{
    public Guid? OrderLine { get; set; }

    /// <summary>The line is on the vehicle.</summary>
    public bool Came { get; set; }

    public string? ItemCode { get; set; }

    public string? Lot { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public string? Condition { get; set; }
}
