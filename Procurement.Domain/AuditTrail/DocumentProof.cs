using System.Buffers;
using System.Text.Json;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>All that somebody outside needs to check that an act stands in the log, in one file (بسته اثبات سند).</summary>
/// <param name="LeafBytes">The leaf as logged; see <see cref="AuditLeaf"/>.</param>
/// <param name="Index">Its place in the log, from 0.</param>
/// <param name="InclusionProof">From the leaf up to the checkpoint's root.</param>
/// <param name="Checkpoint">A signed checkpoint that covers the leaf.</param>
public sealed record DocumentProof(
    ReadOnlyMemory<byte> LeafBytes, ulong Index, IReadOnlyList<Sha256Hash> InclusionProof, SignedCheckpoint Checkpoint)
{
    /// <summary>Longest file read from outside, in bytes.</summary>
    public const int MaxLength = 65_536;

    private const string Form = "procurement.document-proof";
    private const int FormVersion = 1;

    /// <summary>The file: UTF-8 JSON, hashes in hexadecimal, the leaf in Base 64 so that no editor can re-spell it, the checkpoint as its text.</summary>
    public byte[] ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("form", Form);
            json.WriteNumber("formVersion", FormVersion);
            json.WriteBase64String("leaf", LeafBytes.Span);
            json.WriteNumber("index", Index);
            json.WriteStartArray("inclusionProof");
            foreach (var hash in InclusionProof) json.WriteStringValue(hash.ToHex());
            json.WriteEndArray();
            json.WriteString("checkpoint", Checkpoint.ToString());
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a file made by <see cref="ToJson"/>. Reading proves nothing; <see cref="OfflineVerifier"/> does.</summary>
    public static Result<DocumentProof> Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxLength) return AuditTrailErrors.ProofUnreadable;

        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return reader.BytesConsumed == json.TrimEnd("\r\n\t "u8).Length ? Read(document.RootElement) : AuditTrailErrors.ProofUnreadable;
        }
        catch (Exception otherShape) when (otherShape is JsonException or InvalidOperationException)
        {
            // The JSON reader reports a broken file by the one, a field of another type or broken UTF-8 by the other.
            return AuditTrailErrors.ProofUnreadable;
        }
    }

    private static Result<DocumentProof> Read(JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object
            || !fields.TryGetProperty("form", out var form) || !form.ValueEquals(Form)
            || !fields.TryGetProperty("formVersion", out var version) || !version.TryGetInt32(out var number) || number != FormVersion
            || !fields.TryGetProperty("leaf", out var leafField) || !leafField.TryGetBytesFromBase64(out var leaf)
            || !fields.TryGetProperty("index", out var indexField) || !indexField.TryGetUInt64(out var index)
            || !fields.TryGetProperty("inclusionProof", out var hashes) || hashes.ValueKind != JsonValueKind.Array
            || !fields.TryGetProperty("checkpoint", out var note) || note.ValueKind != JsonValueKind.String)
        {
            return AuditTrailErrors.ProofUnreadable;
        }

        var proof = new List<Sha256Hash>(hashes.GetArrayLength());
        foreach (var item in hashes.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !Sha256Hash.TryParseHex(item.GetString(), out var hash)) return AuditTrailErrors.ProofUnreadable;
            proof.Add(hash);
        }

        var checkpoint = SignedCheckpoint.Parse(note.GetString()!);
        return checkpoint.Succeeded ? new DocumentProof(leaf, index, proof, checkpoint.Value) : checkpoint.Plain();
    }
}
