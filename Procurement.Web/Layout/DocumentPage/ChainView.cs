namespace Procurement.Web.Layout.DocumentPage;

/// <summary>The documents of one file in the order of the chain, each one click away: request, file, contract, receipt, issue, payment.</summary>
public sealed record ChainView(IReadOnlyList<ChainLink> Links);

/// <summary>One document of the chain.</summary>
/// <param name="Label">Kind and number: «رسید ۰۰۳۴۷»; for a document that does not exist yet, «حواله — هنوز نیست».</param>
/// <param name="Href">Null when it does not exist yet or the reader may not see it.</param>
/// <param name="IsThis">The document of this page.</param>
public sealed record ChainLink(string Label, string? Href, bool IsThis = false);
