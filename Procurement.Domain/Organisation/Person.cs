using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

/// <summary>A member of staff (کارمند). Whether he may log in is the identity's matter; what he may do comes from his posts.</summary>
public sealed class Person : AggregateRoot<PersonId>
{
    public const int MaxNameLength = 100;

    private readonly List<TrainingRecord> _training = [];

    private Person()
    {
    }

    /// <summary>National id (کد ملی), ten Latin digits with a valid check digit.</summary>
    public string NationalId { get; private set; } = "";

    public string FirstName { get; private set; } = "";

    public string LastName { get; private set; } = "";

    public string Folded { get; private set; } = "";

    public string SortKey { get; private set; } = "";

    public OrgUnitId UnitId { get; private set; }

    public bool IsActive { get; private set; }

    public DateOnly? LeftOn { get; private set; }

    public IReadOnlyList<TrainingRecord> Training => _training;

    public string FullName => FirstName + " " + LastName;

    public static Result<Person> Employ(string nationalId, string firstName, string lastName, OrgUnitId unit)
    {
        var id = Shared.NationalId.Create(nationalId);
        if (!id.Succeeded) return id.Refusal.At(nameof(NationalId));
        firstName = PersianText.Clean(firstName);
        lastName = PersianText.Clean(lastName);
        if (firstName.Length is 0 or > MaxNameLength) return Refusal.Invalid("organisation.person-name-missing").At(nameof(FirstName));
        if (lastName.Length is 0 or > MaxNameLength) return Refusal.Invalid("organisation.person-name-missing").At(nameof(LastName));

        var person = new Person { Id = PersonId.New(), NationalId = id.Value.Value, UnitId = unit, IsActive = true };
        person.SetName(firstName, lastName);
        return person;
    }

    public Result Rename(string firstName, string lastName)
    {
        firstName = PersianText.Clean(firstName);
        lastName = PersianText.Clean(lastName);
        if (firstName.Length is 0 or > MaxNameLength) return Refusal.Invalid("organisation.person-name-missing").At(nameof(FirstName));
        if (lastName.Length is 0 or > MaxNameLength) return Refusal.Invalid("organisation.person-name-missing").At(nameof(LastName));

        SetName(firstName, lastName);
        return Result.Ok;
    }

    public Result MoveTo(OrgUnitId unit)
    {
        if (!IsActive) return Refusal.Rule("organisation.person-left", FullName);

        UnitId = unit;
        return Result.Ok;
    }

    /// <summary>Ends the employment: every access ends with it (control 6.4.b); his open steps return to their posts.</summary>
    public Result Leave(DateOnly on)
    {
        if (!IsActive) return Refusal.Rule("organisation.person-left", FullName);

        IsActive = false;
        LeftOn = on;
        return Result.Ok;
    }

    /// <summary>Records a course (control 6.1.b: a keeper's post needs a valid one).</summary>
    public Result RecordTraining(string course, int hours, DateOnly passedOn, DateOnly? expiresOn, string certificate)
    {
        course = PersianText.Clean(course);
        if (course.Length == 0) return Refusal.Invalid("organisation.training-course-missing").At("Course");
        if (hours is <= 0 or > 2000) return Refusal.Invalid("organisation.training-hours-invalid").At("Hours");
        if (expiresOn is { } end && end <= passedOn) return Refusal.Invalid("organisation.training-expiry-before-date").At("ExpiresOn");

        _training.Add(new TrainingRecord(course, hours, passedOn, expiresOn, PersianText.Clean(certificate)));
        return Result.Ok;
    }

    /// <summary>Whether a passed course is still valid on the day, counting the grace days of the setting.</summary>
    public bool IsTrainedOn(DateOnly day, int graceDays) =>
        _training.Exists(t => t.PassedOn <= day && (t.ExpiresOn is null || t.ExpiresOn.Value.AddDays(graceDays) >= day));

    private void SetName(string firstName, string lastName)
    {
        FirstName = firstName;
        LastName = lastName;
        Folded = PersianText.Fold(FullName);
        SortKey = PersianText.SortKey(lastName + " " + firstName);
    }
}

/// <summary>One course a person passed (دوره آموزشی، control 6.1.b).</summary>
public sealed class TrainingRecord
{
    internal TrainingRecord(string course, int hours, DateOnly passedOn, DateOnly? expiresOn, string certificate)
    {
        Course = course;
        Hours = hours;
        PassedOn = passedOn;
        ExpiresOn = expiresOn;
        Certificate = certificate;
    }

    private TrainingRecord()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Course { get; private set; } = "";

    public int Hours { get; private set; }

    public DateOnly PassedOn { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public string Certificate { get; private set; } = "";
}
