using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Procurement.Domain.Identity;

/// <summary>The six digits a code generator shows for half a minute (RFC 6238 over RFC 4226; رمز یک‌بارمصرف زمانی).</summary>
/// <remarks>SHA-1, six digits and thirty seconds are what every generator app understands. The neighbouring steps are accepted for clocks that differ.</remarks>
public static class TimeCode
{
    public const int Digits = 6;
    public const int SecretBytes = 20;
    public const int StepSeconds = 30;

    private const int Modulus = 1_000_000;
    private const int StepsAside = 1;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step an instant falls in.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string Of(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The generator apps know SHA-1 only; as a keyed one-way function of a counter it is not broken.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step around an instant whose code was typed; null when the code belongs to none of them.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset at)
    {
        if (code.Length != Digits || !code.All(char.IsAsciiDigit)) return null;

        long? found = null;
        for (var step = StepAt(at) - StepsAside; step <= StepAt(at) + StepsAside; step++)
        {
            // Every step is compared, and in constant time: how long it took tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Bytes(Of(secret, step)), Bytes(code))) found = step;
        }

        return found;
    }

    /// <summary>The secret as people type it into a generator that cannot read the picture.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var next in bytes)
        {
            buffer = (buffer << 8) | next;
            for (bits += 8; bits >= 5; bits -= 5) text[at++] = Base32Letters[(buffer >> (bits - 5)) & 31];
            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text[at] = Base32Letters[(buffer << (5 - bits)) & 31];
        return new string(text);
    }

    private static byte[] Bytes(string code) => System.Text.Encoding.ASCII.GetBytes(code);
}
