using System.Security.Cryptography;
using System.Text;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Receiving;

/// <summary>
/// A figure that is signed before everybody may see it: the canonical form carries a hash over a secret salt and the figure, and both are
/// written beside it once the figure is open. Nobody reads a blind count out of the content, and nobody changes one after signing it.
/// </summary>
internal static class SealedFigure
{
    private const int SaltBytes = 16;

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    public static string Of(string salt, Quantity figure) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{salt}:{figure.Scaled}"))));
}
