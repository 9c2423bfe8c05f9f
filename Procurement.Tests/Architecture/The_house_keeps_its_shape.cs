using System.Reflection;
using System.Text.RegularExpressions;
using Procurement.Application;
using Procurement.Application.Shared.Access;
using Procurement.Application.Shared.Messaging;
using Procurement.Domain.Shared;
using Procurement.Infrastructure;
using Xunit;

namespace Procurement.Tests.Architecture;

/// <summary>The rules of the house, each with an offender planted beside it to show that it can fail.</summary>
public sealed partial class The_house_keeps_its_shape
{
    private const int LongestFile = 500;

    private static readonly Assembly Domain = typeof(Refusal).Assembly;
    private static readonly Assembly Application = typeof(ApplicationServices).Assembly;
    private static readonly Assembly Infrastructure = typeof(InfrastructureServices).Assembly;

    [Fact]
    public void The_domain_stands_on_the_framework_alone()
    {
        Assert.Empty(ForeignReferences(Domain));
        Assert.NotEmpty(ForeignReferences(Infrastructure));
    }

    [Fact]
    public void Layers_point_inwards()
    {
        Assert.DoesNotContain("Procurement.Infrastructure", References(Application));
        Assert.DoesNotContain("Procurement.Web", References(Application));
        Assert.DoesNotContain("Procurement.Web", References(Infrastructure));
        Assert.Contains("Procurement.Application", References(Infrastructure));
    }

    [Fact]
    public void Only_start_up_verbs_and_adapters_of_the_web_know_the_infrastructure()
    {
        var knowing = SourceTree.Of("Web").Where(f => UsesInfrastructure(f.Text)).Select(f => f.Path);

        Assert.DoesNotContain(knowing, path => path.Contains("/Pages/", StringComparison.Ordinal) || path.Contains("/Api/", StringComparison.Ordinal));
        Assert.True(UsesInfrastructure("using Procurement.Infrastructure.Persistence;"));
    }

    [Fact]
    public void Capabilities_use_each_other_only_along_the_table()
    {
        Assert.Empty(SourceTree.Files.Where(f => f.Project is "Domain" or "Application").SelectMany(ForbiddenArrows));

        var offender = new SourceFile("Application", "Requests", "planted", "using Procurement.Domain.Vouchers;");
        Assert.Single(ForbiddenArrows(offender));
        var upwards = new SourceFile("Domain", "Warehousing", "planted", "using Procurement.Domain.Requests;");
        Assert.Single(ForbiddenArrows(upwards));
    }

    [Fact]
    public void The_mediator_is_named_in_its_seam_only()
    {
        static bool Names(SourceFile f) => f.Text.Contains("using MediatR", StringComparison.Ordinal);
        var naming = SourceTree.Files.Where(f => f.Project != "Tests" && Names(f)).Select(f => f.Path).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Procurement.Application/ApplicationServices.cs", "Procurement.Application/Shared/Messaging/Messages.cs",
                "Procurement.Application/Shared/Messaging/UseCases.cs", "Procurement.Application/Shared/Pipeline/Behaviours.cs",
            ], naming);
    }

    [Fact]
    public void Every_use_case_has_one_handler_and_one_permission_of_the_table()
    {
        var table = new PermissionTable(Instances<IPermissionSource>(Application));
        var cases = Application.GetTypes().Where(IsUseCase).ToList();

        Assert.True(cases.Count > 15);
        foreach (var useCase in cases)
        {
            var permission = PermissionTable.PermissionOf(useCase);
            Assert.True(permission is not null && table.Find(permission) is not null, $"{useCase.Name} names no permission of the table.");
            Assert.True(HandlersOf(useCase) == 1, $"{useCase.Name} has {HandlersOf(useCase)} handlers.");
        }

        Assert.Null(PermissionTable.PermissionOf(typeof(PlantedCommand)));
    }

    [Fact]
    public void Handlers_are_internal_and_sealed()
    {
        var handlers = Application.GetTypes().Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal) && t.IsClass).ToList();

        Assert.DoesNotContain(handlers, t => t.IsPublic || !t.IsSealed);
        Assert.NotEmpty(handlers);
    }

    [Fact]
    public void Nothing_in_the_domain_is_set_from_outside()
    {
        Assert.Empty(Domain.GetTypes().Where(t => t.IsClass && !IsRecord(t)).SelectMany(PublicSetters));
        Assert.Single(PublicSetters(typeof(PlantedEntity)));
    }

    [Fact]
    public void No_file_is_so_long_that_one_scrolls_for_minutes()
    {
        Assert.Empty(SourceTree.Files.Where(f => Lines(f) > LongestFile).Select(f => $"{f.Path}: {Lines(f)}"));
        Assert.True(Lines(new SourceFile("", "", "", new string('\n', LongestFile + 1))) > LongestFile);
    }

    [Fact]
    public void No_page_writes_markup_past_the_encoder_and_no_test_sleeps()
    {
        Assert.Empty(SourceTree.Files.Where(f => f.Path.EndsWith(".cshtml", StringComparison.Ordinal) && f.Text.Contains("Html.Raw", StringComparison.Ordinal)).Select(f => f.Path));
        Assert.Empty(SourceTree.Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal) && Sleeps().IsMatch(f.Text)).Select(f => f.Path));
        Assert.Matches(Sleeps(), "await Task.Delay" + "(5);");
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static IEnumerable<string> ForeignReferences(Assembly assembly) => References(assembly).Where(name =>
        name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) || name is "MediatR" or "AutoMapper" or "FluentValidation" or "Npgsql");

    private static bool UsesInfrastructure(string text) => text.Contains("using Procurement.Infrastructure", StringComparison.Ordinal);

    private static IEnumerable<string> ForbiddenArrows(SourceFile file) => Usings().Matches(file.Text)
        .Select(m => m.Groups["capability"].Value)
        .Where(used => !CapabilityArrows.Allows(file.Capability, used))
        .Distinct()
        .Select(used => $"{file.Path}: {file.Capability} → {used}");

    private static bool IsUseCase(Type type) => type is { IsAbstract: false, IsInterface: false } && type.GetInterfaces().Any(i =>
        i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>)));

    private static int HandlersOf(Type useCase) => Application.GetTypes().Count(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i =>
        i.IsGenericType && i.GetGenericTypeDefinition().Name.StartsWith("IRequestHandler", StringComparison.Ordinal) && i.GetGenericArguments()[0] == useCase));

    private static IEnumerable<T> Instances<T>(Assembly assembly) => assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(T).IsAssignableFrom(t)).Select(t => (T)Activator.CreateInstance(t, nonPublic: true)!);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<string> PublicSetters(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
        .Select(p => $"{type.Name}.{p.Name}");

    private static int Lines(SourceFile file) => file.Text.AsSpan().Count('\n');

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(static\s+)?Procurement\.(Domain|Application)\.(?<capability>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Usings();

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sleeps();

    private sealed class PlantedEntity
    {
        public string Name { get; set; } = "";
    }

    private sealed record PlantedCommand : ICommand<Result>;
}
