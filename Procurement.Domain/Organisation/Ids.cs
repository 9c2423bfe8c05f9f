using Procurement.Domain.Shared;

namespace Procurement.Domain.Organisation;

public readonly record struct OrgUnitId(Guid Value) : ITypedId<OrgUnitId>
{
    public static OrgUnitId From(Guid value) => new(value);

    public static OrgUnitId New() => new(Guid.CreateVersion7());
}

public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static PersonId New() => new(Guid.CreateVersion7());

    public static bool operator <(PersonId left, PersonId right) => left.Value < right.Value;

    public static bool operator >(PersonId left, PersonId right) => left.Value > right.Value;
}

public readonly record struct PostId(Guid Value) : ITypedId<PostId>
{
    public static PostId From(Guid value) => new(value);

    public static PostId New() => new(Guid.CreateVersion7());
}

public readonly record struct AppointmentId(Guid Value) : ITypedId<AppointmentId>
{
    public static AppointmentId From(Guid value) => new(value);

    public static AppointmentId New() => new(Guid.CreateVersion7());
}

public readonly record struct DelegationId(Guid Value) : ITypedId<DelegationId>
{
    public static DelegationId From(Guid value) => new(value);

    public static DelegationId New() => new(Guid.CreateVersion7());
}
