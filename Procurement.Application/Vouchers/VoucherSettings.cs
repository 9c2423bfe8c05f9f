using Procurement.Application.Settings;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;
using Procurement.Domain.Vouchers;

namespace Procurement.Application.Vouchers;

/// <summary>Value-added tax of one year, in hundredths of a percent; a year nobody entered has no rate (law file 4.6).</summary>
public sealed record TaxRate(int Year, long BasisPoints);

/// <summary>What is withheld from payments for services and works, in hundredths of a percent.</summary>
public sealed record WithholdingRules(long Tax, long SocialSecurity, long Retention);

/// <summary>What the law or the body fixes for matching and paying.</summary>
public sealed class VoucherSettings : ISettingSource
{
    private const int FirstYear = 1300;
    private const int LastYear = 1500;

    /// <summary>The rate of each year by itself, so that a year the legislator has not settled is asked for, never carried over.</summary>
    public static SettingDefinition<TaxRate> VatRate { get; } = new(
        "vat_rate", "vat-law-7", [new SettingField("year", SettingFieldKind.Number), new SettingField("percent", SettingFieldKind.Percent)],
        fields => fields.Number("year") is >= FirstYear and <= LastYear
            ? new TaxRate((int)fields.Number("year"), fields.BasisPoints("percent"))
            : Refusal.Invalid("settings.not-a-number").At("year"));

    /// <summary>How much dearer than agreed a line may be and still be paid.</summary>
    public static SettingDefinition<long> PriceTolerance { get; } = GeneralSettings.Percent("invoice_price_tolerance", "product-match");

    public static SettingDefinition<WithholdingRules> Withholding { get; } = new(
        "withholding_rules", "social-security-38",
        [new SettingField("tax", SettingFieldKind.Percent), new SettingField("social_security", SettingFieldKind.Percent), new SettingField("retention", SettingFieldKind.Percent)],
        fields => new WithholdingRules(fields.BasisPoints("tax"), fields.BasisPoints("social_security"), fields.BasisPoints("retention")));

    public IEnumerable<SettingDefinition> Settings => [VatRate, PriceTolerance, Withholding];
}

/// <summary>The settings as matching and paying read them.</summary>
internal sealed class PaymentRules(ISettings settings)
{
    /// <summary>Tolerance and tax rate for an invoice of this day; the rate is asked for only where tax is billed.</summary>
    public async Task<Result<MatchLimits>> LimitsOf(SupplierInvoice invoice, CancellationToken ct)
    {
        var tolerance = await settings.Require(VoucherSettings.PriceTolerance, invoice.Date, ct);
        if (!tolerance.Succeeded) return tolerance.Plain();
        if (invoice.Tax.IsZero) return new MatchLimits(tolerance.Value.Value, 0);

        var year = FiscalYear.Of(invoice.Date).Year;
        var rates = await settings.History(VoucherSettings.VatRate, ct);
        var rate = rates.Where(r => r.Value.Year == year).Select(r => r.Value).LastOrDefault();
        return rate is null ? Refusal.Rule("supplier-invoice.tax-rate-not-entered", year) : new MatchLimits(tolerance.Value.Value, rate.BasisPoints);
    }

    public Task<Result<InForce<WithholdingRules>>> Withholding(DateOnly day, CancellationToken ct) => settings.Require(VoucherSettings.Withholding, day, ct);
}
