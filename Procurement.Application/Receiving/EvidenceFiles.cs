using Procurement.Application.Shared.Ports;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;

namespace Procurement.Application.Receiving;

/// <summary>Believes no hash it has no file for: evidence is a file the vault holds and gives out.</summary>
internal sealed class EvidenceFiles(IFileVault vault)
{
    public Result Check(IEnumerable<Evidence> evidence)
    {
        foreach (var each in evidence)
        {
            if (!Sha256Hash.TryParseHex(each.Sha256, out var hash)) return FileErrors.NotFound;
            var opened = vault.Open(hash);
            if (!opened.Succeeded) return opened.Plain();
            opened.Value.Dispose();
        }

        return Result.Ok;
    }
}
