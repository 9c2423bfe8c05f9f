using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;

namespace Procurement.Application.SignOff.SigningGrants;

/// <summary>Proves the signer once for the documents of one kind he is about to sign: the grant lives five minutes (documents 3.5).</summary>
[Requires(SignOffPermissions.Act)]
public sealed record OpenGrant(string Kind, string Proof) : ICommand<Result>;

internal sealed class OpenGrantHandler(DocumentRegistry registry, SigningGate gate) : ICommandHandler<OpenGrant, Result>
{
    public async Task<Result> Handle(OpenGrant command, CancellationToken cancellationToken)
    {
        if (registry.Find(command.Kind) is not { } kind) return Refusal.NotFound("signoff.kind-unknown", command.Kind);
        if (kind.ProvedEachTime == ProvedEachTime.All) return Refusal.Rule("signoff.signed-singly");

        return string.IsNullOrEmpty(command.Proof)
            ? Refusal.Rule("signoff.proof-needed").At("Proof")
            : await gate.Pass(kind.Kind, command.Proof, cancellationToken);
    }
}
