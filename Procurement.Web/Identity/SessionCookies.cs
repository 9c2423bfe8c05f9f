namespace Procurement.Web.Identity;

/// <summary>The cookies of the door: the session's secret, and the secret between the two steps of a login.</summary>
/// <remarks>
/// Over HTTPS their names begin with <c>__Host-</c>, which no other host or path can set. Browsers take that prefix over HTTPS only, so on
/// plain HTTP (loopback) the names are plain. They carry secrets and no facts: what they mean is looked up.
/// </remarks>
internal static class SessionCookies
{
    private const string Session = "session";
    private const string SecondStep = "second-step";
    private const string SecurePrefix = "__Host-";

    public static string? ReadSession(HttpRequest request) => Read(request, Session);

    public static void WriteSession(HttpContext http, string secret) => Write(http, Session, secret);

    public static void RemoveSession(HttpContext http) => Remove(http, Session);

    public static string? ReadSecondStep(HttpRequest request) => Read(request, SecondStep);

    public static void WriteSecondStep(HttpContext http, string secret) => Write(http, SecondStep, secret);

    public static void RemoveSecondStep(HttpContext http) => Remove(http, SecondStep);

    private static string? Read(HttpRequest request, string name) =>
        request.Cookies.TryGetValue(NameOf(request, name), out var value) && value.Length is > 0 and < 200 ? value : null;

    private static void Write(HttpContext http, string name, string value) => http.Response.Cookies.Append(NameOf(http.Request, name), value, Options(http));

    private static void Remove(HttpContext http, string name) => http.Response.Cookies.Delete(NameOf(http.Request, name), Options(http));

    private static string NameOf(HttpRequest request, string name) => request.IsHttps ? SecurePrefix + name : name;

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
