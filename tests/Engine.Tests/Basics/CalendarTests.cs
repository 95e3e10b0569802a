using System.Text.Json;
using Xunit;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Basics;

public sealed class CalendarTests
{
    private static readonly BusinessCalendar Bank = new(Holidays, DayKind.Bank);
    private static readonly BusinessCalendar Exchange = new(Holidays, DayKind.Exchange);

    /// <summary>deal-formulas.json F19; the 2025 National Day notice has make-up days on 28 September and 11 October.</summary>
    [Theory]
    [InlineData("trading", DayKind.Exchange)]
    [InlineData("bank_workday", DayKind.Bank)]
    public void Offset_F19BeforeNationalDay2025_Agrees(string kindName, DayKind kind)
    {
        var row = Repo.Golden("deal-formulas.json").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "F19");
        var calendar = new BusinessCalendar(Holidays, kind);

        foreach (var expected in row.GetProperty("out").GetProperty(kindName).EnumerateObject())
        {
            var n = int.Parse(expected.Name[2..]);
            Assert.Equal(new CalendarDay(D(expected.Value.GetString()!), 0), calendar.Offset(D("2025-10-15"), -n));
        }
    }

    /// <summary>LPR notice of 2019-08-17: published on the 20th of each month, postponed on holidays (遇节假日顺延).</summary>
    [Fact]
    public void Lpr_EveryPublication_IsThe20thOrTheNextBankWorkingDay()
    {
        var dates = Repo.Csv("data", "rates", "lpr.csv").Select(row => D(row[0])).ToList();

        Assert.Equal(85, dates.Count);
        Assert.All(dates, date =>
            Assert.Equal(new CalendarDay(date, 0), Bank.Roll(new(date.Year, date.Month, 20), RollRule.Following)));
    }

    [Theory]
    [InlineData("2025-09-28", true, false)] // Sunday, make-up day
    [InlineData("2025-10-01", false, false)] // National Day
    [InlineData("2025-10-09", true, true)]
    [InlineData("2025-10-11", true, false)] // Saturday, make-up day
    [InlineData("2025-10-12", false, false)] // plain Sunday
    [InlineData("2007-12-31", false, false)] // named by the file of 2008
    [InlineData("2007-12-29", true, false)] // make-up Saturday, named by the file of 2008
    public void IsBusinessDay_AroundHolidays_DependsOnTheKind(string date, bool bank, bool exchange)
    {
        Assert.Equal(bank, Bank.IsBusinessDay(D(date)));
        Assert.Equal(exchange, Exchange.IsBusinessDay(D(date)));
    }

    [Theory]
    [InlineData("none", "2025-10-04", "2025-10-04")]
    [InlineData("following", "2025-10-04", "2025-10-09")]
    [InlineData("following_no_extra_interest", "2025-10-04", "2025-10-09")]
    [InlineData("preceding", "2025-10-04", "2025-09-30")]
    [InlineData("modified_preceding", "2025-10-04", "2025-10-09")] // the day before is in September
    [InlineData("modified_following", "2025-05-31", "2025-05-30")] // Saturday; the next day is in June
    [InlineData("following", "2025-05-31", "2025-06-03")] // over 端午节
    [InlineData("modified_following", "2025-10-04", "2025-10-09")]
    [InlineData("preceding", "2025-10-09", "2025-10-09")]
    public void Roll_OffDay_MovesByTheRule(string ruleName, string date, string expected)
    {
        Assert.True(RollRules.TryParse(ruleName, out var rule));

        Assert.Equal(new CalendarDay(D(expected), 0), Exchange.Roll(D(date), rule));
    }

    [Theory]
    [InlineData("2026-12-31", RollRule.Following, "2026-12-31", 0)]
    [InlineData("2027-01-01", RollRule.None, "2027-01-01", 0)]
    [InlineData("2027-01-01", RollRule.Following, "2027-01-01", 2027)] // surely a holiday, but no notice says so yet
    [InlineData("2027-01-02", RollRule.Following, "2027-01-04", 2027)]
    [InlineData("2028-01-01", RollRule.Preceding, "2027-12-31", 2028)]
    public void Roll_UnpublishedYear_IsProvisional(string date, RollRule rule, string expected, int year) =>
        Assert.Equal(new CalendarDay(D(expected), year), Bank.Roll(D(date), rule));

    /// <summary>A month end that rolls back need not ask the year after.</summary>
    [Fact]
    public void Roll_ModifiedFollowingAtYearEnd_DoesNotConsultTheNextYear()
    {
        var table = Year(2022, ("2022-12-30", false), ("2022-12-31", true));
        var calendar = new BusinessCalendar(table, DayKind.Bank);

        Assert.Equal(new CalendarDay(D("2022-12-30"), 0), calendar.Roll(D("2022-12-31"), RollRule.ModifiedFollowing));
        Assert.Equal(new CalendarDay(D("2023-01-02"), 2023), calendar.Roll(D("2022-12-31"), RollRule.Following));
    }

    [Theory]
    [InlineData("2026-12-30", 1, "2026-12-31", 0)]
    [InlineData("2026-12-31", 1, "2027-01-01", 2027)]
    [InlineData("2027-01-04", -2, "2026-12-31", 2027)]
    [InlineData("2027-01-02", 0, "2027-01-02", 0)]
    [InlineData("2027-01-01", -1, "2026-12-31", 0)]
    public void Offset_OverTheLastPublishedDay_IsProvisional(string from, int days, string expected, int year) =>
        Assert.Equal(new CalendarDay(D(expected), year), Bank.Offset(D(from), days));

    [Fact]
    public void ChangesUnder_ALaterYear_ListsTheDatesThatMove()
    {
        var later = new BusinessCalendar(Holidays.With(Year(2027, ("2027-01-01", true))), DayKind.Bank);
        CalendarQuestion[] questions =
        [
            new(D("2027-01-01"), RollRule.Following, 0),
            new(D("2027-01-01"), RollRule.None, 0),
            new(D("2027-01-05"), RollRule.Following, -2),
            new(D("2026-10-01"), RollRule.Following, -3),
        ];

        var changes = Bank.ChangesUnder(later, questions);

        Assert.True(later.IsPublished(2027));
        Assert.Equal(
            [
                new(questions[0], D("2027-01-01"), D("2027-01-04")),
                new(questions[2], D("2027-01-01"), D("2026-12-31")),
            ],
            changes);
    }

    [Fact]
    public void IsPublished_EmptyFile_IsNotPublished()
    {
        Assert.Equal(Enumerable.Range(2007, 20), Holidays.PublishedYears);
        Assert.False(Bank.IsPublished(2027));
        Assert.False(Bank.IsPublished(2006));
    }

    [Theory]
    [InlineData("[", "CALD-0101", "a.json")]
    [InlineData("[]", "CALD-0101", "a.json")]
    [InlineData("{\"year\": 2030}", "CALD-0101", "a.json")]
    [InlineData("{\"year\": 20.5, \"days\": []}", "CALD-0101", "a.json")]
    [InlineData("{\"year\": 2030, \"days\": [{\"date\": \"2030-02-30\", \"isOffDay\": true}]}", "CALD-0102", "a.json/days/0")]
    [InlineData("{\"year\": 2030, \"days\": [{\"date\": \"2030-02-03\", \"isOffDay\": 1}]}", "CALD-0102", "a.json/days/0")]
    [InlineData(
        "{\"year\": 2030, \"days\": [{\"date\": \"2030-02-03\", \"isOffDay\": true}, {\"date\": \"2030-02-03\", \"isOffDay\": false}]}",
        "CALD-0104",
        "a.json/days/1")]
    public void Parse_BadFile_IsRefused(string text, string code, string path)
    {
        var refusal = Assert.Single(HolidayTable.Parse([KeyValuePair.Create("a.json", text)]).Refusals);

        Assert.Equal((code, path), (refusal.Code, refusal.Path));
    }

    [Fact]
    public void Parse_YearTwice_IsRefused()
    {
        var text = "{\"year\": 2030, \"days\": []}";

        var result = HolidayTable.Parse([KeyValuePair.Create("a.json", text), KeyValuePair.Create("b.json", text)]);

        Assert.Equal("CALD-0103", Assert.Single(result.Refusals).Code);
    }

    [Fact]
    public void Roll_TableThatNeverOpens_Throws()
    {
        var days = Enumerable.Range(0, 365).Select(i => (new DateOnly(2030, 1, 1).AddDays(i).ToString("yyyy-MM-dd"), true));
        var closed = new BusinessCalendar(Year(2030, [.. days]), DayKind.Bank);

        Assert.Throws<InvalidOperationException>(() => closed.Roll(D("2030-05-01"), RollRule.Following));
        Assert.Throws<InvalidOperationException>(() => closed.Offset(D("2030-05-01"), -1));
    }

    [Fact]
    public void RollAndOffset_EveryDayOf2007To2027_KeepTheirLaws()
    {
        foreach (var calendar in new[] { Bank, Exchange })
        {
            for (var date = D("2007-01-01"); date < D("2028-01-01"); date = date.AddDays(1))
            {
                foreach (var rule in Enum.GetValues<RollRule>())
                {
                    var rolled = calendar.Roll(date, rule).Date;
                    Assert.Equal(rolled, calendar.Roll(rolled, rule).Date);
                    Assert.True(rule == RollRule.None || calendar.IsBusinessDay(rolled));
                }

                Assert.Equal(date, calendar.IsBusinessDay(date)
                    ? calendar.Offset(calendar.Offset(date, 7).Date, -7).Date
                    : date);
            }
        }
    }

    [Fact]
    public void Name_EveryRollRule_ReadsBack()
    {
        foreach (var rule in Enum.GetValues<RollRule>())
        {
            Assert.True(RollRules.TryParse(RollRules.Name(rule), out var read));
            Assert.Equal(rule, read);
        }

        Assert.False(RollRules.TryParse("nearest", out _));
    }

    private static HolidayTable Year(int year, params (string Date, bool Off)[] days)
    {
        var text = JsonSerializer.Serialize(new
        {
            year,
            days = days.Select(day => new { date = day.Date, isOffDay = day.Off }),
        });
        return HolidayTable.Parse([KeyValuePair.Create($"{year}.json", text)]).Value;
    }
}
