using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Lending.Papers.Records;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>What a loan's file lacks, around each boundary.</summary>
public sealed class DutyGapTests
{
    private static readonly DateOnly Drawn = new(2026, 3, 10);

    /// <summary>Met on the day of the money is in time, a day later is not; without a file it is a gap as well.</summary>
    [Theory]
    [InlineData(1, "2026-03-09", "ab", 0)]
    [InlineData(1, "2026-03-10", "ab", 0)]
    [InlineData(1, "2026-03-11", "ab", 1)]
    [InlineData(1, "2026-03-09", "", 1)]
    [InlineData(0, null, "", 1)]
    public void Condition_AroundTheDayOfTheMoney(int met, string? on, string sha256, int gaps) =>
        Assert.Equal(gaps, Count(Facts() with { Conditions = [new() { FacilityId = default, N = 1, Title = "保单", Met = met, MetOn = on is null ? null : DateOnly.Parse(on, null), Document = "", Sha256 = sha256, MetBy = "" }] }));

    [Theory]
    [InlineData("2026-03-10", 0)]
    [InlineData("2026-03-09", 1)]
    public void Resolution_ExpiredBeforeTheMoney_IsAGap(string until, int gaps) => Assert.Equal(gaps, Count(Facts() with { Decided = Decided(until) }));

    /// <summary>A breach is a gap only when it is open past its day; a waiver wants its reason.</summary>
    [Theory]
    [InlineData(1, "2026-06-30", "", "", 0)]
    [InlineData(1, "2026-06-29", "", "", 1)]
    [InlineData(0, "2026-06-01", "waived", "", 1)]
    [InlineData(0, "2026-06-01", "waived", "授信会决定", 0)]
    [InlineData(0, "2026-06-01", "topped_up", "", 0)]
    public void Breach_OpenPastItsDay_OrWaivedWithoutAReason(int open, string due, string outcome, string note, int gaps) =>
        Assert.Equal(gaps, Count(Facts() with { Breaches = [new() { Id = default, OwnerId = default, FacilityId = default, Kind = "coverage", OpenedOn = Drawn, DueOn = DateOnly.Parse(due, null), Assigned = "", ExposureFen = 0, ShortFen = 0, Facts = "{}", Open = open, Outcome = outcome, Note = note, At = 0, By = "" }] }));

    [Fact]
    public void Nothing_OnRecord_IsSaidOnceAndNotFilled()
    {
        var gaps = DutyGaps.Of(Facts() with { Decided = null, Application = null, Contacts = [], Checks = [] }, new(2026, 6, 30)).Select(g => g.What.Zh).ToList();

        Assert.Equal(["额度没有关联贷款申请：系统内没有尽调、评估与审批记录", "放款后没有检查记录"], gaps);
    }

    /// <summary>A check is a gap past its day and not on it; one done late, a visit without a file and what was not verified as well.</summary>
    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-06-29", 1)]
    public void Check_PlannedPastItsDay_IsAGap(string due, int gaps)
    {
        var planned = Done("2026-03-25");
        (planned.State, planned.DueOn, planned.DoneOn) = ("planned", DateOnly.Parse(due, null), null);
        Assert.Equal(gaps, Count(Facts() with { Checks = [Done("2026-03-25"), planned] }));
    }

    /// <summary>A promise is a gap past its day and not on it; measured a day late it is one as well, measured in time never.</summary>
    [Theory]
    [InlineData("2026-06-30", null, 0)]
    [InlineData("2026-06-29", null, 1)]
    [InlineData("2026-06-10", "2026-06-10T15:00:00Z", 0)]
    [InlineData("2026-06-10", "2026-06-10T17:00:00Z", 1)]
    public void Promise_NotMeasuredByItsDay_IsAGap(string due, string? measured, int gaps)
    {
        var day = DateOnly.Parse(due, null);
        var promise = new Zhirong.Modules.Lending.Storage.LoanPromise { LoanId = default, N = 1, FacilityId = default, Indicator = "revenue", Zh = "年营业收入", En = "Annual revenue", Unit = "yuan", Direction = "at_least", Target = 0, BaselineSource = "", PromisedOn = Drawn, ByDay = day, DueOn = day, Missed = "none", MissedDays = 0, MissedPoints = 0, List = "", State = "open", At = 0, By = "" };
        Zhirong.Modules.Lending.Storage.PromiseMeasure[] measures = measured is null ? [] : [new() { LoanId = default, PromiseN = 1, N = 1, Figure = 0, Source = "", OnDay = Drawn, File = "", Sha256 = "", Kept = 1, Reason = "", At = Zhirong.Platform.Storage.Instant.Of(DateTimeOffset.Parse(measured, null)), By = "" }];
        Assert.Equal(gaps, Count(Facts() with { Promises = [promise], Measures = measures }));
    }

    /// <summary>A payment is to be proved by its day and not after it; what is proved whole never is a gap.</summary>
    [Theory]
    [InlineData("2026-06-30", 50, 0)]
    [InlineData("2026-06-29", 50, 1)]
    [InlineData("2026-06-29", 100, 0)]
    public void Payment_NotProvedPastItsDay_IsAGap(string due, long proved, int gaps)
    {
        var payout = new Zhirong.Modules.Lending.Storage.LoanPayout { LoanId = default, N = 1, Payee = "丙", Account = "", ContractNo = "CG-1", Purpose = "", Fen = 100, BatchId = default, BatchCode = "", PostedThere = 0, ItemId = default, State = "paid" };
        Assert.Equal(gaps, Count(Facts() with { Payouts = [payout], Proceeds = [new(payout, 100, proved, DateOnly.Parse(due, null))] }));
    }

    [Fact]
    public void Check_DoneLate_WithoutAFile_OrNotVerified_IsAGapEach()
    {
        var check = Done("2026-03-26");
        Assert.Equal(["首次检查（2026-03-26）晚于期限 2026-03-25"], What(check));
        check.Papers = "[]";
        Assert.Equal(2, What(check).Count);
        check.Findings = """[{"item":"use","zh":"用途","en":"use","result":"unverified","note":"未见发票"},{"item":"people","zh":"人员","en":"people","result":"abnormal","note":"更换"}]""";
        Assert.Equal("首次检查（2026-03-26）未核实：用途", What(check)[2]);

        // What was corrected is judged by its correction.
        Assert.Empty(What(check, Done("2026-03-25", n: 2, corrects: 1)));

        static List<string> What(params Zhirong.Modules.Lending.Storage.LoanCheck[] checks) => [.. DutyGaps.Of(Facts() with { Checks = checks }, new(2026, 6, 30)).Select(g => g.What.Zh)];
    }

    private static Zhirong.Modules.Lending.Storage.LoanCheck Done(string on, int n = 1, int? corrects = null) => new()
    {
        LoanId = default,
        N = n,
        Kind = "first",
        State = "done",
        DueOn = new(2026, 3, 25),
        Assigned = "",
        Causes = "[]",
        Basis = "",
        DoneOn = DateOnly.Parse(on, null),
        Way = "onsite",
        Place = "厂区",
        Met = "王会计",
        Findings = "[]",
        Papers = """[{"name":"照片","sha256":"ab"}]""",
        Result = "sound",
        Conclusion = "正常",
        Plan = "",
        Corrects = corrects,
        At = 0,
        By = "",
        DoneBy = "李经理",
    };

    private static int Count(DutyFacts facts) => DutyGaps.Of(facts, new(2026, 6, 30)).Count();

    private static JsonObject Decided(string until) => new()
    {
        ["diligence_id"] = "D1",
        ["rights"] = new JsonArray(new JsonObject { ["right_number"] = "ZL1", ["value"] = "1.00" }),
        ["missing"] = new JsonArray(),
        ["resolution"] = "approved",
        ["expires_on"] = until,
    };

    /// <summary>A file without a gap.</summary>
    private static DutyFacts Facts() => new()
    {
        Loan = new() { Id = default, OwnerId = default, FacilityId = default, Number = "JJ-1", Borrower = "甲公司", Purpose = "", PrincipalFen = 0, Terms = "{}", State = "active", DisbursedOn = Drawn, Backdated = 0, BalanceFen = 0, DueFen = 0, InterestFen = 0, AccruedFen = 0, PenaltyFen = 0, FeesFen = 0, CreditFen = 0, WrittenFen = 0, PastDue = 0, Class = "normal", OffBalance = 0, NextFen = 0, Rate = 0, Events = 0, Postings = 0, Fault = "", Officer = "", Origin = "", ChangedAt = 0, ChangedBy = "" },
        Line = null,
        Application = null,
        Decided = Decided("2026-12-31"),
        Conditions = [],
        Pledges = [],
        Registrations = [],
        Payouts = [],
        Breaches = [],
        Contacts = [],
        Checks = [Done("2026-03-25")],
        Proceeds = [],
        Proofs = [],
    };
}
