using Xunit;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Basics;

public sealed class TenorTests
{
    [Theory]
    [InlineData("3M", 4)]
    [InlineData("12M", 1)]
    [InlineData("1Y", 1)]
    [InlineData("5M", null)]
    [InlineData("24M", null)]
    [InlineData("2W", null)]
    [InlineData("15D", null)]
    [InlineData("9999D", null)]
    public void Parse_Tenor_ReadsBackAndKnowsItsFrequency(string text, int? perYear)
    {
        var tenor = Tenor.Parse(text).Value;

        Assert.Equal(text, tenor.ToString());
        Assert.Equal(perYear, tenor.PerYear);
    }

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("3")]
    [InlineData("3m")]
    [InlineData("0M")]
    [InlineData("03M")]
    [InlineData("-3M")]
    [InlineData("+3M")]
    [InlineData("3 M")]
    [InlineData("1Y6M")]
    [InlineData("10000D")]
    [InlineData("３M")]
    public void Parse_Other_IsRefused(string text)
    {
        var refusal = Assert.Single(Tenor.Parse(text, "payment/every").Refusals);

        Assert.Equal(("SCHD-0102", "payment/every", text), (refusal.Code, refusal.Path, refusal.Found));
    }

    [Theory]
    [InlineData("1M", "2025-01-31", 1, "2025-02-28")]
    [InlineData("1M", "2025-01-31", 2, "2025-03-31")]
    [InlineData("1M", "2024-01-31", 1, "2024-02-29")]
    [InlineData("1Y", "2024-02-29", 1, "2025-02-28")]
    [InlineData("1Y", "2024-02-29", 4, "2028-02-29")]
    [InlineData("2W", "2025-01-01", 3, "2025-02-12")]
    [InlineData("15D", "2025-01-01", -1, "2024-12-17")]
    [InlineData("3M", "2025-05-31", 0, "2025-05-31")]
    public void AddTo_Times_CountsFromTheStart(string tenor, string start, int times, string expected) =>
        Assert.Equal(D(expected), Tenor.Parse(tenor).Value.AddTo(D(start), times));

    [Theory]
    [InlineData("2025-01-31", "2025-04-30", "1M", "2025-01-31 2025-02-28 2025-03-31 2025-04-30")]
    [InlineData("2025-01-20", "2025-01-20", "3M", "2025-01-20")]
    [InlineData("2024-01-20", "2026-01-20", "1Y", "2024-01-20 2025-01-20 2026-01-20")]
    public void Every_LastIsHit_ListsAllDates(string first, string last, string tenor, string expected)
    {
        var dates = Schedule.Every(D(first), D(last), Tenor.Parse(tenor).Value).Value;

        Assert.Equal(expected, string.Join(' ', dates.Select(date => date.ToString("yyyy-MM-dd"))));
    }

    [Theory]
    [InlineData("2025-01-20", "2025-04-19", "3M", "2025-04-20")]
    [InlineData("2025-01-20", "2025-04-21", "3M", "2025-04-20")]
    [InlineData("2025-02-28", "2025-03-31", "1M", "2025-03-28")]
    [InlineData("2025-01-20", "2024-01-20", "1M", "2025-01-20")]
    public void Every_LastIsMissed_IsRefusedNamingBoth(string first, string last, string tenor, string nearest)
    {
        var refusal = Assert.Single(Schedule.Every(D(first), D(last), Tenor.Parse(tenor).Value, "dates").Refusals);

        Assert.Equal(("SCHD-0101", "dates", $"{first} … {last}"), (refusal.Code, refusal.Path, refusal.Found));
        Assert.Contains(nearest, refusal.Expected.En, StringComparison.Ordinal);
        Assert.Contains(first, refusal.Message.Zh, StringComparison.Ordinal);
        Assert.Contains(last, refusal.Message.Zh, StringComparison.Ordinal);
    }
}
