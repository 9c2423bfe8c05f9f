using Procurement.Application.Imports;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.ImportPeople;

/// <summary>
/// Employs people from a file and gives them their posts by letter (کارکنان و پست‌ها). A person with several posts has a row for each;
/// somebody already employed is only given the post.
/// </summary>
internal sealed class PeopleImport(IOrganisationStore store, ChartOfCall charts, CallerRights rights, TrainingGrace grace, IBodyClock clock) : IImport
{
    private static readonly ImportColumn NationalId = new("nationalId", "کد ملی", "National id", ColumnValue.Code) { Required = true, Example = "0012345679" };
    private static readonly ImportColumn FirstName = new("firstName", "نام", "First name") { Required = true, Example = "مریم" };
    private static readonly ImportColumn LastName = new("lastName", "نام خانوادگی", "Last name") { Required = true, Example = "کریمی", Also = ["فامیل"] };
    private static readonly ImportColumn Unit = new("unit", "کد واحد", "Unit code", ColumnValue.Code) { Required = true, Example = "12", Also = ["واحد"] };

    private static readonly ImportColumn Post = new("post", "پست", "Post", ColumnValue.Choice)
    {
        Example = "انباردار",
        Also = ["سمت"],
        Fields = ["Capacity"],
        Choices = CapacityWords.All,
    };

    private static readonly ImportColumn Subtree = new("servesSubtree", "برای واحدهای زیرمجموعه هم", "Serves units below", ColumnValue.YesNo) { Example = "خیر" };
    private static readonly ImportColumn Letter = new("letterNumber", "شماره ابلاغ", "Letter number") { Example = "۱۲/۴۵۶" };
    private static readonly ImportColumn LetterDate = new("letterDate", "تاریخ ابلاغ", "Letter date", ColumnValue.Day) { Example = "1405/01/20" };
    private static readonly ImportColumn From = new("from", "از تاریخ", "From", ColumnValue.Day) { Example = "1405/02/01", Also = ["آغاز"] };
    private static readonly ImportColumn To = new("to", "تا تاریخ", "To", ColumnValue.Day) { Also = ["پایان"] };
    private static readonly ImportColumn Acting = new("acting", "سرپرست", "Acting", ColumnValue.YesNo) { Example = "خیر" };
    private static readonly ImportColumn Course = new("course", "دوره آموزشی", "Course") { Example = "انبارداری و کنترل موجودی" };
    private static readonly ImportColumn Hours = new("hours", "ساعت دوره", "Course hours", ColumnValue.Whole) { Example = "40" };
    private static readonly ImportColumn PassedOn = new("passedOn", "تاریخ گذراندن دوره", "Passed on", ColumnValue.Day) { Example = "1404/06/15" };
    private static readonly ImportColumn ExpiresOn = new("expiresOn", "اعتبار دوره تا", "Course valid until", ColumnValue.Day) { Example = "1407/06/15" };
    private static readonly ImportColumn Certificate = new("certificate", "شماره گواهی", "Certificate") { Example = "گ-۱۰۲۳" };

    public ImportDefinition Definition { get; } = new("people", OrganisationPermissions.Manage,
    [
        NationalId, FirstName, LastName, Unit, Post, Subtree, Letter, LetterDate, From, To, Acting, Course, Hours, PassedOn, ExpiresOn, Certificate,
    ]);

    public async Task<ImportTally> Take(IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        var chart = await charts.Get(ct);
        var ids = rows.Select(r => Domain.Shared.NationalId.Create(r.Text(NationalId))).Where(id => id.Succeeded).Select(id => id.Value.Value).Distinct().ToList();
        var batch = new Batch(
            chart, await rights.Scope(ct), chart.Units.ToDictionary(u => u.Code, u => u.Id, StringComparer.Ordinal),
            (await store.PeopleByNationalId(ids, ct)).ToDictionary(p => p.NationalId, StringComparer.Ordinal));
        foreach (var row in rows) await Take(row, batch, ct);
        return ImportTally.Of(batch.Entered);
    }

    private async Task Take(ImportRow row, Batch batch, CancellationToken ct)
    {
        if (!row.Needs(NationalId, FirstName, LastName, Unit) || UnitOf(row, batch) is not { } unit) return;
        var person = PersonOf(row, unit, batch);
        if (person is null) return;

        Train(row, person);
        if (!row.IsBlank(Post) && !row.IsFaulty) await Seat(row, person, unit, batch, ct);
    }

    private static OrgUnitId? UnitOf(ImportRow row, Batch batch)
    {
        var code = PersianText.ToLatinDigits(row.Text(Unit));
        if (batch.Units.TryGetValue(code, out var unit) && batch.Scope.Covers(unit)) return unit;
        row.Refuse(Unit, Refusal.Invalid("imports.unit-not-found", code));
        return null;
    }

    /// <summary>The person the row is about: of an earlier row, already employed, or new.</summary>
    private Person? PersonOf(ImportRow row, OrgUnitId unit, Batch batch)
    {
        var employed = Person.Employ(row.Text(NationalId), row.Text(FirstName), row.Text(LastName), unit);
        if (!employed.Succeeded)
        {
            row.Refuse(employed.Refusals);
            return null;
        }

        if (!batch.People.TryGetValue(employed.Value.NationalId, out var known))
        {
            batch.People.Add(employed.Value.NationalId, employed.Value);
            store.Add(employed.Value);
            batch.Entered++;
            return employed.Value;
        }

        if (row.IsBlank(Post)) row.Refuse(NationalId, Refusal.Rule("organisation.person-already-there"));
        else if (known.Folded != employed.Value.Folded) row.Refuse(LastName, Refusal.Rule("imports.person-by-another-name", known.FullName));
        return row.IsFaulty ? null : known;
    }

    private static void Train(ImportRow row, Person person)
    {
        if (row.IsBlank(Course)) return;
        var (hours, passed, expires) = (row.Whole(Hours), row.Day(PassedOn), row.Day(ExpiresOn));
        if (!row.Needs(Hours, PassedOn) || row.IsFaulty) return;

        var recorded = person.RecordTraining(row.Text(Course), (int)Math.Clamp(hours ?? 0, 0, int.MaxValue), passed!.Value, expires, row.Text(Certificate));
        if (!recorded.Succeeded) row.Refuse(recorded.Refusals);
    }

    private async Task Seat(ImportRow row, Person person, OrgUnitId unit, Batch batch, CancellationToken ct)
    {
        var (capacity, subtree, acting) = (row.Choice<Capacity>(Post), row.YesNo(Subtree), row.YesNo(Acting));
        var (letterDate, from, to) = (row.Day(LetterDate), row.Day(From), row.Day(To));
        if (!row.Needs(Letter, LetterDate, From) || row.IsFaulty) return;

        var letter = AppointmentLetter.Create(row.Text(Letter), letterDate!.Value);
        if (!letter.Succeeded)
        {
            row.Refuse(letter.Refusals);
            return;
        }

        var post = await PostAt(batch, capacity!.Value, unit, subtree, ct);
        if (batch.ClashOf(person, post, clock.Today) is { } clash)
        {
            row.Refuse(Post, clash);
            return;
        }

        var days = await grace.Of(post.Capacity, ct);
        if (!days.Succeeded)
        {
            row.Refuse(Post, days.Refusal);
            return;
        }

        var seated = Seating.Seat(batch.Chart, post, person, letter.Value, from!.Value, to, acting, clock.Today, days.Value);
        if (!seated.Succeeded) row.Refuse(seated.Refusals);
        else
        {
            batch.Given.TryAdd(person.Id, []);
            batch.Given[person.Id].Add(post);
            batch.Entered++;
        }
    }

    /// <summary>The open post of that capacity in the unit; established when there is none.</summary>
    private async Task<Post> PostAt(Batch batch, Capacity capacity, OrgUnitId unit, bool subtree, CancellationToken ct)
    {
        if (batch.Posts.TryGetValue((capacity, unit, subtree), out var post)) return post;

        var known = batch.Chart.Posts.FirstOrDefault(p => p.IsOpen && p.Capacity == capacity && p.UnitId == unit && p.ServesSubtree == subtree);
        post = known is null ? null : await store.Post(known.Id, ct);
        if (post is null) store.Add(post = Domain.Organisation.Post.Establish(capacity, unit, subtree));
        return batch.Posts[(capacity, unit, subtree)] = post;
    }

    /// <summary>What the rows read so far have made.</summary>
    private sealed class Batch(OrganisationChart chart, UnitScope scope, Dictionary<string, OrgUnitId> units, Dictionary<string, Person> people)
    {
        public OrganisationChart Chart => chart;

        public UnitScope Scope => scope;

        public Dictionary<string, OrgUnitId> Units => units;

        public Dictionary<string, Person> People => people;

        public Dictionary<(Capacity, OrgUnitId, bool), Post> Posts { get; } = [];

        public Dictionary<PersonId, List<Post>> Given { get; } = [];

        public int Entered { get; set; }

        /// <summary>Why the person may not hold the post beside those this same file gave him; the chart does not know them yet.</summary>
        public Refusal? ClashOf(Person person, Post post, DateOnly today)
        {
            if (!Given.TryGetValue(person.Id, out var given)) return null;
            var withGiven = new OrganisationChart(
                chart.Version, chart.Units, [new ChartPerson(person.Id, person.FullName, person.UnitId, person.IsActive)],
                given.Select(p => At(p, [new ChartAppointment(AppointmentId.New(), person.Id, today, null, false)])), []);
            return withGiven.ClashOfPosts(person.Id, post.Capacity, today, null, At(post, []));
        }

        private static ChartPost At(Post post, IReadOnlyList<ChartAppointment> held) =>
            new(post.Id, post.Capacity, post.UnitId, post.ServesSubtree, post.IsOpen, held);
    }
}
