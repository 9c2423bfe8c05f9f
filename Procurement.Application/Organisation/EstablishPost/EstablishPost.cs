using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.EstablishPost;

/// <summary>Establishes a post of one capacity in a unit, serving it alone or everything below it too.</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record EstablishPost(Capacity Capacity, OrgUnitId Unit, bool ServesSubtree) : ICommand<Result<PostId>>;

internal sealed class EstablishPostHandler(IOrganisationStore store) : ICommandHandler<EstablishPost, Result<PostId>>
{
    public async Task<Result<PostId>> Handle(EstablishPost command, CancellationToken cancellationToken)
    {
        if (await store.Unit(command.Unit, cancellationToken) is not { } unit) return Refusal.NotFound("organisation.unit-not-found");

        var post = Post.Establish(command.Capacity, unit.Id, command.ServesSubtree);
        store.Add(post);
        return post.Id;
    }
}
