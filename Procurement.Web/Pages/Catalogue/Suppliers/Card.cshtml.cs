using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Application.Catalogue;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Errors;
using Procurement.Web.Layout.DocumentPage;
using Procurement.Web.Layout.Notices;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Catalogue.Suppliers;

/// <summary>A supplier's file: alarms on top, then accounts, people behind it, block list, declarations and certificates (پرونده تأمین‌کننده).</summary>
[Authorize]
public sealed class CardModel(IUseCases cases, ITexts texts, IVisitor visitor, ReaderFormat format) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AccountInput Account { get; set; } = new();

    [BindProperty]
    public PrincipalInput Principal { get; set; } = new();

    [BindProperty]
    public BlockInput Block { get; set; } = new();

    [BindProperty]
    public UnblockInput Unblock { get; set; } = new();

    [BindProperty]
    public DeclarationInput Declaration { get; set; } = new();

    [BindProperty]
    public CertificateInput Certificate { get; set; } = new();

    [BindProperty]
    public VerificationInput Verification { get; set; } = new();

    public SupplierCard Card { get; private set; } = null!;

    public bool MayEdit => visitor.May(CataloguePermissions.EditSuppliers);

    public bool MayBlock => visitor.May(CataloguePermissions.BlockSuppliers);

    public FactsView Facts => new([
        new Fact(texts["catalogue.supplier-kind"], texts.Of(Card.Kind)),
        new Fact(texts[Card.Kind == SupplierKind.LegalPerson ? "catalogue.legal-id" : "catalogue.national-id"], Card.Identifier) { IsCode = true },
        new Fact(texts["catalogue.economic-code"], Card.EconomicCode) { IsCode = true },
        new Fact(texts["catalogue.phone"], Card.Phone) { IsCode = true },
        new Fact(texts["catalogue.verified"], Card.VerifiedOn is { } day ? $"{format.Date(day)} – {Card.VerificationReference}" : null),
        new Fact(texts["catalogue.address"], Card.Address) { IsWide = true },
    ]);

    public async Task<IActionResult> OnGet(CancellationToken ct) => await Load(ct) ?? Page();

    public Task<IActionResult> OnPostAddAccount(CancellationToken ct) =>
        Enter(nameof(Account), id => new AddSupplierAccount(id, Account.Iban, Account.Bank), ct);

    public Task<IActionResult> OnPostUseAccount(Guid part, CancellationToken ct) => Enter(nameof(Account), id => new UseSupplierAccount(id, part), ct);

    public Task<IActionResult> OnPostDropAccount(Guid part, CancellationToken ct) => Enter(nameof(Account), id => new DropSupplierAccount(id, part), ct);

    public Task<IActionResult> OnPostAddPrincipal(CancellationToken ct) => Enter(
        nameof(Principal), id => new AddSupplierPrincipal(id, Principal.NationalId, Principal.Name, Principal.Role.GetValueOrDefault(), Principal.Share ?? 0), ct);

    public Task<IActionResult> OnPostDropPrincipal(Guid part, CancellationToken ct) => Enter(nameof(Principal), id => new DropSupplierPrincipal(id, part), ct);

    public Task<IActionResult> OnPostBlock(CancellationToken ct)
    {
        Require(Block.LetterDate, "Block.LetterDate");
        Require(Block.From, "Block.From");
        return Enter(nameof(Block), id => new BlockSupplier(
            id, Block.Source, Block.LetterNumber, Block.LetterDate!.Value, Block.Reason, Block.From!.Value, Block.To), ct);
    }

    public Task<IActionResult> OnPostUnblock(Guid part, CancellationToken ct)
    {
        Require(Unblock.LastDay, "Unblock.LastDay");
        return Enter(nameof(Unblock), id => new UnblockSupplier(id, part, Unblock.LastDay!.Value, Unblock.LetterNumber), ct);
    }

    public Task<IActionResult> OnPostDeclare(CancellationToken ct)
    {
        Require(Declaration.On, "Declaration.On");
        return Enter(nameof(Declaration), id => new FileSupplierDeclaration(id, Declaration.LetterNumber, Declaration.On!.Value), ct);
    }

    public Task<IActionResult> OnPostAddCertificate(CancellationToken ct)
    {
        Require(Certificate.ValidFrom, "Certificate.ValidFrom");
        Require(Certificate.ValidTo, "Certificate.ValidTo");
        return Enter(nameof(Certificate), id => new FileSupplierCertificate(
            id, Certificate.Kind.GetValueOrDefault(), Certificate.Field, Certificate.Grade, Certificate.Issuer, Certificate.Number, Certificate.ValidFrom!.Value,
            Certificate.ValidTo!.Value), ct);
    }

    public Task<IActionResult> OnPostDropCertificate(Guid part, CancellationToken ct) =>
        Enter(nameof(Certificate), id => new DropSupplierCertificate(id, part), ct);

    public Task<IActionResult> OnPostVerify(CancellationToken ct)
    {
        Require(Verification.On, "Verification.On");
        return Enter(nameof(Verification), id => new VerifySupplier(id, Verification.On!.Value, Verification.Reference), ct);
    }

    public Task<IActionResult> OnPostWithdraw(CancellationToken ct) => Enter("", id => new WithdrawSupplier(id), ct);

    public Task<IActionResult> OnPostReinstate(CancellationToken ct) => Enter("", id => new ReinstateSupplier(id), ct);

    /// <summary>Whether the form of a part was just sent and refused: it is shown open.</summary>
    public bool IsOpen(string part) =>
        ModelState.Any(entry => entry.Key.StartsWith(part + ".", StringComparison.Ordinal) && entry.Value?.Errors.Count > 0);

    public string About(SupplierAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var word = texts.Of(alarm.Kind);
        return alarm.About.Length == 0 ? word : texts["catalogue.alarm-about", word, alarm.About];
    }

    private void Require(DateOnly? day, string field)
    {
        if (day is null && ModelState[field]?.Errors.Count is null or 0) ModelState.AddModelError(field, texts["forms.required"]);
    }

    private async Task<IActionResult> Enter(string part, Func<SupplierId, SupplierCommand> command, CancellationToken ct)
    {
        if (await Load(ct) is { } refused) return refused;
        if (!ModelState.IsValid) return Page();
        var entered = await cases.Send(command(new SupplierId(Id)), ct);
        if (!entered.Succeeded) return this.Refuse(entered.Refusals.Under(part));

        this.Confirm(new ConfirmationView(texts["catalogue.saved"]));
        return RedirectToPage(new { Id });
    }

    private async Task<IActionResult?> Load(CancellationToken ct)
    {
        var card = await cases.Ask(new ReadSupplier(new SupplierId(Id)), ct);
        if (!card.Succeeded) return this.Refuse(card.Refusals);
        Card = card.Value;
        return null;
    }
}
