using Microsoft.Extensions.DependencyInjection;
using Procurement.Domain.Organisation;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Tests.Support;

/// <summary>A head office, one province that pools its posts for the centres, and one centre of five people.</summary>
public sealed class TestBody
{
    private static readonly DateOnly From = new(2024, 3, 20);
    private static readonly DateOnly To = new(2028, 3, 19);

    private readonly List<Post> _posts = [];
    private readonly List<Person> _people = [];
    private int _nextNationalId = 100_000_000;

    private TestBody()
    {
    }

    public OrgUnit HeadOffice { get; private set; } = null!;

    public OrgUnit Province { get; private set; } = null!;

    public OrgUnit Centre { get; private set; } = null!;

    public PersonId Requester { get; private set; }

    public PersonId Manager { get; private set; }

    public PersonId Keeper { get; private set; }

    public PersonId Buyer { get; private set; }

    public PersonId HeadOfProcurement { get; private set; }

    public PersonId Official { get; private set; }

    public PersonId Controller { get; private set; }

    public PersonId InspectorOne { get; private set; }

    public PersonId InspectorTwo { get; private set; }

    public PersonId GeneralAffairs { get; private set; }

    public PersonId Reviewer { get; private set; }

    public PersonId PropertyOfficer { get; private set; }

    public PersonId Expert { get; private set; }

    public PersonId Counter { get; private set; }

    public PersonId Guard { get; private set; }

    public PersonId Accountant { get; private set; }

    public PersonId Administrator { get; private set; }

    /// <summary>Requester at the centre of five.</summary>
    public PersonId CentreRequester { get; private set; }

    /// <summary>Head of the centre and manager of its staff.</summary>
    public PersonId CentreHead { get; private set; }

    public PersonId CentreKeeper { get; private set; }

    /// <summary>A member of staff of a province that has nothing to do with this one.</summary>
    public PersonId Stranger { get; private set; }

    public IReadOnlyList<Post> Posts => _posts;

    public static async Task<TestBody> Seat(IServiceProvider services)
    {
        var body = new TestBody();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProcurementDb>();
        body.HeadOffice = OrgUnit.Found("1", "ستاد نمونه", "Sample head office", UnitKind.HeadOffice, null).Value;
        body.Province = OrgUnit.Found("12", "اداره کل استان نمونه", "Sample province", UnitKind.Province, body.HeadOffice).Value;
        body.Centre = OrgUnit.Found("1201", "مرکز نمونه", "Sample centre", UnitKind.Centre, body.Province).Value;
        var other = OrgUnit.Found("13", "اداره کل استان دیگر", "Other province", UnitKind.Province, body.HeadOffice).Value;
        db.AddRange(body.HeadOffice, body.Province, body.Centre, other);

        var (province, centre) = (body.Province, body.Centre);
        body.Requester = body.Employ("درخواست", "نمونه", province);
        body.Manager = body.Employ("مدیر", "نمونه", province, Capacity.UnitManager);
        body.Keeper = body.Employ("انبار", "نمونه", province, Capacity.Keeper);
        body.Buyer = body.Employ("کارپرداز", "نمونه", province, Capacity.Buyer);
        body.HeadOfProcurement = body.Employ("تدارکات", "نمونه", province, Capacity.HeadOfProcurement);
        body.Official = body.Employ("مدیرکل", "نمونه", province, Capacity.AuthorisedOfficial);
        body.Controller = body.Employ("ذیحساب", "نمونه", province, Capacity.FinanceController);
        body.InspectorOne = body.Employ("بازرس", "یکم", province, Capacity.Inspector);
        body.InspectorTwo = body.Employ("بازرس", "دوم", province, Capacity.Inspector);
        body.GeneralAffairs = body.Employ("امور عمومی", "نمونه", province, Capacity.HeadOfGeneralAffairs);
        body.Reviewer = body.Employ("رسیدگی", "نمونه", province, Capacity.DocumentReviewer);
        body.PropertyOfficer = body.Employ("اموال", "نمونه", province, Capacity.PropertyOfficer);
        body.Expert = body.Employ("کارشناس", "نمونه", province, Capacity.TechnicalExpert);
        body.Counter = body.Employ("شمارش", "نمونه", province, Capacity.SecondCounter);
        body.Guard = body.Employ("نگهبان", "نمونه", province, Capacity.Guard);
        body.Accountant = body.Employ("حسابدار", "نمونه", province, Capacity.AccountsOfficer);
        body.Administrator = body.Employ("راهبر", "نمونه", body.HeadOffice, Capacity.Administrator);
        body.CentreRequester = body.Employ("مربی", "مرکز", centre);
        body.CentreHead = body.Employ("رئیس", "مرکز", centre, Capacity.HeadOfCentre, Capacity.UnitManager);
        body.CentreKeeper = body.Employ("انباردار", "مرکز", centre, Capacity.Keeper);
        body.Stranger = body.Employ("بیگانه", "نمونه", other);

        db.AddRange(body._people);
        db.AddRange(body._posts);
        await db.SaveChangesAsync();
        return body;
    }

    private PersonId Employ(string first, string last, OrgUnit unit, params Capacity[] capacities)
    {
        var person = Person.Employ(NextNationalId(), first, last, unit.Id).Value;
        _people.Add(person);
        foreach (var capacity in capacities)
        {
            // A province's manager answers for the province's own staff only; every other provincial post is pooled for its centres.
            var pooled = unit.Kind != UnitKind.Centre && capacity is not (Capacity.UnitManager or Capacity.Keeper);
            var post = _posts.Find(p => p.Capacity == capacity && p.UnitId == unit.Id);
            if (post is null) _posts.Add(post = Post.Establish(capacity, unit.Id, pooled));
            post.Appoint(person, AppointmentLetter.Create("۱۰۰", From).Value, From, To, acting: false);
        }

        return person.Id;
    }

    /// <summary>The next number of ten digits with a valid check digit.</summary>
    private string NextNationalId()
    {
        var stem = _nextNationalId++.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture);
        var sum = stem.Select((digit, i) => (digit - '0') * (10 - i)).Sum() % 11;
        return stem + (char)('0' + (sum < 2 ? sum : 11 - sum));
    }
}
