using System.Globalization;

namespace Procurement.Web.Demo;

/// <summary>Legal ids of sample suppliers: eleven digits with a valid check digit.</summary>
internal static class LegalIds
{
    private static readonly int[] Weights = [29, 27, 23, 19, 17];

    public static string Next(int n)
    {
        var stem = (1_014_567_010L + (n * 137)).ToString("0000000000", CultureInfo.InvariantCulture);
        var add = stem[9] - '0' + 2;
        var rest = stem.Select((digit, i) => (add + (digit - '0')) * Weights[i % 5]).Sum() % 11;
        return stem + (char)('0' + (rest == 10 ? 0 : rest));
    }
}
