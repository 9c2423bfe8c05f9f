using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Catalogue.Facts;
using Procurement.Application.Catalogue.KeepSupplierFile;
using Procurement.Application.Catalogue.ListSuppliers;
using Procurement.Application.Catalogue.ReadSupplier;
using Procurement.Application.Catalogue.RegisterSupplier;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Keeping_the_register_of_suppliers(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly RegisterSupplier ParsPaper =
        new(SupplierKind.LegalPerson, ACatalogue.CompanyId, new SupplierDetails("شرکت پارس کاغذ", "Pars Paper Co."));

    [EngineFact]
    public async Task A_supplier_stands_in_the_register_once(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var person = new RegisterSupplier(SupplierKind.NaturalPerson, ACatalogue.OwnerId, new SupplierDetails("رضا احمدی"));

        Assert.True((await app.As(app.Body.Buyer, ParsPaper)).Succeeded);
        Assert.True((await app.As(app.Body.Buyer, person)).Succeeded);

        var company = await app.As(app.Body.HeadOfProcurement, ParsPaper with { Identifier = "۱۰۳۸۰۲۸۴۷۹۰" });
        Assert.Equal(("catalogue.supplier-already-registered", "LegalId"), (company.Refusal.Code, company.Refusal.Field));
        Assert.Equal("catalogue.supplier-already-registered", (await app.As(app.Body.Buyer, person)).Refusal.Code);
    }

    [EngineFact]
    public async Task The_whole_file_is_kept_and_read_back(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = (await app.As(app.Body.Buyer, ParsPaper)).Value;
        var day = ACatalogue.Day;
        foreach (var entry in new SupplierCommand[]
        {
            new AddSupplierAccount(id, ACatalogue.FirstIban, "ملت"), new AddSupplierAccount(id, ACatalogue.SecondIban, "ملی"),
            new AddSupplierPrincipal(id, ACatalogue.OwnerId, "رضا احمدی", PrincipalRole.OwnerAndManager, 1000), new FileSupplierDeclaration(id, "۱۲/ص", day),
            new FileSupplierCertificate(id, CertificateKind.ContractorGrade, "تأسیسات", 4, "سازمان برنامه", "77", day, day.AddDays(300)),
            new VerifySupplier(id, day, "استعلام ۴۵"),
        })
        {
            Assert.True((await app.As(app.Body.Buyer, entry)).Succeeded);
        }

        var card = (await app.As(app.Body.Requester, new ReadSupplier(id))).Value;

        Assert.Equal([ACatalogue.FirstIban, ACatalogue.SecondIban], card.Accounts.OrderByDescending(a => a.IsDefault).Select(a => a.Iban.Value));
        Assert.Equal((ACatalogue.OwnerId, 1000), (card.Principals[0].NationalId.Value, card.Principals[0].SharePerMille));
        Assert.Equal(("تأسیسات", 4), (card.Certificates[0].Field, card.Certificates[0].Grade));
        Assert.Equal("۱۲/ص", card.Declarations[0].LetterNumber);
        Assert.Empty(card.Alarms);
    }

    [EngineFact]
    public async Task Who_buys_neither_blocks_nor_lifts_a_block(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var id = (await app.As(app.Body.Buyer, ParsPaper)).Value;
        var block = new BlockSupplier(id, "دیوان محاسبات", "98/1", ACatalogue.Day, "تخلف", new DateOnly(2026, 1, 1));

        Assert.Equal(RefusalKind.Forbidden, (await app.As(app.Body.Buyer, block)).Refusal.Kind);
        Assert.True((await app.As(app.Body.HeadOfProcurement, block)).Succeeded);
        var entry = (await app.As(app.Body.Buyer, new ReadSupplier(id))).Value.Blocks[0].Id;
        Assert.Equal(RefusalKind.Forbidden, (await app.As(app.Body.Buyer, new UnblockSupplier(id, entry, ACatalogue.Day, "1"))).Refusal.Kind);
    }

    [EngineFact]
    public async Task The_list_shows_who_is_blocked_today_and_whose_certificate_ends_soon(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var today = new DateOnly(2026, 11, 1);
        var blocked = (await app.As(app.Body.Buyer, ParsPaper)).Value;
        var other = (await app.As(app.Body.Buyer, new RegisterSupplier(SupplierKind.NaturalPerson, ACatalogue.OwnerId, new SupplierDetails("رضا احمدی")))).Value;
        await app.As(app.Body.HeadOfProcurement, new BlockSupplier(blocked, "دیوان", "98/1", today, "تخلف", today, today));
        await app.As(app.Body.Buyer, new FileSupplierCertificate(other, CertificateKind.TradeLicence, "چاپ", null, "اتحادیه", "1", today.AddDays(-9), today.AddDays(20)));

        var all = (await app.As(app.Body.Buyer, new ListSuppliers())).Value.Rows;
        var onlyBlocked = (await app.As(app.Body.Buyer, new ListSuppliers(Blocked: true))).Value.Rows;
        app.Clock.Pass(TimeSpan.FromDays(1));
        var tomorrow = (await app.As(app.Body.Buyer, new ListSuppliers(Blocked: true))).Value.Rows;

        Assert.Equal([(other, false, (DateOnly?)today.AddDays(20)), (blocked, true, null)], all.Select(r => (r.Id, r.IsBlocked, r.CertificateEnds)));
        Assert.Equal(blocked, Assert.Single(onlyBlocked).Id);
        Assert.Empty(tomorrow);
    }

    [EngineFact]
    public async Task Staff_behind_a_supplier_are_found_by_their_national_ids(DatabaseEngine engine)
    {
        await using var app = await TestApp.On(await databases.Fresh(engine));
        var nationalId = await app.Look(db => db.Set<Person>().Where(p => p.Id == app.Body.Buyer).Select(p => p.NationalId).SingleAsync());
        var id = (await app.As(app.Body.HeadOfProcurement, ParsPaper)).Value;
        await app.As(app.Body.HeadOfProcurement, new AddSupplierPrincipal(id, nationalId, "کارپرداز نمونه", PrincipalRole.Owner, 60));
        await app.As(app.Body.HeadOfProcurement, new AddSupplierPrincipal(id, ACatalogue.OwnerId, "رضا احمدی", PrincipalRole.Owner, 940));

        await using var scope = app.Scope();
        var behind = await scope.ServiceProvider.GetRequiredService<ICatalogueFacts>().StaffBehind(id, default);

        Assert.Equal((app.Body.Buyer, 60), (Assert.Single(behind).PersonId, behind[0].SharePerMille));
    }
}
