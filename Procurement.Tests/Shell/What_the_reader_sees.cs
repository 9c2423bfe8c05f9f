using System.Globalization;
using Procurement.Domain.Shared;
using Procurement.Web.Display;
using Procurement.Web.Resources;
using Xunit;

namespace Procurement.Tests.Shell;

public sealed class What_the_reader_sees : IDisposable
{
    private static readonly DateTimeOffset Noon = TehranTime.At(new JalaliDate(1405, 8, 30).ToDateOnly(), new TimeOnly(12, 0));

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly ReaderFormat _format = new(new ResourceTexts(throwOnMissing: true), new StoppedClock(Noon));

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("fa", "۱٬۳۸۶٬۰۰۰٬۰۰۰", "۱۲٫۵", "۱۴۰۵/۰۸/۲۸")]
    [InlineData("en", "1,386,000,000", "12.5", "1405/08/28")]
    public void Money_quantities_and_dates_are_in_the_readers_digits_and_the_Jalali_calendar(string language, string money, string quantity, string date)
    {
        Read(language);

        Assert.Equal(money, _format.Rials(Rials.FromStored(1_386_000_000)));
        Assert.Equal(quantity, _format.Quantity(Quantity.Of(12.5m).Value));
        Assert.Equal(date, _format.Date(new JalaliDate(1405, 8, 28).ToDateOnly()));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1", "Safari · iPhone")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    public void A_browser_is_called_by_its_name_and_an_unknown_program_as_it_calls_itself(string agent, string name) => Assert.Equal(name, AgentName.Of(agent));

    [Fact]
    public void A_sum_below_zero_keeps_its_sign_on_the_left_in_both_directions()
    {
        Read("fa");
        Assert.Equal("\u200E−۵٬۰۰۰", _format.Rials(new SignedRials(-5000)));
    }

    [Fact]
    public void The_amount_is_spelled_out_for_those_who_check_it()
    {
        Read("fa");
        Assert.Equal("یک میلیارد و سیصد و هشتاد و شش میلیون ریال", _format.RialsInWords(new SignedRials(1_386_000_000)));
    }

    [Theory]
    [InlineData(0, "امروز", Tone.Caution)]
    [InlineData(1, "فردا", Tone.Caution)]
    [InlineData(3, "۳ روز مانده", Tone.Info)]
    [InlineData(-1, "یک روز گذشته", Tone.Bad)]
    [InlineData(-4, "۴ روز گذشته", Tone.Bad)]
    public void A_deadline_says_how_far_it_is(int days, string words, Tone tone)
    {
        Read("fa");
        var due = TehranTime.LocalDate(Noon).AddDays(days);

        Assert.Equal(words, _format.Remaining(due));
        Assert.Equal(tone, _format.Urgency(due));
    }

    [Theory]
    [InlineData(-3, "امروز ۹:۰۰")]
    [InlineData(-13, "دیروز")]
    [InlineData(-61, "۳ روز پیش")]
    [InlineData(-24 * 20, "۱۰ آبان")]
    public void A_wait_is_told_by_the_calendar_day_in_Tehran(int hours, string words)
    {
        Read("fa");
        Assert.Equal(words, _format.Since(Noon.AddHours(hours)));
    }

    [Fact]
    public void A_day_of_another_year_names_its_year()
    {
        Read("fa");
        Assert.Equal("۱۰ آبان ۱۴۰۴", _format.DayName(new JalaliDate(1404, 8, 10).ToDateOnly()));
    }

    private static void Read(string language) => CultureInfo.CurrentUICulture = Language.Of(language)!.Culture;

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
