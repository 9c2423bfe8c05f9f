using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

/// <summary>
/// A post (پست سازمانی): one capacity for a stated set of units, given to people by letter. A pooled post sits at the province or the
/// head office and serves the units below; any of its holders may claim a step.
/// </summary>
public sealed class Post : AggregateRoot<PostId>
{
    private readonly List<Appointment> _appointments = [];

    private Post()
    {
    }

    public Capacity Capacity { get; private set; }

    /// <summary>The unit the post belongs to.</summary>
    public OrgUnitId UnitId { get; private set; }

    /// <summary>Whether the post also serves every unit below its own.</summary>
    public bool ServesSubtree { get; private set; }

    public bool IsOpen { get; private set; }

    public IReadOnlyList<Appointment> Appointments => _appointments;

    public static Post Establish(Capacity capacity, OrgUnitId unit, bool servesSubtree) => new()
    {
        Id = PostId.New(),
        Capacity = capacity,
        UnitId = unit,
        ServesSubtree = servesSubtree,
        IsOpen = true,
    };

    /// <summary>Gives the post to a person by letter, as holder or as acting holder (سرپرست).</summary>
    /// <param name="person">Who is appointed; must be active.</param>
    /// <param name="letter">Number and date of the appointment letter (ابلاغ).</param>
    /// <param name="from">First day of the appointment.</param>
    /// <param name="to">Last day; null for open-ended. An inspector's term always ends (control 6.3.c).</param>
    /// <param name="acting">Acting appointment, by letter, while the holder is absent.</param>
    public Result<Appointment> Appoint(Person person, AppointmentLetter letter, DateOnly from, DateOnly? to, bool acting)
    {
        if (!IsOpen) return Refusal.Rule("organisation.post-closed");
        if (!person.IsActive) return Refusal.Rule("organisation.person-left", person.FullName);
        if (to is { } end && end < from) return Refusal.Invalid("organisation.appointment-ends-before-start").At("To");
        if (Capacity == Capacity.Inspector && to is null) return Refusal.Rule("organisation.inspector-term-needs-end").At("To");
        if (_appointments.Exists(a => a.PersonId == person.Id && a.Overlaps(from, to)))
            return Refusal.Rule("organisation.appointment-overlaps", person.FullName);

        var appointment = new Appointment(person.Id, letter, from, to, acting);
        _appointments.Add(appointment);
        return appointment;
    }

    /// <summary>Ends an appointment; the steps it had open return to the post.</summary>
    public Result EndAppointment(AppointmentId appointment, DateOnly lastDay)
    {
        var found = _appointments.Find(a => a.Id == appointment);
        if (found is null) return Refusal.NotFound("organisation.appointment-not-found");

        return found.End(lastDay);
    }

    public Result Close()
    {
        if (!IsOpen) return Refusal.Rule("organisation.post-closed");

        IsOpen = false;
        return Result.Ok;
    }
}

/// <summary>Number and date of the letter that gives a post or a delegation.</summary>
public sealed record AppointmentLetter
{
    private AppointmentLetter(string number, DateOnly date)
    {
        Number = number;
        Date = date;
    }

    public string Number { get; }

    public DateOnly Date { get; }

    public static Result<AppointmentLetter> Create(string number, DateOnly date)
    {
        number = PersianText.Clean(number);
        return number.Length is 0 or > 50
            ? Refusal.Invalid("organisation.letter-number-missing").At("LetterNumber")
            : new AppointmentLetter(number, date);
    }
}

/// <summary>A person's holding of a post between two days, by letter (ابلاغ).</summary>
public sealed class Appointment
{
    internal Appointment(PersonId person, AppointmentLetter letter, DateOnly from, DateOnly? to, bool acting)
    {
        Id = AppointmentId.New();
        PersonId = person;
        LetterNumber = letter.Number;
        LetterDate = letter.Date;
        From = from;
        To = to;
        IsActing = acting;
    }

    private Appointment()
    {
    }

    public AppointmentId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public string LetterNumber { get; private set; } = "";

    public DateOnly LetterDate { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public bool IsActing { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    internal bool Overlaps(DateOnly from, DateOnly? to) => (To is null || from <= To) && (to is null || From <= to);

    internal Result End(DateOnly lastDay)
    {
        if (To is { } already && already <= lastDay) return Refusal.Rule("organisation.appointment-already-ended");
        if (lastDay < From.AddDays(-1)) return Refusal.Invalid("organisation.appointment-ends-before-start").At("To");

        To = lastDay;
        return Result.Ok;
    }
}
