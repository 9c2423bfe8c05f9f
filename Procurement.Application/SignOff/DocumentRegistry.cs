using System.Collections.Frozen;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff;

/// <summary>Where the numbers of a kind are counted.</summary>
public enum NumberSeries
{
    Unit = 1,
    Store = 2,
}

/// <summary>Which signatures of a kind are proved each for itself (documents 3.5).</summary>
public enum ProvedEachTime
{
    /// <summary>None: a living grant serves.</summary>
    None = 1,

    /// <summary>Those on documents above the band (<see cref="SigningGrants.ISigningBand"/>).</summary>
    AboveBand = 2,

    /// <summary>All of them: awards and overrides.</summary>
    All = 3,
}

/// <summary>
/// What a document kind declares of itself; inbox, timeline, numbering, signing, audit, print, verification, search and export read only
/// this. A new kind is this one class beside its aggregate, found by scan.
/// </summary>
public abstract class DocumentKindDefinition
{
    public abstract DocumentKind Kind { get; }

    public abstract DocumentGroup Group { get; }

    /// <summary>The aggregate's type.</summary>
    public abstract Type DocumentType { get; }

    /// <summary>The folder name of the capability in every project: <c>Requests</c>.</summary>
    public abstract string Capability { get; }

    /// <summary>Prefix of the number in Persian, «رس», and in the API, <c>GR</c>.</summary>
    public abstract string PrefixFa { get; }

    public abstract string PrefixEn { get; }

    public virtual NumberSeries Series => NumberSeries.Unit;

    /// <summary>The route that ships; an approved route setting replaces it (documents 2).</summary>
    public abstract IReadOnlyList<RouteStepRule> DefaultRoute { get; }

    /// <summary>Which shared moves the kind has beside submit, sign, return, refuse, withdraw and cancel.</summary>
    public virtual IReadOnlySet<DocumentMove> ExtraMoves { get; } = new HashSet<DocumentMove>();

    /// <summary>Posts that may draft one, for the staffing check and the menu; empty when any staff member may.</summary>
    public virtual IReadOnlyList<Capacity> DraftedBy { get; } = [];

    /// <summary>Which signatures are proved each for itself, never by a grant or in a list (documents 3.5).</summary>
    public virtual ProvedEachTime ProvedEachTime => ProvedEachTime.None;
}

/// <summary>All document kinds, by code and by aggregate type.</summary>
public sealed class DocumentRegistry
{
    private readonly FrozenDictionary<string, DocumentKindDefinition> _byCode;
    private readonly FrozenDictionary<Type, DocumentKindDefinition> _byType;

    public DocumentRegistry(IEnumerable<DocumentKindDefinition> kinds)
    {
        var all = kinds.ToList();
        _byCode = all.ToFrozenDictionary(k => k.Kind.Code, StringComparer.Ordinal);
        _byType = all.ToFrozenDictionary(k => k.DocumentType);
        foreach (var kind in all)
        {
            var route = RouteDefinition.Create(kind.Kind, kind.Group, kind.DefaultRoute);
            if (!route.Succeeded) throw new InvalidOperationException($"Default route of {kind.Kind}: {route.Refusal}");
        }
    }

    public IEnumerable<DocumentKindDefinition> Kinds => _byCode.Values.OrderBy(k => k.Kind.Code, StringComparer.Ordinal);

    public DocumentKindDefinition Of(DocumentKind kind) => _byCode[kind.Code];

    public DocumentKindDefinition Of(Document document) => _byType[document.GetType()];

    public DocumentKindDefinition? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The number as people read it: «رس-۱۲-۱۴۰۵-۰۰۳۴۷» is this with Persian digits and prefix.</summary>
    public string NumberOf(DocumentKind kind, string series, int year, int serial, bool persian)
    {
        var definition = Of(kind);
        var text = FormattableString.Invariant($"{(persian ? definition.PrefixFa : definition.PrefixEn)}-{series}-{year}-{serial:00000}");
        return persian ? PersianText.ToPersianDigits(text) : text;
    }
}
