using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>One signature line of a signed note: who signed, with which key, and the signature itself.</summary>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature);

/// <summary>A checkpoint with the signatures under it, in the text form of C2SP signed-note; this is what is exported, mailed and printed as QR.</summary>
/// <remarks>Several keys may sign one checkpoint: the body's own, its next one during a rotation, and outside witnesses.</remarks>
public sealed class SignedCheckpoint
{
    /// <summary>Longest text read from outside, in characters; a real one with a few signatures has some 300.</summary>
    public const int MaxLength = 16_384;

    private const string SignaturePrefix = "\u2014 ";
    private const int KeyIdLength = sizeof(uint);

    private SignedCheckpoint(Checkpoint checkpoint, IReadOnlyList<NoteSignature> signatures)
    {
        Checkpoint = checkpoint;
        Signatures = signatures;
    }

    public Checkpoint Checkpoint { get; }

    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Puts a signature under a checkpoint.</summary>
    public static SignedCheckpoint Of(Checkpoint checkpoint, NoteSignature signature) => new(checkpoint, [signature]);

    /// <summary>The same checkpoint with one more signature.</summary>
    public SignedCheckpoint With(NoteSignature signature) => new(Checkpoint, [.. Signatures, signature]);

    /// <summary>Whether the key signed it. Signatures of other keys are passed over; a false one under this key's name refuses the whole.</summary>
    public Result VerifiedBy(CheckpointPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var own = Signatures.Where(line => line.KeyName == key.Name && line.KeyId == key.KeyId).ToList();
        if (own.Count == 0) return AuditTrailErrors.NotSignedBy(key.Name);

        return own.All(line => key.Signed(Checkpoint.Text, line.Signature.Span)) ? Result.Ok : AuditTrailErrors.SignatureFalse(key.Name);
    }

    /// <summary>Whether one of the keys of a log signed it: today's, or one that it replaced.</summary>
    /// <returns>What the first key has to say when none of them signed it.</returns>
    public Result VerifiedByAny(IReadOnlyList<CheckpointPublicKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var verdicts = keys.Select(VerifiedBy).ToList();
        return verdicts.Find(verdict => verdict.Succeeded) ?? verdicts[0];
    }

    /// <summary>The signed note.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Checkpoint.Text).Append('\n');
        foreach (var line in Signatures)
        {
            var bytes = new byte[KeyIdLength + line.Signature.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, line.KeyId);
            line.Signature.Span.CopyTo(bytes.AsSpan(KeyIdLength));
            text.Append(CultureInfo.InvariantCulture, $"{SignaturePrefix}{line.KeyName} {Convert.ToBase64String(bytes)}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a signed note. Nothing in it may be believed before <see cref="VerifiedBy"/> said so.</summary>
    public static Result<SignedCheckpoint> Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (note.Length > MaxLength || blank < 0 || note[^1] != '\n') return AuditTrailErrors.CheckpointUnreadable;

        var checkpoint = Checkpoint.Parse(note[..(blank + 1)]);
        if (!checkpoint.Succeeded) return checkpoint.Plain();

        var signatures = new List<NoteSignature>();
        foreach (var line in note[(blank + 2)..].Split('\n').SkipLast(1))
        {
            if (SignatureLine(line) is not { } signature) return AuditTrailErrors.CheckpointUnreadable;
            signatures.Add(signature);
        }

        return signatures.Count == 0 ? AuditTrailErrors.CheckpointUnreadable : new SignedCheckpoint(checkpoint.Value, signatures);
    }

    private static NoteSignature? SignatureLine(string line)
    {
        if (!line.StartsWith(SignaturePrefix, StringComparison.Ordinal)) return null;
        if (line[SignaturePrefix.Length..].Split(' ') is not [var name, var encoded] || !Checkpoint.IsKeyName(name)) return null;

        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length <= KeyIdLength) return null;

        return new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(KeyIdLength, length - KeyIdLength));
    }
}
