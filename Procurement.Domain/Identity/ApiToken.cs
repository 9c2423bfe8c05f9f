using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

/// <summary>
/// A key by which a program acts for a person over the API (کلید دسترسی برنامه): named, limited to scopes, with an end. It never gives more
/// than its owner may do himself.
/// </summary>
public sealed class ApiToken : AggregateRoot<ApiTokenId>
{
    public const int MaxNameLength = 80;
    public const int LongestDays = 366;
    public const int MostScopes = 60;

    private ApiToken()
    {
    }

    public PersonId PersonId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the token; the token itself is shown once and never kept.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>Permissions, or whole capabilities, separated by spaces.</summary>
    public string ScopeList { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public IReadOnlySet<string> Scopes => ScopeList.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    public static Result<ApiToken> Issue(
        PersonId person, string name, IReadOnlyCollection<string> scopes, string secretHash, int days, DateTimeOffset at)
    {
        name = PersianText.Clean(name);
        if (name.Length is 0 or > MaxNameLength) return Refusal.Invalid("identity.token-name-missing", MaxNameLength).At(nameof(Name));
        if (scopes.Count is 0 or > MostScopes) return Refusal.Invalid("identity.token-without-scope").At(nameof(Scopes));
        if (days is < 1 or > LongestDays) return Refusal.Invalid("identity.token-days-invalid", LongestDays).At("Days");

        return new ApiToken
        {
            Id = ApiTokenId.New(),
            PersonId = person,
            Name = name,
            SecretHash = secretHash,
            ScopeList = string.Join(' ', scopes.Order(StringComparer.Ordinal)),
            CreatedAt = at,
            ExpiresAt = at.AddDays(days),
        };
    }

    public bool IsGoodAt(DateTimeOffset at) => RevokedAt is null && at < ExpiresAt;

    public Result Revoke(DateTimeOffset at)
    {
        if (RevokedAt is not null) return Refusal.Rule("identity.token-already-revoked", Name);

        RevokedAt = at;
        return Result.Ok;
    }
}
