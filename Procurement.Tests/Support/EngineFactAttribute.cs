using Procurement.Infrastructure.Persistence;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Procurement.Tests.Support;

/// <summary>A fact that must hold on every database: runs once per engine, with the engine as its only parameter.</summary>
/// <remarks>Without a PostgreSQL to run on, that run is skipped and says so; <c>./eng/test</c> starts one.</remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Procurement.Tests.Support.EngineFactDiscoverer", "Procurement.Tests")]
public sealed class EngineFactAttribute : FactAttribute;

/// <summary>A fact about PostgreSQL alone, such as two transactions that write at once.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = PostgreSqlServer.WhyAbsent;
}

public sealed class EngineFactDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Enum.GetValues<DatabaseEngine>().Select(IXunitTestCase (engine) =>
        {
            var display = discoveryOptions.MethodDisplayOrDefault();
            var options = discoveryOptions.MethodDisplayOptionsOrDefault();
            return engine == DatabaseEngine.PostgreSql && PostgreSqlServer.WhyAbsent is { } reason
                ? new XunitSkippedDataRowTestCase(diagnosticMessageSink, display, options, testMethod, reason, [engine])
                : new XunitTestCase(diagnosticMessageSink, display, options, testMethod, [engine]);
        });
}
