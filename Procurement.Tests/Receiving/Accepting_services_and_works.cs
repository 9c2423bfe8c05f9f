using Procurement.Domain.Catalogue;
using Procurement.Domain.Organisation;
using Procurement.Domain.Receiving;
using Procurement.Domain.Shared;
using Procurement.Domain.SignOff;
using Procurement.Tests.SignOff;
using Xunit;

namespace Procurement.Tests.Receiving;

public sealed class Accepting_services_and_works
{
    private static readonly (DateOnly, DateOnly) October = (new(2026, 10, 1), new(2026, 10, 31));

    private readonly PersonId _requester = PersonId.New();

    [Fact]
    public void Parts_of_a_line_add_up_to_its_price_to_the_rial()
    {
        var whole = Quantity.Of(1).Value;
        var third = Quantity.Of(0.333333m).Value;
        var rest = Quantity.Of(0.333334m).Value;

        var parts = new[] { Part(whole, Quantity.Zero, third), Part(whole, third, third), Part(whole, third + third, rest) };

        Assert.Equal(100, parts.Sum(p => p.Value.Value.Amount));
    }

    [Fact]
    public void No_part_goes_beyond_what_was_agreed()
    {
        var refused = Part(DeliveryOnPaper.Ten, Quantity.Whole(8), Quantity.Whole(3)).Refusal;

        Assert.Equal("service-acceptance.more-than-agreed", refused.Code);
        Assert.Equal("Lines[0].Quantity", refused.Field);
    }

    [Fact]
    public void Only_the_requester_or_his_substitute_measures()
    {
        Assert.Equal("service-acceptance.only-the-requester-measures", Part(DeliveryOnPaper.Ten, Quantity.Zero, Quantity.Whole(1), judge: PersonId.New()).Refusal.Code);
    }

    [Fact]
    public void Progress_is_proven_by_an_attachment_before_it_is_signed()
    {
        var part = Part(DeliveryOnPaper.Ten, Quantity.Zero, Quantity.Whole(1)).Value;
        Assert.Equal("service-acceptance.evidence-missing", part.CheckReady().Refusal.Code);

        DeliveryOnPaper.Ok(part.SignOff.Attach("bb22", "صورت وضعیت.pdf", 9, "application/pdf", new ActBy(_requester, PaperBody.Noon)));

        DeliveryOnPaper.Ok(part.CheckReady());
    }

    [Fact]
    public void Work_is_not_measured_before_it_is_done()
    {
        var tomorrow = PaperBody.Today.AddDays(1);

        Assert.Equal("service-acceptance.period-wrong", Part(DeliveryOnPaper.Ten, Quantity.Zero, Quantity.Whole(1), (PaperBody.Today, tomorrow)).Refusal.Code);
    }

    private Result<ServiceAcceptance> Part(Quantity ordered, Quantity before, Quantity now, (DateOnly, DateOnly)? period = null, PersonId? judge = null) =>
        ServiceAcceptance.Draft(
            (OrgUnitId.New(), "12"), (DocumentId.New(), SupplierId.New(), "خدمات پاک"), new Judge(judge ?? _requester), null,
            [new MeasuredWork(Guid.CreateVersion7(), "نظافت", "ماه", ordered, before, now, Rials.FromStored(100), "بازدید")], period ?? October,
            new ActBy(_requester, PaperBody.Noon));
}
