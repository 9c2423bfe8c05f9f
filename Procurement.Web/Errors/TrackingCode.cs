using System.Diagnostics;

namespace Procurement.Web.Errors;

/// <summary>The code a person reads to the help desk to find one failed request in the log.</summary>
public static class TrackingCode
{
    private const int Length = 8;

    /// <summary>The beginning of the request's trace id: short enough to read out, and a prefix search finds it in the log.</summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return trace.Length > Length ? trace[..Length] : trace;
    }
}
