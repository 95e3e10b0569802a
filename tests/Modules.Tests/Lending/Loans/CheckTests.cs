using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Checks after the loan, from the payout over classes, breaches and corrections to the last repayment.</summary>
public sealed class CheckTests
{
    private static readonly string Hash = new('a', 64);

    /// <summary>The payout plans the first check, doing it the next; a worse class moves it, a better one moves it back; the close of a day does both.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Life_PlansTheNextCheck_AndMovesItWithTheClass(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        Assert.Equal(["1 first planned 2026-01-30"], await Rows(house, loan));

        house.To("2026-01-20");
        Assert.Equal("", await Do(house, loan, 1));
        Assert.Equal(["1 first done 2026-01-30", "2 routine planned 2026-04-20"], await Rows(house, loan));

        house.To("2026-02-10");
        Assert.Equal("", await house.Record(loan, new EventDraft("judged", house.Today, 0, new() { ["atBest"] = "substandard" }, Note: "x")));
        await house.Close();
        Assert.Equal("2 routine planned 2026-02-24", (await Rows(house, loan))[1]);
        await house.Close(house.Today);
        Assert.Equal("2 routine planned 2026-02-24", (await Rows(house, loan))[1]);
        house.Forward(1);
        Assert.Equal("", await house.Record(loan, new EventDraft("judged", house.Today, 0, new() { ["atBest"] = "" }, Note: "x")));
        await house.Close();
        Assert.Equal("2 routine planned 2026-04-20", (await Rows(house, loan))[1]);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Two officers finish one check at the same moment: one of them does, and the same request told twice is one check.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Do_ByTwoAtOnce_OneWins_AndADoubleClickIsOne(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        var tried = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Do(house, loan, 1, r => r with { Conclusion = $"第 {n} 人" }))));
        Assert.Equal(["", "LEN-1312", "LEN-1312", "LEN-1312", "LEN-1312", "LEN-1312"], tried.Order(StringComparer.Ordinal));
        Assert.Single(await Rows(house, loan), r => r.Contains("done", StringComparison.Ordinal));

        var key = new Zhirong.Platform.Storage.WriteKey("twice", "doLoanCheck", "same");
        Assert.Equal(["", ""], [await Do(house, loan, 2, key: key), await Do(house, loan, 2, key: key)]);
        Assert.Equal(2, (await Rows(house, loan)).Count(r => r.Contains("done", StringComparison.Ordinal)));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>What is done stays; a correction is another check that names it, once, and the next day is counted from it.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Correct_NamesWhatItCorrects_AndTheNextDayFollowsIt(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        house.To("2026-01-28");
        Assert.Equal("LEN-1313", await Correct(house, loan, 1));
        Assert.Equal("", await Assign(house, loan, 1, "王经理"));
        Assert.Equal("LEN-0001", await Assign(house, loan, 1, " "));
        Assert.Equal(("王经理", "2026-01-30"), (await List(house, loan)).Rows.Single() is var planned ? (planned.Assigned, $"{planned.DueOn:yyyy-MM-dd}") : default);
        Assert.Equal("", await Do(house, loan, 1, r => r with { DoneOn = new(2026, 1, 20), Conclusion = "误记" }));
        Assert.Equal("LEN-1312", await Assign(house, loan, 1, "赵经理"));
        Assert.Equal("LEN-1312", await Do(house, loan, 1));
        Assert.Equal("", await Correct(house, loan, 1, r => r with { DoneOn = new(2026, 1, 27) }));
        Assert.Equal("LEN-1314", await Correct(house, loan, 1));
        Assert.Equal("LEN-1311", await Correct(house, loan, 9));

        var list = await List(house, loan);
        var (first, second) = (list.Rows.Single(r => r.N == 1), list.Rows.Single(r => r.N == 3));
        Assert.Equal(("误记", 3, 1, "首次检查"), (first.Conclusion, first.CorrectedBy, second.Corrects, second.KindTitle));
        Assert.Equal("2026-04-27", $"{list.Rows.Single(r => r.State == "planned").DueOn:yyyy-MM-dd}");
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Every field is looked at before anything is kept.</summary>
    [Fact]
    public async Task Do_WithAFormThatIsWrong_KeepsNothing()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var loan = await Lent(house);
        var form = Form(house, "first");
        foreach (var (change, code) in ((Func<DoCheckRequest, DoCheckRequest>, string)[])
        [
            (r => r with { DoneOn = house.Today.AddDays(1) }, "LEN-0004"),
            (r => r with { DoneOn = house.Today.AddDays(-1) }, "LEN-0004"),
            (r => r with { Way = "drone" }, "LEN-0002"),
            (r => r with { Place = " " }, "LEN-0001"),
            (r => r with { Met = null }, "LEN-0001"),
            (r => r with { Conclusion = "" }, "LEN-0001"),
            (r => r with { Findings = [.. form.Findings.Skip(1)] }, "LEN-1315"),
            (r => r with { Findings = [.. form.Findings, form.Findings[0]] }, "LEN-1315"),
            (r => r with { Findings = null! }, "LEN-1315"),
            (r => r with { Findings = [form.Findings[0] with { Result = "odd" }, .. form.Findings.Skip(1)] }, "LEN-0002"),
            (r => r with { Findings = [form.Findings[0] with { Result = "unverified" }, .. form.Findings.Skip(1)] }, "LEN-1316"),
            (r => r with { Findings = [form.Findings[0] with { Result = "abnormal", Note = "停工" }, .. form.Findings.Skip(1)] }, "LEN-1318"),
            (r => r with { Papers = [] }, "LEN-1317"),
            (r => r with { Papers = [new("照片", "")] }, "LEN-0009"),
            (r => r with { Papers = [new("", Hash)] }, "LEN-0001"),
            (r => r with { Result = "fine" }, "LEN-0002"),
            (r => r with { Result = "watch", Demand = new("补发票", "李经理", house.Today) }, "LEN-1319"),
            (r => r with { Result = "action", Demand = new("补发票", "李经理", house.Today.AddDays(-1)) }, "LEN-0004"),
            (r => r with { Result = "action", Demand = new("", "李经理", house.Today) }, "LEN-0001"),
            (r => r with { Result = "action", Demand = new("补发票", "李经理", house.Today, "0.001") }, "LEN-0003"),
        ])
        {
            Assert.Equal(code, await Do(house, loan, 1, change));
        }

        Assert.Equal(["1 first planned 2026-01-30"], await Rows(house, loan));
        Assert.Equal("", await Do(house, loan, 1, r => r with { Way = "offsite", Place = null, Met = null, Papers = null }));
    }

    /// <summary>What a check asks to be put right is a breach with owner and day: one a check, and only a person settles it.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Demand_OpensABreach_NextToOthersOfItsKind(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        var act = new CheckDemand("补齐三张发票", "李经理", house.Today.AddDays(10), "30.00");
        Assert.Equal("", await Do(house, loan, 1, r => r with { Result = "action", Demand = act }));
        Assert.Equal("", await Do(house, loan, 2, r => r with { Result = "action", Demand = act with { What = "更换法定代表人须报备", Amount = null } }, "routine"));
        var detail = await house.Loan(loan);
        Assert.Equal([("check", "李经理", "30.00"), ("check", "李经理", "0.00")], detail.Breaches.OrderByDescending(b => b.Short, StringComparer.Ordinal).Select(b => (b.Kind, b.Assigned, b.Short)));
        Assert.Contains("补齐三张发票", detail.Breaches.Single(b => b.Short == "30.00").Facts.ToJsonString(Zhirong.Modules.Lending.LendingJson.Options), StringComparison.Ordinal);

        // The look at the security leaves them alone, and neither asks for a special check: somebody was just there.
        await house.Test.Store.Commits.Write(LoanHouse.Bank, work => CovenantWatch.Look(work, house.Desk, detail.Row.FacilityId));
        Assert.All((await house.Loan(loan)).Breaches, b => Assert.True(b.Open));
        Assert.DoesNotContain(await Rows(house, loan), r => r.Contains("special", StringComparison.Ordinal));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>A freeze that breaks the coverage asks for a special check of each loan, once; a person's own cause joins it with the earlier day.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Breach_AsksForASpecialCheck_OnceForACause(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var rights = await house.Pledges.Patents(2);
        var (pledge, registration) = await house.Pledges.Pledged("ZY-1", "100.00", rights, ["180.00", "120.00"]);
        await house.Pledges.Registered(registration, house.Today.AddDays(-10));
        var line = await house.Line("ED-1", "100.00", r => r with { Pledges = [pledge], MostLtv = "0.5" });
        var loan = await house.Lent(line.Row.Id, "J-1", "50.00");

        // 120 left at half still carries 50: the register alone asks for a look.
        await CovenantTests.Freeze(house, rights[0]);
        await Look();
        await Look();
        Assert.Equal("2 special planned 2026-01-29", (await Rows(house, loan))[1]);
        Assert.Empty((await house.Loan(loan)).Breaches);
        Assert.Equal("", await Plan(house, loan, new(2026, 1, 20), "停工传闻"));
        var special = (await List(house, loan)).Rows.Single(r => r.Kind == "special");
        Assert.Equal((2, "2026-01-20"), (special.Causes.Count, $"{special.DueOn:yyyy-MM-dd}"));
        Assert.Equal("", await Do(house, loan, 2, kind: "special"));
        await Look();
        Assert.DoesNotContain(await Rows(house, loan), r => r.Contains("special planned", StringComparison.Ordinal));

        await CovenantTests.Freeze(house, rights[1]);
        await Look();
        Assert.Equal("3 special planned 2026-01-22", (await Rows(house, loan))[2]);
        Assert.Equal("LEN-0004", await Plan(house, loan, house.Today.AddDays(-1), "x"));
        Assert.Empty(await house.Wrong());

        Task Look() => house.Test.Store.Commits.Write(LoanHouse.Bank, work => CovenantWatch.Look(work, house.Desk, line.Row.Id));
    }

    /// <summary>A loan that is over is not looked at any more; the list shows what is to be done by its day, overdue first.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Repaid_WithdrawsWhatIsPlanned_AndTheListFiltersByDay(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await house.Line("ED-1", "1000.00");
        var (loan, other) = (await house.Lent(line.Row.Id, "J-1", "100.00"), await house.Lent(line.Row.Id, "J-2", "100.00"));
        house.To("2026-01-31");
        Assert.Equal(["J-1", "J-2"], await Page(new(null, null, null, "overdue", null)));
        Assert.Equal(["J-2"], await Page(new("J-2", null, "first", null, "本机用户")));
        Assert.Empty(await Page(new(null, null, null, null, "别人")));
        Assert.Empty(await Page(new(null, null, null, "week", null)));
        Assert.Equal("", await Do(house, other, 1));
        Assert.Equal(["J-2"], await Page(new(null, "done", null, null, null)));
        await using (var read = house.Test.Store.Read(LoanHouse.Bank))
        {
            Assert.Equal("J-1", ListLoans.Found(read, new(null, null, null, null, null, null, "overdue"), house.Today).Single().Number);
        }

        Assert.Equal("", await house.Record(loan, LoanHouse.Receipt(house.Today, "110.00", "HK-1")));
        Assert.Equal("", await house.Record(loan, new EventDraft("prepaid", house.Today, 100_00, new() { ["effect"] = "lower", ["feeRate"] = "0" }, "1003", "TQ-1")));
        await house.Close();
        Assert.Equal(("repaid", "1 first withdrawn 2026-01-30"), ((await house.Loan(loan)).Row.State, (await Rows(house, loan)).Single()));
        Assert.Equal("LEN-1312", await Do(house, loan, 1));
        Assert.Equal("LEN-0716", await Plan(house, loan, house.Today, "x"));
        Assert.Empty(await house.Wrong());

        async Task<List<string>> Page(CheckQuery query)
        {
            await using var read = house.Test.Store.Read(LoanHouse.Bank);
            return [.. (await ListChecks.Page(read, house.Desk, query, "本机用户", Zhirong.Platform.Web.PageRequest.Of(1, 50), Language.Zh)).Items.Select(i => i.Number)];
        }
    }

    /// <summary>A loan that has no plan yet, as one from before there were checks, gets its first with the next close.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Close_PlansForLoansThatHaveNone(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await Lent(house);
        await house.Test.Store.Commits.Write(LoanHouse.Bank, work => Task.FromResult(work.Session.Execute("DELETE FROM len_loan_check")));
        await house.Close();
        Assert.Equal(["1 first planned 2026-01-30"], await Rows(house, loan));
        await house.Live("2026-01-17");
        Assert.Equal(["1 first planned 2026-01-30"], await Rows(house, loan));
    }

    private static async Task<Guid> Lent(LoanHouse house) => await house.Lent((await house.Line("ED-1", "1000.00")).Row.Id, "J-1", "100.00");

    private static DoCheckRequest Form(LoanHouse house, string kind) => new(house.Today, "onsite", [.. house.Desk.Law.Visits.Points(kind).Select(p => new CheckFinding(p.Id, "normal"))], "sound", "经营正常", "厂区", "王会计", [new("现场照片.jpg", Hash)]);

    private static async Task<string> Do(LoanHouse house, Guid loan, int n, Func<DoCheckRequest, DoCheckRequest>? more = null, string? kind = null, Zhirong.Platform.Storage.WriteKey? key = null)
    {
        var request = Form(house, kind ?? (n == 1 ? "first" : "routine"));
        return (await DoCheck.Do(house.Desk, LoanHouse.Bank, loan, n, more?.Invoke(request) ?? request, key, Language.Zh)).Refusals is [var first, ..] ? first.Code : "";
    }

    private static async Task<string> Correct(LoanHouse house, Guid loan, int n, Func<DoCheckRequest, DoCheckRequest>? more = null)
    {
        var request = Form(house, "first");
        return (await DoCheck.Correct(house.Desk, LoanHouse.Bank, loan, n, more?.Invoke(request) ?? request, null, Language.Zh)).Refusals is [var first, ..] ? first.Code : "";
    }

    private static async Task<string> Assign(LoanHouse house, Guid loan, int n, string person) =>
        (await AssignCheck.Assign(house.Desk, LoanHouse.Bank, loan, n, new(person), null, Language.Zh)).Refusals is [var first, ..] ? first.Code : "";

    private static async Task<string> Plan(LoanHouse house, Guid loan, DateOnly due, string cause) =>
        (await PlanCheck.Plan(house.Desk, LoanHouse.Bank, loan, new(due, cause), null, Language.Zh)).Refusals is [var first, ..] ? first.Code : "";

    private static async Task<LoanCheckList> List(LoanHouse house, Guid loan)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return LoanCheckList.Of(read, read.Set<Loan>().Single(l => l.Id == loan), house.Desk, Language.Zh);
    }

    private static async Task<List<string>> Rows(LoanHouse house, Guid loan) => [.. (await List(house, loan)).Rows.OrderBy(r => r.N).Select(r => $"{r.N} {r.Kind} {r.State} {r.DueOn:yyyy-MM-dd}")];
}
