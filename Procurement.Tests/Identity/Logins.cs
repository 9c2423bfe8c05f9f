using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Identity.Logins;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.Organisation;
using Procurement.Tests.Support;
using Xunit;

namespace Procurement.Tests.Identity;

/// <summary>Logins for the people of the test body.</summary>
internal static class Logins
{
    public static async Task Give(TestApp app, PersonId person, string userName, string password)
    {
        await using var scope = app.Scope();
        scope.ServiceProvider.GetRequiredService<CallContext>().IsSystem = true;
        var given = await scope.ServiceProvider.GetRequiredService<IUseCases>().Send(new GiveLogin(person, userName, password));
        Assert.True(given.Succeeded);
    }

    /// <summary>Asks a service in a scope of its own, as a request would.</summary>
    public static async Task<T> Ask<TService, T>(TestApp app, Func<TService, Task<T>> ask, Action<CallContext>? caller = null) where TService : notnull
    {
        await using var scope = app.Scope();
        caller?.Invoke(scope.ServiceProvider.GetRequiredService<CallContext>());
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
