using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Judging;

namespace Zhirong.Engine.Tests.Diligence;

/// <summary>Items of the shipped checklist around their boundaries: what is clear, what is found, what stays open.</summary>
public sealed class ExaminationTests
{
    [Theory]
    [InlineData("granted", "clear")]
    [InlineData("restored", "clear")]
    [InlineData("in_force_in_part", "finding major 0.6")]
    [InlineData("lapsed", "finding fatal 0")]
    [InlineData("invalidated", "finding fatal 0")]
    [InlineData("examination", "finding fatal 0")]
    public void State_ByWord_IsGraded(string state, string line) =>
        Assert.Equal(line, Examined.Of(Examined.Right() with { State = new("state", state, Examined.Copy) }).Item("state").Line());

    [Theory]
    [InlineData(0, "finding fatal 0")]
    [InlineData(1, "finding major")]
    [InlineData(364, "finding major")]
    [InlineData(365, "finding minor")]
    [InlineData(1094, "finding minor")]
    [InlineData(1095, "clear")]
    public void Term_AroundItsBoundaries_IsGraded(int days, string line) =>
        Assert.Equal(line, Examined.Of(Examined.Right() with { TermEnd = (Examined.Day.AddDays(days), Examined.Copy) }).Item("term").Line());

    [Theory]
    [InlineData(-1, 0, "clear")]
    [InlineData(0, 100, "clear")]
    [InlineData(1, 100, "finding major 0.9")]
    [InlineData(100, 0, "finding major 0.9")]
    [InlineData(101, -1, "finding fatal 0")]
    public void Fee_AroundDueDayAndGrace_IsGraded(int daysLate, int graceLeft, string line)
    {
        var (due, end) = (Examined.Day.AddDays(-daysLate), Examined.Day.AddDays(graceLeft));
        var fee = new FeeDue(7, due, end < due ? due : end, Paid: false);
        Assert.Equal(line, Examined.Of(Examined.Right() with { Fees = new([fee], Examined.Copy) }).Item("fee").Line());
    }

    [Theory]
    [InlineData("甲公司", "", "clear")]
    [InlineData("甲厂", "", "clear")]
    [InlineData("乙公司", "", "finding fatal 0")]
    [InlineData("甲公司 0.6;乙大学 0.4", "", "finding major 0.6")]
    [InlineData("甲公司 0.6;乙大学 0.4", "yes", "finding minor")]
    [InlineData("甲公司 0.6;乙大学 0.4", "no", "finding fatal 0.6")]
    [InlineData("甲公司;乙大学", "", "finding major 0.5")]
    [InlineData("甲公司;乙大学;丙", "", "finding major 0.333333333333")]
    public void Holder_CoOwned_CountsTheOwnShare(string holders, string consent, string line)
    {
        var list = holders.Split(';').Select(h => h.Split(' ')).Select(h => new Holder(h[0], h.Length > 1 ? decimal.Parse(h[1]) : null)).ToList();
        List<Fact> answers = consent.Length == 0 ? [] : [new("coowner_consent", consent, Examined.Copy)];
        Assert.Equal(line, Examined.Of(Examined.Right() with { Holders = new(list, Examined.Copy), Answers = answers }).Item("title-holder").Line());
    }

    [Theory]
    [InlineData("freeze", -10, null, "finding fatal 0")]
    [InlineData("freeze", -10, 1, "finding fatal 0")]
    [InlineData("freeze", -10, 0, "clear")]
    [InlineData("freeze", 1, null, "clear")]
    [InlineData("ordinary_licence", -10, null, "clear")]
    public void Freeze_StandsOnlyOnItsDays(string kind, int from, int? until, string line)
    {
        var burden = new Burden(kind, "某法院", "", Examined.Day.AddDays(from), until is { } days ? Examined.Day.AddDays(days) : null);
        Assert.Equal(line, Examined.Of(Examined.Right() with { Burdens = new([burden], Examined.Copy) }).Item("freeze").Line());
    }

    [Theory]
    [InlineData(DiligencePurpose.Pledge, "finding fatal 0")]
    [InlineData(DiligencePurpose.Securitization, "finding fatal 0")]
    [InlineData(DiligencePurpose.Transfer, "finding major 0.8")]
    [InlineData(DiligencePurpose.BalanceSheet, "finding minor")]
    public void Pledged_ByPurpose_WeighsDifferently(DiligencePurpose purpose, string line) =>
        Assert.Equal(line, Examined.Of(Examined.Right() with { Burdens = new([new("pledge", "某银行", "Y1", null, null)], Examined.Copy) }, purpose).Item("pledged").Line());

    [Theory]
    [InlineData("positive", "clear")]
    [InlineData("none", "finding major 0.8")]
    [InlineData("negative", "finding fatal 0.2")]
    [InlineData(null, "unknown no_fact")]
    public void UtilityModel_WithoutEvaluationReport_IsWarnedOf(string? report, string line) =>
        Assert.Equal(line, Examined.Of(Examined.Right(kind: "utility_model") with { Answers = report is null ? [] : [new("evaluation_report", report, Examined.Copy)] }).Item("report").Line());

    [Theory]
    [InlineData("no", "登记簿", 30, "clear")]
    [InlineData("no", "登记簿", 31, "unknown too_old")]
    [InlineData("no", "", 1, "unknown no_source")]
    [InlineData("yes", "", 1, "finding fatal 0")]
    [InlineData("yes", "登记簿", 3000, "finding fatal 0")]
    public void Freeze_BySourceAndAge_WeighsAgainstButNotFor(string value, string source, int age, string line)
    {
        var fact = new Fact("freeze", value, new(source, Examined.Day.AddDays(-age)));
        Assert.Equal(line, Examined.Of(Examined.Right() with { Burdens = null, Answers = [fact] }).Item("freeze").Line());
    }

    [Fact]
    public void Sources_ThatContradict_TheAdverseOneCounts()
    {
        var made = Examined.Of(Examined.Right() with { Answers = [new("freeze", "yes", new("法院通知", Examined.Day))] });
        Assert.Equal("finding fatal 0", made.Item("freeze").Line());
        Assert.Equal(["no", "yes"], made.Item("freeze").Facts.Select(f => f.Value).Order(StringComparer.Ordinal));
    }

    /// <summary>A right of which nothing is known passes nothing, whatever its category and the purpose.</summary>
    [Fact]
    public void NothingKnown_IsNeverClear()
    {
        foreach (var kind in DiligenceWords.Kinds)
        {
            foreach (var purpose in Enum.GetValues<DiligencePurpose>())
            {
                var bare = new RightSubject { Id = "P1", Number = "", Kind = kind, Title = Words.Same("x") };
                var made = Examined.Of(Examined.Case(bare) with { Purpose = purpose, Firm = new("F", "", ["甲"], []) });
                Assert.All(made.Answers, a => Assert.Equal(AnswerState.Unknown, a.State));
                Assert.Equal(ConclusionAnswer.Open, made.Conclusion.Answer);
                Assert.Null(made.Effects);
            }
        }
    }

    [Theory]
    [InlineData("won", "clear")]
    [InlineData("pending", "finding major 0.5")]
    [InlineData("lost", "finding fatal 0")]
    public void Invalidation_ByOutcome_IsGraded(string outcome, string line)
    {
        Matter matter = new("invalidation", Examined.Day, outcome, "");
        Assert.Equal(line, Examined.Of(Examined.Right() with { Matters = new([matter], Examined.Copy) }).Item("invalidation").Line());
        Assert.Equal("clear", Examined.Of(Examined.Right() with { Matters = new([matter with { On = Examined.Day.AddDays(1) }], Examined.Copy) }).Item("invalidation").Line());
    }

    [Theory]
    [InlineData(-1, "finding major 0.4")]
    [InlineData(0, "clear")]
    public void Sale_BeforeTheFiling_PutsNoveltyInDoubt(int days, string line)
    {
        var right = Examined.Right(kind: "design");
        var product = new ProductUse("X", Words.Same("X"), ["P1"], right.Filed!.Value.AddDays(days), [], null);
        Assert.Equal(line, Examined.Of(Examined.Case(right) with { Products = new([product], Examined.Copy) }).Item("early-sale").Line());
    }

    [Fact]
    public void Conclusions_ByTheGravestFinding_FollowTheRules()
    {
        var right = Examined.Right();
        var frozen = Examined.Of(right with { Burdens = new([new("freeze", "", "", null, null)], Examined.Copy) });
        Assert.Equal((ConclusionAnswer.No, 1), (frozen.Conclusion.Answer, frozen.Tally.Fatal));
        Assert.Equal(ConclusionAnswer.Conditions, Examined.Of(right with { State = new("state", "in_force_in_part", Examined.Copy) }).Conclusion.Answer);
        Assert.Equal(ConclusionAnswer.Yes, Examined.Of(right).Conclusion.Answer);
        Assert.Equal(ConclusionAnswer.Open, Examined.Of(right with { Fees = null }).Conclusion.Answer);
        Assert.DoesNotContain('{', frozen.Conclusion.Text.Zh + frozen.Conclusion.Text.En);
    }
}
