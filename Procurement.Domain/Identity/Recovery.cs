using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

/// <summary>
/// Helping somebody back into his login takes two people: whoever gave him a link for a new password does not also take his second factor
/// away, nor the other way round. One administrator alone could otherwise make any login, and its signatures, his own.
/// </summary>
public static class Recovery
{
    /// <summary>Refuses the second half of a recovery to the one who did the first.</summary>
    /// <param name="step">What is asked for: <see cref="LoginEventKind.LinkGiven"/> or <see cref="LoginEventKind.SecondFactorReset"/>.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="book">What the door's book says of this login; entries older than <paramref name="apart"/> do not count.</param>
    /// <param name="apart">How long the two halves stay apart.</param>
    /// <param name="at">Now.</param>
    public static Result MayTake(LoginEventKind step, PersonId by, IEnumerable<LoginEvent> book, TimeSpan apart, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(book);
        var other = step switch
        {
            LoginEventKind.LinkGiven => LoginEventKind.SecondFactorReset,
            LoginEventKind.SecondFactorReset => LoginEventKind.LinkGiven,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No half of a recovery."),
        };
        return book.Any(e => e.Kind == other && e.ByPersonId == by && at - e.At < apart)
            ? Refusal.Rule("identity.recovery-takes-two", (int)apart.TotalHours)
            : Result.Ok;
    }
}
