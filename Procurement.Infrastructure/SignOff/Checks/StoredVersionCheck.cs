using System.Security.Cryptography;
using Procurement.Application.Ledgers;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.SignOff.Checks;

/// <summary>The stored bytes of every document version have the hash stored beside them, and every sheet's last sealed version is stored.</summary>
internal sealed class StoredVersionCheck(ISqlSession sql) : ILedgerCheck
{
    private const int PageSize = 500;

    public string Name => "document versions";

    public async Task<IReadOnlyList<string>> Differences(CancellationToken ct)
    {
        List<string> differences =
        [
            .. await sql.Query(
                $"""
                SELECT s.id, s.sealed_version FROM sign_off_sheet s
                LEFT JOIN document_version v ON v.document_id = s.id AND v.content_version = s.sealed_version AND v.sha256 = s.sealed_sha256
                WHERE s.sealed_version > 0 AND v.document_id IS NULL
                """,
                row => $"document {row.GetUuid(0)}: version {row.GetInt32(1)} was sealed, but is not stored so", ct),
        ];

        var (document, version) = (Guid.Empty, 0);
        while (true)
        {
            var page = await sql.Query(
                $"""
                SELECT document_id, content_version, sha256, bytes FROM document_version
                WHERE document_id > {document} OR (document_id = {document} AND content_version > {version})
                ORDER BY document_id, content_version LIMIT {PageSize}
                """,
                row => (Document: row.GetUuid(0), Version: row.GetInt32(1), Sha256: row.GetString(2), Bytes: row.GetBytes(3)), ct);
            differences.AddRange(page.Where(v => v.Sha256 != Convert.ToHexStringLower(SHA256.HashData(v.Bytes)))
                .Select(v => $"document {v.Document}: the bytes of version {v.Version} do not have the stored hash"));
            if (page.Count < PageSize) return differences;

            (document, version) = (page[^1].Document, page[^1].Version);
        }
    }
}
