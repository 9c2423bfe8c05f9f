using System.Reflection;
using Procurement.Domain.Catalogue;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Filling_a_specification
{
    private const int Weight = 1;
    private const int Colour = 2;
    private const int Finish = 3;
    private const int Recycled = 4;
    private const int Norm = 5;

    [Fact]
    public void Every_mandatory_attribute_left_open_is_named_at_once()
    {
        var filled = Specification.Fill(ACatalogue.Template(), []);

        Assert.Equal(["catalogue.specification-incomplete", "catalogue.specification-incomplete"], filled.Refusals.Select(r => r.Code));
        Assert.Equal(["Specification[1]", "Specification[2]"], filled.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void Optional_attributes_may_stay_open()
    {
        var filled = Specification.Fill(ACatalogue.Template(), [new(Weight, "80"), new(Colour, "سفید")]);

        Assert.Equal([Weight, Colour], filled.Value.Attributes.Select(a => a.Key));
    }

    [Theory]
    [InlineData(Weight, "سنگین", "catalogue.specification-mistyped")]
    [InlineData(Weight, "80.1234567", "catalogue.specification-mistyped")]
    [InlineData(Weight, "59", "catalogue.specification-outside-template")]
    [InlineData(Weight, "301", "catalogue.specification-outside-template")]
    [InlineData(Colour, "آبی", "catalogue.specification-mistyped")]
    [InlineData(Recycled, "شاید", "catalogue.specification-mistyped")]
    [InlineData(99, "هرچه", "catalogue.specification-stray-answer")]
    public void An_answer_of_the_wrong_kind_is_refused_at_its_attribute(int key, string typed, string code)
    {
        AttributeAnswer[] good = [new(Weight, "80"), new(Colour, "سفید")];

        var filled = Specification.Fill(ACatalogue.Template(), [.. good.Where(a => a.Key != key), new(key, typed)]);

        Assert.Equal(code, Assert.Single(filled.Refusals).Code);
        Assert.Equal($"Specification[{key}]", filled.Refusal.Field);
    }

    [Theory]
    [InlineData("۸۰", null, null, 80d, 80d)]
    [InlineData(null, "75", "85", 75d, 85d)]
    [InlineData(null, "٧٥٫٥", null, 75.5, null)]
    [InlineData(null, null, "90", null, 90d)]
    public void A_number_is_asked_for_exactly_or_as_a_range(string? exact, string? least, string? most, double? min, double? max)
    {
        var weight = Specification.Fill(ACatalogue.Template(), [new(Weight, exact, least, most), new(Colour, "سفید")]).Value.Attributes[0];

        Assert.Equal(((decimal?)min, (decimal?)max), (weight.Min, weight.Max));
    }

    [Fact]
    public void A_number_is_not_both_exact_and_a_range() =>
        Assert.Equal(
            "catalogue.specification-exact-or-range",
            Specification.Fill(ACatalogue.Template(), [new(Weight, "80", "70"), new(Colour, "سفید")]).Refusal.Code);

    [Fact]
    public void A_choice_is_kept_as_the_template_spells_it_whatever_keyboard_it_was_typed_on() =>
        Assert.Equal("سفید", Specification.Fill(ACatalogue.Template(), [new(Weight, "80"), new(Colour, "سفيد ")]).Value.Attributes[1].Value);

    [Fact]
    public void A_brand_is_named_only_with_a_reason()
    {
        AttributeAnswer[] answers = [new(Weight, "80"), new(Colour, "سفید")];

        var bare = Specification.Fill(ACatalogue.Template(), answers, brand: "HP 1320");
        var reasoned = Specification.Fill(ACatalogue.Template(), answers, brand: "HP 1320", brandReason: "قطعات یدکی موجود است");

        Assert.Equal("catalogue.brand-without-reason", bare.Refusal.Code);
        Assert.Equal("HP 1320", reasoned.Value.Brand);
    }

    [Fact]
    public void Two_specifications_that_ask_for_the_same_are_equal_and_sign_alike()
    {
        var template = ACatalogue.Template();

        var one = Specification.Fill(template, [new(Weight, "80"), new(Colour, "سفید"), new(Recycled, "بله")]).Value;
        var other = Specification.Fill(template, [new(Recycled, "true"), new(Colour, "سفيد"), new(Weight, "80.0")]).Value;
        var another = Specification.Fill(template, [new(Weight, "81"), new(Colour, "سفید"), new(Recycled, "بله")]).Value;

        Assert.Equal(one, other);
        Assert.Equal(one, one.Copy());
        Assert.NotEqual(one, another);
        Assert.Equal(CanonicalBytes.Of(one), CanonicalBytes.Of(other));
        Assert.NotEqual(CanonicalBytes.Of(one), CanonicalBytes.Of(another));
    }

    [Fact]
    public void What_is_signed_does_not_depend_on_the_order_in_which_the_database_gives_the_attributes_back()
    {
        var written = Specification.Fill(ACatalogue.Template(), [new(Weight, "80"), new(Colour, "سفید"), new(Finish, "صاف"), new(Recycled, "بله")]).Value;
        var signed = CanonicalBytes.Of(written);

        // Rows of a table have no order: an aggregate that is loaded again may hold them in any.
        foreach (var order in new int[][] { [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2] })
        {
            var read = written.Copy();
            var rows = RowsOf(read);
            List<SpecifiedAttribute> shuffled = [.. order.Select(place => rows[place])];
            rows.Clear();
            rows.AddRange(shuffled);

            Assert.NotEqual(written.Attributes.Select(a => a.Key), read.Attributes.Select(a => a.Key));
            Assert.Equal(signed, CanonicalBytes.Of(read));
            Assert.Equal(signed, CanonicalBytes.Of(read.Copy()));
            Assert.Equal(written, read);
        }
    }

    [Theory]
    [InlineData(Weight, "79", AttributeOutcome.Differs)]
    [InlineData(Weight, "۸۲٫۵", AttributeOutcome.Conforms)]
    [InlineData(Weight, "حدود ۸۲", AttributeOutcome.NeedsJudgement)]
    [InlineData(Weight, " ", AttributeOutcome.NotMeasured)]
    [InlineData(Colour, "سفيد", AttributeOutcome.Conforms)]
    [InlineData(Colour, "کرم", AttributeOutcome.Differs)]
    [InlineData(Finish, "صاف و بی‌پرز", AttributeOutcome.Conforms)]
    [InlineData(Finish, "صاف", AttributeOutcome.NeedsJudgement)]
    [InlineData(Recycled, "دارد", AttributeOutcome.Differs)]
    [InlineData(Norm, "ISIRI 163", AttributeOutcome.Conforms)]
    [InlineData(Norm, "ISO 536", AttributeOutcome.NeedsJudgement)]
    public void What_arrives_is_held_against_what_was_asked_for(int key, string found, AttributeOutcome outcome)
    {
        var asked = Specification.Fill(ACatalogue.Template(), [
            new(Weight, Min: "80", Max: "85"), new(Colour, "سفید"), new(Finish, "صاف و بی‌پرز"), new(Recycled, "خیر"), new(Norm, "isiri 163"),
        ]).Value;

        Assert.Equal(outcome, asked.Compare([new MeasuredValue(key, found)]).Single(v => v.Asked.Key == key).Outcome);
    }

    [Fact]
    public void What_nobody_measured_is_not_passed_over() =>
        Assert.All(
            Specification.Fill(ACatalogue.Template(), [new(Weight, "80"), new(Colour, "سفید")]).Value.Compare([]),
            verdict => Assert.Equal(AttributeOutcome.NotMeasured, verdict.Outcome));

    /// <summary>The list that the object mapper fills, in the order of the rows it is given.</summary>
    private static List<SpecifiedAttribute> RowsOf(Specification specification) =>
        (List<SpecifiedAttribute>)typeof(Specification).GetField("_attributes", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(specification)!;
}
