using Xunit;
using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Terms and annual fees as shipped, around their boundaries.</summary>
public sealed class LawTests
{
    [Theory]
    [InlineData("CN", RightKind.Invention, "2017-02-15", "2037-02-15", "cn-invention")]
    [InlineData("CN", RightKind.UtilityModel, "1999-09-06", "2009-09-06", "cn-utility-model")]
    [InlineData("CN", RightKind.Design, "2021-05-31", "2031-05-31", "cn-design-10")]
    [InlineData("CN", RightKind.Design, "2021-06-01", "2036-06-01", "cn-design-15")]
    [InlineData("CN", RightKind.Invention, "2024-02-29", "2044-02-29", "cn-invention")]
    [InlineData("CN", RightKind.UtilityModel, "2024-02-29", "2034-02-28", "cn-utility-model")]
    public void Term_OfAPatent_RunsFromItsFiling(string office, RightKind kind, string filed, string until, string rule)
    {
        var term = Shelves.Terms.Of(new(office, kind) { Filed = Day(filed) });
        Assert.Equal((Day(until), rule), (term.Until, term.Rule));
        Assert.Equal(Day(until).AddDays(-1), term.LastDay);
    }

    /// <summary>A divisional's number carries the year of the division; its term runs from the parent's filing.</summary>
    [Fact]
    public void Term_OfADivisional_RunsFromTheParentsFiling()
    {
        Assert.Equal(Day("2037-02-15"), Shelves.Terms.Of(new("CN", RightKind.Invention) { Filed = Day("2019-06-26"), ParentFiled = Day("2017-02-15") }).Until);
        var unknown = Shelves.Terms.Of(new("CN", RightKind.Invention));
        Assert.Equal((null, "filing"), (unknown.Until, unknown.Missing.Single()));
        Assert.Equal("filing", Shelves.Terms.Of(new("CN", RightKind.Design)).Missing.Single());
    }

    [Fact]
    public void Term_OfALayout_EndsAtTheEarliestOfItsThreeEnds()
    {
        var facts = new TermFacts("CN", RightKind.IcLayout) { Filed = Day("2015-03-01") };
        Assert.Equal(Day("2025-03-01"), Shelves.Terms.Of(facts).Until);
        Assert.Equal(Day("2023-07-01"), Shelves.Terms.Of(facts with { FirstUsed = Day("2013-07-01") }).Until);
        Assert.Equal(Day("2025-03-01"), Shelves.Terms.Of(facts with { FirstUsed = Day("2016-07-01") }).Until);
        Assert.Equal(Day("2024-01-10"), Shelves.Terms.Of(facts with { Created = Day("2009-01-10") }).Until);
        Assert.Equal(Day("2025-03-01"), Shelves.Terms.Of(facts with { Created = Day("2012-01-10") }).Until);
    }

    [Fact]
    public void Term_OfOtherRights_FollowsRenewalYearEndAgreementAndAdjustment()
    {
        var mark = new TermFacts("CN", RightKind.Trademark) { Registered = Day("2010-05-07") };
        Assert.Equal(Day("2020-05-07"), Shelves.Terms.Of(mark).Until);
        Assert.Equal(Day("2030-05-07"), Shelves.Terms.Of(mark with { Renewals = 1 }).Until);
        Assert.Equal(Day("2030-05-07"), Shelves.Terms.Of(mark with { RenewedUntil = [Day("2030-05-07")] }).Until);
        Assert.Equal(Day("2072-01-01"), Shelves.Terms.Of(new("CN", RightKind.SoftwareCopyright) { FirstPublished = Day("2021-03-04") }).Until);
        Assert.Equal(Day("2071-01-01"), Shelves.Terms.Of(new("CN", RightKind.WorkCopyright) { Created = Day("2020-12-31") }).Until);
        var data = new TermFacts("CN", RightKind.DataIp) { Registered = Day("2024-06-01") };
        Assert.Equal(Day("2027-06-01"), Shelves.Terms.Of(data).Until);
        Assert.Equal(Day("2026-01-01"), Shelves.Terms.Of(data with { AgreementUntil = Day("2025-12-31") }).Until);
        Assert.Equal(Day("2027-06-01"), Shelves.Terms.Of(data with { AgreementUntil = Day("2029-12-31") }).Until);
        Assert.Equal(Day("2029-01-01"), Shelves.Terms.Of(new("CN", RightKind.LicenceIncome) { AgreementUntil = Day("2028-12-31") }).Until);
        Assert.Equal("agreement_until", Shelves.Terms.Of(new("CN", RightKind.LicenceIncome)).Missing.Single());
        Assert.Equal(Day("2037-04-16"), Shelves.Terms.Of(new("CN", RightKind.Invention) { Filed = Day("2017-02-15"), AdjustmentDays = 60 }).Until);
        Assert.Equal(Day("2027-02-15"), Shelves.Terms.Of(new("CN", RightKind.UtilityModel) { Filed = Day("2017-02-15"), AdjustmentDays = 60 }).Until);
        Assert.Equal("rule", Shelves.Terms.Of(new("FR", RightKind.Invention) { Filed = Day("2017-02-15") }).Missing.Single());
    }

    [Fact]
    public void Fees_OfAnInvention_AreDueOnTheAnniversaryWithGraceAndSurcharge()
    {
        var fees = Fees("2026-11-28", []);
        Assert.Equal((5, Day("2019-03-10"), Day("2019-09-10"), "1200.00", "missed"), Told(fees[0]));
        Assert.Equal((13, Day("2027-03-10"), Day("2027-09-10"), "6000.00", "ahead"), Told(fees[8]));
        Assert.Equal(20, fees[^1].Year);
        Assert.Equal(Day("2034-03-10"), fees[^1].Due);
        Assert.Equal("paid", Fees("2026-11-28", [12])[7].State);
        Assert.Equal("paid", Fees("2026-11-28", [12])[0].State);
    }

    /// <summary>The last day of each month still belongs to the step before.</summary>
    [Theory]
    [InlineData("2027-03-10", "ahead", "0.00")]
    [InlineData("2027-03-11", "due", "0.00")]
    [InlineData("2027-04-10", "due", "0.00")]
    [InlineData("2027-04-11", "due", "300.00")]
    [InlineData("2027-05-10", "due", "300.00")]
    [InlineData("2027-05-11", "due", "600.00")]
    [InlineData("2027-08-11", "due", "1500.00")]
    [InlineData("2027-09-10", "due", "1500.00")]
    [InlineData("2027-09-11", "missed", "0.00")]
    public void Surcharge_OnADayOfGrace_StepsByTheMonth(string day, string state, string surcharge)
    {
        var fee = Fees(day, [12]).Single(f => f.Year == 13);
        Assert.Equal((state, surcharge, Day("2027-03-10")), (fee.State, $"{fee.Surcharge}", fee.Lapse));
    }

    [Theory]
    [InlineData("schema: zhirong/right-terms/v2", "AST-0902")]
    [InlineData("rules: 3", "FLD-0102")]
    public void Terms_ThatCannotBeUsed_AreRefused(string change, string code)
    {
        var text = File.ReadAllText(Path.Combine(Repo.Root, "data", "rights", "terms.yaml"));
        var at = change.Split(':')[0] + ":";
        var broken = change.StartsWith("rules", StringComparison.Ordinal) ? text[..text.IndexOf("rules:", StringComparison.Ordinal)] + change : string.Join('\n', text.Split('\n').Select(l => l.StartsWith(at, StringComparison.Ordinal) ? change : l));
        var read = LawReader.Terms(System.Text.Encoding.UTF8.GetBytes(broken));
        Assert.False(read.Ok);
        Assert.Contains(read.Refusals, r => r.Code == code || change.StartsWith("rules", StringComparison.Ordinal));
    }

    private static IReadOnlyList<AnnualFee> Fees(string day, HashSet<int> paid) => Shelves.Fees.Of("CN", RightKind.Invention, Day("2015-03-10"), Day("2018-08-01"), Day("2035-03-10"), paid, Day(day));

    private static (int, DateOnly, DateOnly, string, string) Told(AnnualFee fee) => (fee.Year, fee.Due, fee.GraceEnd, $"{fee.Amount}", fee.State);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}

/// <summary>The register's law as shipped.</summary>
internal static class Shelves
{
    public static TermRules Terms { get; } = LawReader.Terms(Bytes("terms.yaml")).Value;

    public static FeeRules Fees { get; } = LawReader.Fees(Bytes("annual-fees.yaml")).Value;

    public static RegisterPolicy Policy { get; } = LawReader.Policy(Bytes("policy.yaml")).Value;

    public static EventCodes Codes { get; } = new(EventCodeTable.Read(File.ReadAllText(Path.Combine(Repo.Root, "data", "rights", "cn-event-codes.csv"))).Value);

    public static OwnersActs Acts { get; } = LawReader.Acts(Bytes("owners-acts.yaml")).Value;

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Repo.Root, "data", "rights", file));
}
