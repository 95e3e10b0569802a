using System.Text.Json;
using Xunit;
using Zhirong.Engine.Basics;
using static Zhirong.Engine.Tests.Basics.Dates;

namespace Zhirong.Engine.Tests.Basics;

public sealed class DayCountTests
{
    private static readonly JsonElement Vectors = Repo.Golden("quant.json").GetProperty("day_counters");

    /// <summary>quant.json day_counters.actual_actual: QuantLib daycounters.cpp after ISDA 1998.</summary>
    public static TheoryData<int> ActualActualRows => Rows(Vectors.GetProperty("actual_actual"));

    /// <summary>quant.json day_counters.thirty360_days: QuantLib daycounters.cpp after the ISDA 30/360 example sheet.</summary>
    public static TheoryData<string, int> ThirtyRows
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var family in Vectors.GetProperty("thirty360_days").EnumerateObject())
            {
                for (var i = 0; i < family.Value.GetArrayLength(); i++)
                {
                    data.Add(family.Name, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ActualActualRows))]
    public void YearFraction_ActualActualVectors_Agree(int index)
    {
        var row = Vectors.GetProperty("actual_actual")[index];
        var icma = row.GetProperty("convention").GetString() == "ISMA";

        var found = DayCounts.YearFraction(
            icma ? DayCountConvention.ActActIcma : DayCountConvention.ActActIsda,
            row.Date("start"),
            row.Date("end"),
            icma ? new ReferencePeriod(row.Date("ref_start"), row.Date("ref_end")) : null);

        Assert.Equal(row.GetProperty("year_fraction").GetDouble(), found.ToDouble(), 1e-10);
    }

    [Theory]
    [MemberData(nameof(ThirtyRows))]
    public void Days_Thirty360Vectors_Agree(string family, int index)
    {
        var row = Vectors.GetProperty("thirty360_days").GetProperty(family)[index];
        var convention = family switch
        {
            "BondBasis" => DayCountConvention.Thirty360BondBasis,
            "EurobondBasis" => DayCountConvention.Thirty360European,
            "USA" => DayCountConvention.Thirty360Us,
            _ => DayCountConvention.Thirty360EuropeanIsda,
        };

        // The ISDA sheet's contracts: the month-end rows run to 29 February 2012, the rows from 31 January 2006 on to 2008.
        var termination = index < 12 ? D("2012-02-29") : D("2008-02-29");

        Assert.Equal(
            row.GetProperty("days").GetInt32(),
            DayCounts.Days(convention, row.Date("start"), row.Date("end"), termination));
    }

    [Theory]
    [InlineData("2007-08-31", "2008-02-29", null, 180)]
    [InlineData("2007-08-31", "2008-02-29", "2008-02-29", 179)]
    [InlineData("2007-08-31", "2007-12-31", "2007-12-31", 120)]
    public void Days_ThirtyEIsda_OnlyAFebruaryTerminationStays(string start, string end, string? termination, int days) =>
        Assert.Equal(days, DayCounts.Days(
            DayCountConvention.Thirty360EuropeanIsda, D(start), D(end), termination is null ? null : D(termination)));

    [Theory]
    [InlineData("ACT/365F", "2023-06-15", "2024-06-15", "366/365")]
    [InlineData("ACT/360", "2025-01-01", "2026-01-01", "73/72")]
    [InlineData("ACT/364", "2025-01-01", "2025-01-15", "1/26")]
    [InlineData("30/360", "2025-01-31", "2025-03-31", "1/6")]
    [InlineData("30E/360", "2025-01-30", "2025-03-31", "1/6")]
    [InlineData("30/360 IT", "2025-01-31", "2025-02-28", "1/12")]
    [InlineData("ACT/ACT", "2023-12-31", "2024-01-02", "731/133590")]
    [InlineData("ACT/ACT", "2023-01-01", "2026-01-01", "3")]
    [InlineData("ACT/365F", "2025-01-01", "2025-01-01", "0")]
    public void YearFraction_ByName_IsExact(string name, string start, string end, string expected)
    {
        Assert.True(DayCounts.TryParse(name, out var convention));

        Assert.Equal(expected, DayCounts.YearFraction(convention, D(start), D(end)).ToString());
    }

    /// <summary>ICMA rule 251: a long stub is the sum of its quasi-coupon shares; month ends stay month ends.</summary>
    [Theory]
    [InlineData("2025-01-15", "2026-07-15", "2025-01-15", "2025-07-15", "3/2")]
    [InlineData("2024-08-31", "2025-08-31", "2025-02-28", "2025-08-31", "1")]
    [InlineData("2025-04-15", "2025-10-15", "2025-07-15", "2026-01-15", "363/724")] // 91/181 + 92/184, each of half a year
    public void YearFraction_IcmaBeyondTheReference_WalksQuasiCoupons(
        string start, string end, string referenceStart, string referenceEnd, string expected)
    {
        var found = DayCounts.YearFraction(
            DayCountConvention.ActActIcma, D(start), D(end), new ReferencePeriod(D(referenceStart), D(referenceEnd)));

        Assert.Equal(expected, found.ToString());
    }

    [Fact]
    public void YearFraction_IcmaWithoutReference_Throws() =>
        Assert.Throws<ArgumentNullException>(() =>
            DayCounts.YearFraction(DayCountConvention.ActActIcma, D("2025-01-01"), D("2025-07-01")));

    [Fact]
    public void Days_EndBeforeStart_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DayCounts.Days(DayCountConvention.Act365F, D("2025-01-02"), D("2025-01-01")));

    [Fact]
    public void Name_EveryConvention_ReadsBack()
    {
        foreach (var convention in Enum.GetValues<DayCountConvention>())
        {
            Assert.True(DayCounts.TryParse(DayCounts.Name(convention), out var read));
            Assert.Equal(convention, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("ACT/366")]
    [InlineData("30/365")]
    public void TryParse_OtherNames_AreNotRead(string text) => Assert.False(DayCounts.TryParse(text, out _));

    private static TheoryData<int> Rows(JsonElement array) => [.. Enumerable.Range(0, array.GetArrayLength())];
}
