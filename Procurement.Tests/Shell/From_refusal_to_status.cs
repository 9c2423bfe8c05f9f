using Microsoft.AspNetCore.Mvc;
using Procurement.Domain.Shared;
using Procurement.Web.Errors;
using Procurement.Web.Resources;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class From_refusal_to_status
{
    [Theory]
    [InlineData(RefusalKind.Invalid, 400)]
    [InlineData(RefusalKind.Forbidden, 403)]
    [InlineData(RefusalKind.NotFound, 404)]
    [InlineData(RefusalKind.Rule, 409)]
    [InlineData(RefusalKind.Stale, 409)]
    [InlineData(RefusalKind.Busy, 503)]
    public void Every_kind_has_its_status(RefusalKind kind, int status) => Assert.Equal(status, ErrorOutcome.StatusOf(kind));

    [Fact]
    public void No_kind_is_left_without_a_status() =>
        Assert.All(Enum.GetValues<RefusalKind>(), kind => Assert.InRange(ErrorOutcome.StatusOf(kind), 400, 503));

    [Fact]
    public void The_interface_for_programs_names_the_code_and_the_field()
    {
        var texts = new ResourceTexts(throwOnMissing: true);

        ProblemDetails problem = ErrorOutcome.ProblemOf([Refusal.Invalid("forms.not-a-date").At("NeededBy")], texts);

        Assert.Equal(400, problem.Status);
        Assert.Equal("forms.not-a-date", problem.Extensions["code"]);
        Assert.Equal("urn:procurement:refusal:forms.not-a-date", problem.Type);
    }
}
