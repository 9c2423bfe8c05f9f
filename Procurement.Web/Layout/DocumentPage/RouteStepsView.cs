namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The route of a document as steps, in signing order.</summary>
public sealed record RouteStepsView(IReadOnlyList<RouteStepView> Steps);

/// <summary>One step of the route.</summary>
/// <param name="Post">Whose step it is: the post, not the person.</param>
/// <param name="Person">Who signed, or whose turn it is; null while nobody is named.</param>
/// <param name="State">Where the step stands.</param>
/// <param name="At">When it was signed; null until then.</param>
/// <param name="Note">«اکنون، نزد شما», «به نیابت از …», or the reason of a return.</param>
public sealed record RouteStepView(string Post, string? Person, RouteStepState State, DateTimeOffset? At = null, string? Note = null)
{
    /// <summary>The signature follows the effect within its days, instead of preceding it.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>The day an after-signature is due.</summary>
    public DateOnly? Due { get; init; }
}

public enum RouteStepState
{
    Signed = 1,
    Current = 2,
    Waiting = 3,
    Objected = 4,
    Refused = 5,
}
