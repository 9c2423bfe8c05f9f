using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Settings;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.Time;

/// <summary>The working days as the settings register has them; where no year is entered, only Fridays are free.</summary>
/// <remarks>
/// Due days are counted in the middle of a command, many in a second, and holidays change once a year: the register is read again when what
/// was read is a minute old. A calendar approved on one node so holds on every node within that minute.
/// </remarks>
internal sealed class CalendarOfSettings(IServiceScopeFactory scopes, TimeProvider time) : IWorkingCalendars
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Known? _known;

    public WorkingCalendar Current
    {
        get
        {
            var now = time.GetUtcNow();
            if (_known is { } known && now - known.At < Fresh && now >= known.At) return known.Calendar;
            var read = Read();
            _known = new Known(now, read);
            return read;
        }
    }

    private WorkingCalendar Read()
    {
        var definition = GeneralSettings.WorkingDayCalendar;
        using var scope = scopes.CreateScope();
        var versions = scope.ServiceProvider.GetRequiredService<ProcurementDb>().Set<SettingVersion>().Where(v => v.Key == definition.Key).ToList();
        return FreeDays.Calendar([.. SettingTimeline.Of(versions).Select(v => definition.ValueOf(v.Fields))]);
    }

    private sealed record Known(DateTimeOffset At, WorkingCalendar Calendar);
}
