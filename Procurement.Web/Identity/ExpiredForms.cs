using System.Globalization;
using Procurement.Application.Identity;
using Procurement.Domain.Organisation;
using Procurement.Web.Display.Forms;

namespace Procurement.Web.Identity;

/// <summary>Keeps what somebody typed when his form arrives after his session is over, so that he can send it again after login.</summary>
internal sealed class ExpiredForms(IFormStash stash)
{
    /// <summary>Longer forms are not kept; the longest line grid has a quarter of this.</summary>
    private const int LongestForm = 512 * 1024;

    private const string AntiforgeryField = "__RequestVerificationToken";

    private static readonly string[] SecretWords = ["password", "proof", "secret"];

    /// <summary>Null when there is nothing to keep.</summary>
    public async Task<Guid?> Keep(PersonId person, HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)) return null;

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var fields = new List<KeyValuePair<string, string>>();
        var secrets = new List<string>();
        foreach (var (name, values) in form)
        {
            if (name is AntiforgeryField or RequestKeyFilter.Field) continue; // both are made anew
            if (SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))) secrets.Add(name);
            else fields.AddRange(values.Select(value => KeyValuePair.Create(name, value ?? "")));
        }

        if (fields.Sum(field => field.Key.Length + field.Value.Length) > LongestForm) return null;
        var files = form.Files.Where(file => file.Length > 0).Select(file => file.FileName).ToList();
        var path = string.Create(CultureInfo.InvariantCulture, $"{request.PathBase}{request.Path}{request.QueryString}");
        return await stash.Keep(person, new StashedForm(path, fields, secrets, files), request.HttpContext.RequestAborted);
    }
}
