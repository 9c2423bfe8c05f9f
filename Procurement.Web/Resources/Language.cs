using System.Globalization;

namespace Procurement.Web.Resources;

/// <summary>A language the pages are written in: Persian first, English second.</summary>
public sealed class Language
{
    private Language(string code, string direction, string ownName)
    {
        Code = code;
        Direction = direction;
        OwnName = ownName;
        Culture = CultureInfo.GetCultureInfo(code);
    }

    public static Language Persian { get; } = new("fa", "rtl", "فارسی");

    public static Language English { get; } = new("en", "ltr", "English");

    public static IReadOnlyList<Language> All { get; } = [Persian, English];

    /// <summary>The language of the current request. Only the UI culture carries it; formatting for machines never sees it.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? Persian;

    /// <summary>The value of the <c>lang</c> attribute.</summary>
    public string Code { get; }

    /// <summary>The value of the <c>dir</c> attribute.</summary>
    public string Direction { get; }

    /// <summary>How the language names itself, for the switch.</summary>
    public string OwnName { get; }

    public CultureInfo Culture { get; }

    public bool IsRightToLeft => Direction == "rtl";

    public static Language? Of(string? code) => All.FirstOrDefault(language => language.Code == code);
}
