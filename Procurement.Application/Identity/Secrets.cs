using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity;

/// <summary>Random secrets handed out as text and kept as hashes. They are long enough that a quick hash is enough.</summary>
internal static class Secrets
{
    public const string CodeSecretPurpose = "second-factor";

    private const int Bytes = 32;
    private const int RecoveryCodes = 10;
    private const int RecoveryBytes = 10;

    public static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Codes to be written down: four groups of four letters.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, RecoveryCodes).Select(_ => string.Join('-', TimeCode.Base32(RandomNumberGenerator.GetBytes(RecoveryBytes)).Chunk(4).Select(g => new string(g))))];

    /// <summary>The one spelling a recovery code is hashed in.</summary>
    public static string FoldRecoveryCode(string typed) =>
        string.Concat(PersianText.ToLatinDigits(typed).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>The one spelling a code of six digits is compared in.</summary>
    public static string FoldCode(string typed) => string.Concat(PersianText.ToLatinDigits(typed).Where(c => !char.IsWhiteSpace(c)));

    public static bool LooksLikeCode(string folded) => folded.Length == TimeCode.Digits && folded.All(char.IsAsciiDigit);
}
