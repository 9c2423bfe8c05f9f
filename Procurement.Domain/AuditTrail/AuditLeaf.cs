using System.Buffers;
using System.Text.Json;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>What the log keeps of one act (برگ ثبت وقایع): who, in which post, for whom, when, what, on which version of which document.</summary>
/// <remarks>
/// <para>
/// The canonical bytes are UTF-8 JSON with these fields in this order, every one present, without spaces. The leaf's index is not
/// among them: it is given by the place in the tree, inside the transaction, after the bytes are rendered.
/// </para>
/// <para>
/// There is no free text and no personal data here, only ids, codes and hashes: what a person wrote stands beside the log, and a law that orders
/// it erased leaves the tree whole.
/// </para>
/// </remarks>
/// <param name="Kind">Code of the document kind, or of the thing acted on when it is no document (<c>session</c>, <c>setting</c>).</param>
/// <param name="DocumentId">The document; null when the act concerns none.</param>
/// <param name="DocumentVersion">The version acted on; null without a document.</param>
/// <param name="ContentHash">SHA-256 of the canonical bytes of that version; null without a document.</param>
/// <param name="Act">Code of the act (<c>sign</c>, <c>return</c>, <c>submit</c>).</param>
/// <param name="ActorId">The person who acted; null only for the system's own jobs.</param>
/// <param name="PostId">The post he acted in; null where the act needs none.</param>
/// <param name="ActingForId">The person he stood in for («الف به جای ب»); null when he acted for himself.</param>
/// <param name="At">The instant, in microseconds since 1970-01-01 UTC.</param>
/// <param name="CommandId">The command that did it; the same for all leaves of one list signature.</param>
/// <param name="DetailHash">SHA-256 of the free text kept beside (reason, remark), salted where it is personal; null when there is none.</param>
public sealed record AuditLeaf(
    string Kind,
    Guid? DocumentId,
    long? DocumentVersion,
    Sha256Hash? ContentHash,
    string Act,
    Guid? ActorId,
    Guid? PostId,
    Guid? ActingForId,
    long At,
    Guid CommandId,
    Sha256Hash? DetailHash)
{
    /// <summary>Longest kind or act code.</summary>
    public const int MaxCodeLength = 100;

    /// <summary>Version of the canonical form written today. Older forms stay readable for ever.</summary>
    public const int FormVersion = 1;

    private const string Form = "procurement.audit-leaf";

    private static readonly SearchValues<char> CodeLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>The canonical bytes: these are stored, hashed and handed out, never re-rendered.</summary>
    /// <exception cref="InvalidOperationException">A code has letters outside ASCII, digits, dot and hyphen: a fault of the program, no user chooses codes.</exception>
    public byte[] ToBytes()
    {
        if (!IsCode(Kind) || !IsCode(Act)) throw new InvalidOperationException($"'{Kind}' or '{Act}' is not a code.");

        var bytes = new ArrayBufferWriter<byte>(640);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("form", Form);
            json.WriteNumber("formVersion", FormVersion);
            json.WriteString("kind", Kind);
            WriteId(json, "document", DocumentId);
            if (DocumentVersion is { } version) json.WriteNumber("version", version);
            else json.WriteNull("version");
            WriteHash(json, "content", ContentHash);
            json.WriteString("act", Act);
            WriteId(json, "actor", ActorId);
            WriteId(json, "post", PostId);
            WriteId(json, "actingFor", ActingForId);
            json.WriteNumber("at", At);
            WriteId(json, "command", CommandId);
            WriteHash(json, "detail", DetailHash);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads canonical bytes; refuses any other spelling of the same facts, because its hash would be another.</summary>
    public static Result<AuditLeaf> Parse(ReadOnlySpan<byte> bytes)
    {
        AuditLeaf? leaf;
        try
        {
            leaf = Read(bytes);
        }
        catch (Exception otherShape) when (otherShape is JsonException or InvalidOperationException)
        {
            // The JSON reader reports a broken file by the one, a field of another type or broken UTF-8 by the other.
            return AuditTrailErrors.LeafUnreadable;
        }

        return leaf is not null && leaf.ToBytes().AsSpan().SequenceEqual(bytes) ? leaf : AuditTrailErrors.LeafUnreadable;
    }

    private static AuditLeaf? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        using var document = JsonDocument.ParseValue(ref reader);
        var fields = document.RootElement;
        if (fields.ValueKind != JsonValueKind.Object
            || !IsText(fields, "kind", out var kind) || !IsCode(kind)
            || !IsText(fields, "act", out var act) || !IsCode(act)
            || !IsId(fields, "document", out var documentId)
            || !IsNumber(fields, "version", out var version)
            || !IsHash(fields, "content", out var content)
            || !IsId(fields, "actor", out var actor)
            || !IsId(fields, "post", out var post)
            || !IsId(fields, "actingFor", out var actingFor)
            || !IsNumber(fields, "at", out var at) || at is null
            || !IsId(fields, "command", out var command) || command is null
            || !IsHash(fields, "detail", out var detail))
        {
            return null;
        }

        return new AuditLeaf(kind, documentId, version, content, act, actor, post, actingFor, at.Value, command.Value, detail);
    }

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= MaxCodeLength && !code.AsSpan().ContainsAnyExcept(CodeLetters);

    private static void WriteId(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } value) json.WriteString(name, value);
        else json.WriteNull(name);
    }

    private static void WriteHash(Utf8JsonWriter json, string name, Sha256Hash? hash)
    {
        if (hash is { } value) json.WriteString(name, value.ToHex());
        else json.WriteNull(name);
    }

    private static bool IsText(JsonElement fields, string name, out string text)
    {
        text = fields.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";
        return text.Length > 0;
    }

    private static bool IsNumber(JsonElement fields, string name, out long? number)
    {
        number = null;
        if (!fields.TryGetProperty(name, out var field)) return false;
        if (field.ValueKind == JsonValueKind.Null) return true;
        if (field.ValueKind != JsonValueKind.Number || !field.TryGetInt64(out var value)) return false;

        number = value;
        return true;
    }

    private static bool IsId(JsonElement fields, string name, out Guid? id)
    {
        id = null;
        if (!fields.TryGetProperty(name, out var field)) return false;
        if (field.ValueKind == JsonValueKind.Null) return true;
        if (field.ValueKind != JsonValueKind.String || !field.TryGetGuid(out var value)) return false;

        id = value;
        return true;
    }

    private static bool IsHash(JsonElement fields, string name, out Sha256Hash? hash)
    {
        hash = null;
        if (!fields.TryGetProperty(name, out var field)) return false;
        if (field.ValueKind == JsonValueKind.Null) return true;
        if (field.ValueKind != JsonValueKind.String || !Sha256Hash.TryParseHex(field.GetString(), out var value)) return false;

        hash = value;
        return true;
    }
}
