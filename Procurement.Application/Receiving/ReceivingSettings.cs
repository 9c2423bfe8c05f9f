using Procurement.Application.Settings;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Receiving;

/// <summary>What the body fixes for receiving.</summary>
public sealed class ReceivingSettings : ISettingSource
{
    /// <summary>
    /// Value up to which controller and inspector may sign the conformance and receipt of fully conforming consumables after the effect
    /// (documents 2, timing). Without it every signature comes before.
    /// </summary>
    public static SettingDefinition<Rials> SignAfterBand { get; } = new(
        "receiving_sign_after_band", "documents-timing", [new SettingField("rials", SettingFieldKind.Rials)], fields => fields.Rials("rials"));

    public IEnumerable<SettingDefinition> Settings => [SignAfterBand];
}
