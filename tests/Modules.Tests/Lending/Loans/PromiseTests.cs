using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Host;
using Zhirong.Modules.Lending.Applications;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Indicators promised at application: bound with the first payout, measured on their day, kept or missed exactly.</summary>
public sealed class PromiseTests
{
    private static readonly string Hash = new('a', 64);

    /// <summary>Exactly the target keeps it; a fen, a ten-thousandth or one less misses it.</summary>
    [Theory]
    [InlineData("yuan", "at_least", "12000000.00", "12000000", true)]
    [InlineData("yuan", "at_least", "12000000.00", "11999999.99", false)]
    [InlineData("yuan", "at_least", "-100.00", "-100.01", false)]
    [InlineData("percent", "at_most", "55", "55.0000", true)]
    [InlineData("percent", "at_most", "55", "55.0001", false)]
    [InlineData("percent", "at_most", "55", "-3", true)]
    [InlineData("count", "at_least", "8", "8", true)]
    [InlineData("count", "at_least", "8", "7", false)]
    public void Keeps_AroundTheTarget(string unit, string direction, string target, string figure, bool kept) =>
        Assert.Equal(kept, IndicatorFigure.Keeps(direction, IndicatorFigure.Read(unit, target)!.Value, IndicatorFigure.Read(unit, figure)!.Value));

    [Theory]
    [InlineData("yuan", "1.001")]
    [InlineData("yuan", "1000000000000")]
    [InlineData("yuan", "1,000")]
    [InlineData("yuan", "")]
    [InlineData("percent", "1.00001")]
    [InlineData("count", "1.5")]
    [InlineData("count", "-1")]
    public void Read_WhatIsNoFigureOfTheUnit_IsNone(string unit, string text) => Assert.Null(IndicatorFigure.Read(unit, text));

    [Theory]
    [InlineData("yuan", "12000000", "12000000.00")]
    [InlineData("percent", "12.50", "12.5")]
    [InlineData("count", "8", "8")]
    [InlineData("yuan", "-0.01", "-0.01")]
    public void Text_SaysWhatWasRead(string unit, string typed, string text) => Assert.Equal(text, IndicatorFigure.Text(unit, IndicatorFigure.Read(unit, typed)!.Value));

    /// <summary>A promise without a day runs out so many months after the payout; a day that is none of work is measured on the next one, on none it stays.</summary>
    [Theory]
    [InlineData(null, "2026-01-15", "Following", "2027-01-15", "2027-01-15")]
    [InlineData(null, "2024-02-29", "Following", "2025-02-28", "2025-02-28")]
    [InlineData("2026-10-01", "2026-01-15", "Following", "2026-10-01", "2026-10-08")]
    [InlineData("2026-10-01", "2026-01-15", "None", "2026-10-01", "2026-10-01")]
    [InlineData("2026-05-30", "2026-01-15", "Following", "2026-05-30", "2026-06-01")]
    public void Days_OfAPromise_AndOfItsMeasuring(string? by, string drawn, string roll, string ends, string due)
    {
        var promise = new FrozenPromise(Home.Loans().Indicators.Find("revenue")!, 1, by is null ? null : DateOnly.Parse(by, null), 12, Enum.Parse<RollRule>(roll), null, "", default);
        var days = PromiseBinding.Days(promise, DateOnly.Parse(drawn, null), Registries.Calendar);
        Assert.Equal((ends, due), ($"{days.By:yyyy-MM-dd}", $"{days.Due:yyyy-MM-dd}"));
    }

    /// <summary>The first payout of a line binds what its application promised; a second loan of the line doubles nothing and shows the same.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draw_Binds_Once_WhateverIsDrawnLater(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await Promised(house);
        var first = await house.Lent(line, "J-1", "100.00");
        var bound = new[] { "1 revenue at_least 12000000.00 10000000.00 2027-01-15 open", "2 rd_ratio at_least 10 — 2026-06-01 open", "3 rd_staff at_least 8 — 2026-06-01 open" };
        Assert.Equal(bound, await Rows(house, first));
        house.Forward(1);
        var second = await house.Lent(line, "J-2", "100.00");
        Assert.Equal(bound, await Rows(house, second));
        Assert.All((await List(house, second)).Rows, r => Assert.Equal((first, "J-1"), (r.LoanId, r.Loan)));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Two loans of a line that are paid out at the same moment: the promises stand once.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draw_OfTwoAtOnce_BindsOnce(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await Promised(house);
        Guid[] drawn = [(await house.Draw(line, "J-1", "10.00")).Value!.Row.Id, (await house.Draw(line, "J-2", "10.00")).Value!.Row.Id, (await house.Draw(line, "J-3", "10.00")).Value!.Row.Id];
        await Task.WhenAll(drawn.Select(loan => Task.Run(() => house.Paid(loan, 1))));
        Assert.Equal(3, (await Rows(house, drawn[0])).Count);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>All the money came back: what is not measured is withdrawn, and the next loan carries it from its own payout.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Returned_WithdrawsThePromises_AndTheNextLoanCarriesThem(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await Promised(house);
        var first = await house.Lent(line, "J-1", "100.00");
        var payout = await house.Payout(first, 1);
        await house.Tell("PaymentReturned", payout.ItemId, payout.Fen, house.Today, null);
        Assert.All((await List(house, first)).Rows, r => Assert.Equal("withdrawn", r.State));
        house.To("2026-06-02");
        Assert.Equal("LEN-1367", await Measure(house, first, 2, "10"));
        var second = await house.Lent(line, "J-2", "100.00");
        Assert.Equal(["open 2027-06-02", "open 2026-06-01", "open 2026-06-01"], (await List(house, second)).Rows.Where(r => r.LoanId == second).Select(r => $"{r.State} {r.DueOn:yyyy-MM-dd}"));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>A later list changes nothing of what was frozen: words, target and consequence are those of the snapshot.</summary>
    [Fact]
    public async Task Frozen_StaysAsItWas_WhateverTheListBecomes()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await Promised(house, facts => facts.Replace("研发人员数", "旧名", StringComparison.Ordinal));
        var loan = await house.Lent(line, "J-1", "100.00");
        var row = (await List(house, loan)).Rows[2];
        Assert.Equal(("旧名", "platform 1", "仅记录"), (row.Title, row.List, row.MissedTitle));
        Assert.NotEqual(row.Title, house.Desk.Law.Indicators.Find("rd_staff")!.Title.Zh);
    }

    /// <summary>Not before its day; kept or missed with its consequence; corrected once by a further one that names it.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Measure_KeptAndMissed_WithTheirConsequences(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await house.Lent(await Promised(house), "J-1", "100.00");
        Assert.Equal("LEN-1363", await Measure(house, loan, 2, "9"));
        house.To("2026-05-29");
        Assert.Equal("LEN-1363", await Measure(house, loan, 2, "9"));

        // The day itself is a Saturday: from then on it can be measured, until Monday without being late.
        house.To("2026-05-30");
        Assert.Equal("LEN-1364", await Measure(house, loan, 2, "9.9999"));
        Assert.Equal("", await Measure(house, loan, 2, "9.9999", "项目延期"));
        var missed = (await List(house, loan)).Rows[1];
        Assert.Equal(("missed", "建议年利率上调 20 个基点（6% → 6.2%）：研发费用占营业收入比例不低于 10%，实测 9.9999%；须另行办理利率调整"), (missed.State, missed.Proposal));
        Assert.Empty((await house.Loan(loan)).Breaches);
        Assert.Equal("LEN-1362", await Measure(house, loan, 2, "10"));
        Assert.Equal("LEN-1365", await Measure(house, loan, 2, "10", corrects: 7));
        Assert.Equal("", await Measure(house, loan, 2, "10", corrects: 1));
        Assert.Equal("LEN-1366", await Measure(house, loan, 2, "10", corrects: 1));
        var kept = (await List(house, loan)).Rows[1];
        Assert.Equal(("kept", null, 2, 1), (kept.State, kept.Proposal, kept.Measures.Single(m => m.N == 1).CorrectedBy, kept.Measures[0].Corrects));
        Assert.Equal("LEN-1361", await Measure(house, loan, 9, "10"));

        // A miss that is to be put right is a breach with owner and day; a correction that misses again keeps the one that is open.
        house.To("2027-01-15");
        Assert.Equal("", await Measure(house, loan, 1, "11999999.99", "订单推迟"));
        Assert.Equal("", await Measure(house, loan, 1, "11999999.00", "订单推迟", corrects: 1));
        var breach = Assert.Single((await house.Loan(loan)).Breaches);
        Assert.Equal(("promise", "2027-02-15", true), (breach.Kind, $"{breach.DueOn:yyyy-MM-dd}", breach.Open));
        Assert.All((await List(house, loan)).Rows[0].Measures, m => Assert.Equal(breach.Id, m.BreachId));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Two officers measure one promise at the same moment: one of them does.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Measure_ByTwoAtOnce_OneWins(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await house.Lent(await Promised(house), "J-1", "100.00");
        house.To("2026-06-01");
        var tried = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Measure(house, loan, 3, $"{n + 5}", "离职"))));
        Assert.Equal(["", "LEN-1362", "LEN-1362", "LEN-1362", "LEN-1362", "LEN-1362"], tried.Order(StringComparer.Ordinal));
        Assert.Single((await List(house, loan)).Rows[2].Measures);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Every field is looked at before anything is kept.</summary>
    [Fact]
    public async Task Measure_WithAFormThatIsWrong_KeepsNothing()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var loan = await house.Lent(await Promised(house), "J-1", "100.00");
        house.To("2026-06-01");
        var form = new MeasurePromiseRequest("8", "社保名册", house.Today, "名册.pdf", Hash);
        foreach (var (request, code) in ((MeasurePromiseRequest, string)[])
        [
            (form with { Figure = "8.5" }, "LEN-1357"), (form with { Figure = "" }, "LEN-1357"), (form with { Source = " " }, "LEN-0001"), (form with { File = "" }, "LEN-0001"), (form with { Sha256 = "" }, "LEN-0009"), (form with { Sha256 = "zz" }, "LEN-0009"),
            (form with { On = house.Today.AddDays(1) }, "LEN-0004"), (form with { On = new(2026, 1, 9) }, "LEN-0004"), (form with { Figure = "7" }, "LEN-1364"), (form with { Figure = "7", Reason = new string('x', 1_001) }, "LEN-0001"),
        ])
        {
            Assert.Equal(code, Code(await MeasurePromise.Measure(house.Desk, LoanHouse.Bank, loan, 3, request, null, Language.Zh)));
        }

        Assert.Empty((await List(house, loan)).Rows[2].Measures);
        Assert.Equal("", Code(await MeasurePromise.Measure(house.Desk, LoanHouse.Bank, loan, 3, form with { On = new(2026, 1, 10) }, null, Language.Zh)));
    }

    /// <summary>The earliest measuring day is a red date of the line until it is measured.</summary>
    [Fact]
    public async Task Unmeasured_IsARedDateOfTheLine_UntilItIsMeasured()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var loan = await house.Lent(await Promised(house), "J-1", "100.00");
        Assert.Equal("2026-06-01 ", await Red());
        house.To("2026-06-02");
        Assert.Equal("2026-06-01 overdue", await Red());
        Assert.Equal("overdue", (await List(house, loan)).Rows[1].Urgency);
        Assert.Equal("", await Measure(house, loan, 2, "10"));
        Assert.Equal("", await Measure(house, loan, 3, "8"));
        Assert.Equal("2027-01-15 ", await Red());

        async Task<string> Red()
        {
            await using var read = house.Test.Store.Read(LoanHouse.Bank);
            var date = LineSecurity.Of(read, read.Set<Facility>().ToList(), house.Desk).Values.Single().Dates.SingleOrDefault(d => d.Kind == "promise");
            return $"{date?.Day:yyyy-MM-dd} {date?.Urgency}";
        }
    }

    /// <summary>Over all loans, by the day of measuring; what is counted is the lender's whole, whatever is asked for.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Listed_OverAllLoans_ByTheirDay(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var loan = await house.Lent(await Promised(house), "J-1", "100.00");
        Assert.Equal("0 0 0 3 0 0: rd_ratio rd_staff revenue", await Listed(new()));
        house.To("2026-05-25");
        Assert.Equal("0 2 2 3 0 0: rd_ratio rd_staff", await Listed(new(null, null, "week")));
        house.To("2026-06-02");
        Assert.Equal("2 0 0 3 0 0: rd_ratio rd_staff", await Listed(new(null, null, "overdue")));
        Assert.Equal("", await Measure(house, loan, 2, "10"));
        Assert.Equal("", await Measure(house, loan, 3, "7", "离职"));
        Assert.Equal("0 0 0 1 1 1: revenue", await Listed(new()));
        Assert.Equal("0 0 0 1 1 1: rd_staff", await Listed(new(null, "missed", null)));
        Assert.Equal("0 0 0 1 1 1: rd_ratio", await Listed(new("甲公司", "kept", null)));
        Assert.Equal("0 0 0 1 1 1: ", await Listed(new("乙公司", "kept", null)));
        Assert.Equal("0 0 0 0 0 0: ", await Listed(new(), new(Guid.CreateVersion7(), "别家")));

        async Task<string> Listed(PromiseQuery query, Viewer? viewer = null)
        {
            await using var read = house.Test.Store.Read(viewer ?? LoanHouse.Bank);
            var page = await ListPromises.Page(read, house.Desk, query, new(1, 50), Language.Zh);
            Assert.Equal(page.Items.Count, page.Total);
            var c = page.Counts;
            return $"{c.Overdue} {c.Week} {c.Month} {c.Open} {c.Missed} {c.Kept}: {string.Join(' ', page.Items.Select(i => i.Promise.Indicator))}";
        }
    }

    /// <summary>Promises of a form: unknown, twice, no figure, in the past; each by field.</summary>
    [Theory]
    [InlineData("revenue", "12000000", null, "")]
    [InlineData("profit", "1", null, "LEN-1355 form.promises.1.indicator")]
    [InlineData("", "1", null, "LEN-1355 form.promises.1.indicator")]
    [InlineData("patents", "1", null, "LEN-1356 form.promises.1.indicator")]
    [InlineData("revenue", "1.001", null, "LEN-1357 form.promises.1.target")]
    [InlineData("revenue", "", null, "LEN-1357 form.promises.1.target")]
    [InlineData("revenue", "1", "2026-01-14", "LEN-0004 form.promises.1.by")]
    [InlineData("revenue", "1", "2026-01-15", "")]
    public void Check_NamesTheField(string indicator, string target, string? by, string refused)
    {
        var form = new Zhirong.Modules.Lending.LendingForm();
        PromiseFreezing.Check([new("patents", "5"), new(indicator, target, by is null ? null : DateOnly.Parse(by, null))], Home.Loans().Indicators, new(2026, 1, 15), form);
        Assert.Equal(refused, form.Faults is [var first, ..] ? $"{first.Code} {first.Path}" : "");
    }

    /// <summary>A list with an indicator twice, an unknown word, or a consequence with what it does not take, is refused by number and place.</summary>
    [Theory]
    [InlineData("{id: patents,", "{id: revenue,", "FLD-0102 indicators.revenue.id")]
    [InlineData("missed: {kind: none}}\n  - {id: rd_expense", "missed: {kind: none, days: 3}}\n  - {id: rd_expense", "LEN-1351 indicators.net_profit.missed.days")]
    [InlineData("{kind: rate_step, basis_points: 20}}\n  - {id: rd_ratio", "{kind: rate_step}}\n  - {id: rd_ratio", "FLD-0101 indicators.rd_expense.missed.basis_points")]
    [InlineData("basis_points: 20", "basis_points: 0", "FLD-0102 indicators.rd_expense.missed.basis_points")]
    [InlineData("direction: at_most", "direction: below", "FLD-0103 indicators.debt_ratio.direction")]
    [InlineData("unit: percent", "unit: ratio", "FLD-0103 indicators.rd_ratio.unit")]
    [InlineData("statement.revenue", "statement.sales", "FLD-0103 indicators.revenue.baseline")]
    [InlineData("months: 12", "months: 0", "FLD-0102 months")]
    [InlineData("roll: following", "roll: preceding", "FLD-0103 roll")]
    public void Read_WhatIsWrongWithAList(string was, string now, string refused)
    {
        var text = File.ReadAllText(Repo.At("data", "credit", "indicators.yaml"));
        Assert.Contains(was, text, StringComparison.Ordinal);
        var read = PromisedIndicators.Read(Encoding.UTF8.GetBytes(text.Replace(was, now, StringComparison.Ordinal)));
        Assert.Equal(refused, read.Ok ? "" : $"{read.Refusals[0].Code} {read.Refusals[0].Path}");
    }

    /// <summary>A line of an application whose snapshot promises revenue, R&amp;D over revenue and staff.</summary>
    private static async Task<Guid> Promised(LoanHouse house, Func<string, string>? change = null)
    {
        const string Facts = """{"day":"2026-01-10","promises":{"items":[{"baseline":{"date":"2025-04-20","source":"审计报告 2024-12-31","value":"10000000.00"},"by":null,"direction":"at_least","en":"Annual revenue","id":"revenue","missed":{"basisPoints":0,"days":30,"kind":"task"},"target":"12000000.00","unit":"yuan","zh":"年营业收入"},{"baseline":null,"by":"2026-05-30","direction":"at_least","en":"R&D expense over revenue","id":"rd_ratio","missed":{"basisPoints":20,"days":0,"kind":"rate_step"},"target":"10","unit":"percent","zh":"研发费用占营业收入比例"},{"baseline":null,"by":"2026-05-30","direction":"at_least","en":"R&D staff","id":"rd_staff","missed":{"basisPoints":0,"days":0,"kind":"none"},"target":"8","unit":"count","zh":"研发人员数"}],"list":"platform 1","months":12,"roll":"Following"}}""";
        const string Before = """{"day":"2026-01-09"}""";
        var (id, facts) = (Guid.CreateVersion7(), change?.Invoke(Facts) ?? Facts);
        await house.Test.Store.Commits.Write(LoanHouse.Bank, async work =>
        {
            work.Add(new LoanApplication { Id = id, OwnerId = Viewer.FoundingOrganisation, Version = 1, Number = "SQ-1", FirmName = "甲公司", Product = "", State = ApplicationStates.Decided, Waits = "", Form = "{}", Asked = "", Snapshot = 2, Assessment = 0, Outcome = "approved", Resolution = "", ChangedAt = 1, ChangedBy = "x" });
            work.Add(new ApplicationSnapshot { ApplicationId = id, N = 1, Facts = Before, Hash = CanonicalText.Hash(Before), At = 1, By = "x" });
            work.Add(new ApplicationSnapshot { ApplicationId = id, N = 2, Facts = facts, Hash = CanonicalText.Hash(facts), At = 1, By = "x" });
            work.Add(new LoanApplicationStep { ApplicationId = id, N = 1, Act = ApplicationStates.Decide, State = ApplicationStates.Decided, Note = "", Items = "", At = 1, By = "x" });
            await work.SaveChangesAsync();
            return 0;
        });
        return (await house.Line("ED-1", "1000.00", r => r with { ApplicationId = id })).Row.Id;
    }

    private static async Task<PromiseList> List(LoanHouse house, Guid loan)
    {
        await using var read = house.Test.Store.Read(LoanHouse.Bank);
        return PromiseList.Of(read, read.Set<Loan>().Single(l => l.Id == loan), house.Desk, Language.Zh);
    }

    private static async Task<List<string>> Rows(LoanHouse house, Guid loan) => [.. (await List(house, loan)).Rows.Select(r => $"{r.N} {r.Indicator} {r.Direction} {r.Target} {r.Baseline ?? "—"} {r.DueOn:yyyy-MM-dd} {r.State}")];

    private static async Task<string> Measure(LoanHouse house, Guid loan, int n, string figure, string? reason = null, int? corrects = null) =>
        Code(await MeasurePromise.Measure(house.Desk, LoanHouse.Bank, loan, n, new(figure, "审计报告", house.Today, "审计报告.pdf", Hash, reason, corrects), null, Language.Zh));

    private static string Code(Written<PromiseList> written) => written.Refusals is [var first, ..] ? first.Code : "";
}
