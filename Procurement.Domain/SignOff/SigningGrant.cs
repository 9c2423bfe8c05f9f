using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.SignOff;

public readonly record struct SigningGrantId(Guid Value) : ITypedId<SigningGrantId>
{
    public static SigningGrantId From(Guid value) => new(value);

    public static SigningGrantId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// Leave to sign documents of one kind for five minutes after the signer proved himself again (documents 3.5). Bound to person and login
/// session; never crosses kinds.
/// </summary>
public sealed class SigningGrant : AggregateRoot<SigningGrantId>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private SigningGrant()
    {
    }

    public PersonId PersonId { get; private set; }

    public Guid SessionId { get; private set; }

    public DocumentKind Kind { get; private set; }

    public DateTimeOffset GrantedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static SigningGrant Give(PersonId person, Guid session, DocumentKind kind, DateTimeOffset at) => new()
    {
        Id = SigningGrantId.New(),
        PersonId = person,
        SessionId = session,
        Kind = kind,
        GrantedAt = at,
        ExpiresAt = at + Lifetime,
    };

    public bool Covers(PersonId person, Guid session, DocumentKind kind, DateTimeOffset at) =>
        PersonId == person && SessionId == session && Kind == kind && GrantedAt <= at && at < ExpiresAt;
}
