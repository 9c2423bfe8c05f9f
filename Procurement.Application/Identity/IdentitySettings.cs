using Procurement.Application.Settings;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Identity;

/// <summary>Settings of logins that two people decide; what belongs to the machine stands in <see cref="SecurityOptions"/>.</summary>
public sealed class IdentitySettings : ISettingSource
{
    /// <summary>Hours within which one administrator does not both reset a second factor and give a link for a new password.</summary>
    public static SettingDefinition<TimeSpan> RecoveryHours { get; } = new(
        "recovery_hours", "identity-recovery", [new SettingField("hours", SettingFieldKind.Number)],
        fields => fields.Number("hours") is var hours and > 0 and <= Longest ? TimeSpan.FromHours(hours) : Refusal.Invalid("settings.not-a-number").At("hours"));

    /// <summary>A year; more would only be a slip of the pen.</summary>
    private const int Longest = 24 * 366;

    public IEnumerable<SettingDefinition> Settings => [RecoveryHours];
}
