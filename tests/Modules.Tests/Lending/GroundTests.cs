using Xunit;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Registration.Grounds;
using Zhirong.Engine.Basics;
using static Zhirong.Modules.Tests.Lending.Registries;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>Each ground of the twelve against a right on which it lies, on which it does not, and of which nobody knows.</summary>
public sealed class GroundTests
{
    [Fact]
    public void Of_RightAgainstWhichNothingStands_PassesAllTwelve()
    {
        var findings = RightGrounds.Of(Set("patent", "2026-01-20"), Right, Asked);
        Assert.Equal(["P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P12"], findings.Select(f => f.Ground.Code));
        Assert.All(findings, f => Assert.True(f.Outcome == GroundOutcome.Passes, $"{f.Ground.Code}: {f.Outcome} {f.Fact.En}"));
        Assert.All(findings, f => Assert.NotEqual("", f.Source));
    }

    /// <summary>"Exceeds" is strict: reference table of golden tests, no. 34; invention filed 2010-05-10, term of twenty years.</summary>
    [Theory]
    [InlineData("2030-05-09", "Passes")]
    [InlineData("2030-05-10", "Passes")]
    [InlineData("2030-05-11", "Fails")]
    [InlineData("2030-06-01", "Fails")]
    public void P06_AroundTheEndOfTheTerm_ExceedsStrictly(string debtEnd, string outcome) =>
        Assert.Equal(outcome, $"{Outcome("P06", Right, Asked with { DebtEnd = Day(debtEnd) })}");

    [Fact]
    public void P06_WithoutATerm_IsUnverified() => Assert.Equal(GroundOutcome.Unverified, Outcome("P06", Right with { Expires = null }, Asked));

    [Theory]
    [InlineData("甲公司", "", "Passes")]
    [InlineData(" 甲　公司", "", "Passes")]
    [InlineData("改名后的甲公司", "91310115591693856A", "Passes")]
    [InlineData("甲公司", "91330200000000000X", "Fails")]
    [InlineData("乙公司", "", "Fails")]
    public void P01_ByCodeThenByName_FindsThePledgorAmongTheHolders(string name, string code, string outcome) =>
        Assert.Equal(outcome, $"{Outcome("P01", Right, Asked with { Pledgors = [new(name, code)] })}");

    [Fact]
    public void P01_OneOfTwoPledgorsUnknownToTheRegister_Fails() =>
        Assert.Equal(GroundOutcome.Fails, Outcome("P01", Right, Asked with { Pledgors = [new("甲公司"), new("丙公司")] }));

    [Theory]
    [InlineData(RightState.Granted, "Passes", "Passes")]
    [InlineData(RightState.InForceInPart, "Passes", "Passes")]
    [InlineData(RightState.Lapsed, "Fails", "Passes")]
    [InlineData(RightState.Invalidated, "Fails", "Passes")]
    [InlineData(RightState.Examination, "Passes", "Fails")]
    [InlineData(RightState.Rejected, "Fails", "Fails")]
    public void P02P03_ByState_AreToldApart(RightState state, string p02, string p03)
    {
        var right = Right with { State = Right.State with { State = state }, LastState = Right.LastState with { State = state }, Granted = state is RightState.Examination or RightState.Rejected ? null : Right.Granted };
        Assert.Equal((p02, p03), ($"{Outcome("P02", right, Asked)}", $"{Outcome("P03", right, Asked)}"));
    }

    [Theory]
    [InlineData(RightState.Granted, "Unverified")]
    [InlineData(RightState.Lapsed, "Fails")]
    [InlineData(RightState.Unknown, "Unverified")]
    public void P02_SourceTooOld_IsUnverifiedUnlessItWasOverAlready(RightState last, string outcome) =>
        Assert.Equal(outcome, $"{Outcome("P02", Right with { State = Right.State with { State = RightState.Unknown }, LastState = Right.LastState with { State = last } }, Asked)}");

    /// <summary>A fee in its days of grace: receipts without this one, no receipts at all, and grace that ended before a source still says in force.</summary>
    [Theory]
    [InlineData(true, "2026-06-01", "Fails")]
    [InlineData(false, "2026-06-01", "Unverified")]
    [InlineData(true, "2026-01-14", "Passes")]
    [InlineData(true, "2026-01-15", "Fails")]
    public void P04_UnpaidFee_DependsOnReceiptsAndNewerSources(bool receipts, string graceEnd, string outcome)
    {
        var fee = new AnnualFee(17, Day(graceEnd).AddMonths(-6), Day(graceEnd), Money.Cny(8_000), Money.Zero, Day(graceEnd).AddMonths(-6), "due");
        Assert.Equal(outcome, $"{Outcome("P04", Right with { Unpaid = [fee], LastPaid = receipts ? Right.LastPaid : null }, Asked)}");
    }

    [Fact]
    public void P05_FreezeOrDispute_Fails()
    {
        Assert.Equal(GroundOutcome.Fails, Outcome("P05", Right with { Encumbrances = [new(EncumbranceKind.Freeze, "", "某法院", "", Day("2025-12-01"), null, false)] }, Asked));
        Assert.Equal(GroundOutcome.Fails, Outcome("P05", Stating("ownership_dispute", "是"), Asked));
        Assert.Equal(GroundOutcome.Passes, Outcome("P05", Stating("ownership_dispute", "否"), Asked));
    }

    [Fact]
    public void P07_ContractWithoutContent_IsCurable()
    {
        Assert.Equal(GroundOutcome.Curable, Outcome("P07", Right, Asked with { Contract = new("ZY-1", [new("质押担保的范围", "scope")], false) }));
        Assert.Equal(GroundOutcome.Unverified, Outcome("P07", Right, Asked with { Contract = null }));
    }

    /// <summary>Reference no. 41: refused until every co-owner has agreed by name.</summary>
    [Fact]
    public void P08_CoOwned_IsCurableUntilEachHasAgreed()
    {
        var right = Right with { Holders = [.. Right.Holders, new("乙大学", null, null, null, null, "source"), new("丙院", null, null, null, null, "source")] };
        Declared By(string who) => new(DeclaredKind.Consent, "P08", null, who, "同意书", Day("2026-01-18"));
        Assert.Equal(GroundOutcome.Curable, Outcome("P08", right, Asked));
        Assert.Equal(GroundOutcome.Curable, Outcome("P08", right, Asked with { Declared = [By("乙大学")] }));
        Assert.Equal(GroundOutcome.Curable, Outcome("P08", right, Asked with { Declared = [By("乙大学"), new(DeclaredKind.Confirmation, "P08", null, "丙院", "同意书", Day("2026-01-18"))] }));
        Assert.Equal(GroundOutcome.Passes, Outcome("P08", right, Asked with { Declared = [By("乙大学"), By("丙院")] }));
    }

    /// <summary>Reference no. 41: no second pledge, whether the register or this installation knows of the first.</summary>
    [Fact]
    public void P09_PledgedAlready_FailsWhateverIsConfirmed()
    {
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        var live = new Dictionary<string, LivePledge> { [Right.Key] = new(other, "Y2026330000001", Day("2026-01-02"), true) };
        var confirmed = Asked with { Declared = [new(DeclaredKind.Confirmation, "P09", null, "客户经理", "核查表", Day("2026-01-19"))] };
        Assert.Equal(GroundOutcome.Fails, Outcome("P09", Right, confirmed with { Live = live, Registration = mine }));
        Assert.Equal(GroundOutcome.Passes, Outcome("P09", Right, confirmed with { Live = live, Registration = other }));
        Assert.Equal(GroundOutcome.Fails, Outcome("P09", Right with { Encumbrances = [new(EncumbranceKind.Pledge, "Y2025", "乙银行", "甲公司", Day("2025-01-01"), null, false)] }, confirmed));
    }

    [Fact]
    public void P09_PledgedToAnotherOrganisation_TellsNothingButThat()
    {
        var live = new Dictionary<string, LivePledge> { [Right.Key] = new(Guid.NewGuid(), "Y2026330000001", Day("2026-01-02"), false) };
        var finding = RightGrounds.Of(Set("patent", "2026-01-20"), Right, Asked with { Live = live }).Single(f => f.Ground.Code == "P09");
        Assert.Equal(GroundOutcome.Fails, finding.Outcome);
        Assert.DoesNotContain("Y2026330000001", $"{finding.Fact}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RightState.Examination, "NeedsDeclaration")]
    [InlineData(RightState.Granted, "NeedsDeclaration")]
    [InlineData(RightState.Rejected, "Passes")]
    public void P10_UtilityModelBesideAnInventionOfTheDay_NeedsADeclaration(RightState invention, string outcome)
    {
        var right = Right with { Kind = RightKind.UtilityModel, SameDay = [new(Guid.NewGuid(), "201010100002.4", "一种阀门", "invention", ["甲公司"], invention)] };
        Assert.Equal(outcome, $"{Outcome("P10", right, Asked)}");
        Assert.Equal(GroundOutcome.Passes, Outcome("P10", right, Asked with { Declared = [new(DeclaredKind.Declaration, "P10", null, "甲公司", "声明书", Day("2026-01-19"))] }));
        Assert.Equal(GroundOutcome.Passes, Outcome("P10", right with { Kind = RightKind.Invention }, Asked));
    }

    [Fact]
    public void P11_InvalidationBegun_NeedsADeclarationByNowAndRefusedBefore2021()
    {
        var right = Stating("invalidation_pending", "yes");
        Assert.Equal(GroundOutcome.NeedsDeclaration, Outcome("P11", right, Asked));
        Assert.Equal(GroundOutcome.NeedsDeclaration, Outcome("P11", right, Asked with { Declared = [new(DeclaredKind.Confirmation, "P11", null, "客户经理", "核查表", Day("2026-01-19"))] }));
        Assert.Equal(GroundOutcome.Passes, Outcome("P11", right, Asked with { Declared = [new(DeclaredKind.Declaration, "P11", Right.Id, "甲公司", "声明书", Day("2026-01-19"))] }));
        Assert.Equal(GroundOutcome.NeedsDeclaration, Outcome("P11", right, Asked with { Declared = [new(DeclaredKind.Declaration, "P11", Guid.NewGuid(), "甲公司", "声明书", Day("2026-01-19"))] }));

        // The list of 2010 took no declaration: rule sets go by the day of filing.
        Assert.Equal(GroundOutcome.Fails, Outcome("Q05", right, Asked with { Day = Day("2021-11-14") }));
        Assert.Equal(GroundOutcome.NeedsDeclaration, Outcome("P11", right, Asked with { Day = Day("2021-11-15") }));
    }

    [Fact]
    public void P12_Other_IsUnverifiedUntilSomebodyConfirms() => Assert.Equal(GroundOutcome.Unverified, Outcome("P12", Right, Asked with { Declared = [] }));

    [Fact]
    public void Of_RightOfWhichNothingIsKnown_PassesNothingByItself()
    {
        var unknown = Right with { Expires = null, Granted = null, Newest = null, NewestSource = "", Holders = [], LastPaid = null, Stated = new Dictionary<string, FieldSaid>(), State = Right.State with { State = RightState.Unknown }, LastState = Right.State with { State = RightState.Unknown } };
        var findings = RightGrounds.Of(Set("patent", "2026-01-20"), unknown, Asked with { Contract = null, Declared = [] });
        Assert.Equal(["P10"], findings.Where(f => f.Outcome != GroundOutcome.Unverified).Select(f => f.Ground.Code));
    }

    [Fact]
    public void T05_SameSignLeftOut_IsCurable()
    {
        var other = new RightBeside(Guid.NewGuid(), "1234567", "一种阀门", "trademark", ["甲公司"], RightState.Granted);
        var mark = Right with { Kind = RightKind.Trademark, SameSign = [other] };
        Assert.Equal(GroundOutcome.Curable, Outcome("T05", mark, Asked));
        Assert.Equal(GroundOutcome.Passes, Outcome("T05", mark, Asked with { Together = new HashSet<Guid> { other.Id } }));
        Assert.Equal(GroundOutcome.Passes, Outcome("T05", mark with { SameSign = [other with { State = RightState.Revoked }] }, Asked));
    }

    [Theory]
    [InlineData("AB", "ab", "Passes")]
    [InlineData("AB", "ac", "Fails")]
    [InlineData("AB", null, "Unverified")]
    [InlineData(null, "ab", "Unverified")]
    public void D04_HashOfTheData_MustBeTheOneRegistered(string? registered, string? handed, string outcome)
    {
        var data = (registered is null ? Right : Stating("data_hash", registered)) with { Kind = RightKind.DataIp };
        Assert.Equal(outcome, $"{Outcome("D04", data, Asked with { DataHashes = handed is null ? new Dictionary<Guid, string>() : new Dictionary<Guid, string> { [Right.Id] = handed } })}");
    }

    private static RightOnDay Stating(string name, string value) => Right with { Stated = new Dictionary<string, FieldSaid> { [name] = new($"other.{name}", value, 0, "检索", Day("2026-01-10"), []) } };
}
