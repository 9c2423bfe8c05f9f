using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Api;

/// <summary>How outcomes of use cases become HTTP answers; the same for every capability.</summary>
public static class ApiAnswers
{
    /// <summary>The refused request: the sentence for people, the code for programs.</summary>
    public static ProblemHttpResult Refused(this HttpContext http, IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(refusals);
        if (refusals.Any(refusal => refusal.Kind == RefusalKind.Busy)) http.Response.Headers.RetryAfter = "2";
        return TypedResults.Problem(ErrorOutcome.ProblemOf(refusals, http.RequestServices.GetRequiredService<ITexts>()));
    }

    /// <summary>204 when done.</summary>
    public static Results<NoContent, ProblemHttpResult> Answer(this HttpContext http, Result outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Succeeded ? TypedResults.NoContent() : http.Refused(outcome.Refusals);
    }

    /// <summary>200 with what <paramref name="show"/> makes of the value.</summary>
    public static Results<Ok<TResource>, ProblemHttpResult> Answer<T, TResource>(this HttpContext http, Result<T> outcome, Func<T, TResource> show)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(show);
        return outcome.Succeeded ? TypedResults.Ok(show(outcome.Value)) : http.Refused(outcome.Refusals);
    }

    /// <summary>200 with the version as the entity tag, which a change must bring back in <c>If-Match</c>.</summary>
    public static Results<Ok<TResource>, ProblemHttpResult> Answer<T, TResource>(this HttpContext http, Result<T> outcome, Func<T, long> version, Func<T, TResource> show)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(version);
        if (outcome.Succeeded) http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version(outcome.Value)}\"");
        return http.Answer(outcome, show);
    }

    /// <summary>201 with the address of what was made.</summary>
    public static Results<Created<Made>, ProblemHttpResult> Made<T>(this HttpContext http, Result<T> outcome, Func<T, Guid> id, string address)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(id);
        return outcome.Succeeded
            ? TypedResults.Created($"{ApiModules.Root}/{address}/{id(outcome.Value):D}", new Made(id(outcome.Value)))
            : http.Refused(outcome.Refusals);
    }

    /// <summary>The version a change was based on; a request without one is refused by the use case as stale.</summary>
    public static long SeenVersion(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var tag = http.Request.Headers.IfMatch.ToString().Trim('"');
        return long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}

/// <summary>What a request made.</summary>
public sealed record Made(Guid Id);
