using System.Globalization;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Organisation.EmployPerson;
using Procurement.Application.Organisation.EstablishPost;
using Procurement.Application.Organisation.FoundUnit;
using Procurement.Application.Organisation.RecordTraining;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Web.Demo;

/// <summary>The sample body: a head office, a province that pools its posts, three centres of which one has five people.</summary>
internal sealed class DemoBody
{
    /// <summary>Every sample login has this password; the page that switches people shows it.</summary>
    public const string Password = "namune-1405-namune";

    /// <summary>By its name the sample body is known.</summary>
    public const string HeadOfficeName = "Sample head office";

    public const string ProvinceCode = "12";

    private readonly Dictionary<(Capacity, OrgUnitId), PostId> _posts = [];
    private int _nextNationalId = 4_210_000_00;

    public OrgUnitId HeadOffice { get; private set; }

    public OrgUnitId Province { get; private set; }

    public IReadOnlyList<DemoCentre> Centres { get; private set; } = [];

    public PersonId Requester { get; private set; }

    public PersonId Manager { get; private set; }

    public PersonId Keeper { get; private set; }

    public PersonId Official { get; private set; }

    public PersonId Controller { get; private set; }

    public PersonId Accountant { get; private set; }

    public PersonId GeneralAffairs { get; private set; }

    public PersonId HeadOfProcurement { get; private set; }

    public PersonId Buyer { get; private set; }

    public PersonId Reviewer { get; private set; }

    public PersonId PropertyOfficer { get; private set; }

    public PersonId Expert { get; private set; }

    public PersonId Counter { get; private set; }

    public PersonId Guard { get; private set; }

    public IReadOnlyList<PersonId> Inspectors { get; private set; } = [];

    public static async Task<DemoBody> Found(DemoStage stage, CancellationToken ct)
    {
        var body = new DemoBody();
        body.HeadOffice = await stage.As(null, new FoundUnit("1", "ستاد سازمان نمونه", HeadOfficeName, UnitKind.HeadOffice, null), ct);
        body.Province = await stage.As(null, new FoundUnit(ProvinceCode, "اداره کل استان نمونه", "Sample provincial directorate", UnitKind.Province, body.HeadOffice), ct);
        var (ho, province) = (body.HeadOffice, body.Province);

        await body.Hire(stage, "راهبر", "ستادی", ho, "admin", ct, Capacity.Administrator);
        await body.Hire(stage, "سعید", "ناظری", ho, "supervisor", ct, Capacity.SeniorSupervisor);
        body.Manager = await body.Hire(stage, "مهدی", "کاظمی", province, "manager", ct, Capacity.UnitManager);
        body.Requester = await body.Hire(stage, "الهام", "رضوی", province, "requester", ct);
        body.Keeper = await body.Hire(stage, "رسول", "انباری", province, "keeper", ct, Capacity.Keeper);
        body.Official = await body.Hire(stage, "ناصر", "فرهمند", province, "official", ct, Capacity.AuthorisedOfficial);
        body.Controller = await body.Hire(stage, "زهرا", "حسابدان", province, "controller", ct, Capacity.FinanceController);
        body.Accountant = await body.Hire(stage, "فرید", "دفتری", province, "accounts", ct, Capacity.AccountsOfficer);
        body.GeneralAffairs = await body.Hire(stage, "پروین", "سامانی", province, "general", ct, Capacity.HeadOfGeneralAffairs);
        body.HeadOfProcurement = await body.Hire(stage, "کامران", "تدارکی", province, "procurement", ct, Capacity.HeadOfProcurement);
        body.Buyer = await body.Hire(stage, "حمید", "خریدار", province, "buyer", ct, Capacity.Buyer);
        body.Reviewer = await body.Hire(stage, "مینا", "اسنادی", province, "reviewer", ct, Capacity.DocumentReviewer);
        body.PropertyOfficer = await body.Hire(stage, "یونس", "اموالی", province, "property", ct, Capacity.PropertyOfficer);
        body.Expert = await body.Hire(stage, "شیرین", "فنی‌دان", province, "expert", ct, Capacity.TechnicalExpert);
        body.Counter = await body.Hire(stage, "نوید", "شمارا", province, "counter", ct, Capacity.SecondCounter);
        body.Guard = await body.Hire(stage, "اکبر", "نگهبان", province, "guard", ct, Capacity.Guard);
        body.Inspectors =
        [
            await body.Hire(stage, "لیلا", "بازرس‌پور", province, "inspector", ct, Capacity.Inspector),
            await body.Hire(stage, "امید", "دادبین", province, "inspector2", ct, Capacity.Inspector),
        ];

        body.Centres =
        [
            await body.Centre(stage, "1201", "مرکز شماره ۱ نمونه", "Sample centre 1", "c1", 9, ct),
            await body.Centre(stage, "1202", "مرکز شماره ۲ نمونه", "Sample centre 2", "c2", 7, ct),
            await body.Centre(stage, "1203", "مرکز پنج‌نفره نمونه", "Five-person centre", "c3", 5, ct),
        ];
        return body;
    }

    private async Task<DemoCentre> Centre(DemoStage stage, string code, string name, string nameEn, string login, int staff, CancellationToken ct)
    {
        var unit = await stage.As(null, new FoundUnit(code, name, nameEn, UnitKind.Centre, Province), ct);
        var head = await Hire(stage, "رئیس", "مرکز " + PersianText.ToPersianDigits(code), unit, login + "-head", ct, Capacity.HeadOfCentre, Capacity.UnitManager);
        var keeper = await Hire(stage, "انباردار", "مرکز " + PersianText.ToPersianDigits(code), unit, login + "-keeper", ct, Capacity.Keeper);
        var counter = await Hire(stage, "شمارشگر", "مرکز " + PersianText.ToPersianDigits(code), unit, login + "-counter", ct, Capacity.SecondCounter);
        var requesters = new List<PersonId>();
        for (var i = 1; i <= staff - 3; i++)
            requesters.Add(await Hire(stage, "مربی " + PersianText.ToPersianDigits(i.ToString(CultureInfo.InvariantCulture)), "مرکز " + PersianText.ToPersianDigits(code), unit, $"{login}-r{i}", ct));
        return new DemoCentre(unit, code, head, keeper, counter, requesters);
    }

    private async Task<PersonId> Hire(DemoStage stage, string first, string last, OrgUnitId unit, string login, CancellationToken ct, params Capacity[] capacities)
    {
        var person = await stage.As(null, new EmployPerson(NextNationalId(), first, last, unit), ct);
        await stage.As(null, new GiveLogin(person, login, Password), ct);
        var start = stage.Today;
        foreach (var capacity in capacities)
        {
            if (capacity == Capacity.Keeper)
                await stage.As(null, new RecordTraining(person, "اصول انبارداری", 40, start.AddDays(-30), start.AddYears(4), "گ-" + login), ct);
            var pooled = (unit == Province || unit == HeadOffice) && capacity is not (Capacity.UnitManager or Capacity.Keeper or Capacity.Guard);
            if (!_posts.TryGetValue((capacity, unit), out var post))
                _posts[(capacity, unit)] = post = await stage.As(null, new EstablishPost(capacity, unit, pooled), ct);
            await stage.As(null, new AppointToPost(post, person, "۱۲/" + login, start, start, start.AddYears(4), false), ct);
        }

        return person;
    }

    /// <summary>The next number of ten digits with a valid check digit.</summary>
    private string NextNationalId()
    {
        var stem = (_nextNationalId++).ToString("000000000", CultureInfo.InvariantCulture);
        var rest = stem.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11;
        return stem + (char)('0' + (rest < 2 ? rest : 11 - rest));
    }
}

/// <summary>One centre of the sample body.</summary>
internal sealed record DemoCentre(OrgUnitId Unit, string Code, PersonId Head, PersonId Keeper, PersonId Counter, IReadOnlyList<PersonId> Requesters);
