using Microsoft.EntityFrameworkCore;
using Procurement.Application.SignOff;
using Procurement.Application.Vouchers;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Contracts;
using Procurement.Domain.Receiving;
using Procurement.Domain.Requests;
using Procurement.Domain.SignOff;
using Procurement.Domain.Sourcing;
using Procurement.Domain.Vouchers;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;

namespace Procurement.Infrastructure.Vouchers;

/// <summary>Reads the signed documents behind a payment and says which item of the file each of them shows (law file 4.4).</summary>
internal sealed class PaymentFiles(ProcurementDb db, ISqlSession sql, DocumentRegistry registry) : IPaymentFiles
{
    public async Task<FileContents> Gather(DocumentId deal, IReadOnlyCollection<DocumentId> invoices, CancellationToken ct)
    {
        var found = new List<(FileItem Item, Document Document)>();
        var notDue = new HashSet<FileItem>();
        await Purchase(deal, found, ct);
        foreach (var invoice in await db.Set<SupplierInvoice>().AsSplitQuery().Where(i => invoices.Contains(i.Id)).ToListAsync(ct))
        {
            if (Stands(invoice) && invoice.SupplierIdentifier.Length > 0) found.Add((FileItem.Invoice, invoice));
        }

        await Deliveries(invoices, found, notDue, ct);
        var leaves = await Leaves([.. found.Select(f => f.Document.Id).Distinct()], ct);
        return new FileContents(
            [.. found.DistinctBy(f => (f.Item, f.Document.Id)).Select(f => Evidence(f.Item, f.Document, leaves)).OrderBy(e => e.Item).ThenBy(e => e.Document)], notDue);
    }

    /// <summary>Items 1 to 7: request, stock note, credit, class, SETAD, method, order or contract.</summary>
    private async Task Purchase(DocumentId deal, List<(FileItem Item, Document Document)> found, CancellationToken ct)
    {
        var contract = await db.Set<Contract>().AsSplitQuery().FirstOrDefaultAsync(c => c.Id == deal, ct);
        var awarded = contract?.DecisionId ?? deal;
        if (await db.Set<SourcingDecision>().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == awarded, ct) is not { } decision || !Stands(decision)) return;

        var requests = decision.Lines.Select(l => l.RequestId).Distinct().ToList();
        var behind = await db.Set<PurchaseRequest>().AsSplitQuery().Where(r => requests.Contains(r.Id)).ToListAsync(ct);
        if (behind.TrueForAll(Stands)) found.AddRange(behind.Select(r => (FileItem.ApprovedRequest, (Document)r)));
        if (behind.TrueForAll(r => r.IsAbsenceDeclared || !HasGoods(r))) found.AddRange(behind.Where(r => r.IsAbsenceDeclared).Select(r => (FileItem.NotInStock, (Document)r)));
        if (behind.TrueForAll(r => r.IsCreditCertified)) found.AddRange(behind.Select(r => (FileItem.CreditReserved, (Document)r)));
        found.Add((FileItem.ClassAndDecree, decision));
        if (decision.SetadNumber.Length > 0 || decision.SetadExcuse.Length > 0) found.Add((FileItem.Setad, decision));
        // Only the small purchase keeps its price research in the decision; the papers of other methods are attached.
        if (decision is { Method: PurchaseMethod.SmallPurchase, PricesNoted: > 0 }) found.Add((FileItem.MethodPapers, decision));
        if (contract is not null && Stands(contract)) found.Add((FileItem.OrderOrContract, contract));
        else if (contract is null && decision.IsOrder) found.Add((FileItem.OrderOrContract, decision));
    }

    /// <summary>Items 9 to 11, by the deliveries the invoices were matched with; services and works have neither stock note, receipt nor labels.</summary>
    private async Task Deliveries(IReadOnlyCollection<DocumentId> invoices, List<(FileItem Item, Document Document)> found, HashSet<FileItem> notDue, CancellationToken ct)
    {
        var parts = (await db.Set<InvoiceMatch>().AsSplitQuery().Where(m => invoices.Contains(m.Id)).ToListAsync(ct)).SelectMany(m => m.Parts).ToList();
        var documents = parts.Select(p => p.DeliveredDocument).Distinct().ToList();
        var receipts = await db.Set<GoodsReceipt>().AsSplitQuery().Where(r => documents.Contains(r.Id)).ToListAsync(ct);
        var accepted = await db.Set<ServiceAcceptance>().AsSplitQuery().Where(a => documents.Contains(a.Id)).ToListAsync(ct);
        var reports = receipts.ConvertAll(r => r.ConformanceId);
        var conformed = await db.Set<ConformanceReport>().AsSplitQuery().Where(r => reports.Contains(r.Id)).ToListAsync(ct);
        var counted = conformed.ConvertAll(r => r.TemporaryReceiptId);
        found.AddRange((await db.Set<TemporaryReceipt>().AsSplitQuery().Where(t => counted.Contains(t.Id)).ToListAsync(ct)).Select(t => (FileItem.Conformity, (Document)t)));
        found.AddRange(conformed.Where(Stands).Select(r => (FileItem.Conformity, (Document)r)));
        found.AddRange(accepted.Where(Stands).Select(a => (FileItem.Conformity, (Document)a)));
        found.AddRange(receipts.Where(Stands).Select(r => (FileItem.StoreReceipt, (Document)r)));

        var numbered = receipts.Where(r => r.Lines.Any(l => l.NeedsLabels)).ToList();
        if (numbered.TrueForAll(r => r.IsLabelled)) found.AddRange(numbered.Select(r => (FileItem.PropertyNumbers, (Document)r)));
        if (numbered.Count == 0) notDue.Add(FileItem.PropertyNumbers);
        if (receipts.Count > 0 || accepted.Count == 0) return;

        notDue.Add(FileItem.NotInStock);
        notDue.Add(FileItem.StoreReceipt);
    }

    private async Task<Dictionary<DocumentId, long>> Leaves(List<DocumentId> documents, CancellationToken ct)
    {
        var leaves = new Dictionary<DocumentId, long>();
        foreach (var document in documents)
        {
            var last = (await sql.Query($"SELECT MAX(idx) FROM audit_leaf WHERE document_id = {document}", row => row.GetLongOrNull(0), ct))[0];
            if (last is { } leaf) leaves[document] = leaf;
        }

        return leaves;
    }

    private Evidenced Evidence(FileItem item, Document document, Dictionary<DocumentId, long> leaves)
    {
        var sheet = document.SignOff;
        return new Evidenced(
            item, sheet.Id, sheet.Kind.Code, registry.NumberOf(sheet.Kind, sheet.SeriesCode, sheet.NumberYear, sheet.NumberSerial, persian: false), sheet.SealedSha256,
            leaves.TryGetValue(sheet.Id, out var leaf) ? leaf : null);
    }

    private static bool Stands(Document document) => document.SignOff.State is DocumentState.InEffect or DocumentState.Closed;

    private static bool HasGoods(PurchaseRequest request) => request.Lines.Any(l => l.Kind == ItemKind.Goods);
}
