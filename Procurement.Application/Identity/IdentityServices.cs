using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Identity.Door;
using Procurement.Application.Identity.Logins;
using Procurement.Application.SignOff.SigningGrants;

namespace Procurement.Application.Identity;

/// <summary>The door's own services.</summary>
public static class IdentityServices
{
    public static IServiceCollection AddDoor(this IServiceCollection services)
    {
        services.AddSingleton<SystemDoor>();
        services.AddSingleton<AccountTurns>();
        services.AddScoped<Proofs>();
        services.AddScoped<ISignInDesk, SignInDesk>();
        services.AddScoped<IReauthentication, Reauthentication>();
        services.AddScoped<AccountAdministration>();
        return services;
    }
}
