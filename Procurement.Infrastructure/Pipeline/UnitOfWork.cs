using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Procurement.Application.AuditTrail;
using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Organisation;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Persistence.Sql;
using Procurement.Infrastructure.SignOff;

namespace Procurement.Infrastructure.Pipeline;

/// <inheritdoc cref="IUnitOfWork"/>
/// <remarks>
/// The order inside the transaction is fixed (docs/decisions/0004): idempotency row, re-checks, aggregates, ledgers, numbers, audit
/// leaves, commit. Whatever needs no lock is done before the transaction begins.
/// </remarks>
internal sealed class UnitOfWork(
    ProcurementDb db, ISqlSession sql, WriteGate gate, PostingPlan plan, IEnumerable<ILedger> ledgers, ChartOfCall charts, IAuditAppender audit,
    UniqueRefusals uniques, CallContext context, IBodyClock clock) : IUnitOfWork
{
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        var roots = db.ChangeTracker.Entries<IAggregateRoot>().Select(e => e.Entity).ToList();
        List<IDomainEvent> happened = [.. roots.SelectMany(r => r.Events)];
        foreach (var root in roots) root.ClearEvents();
        return happened;
    }

    public async Task<StoredAnswer?> FindAnswer(RequestKey key, CancellationToken ct)
    {
        var found = await sql.Query(
            $"SELECT request_hash, answer FROM request_answer WHERE person_id = {key.PersonId} AND key = {key.Key}",
            row => new StoredAnswer(row.GetString(0), row.GetString(1)), ct);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<Result> Commit(Commitment commitment, CancellationToken ct)
    {
        var moment = new PostingMoment(clock.Now, Guid.CreateVersion7());
        var touched = Touched();
        StoreVersions(touched.Documents);
        var leaves = LeavesOf(commitment, touched, moment);
        var ordered = ledgers.OrderBy(l => l.Order)
            .Select(l => (Ledger: l, Postings: plan.Postings.Where(l.Takes).ToList())).Where(l => l.Postings.Count > 0).ToList();

        var turn = await gate.Enter(ct);
        if (!turn.Succeeded) return turn.Plain();
        using (turn.Value)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (commitment.Key is { } key && !await KeepAnswer(key, commitment.Payload, moment.At, ct)) return Refusal.Rule("shared.request-repeated");
            await Recheck(touched.Organisation, ct);

            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException fault) when (uniques.Find(db, fault) is { } refusal)
            {
                return refusal;
            }

            foreach (var (ledger, postings) in ordered)
            {
                var applied = await ledger.Apply(postings, moment, ct);
                if (!applied.Succeeded) return applied;
            }

            await TakeNumbers(touched.Documents, ct);
            await audit.Append(leaves, ct);
            if (commitment.Rehearsal) await transaction.RollbackAsync(ct);
            else await transaction.CommitAsync(ct);
        }

        return Result.Ok;
    }

    /// <summary>Every path to the caller is re-checked against the organisation as it stands now, not as it was read.</summary>
    private async Task Recheck(bool organisationChanged, CancellationToken ct)
    {
        if (organisationChanged)
            await sql.Execute($"UPDATE organisation_version SET version = version + 1 WHERE id = 1", ct);
        if (charts.Used is not { } used) return;

        var now = (await sql.Query($"SELECT version FROM organisation_version WHERE id = 1", row => row.GetInt64(0), ct))[0];
        if (now != used.Version + (organisationChanged ? 1 : 0)) throw new ChartMovedException();
    }

    private async Task<bool> KeepAnswer(RequestKey key, object? payload, DateTimeOffset at, CancellationToken ct)
    {
        var answer = JsonSerializer.Serialize(payload, payload?.GetType() ?? typeof(object));
        return await sql.Execute(
            $"""
            INSERT INTO request_answer (person_id, key, request_hash, answer, at)
            VALUES ({key.PersonId}, {key.Key}, {key.RequestHash}, {answer}, {at}) ON CONFLICT DO NOTHING
            """, ct) == 1;
    }

    private async Task TakeNumbers(IEnumerable<Document> documents, CancellationToken ct)
    {
        var waiting = documents.Select(d => d.SignOff).Where(s => s.AwaitsNumber)
            .OrderBy(s => s.Kind.Code, StringComparer.Ordinal).ThenBy(s => s.SeriesCode, StringComparer.Ordinal).ThenBy(s => s.Id.Value);
        foreach (var sheet in waiting)
        {
            var year = FiscalYear.Of(TehranTime.LocalDate(sheet.SubmittedAt!.Value));
            var serial = (await sql.Query(
                $"""
                INSERT INTO number_counter (kind, series, year, last) VALUES ({sheet.Kind.Code}, {sheet.SeriesCode}, {year.Year}, 1)
                ON CONFLICT (kind, series, year) DO UPDATE SET last = number_counter.last + 1 RETURNING last
                """, row => row.GetInt32(0), ct))[0];
            await sql.Execute($"UPDATE sign_off_sheet SET number_year = {year.Year}, number_serial = {serial} WHERE id = {sheet.Id}", ct);
            sheet.TakeNumber(year, serial);
        }
    }

    private Changes Touched()
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var documents = db.ChangeTracker.Entries<Document>().Select(e => e.Entity).ToList();
        var acts = changed.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<DocumentAct>().ToHashSet();
        var sheets = changed.Select(e => e.Entity).OfType<SignOffSheet>().Select(s => s.Id).ToHashSet();
        return new Changes(
            [.. documents.Where(d => sheets.Contains(d.Id) || d.SignOff.Acts.Any(acts.Contains))],
            acts,
            changed.Exists(IsOrganisation));
    }

    private static bool IsOrganisation(EntityEntry entry) => entry.Entity is OrgUnit or Person or Post or Appointment or Delegation;

    /// <summary>Stores the canonical bytes of every version that leaves its owner's desk.</summary>
    private void StoreVersions(IEnumerable<Document> documents)
    {
        foreach (var document in documents.Where(d => d.SignOff.State != DocumentState.Draft))
        {
            var seal = CanonicalWriter.Seal(document);
            var sheet = document.SignOff;
            if (sheet.SealedVersion == seal.ContentVersion)
            {
                if (sheet.SealedSha256 != seal.Sha256)
                    throw new InvalidOperationException($"The content of {sheet.Kind} changed without a new content version.");
                continue;
            }

            sheet.Sealed(seal);
            db.Add(new DocumentVersionRow
            {
                DocumentId = document.Id,
                ContentVersion = seal.ContentVersion,
                FormVersion = seal.FormVersion,
                Bytes = seal.Bytes.ToArray(),
                Sha256 = seal.Sha256,
            });
        }
    }

    /// <summary>One leaf for each act on a document; a command that touched none, or whose answer carries a hash, leaves one of its own.</summary>
    private List<AuditLeaf> LeavesOf(Commitment commitment, Changes touched, PostingMoment moment)
    {
        var leaves = new List<AuditLeaf>();
        foreach (var document in touched.Documents)
        {
            var sheet = document.SignOff;
            string? now = null;
            foreach (var act in sheet.Acts.Where(touched.Acts.Contains))
            {
                now ??= CanonicalWriter.Seal(document).Sha256;
                leaves.Add(new AuditLeaf(
                    sheet.Kind.Code, document.Id.Value, act.ContentVersion, ContentOf(act, sheet, now), LeafCode.Of(act.Code),
                    act.PersonId.Value, act.PostId?.Value, act.ActingForId?.Value, TehranTime.UnixMicros(act.At), moment.CommandId,
                    act.Note is null ? null : Sha256Hash.Of(Encoding.UTF8.GetBytes(act.Note))));
            }
        }

        if (leaves.Count == 0 || commitment.Payload is IAuditDetail)
        {
            leaves.Add(new AuditLeaf(
                "command", commitment.Subject, null, null, LeafCode.Of(commitment.UseCase), context.Person?.Value, null, null,
                TehranTime.UnixMicros(moment.At), moment.CommandId, (commitment.Payload as IAuditDetail)?.DetailHash));
        }

        return leaves;
    }

    /// <summary>
    /// The hash of the version the act was on. A return and an edit raise the version in the same command: then it is the one sealed before,
    /// or none when that version was a draft never sealed.
    /// </summary>
    private Sha256Hash? ContentOf(DocumentAct act, SignOffSheet sheet, string now)
    {
        if (sheet.Signatures.FirstOrDefault(s => act.Code == ActCode.Signed && s.At == act.At && s.ContentVersion == act.ContentVersion) is { } signature) return Hash(signature.ContentSha256);
        if (act.ContentVersion == sheet.ContentVersion) return Hash(now);

        var before = db.Entry(sheet);
        return before.State != EntityState.Added && before.Property(s => s.SealedVersion).OriginalValue == act.ContentVersion
            ? Hash(before.Property(s => s.SealedSha256).OriginalValue)
            : null;
    }

    private static Sha256Hash Hash(string hex) => Sha256Hash.TryParseHex(hex, out var hash) ? hash : throw new InvalidOperationException("Not a hash.");

    private sealed record Changes(IReadOnlyList<Document> Documents, IReadOnlySet<DocumentAct> Acts, bool Organisation);
}
