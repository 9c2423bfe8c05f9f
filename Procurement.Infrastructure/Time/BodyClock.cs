using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Time;

/// <summary>Holidays and weekend of the body, as data.</summary>
public interface IWorkingCalendars
{
    WorkingCalendar Current { get; }
}

internal sealed class BodyClock(TimeProvider time, IWorkingCalendars calendars) : IBodyClock
{
    public DateTimeOffset Now => TehranTime.Now(time);

    public DateOnly Today => TehranTime.Today(time);

    public DateTimeOffset DueAfter(DateTimeOffset from, int workingDays)
    {
        var last = calendars.Current.AddWorkingDays(TehranTime.LocalDate(from), workingDays);
        return TehranTime.StartOfDay(last.AddDays(1));
    }
}
