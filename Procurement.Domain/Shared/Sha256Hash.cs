using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Procurement.Domain.Shared;

/// <summary>A SHA-256 value (اثر انگشت دیجیتال): of a document's canonical bytes, of an attachment, of an audit leaf or tree node.</summary>
/// <remarks>Always 32 bytes: a value of another length cannot be made, so whatever reads one from outside refuses it at the door.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Sha256Hash : IEquatable<Sha256Hash>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Takes over 32 bytes that this system itself computed or stored.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes long. For bytes of strangers use <see cref="TryFrom"/>.</exception>
    public Sha256Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new ArgumentException($"A SHA-256 value has {Size} bytes, not {bytes.Length}.", nameof(bytes));

        // The fields are the raw bytes in memory order: they are only ever compared and copied, never read as numbers.
        this = MemoryMarshal.Read<Sha256Hash>(bytes);
    }

    /// <summary>The hash of some bytes.</summary>
    public static Sha256Hash Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(data, hash);
        return new Sha256Hash(hash);
    }

    /// <summary>Takes bytes that came from outside; false when they are not 32.</summary>
    public static bool TryFrom(ReadOnlySpan<byte> bytes, out Sha256Hash hash)
    {
        hash = bytes.Length == Size ? new Sha256Hash(bytes) : default;
        return bytes.Length == Size;
    }

    /// <summary>Reads 64 hexadecimal digits; false for anything else.</summary>
    public static bool TryParseHex([NotNullWhen(true)] string? text, out Sha256Hash hash)
    {
        hash = default;
        if (text is not { Length: Size * 2 }) return false;

        Span<byte> bytes = stackalloc byte[Size];
        return Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done && TryFrom(bytes, out hash);
    }

    /// <summary>Reads standard Base 64 without line breaks or spaces; false for anything else.</summary>
    public static bool TryParseBase64([NotNullWhen(true)] string? text, out Sha256Hash hash)
    {
        hash = default;
        if (text is not { Length: (Size + 2) / 3 * 4 }) return false;

        Span<byte> bytes = stackalloc byte[Size];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Size && TryFrom(bytes, out hash)
            // One hash has one spelling: Base 64 leaves two spare bits here that a forger could play with.
            && hash.ToBase64() == text;
    }

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination) => MemoryMarshal.Write(destination, in this);

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits, the spelling used in canonical forms and on paper.</summary>
    public string ToHex()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Standard Base 64 with padding, the spelling used in checkpoints and proofs.</summary>
    public string ToBase64()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }

    public bool Equals(Sha256Hash other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    public override bool Equals(object? obj) => obj is Sha256Hash other && Equals(other);

    public override int GetHashCode() => _first.GetHashCode();

    public override string ToString() => ToHex();

    public static bool operator ==(Sha256Hash left, Sha256Hash right) => left.Equals(right);

    public static bool operator !=(Sha256Hash left, Sha256Hash right) => !left.Equals(right);
}
