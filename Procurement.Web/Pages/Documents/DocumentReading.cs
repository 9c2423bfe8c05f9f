using Microsoft.AspNetCore.Mvc;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.ReadContent;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Web.Layout.DocumentPage;

namespace Procurement.Web.Pages.Documents;

/// <summary>A document as it is shown to its reader, on its own page or beside the inbox.</summary>
/// <param name="View">What the application tells of it.</param>
/// <param name="Page">The frame around its content.</param>
public sealed record ShownDocument(DocumentView View, DocumentPageView Page)
{
    /// <summary>The kind's own form of the content; null when it has none.</summary>
    public string? BodyView { get; init; }

    /// <summary>The form of the reader's own part; null when nothing is asked of him.</summary>
    public string? ContributionView { get; init; }

    /// <summary>The content field by field, for a kind without a form of its own.</summary>
    public FactsView Fields { get; init; } = new();
}

/// <summary>Reads a document as a page shows it; whoever may sign it is remembered to have seen this version.</summary>
public sealed class DocumentReading(IUseCases cases, DocumentFrame frame, ContentTexts contents, KindViews kinds)
{
    /// <param name="id">The document.</param>
    /// <param name="seenBefore">The version to compare with; null for the one the reader saw last.</param>
    /// <param name="url">Its addresses.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Result<ShownDocument>> Of(DocumentId id, int? seenBefore, IUrlHelper url, CancellationToken ct)
    {
        var read = await cases.Ask(new ReadDocument(id), ct);
        if (!read.Succeeded) return read.Plain();

        var view = read.Value;
        var sheet = view.Sheet;
        var (body, fields) = (kinds.Body(sheet.Kind), new FactsView());
        WhatChangedView? changed = null;
        var since = seenBefore ?? sheet.SeenVersion;
        if (body is null || (since is { } seen && seen != sheet.ContentVersion))
        {
            var content = await cases.Ask(new ReadContent(id, since), ct);
            if (!content.Succeeded) return content.Plain();
            changed = contents.Changes(sheet.Kind, content.Value);
            fields = contents.Facts(sheet.Kind, content.Value);
        }

        return new ShownDocument(view, frame.Of(view, changed, url))
        {
            BodyView = body,
            ContributionView = view.Acts.Contribute is null ? null : kinds.Contribution(sheet.Kind),
            Fields = fields,
        };
    }
}
