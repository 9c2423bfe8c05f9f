using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff.ReadContent;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Infrastructure.SignOff;

internal sealed class DocumentVersions(ProcurementDb db) : IDocumentVersions
{
    public async Task<byte[]?> Bytes(DocumentId document, int version, CancellationToken ct) =>
        (await db.Set<DocumentVersionRow>().Where(v => v.DocumentId == document && v.ContentVersion == version).Select(v => v.Bytes).ToListAsync(ct)).FirstOrDefault();
}
