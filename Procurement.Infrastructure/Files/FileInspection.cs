using System.Text;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Files;

/// <summary>Tells by the content whether a file is what it claims to be.</summary>
internal static class FileInspection
{
    /// <summary>How many first bytes <see cref="Begins"/> wants to see, if the file has that many.</summary>
    public const int HeadLength = 16;

    private const int BufferLength = 64 * 1024;

    /// <summary>A PDF ends with its end mark; some writers put a little after it.</summary>
    private const int PdfTailLength = 2048;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    /// <summary>Whether a file of this type may begin like this; asked before the rest is even received.</summary>
    public static bool Begins(FileType type, ReadOnlySpan<byte> head) => type switch
    {
        FileType.Pdf => head.StartsWith("%PDF-"u8),
        FileType.Png => head.StartsWith(PngSignature) && head[PngSignature.Length..].EndsWith("IHDR"u8),
        FileType.Jpeg => head.StartsWith(JpegStart),
        FileType.Workbook or FileType.WordDocument => head.StartsWith("PK\u0003\u0004"u8),
        FileType.Csv or FileType.PlainText => !head.Contains((byte)0),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Reads the whole file.</summary>
    public static async Task<Result> Inspect(FileClaim claim, Stream file, FileVaultOptions limits, CancellationToken ct) => claim.Type switch
    {
        FileType.Pdf => await EndsAsPdf(file, ct) ? Result.Ok : FileErrors.NotWhatItClaims(claim.Extension),
        FileType.Workbook => await Office(claim, "xl/workbook.xml", file, limits, ct),
        FileType.WordDocument => await Office(claim, "word/document.xml", file, limits, ct),
        FileType.Csv or FileType.PlainText => await IsText(file, ct) ? Result.Ok : FileErrors.NotWhatItClaims(claim.Extension),
        FileType.Png or FileType.Jpeg => Result.Ok,
        _ => throw new ArgumentOutOfRangeException(nameof(claim), claim.Type, null),
    };

    private static async Task<bool> EndsAsPdf(Stream file, CancellationToken ct)
    {
        var tail = new byte[Math.Min(PdfTailLength, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        await file.ReadExactlyAsync(tail, ct);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }

    private static async Task<Result> Office(FileClaim claim, string mainPart, Stream file, FileVaultOptions limits, CancellationToken ct)
    {
        try
        {
            if (await ZipParts.Read(file, limits.MaxParts, ct) is not { } parts) return FileErrors.ExpandsTooFar;
            if (!parts.Names.Contains("[Content_Types].xml") || !parts.Names.Contains(mainPart)) return FileErrors.NotWhatItClaims(claim.Extension);

            // Macros run on the reader's machine; a document with them has its own extension, which is not on the list.
            if (parts.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return FileErrors.TypeNotAllowed(claim.Extension);

            return await parts.UnpackWithin(limits.MaxUnpackedBytes, ct) ? Result.Ok : FileErrors.ExpandsTooFar;
        }
        catch (InvalidDataException)
        {
            return FileErrors.NotWhatItClaims(claim.Extension);
        }
    }

    private static async Task<bool> IsText(Stream file, CancellationToken ct)
    {
        using var text = new StreamReader(
            file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[BufferLength];
        try
        {
            for (int read; (read = await text.ReadAsync(buffer, ct)) > 0;)
            {
                if (buffer.AsSpan(0, read).ContainsAnyInRange('\0', '\b') || buffer.AsSpan(0, read).ContainsAnyInRange('\u000e', '\u001f')) return false;
            }
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return true;
    }
}
