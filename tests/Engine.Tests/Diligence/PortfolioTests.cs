using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Engine.Diligence.Reading;

namespace Zhirong.Engine.Tests.Diligence;

/// <summary>The analysis of a plastics maker's portfolio: figures worked out by hand, gaps around their boundaries.</summary>
public sealed class PortfolioTests
{
    private static readonly AnalysisPolicy Policy = AnalysisPolicyReader.Read(File.ReadAllBytes(Path.Combine(Repo.Root, "data", "diligence", "analysis.yaml"))).Value;

    private static readonly Provenance Copy = Examined.Copy;

    private static PortfolioRight Right(string id, string kind = "invention", string? ipc = "B29C45/73", int? cited = 4) =>
        new() { Id = id, Number = $"N{id}", Kind = kind, Title = Words.Same(id), State = "granted", Ipc = ipc, Filed = new(2022, 5, 1), Granted = new(2024, 1, 5), TermEnd = new(2042, 5, 1), CitedBy = cited };

    private static PortfolioCase Case(IReadOnlyList<PortfolioRight> rights, IReadOnlyList<ComparedRight>? compared = null, IReadOnlyList<ProductUse>? products = null) => new()
    {
        Day = Examined.Day,
        FirmNames = ["甲公司"],
        Rights = rights,
        Compared = compared is null ? null : new(compared, Copy),
        Products = products is null ? null : new(products, Copy),
    };

    private static ComparedRight Other(string applicant, string ipc, int year, int? cited = null) => new(applicant, "invention", ipc, new(year, 6, 1), cited);

    [Theory]
    [InlineData("B29C45/7312", "B29C 45/00")]
    [InlineData("B29C 45/73 (2006.01)", "B29C 45/00")]
    [InlineData("b29c0045/730000", "B29C 45/00")]
    [InlineData("H01M 10/0525", "H01M 10/00")]
    [InlineData("09-03", "09-03")]
    [InlineData("B29C", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Field_OfASymbol_IsItsMainGroup(string? symbol, string? field) => Assert.Equal(field, TechnologyField.Of(symbol));

    /// <summary>Ten others: six cited less, two alike, two more: (6 + 2/2) / 10.</summary>
    [Theory]
    [InlineData(10, 0.7)]
    [InlineData(9, null)]
    public void Percentile_NeedsItsSample(int sample, double? expected)
    {
        int[] cited = [0, 1, 1, 2, 3, 3, 4, 4, 9, 30];
        List<ComparedRight> compared = [.. cited.Take(sample).Select(c => Other("乙", "B29C45/00", 2022, c)), Other("乙", "B29C45/00", 2021, 0), Other("乙", "B29D45/00", 2022, 0), Other("乙", "B29C45/00", 2022), Other("甲公司", "B29C45/00", 2022, 0)];
        var figure = PortfolioAnalysis.Of(Case([Right("P1")], compared), Policy).Citations.Single();
        Assert.Equal(((decimal?)expected, sample), (figure.Percentile, figure.Sample));
        Assert.Null(PortfolioAnalysis.Of(Case([Right("P1", cited: null)], compared), Policy).Citations.Single().Percentile);
    }

    /// <summary>Filings 4, 3, 2 and the firm's 1: HHI (16 + 9 + 4 + 1) / 100.</summary>
    [Fact]
    public void Competition_ByHand_GivesItsHhi()
    {
        List<ComparedRight> compared = [.. Enumerable.Repeat(Other("乙", "B29C45/00", 2024), 4), .. Enumerable.Repeat(Other("丙", "B29C45/10", 2023), 3), .. Enumerable.Repeat(Other("丁", "B29C45/00", 2022), 2), Other("旧", "B29C45/00", 2021)];
        var made = PortfolioAnalysis.Of(Case([Right("P1")], compared), Policy);
        var field = made.Competition.Single();
        Assert.Equal((10, 0.3m, 0.1m, "乙"), (field.Filings, field.Concentration, field.OwnShare, field.Applicants[0].Applicant));
        Assert.Equal((1, 0), (made.Trends.Single().Years.Single(y => y.Year == 2021).All, made.Trends.Single().Years.Single(y => y.Year == 2021).Own));
        Assert.Equal((3, 1), (made.Trends.Single().Years.Single(y => y.Year == 2022).All, made.Trends.Single().Years.Single(y => y.Year == 2022).Own));
    }

    /// <summary>A near field with enough competitors and filings is a gap; with fewer, far away, or with a right of the firm it is none.</summary>
    [Theory]
    [InlineData(3, 5, "B29C 48/10", false, true)]
    [InlineData(2, 5, "B29C 48/10", false, false)]
    [InlineData(3, 4, "B29C 48/10", false, false)]
    [InlineData(3, 5, "H01M 10/05", false, false)]
    [InlineData(3, 5, "B29C 48/10", true, false)]
    public void OpenField_AroundItsThresholds(int competitors, int filings, string ipc, bool own, bool gap)
    {
        List<ComparedRight> compared = [.. Enumerable.Range(0, filings).Select(i => Other($"对手{i % competitors}", ipc, 2024))];
        List<PortfolioRight> rights = [Right("P1"), .. own ? [Right("P2", ipc: ipc) with { Filed = new(2012, 1, 1) }] : Array.Empty<PortfolioRight>()];
        var found = PortfolioAnalysis.Of(Case(rights, compared), Policy).Gaps.Where(g => g.Kind == "field_open").ToList();
        Assert.Equal(gap, found.Count == 1);
        Assert.All(found, g => Assert.Contains("对手0", g.Reason.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void Product_WithoutARightInForce_IsAGapOfItsKind()
    {
        ProductUse crate = new("crate", new("周转箱", "crate"), ["P1", "D1", "T1"], new(2023, 1, 1), [20, 21], null);
        List<PortfolioRight> rights = [Right("P1"), Right("D1", "design", "09-03") with { State = "lapsed", Filed = new(2023, 1, 2) }, Right("T1", "trademark", null) with { Classes = [21] }];
        var gaps = PortfolioAnalysis.Of(Case(rights, products: [crate]), Policy).Gaps;
        Assert.Equal([("product_uncovered", "design"), ("class_uncovered", "trademark"), ("sold_before_filing", "none")], gaps.Select(g => (g.Kind, g.File)));
        Assert.Equal("产品“周转箱”所在的第 20 类没有有效商标", gaps[1].Reason.Zh);
        Assert.All(gaps, g => Assert.DoesNotContain('{', g.Reason.Zh + g.Reason.En + g.Advice.Zh + g.Advice.En));

        // What nobody knows is no gap, and is said.
        var unknown = PortfolioAnalysis.Of(Case([rights[0], rights[1] with { State = null, Filed = null }, rights[2] with { Classes = null }], products: [crate]), Policy);
        Assert.Empty(unknown.Gaps);
        Assert.Equal(["compared", "state", "filed", "family", "classes"], unknown.Unknowns.Select(u => u.What));
    }

    [Theory]
    [InlineData("2024-01-04", true)]
    [InlineData("2024-01-05", false)]
    public void Infringed_BeforeTheGrant_WasProtectedLate(string on, bool late)
    {
        var right = Right("D1", "design", "09-03") with { Infringements = [new(DateOnly.Parse(on), "pending", "仿品", Copy), new(new(2025, 1, 1), "won", "判决", Copy), new(new(2027, 1, 1), "pending", "未来", Copy)] };
        var made = PortfolioAnalysis.Of(Case([right]), Policy);
        Assert.Equal((2, (bool?)late), (made.Infringed.Single().Times, made.Infringed.Single().Late));
        Assert.Equal(late ? ["design"] : [], made.Gaps.Where(g => g.Kind == "protected_late").Select(g => g.File));
        Assert.Null(PortfolioAnalysis.Of(Case([right with { Granted = null, Filed = null }]), Policy).Infringed.Single().Late);
    }

    [Theory]
    [InlineData(1095, 1)]
    [InlineData(1096, 0)]
    public void Endings_WithinTheHorizon_AreTold(int days, int count) =>
        Assert.Equal(count, PortfolioAnalysis.Of(Case([Right("T1", "trademark", null) with { TermEnd = Examined.Day.AddDays(days), Classes = [] }]), Policy).Gaps.Count(g => g.Kind == "term_ending"));

    [Fact]
    public void Map_CountsEveryRightOnce()
    {
        var made = PortfolioAnalysis.Of(Case([Right("P1"), Right("P2"), Right("P3") with { State = "lapsed" }, Right("P4", ipc: null) with { State = null, Filed = null }]), Policy);
        Assert.Equal(4, made.Map.Sum(c => c.Count));
        Assert.Equal([("B29C 45/00", "in_force", 2), ("B29C 45/00", "over", 1), (null, "unknown", 1)], made.Map.OrderByDescending(c => c.Field is not null).Select(c => (c.Field, c.Standing, c.Count)));
    }
}
