using Procurement.Infrastructure.Persistence;
using Xunit;

namespace Procurement.Tests.Support;

/// <summary>One web site for every test of a class: for tests that look and change nothing.</summary>
public sealed class OneWebSite : IAsyncLifetime
{
    private readonly DatabaseFixture _databases = new();
    private WebSite _site = null!;

    public IServiceProvider Services => _site.Services;

    public HttpClient CreateClient(bool followRedirects = true) => _site.CreateClient(new() { AllowAutoRedirect = followRedirects });

    public async Task InitializeAsync() => _site = await WebSite.On(await _databases.Fresh(DatabaseEngine.Sqlite));

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _databases.DisposeAsync();
    }
}
