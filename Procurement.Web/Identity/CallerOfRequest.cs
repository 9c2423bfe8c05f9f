using Procurement.Application.Identity;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Ports;

namespace Procurement.Web.Identity;

/// <summary>Allowed in a session that must enrol a second factor first: the enrolment itself, and signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AllowBeforeEnrolmentAttribute : Attribute;

/// <summary>Tells the use cases who calls, and leads whoever must enrol a second factor to that page first.</summary>
internal sealed class CallerOfRequest(RequestDelegate next)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 64;
    private const string EnrolmentPage = "/account/second-factor";

    /// <summary>What a session may do while its second factor is missing.</summary>
    private static readonly HashSet<string> EnrolmentScopes = new(StringComparer.Ordinal) { IdentityPermissions.Own };

    public async Task InvokeAsync(HttpContext http, CallContext call, SessionVisitor visitor, IOrganisationCharts charts, IBodyClock clock)
    {
        if (http.Features.Get<KnownCaller>() is { } caller)
        {
            if (caller.MustEnrol && !MayPass(http))
            {
                http.Response.Redirect(EnrolmentPage);
                return;
            }

            call.Person = caller.Person;
            call.SessionId = caller.SessionId;
            call.TokenScopes = caller.MustEnrol ? EnrolmentScopes : caller.Scopes;
        }

        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && http.Request.Headers[KeyHeader].ToString() is { Length: > 0 and <= LongestKey } key) call.IdempotencyKey = key;
        if (call.Person is { } person) visitor.Recognise(person, await charts.Current(http.RequestAborted), clock.Today);
        await next(http);
    }

    private static bool MayPass(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        return endpoint?.Metadata.GetMetadata<AllowBeforeEnrolmentAttribute>() is not null
            || endpoint?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
    }
}
