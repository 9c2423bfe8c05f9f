using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Procurement.Application;
using Procurement.Application.AuditTrail;
using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Names;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.Shared.Search;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.FindDocuments;
using Procurement.Application.SignOff.Inbox;
using Procurement.Application.SignOff.ReadContent;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Infrastructure.AuditTrail;
using Procurement.Infrastructure.Ledgers;
using Procurement.Infrastructure.Organisation;
using Procurement.Infrastructure.Persistence;
using Procurement.Infrastructure.Pipeline;
using Procurement.Infrastructure.SignOff;
using Procurement.Infrastructure.Time;

namespace Procurement.Infrastructure;

/// <summary>The adapters behind the application's ports. A capability adds its own in an <see cref="ICapabilityServices"/> beside its stores.</summary>
public static class InfrastructureServices
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        var assembly = typeof(InfrastructureServices).Assembly;
        services.AddPersistence(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IWorkingCalendars, CalendarOfSettings>();
        services.AddSingleton<IBodyClock, BodyClock>();
        services.AddSingleton<ITransientFaults, TransientFaults>();
        services.AddSingleton<IDrawSeed, DrawSeed>();
        services.AddSingleton<UniqueRefusals>();
        services.AddImplementationsOf(assembly, typeof(IUniqueIndexRefusals), ServiceLifetime.Singleton);
        services.AddImplementationsOf(assembly, typeof(ILedger));
        services.AddImplementationsOf(assembly, typeof(INameSource));

        services.AddScoped<ICurrentActor, CurrentActor>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IAuditAppender, AuditAppender>();
        services.AddScoped<ILineLinks, LineLinkQueries>();
        services.AddSingleton<ChartCache>();
        services.AddScoped<IOrganisationCharts, OrganisationCharts>();
        services.AddScoped<DocumentStore>();
        services.AddScoped<IDocuments>(provider => provider.GetRequiredService<DocumentStore>());
        services.AddScoped<IDocumentReader, DocumentReader>();
        services.AddScoped<DocumentLines>();
        services.AddScoped<IDocumentLines>(provider => provider.GetRequiredService<DocumentLines>());
        services.AddScoped<IDocumentLists>(provider => provider.GetRequiredService<DocumentLines>());
        services.AddScoped<ISearchSource, DocumentSearch>();
        services.AddScoped<IDocumentVersions, DocumentVersions>();
        services.AddScoped<IFileFacts, FileFacts>();
        services.AddScoped<IRoutes, ShippedRoutes>();
        services.AddScoped<ISigningGrants, SigningGrantStore>();
        services.AddScoped<IInboxQueries, InboxQueries>();
        services.AddScoped<ISentQueries, InboxQueries>();

        foreach (var capability in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(ICapabilityServices).IsAssignableFrom(t)))
            ((ICapabilityServices)Activator.CreateInstance(capability, nonPublic: true)!).Add(services, configuration);
        return services;
    }
}

/// <summary>Registers one capability's stores and adapters; found by scan, so that a new capability touches no list.</summary>
public interface ICapabilityServices
{
    void Add(IServiceCollection services, IConfiguration configuration);
}
