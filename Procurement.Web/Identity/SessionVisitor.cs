using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Web.Navigation;
using Procurement.Web.Resources;

namespace Procurement.Web.Identity;

/// <summary>The visitor as his posts describe him today.</summary>
internal sealed class SessionVisitor(PermissionTable permissions, CallContext call, IHttpContextAccessor http, ITexts texts) : IVisitor
{
    private OrganisationChart? _chart;
    private PersonId _person;
    private DateOnly _day;

    public bool IsSignedIn => _chart is not null;

    public string? Name => _chart?.NameOf(_person);

    public string? Post => Authority is { } authority ? texts.Of(authority.Post.Capacity) : null;

    public string? Unit => _chart?.Person(_person) is { } staff && _chart.Unit(staff.UnitId) is { } unit
        ? texts.Language == Language.English && unit.NameEn.Length > 0 ? unit.NameEn : unit.Name
        : null;

    public string? ActingFor => Authority?.ActingFor is { } other ? _chart!.NameOf(other) : null;

    /// <summary>Whether a signing act may be proved by passkey.</summary>
    public bool HasPasskey => http.HttpContext?.Features.Get<KnownCaller>()?.HasPasskey == true;

    /// <summary>One's own posts before those held for somebody else.</summary>
    private Authority? Authority => _chart?.AuthoritiesOf(_person, _day).OrderBy(a => a.ActingFor is not null).FirstOrDefault();

    public void Recognise(PersonId person, OrganisationChart chart, DateOnly day) => (_person, _chart, _day) = (person, chart, day);

    public bool May(string permission) =>
        _chart is not null && permissions.Allows(permission, _chart, _person, _day) && call.TokenScopes?.Contains(permission) != false;
}
