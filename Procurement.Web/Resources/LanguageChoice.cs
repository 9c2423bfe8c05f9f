using System.Globalization;

namespace Procurement.Web.Resources;

/// <summary>Gives each request the reader's language: the cookie of the switch, else the profile, else Persian.</summary>
/// <remarks>
/// Only <see cref="CultureInfo.CurrentUICulture"/> changes. The formatting culture stays invariant: under fa-IR a machine-readable
/// date would silently carry a Jalali year.
/// </remarks>
public sealed class LanguageChoice(RequestDelegate next)
{
    public const string Cookie = "language";

    /// <summary>The claim that carries the language kept in the person's profile.</summary>
    public const string ProfileClaim = "language";

    public Task InvokeAsync(HttpContext context)
    {
        var language = Language.Of(context.Request.Cookies[Cookie])
            ?? Language.Of(context.User.FindFirst(ProfileClaim)?.Value)
            ?? Language.Persian;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = language.Culture;
        return next(context);
    }
}
