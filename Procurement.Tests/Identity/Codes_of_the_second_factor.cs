using System.Text;
using Procurement.Domain.Identity;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class Codes_of_the_second_factor
{
    /// <summary>The shared secret of the examples in RFC 6238, appendix B.</summary>
    private static readonly byte[] Published = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_the_one_the_standard_publishes_for_that_second(long unixSeconds, string code) =>
        Assert.Equal(code, TimeCode.Of(Published, TimeCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(unixSeconds))));

    [Fact]
    public void A_clock_half_a_minute_off_is_forgiven_and_a_minute_off_is_not()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = TimeCode.Of(Published, TimeCode.StepAt(at));

        Assert.NotNull(TimeCode.StepOf(Published, code, at.AddSeconds(30)));
        Assert.NotNull(TimeCode.StepOf(Published, code, at.AddSeconds(-30)));
        Assert.Null(TimeCode.StepOf(Published, code, at.AddSeconds(61)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_secret_is_written_in_base_32_as_RFC_4648_shows(string bytes, string text) =>
        Assert.Equal(text, TimeCode.Base32(Encoding.ASCII.GetBytes(bytes)));
}
