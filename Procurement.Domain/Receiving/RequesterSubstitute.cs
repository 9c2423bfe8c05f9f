using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Domain.Receiving;

public readonly record struct RequesterSubstituteId(Guid Value) : ITypedId<RequesterSubstituteId>
{
    public static RequesterSubstituteId From(Guid value) => new(value);

    public static RequesterSubstituteId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// Who judges delivered goods in place of a requester who left the body (جانشین درخواست‌کننده; documents 3.6, control 6.1.d): named by the
/// manager of the requester's unit, marked on every document signed so.
/// </summary>
public sealed class RequesterSubstitute : AggregateRoot<RequesterSubstituteId>
{
    public const int MaxLetterLength = 100;

    private RequesterSubstitute()
    {
    }

    /// <summary>The order or contract whose goods or services are to be judged.</summary>
    public DocumentId BasisId { get; private set; }

    public PersonId RequesterId { get; private set; }

    public PersonId SubstituteId { get; private set; }

    public PersonId NamedBy { get; private set; }

    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>Letter by which the manager names him.</summary>
    public string LetterNo { get; private set; } = "";

    /// <summary>Names a substitute.</summary>
    /// <param name="chart">The organisation.</param>
    /// <param name="basis">The order or contract.</param>
    /// <param name="requester">The requester; must have left.</param>
    /// <param name="substitute">Who judges in his place: of the same unit, not the manager himself.</param>
    /// <param name="letterNo">The manager's letter.</param>
    /// <param name="by">The manager of the requester's unit.</param>
    /// <param name="day">Today.</param>
    public static Result<RequesterSubstitute> Name(
        OrganisationChart chart, DocumentId basis, PersonId requester, PersonId substitute, string? letterNo, ActBy by, DateOnly day)
    {
        if (chart.Person(requester) is not { } left) return Refusal.NotFound("conformance-report.requester-unknown");
        if (left.IsActive) return Refusal.Rule("conformance-report.requester-is-here", left.FullName);
        if (!chart.HasCapacityFor(by.Person, Capacity.UnitManager, left.UnitId, day)) return Refusal.Forbidden("conformance-report.manager-names-substitute");
        if (substitute == by.Person) return Refusal.Rule("conformance-report.manager-cannot-substitute").At("Substitute");
        if (chart.Person(substitute) is not { IsActive: true } named || named.UnitId != left.UnitId)
            return Refusal.Rule("conformance-report.substitute-of-same-unit").At("Substitute");
        var letter = PersianText.Clean(letterNo);
        if (letter.Length is 0 or > MaxLetterLength) return Refusal.Invalid("conformance-report.letter-missing", MaxLetterLength).At(nameof(LetterNo));

        return new RequesterSubstitute
        {
            Id = RequesterSubstituteId.New(),
            BasisId = basis,
            RequesterId = requester,
            SubstituteId = substitute,
            NamedBy = by.Person,
            NamedAt = by.At,
            LetterNo = letter,
        };
    }
}
