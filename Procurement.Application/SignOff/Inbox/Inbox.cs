using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.Inbox;

/// <summary>What waits for me (کارتابل): every document of every kind whose open step I may sign, oldest due first.</summary>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="ActingOnly">Only what I hold by delegation.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
[Requires(SignOffPermissions.Read)]
public sealed record Inbox(string? Kind = null, bool ActingOnly = false, InboxCursor? After = null) : IQuery<Result<InboxPage>>;

/// <summary>How much waits for me: the number beside the menu line, and whether a signer has something to go on with.</summary>
[Requires(SignOffPermissions.Read)]
public sealed record CountInbox : IQuery<Result<int>>;

/// <summary>Key of the last row of a page: due instant, then document.</summary>
public sealed record InboxCursor(long DueAt, Guid DocumentId);

public sealed record InboxPage(IReadOnlyList<InboxRow> Rows, IReadOnlyList<InboxCount> Counts, int Total, int Overdue, int DueTomorrow, InboxCursor? Next);

public sealed record InboxCount(string Kind, int Count);

public sealed record InboxRow(
    DocumentId DocumentId, string Kind, string Number, string NumberFa, string Subject, long? AmountRials, string UnitName, string From,
    Capacity MyCapacity, DateTimeOffset WaitingSince, DateTimeOffset DueAt, Capacity? NextCapacity, int ContentVersion, bool ActingFor, bool OpenedByMe,
    bool UnderObjection, string? ClaimedBy);

/// <summary>Posts and persons an inbox is read for.</summary>
public sealed record InboxOwner(PersonId Person, IReadOnlyList<PostId> OwnPosts, IReadOnlyList<PostId> ActingPosts, IReadOnlyList<PersonId> ActingForPersons);

public interface IInboxQueries
{
    Task<InboxPage> Page(InboxOwner owner, Inbox asked, DateTimeOffset now, DateTimeOffset endOfTomorrow, CancellationToken ct);

    /// <summary>The number beside the menu entry.</summary>
    Task<int> Count(InboxOwner owner, CancellationToken ct);
}

internal sealed class InboxHandler(IInboxQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<Inbox, Result<InboxPage>>
{
    public async Task<Result<InboxPage>> Handle(Inbox query, CancellationToken cancellationToken)
    {
        var owner = InboxOwners.Of(await charts.Get(cancellationToken), actor.Person, clock.Today);
        var endOfTomorrow = TehranTime.StartOfDay(clock.Today.AddDays(2));
        return await queries.Page(owner, query, clock.Now, endOfTomorrow, cancellationToken);
    }
}

internal sealed class CountInboxHandler(IInboxQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock) : IQueryHandler<CountInbox, Result<int>>
{
    public async Task<Result<int>> Handle(CountInbox query, CancellationToken cancellationToken) =>
        await queries.Count(InboxOwners.Of(await charts.Get(cancellationToken), actor.Person, clock.Today), cancellationToken);
}

public static class InboxOwners
{
    public static InboxOwner Of(OrganisationChart chart, PersonId person, DateOnly day)
    {
        var authorities = chart.AuthoritiesOf(person, day).ToList();
        return new InboxOwner(
            person,
            [.. authorities.Where(a => a.ActingFor is null).Select(a => a.Post.Id).Distinct()],
            [.. authorities.Where(a => a.ActingFor is not null).Select(a => a.Post.Id).Distinct()],
            [.. authorities.Where(a => a.ActingFor is not null && a.Post.Capacity == Capacity.Inspector).Select(a => a.ActingFor!.Value).Distinct()]);
    }
}
