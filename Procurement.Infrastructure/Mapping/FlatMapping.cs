using System.Collections;
using System.Reflection;
using AutoMapper;
using Microsoft.Extensions.DependencyInjection;

namespace Procurement.Infrastructure.Mapping;

/// <summary>Builds the mapper from every profile of the given assemblies: flat rows, outward only (docs/decisions/0007).</summary>
public static class FlatMapping
{
    /// <summary>Deeper than any row; the advisory against this version is about graphs without end.</summary>
    private const int DeepestRow = 4;

    /// <summary>
    /// The list of LINQ's extension methods that the mapper tries as hidden members (a destination <c>LinesCount</c> as
    /// <c>Lines.Count()</c>). It closes each over the source's types, and on .NET 10 a new one (<c>MaxInteger</c>, numbers only)
    /// cannot be closed, so any map over a record or a list fails. Emptied, plain members still flatten, a list's own <c>Count</c> too.
    /// </summary>
    private static readonly FieldInfo HiddenMembers =
        typeof(Profile).GetField("_sourceExtensionMethods", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingFieldException(nameof(Profile), "_sourceExtensionMethods");

    public static IServiceCollection AddFlatMapping(this IServiceCollection services, params Assembly[] assemblies) => services
        .AddSingleton<AutoMapper.IConfigurationProvider>(_ => Configure(assemblies))
        .AddSingleton<IMapper>(provider => new Mapper(provider.GetRequiredService<AutoMapper.IConfigurationProvider>()));

    public static MapperConfiguration Configure(IEnumerable<Assembly> assemblies) => Configure(assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(Profile)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(type => (Profile)Activator.CreateInstance(type)!));

    internal static MapperConfiguration Configure(IEnumerable<Profile> profiles) => new(mapping =>
    {
        Empty((Profile)mapping);
        foreach (var profile in profiles)
        {
            Empty(profile);
            profile.ForAllMaps((_, map) => map.MaxDepth(DeepestRow));
            mapping.AddProfile(profile);
        }
    });

    private static void Empty(Profile profile) => ((IList)HiddenMembers.GetValue(profile)!).Clear();
}
