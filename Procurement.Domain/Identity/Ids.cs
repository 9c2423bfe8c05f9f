using Procurement.Domain.Shared;

namespace Procurement.Domain.Identity;

public readonly record struct LoginSessionId(Guid Value) : ITypedId<LoginSessionId>
{
    public static LoginSessionId From(Guid value) => new(value);

    public static LoginSessionId New() => new(Guid.CreateVersion7());
}

public readonly record struct ApiTokenId(Guid Value) : ITypedId<ApiTokenId>
{
    public static ApiTokenId From(Guid value) => new(value);

    public static ApiTokenId New() => new(Guid.CreateVersion7());
}

public readonly record struct OneTimeSecretId(Guid Value) : ITypedId<OneTimeSecretId>
{
    public static OneTimeSecretId From(Guid value) => new(value);

    public static OneTimeSecretId New() => new(Guid.CreateVersion7());
}
