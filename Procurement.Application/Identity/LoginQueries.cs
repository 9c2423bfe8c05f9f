using Procurement.Application.Organisation;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity;

/// <summary>Lists about logins.</summary>
public interface ILoginQueries
{
    Task<OwnLogin?> Own(PersonId person, CancellationToken ct);

    Task<IReadOnlyList<SessionRow>> Sessions(PersonId person, SessionLife life, DateTimeOffset at, CancellationToken ct);

    Task<IReadOnlyList<TokenRow>> Tokens(PersonId person, CancellationToken ct);

    /// <summary>The last lines of the door's book about one person, newest first.</summary>
    Task<IReadOnlyList<LoginEventRow>> Events(PersonId person, int count, CancellationToken ct);

    /// <summary>Staff of the given units whose name, national id or login holds the text, with their login if any; by name.</summary>
    Task<IReadOnlyList<LoginRow>> Logins(UnitScope scope, string? text, string? afterKey, PersonId? afterId, int count, DateTimeOffset at, CancellationToken ct);
}

public sealed record PasskeyRow(Guid Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt);

public sealed record OwnLogin(
    string UserName, DateTimeOffset? PasswordSetAt, DateTimeOffset? SecondFactorSince, int RecoveryCodesLeft, IReadOnlyList<PasskeyRow> Passkeys);

public sealed record SessionRow(LoginSessionId Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, string Address, string Agent, SignInMethod Method);

public sealed record TokenRow(
    ApiTokenId Id, string Name, string Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

public sealed record LoginEventRow(DateTimeOffset At, LoginEventKind Kind, string Address, string Agent, PersonId? By);

/// <summary>One member of staff and his login; <see cref="UserName"/> is null when he has none.</summary>
public sealed record LoginRow(
    PersonId PersonId, string SortKey, string FullName, string NationalId, OrgUnitId UnitId, string? UserName, bool HasPassword, bool IsDisabled, bool IsLocked,
    bool HasSecondFactor);

/// <summary>Everything the page of one's own login shows.</summary>
public sealed record OwnLoginView(OwnLogin Login, IReadOnlyList<LoginEventRow> Events);

[Requires(IdentityPermissions.Own)]
public sealed record ShowOwnLogin : IQuery<Result<OwnLoginView>>;

internal sealed class ShowOwnLoginHandler(ILoginQueries queries, ICurrentActor actor) : IQueryHandler<ShowOwnLogin, Result<OwnLoginView>>
{
    private const int ShownEvents = 20;

    public async Task<Result<OwnLoginView>> Handle(ShowOwnLogin query, CancellationToken cancellationToken) =>
        await queries.Own(actor.Person, cancellationToken) is { } own
            ? new OwnLoginView(own, await queries.Events(actor.Person, ShownEvents, cancellationToken))
            : Refusal.NotFound("identity.login-unknown");
}

[Requires(IdentityPermissions.Own)]
public sealed record ListOwnSessions : IQuery<Result<IReadOnlyList<SessionRow>>>;

internal sealed class ListOwnSessionsHandler(
    ILoginQueries queries, Microsoft.Extensions.Options.IOptions<SecurityOptions> options, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListOwnSessions, Result<IReadOnlyList<SessionRow>>>
{
    public async Task<Result<IReadOnlyList<SessionRow>>> Handle(ListOwnSessions query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<SessionRow>>.Of(await queries.Sessions(actor.Person, options.Value.Life, clock.Now, cancellationToken));
}

[Requires(IdentityPermissions.Own)]
public sealed record ListOwnTokens : IQuery<Result<IReadOnlyList<TokenRow>>>;

internal sealed class ListOwnTokensHandler(ILoginQueries queries, ICurrentActor actor) : IQueryHandler<ListOwnTokens, Result<IReadOnlyList<TokenRow>>>
{
    public async Task<Result<IReadOnlyList<TokenRow>>> Handle(ListOwnTokens query, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<TokenRow>>.Of(await queries.Tokens(actor.Person, cancellationToken));
}

/// <summary>The administrator's list of staff and their logins.</summary>
[Requires(IdentityPermissions.Administer)]
public sealed record ListLogins(string? Text, string? AfterKey, PersonId? AfterId) : IQuery<Result<IReadOnlyList<LoginRow>>>
{
    public const int PageSize = 50;
}

internal sealed class ListLoginsHandler(ILoginQueries queries, ChartOfCall charts, ICurrentActor actor, IBodyClock clock)
    : IQueryHandler<ListLogins, Result<IReadOnlyList<LoginRow>>>
{
    public async Task<Result<IReadOnlyList<LoginRow>>> Handle(ListLogins query, CancellationToken cancellationToken)
    {
        var scope = (await charts.Get(cancellationToken)).ScopeOf(actor.Person, clock.Today);
        return Result<IReadOnlyList<LoginRow>>.Of(await queries.Logins(
            scope, query.Text, query.AfterKey, query.AfterId, ListLogins.PageSize, clock.Now, cancellationToken));
    }
}

/// <summary>One person's login with its sessions and the door's book, for the administrator.</summary>
public sealed record LoginDetail(string FullName, OwnLogin? Login, bool IsDisabled, bool IsLocked, IReadOnlyList<SessionRow> Sessions, IReadOnlyList<LoginEventRow> Events);

[Requires(IdentityPermissions.Administer)]
public sealed record ShowLogin(PersonId PersonId) : IQuery<Result<LoginDetail>>;

internal sealed class ShowLoginHandler(
    ILoginQueries queries, IAccounts accounts, Logins.AccountAdministration administration, ChartOfCall charts,
    Microsoft.Extensions.Options.IOptions<SecurityOptions> options, IBodyClock clock) : IQueryHandler<ShowLogin, Result<LoginDetail>>
{
    private const int ShownEvents = 50;

    public async Task<Result<LoginDetail>> Handle(ShowLogin query, CancellationToken cancellationToken)
    {
        var seen = await administration.MaySee(query.PersonId, cancellationToken);
        if (!seen.Succeeded) return seen;
        var account = await accounts.Look(query.PersonId, cancellationToken);
        return new LoginDetail(
            (await charts.Get(cancellationToken)).NameOf(query.PersonId),
            await queries.Own(query.PersonId, cancellationToken),
            account?.IsDisabled == true,
            account?.IsLockedAt(clock.Now) == true,
            await queries.Sessions(query.PersonId, options.Value.Life, clock.Now, cancellationToken),
            await queries.Events(query.PersonId, ShownEvents, cancellationToken));
    }
}
