using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.EndAppointment;

/// <summary>Ends an appointment on its last day; what the person had open returns to the post.</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record EndAppointment(PostId Post, AppointmentId Appointment, DateOnly LastDay) : ICommand<Result>;

internal sealed class EndAppointmentHandler(IOrganisationStore store) : ICommandHandler<EndAppointment, Result>
{
    public async Task<Result> Handle(EndAppointment command, CancellationToken cancellationToken)
    {
        return await store.Post(command.Post, cancellationToken) is { } post
            ? post.EndAppointment(command.Appointment, command.LastDay)
            : Refusal.NotFound("organisation.post-not-found");
    }
}
