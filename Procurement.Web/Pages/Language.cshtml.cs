using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages;

/// <summary>Changes the language of the pages for this browser and goes back to where the reader was.</summary>
public sealed class LanguageModel : PageModel
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public IActionResult OnPost(string? code, string? returnUrl)
    {
        if (Resources.Language.Of(code) is { } language)
        {
            Response.Cookies.Append(LanguageChoice.Cookie, language.Code, new CookieOptions
            {
                MaxAge = Remembered,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
            });
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }
}
