using System.Globalization;
using System.Reflection;
using Procurement.Application.Shared.Ports;
using Procurement.Domain.AuditTrail;
using Procurement.Domain.Shared;
using Procurement.Infrastructure.Printing;
using Procurement.Web.Resources;
using Xunit;

namespace Procurement.Tests.AuditTrail;

public sealed class Refusals_of_the_log_and_the_vault
{
    public static TheoryData<string> Languages() => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_has_a_sentence_with_a_place_for_every_fact_it_names(string language)
    {
        var reader = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var texts = new ResourceTexts(throwOnMissing: true);
            Assert.All(All(), refusal =>
            {
                Assert.DoesNotContain("{", texts[refusal.Code, refusal.Args], StringComparison.Ordinal);
                Assert.All(Enumerable.Range(0, refusal.Args.Length), i => Assert.Contains($"{{{i}}}", texts[refusal.Code], StringComparison.Ordinal));
            });
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }

    private static IEnumerable<Refusal> All() =>
        new[] { typeof(AuditTrailErrors), typeof(FileErrors) }
            .SelectMany(errors => errors.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Refusal)))
            .Select(method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Example)])!)
            .Append(Code128Svg.Draw("").Refusal);

    private static object Example(ParameterInfo fact) =>
        fact.ParameterType == typeof(string) ? "example" : Convert.ChangeType(7, fact.ParameterType, CultureInfo.InvariantCulture);
}
