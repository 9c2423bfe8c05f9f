using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Receiving;
using Procurement.Application.Receiving.DescribeArrival;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Corrects papers, vehicle, deliverer or time of a delivery that is still the keeper's draft.</summary>
[Authorize]
public sealed class TemporaryReceiptEditModel(IUseCases cases, ITexts texts) : ReceivingForm(cases, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public ArrivalFields Arrival { get; set; } = new();

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (await Read(Id, ct) is not { Body: TemporaryReceiptView receipt } view) return NotFound();
        if (!view.Acts.Edit) return Redirect($"/documents/{Id}");

        SeenVersion = view.Sheet.ContentVersion;
        var arrived = TehranTime.ToLocal(receipt.ArrivedAt);
        Arrival = new ArrivalFields
        {
            WaybillNo = receipt.WaybillNo, InvoiceNo = receipt.InvoiceNo, Vehicle = receipt.Vehicle, Deliverer = receipt.Deliverer,
            On = DateOnly.FromDateTime(arrived.DateTime), At = arrived.ToString("HH:mm", CultureInfo.InvariantCulture),
        };
        return Page();
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Arrival.Instant() is not { } arrivedAt)
        {
            Missing("Arrival.At");
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        var described = await Cases.Send(
            new DescribeArrival(new DocumentId(Id), SeenVersion, Arrival.WaybillNo, Arrival.InvoiceNo, Arrival.Vehicle, Arrival.Deliverer, arrivedAt), ct);
        return described.Succeeded
            ? GoOn(new DocumentId(Id), "temporary-receipt.described")
            : Refused([.. described.Refusals.Select(ArrivalFields.Placed)]);
    }
}
