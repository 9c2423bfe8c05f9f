using Procurement.Domain.Catalogue;
using Xunit;

namespace Procurement.Tests.Catalogue;

public sealed class Drawing_up_a_specification_template
{
    [Fact]
    public void A_published_version_stays_as_it_was_when_the_next_one_comes()
    {
        var item = ACatalogue.ItemWithTemplate(ACatalogue.Weight(), ACatalogue.Colour());

        var published = item.PublishTemplate([ACatalogue.Colour(2), ACatalogue.Finish()], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.True(published.Succeeded);
        Assert.Equal([1, 2], item.TemplateOf(1)!.Attributes.Select(a => a.Key));
        Assert.Equal(2, item.TemplateInForce!.TemplateVersion);
    }

    [Fact]
    public void A_key_once_given_is_never_given_to_another_attribute()
    {
        var item = ACatalogue.ItemWithTemplate(ACatalogue.Weight(), ACatalogue.Colour());

        item.PublishTemplate([ACatalogue.Colour(2), ACatalogue.Finish()], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.Equal([2, 3], item.TemplateInForce!.Attributes.Select(a => a.Key));
    }

    [Fact]
    public void A_key_of_a_dropped_attribute_is_not_given_again_later()
    {
        var item = ACatalogue.ItemWithTemplate(ACatalogue.Weight(), ACatalogue.Colour());

        item.PublishTemplate([ACatalogue.Weight(1)], ACatalogue.Somebody, ACatalogue.Noon);
        item.PublishTemplate([ACatalogue.Weight(1), ACatalogue.Recycled()], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.Equal([1, 3], item.TemplateInForce!.Attributes.Select(a => a.Key));
    }

    [Fact]
    public void A_key_nobody_gave_is_refused()
    {
        var published = ACatalogue.Item().PublishTemplate([ACatalogue.Weight(7)], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.Equal("catalogue.attribute-not-found", published.Refusal.Code);
    }

    [Fact]
    public void A_template_that_demands_nothing_is_no_template()
    {
        var published = ACatalogue.Item().PublishTemplate([ACatalogue.Finish()], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.Equal("catalogue.template-without-mandatory-attribute", published.Refusal.Code);
    }

    [Fact]
    public void Every_faulty_attribute_is_named_at_once()
    {
        var nameless = ACatalogue.Finish() with { Name = " " };
        var narrow = ACatalogue.Weight() with { Min = 5, Max = 4 };
        var single = ACatalogue.Colour() with { Choices = "سفید\nسفيد" };

        var published = ACatalogue.Item().PublishTemplate([nameless, narrow, single], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.Equal(["catalogue.name-missing", "catalogue.range-upside-down", "catalogue.choice-named-twice"], published.Refusals.Select(r => r.Code));
        Assert.Equal(["Attributes[0].Name", "Attributes[1].Max", "Attributes[2].Choices"], published.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void Two_attributes_do_not_share_a_name()
    {
        var published = ACatalogue.Item().PublishTemplate(
            [ACatalogue.Weight(), ACatalogue.Colour() with { Name = "گرماژ" }], ACatalogue.Somebody, ACatalogue.Noon);

        Assert.Equal("catalogue.attribute-named-twice", published.Refusal.Code);
    }
}
