using Procurement.Domain.Shared;
using Xunit;

namespace Procurement.Tests.Shared;

public sealed class Document_numbers
{
    private static readonly DocumentNumber Receipt = new("GR", "12", new FiscalYear(1405), 347);

    [Fact]
    public void A_number_says_kind_unit_year_and_serial() => Assert.Equal("GR-12-1405-00347", Receipt.ToString());

    [Theory]
    [InlineData("GR-12-1405-00347")]
    [InlineData("gr-۱۲-۱۴۰۵-۳۴۷")]
    [InlineData(" GR – 12 – ١٤٠٥ – ٠٠٣٤٧ ")]
    public void A_number_is_read_in_any_digits_and_dashes(string typed)
    {
        Assert.True(DocumentNumber.TryParse(typed, out var number));
        Assert.Equal(Receipt, number);
    }

    [Fact]
    public void A_Persian_prefix_comes_back_as_typed_for_the_register_to_translate()
    {
        Assert.True(DocumentNumber.TryParse("رس-۱۲-۱۴۰۵-۰۰۳۴۷", out var number));
        Assert.Equal("رس", number.Prefix);
        Assert.Equal(Receipt, number.WithPrefix("GR"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GR-12-1405")]
    [InlineData("GR-12-1405-0")]
    [InlineData("GR-12-1405-3x7")]
    [InlineData("GR-12-05-347")]
    [InlineData("GR--1405-347")]
    [InlineData("GR-12-1405-1234567890")]
    public void What_is_no_number_is_not_read_as_one(string? typed) => Assert.False(DocumentNumber.TryParse(typed, out _));

    [Theory]
    [InlineData("347", 347)]
    [InlineData("۰۰۳۴۷", 347)]
    [InlineData("۱۴۰۵-۰۰۳۴۷", 347)]
    [InlineData("12-1405-00347", 347)]
    [InlineData("", null)]
    [InlineData("0", null)]
    [InlineData("A4-80", null)]
    [InlineData("GR-12-1405-00347", null)]
    [InlineData("12345678901", null)]
    [InlineData("1-12-1405-00347", null)]
    public void The_bare_tail_is_enough_to_search(string typed, int? serial) => Assert.Equal(serial, DocumentNumber.Tail(typed));

    [Fact]
    public void A_part_with_a_dash_would_make_the_number_unreadable() =>
        Assert.Throws<ArgumentException>(() => new DocumentNumber("GR", "1-2", new FiscalYear(1405), 1));
}

public sealed class Stored_ids
{
    [Fact]
    public void Bytes_text_and_time_give_ids_one_order()
    {
        var start = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 500).Select(i => Guid.CreateVersion7(start.AddMilliseconds(i * 7919L))).ToList();

        Assert.Equal(ids, ids.OrderBy(id => Convert.ToHexString(GuidOrder.ToBytes(id)), StringComparer.Ordinal));
        Assert.Equal(ids, ids.OrderBy(id => id.ToString("N"), StringComparer.Ordinal));
        Assert.All(ids, id => Assert.Equal(id, GuidOrder.FromBytes(GuidOrder.ToBytes(id))));
    }
}
