using System.Text.Encodings.Web;
using System.Text.Json;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Domain.Settings;

/// <summary>Where a version of a setting stands. Stored numbers: never renumber.</summary>
public enum SettingState
{
    /// <summary>Came with the product, with the source it was read in.</summary>
    Shipped = 1,

    /// <summary>Entered by one person, waits for another.</summary>
    Proposed = 2,

    /// <summary>In force from its day.</summary>
    Approved = 3,

    Rejected = 4,
}

/// <summary>
/// One value of a setting from a day on (نسخه تنظیم), with its legal basis, who entered and who approved it. It is never edited: a
/// correction is another version, and a file keeps the version that decided it.
/// </summary>
public sealed class SettingVersion : AggregateRoot<SettingId>
{
    public const int MaxKeyLength = 60;
    public const int MaxBasisLength = 500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SettingVersion()
    {
    }

    public string Key { get; private set; } = "";

    /// <summary>The fields as a JSON object, in the order of the definition.</summary>
    public string Json { get; private set; } = "";

    /// <summary>First day it holds, up to the day before the next one's; null for a shipped value whose day nobody has verified, which is never used.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>Decree, article or letter it rests on.</summary>
    public string LegalBasis { get; private set; } = "";

    public SettingState State { get; private set; }

    /// <summary>A sample for demonstration («نمونه»), not a value of law.</summary>
    public bool IsSample { get; private set; }

    /// <summary>Who entered it; null for a shipped one.</summary>
    public PersonId? ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string Reason { get; private set; } = "";

    public SettingFields Fields => new(JsonSerializer.Deserialize<Dictionary<string, string>>(Json)!);

    /// <summary>Enters a value from a day on; it holds only when another person approves it.</summary>
    public static Result<SettingVersion> Propose(
        SettingDefinition definition, IReadOnlyDictionary<string, string?> typed, DateOnly from, string? legalBasis, PersonId by, DateTimeOffset at)
    {
        var fields = definition.Read(typed);
        if (!fields.Succeeded) return fields.Plain();
        var basis = PersianText.CleanLines(legalBasis ?? "");
        if (basis.Length is 0 or > MaxBasisLength) return Refusal.Invalid("settings.legal-basis-missing", MaxBasisLength).At(nameof(LegalBasis));

        var version = Of(definition, fields.Value, from, basis, at);
        version.State = SettingState.Proposed;
        version.ProposedBy = by;
        return version;
    }

    /// <summary>A value that comes with the product or with the demonstration data.</summary>
    public static Result<SettingVersion> Ship(
        SettingDefinition definition, IReadOnlyDictionary<string, string?> typed, DateOnly? from, string legalBasis, bool isSample, DateTimeOffset at)
    {
        var fields = definition.Read(typed);
        if (!fields.Succeeded) return fields.Plain();

        var version = Of(definition, fields.Value, from, PersianText.CleanLines(legalBasis), at);
        version.State = SettingState.Shipped;
        version.IsSample = isSample;
        return version;
    }

    /// <summary>Puts it in force; never by the person who entered it.</summary>
    public Result Approve(PersonId by, DateTimeOffset at) => Decide(SettingState.Approved, by, at, "");

    /// <summary>Turns it down with a reason.</summary>
    public Result Reject(PersonId by, DateTimeOffset at, string? reason)
    {
        var why = PersianText.CleanLines(reason ?? "");
        return why.Length is 0 or > MaxBasisLength
            ? Refusal.Invalid("settings.reason-missing", MaxBasisLength).At(nameof(Reason))
            : Decide(SettingState.Rejected, by, at, why);
    }

    private static SettingVersion Of(SettingDefinition definition, SettingFields fields, DateOnly? from, string basis, DateTimeOffset at) => new()
    {
        Id = SettingId.New(),
        Key = definition.Key,
        Json = JsonSerializer.Serialize(definition.Fields.ToDictionary(f => f.Name, f => fields.Text(f.Name)), Readable),
        EffectiveFrom = from,
        LegalBasis = basis,
        ProposedAt = at,
    };

    private Result Decide(SettingState state, PersonId by, DateTimeOffset at, string reason)
    {
        if (State != SettingState.Proposed) return Refusal.Rule("settings.decided-already");
        if (by == ProposedBy) return Refusal.Rule("settings.approver-entered-it");

        State = state;
        DecidedBy = by;
        DecidedAt = at;
        Reason = reason;
        return Result.Ok;
    }
}
