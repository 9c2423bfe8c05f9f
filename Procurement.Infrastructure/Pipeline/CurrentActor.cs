using System.Security.Cryptography;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Domain.Organisation;

namespace Procurement.Infrastructure.Pipeline;

internal sealed class CurrentActor(CallContext context) : ICurrentActor
{
    /// <summary>The system's own person: no staff member has this id.</summary>
    public static readonly PersonId SystemPerson = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    public bool IsSystem => context.IsSystem;

    public PersonId Person => context.Person ?? (context.IsSystem ? SystemPerson : throw new InvalidOperationException("Nobody is logged in."));

    public Guid? SessionId => context.SessionId;
}

internal sealed class DrawSeed : IDrawSeed
{
    public ulong Next() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
}
