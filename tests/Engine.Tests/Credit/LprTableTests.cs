using Xunit;
using Zhirong.Engine.Credit;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Credit;

public sealed class LprTableTests
{
    private static readonly LprTable Shipped = LprTable.Parse(Repo.Read("data", "rates", "lpr.csv")).Value;

    [Theory]
    [InlineData("2019-08-19", "CRED-0102")]
    [InlineData("2019-08-20", "0.0425 2019-08-20")]
    [InlineData("2024-02-19", "0.0345 2024-01-22")]
    [InlineData("2026-01-19", "0.03 2025-12-22")]
    [InlineData("2026-01-20", "0.03 2026-01-20")]
    [InlineData("2026-10-04", "0.03 2026-08-20")]
    [InlineData("2026-10-05", "CRED-0103")]
    public void At_AroundPublications_TakesTheLastOnOrBefore(string date, string expected)
    {
        var quote = Shipped.At(D(date), LprTenor.OneYear);

        Assert.Equal(expected, quote.Ok ? $"{quote.Value.Rate.ToString("0.####")} {quote.Value.Published:yyyy-MM-dd}" : quote.Refusals[0].Code);
    }

    /// <summary>The cut of the five-year rate from 4.20 to 3.95 was announced on 20 February 2024.</summary>
    [Fact]
    public void At_FiveYears_ReadsItsOwnColumn() =>
        Assert.Equal(0.0395m, Shipped.At(D("2024-02-20"), LprTenor.FiveYears).Value.Rate);

    [Theory]
    [InlineData("2020-01-20,4.15")]
    [InlineData("2020-01-20,4.15,x")]
    [InlineData("20.1.2020,4.15,4.80")]
    [InlineData("2018-01-20,4.15,4.80")]
    public void Parse_DamagedRow_IsRefusedWithItsLine(string row)
    {
        var table = LprTable.Parse($"date,lpr_1y,lpr_5y\n2019-08-20,4.25,4.85\n{row}\n");

        Assert.Equal("CRED-0101 3", $"{table.Refusals[0].Code} {table.Refusals[0].Line}");
    }

    [Fact]
    public void At_EmptyTable_IsRefused() => Assert.Equal("CRED-0102", LprTable.Empty.At(D("2026-01-20"), LprTenor.OneYear).Refusals[0].Code);
}
