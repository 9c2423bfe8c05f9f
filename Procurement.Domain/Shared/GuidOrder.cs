namespace Procurement.Domain.Shared;

/// <summary>The stored bytes of an id, most significant first, so that byte order, text order and time order are one.</summary>
/// <remarks>
/// SQLite compares blobs byte by byte and PostgreSQL compares uuid the same way. The layout .NET uses by default swaps the
/// first three fields, which would scatter ids of version 7 over the index.
/// </remarks>
public static class GuidOrder
{
    public static byte[] ToBytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid FromBytes(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);
}
