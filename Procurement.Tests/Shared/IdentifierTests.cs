using Procurement.Domain.Catalogue;
using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Identifiers_with_a_check_digit
{
    [Theory]
    [InlineData("1583250689", "1583250689")]
    [InlineData("۰۰۷۶۲۲۹۶۴۵", "0076229645")]
    [InlineData("٠٠٧-٦٢٢٩٦٤-٥", "0076229645")]
    [InlineData("76229645", "0076229645")]
    public void A_valid_national_code_is_read_however_it_is_typed(string typed, string kept) =>
        Assert.Equal(kept, NationalId.Create(typed).Value.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0076229646")]
    [InlineData("1111111111")]
    [InlineData("0000000000")]
    [InlineData("1583250")]
    [InlineData("01583250689")]
    [InlineData("158325068x")]
    public void A_malformed_national_code_is_refused(string? typed) =>
        Assert.Equal("shared.national-id-invalid", NationalId.Create(typed).Refusal.Code);

    [Theory]
    [InlineData("10380284790")]
    [InlineData("۱۰۳۸۰۲۸۴۷۹۰")]
    public void A_valid_legal_identifier_is_read(string typed) => Assert.Equal("10380284790", LegalId.Create(typed).Value.Value);

    [Theory]
    [InlineData("10380284791")]
    [InlineData("00000000000")]
    [InlineData("10300000090")]
    [InlineData("1038028479")]
    [InlineData("")]
    public void A_malformed_legal_identifier_is_refused(string typed) =>
        Assert.Equal("shared.legal-id-invalid", LegalId.Create(typed).Refusal.Code);

    [Theory]
    [InlineData("IR062960000000100324200001", "296")]
    [InlineData("IR820540102680020817909002", "054")]
    [InlineData("ir82 0540 1026 8002 0817 9090 02", "054")]
    [InlineData("۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲", "054")]
    public void A_valid_account_number_names_its_bank(string typed, string bank) => Assert.Equal(bank, Iban.Create(typed).Value.BankCode);

    [Fact]
    public void An_account_number_is_printed_in_fours() =>
        Assert.Equal("IR06 2960 0000 0010 0324 2000 01", Iban.Create("IR062960000000100324200001").Value.Grouped);

    [Theory]
    [InlineData("IR062960000000100324200002")]
    [InlineData("IR06296000000010032420000")]
    [InlineData("DE062960000000100324200001")]
    [InlineData("IRIR2960000000100324200001")]
    [InlineData("")]
    public void A_malformed_account_number_is_refused(string typed) =>
        Assert.Equal("shared.iban-invalid", Iban.Create(typed).Refusal.Code);

    [Theory]
    [InlineData("0076229645")]
    [InlineData("1583250689")]
    public void One_wrong_digit_in_a_national_code_is_noticed(string valid) =>
        Assert.All(WithOneDigitChanged(valid, 0), wrong => Assert.False(NationalId.Create(wrong).Succeeded, wrong));

    [Fact]
    public void One_wrong_digit_in_an_account_number_is_noticed() =>
        Assert.All(WithOneDigitChanged("IR820540102680020817909002", 2), wrong => Assert.False(Iban.Create(wrong).Succeeded, wrong));

    [Fact]
    public void One_wrong_digit_in_a_legal_identifier_is_noticed_unless_the_remainder_is_ten()
    {
        // Remainders 0 and 10 share the check digit 0, so the sum promises nothing between those two; any other check digit is unique.
        var valid = Enumerable.Range(0, 10).Select(check => $"1400312346{check}").Single(id => LegalId.Create(id).Succeeded);
        Assert.NotEqual('0', valid[^1]);

        Assert.All(WithOneDigitChanged(valid, 0), wrong => Assert.False(LegalId.Create(wrong).Succeeded, wrong));
    }

    private static IEnumerable<string> WithOneDigitChanged(string valid, int firstDigit) =>
        from i in Enumerable.Range(firstDigit, valid.Length - firstDigit)
        from digit in "0123456789"
        where digit != valid[i]
        select valid[..i] + digit + valid[(i + 1)..];
}

public sealed class Identifiers_known_by_their_length
{
    [Theory]
    [InlineData("۴۱۱۱۱۱۱۱۱۱۱۱", true)]
    [InlineData("10380284790", true)]
    [InlineData("00762296450001", true)]
    [InlineData("1234567890", false)]
    [InlineData("4111x1111111", false)]
    [InlineData(null, false)]
    public void An_economic_code_has_one_of_the_usual_lengths(string? typed, bool accepted)
    {
        var outcome = EconomicCode.Create(typed);

        Assert.Equal(accepted, outcome.Succeeded);
        if (!accepted) Assert.Equal("shared.economic-code-invalid", outcome.Refusal.Code);
    }

    [Fact]
    public void The_accepted_lengths_of_an_economic_code_are_a_setting() =>
        Assert.True(EconomicCode.Create("1234567890", [10]).Succeeded);

    [Fact]
    public void A_commodity_code_has_sixteen_digits()
    {
        Assert.Equal("1234567", IranCode.Create("۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶").Value.ClassCode);
        Assert.Equal("catalogue.iran-code-invalid", IranCode.Create("123456789012345").Refusal.Code);
    }

    [Fact]
    public void A_tax_identifier_of_goods_has_thirteen_digits()
    {
        Assert.Equal("2720000114542", GoodsServiceId.Create("2720000114542").Value.Value);
        Assert.Equal("catalogue.goods-service-id-invalid", GoodsServiceId.Create("272000011454").Refusal.Code);
    }
}
