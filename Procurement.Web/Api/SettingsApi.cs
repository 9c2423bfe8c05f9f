using Procurement.Application.Settings.DecideSetting;
using Procurement.Application.Settings.ListSettings;
using Procurement.Application.Settings.ProposeSetting;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Settings;

namespace Procurement.Web.Api;

/// <summary>The settings register for other programs: every value with its days and basis, proposed by one person and decided by another.</summary>
internal sealed class SettingsApi : IApiModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var settings = routes.MapGroup("/settings").WithTags("settings");
        settings.MapGet("", async (IUseCases cases, HttpContext http, CancellationToken ct) => http.Answer(await cases.Ask(new ListSettings(), ct), all => all));
        settings.MapPost("/{key}/values", async (string key, SettingBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Made(await cases.Send(new ProposeSetting(key, body.Values, body.From, body.LegalBasis), ct), id => id.Value, "settings/values"));
        settings.MapPost("/values/{id:guid}/decision", async (Guid id, SecondPersonBody body, IUseCases cases, HttpContext http, CancellationToken ct) =>
            http.Answer(await cases.Send(new DecideSetting(new SettingId(id), body.Approve, body.Reason), ct)));
    }
}

/// <summary>A new value from a day on; fields by their names, in any digits.</summary>
public sealed record SettingBody(IReadOnlyDictionary<string, string?> Values, DateOnly From, string? LegalBasis);
