using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Procurement.Domain.Shared;

namespace Procurement.Domain.AuditTrail;

/// <summary>The public half of a checkpoint key with the name it signs under: all an auditor needs to hold besides the proofs.</summary>
/// <remarks>ECDSA on P-256 over SHA-256, signature type 2 of C2SP signed-note, whose key id is the head of the hash of the encoded key.</remarks>
public sealed class CheckpointPublicKey
{
    private const byte EcdsaSignature = 2;
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[] _subjectPublicKeyInfo;

    private CheckpointPublicKey(string name, byte[] subjectPublicKeyInfo)
    {
        Name = name;
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        Fingerprint = Sha256Hash.Of(subjectPublicKeyInfo);
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(Fingerprint.ToArray());
    }

    /// <summary>The name written in the signature line, by custom the log's origin.</summary>
    public string Name { get; }

    /// <summary>Tells keys of one name apart, for finding the right signature line; not a proof of anything.</summary>
    public uint KeyId { get; }

    /// <summary>SHA-256 of the encoded key, for comparing with what was handed over on paper.</summary>
    public Sha256Hash Fingerprint { get; }

    /// <summary>Takes a DER-encoded SubjectPublicKeyInfo; refuses anything but an EC key on P-256.</summary>
    public static Result<CheckpointPublicKey> From(string name, ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Checkpoint.IsKeyName(name)) return AuditTrailErrors.KeyUnreadable;

        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out var read);
            if (read != subjectPublicKeyInfo.Length || key.ExportParameters(false).Curve.Oid.Value != P256) return AuditTrailErrors.KeyUnreadable;
        }
        catch (CryptographicException)
        {
            return AuditTrailErrors.KeyUnreadable;
        }

        return new CheckpointPublicKey(name, subjectPublicKeyInfo.ToArray());
    }

    /// <summary>Whether the signature (DER) over a note text is by this key.</summary>
    public bool Signed(string noteText, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        return key.VerifyData(Encoding.UTF8.GetBytes(noteText), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>One line for handing out: name, key id, key. <see cref="Parse"/> reads it back.</summary>
    public override string ToString()
    {
        byte[] typed = [EcdsaSignature, .. _subjectPublicKeyInfo];
        return string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String(typed)}");
    }

    /// <summary>Reads the line made by <see cref="ToString"/>.</summary>
    public static Result<CheckpointPublicKey> Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);

        // The key is Base 64 and may itself contain a plus sign: only the first two divide.
        if (line.Trim().Split('+', 3) is not [var name, var idText, var keyText]) return AuditTrailErrors.KeyUnreadable;

        var typed = new byte[keyText.Length];
        if (!Convert.TryFromBase64String(keyText, typed, out var length) || length < 1 || typed[0] != EcdsaSignature) return AuditTrailErrors.KeyUnreadable;

        var key = From(name, typed.AsSpan(1, length - 1));
        if (!key.Succeeded) return key;

        return key.Value.KeyId.ToString("x8", CultureInfo.InvariantCulture) == idText ? key : AuditTrailErrors.KeyUnreadable;
    }
}
