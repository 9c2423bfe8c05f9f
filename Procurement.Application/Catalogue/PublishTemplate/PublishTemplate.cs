using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;

namespace Procurement.Application.Catalogue.PublishTemplate;

/// <summary>Publishes the next version of an item's specification template (انتشار الگوی مشخصات).</summary>
/// <param name="ItemId">The item.</param>
/// <param name="SeenTemplateVersion">The version the editor was opened on; 0 when there was none.</param>
/// <param name="Attributes">Every attribute of the new version, in the order they are asked.</param>
[Requires(CataloguePermissions.EditTemplates)]
public sealed record PublishTemplate(ItemId ItemId, int SeenTemplateVersion, IReadOnlyList<AttributeDefinition> Attributes) : ICommand<Result>
{
    public Guid? AuditSubject => ItemId.Value;
}

internal sealed class PublishTemplateHandler(IItemStore items, ICurrentActor actor, IBodyClock clock) : ICommandHandler<PublishTemplate, Result>
{
    public async Task<Result> Handle(PublishTemplate command, CancellationToken cancellationToken)
    {
        if (await items.Find(command.ItemId, cancellationToken) is not { } item) return CatalogueRefusals.ItemNotFound;

        return (item.TemplateInForce?.TemplateVersion ?? 0) == command.SeenTemplateVersion
            ? item.PublishTemplate(command.Attributes, actor.Person, clock.Now)
            : Refusal.Stale("catalogue.changed-since-seen");
    }
}
