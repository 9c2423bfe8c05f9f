using System.Security.Cryptography;
using Procurement.Application.Ledgers;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Files;

/// <summary>Every attachment that a document names lies in the vault and still has the bytes it was named by.</summary>
internal sealed class AttachmentsCheck(ISqlSession sql, IFileVault vault) : ILedgerCheck
{
    public string Name => "attachments";

    public async Task<IReadOnlyList<string>> Differences(CancellationToken ct)
    {
        var differences = new List<string>();
        foreach (var named in await sql.Query($"SELECT DISTINCT sha256 FROM attachment ORDER BY sha256", row => row.GetString(0), ct))
        {
            if (!Sha256Hash.TryParseHex(named, out var hash))
            {
                differences.Add($"'{named}' is no content hash");
                continue;
            }

            var opened = vault.Open(hash);
            if (!opened.Succeeded)
            {
                if (opened.Refusal.Code != FileErrors.InQuarantine.Code) differences.Add($"{named} is not in the vault");
                continue;
            }

            await using var content = opened.Value;
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) != named) differences.Add($"{named} has other bytes");
        }

        return differences;
    }
}
