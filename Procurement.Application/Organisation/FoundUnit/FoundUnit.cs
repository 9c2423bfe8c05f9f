using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.FoundUnit;

/// <summary>Founds a unit under its parent.</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record FoundUnit(string Code, string Name, string NameEn, UnitKind Kind, OrgUnitId? Parent) : ICommand<Result<OrgUnitId>>;

internal sealed class FoundUnitHandler(IOrganisationStore store) : ICommandHandler<FoundUnit, Result<OrgUnitId>>
{
    public async Task<Result<OrgUnitId>> Handle(FoundUnit command, CancellationToken cancellationToken)
    {
        var parent = command.Parent is { } id ? await store.Unit(id, cancellationToken) : null;
        if (command.Parent is not null && parent is null) return Refusal.NotFound("organisation.unit-not-found");
        var founded = OrgUnit.Found(command.Code, command.Name, command.NameEn, command.Kind, parent);
        if (!founded.Succeeded) return founded.Plain();

        store.Add(founded.Value);
        return founded.Value.Id;
    }
}
