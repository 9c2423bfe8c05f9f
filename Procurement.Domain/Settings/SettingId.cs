using Procurement.Domain.Shared;

namespace Procurement.Domain.Settings;

public readonly record struct SettingId(Guid Value) : ITypedId<SettingId>
{
    public static SettingId From(Guid value) => new(value);

    public static SettingId New() => new(Guid.CreateVersion7());
}
