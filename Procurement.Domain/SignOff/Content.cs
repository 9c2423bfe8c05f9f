using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

/// <summary>The exact bytes a signature binds, with their hash and the version they belong to.</summary>
public sealed record ContentSeal(int ContentVersion, int FormVersion, ReadOnlyMemory<byte> Bytes, string Sha256);

/// <summary>
/// Writes a document's canonical form: UTF-8, NFC, fields in the order written, ids and plain values, no display text (documents 5).
/// </summary>
/// <remarks>A written form version is never changed: a new field means a new form version with its own writer.</remarks>
public sealed class CanonicalWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly Utf8JsonWriter _json;
    private readonly Stack<HashSet<string>> _names = new();

    public CanonicalWriter() => _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public CanonicalWriter Text(string name, string? value)
    {
        if (value is null) _json.WriteNull(Once(name));
        else _json.WriteString(Once(name), value.Normalize(NormalizationForm.FormC));
        return this;
    }

    public CanonicalWriter Number(string name, long? value)
    {
        if (value is { } number) _json.WriteNumber(Once(name), number);
        else _json.WriteNull(Once(name));
        return this;
    }

    public CanonicalWriter Flag(string name, bool value)
    {
        _json.WriteBoolean(Once(name), value);
        return this;
    }

    public CanonicalWriter Id<TId>(string name, TId? id) where TId : struct, ITypedId<TId>
    {
        if (id is { } value) _json.WriteString(Once(name), value.Value.ToString("N"));
        else _json.WriteNull(Once(name));
        return this;
    }

    public CanonicalWriter Id<TId>(string name, TId id) where TId : struct, ITypedId<TId> => Id(name, (TId?)id);

    public CanonicalWriter Amount(string name, Rials? value) => Number(name, value?.Amount);

    public CanonicalWriter Amount(string name, Quantity? value) => Number(name, value?.Scaled);

    public CanonicalWriter Date(string name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public CanonicalWriter Instant(string name, DateTimeOffset? value) =>
        Number(name, value is { } at ? (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : null);

    /// <summary>Writes a list in its own order, one object an element.</summary>
    public CanonicalWriter List<T>(string name, IEnumerable<T> items, Action<CanonicalWriter, T> write)
    {
        _json.WriteStartArray(Once(name));
        foreach (var item in items)
        {
            Begin();
            write(this, item);
            End();
        }

        _json.WriteEndArray();
        return this;
    }

    public void Dispose()
    {
        _json.Dispose();
        _bytes.Dispose();
    }

    /// <summary>Seals a document as it stands.</summary>
    public static ContentSeal Seal(Document document)
    {
        using var writer = new CanonicalWriter();
        var sheet = document.SignOff;
        writer.Begin();
        writer.Text("form", sheet.Kind.Code)
            .Number("formVersion", document.FormVersion)
            .Id("document", document.Id)
            .Number("version", sheet.ContentVersion)
            .Id("unit", sheet.UnitId)
            .Id("owner", sheet.OwnerId);
        document.WriteCanonical(writer);
        writer.List("attachments", sheet.Attachments.OrderBy(a => a.Sha256, StringComparer.Ordinal), (w, a) => w.Text("sha256", a.Sha256).Text("name", a.FileName));
        writer.End();
        writer._json.Flush();
        var bytes = writer._bytes.ToArray();
        return new ContentSeal(sheet.ContentVersion, document.FormVersion, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private void Begin()
    {
        _names.Push(new HashSet<string>(StringComparer.Ordinal));
        _json.WriteStartObject();
    }

    private void End()
    {
        _names.Pop();
        _json.WriteEndObject();
    }

    /// <summary>A field written twice would leave it to the reader which of the two was signed.</summary>
    private string Once(string name) => _names.Peek().Add(name) ? name : throw new InvalidOperationException($"The canonical form writes «{name}» twice in one place.");
}
