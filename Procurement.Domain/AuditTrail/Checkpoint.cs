using System.Globalization;
using System.Text;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>How many leaves the log had and their root: the one line by which an outsider can hold the body to its history (نقطه وارسی).</summary>
/// <remarks>
/// The text form is that of C2SP tlog-checkpoint: origin, size, root in Base 64, one line each. Extension lines, which the form
/// allows and advises against, are refused: this log never writes them and nobody could audit them.
/// </remarks>
public sealed record Checkpoint
{
    private Checkpoint(string origin, ulong size, Sha256Hash root)
    {
        Origin = origin;
        Size = size;
        Root = root;
    }

    /// <summary>Which log it is, the same for its whole life; by custom an address without scheme (<c>procurement.example.ir/audit</c>).</summary>
    public string Origin { get; }

    /// <summary>Number of leaves covered.</summary>
    public ulong Size { get; }

    /// <summary>The root over them.</summary>
    public Sha256Hash Root { get; }

    /// <summary>The note text: what is signed, its last newline included.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root.ToBase64()}\n");

    /// <summary>The first checkpoint of a log.</summary>
    /// <exception cref="ArgumentException">The origin is empty or has spaces, a plus sign or control characters.</exception>
    public static Checkpoint First(string origin, ulong size, Sha256Hash root)
    {
        if (!IsKeyName(origin)) throw new ArgumentException($"'{origin}' cannot name a log.", nameof(origin));
        return new Checkpoint(origin, size, root);
    }

    /// <summary>The next checkpoint of the same log; refused unless the proof shows that it only adds to this one.</summary>
    public Result<Checkpoint> Next(ulong size, Sha256Hash root, IReadOnlyList<Sha256Hash> consistencyProof)
    {
        var next = new Checkpoint(Origin, size, root);
        var follows = next.Follows(this, consistencyProof);
        return follows.Succeeded ? next : follows;
    }

    /// <summary>Whether this checkpoint only adds to an earlier one of the same log.</summary>
    public Result Follows(Checkpoint earlier, IReadOnlyList<Sha256Hash> consistencyProof)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (Origin != earlier.Origin) return AuditTrailErrors.OtherLog(earlier.Origin, Origin);

        // Before the first leaf there is nothing to prove from, but the root of nothing is known.
        if (earlier.Size == 0 && earlier.Root == MerkleTree.EmptyRoot && consistencyProof.Count == 0 && (Size > 0 || Root == earlier.Root))
        {
            return Result.Ok;
        }

        return MerkleVerifier.Consistency(earlier.Size, Size, earlier.Root, Root, consistencyProof);
    }

    /// <summary>Reads a note text.</summary>
    public static Result<Checkpoint> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('\n') is not [var origin, var sizeText, var rootText, ""]) return AuditTrailErrors.CheckpointUnreadable;

        if (!IsKeyName(origin)
            || !ulong.TryParse(sizeText, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || (sizeText.Length > 1 && sizeText[0] == '0')
            || !Sha256Hash.TryParseBase64(rootText, out var root))
        {
            return AuditTrailErrors.CheckpointUnreadable;
        }

        return new Checkpoint(origin, size, root);
    }

    /// <summary>Whether a text may name a log or a key in a signed note.</summary>
    internal static bool IsKeyName(string name) =>
        name.Length > 0 && name.EnumerateRunes().All(rune =>
            rune.Value != '+' && rune != Rune.ReplacementChar && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));
}
