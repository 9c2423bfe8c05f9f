using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Settings;
using Procurement.Domain.Shared;

namespace Procurement.Application.Settings.DecideSetting;

/// <summary>Approves a value another person entered, or turns it down with a reason.</summary>
[Requires(SettingsPermissions.Approve)]
public sealed record DecideSetting(SettingId SettingId, bool Approve, string? Reason) : ICommand<Result>, ICommandMark
{
    Guid? ICommandMark.AuditSubject => SettingId.Value;
}

internal sealed class DecideSettingHandler(ISettingVersions versions, ICurrentActor actor, IBodyClock clock) : ICommandHandler<DecideSetting, Result>
{
    public async Task<Result> Handle(DecideSetting command, CancellationToken cancellationToken)
    {
        if (await versions.Find(command.SettingId, cancellationToken) is not { } version) return Refusal.NotFound("settings.not-found", "");
        return command.Approve ? version.Approve(actor.Person, clock.Now) : version.Reject(actor.Person, clock.Now, command.Reason);
    }
}
