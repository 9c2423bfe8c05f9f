using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Moq;
using Procurement.Application;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Infrastructure;
using Procurement.Infrastructure.Persistence;

namespace Procurement.Tests.Support;

/// <summary>
/// The real use cases over a real database of either engine, with a clock that stands still and a small body in place: a head office, a
/// province with its posts, and a centre of five.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly ServiceProvider? _own;

    private TestApp(IServiceProvider services, FrozenClock clock, TestBody body, ServiceProvider? own = null)
    {
        _services = services;
        _own = own;
        Clock = clock;
        Body = body;
    }

    public FrozenClock Clock { get; }

    public TestBody Body { get; }

    public IServiceProvider Services => _services;

    /// <summary>Builds the application over the database and seats the body.</summary>
    public static async Task<TestApp> On(TestDatabase database, Action<IServiceCollection>? replace = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build();
        var clock = new FrozenClock();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(clock);
        services.AddApplication();
        services.AddInfrastructure(configuration);
        services.TryAddSingleton(Mock.Of<IReauthentication>()); // the login side is a port here; these tests prove in process
        replace?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        return new TestApp(provider, clock, await TestBody.Seat(provider), provider);
    }

    /// <summary>The use cases behind a web site, to set the scene of a page test; the site stays its owner's to close.</summary>
    public static TestApp Behind(WebSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new TestApp(site.Services, site.Clock, site.Body);
    }

    /// <summary>Runs a use case as a person who has just proved himself, as the demo does.</summary>
    public Task<TResponse> As<TResponse>(PersonId person, ICommand<TResponse> command, string? key = null) where TResponse : IOutcome<TResponse> =>
        Call(person, cases => cases.Send(command), key);

    public Task<TResponse> As<TResponse>(PersonId person, IQuery<TResponse> query) where TResponse : IOutcome<TResponse> =>
        Call(person, cases => cases.Ask(query), null);

    /// <summary>A scope in which services may be asked directly; for looking at what is stored.</summary>
    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public async Task<T> Look<T>(Func<ProcurementDb, Task<T>> look)
    {
        await using var scope = Scope();
        return await look(scope.ServiceProvider.GetRequiredService<ProcurementDb>());
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<TResponse> Call<TResponse>(PersonId person, Func<IUseCases, Task<TResponse>> call, string? key)
    {
        await using var scope = Scope();
        var context = scope.ServiceProvider.GetRequiredService<CallContext>();
        context.Person = person;
        context.ProvenInProcess = true;
        context.IdempotencyKey = key;
        return await call(scope.ServiceProvider.GetRequiredService<IUseCases>());
    }
}

/// <summary>A clock that moves only when told.</summary>
public sealed class FrozenClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
