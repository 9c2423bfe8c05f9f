using System.Buffers.Binary;
using System.Numerics;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>The right edge of the tree: all that must be kept of the old leaves to append new ones and to know the root.</summary>
/// <remarks>
/// At most 64 hashes, one for each set bit of the size. The checkpoint job stores it beside its last checkpoint, so that the
/// next run reads only the leaves written since.
/// </remarks>
public sealed class MerkleFrontier
{
    private const byte Form = 1;
    private const int HeaderLength = 1 + sizeof(ulong);

    private readonly List<Sha256Hash> _fullNodes;

    private MerkleFrontier(ulong size, List<Sha256Hash> fullNodes)
    {
        Size = size;
        _fullNodes = fullNodes;
    }

    /// <summary>The frontier of a tree without leaves.</summary>
    public static MerkleFrontier Empty() => new(0, []);

    /// <summary>How many leaves were appended; also the index of the next one.</summary>
    public ulong Size { get; private set; }

    /// <summary>The root over all leaves appended so far.</summary>
    public Sha256Hash Root => Size == 0 ? MerkleTree.EmptyRoot : MerkleTree.Join(_fullNodes);

    /// <summary>Appends the next leaf.</summary>
    /// <param name="leafHash">Its <see cref="MerkleTree.LeafHash"/>.</param>
    /// <param name="completed">Told of each node this leaf completes, the leaf first, for whoever stores nodes to prove from.</param>
    public void Append(Sha256Hash leafHash, Action<TreeNode, Sha256Hash>? completed = null)
    {
        var (index, hash) = (Size, leafHash);
        completed?.Invoke(new TreeNode(0, index), hash);

        // Like carrying in binary addition: every trailing one bit of the old size is a full left half waiting for this one.
        for (var level = 1; level <= BitOperations.TrailingZeroCount(~Size); level++)
        {
            hash = MerkleTree.NodeHash(_fullNodes[^1], hash);
            _fullNodes.RemoveAt(_fullNodes.Count - 1);
            completed?.Invoke(new TreeNode(level, index >> level), hash);
        }

        _fullNodes.Add(hash);
        Size++;
    }

    /// <summary>A form byte, the size (8 bytes, big endian), then the hashes from left to right.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + (_fullNodes.Count * Sha256Hash.Size)];
        bytes[0] = Form;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(1), Size);
        for (var i = 0; i < _fullNodes.Count; i++) _fullNodes[i].CopyTo(bytes.AsSpan(HeaderLength + (i * Sha256Hash.Size)));
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote. The caller still compares <see cref="Root"/> with a signed checkpoint before trusting it.</summary>
    public static Result<MerkleFrontier> FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || bytes[0] != Form) return AuditTrailErrors.FrontierUnreadable;

        var size = BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]);
        var hashes = bytes[HeaderLength..];
        if (hashes.Length != BitOperations.PopCount(size) * Sha256Hash.Size) return AuditTrailErrors.FrontierUnreadable;

        var fullNodes = new List<Sha256Hash>(BitOperations.PopCount(size));
        for (; !hashes.IsEmpty; hashes = hashes[Sha256Hash.Size..]) fullNodes.Add(new Sha256Hash(hashes[..Sha256Hash.Size]));
        return new MerkleFrontier(size, fullNodes);
    }
}
