using Procurement.Domain.Issuing;
using Procurement.Web.Pages.Documents;

namespace Procurement.Web.Pages.Issuing;

internal sealed class IssueVoucherFormats : IContentFormats
{
    public string Kind => IssueVoucher.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["lines.quantity"] = ContentFormat.Quantity,
        ["lines.value"] = ContentFormat.Rials,
    };
}

internal sealed class GatePassFormats : IContentFormats
{
    public string Kind => GatePass.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["basis"] = ContentFormat.Word,
        ["leftAt"] = ContentFormat.Instant,
        ["confirmedAt"] = ContentFormat.Instant,
        ["lines.quantity"] = ContentFormat.Quantity,
        ["lines.left"] = ContentFormat.Quantity,
        ["lines.arrived"] = ContentFormat.Quantity,
        ["lines.disputed"] = ContentFormat.Quantity,
    };
}

internal sealed class TemporaryExitFormats : IContentFormats
{
    public string Kind => TemporaryExit.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["purpose"] = ContentFormat.Word,
        ["lines.quantity"] = ContentFormat.Quantity,
    };
}

internal sealed class DisputeDecisionFormats : IContentFormats
{
    public string Kind => DisputeDecision.Kind.Code;

    public IReadOnlyDictionary<string, ContentFormat> Formats { get; } = new Dictionary<string, ContentFormat>
    {
        ["basis"] = ContentFormat.Word,
        ["lines.outcome"] = ContentFormat.Word,
        ["lines.quantity"] = ContentFormat.Quantity,
    };
}
