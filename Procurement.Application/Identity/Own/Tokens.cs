using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Identity;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity.Own;

/// <summary>Issues a token for a program; the answer shows it this once.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">Permissions, or names of whole capabilities.</param>
/// <param name="Days">How long it is good.</param>
/// <param name="Proof">Password, code or passkey proof.</param>
[Requires(IdentityPermissions.Own)]
public sealed record IssueToken(string Name, IReadOnlyList<string> Scopes, int Days, string Proof) : ICommand<Result<string>>;

internal sealed class IssueTokenHandler(
    IDoorRecords records, IReauthentication reauthentication, PermissionTable permissions, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<IssueToken, Result<string>>
{
    public async Task<Result<string>> Handle(IssueToken command, CancellationToken cancellationToken)
    {
        var known = TokenScopes.Offered(permissions).ToHashSet(StringComparer.Ordinal);
        if (command.Scopes.FirstOrDefault(s => !known.Contains(s)) is { } unknown) return Refusal.Invalid("identity.token-scope-unknown", unknown).At(nameof(command.Scopes));
        var text = TokenScopes.Mark + Secrets.NewText();
        var token = ApiToken.Issue(actor.Person, command.Name, [.. command.Scopes.Distinct()], Secrets.HashOf(text), command.Days, clock.Now);
        if (!token.Succeeded) return token.Plain();

        // Last, so that a slip in the form does not use up a one-time code.
        var proven = await reauthentication.Prove(actor.Person, command.Proof, cancellationToken);
        if (!proven.Succeeded) return proven;

        records.Add(token.Value);
        records.Add(LoginEvent.Of(LoginEventKind.TokenIssued, actor.Person, origin.Current, clock.Now));
        return text;
    }
}

/// <summary>Which scopes a token may be given: every permission and capability, but never logins themselves.</summary>
public static class TokenScopes
{
    /// <summary>What every token begins with, so that one left in a file is recognised.</summary>
    public const string Mark = "prc_";

    private const string Logins = "identity";

    public static IEnumerable<string> Offered(PermissionTable permissions) => permissions.Grants
        .Select(g => g.Permission).Where(p => CapabilityOf(p) != Logins).SelectMany(p => new[] { CapabilityOf(p), p })
        .Distinct().Order(StringComparer.Ordinal);

    public static string CapabilityOf(string permission) => permission[..permission.IndexOf('.', StringComparison.Ordinal)];
}

[Requires(IdentityPermissions.Own)]
public sealed record RevokeToken(ApiTokenId TokenId) : ICommand<Result>
{
    public Guid? AuditSubject => TokenId.Value;
}

internal sealed class RevokeTokenHandler(IDoorRecords records, ICallerOrigin origin, ICurrentActor actor, IBodyClock clock) : ICommandHandler<RevokeToken, Result>
{
    public async Task<Result> Handle(RevokeToken command, CancellationToken cancellationToken)
    {
        var token = await records.FindToken(command.TokenId, cancellationToken);
        if (token is null || token.PersonId != actor.Person) return Refusal.NotFound("identity.token-unknown");

        records.Add(LoginEvent.Of(LoginEventKind.TokenRevoked, actor.Person, origin.Current, clock.Now));
        return token.Revoke(clock.Now);
    }
}
