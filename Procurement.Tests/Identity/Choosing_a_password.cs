using Procurement.Application.Identity;
using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class Choosing_a_password
{
    private static readonly Account Login = Account.Open(Person.Employ("0084575948", "سارا", "نمونه", OrgUnitId.New()).Value, "sara.nemooneh").Value;

    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    public void One_shorter_than_twelve_letters_is_refused(string password) =>
        Assert.Equal("identity.password-length", PasswordRule.Check(password, Login).Refusal.Code);

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password123456")]
    [InlineData("1234567890123")]
    [InlineData("۱۲۳۴۵۶۷۸۹۰۱۲")]
    [InlineData("qwertyuiop[]")]
    [InlineData("iraniran1404!!!")]
    [InlineData("ababababababab")]
    [InlineData("sara.nemooneh")]
    [InlineData("sara.nemooneh1404")]
    public void One_that_everybody_tries_first_is_refused(string password) =>
        Assert.Equal("identity.password-common", PasswordRule.Check(password, Login).Refusal.Code);

    [Theory]
    [InlineData("correct lamp under rain")]
    [InlineData("سیب سرخ روی میز چوبی")]
    [InlineData("aaaaabbbbbcdefz")]
    public void Length_is_enough_no_signs_or_capitals_are_asked_for(string password) =>
        Assert.True(PasswordRule.Check(password, Login).Succeeded);
}
