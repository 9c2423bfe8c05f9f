using Procurement.Application.Issuing.ListGatePasses;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;

namespace Procurement.Application.Issuing;

/// <summary>Lists of the issue chain, page by page, of what a reader may see: his units', his own, and those on whose route he stands.</summary>
public interface IIssuingQueries
{
    Task<ListVouchers.VoucherPage> Vouchers(ListVouchers.ListVouchers asked, UnitScope scope, PersonId reader, CancellationToken ct);

    Task<GatePassPage> Passes(ListGatePasses.ListGatePasses asked, UnitScope scope, PersonId reader, DateOnly today, CancellationToken ct);

    Task<IReadOnlyList<GatePassRow>> FindPass(ScannedPass scanned, UnitScope scope, PersonId reader, DateOnly today, CancellationToken ct);

    /// <summary>Kind and number of documents, whoever asks: a form names the documents it rests on.</summary>
    Task<IReadOnlyDictionary<DocumentId, DocumentLabel>> Labels(IReadOnlyCollection<DocumentId> documents, CancellationToken ct);

    Task<IReadOnlyList<StoppedRow>> Stopped(UnitScope scope, CancellationToken ct);
}
