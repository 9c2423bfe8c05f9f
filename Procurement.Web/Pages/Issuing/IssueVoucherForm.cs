using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Issuing;
using Procurement.Application.Issuing.ProposeIssue;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Errors;
using Procurement.Web.Resources;

namespace Procurement.Web.Pages.Issuing;

/// <summary>The form of a voucher, new or edited: of each line of the request, how much of what the store holds is handed over.</summary>
public abstract class IssueVoucherForm(IUseCases cases, ITexts texts) : IssuingForm(cases, texts)
{
    [BindProperty]
    public List<TypedIssueLine> Lines { get; set; } = [];

    public IssueProposal Proposal { get; private set; } = null!;

    /// <summary>The document the form leads back to.</summary>
    public abstract Guid Back { get; }

    /// <summary>The proposed line of a row.</summary>
    public ProposedLine? Of(TypedIssueLine row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Proposal.Lines.FirstOrDefault(l => l.RequestLine == row.RequestLine);
    }

    protected async Task<IActionResult?> Show(DocumentId request, CancellationToken ct)
    {
        var proposal = await Cases.Ask(new ProposeIssue(request), ct);
        if (!proposal.Succeeded) return this.Refuse(proposal.Refusals);
        Proposal = proposal.Value;
        return null;
    }

    /// <summary>The rows somebody filled in, each with its place on the form.</summary>
    protected (IReadOnlyList<IssueLineForm> Lines, IReadOnlyList<int> Places) Filled()
    {
        var filled = Lines.Select((line, place) => (line, place)).Where(l => l.line.Quantity is > 0).ToList();
        return ([.. filled.Select(l => l.line.ToForm())], [.. filled.Select(l => l.place)]);
    }
}

/// <summary>One line as typed.</summary>
public sealed class TypedIssueLine
{
    private static readonly char[] Separators = ['\n', '\r', ',', '،', ';', '؛', '\t'];

    public Guid RequestLine { get; set; }

    public decimal? Quantity { get; set; }

    /// <summary>Code of another item; blank for the one asked for.</summary>
    public string? Item { get; set; }

    public string? SubstituteReason { get; set; }

    /// <summary>Property numbers, one a line, as a scanner types them.</summary>
    public string? Pieces { get; set; }

    public Guid? Custodian { get; set; }

    public string? Room { get; set; }

    /// <summary>Whether the row was given anything that belongs to state property or to another item.</summary>
    public bool IsSpecial => !string.IsNullOrWhiteSpace(Item) || !string.IsNullOrWhiteSpace(SubstituteReason);

    public IssueLineForm ToForm() => new(
        RequestLine, Quantity ?? 0, Item, SubstituteReason,
        [.. (Pieces ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Custodian is { } person ? new PersonId(person) : null, Room);

    internal static TypedIssueLine Proposed(ProposedLine line, PersonId requester) => new()
    {
        RequestLine = line.RequestLine,
        Quantity = line.Held.IsZero ? null : line.Held.Units,
        Pieces = line.IsLabelled ? string.Join('\n', line.Pieces.Take((int)line.Held.Units)) : null,
        Custodian = line.IsLabelled ? requester.Value : null,
    };

    internal static TypedIssueLine Written(IssueLineView line) => new()
    {
        RequestLine = line.RequestLine,
        Quantity = line.Quantity.Units,
        Item = line.InsteadOf.Length > 0 ? line.Code : null,
        SubstituteReason = line.SubstituteReason,
        Pieces = string.Join('\n', line.Pieces),
        Custodian = line.CustodianId?.Value,
        Room = line.Room,
    };
}
