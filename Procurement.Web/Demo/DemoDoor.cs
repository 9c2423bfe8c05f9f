using System.Net;
using Procurement.Application.Identity;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;

namespace Procurement.Web.Demo;

/// <summary>Whether the application was started to show itself over the sample body.</summary>
public sealed record DemoMode(bool IsOn);

/// <summary>One person of the sample body: the login, the name, what he is and where.</summary>
/// <param name="UserName">The login.</param>
/// <param name="Name">The full name.</param>
/// <param name="Posts">Capacities of the posts held; empty for a member of staff without one.</param>
/// <param name="Unit">Unit, in Persian.</param>
/// <param name="UnitEn">Unit, in English.</param>
public sealed record DemoPerson(string UserName, string Name, IReadOnlyList<Capacity> Posts, string Unit, string UnitEn);

/// <summary>Another way to the door in the demo: as any person of the sample body, by one press. Open on this very machine only.</summary>
public sealed class DemoDoor(DemoMode mode, ILoginQueries logins, IOrganisationCharts charts, IBodyClock clock)
{
    private const int MostPeople = 200;

    /// <summary>Headers by which a proxy in front tells of somebody who is elsewhere.</summary>
    private static readonly string[] OfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>In the demo, and asked from this very machine by the name of this very machine.</summary>
    public bool IsOpenTo(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return mode.IsOn
            && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && (http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]")
            && !OfProxies.Any(http.Request.Headers.ContainsKey);
    }

    /// <summary>The sample people by unit; nobody when the database holds another body than the sample.</summary>
    public async Task<IReadOnlyList<DemoPerson>> People(CancellationToken ct)
    {
        var chart = await charts.Current(ct);
        if (!chart.Units.Any(u => u.NameEn == DemoBody.HeadOfficeName)) return [];

        var rows = await logins.Logins(UnitScope.Everything, null, null, null, MostPeople, clock.Now, ct);
        return
        [
            .. rows.Where(r => r is { UserName: not null, HasPassword: true, IsDisabled: false })
                .Select(r => (Row: r, Unit: chart.Unit(r.UnitId)!, Posts: chart.PostsHeldBy(r.PersonId, clock.Today).Select(p => p.Capacity).Distinct().Order().ToList()))
                .OrderBy(r => r.Unit.Code == DemoBody.ProvinceCode ? 0 : 1).ThenBy(r => r.Unit.Code, StringComparer.Ordinal)
                .ThenBy(r => r.Posts.Count == 0 ? 0 : (int)r.Posts[0]).ThenBy(r => r.Row.UserName, StringComparer.Ordinal)
                .Select(r => new DemoPerson(r.Row.UserName!, r.Row.FullName, r.Posts, r.Unit.Name, r.Unit.NameEn)),
        ];
    }
}
