using Procurement.Application.Organisation.AppointToPost;
using Procurement.Application.Organisation.EmployPerson;
using Procurement.Application.Organisation.EndAppointment;
using Procurement.Application.Organisation.EstablishPost;
using Procurement.Application.Organisation.FindPeople;
using Procurement.Application.Organisation.FoundUnit;
using Procurement.Application.Organisation.GrantDelegation;
using Procurement.Application.Organisation.LeaveService;
using Procurement.Application.Organisation.ReadPerson;
using Procurement.Application.Organisation.ReadUnit;
using Procurement.Application.Organisation.RecordTraining;
using Procurement.Application.Organisation.RevokeDelegation;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.SignOff.StaffingCheck;
using Procurement.Domain.Organisation;

namespace Procurement.Web.Api;

/// <summary>
/// Units, people, posts and delegations for other programs. Logins, passwords and second factors are kept at the door's own pages only: no
/// token can reach them.
/// </summary>
internal sealed class OrganisationApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var organisation = routes.MapGroup("/organisation").WithTags("organisation");
        MapUnits(organisation);
        MapPeople(organisation.MapGroup("/people"));
        MapPosts(organisation);
    }

    private static void MapUnits(RouteGroupBuilder organisation)
    {
        organisation.MapGet("/units", async (Guid? unit, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadUnit(unit is { } id ? new OrgUnitId(id) : null), ct), card => card));
        organisation.MapPost("/units", async (FoundUnit body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "organisation/units"));
        organisation.MapGet("/units/{id:guid}/staffing", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new StaffingCheck(new OrgUnitId(id)), ct), staffing => staffing));
    }

    private static void MapPeople(RouteGroupBuilder people)
    {
        people.MapGet("", async (string? q, Guid? unit, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new FindPeople(q, unit is { } id ? new OrgUnitId(id) : null, null), ct), page => page));
        people.MapPost("", async (EmployPerson body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "organisation/people"));
        people.MapGet("/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Ask(new ReadPerson(new PersonId(id)), ct), card => card));
        people.MapPost("/{id:guid}/training", async (Guid id, TrainingBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RecordTraining(new PersonId(id), body.Course, body.Hours, body.PassedOn, body.ExpiresOn, body.Certificate), ct)));
        people.MapPost("/{id:guid}/leave", async (Guid id, LastDayBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new LeaveService(new PersonId(id), body.On), ct)));
    }

    private static void MapPosts(RouteGroupBuilder organisation)
    {
        organisation.MapPost("/posts", async (EstablishPost body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "organisation/posts"));
        organisation.MapPost("/posts/{id:guid}/appointments", async (Guid id, AppointmentBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(
                await cases.Send(new AppointToPost(new PostId(id), body.Person, body.LetterNumber, body.LetterDate, body.From, body.To, body.Acting), ct),
                made => made.Value, "organisation/appointments"));
        organisation.MapPost("/posts/{id:guid}/appointments/{appointment:guid}/end", async (
            Guid id, Guid appointment, LastDayBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new EndAppointment(new PostId(id), new AppointmentId(appointment), body.On), ct)));
        organisation.MapPost("/delegations", async (GrantDelegation body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(body, ct), id => id.Value, "organisation/delegations"));
        organisation.MapDelete("/delegations/{id:guid}", async (Guid id, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new RevokeDelegation(new DelegationId(id)), ct)));
    }
}

public sealed record TrainingBody(string Course, int Hours, DateOnly PassedOn, DateOnly? ExpiresOn, string Certificate);

public sealed record LastDayBody(DateOnly On);

public sealed record AppointmentBody(PersonId Person, string LetterNumber, DateOnly LetterDate, DateOnly From, DateOnly? To = null, bool Acting = false);
