using System.Text.Json;

namespace Procurement.Tests.AuditTrail;

/// <summary>The published test vectors of the tree; their sources and licences stand inside the file.</summary>
internal sealed class MerkleVectors
{
    public static MerkleVectors Published { get; } = Load();

    public required string EmptyRoot { get; init; }
    public required IReadOnlyList<string> LeafInputs { get; init; }
    public required IReadOnlyList<string> Roots { get; init; }
    public required IReadOnlyList<IReadOnlyList<string>> NodeHashes { get; init; }
    public required IReadOnlyList<KnownAnswer> HasherKnownAnswers { get; init; }
    public required IReadOnlyList<InclusionCase> Inclusion { get; init; }
    public required IReadOnlyList<ConsistencyCase> Consistency { get; init; }
    public required IReadOnlyList<InclusionCase> DerivedInclusion { get; init; }
    public required IReadOnlyList<ConsistencyCase> DerivedConsistency { get; init; }
    public required IReadOnlyList<LargeRoot> DerivedLargeRoots { get; init; }

    private static MerkleVectors Load()
    {
        var name = $"{typeof(MerkleVectors).Namespace}.Vectors.merkle-vectors.json";
        using var file = typeof(MerkleVectors).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<MerkleVectors>(file, JsonSerializerOptions.Web)!;
    }

    internal sealed record KnownAnswer(string Kind, string? Data, string? Left, string? Right, string Hash);

    internal sealed record InclusionCase(
        string? Name, ulong LeafIndex, ulong TreeSize, string? Root, string? LeafHash, IReadOnlyList<string> Proof, bool Valid);

    internal sealed record ConsistencyCase(
        string? Name, ulong Size1, ulong Size2, string? Root1, string? Root2, IReadOnlyList<string> Proof, bool Valid);

    internal sealed record LargeRoot(int TreeSize, string Root);
}
