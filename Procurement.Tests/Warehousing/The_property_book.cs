using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Domain.Warehousing;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Warehousing;

/// <summary>Law file 3.5 to 3.7 and 6.3: every piece has a number, a label and one person who answers for it.</summary>
public sealed class The_property_book
{
    private readonly PersonId _keeper = PersonId.New();
    private readonly PersonId _custodian = PersonId.New();
    private readonly OrgUnitId _unit = OrgUnitId.New();

    [Fact]
    public void A_received_piece_is_in_the_keepers_custody()
    {
        var piece = Entered();

        Assert.Equal((PropertyState.InStore, _keeper), (piece.State, piece.CustodianId));
    }

    [Fact]
    public void Nothing_is_handed_over_without_its_label()
    {
        Assert.Equal("property.not-labelled", HandOver(Entered(), "۲۰۱").Refusal.Code);
    }

    [Fact]
    public void A_custodian_has_a_room()
    {
        Assert.Equal("property.room-missing", HandOver(Labelled(), " ").Refusal.Code);
    }

    [Fact]
    public void Each_hand_over_ends_one_custody_and_begins_the_next()
    {
        var piece = Labelled();

        Assert.True(HandOver(piece, "۲۰۱").Succeeded);

        Assert.Equal([_keeper, _custodian], piece.Custodies.Select(c => c.CustodianId));
        Assert.Equal(piece.Custodies[1].From, piece.Custodies[0].To);
        Assert.Null(piece.StoreId);
    }

    [Fact]
    public void A_removed_piece_moves_no_more()
    {
        var piece = Labelled();
        Assert.True(piece.Remove(DocumentId.New(), PaperBody.Noon).Succeeded);

        Assert.Equal("property.removed", HandOver(piece, "۲۰۱").Refusal.Code);
        Assert.NotNull(piece.Custodies[^1].To);
    }

    [Fact]
    public void A_number_is_read_in_any_digits()
    {
        Assert.Equal("TV-1405", PropertyNumber.Create(" tv-۱۴۰۵ ").Value.Value);
        Assert.Equal("property.number-invalid", PropertyNumber.Create("میز").Refusal.Code);
    }

    [Fact]
    public void A_scheme_takes_force_by_a_second_person()
    {
        var clerk = PersonId.New();
        var scheme = PropertyScheme.Propose(_unit, "tv-", 6, 120, clerk, PaperBody.Noon).Value;

        Assert.Equal("property.scheme-needs-second-person", scheme.Approve(clerk, PaperBody.Noon).Refusal.Code);
        Assert.True(scheme.Approve(_keeper, PaperBody.Noon).Succeeded);
    }

    [Theory]
    [InlineData(120, "TV-000120")]
    [InlineData(999999, "TV-999999")]
    public void Serial_and_number_of_a_scheme_lead_to_each_other(long serial, string number)
    {
        var scheme = PropertyScheme.Propose(_unit, "TV-", 6, 1, PersonId.New(), PaperBody.Noon).Value;

        Assert.Equal(number, scheme.NumberOf(serial).Value.Value);
        Assert.Equal(serial, scheme.SerialOf(PropertyNumber.FromStored(number)));
        Assert.Equal("property.serials-used-up", scheme.NumberOf(1_000_000).Refusal.Code);
    }

    private PropertyItem Entered() => PropertyItem.Enter(
        PropertyNumber.FromStored("TV-1"), ItemId.New(), "", Rials.FromStored(5), StoreId.New(), _unit, _keeper, DocumentId.New(), Guid.CreateVersion7(), PaperBody.Noon);

    private PropertyItem Labelled()
    {
        var piece = Entered();
        Assert.True(piece.ConfirmLabel(PersonId.New(), PaperBody.Noon).Succeeded);
        return piece;
    }

    private Result HandOver(PropertyItem piece, string room) => piece.HandOver(_custodian, _unit, room, DocumentId.New(), PaperBody.Noon.AddHours(1));
}
