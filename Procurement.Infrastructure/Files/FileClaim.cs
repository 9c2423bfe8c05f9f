using Procurement.Application.Shared.Ports;

namespace Procurement.Infrastructure.Files;

/// <summary>What a file says of itself, by its name and by the media type it was sent with.</summary>
internal sealed record FileClaim(FileType Type, string Extension)
{
    /// <summary>What senders state who do not know; says nothing either way.</summary>
    private const string UnknownType = "application/octet-stream";

    private static readonly Dictionary<string, (FileType Type, string[] MediaTypes)> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = (FileType.Pdf, ["application/pdf"]),
        [".png"] = (FileType.Png, ["image/png"]),
        [".jpg"] = (FileType.Jpeg, ["image/jpeg", "image/jpg", "image/pjpeg"]),
        [".jpeg"] = (FileType.Jpeg, ["image/jpeg", "image/jpg", "image/pjpeg"]),
        [".xlsx"] = (FileType.Workbook, ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
        [".docx"] = (FileType.WordDocument, ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]),

        // Browsers take the media type of a csv file from whatever program opens it.
        [".csv"] = (FileType.Csv, ["text/csv", "application/csv", "text/plain", "application/vnd.ms-excel"]),
        [".txt"] = (FileType.PlainText, ["text/plain"]),
    };

    /// <summary>The claim, or null when the extension is not on the list.</summary>
    public static FileClaim? Of(string name)
    {
        var extension = Path.GetExtension(name);
        return Allowed.TryGetValue(extension, out var kind) ? new FileClaim(kind.Type, extension) : null;
    }

    /// <summary>Whether the stated media type and the name claim the same.</summary>
    public bool AgreesWith(string? declaredType)
    {
        if (string.IsNullOrWhiteSpace(declaredType)) return true;

        var bare = declaredType.Split(';', 2)[0].Trim();
        return bare.Equals(UnknownType, StringComparison.OrdinalIgnoreCase)
            || Allowed[Extension].MediaTypes.Contains(bare, StringComparer.OrdinalIgnoreCase);
    }
}
