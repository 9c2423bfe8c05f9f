namespace Procurement.Web.Navigation;

/// <summary>Who is looking at the page, as far as the shell around it needs to know.</summary>
public interface IVisitor
{
    bool IsSignedIn { get; }

    /// <summary>The person's name.</summary>
    string? Name { get; }

    /// <summary>The post the person acts in, such as the finance controller.</summary>
    string? Post { get; }

    /// <summary>The unit the post serves.</summary>
    string? Unit { get; }

    /// <summary>Whom the person acts for; null when for nobody.</summary>
    string? ActingFor { get; }

    bool May(string permission);
}

/// <summary>The visitor as the claims of the session describe him.</summary>
public sealed class ClaimsVisitor(IHttpContextAccessor http) : IVisitor
{
    public const string NameClaim = "name";
    public const string PostClaim = "post";
    public const string UnitClaim = "unit";
    public const string ActingForClaim = "acting_for";
    public const string PermissionClaim = "permission";

    public bool IsSignedIn => http.HttpContext?.User.Identity?.IsAuthenticated == true;

    public string? Name => Claim(NameClaim) ?? http.HttpContext?.User.Identity?.Name;

    public string? Post => Claim(PostClaim);

    public string? Unit => Claim(UnitClaim);

    public string? ActingFor => Claim(ActingForClaim);

    public bool May(string permission) => http.HttpContext?.User.HasClaim(PermissionClaim, permission) == true;

    private string? Claim(string type) => http.HttpContext?.User.FindFirst(type)?.Value;
}
