using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.Attachments;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;

namespace Procurement.Web.Pages.Receiving;

/// <summary>Takes photos and test sheets sent with a form into the vault.</summary>
public static class EvidenceUploads
{
    private const int LongestFileName = 200;

    /// <summary>The stored file; null when none was sent.</summary>
    public static async Task<Result<Evidence?>> StoreEvidence(this IFileVault vault, IFormFile? sent, string field, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(vault);
        if (sent is null || sent.Length == 0) return Result<Evidence?>.Of(null);

        var name = Path.GetFileName(sent.FileName);
        await using var content = sent.OpenReadStream();
        var stored = await vault.Store(content, name, null, ct);
        if (!stored.Succeeded) return stored.Refusal.At(field);
        return new Evidence(
            stored.Value.Hash.ToString(), name.Length > LongestFileName ? name[^LongestFileName..] : name, stored.Value.Size, MediaTypes.Of(stored.Value.Type));
    }
}
