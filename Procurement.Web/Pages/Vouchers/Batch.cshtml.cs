using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Vouchers;
using Procurement.Application.Vouchers.ExportPayments;
using Procurement.Application.Vouchers.RecordBankResult;
using Procurement.Domain.Shared;
using Procurement.Domain.Vouchers;
using Procurement.Web.Errors;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Vouchers;

/// <summary>A batch with its file, and the form in which the bank's answers are written down, row by row or pasted as lines.</summary>
[Authorize]
public sealed class BatchModel(IUseCases cases, ITexts texts, IVisitor visitor) : VoucherPage(cases, texts)
{
    private const string PaidWord = "paid";
    private const string FailedWord = "failed";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<TypedAnswer> Rows { get; set; } = [];

    [BindProperty]
    public string? Pasted { get; set; }

    public BatchView Batch { get; private set; } = null!;

    public BankOutcome? Outcome { get; private set; }

    public bool Answers => visitor.May(VouchersPermissions.Export);

    public IReadOnlyList<(string Value, string Label)> AnswerWords => [(PaidWord, Texts["payment-state.paid"]), (FailedWord, Texts["payment-state.failed"])];

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Show(ct) ?? Page();

    public async Task<IActionResult> OnGetFile(CancellationToken ct) =>
        await Show(ct) ?? File(BankFile.Write(Batch), BankFile.ContentType, $"{Batch.Number}.csv");

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (await Show(ct) is { } unseen) return unseen;
        if (!ModelState.IsValid) return Unreadable;
        var pasted = BankFile.Read(Pasted);
        if (!pasted.Succeeded) return Refused(pasted.Refusals);
        var typed = Rows.Where(r => r.Answer is PaidWord or FailedWord).Select(r => r.Answer == PaidWord
            ? new BankRow(r.Number, true, r.Reference, r.On, r.Iban, Batch.Rows.FirstOrDefault(b => b.Number == r.Number)?.Amount.Amount, null)
            : new BankRow(r.Number, false, null, null, null, null, r.Reference));
        var recorded = await Cases.Send(new RecordBankResult(new PaymentBatchId(Id), [.. typed, .. pasted.Value]), ct);
        if (!recorded.Succeeded) return Refused(recorded.Refusals);
        if (recorded.Value.Refused == 0) return GoOn($"/vouchers/batches/{Id}", "payment-batch.recorded");

        Outcome = recorded.Value;
        return await Show(ct) ?? new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task<IActionResult?> Show(CancellationToken ct)
    {
        var batch = await Cases.Ask(new ReadBatch(new PaymentBatchId(Id)), ct);
        if (!batch.Succeeded) return this.Refuse(batch.Refusals);
        Batch = batch.Value;
        return null;
    }
}

/// <summary>What the bank answered to one payment, as typed.</summary>
public sealed class TypedAnswer
{
    public string? Number { get; set; }

    public string? Answer { get; set; }

    public string? Reference { get; set; }

    public DateOnly? On { get; set; }

    public string? Iban { get; set; }
}
