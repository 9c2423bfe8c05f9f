using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Procurement.Application.Imports;
using Procurement.Application.Ledgers;
using Procurement.Application.Organisation;
using Procurement.Application.Requests.DraftGoodsRequest;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Application.Shared.Names;
using Procurement.Application.Shared.Pipeline;
using Procurement.Application.Shared.Ports;
using Procurement.Application.SignOff;
using Procurement.Application.SignOff.ReadDocument;
using Procurement.Application.SignOff.SigningGrants;
using Procurement.Application.SignOff.VerifyDocument;

namespace Procurement.Application;

/// <summary>Everything the use cases need, found by scan so that a new use case registers itself.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var assembly = typeof(ApplicationServices).Assembly;
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<IUseCases, UseCases>();
        services.AddScoped<CallContext>();
        services.AddScoped<ChartOfCall>();
        services.AddScoped<TrainingGrace>();
        services.AddScoped<PostingPlan>();
        services.AddScoped<Reactions>();
        services.AddScoped<Desk>();
        services.AddScoped<ProofRule>();
        services.AddScoped<SigningGate>();
        services.AddScoped<PaperCheck>();
        services.AddScoped<GoodsRequestCheck>();
        services.AddSingleton<PermissionTable>();
        services.AddScoped<CallerRights>();
        services.AddSingleton<DocumentRegistry>();

        // Outermost first.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LogUseCase<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorise<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validate<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(InTransaction<,>));

        services.AddImplementationsOf(assembly, typeof(IRequestHandler<,>));
        services.AddImplementationsOf(assembly, typeof(IValidator<>));
        services.AddImplementationsOf(assembly, typeof(IReactTo<>));
        services.AddImplementationsOf(assembly, typeof(ISigningBand));
        services.AddImplementationsOf(assembly, typeof(IDocumentBody));
        services.AddImplementationsOf(assembly, typeof(INameSource));
        services.AddImplementationsOf(assembly, typeof(IImport));
        services.AddScoped<ImportIntake>();
        services.AddScoped<NamedThings>();
        services.AddImplementationsOf(assembly, typeof(IPermissionSource), ServiceLifetime.Singleton);
        services.AddImplementationsOf(assembly, typeof(DocumentKindDefinition), ServiceLifetime.Singleton);
        return services;
    }

    /// <summary>Registers every concrete class of an assembly under the given contract, open generic or not.</summary>
    public static void AddImplementationsOf(
        this IServiceCollection services, Assembly assembly, Type contract, ServiceLifetime lifetime = ServiceLifetime.Scoped)
    {
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            IEnumerable<Type> contracts = contract.IsGenericTypeDefinition
                ? type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == contract)
                : contract.IsAssignableFrom(type) ? [contract] : [];
            foreach (var found in contracts) services.Add(new ServiceDescriptor(found, type, lifetime));
        }
    }
}
