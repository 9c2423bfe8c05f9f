using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Procurement.Infrastructure.Files;

/// <summary>The parts of a zip archive from a stranger, read without believing what it says of itself.</summary>
/// <remarks>
/// The platform's own reader stops each part at the length the archive states, so a part that really unpacks to gigabytes looks harmless
/// to it and not to the program a user opens it with. This one unpacks to the true end and compares. Archives an office file never needs
/// to be (over 4 GB, encrypted, other packing methods) are faults of form.
/// </remarks>
internal sealed class ZipParts
{
    private const uint EndSignature = 0x06054b50;
    private const uint EntrySignature = 0x02014b50;
    private const uint PartSignature = 0x04034b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int PartHeaderLength = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    private readonly Stream _file;
    private readonly List<Part> _parts;

    private ZipParts(Stream file, List<Part> parts)
    {
        _file = file;
        _parts = parts;
    }

    private sealed record Part(string Name, int Method, long PackedLength, long StatedLength, long Offset);

    /// <summary>The names the archive lists, in its order.</summary>
    public IEnumerable<string> Names => _parts.Select(part => part.Name);

    /// <summary>Reads the list of parts.</summary>
    /// <returns>The parts, or null when there are more than <paramref name="maxParts"/>.</returns>
    /// <exception cref="InvalidDataException">Not a zip archive of the plain kind.</exception>
    public static async Task<ZipParts?> Read(Stream file, int maxParts, CancellationToken ct)
    {
        var end = await End(file, ct);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (offset + (long)length > file.Length) throw Malformed();
        if (count > maxParts) return null;

        var list = await Bytes(file, offset, (int)length, ct);
        var parts = new List<Part>(count);
        for (var at = 0; parts.Count < count;)
        {
            var entry = Slice(list, at, EntryLength);
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28));
            parts.Add(Entry(entry, Encoding.UTF8.GetString(Slice(list, at + EntryLength, nameLength))));
            at += EntryLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(32));
        }

        // Which of two parts of one name is read depends on the reader: what was checked might not be what is opened.
        if (parts.DistinctBy(part => part.Name, StringComparer.OrdinalIgnoreCase).Count() != count) throw Malformed();

        return new ZipParts(file, parts);
    }

    /// <summary>Unpacks every part to its true end, keeping nothing, and says whether all together stay within the allowed bytes.</summary>
    /// <exception cref="InvalidDataException">A part is damaged or is not as long as stated.</exception>
    public async Task<bool> UnpackWithin(long allowed, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        foreach (var part in _parts)
        {
            var before = allowed;
            await using var content = await Open(part, ct);
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                allowed -= read;
                if (allowed < 0) return false;
            }

            if (before - allowed != part.StatedLength) throw Malformed();
        }

        return true;
    }

    private async Task<Stream> Open(Part part, CancellationToken ct)
    {
        var header = await Bytes(_file, part.Offset, PartHeaderLength, ct);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != PartSignature) throw Malformed();

        var begin = part.Offset + PartHeaderLength
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var packed = new MemoryStream(await Bytes(_file, begin, part.PackedLength, ct), writable: false);
        return part.Method == Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static Part Entry(byte[] entry, string name)
    {
        var encrypted = (BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(8)) & 1) != 0;
        var method = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(10));
        if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySignature || encrypted || method is not (Stored or Deflated)) throw Malformed();

        return new Part(
            name,
            method,
            BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(20)),
            BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(24)),
            BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(42)));
    }

    /// <summary>The end record: the last one in the file whose comment fills the file exactly.</summary>
    private static async Task<byte[]> End(Stream file, CancellationToken ct)
    {
        var length = (int)Math.Min(file.Length, EndLength + ushort.MaxValue);
        var tail = await Bytes(file, file.Length - length, length, ct);
        for (var at = length - EndLength; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == EndSignature
                && EndLength + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length)
            {
                return record[..EndLength].ToArray();
            }
        }

        throw Malformed();
    }

    private static async Task<byte[]> Bytes(Stream file, long offset, long length, CancellationToken ct)
    {
        if (offset < 0 || offset + length > file.Length) throw Malformed();

        var bytes = new byte[length];
        file.Position = offset;
        await file.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private static byte[] Slice(byte[] bytes, int at, int length) =>
        at + length <= bytes.Length ? bytes[at..(at + length)] : throw Malformed();

    private static InvalidDataException Malformed() => new("Not a plain zip archive.");
}
