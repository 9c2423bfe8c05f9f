using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Settings.ProposeSetting;

/// <summary>Enters a new value of a setting from a day on, with its legal basis; another person approves it.</summary>
[Requires(SettingsPermissions.Enter)]
public sealed record ProposeSetting(string Key, IReadOnlyDictionary<string, string?> Values, DateOnly From, string? LegalBasis) : ICommand<Result<SettingId>>;

internal sealed class ProposeSettingHandler(SettingRegistry registry, ISettingVersions versions, ICurrentActor actor, IBodyClock clock)
    : ICommandHandler<ProposeSetting, Result<SettingId>>
{
    public Task<Result<SettingId>> Handle(ProposeSetting command, CancellationToken cancellationToken) => Task.FromResult(Propose(command));

    private Result<SettingId> Propose(ProposeSetting command)
    {
        if (registry.Find(command.Key) is not { } definition) return Refusal.NotFound("settings.not-found", command.Key);
        var proposed = SettingVersion.Propose(definition, command.Values, command.From, command.LegalBasis, actor.Person, clock.Now);
        if (!proposed.Succeeded) return proposed.Plain();

        versions.Add(proposed.Value);
        return proposed.Value.Id;
    }
}
