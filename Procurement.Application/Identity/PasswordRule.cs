using System.Collections.Frozen;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity;

/// <summary>What a password must be: long, and not one that everybody tries first. No rules about signs and capitals, no forced change.</summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MaxLength = 256;

    private static readonly FrozenSet<string> Common = Load();

    public static Result Check(string password, Account account)
    {
        if (password.Length is < MinLength or > MaxLength) return Refusal.Invalid("identity.password-length", MinLength, MaxLength).At("Password");
        return IsCommon(password, account.UserName) ? Refusal.Invalid("identity.password-common").At("Password") : Result.Ok;
    }

    /// <summary>A common password, the login name, one of them padded with digits and signs or repeated, or hardly any letters at all.</summary>
    internal static bool IsCommon(string password, string userName)
    {
        var folded = PersianText.ToLatinDigits(password).ToLowerInvariant();
        if (folded.Distinct().Count() < 4 || IsRun(folded)) return true;

        var core = folded.Trim().Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '!', '@', '#', '$', '.', '_', '-', '*', '?');
        return new[] { folded, core, Once(folded), Once(core) }.Any(p => Common.Contains(p) || p == userName);
    }

    /// <summary>Each letter follows the one before it: 123456789012, abcdefghijkl.</summary>
    private static bool IsRun(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            var step = text[i] - text[i - 1];
            if (step is not (1 or -1) && !(text[i - 1] == '9' && text[i] == '0')) return false;
        }

        return true;
    }

    /// <summary>The part a text consists of when it is that part again and again.</summary>
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text == string.Concat(Enumerable.Repeat(text[..length], text.Length / length))) return text[..length];
        }

        return text;
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordRule).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
