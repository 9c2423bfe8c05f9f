using Procurement.Domain.Identity;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Identity;

public sealed class A_login
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LockOutRule Rule = LockOutRule.Usual;

    private readonly Account _login = Account.Open(Person.Employ("0084575948", "سارا", "نمونه", OrgUnitId.New()).Value, null).Value;

    [Fact]
    public void Is_named_by_the_national_id_unless_another_name_was_chosen()
    {
        Assert.Equal("0084575948", _login.UserName);
        Assert.Equal("sara.n-1", Account.FoldUserName(" Sara.N-۱ "));
    }

    [Fact]
    public void Closes_for_five_minutes_at_the_fifth_wrong_proof_and_not_before()
    {
        for (var i = 1; i <= 4; i++) Assert.False(_login.CountWrongProof(Rule, Noon));
        Assert.True(_login.MayProve(Noon).Succeeded);

        Assert.True(_login.CountWrongProof(Rule, Noon));

        Assert.Equal("identity.locked-out", _login.MayProve(Noon.AddMinutes(4.9)).Refusal.Code);
        Assert.True(_login.MayProve(Noon.AddMinutes(5)).Succeeded);
    }

    [Fact]
    public void Forgets_four_wrong_proofs_after_a_right_one()
    {
        for (var i = 1; i <= 4; i++) _login.CountWrongProof(Rule, Noon);

        _login.AcceptProof();

        Assert.False(_login.CountWrongProof(Rule, Noon));
    }

    [Fact]
    public void Stays_open_to_a_passkey_while_guesses_at_its_password_have_closed_it()
    {
        for (var i = 1; i <= 5; i++) _login.CountWrongProof(Rule, Noon);

        Assert.False(_login.MayProve(Noon).Succeeded);
        Assert.True(_login.MayEnter().Succeeded);
    }

    [Fact]
    public void Takes_each_code_once_and_none_older_than_the_last()
    {
        _login.BeginCodes("sealed");
        _login.ConfirmCodes(100, ["recovery"], Noon);

        Assert.Equal("identity.code-used", _login.UseCode(100).Refusal.Code);
        Assert.Equal("identity.code-used", _login.UseCode(99).Refusal.Code);
        Assert.True(_login.UseCode(101).Succeeded);
    }

    [Fact]
    public void Takes_each_recovery_code_once()
    {
        _login.BeginCodes("sealed");
        _login.ConfirmCodes(100, ["recovery"], Noon);

        Assert.True(_login.UseRecoveryCode("recovery", Noon).Succeeded);
        Assert.Equal("identity.code-used", _login.UseRecoveryCode("recovery", Noon).Refusal.Code);
    }
}
