using Procurement.Application.Requests;
using Procurement.Domain.Organisation;
using Procurement.Domain.SignOff;
using Procurement.Tests.Catalogue;
using Xunit;

namespace Procurement.Tests.Requests;

public sealed class Reading_a_typed_specification
{
    private static readonly ActBy Me = new(PersonId.New(), ACatalogue.Noon);

    [Theory]
    [InlineData("گرماژ: ۸۰؛ رنگ: سفید", 80, 80)]
    [InlineData("رنگ: سفيد\nگرماژ: 70-90", 70, 90)]
    [InlineData("Weight: 70 to 90; Colour: سفید", 70, 90)]
    [InlineData("گرماژ: حداقل 70؛ رنگ: کرم", 70, null)]
    [InlineData("گرماژ= <=90 ؛ رنگ= کرم", null, 90)]
    public void Numbers_are_exact_at_least_at_most_or_between(string text, int? min, int? max)
    {
        var read = SpecificationText.Read(ACatalogue.Template(), text, Me);

        var weight = read.Value!.Attributes.Single(a => a.Name == "گرماژ");
        Assert.Equal(((decimal?)min, (decimal?)max), (weight.Min, weight.Max));
    }

    [Fact]
    public void A_mandatory_attribute_left_open_is_named() =>
        Assert.Equal("catalogue.specification-incomplete(گرماژ)", SpecificationText.Read(ACatalogue.Template(), "رنگ: سفید", Me).Refusal.ToString());

    [Fact]
    public void An_attribute_the_template_does_not_know_is_named() =>
        Assert.Equal("purchase-request.attribute-unknown(وزن بسته)", SpecificationText.Read(ACatalogue.Template(), "گرماژ: 80؛ وزن بسته: 2", Me).Refusal.ToString());

    [Fact]
    public void A_brand_needs_its_reason()
    {
        Assert.Equal("catalogue.brand-without-reason", SpecificationText.Read(ACatalogue.Template(), "گرماژ: 80؛ رنگ: سفید؛ برند: کپی‌مکس", Me).Refusal.Code);
        Assert.True(SpecificationText.Read(ACatalogue.Template(), "گرماژ: 80؛ رنگ: سفید؛ برند: کپی‌مکس؛ دلیل برند: دستگاه موجود", Me).Succeeded);
    }

    [Theory]
    [InlineData("گرماژ: 80؛ رنگ: سفید")]
    [InlineData("گرماژ: 70-90؛ رنگ: کرم؛ بازیافتی: yes؛ برند: الف؛ دلیل برند: ب")]
    [InlineData("گرماژ: >=70؛ رنگ: کرم")]
    public void The_text_of_a_specification_reads_back_into_the_same(string text)
    {
        var template = ACatalogue.Template();
        var once = SpecificationText.Read(template, text, Me).Value;

        Assert.Equal(once, SpecificationText.Read(template, SpecificationText.Of(once), Me).Value);
    }

    [Fact]
    public void Without_an_item_its_rows_stand_for_themselves()
    {
        var read = SpecificationText.Read(null, "طول: ۳ متر\nجنس: فولاد ST37", Me);

        Assert.Equal(["طول", "جنس"], read.Value!.Attributes.Select(a => a.Name));
        Assert.Equal("طول: ۳ متر؛ جنس: فولاد ST37", SpecificationText.Of(read.Value));
    }
}
