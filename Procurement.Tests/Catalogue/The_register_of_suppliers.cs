using Procurement.Domain.Catalogue;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class The_register_of_suppliers
{
    private static readonly DateOnly Day = ACatalogue.Day;

    [Fact]
    public void A_company_is_known_by_its_legal_id_and_a_person_by_his_national_id()
    {
        Assert.Equal("shared.legal-id-invalid", Supplier.RegisterCompany(ACatalogue.OwnerId, new SupplierDetails("شرکت")).Refusal.Code);
        Assert.Equal(ACatalogue.OwnerId, Supplier.RegisterPerson("۰۰۷۶۲۲۹۶۴۵", new SupplierDetails("رضا احمدی")).Value.Identifier);
    }

    [Fact]
    public void No_deal_is_made_with_a_blocked_supplier_until_the_last_day_is_over()
    {
        var supplier = ACatalogue.Company();
        supplier.Block(Letter(), Day, Day.AddDays(10));

        Assert.True(supplier.CanDealOn(Day.AddDays(-1)).Succeeded);
        Assert.Equal("catalogue.supplier-blocked", supplier.CanDealOn(Day).Refusal.Code);
        Assert.Equal("catalogue.supplier-blocked", supplier.CanDealOn(Day.AddDays(10)).Refusal.Code);
        Assert.True(supplier.CanDealOn(Day.AddDays(11)).Succeeded);
    }

    [Fact]
    public void A_block_without_end_is_lifted_by_letter_and_stays_on_the_record()
    {
        var supplier = ACatalogue.Company();
        supplier.Block(Letter(), Day, null);
        var block = supplier.Blocks[0];

        Assert.Equal("catalogue.letter-number-missing", supplier.Unblock(block.Id, Day.AddDays(3), " ").Refusal.Code);
        Assert.True(supplier.Unblock(block.Id, Day.AddDays(3), "98/112").Succeeded);

        Assert.Equal("98/112", Assert.Single(supplier.Blocks).LiftedByLetter);
        Assert.True(supplier.CanDealOn(Day.AddDays(4)).Succeeded);
        Assert.Equal("catalogue.block-already-over", supplier.Unblock(block.Id, Day.AddDays(5), "98/113").Refusal.Code);
    }

    [Fact]
    public void No_deal_is_made_with_a_withdrawn_supplier()
    {
        var supplier = ACatalogue.Company();
        supplier.Withdraw();

        Assert.Equal("catalogue.supplier-withdrawn", supplier.CanDealOn(Day).Refusal.Code);
    }

    [Fact]
    public void The_first_account_is_the_default_until_another_is_chosen()
    {
        var supplier = ACatalogue.Company();
        supplier.AddAccount(ACatalogue.FirstIban, "ملت");
        supplier.AddAccount(ACatalogue.SecondIban, "ملی");
        var first = supplier.DefaultAccount!;

        Assert.Equal("catalogue.account-is-default", supplier.DropAccount(first.Id).Refusal.Code);
        Assert.True(supplier.UseAccount(supplier.Accounts[1].Id).Succeeded);

        Assert.Equal(ACatalogue.SecondIban, supplier.DefaultAccount!.Iban.Value);
        Assert.True(supplier.DropAccount(first.Id).Succeeded);
    }

    [Fact]
    public void An_account_number_is_kept_once_and_only_when_its_check_digits_hold()
    {
        var supplier = ACatalogue.Company();
        supplier.AddAccount(ACatalogue.FirstIban, "");

        Assert.Equal("catalogue.account-already-there", supplier.AddAccount("۰۶ ۲۹۶۰ ۰۰۰۰ ۰۰۱۰ ۰۳۲۴ ۲۰۰۰ ۰۱", "").Refusal.Code);
        Assert.Equal("shared.iban-invalid", supplier.AddAccount("IR072960000000100324200001", "").Refusal.Code);
    }

    [Fact]
    public void Shares_of_the_owners_never_exceed_the_whole()
    {
        var supplier = ACatalogue.Company();

        Assert.True(supplier.AddPrincipal(ACatalogue.OwnerId, "رضا احمدی", PrincipalRole.Owner, 600).Succeeded);
        Assert.Equal(
            "catalogue.shares-exceed-whole",
            supplier.AddPrincipal(ACatalogue.ManagerId, "مریم صادقی", PrincipalRole.OwnerAndManager, 401).Refusal.Code);
        Assert.True(supplier.AddPrincipal(ACatalogue.ManagerId, "مریم صادقی", PrincipalRole.OwnerAndManager, 400).Succeeded);
    }

    [Fact]
    public void A_mere_manager_has_no_share_and_an_owner_has_one()
    {
        var supplier = ACatalogue.Company();

        Assert.Equal("catalogue.manager-without-share", supplier.AddPrincipal(ACatalogue.OwnerId, "رضا", PrincipalRole.Manager, 1).Refusal.Code);
        Assert.Equal("catalogue.owner-needs-share", supplier.AddPrincipal(ACatalogue.OwnerId, "رضا", PrincipalRole.Owner, 0).Refusal.Code);
    }

    [Fact]
    public void A_certificate_counts_from_its_first_to_its_last_day_only()
    {
        var supplier = ACatalogue.Company();
        supplier.FileCertificate(CertificateKind.ContractorGrade, "ساختمان و ابنیه", 3, "سازمان برنامه و بودجه", "۱۲/۴", Day, Day.AddDays(30));

        Assert.False(supplier.IsQualifiedOn(Day.AddDays(-1), CertificateKind.ContractorGrade, "ابنیه"));
        Assert.True(supplier.IsQualifiedOn(Day.AddDays(30), CertificateKind.ContractorGrade, "ابنيه"));
        Assert.False(supplier.IsQualifiedOn(Day.AddDays(31), CertificateKind.ContractorGrade, "ابنیه"));
        Assert.False(supplier.IsQualifiedOn(Day, CertificateKind.ConsultantGrade, "ابنیه"));
    }

    [Theory]
    [InlineData(CertificateKind.ContractorGrade, null)]
    [InlineData(CertificateKind.ConsultantGrade, 11)]
    [InlineData(CertificateKind.TradeLicence, 1)]
    public void A_grade_belongs_to_contractors_and_consultants(CertificateKind kind, int? grade) =>
        Assert.Equal(
            "catalogue.certificate-grade-invalid",
            ACatalogue.Company().FileCertificate(kind, "ساختمان", grade, "سازمان", "1", Day, Day).Refusal.Code);

    [Fact]
    public void The_card_warns_of_what_is_missing_blocked_or_about_to_expire()
    {
        var supplier = ACatalogue.Company();
        supplier.Block(Letter(), Day, null);
        supplier.FileCertificate(CertificateKind.TradeLicence, "کاغذ", null, "اتحادیه", "1", Day.AddDays(-400), Day.AddDays(-1));
        supplier.FileCertificate(CertificateKind.TradeLicence, "چاپ", null, "اتحادیه", "2", Day, Day.AddDays(30));
        supplier.FileCertificate(CertificateKind.TradeLicence, "صحافی", null, "اتحادیه", "3", Day, Day.AddDays(31));

        Assert.Equal(
            [
                SupplierAlarmKind.Blocked, SupplierAlarmKind.CertificateExpired, SupplierAlarmKind.CertificateExpires, SupplierAlarmKind.DeclarationMissing,
                SupplierAlarmKind.AccountMissing, SupplierAlarmKind.PrincipalsMissing, SupplierAlarmKind.IdentityUnverified,
            ],
            supplier.AlarmsOn(Day, 30).Select(a => a.Kind));
    }

    [Fact]
    public void A_complete_file_raises_no_alarm()
    {
        var supplier = ACatalogue.Company();
        supplier.AddAccount(ACatalogue.FirstIban, "ملت");
        supplier.AddPrincipal(ACatalogue.OwnerId, "رضا احمدی", PrincipalRole.Owner, 1000);
        supplier.FileDeclaration("12/ص", Day);
        supplier.Verify(Day, "استعلام ۴۵");

        Assert.Empty(supplier.AlarmsOn(Day, 30));
    }

    private static BlockLetter Letter() => BlockLetter.Create("دیوان محاسبات", "۹۸/۱", Day, "تخلف در قرارداد").Value;
}
