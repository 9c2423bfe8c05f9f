using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;

namespace Procurement.Application.Organisation.AppointToPost;

/// <summary>Gives a post to a person by letter, unless his other posts or a missing course forbid it.</summary>
[Requires(OrganisationPermissions.Manage)]
public sealed record AppointToPost(PostId Post, PersonId Person, string LetterNumber, DateOnly LetterDate, DateOnly From, DateOnly? To, bool Acting) : ICommand<Result<AppointmentId>>;

internal sealed class AppointToPostHandler(IOrganisationStore store, ChartOfCall charts, TrainingGrace grace, IBodyClock clock) : ICommandHandler<AppointToPost, Result<AppointmentId>>
{
    public async Task<Result<AppointmentId>> Handle(AppointToPost command, CancellationToken cancellationToken)
    {
        if (await store.Post(command.Post, cancellationToken) is not { } post) return Refusal.NotFound("organisation.post-not-found");
        if (await store.Person(command.Person, cancellationToken) is not { } person) return Refusal.NotFound("organisation.person-not-found");
        var letter = AppointmentLetter.Create(command.LetterNumber, command.LetterDate);
        if (!letter.Succeeded) return letter.Plain();

        var days = await grace.Of(post.Capacity, cancellationToken);
        if (!days.Succeeded) return days.Plain();

        var seated = Seating.Seat(
            await charts.Get(cancellationToken), post, person, letter.Value, command.From, command.To, command.Acting, clock.Today, days.Value);
        return seated.Succeeded ? seated.Value.Id : seated.Plain();
    }
}
