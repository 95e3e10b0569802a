using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>Statements and what their lines stand for; closed-loop accounts; the differences of a day.</summary>
public sealed class AccountTests
{
    private const string Own = "3300010001";
    private const string Loop = "3300010009";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Line_WithThePaymentsOwnId_SettlesIt_AndComesBackWithItToo(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"), PaymentBench.Item("200.00", "乙公司", "9002"), PaymentBench.Item("300.00", "丙公司", "9003"));
        var a = await bench.Attempts(batch);
        var imported = await bench.Statement(Own, "1000000.00", [
            PaymentBench.Line(1, "-100.00", "宁波德塔森特数据科技有限公司", "L1", a[0].EndToEndId),
            PaymentBench.Line(2, "-199.99", "乙公司", "L2", a[1].EndToEndId),
            PaymentBench.Line(3, "-300.00", "丙公司", "L3"),
            PaymentBench.Line(4, "-5.00", "本行", "L4")]);
        Assert.True(imported.Statements[0].Trusted);
        Assert.Equal("settled sent* sent", await bench.States(batch));
        Assert.Equal(["matched", "differing", "open", "open"], (await bench.Lines()).Select(l => l.State));
        Assert.Equal(["amount", "differing_line"], (await bench.Differences()).Select(d => d.Kind));
        Assert.Equal("999900.00", await bench.Balance());

        // Likeness alone settles nothing; a person who says it does, and the line is the bank's word.
        var lines = await bench.Lines();
        await bench.Do(PaymentBench.Checker, work => MatchLine.Match(work, lines[2].Id, new("paid", a[2].Id), bench.Desk));
        Assert.Equal("settled sent* settled", await bench.States(batch));
        Assert.Equal("PAY-0907", await bench.Refused(PaymentBench.Checker, work => MatchLine.Unmatch(work, lines[2].Id, bench.Desk)));
        Assert.Equal("PAY-0910", await bench.Refused(PaymentBench.Checker, work => MatchLine.Match(work, lines[3].Id, new("paid", a[2].Id), bench.Desk)));
        Assert.Equal("PAY-0905", await bench.Refused(PaymentBench.Checker, work => MatchLine.Match(work, lines[1].Id, new("paid", a[1].Id), bench.Desk)));
        Assert.Equal("PAY-0906", await bench.Refused(PaymentBench.Checker, work => MatchLine.Match(work, lines[3].Id, new("receipt", a[1].Id), bench.Desk)));
        await bench.Do(PaymentBench.Checker, work => MatchLine.Explain(work, lines[3].Id, new("手续费"), bench.Desk));

        await bench.Statement(Own, "999395.01", [PaymentBench.Line(1, "100.00", null, "L5", a[0].EndToEndId)]);
        Assert.Equal("returned sent* settled", await bench.States(batch));
        Assert.Equal("999700.00", await bench.Balance());
    }

    [Fact]
    public async Task Statement_OfOverlappingDays_CountsALineOnce_AndTheSameFileNotAgain()
    {
        await using var bench = await PaymentBench.Open();
        var first = await bench.Statement(Own, "100.00", [PaymentBench.Line(1, "-1.00", reference: "A"), PaymentBench.Line(2, "-1.00", reference: "A")], "one");
        Assert.True((await bench.Statement(Own, "100.00", [PaymentBench.Line(1, "-1.00", reference: "A")], "one")).Repeats);
        var second = await bench.Statement(Own, "100.00", [PaymentBench.Line(1, "-1.00", reference: "A"), PaymentBench.Line(2, "-1.00", reference: "A"), PaymentBench.Line(3, "-1.00", reference: "B")]);
        Assert.Equal((0, 2), (first.Statements[0].Repeated, second.Statements[0].Repeated));
        Assert.Equal(["open", "open", "repeated", "repeated", "open"], (await bench.Lines()).Select(l => l.State));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Statement_ThatDoesNotAddUp_IsReportedAndNotTrusted(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var attempt = (await bench.Attempts(batch))[0];
        var imported = await bench.Statement(Own, "1000.00", [PaymentBench.Line(1, "-100.00", "宁波德塔森特数据科技有限公司", "L1", attempt.EndToEndId)], closing: "900.01");
        Assert.False(imported.Statements[0].Trusted);
        Assert.Null(imported.Statements[0].Tally);
        Assert.Equal("sent", await bench.States(batch));
        Assert.Equal("untrusted", Assert.Single(await bench.Differences()).Kind);
        var line = Assert.Single(await bench.Lines());
        Assert.Equal("PAY-0903", await bench.Refused(PaymentBench.Checker, work => MatchLine.Match(work, line.Id, new("paid", attempt.Id), bench.Desk)));

        // The right one afterwards counts: lines of one that was not trusted do not stand in its way.
        var good = await bench.Statement(Own, "1000.00", [PaymentBench.Line(1, "-100.00", "宁波德塔森特数据科技有限公司", "L1", attempt.EndToEndId)]);
        Assert.Equal(0, good.Statements[0].Repeated);
        Assert.Equal("settled", await bench.States(batch));
    }

    [Fact]
    public async Task Statement_OfAnAccountNotEntered_IsRefusedWhole()
    {
        await using var bench = await PaymentBench.Open();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Statement("0000", "1.00", [PaymentBench.Line(1, "-1.00")]));
        Assert.Contains("PAY-0902", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.Lines());
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Payee_NamedOtherwiseByTheBank_WaitsForSomebodyWhoIsNotItsMaker(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var (attempt, item) = ((await bench.Attempts(batch))[0], (await bench.Items(batch))[0]);
        await bench.Hear(1, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "100.00", "宁波德塔森特数据科技股份有限公司", "L7"));
        Assert.Equal(("sent*", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        var difference = Assert.Single(await bench.Differences());
        Assert.Equal("payee_name", difference.Kind);
        Assert.Equal("PAY-0302", await bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, item.Id, new("重付"), bench.Desk)));
        Task<string> Explain(Viewer who, int version) => bench.Refused(who, work => ExplainDifference.Explain(work, difference.Id, new("企业已更名，见工商变更", version), bench.Desk));
        Assert.Equal("PAY-0912", await Explain(PaymentBench.Maker, 1));
        Assert.Equal("PAY-0203", await Explain(PaymentBench.Checker, 9));
        Assert.Equal("", await Explain(PaymentBench.Checker, 1));
        Assert.Equal(("settled", "999900.00"), (await bench.States(batch), await bench.Balance()));
        Assert.Equal("PAY-0913", await Explain(PaymentBench.Checker, 2));
        await bench.Hear(2, PaymentBench.Said(attempt.EndToEndId, AnswerStatus.Settled, "100.00", "宁波德塔森特数据科技股份有限公司", "L7"));
        Assert.Equal("settled", await bench.States(batch));
        Assert.Empty(await bench.Differences());
    }

    [Fact]
    public async Task Amount_ThatDiffers_IsNotExplainedAway()
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        await bench.Hear(1, PaymentBench.Said((await bench.Attempts(batch))[0].EndToEndId, AnswerStatus.Settled, "100.01"));
        var difference = Assert.Single(await bench.Differences());
        Assert.Equal("PAY-0911", await bench.Refused(PaymentBench.Checker, work => ExplainDifference.Explain(work, difference.Id, new("差一分", 1), bench.Desk)));
        Assert.Equal("sent*", await bench.States(batch));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task ClosedLoop_EveryUseHasAMatchedSourceAndAPermittedPurpose(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var account = await bench.ClosedLoop("研发设备", "专利年费");
        await bench.Do(PaymentBench.Maker, work => PlanReceipts.Plan(work, new(account, [new(PaymentBench.Day, "杭州银行", "1000.00", "融资款", LoanNo: "JJ001")]), bench.Desk));
        await bench.Statement(Loop, "0.00", [PaymentBench.Line(1, "1000.00", "杭州银行", "IN1", loan: "JJ001"), PaymentBench.Line(2, "50.00", "不明", "IN2")]);
        var source = await bench.Read(read => read.Set<PaySource>().SingleAsync());
        Assert.Equal((100_000L, 0L, "1000.00"), (source.Fen, source.UsedFen, await bench.Balance("100204")));

        async Task<string> Checked(params NewItem[] items)
        {
            var request = bench.Request(items) with { AccountId = account, Purpose = "研发设备" };
            var made = await bench.TryMake(request);
            return made.Ok ? (await bench.TryCheck(made.Value.Id)).Refusals is [var first, ..] ? $"{first.Code} {first.Path}" : "" : $"{made.Refusals[0].Code} {made.Refusals[0].Path}";
        }

        NewUse Of(string amount) => new(source.Id, amount);
        Assert.Equal("PAY-0402 items.0.sources", await Checked(PaymentBench.Item("10.00")));
        Assert.Equal("PAY-0401 items.0.purpose", await Checked(PaymentBench.Item("10.00", purpose: "股东分红", sources: Of("10.00"))));
        Assert.Equal("PAY-0405 items.0.sources.0.amount", await Checked(PaymentBench.Item("1000.01", sources: Of("1000.01"))));
        Assert.Equal("PAY-0404 items.0.sources", await Checked(PaymentBench.Item("10.00", sources: Of("9.99"))));
        Assert.Equal("PAY-0403 items.0.sources.0.id", await Checked(PaymentBench.Item("10.00", sources: new NewUse(Guid.CreateVersion7(), "10.00"))));
        Assert.Equal("PAY-0406 items.0.sources.1.id", await Checked(PaymentBench.Item("10.00", sources: [Of("5.00"), Of("5.00")])));
        Assert.Equal("PAY-0405 items.1.sources.0.amount", await Checked(PaymentBench.Item("600.00", sources: Of("600.00")), PaymentBench.Item("400.01", "乙公司", "9002", sources: Of("400.01"))));
        Assert.Equal("", await Checked(PaymentBench.Item("600.00", sources: Of("600.00")), PaymentBench.Item("400.00", "乙公司", "9002", "专利年费", Of("400.00"))));
        Assert.Equal("PAY-0405 items.0.sources.0.amount", await Checked(PaymentBench.Item("0.01", "丙公司", "9003", sources: Of("0.01"))));
        Assert.Equal("PAY-0407 items.0.sources", (await bench.TryCheck((await bench.TryMake(bench.Request(PaymentBench.Item("10.00")))).Value.Id)).Ok ? "PAY-0407 items.0.sources" : "no");

        var loop = (await bench.Read(read => ClosedLoop.Of(read, account)))!;
        Assert.Equal(("1000.00", "0.00", "1000.00", "0.00", true, "50.00", true), (loop.Sources, loop.Used, loop.Reserved, loop.Left, loop.Agrees, loop.UnmatchedIn, loop.Explained!.Value));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task ClosedLoop_SourcesAreUses_ThroughReturnRetryAndCancellation(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var account = await bench.ClosedLoop("研发设备");
        await bench.Do(PaymentBench.Maker, work => PlanReceipts.Plan(work, new(account, [new(PaymentBench.Day, "杭州银行", "1000.00", "融资款")]), bench.Desk));
        await bench.Statement(Loop, "0.00", [PaymentBench.Line(1, "1000.00", "杭州银行", "IN1")]);
        var source = await bench.Read(read => read.Set<PaySource>().SingleAsync());
        var request = bench.Request(PaymentBench.Item("700.00", sources: new NewUse(source.Id, "700.00")), PaymentBench.Item("200.00", "乙公司", "9002", sources: new NewUse(source.Id, "200.00"))) with { AccountId = account, Purpose = "研发设备" };
        var batch = (await bench.TryMake(request)).Value.Id;
        async Task<string> Loop4() => (await bench.Read(read => ClosedLoop.Of(read, account)))! is var v && v.Agrees ? $"{v.Used} {v.Reserved} {v.Left}" : "does not agree";
        Assert.Equal("0.00 0.00 1000.00", await Loop4());
        Assert.True((await bench.TryCheck(batch)).Ok && (await bench.TryApprove(batch)).Ok && (await bench.TrySend(batch)).Ok);
        Assert.Equal("0.00 900.00 100.00", await Loop4());
        var a = await bench.Attempts(batch);
        await bench.Hear(1, PaymentBench.Said(a[0].EndToEndId, AnswerStatus.Settled, "700.00"), PaymentBench.Said(a[1].EndToEndId, AnswerStatus.Rejected));
        Assert.Equal("700.00 0.00 300.00", await Loop4());
        await bench.Hear(2, PaymentBench.Said(a[0].EndToEndId, AnswerStatus.Returned, "700.00"));
        Assert.Equal("0.00 0.00 1000.00", await Loop4());
        var items = await bench.Items(batch);
        await bench.Do(PaymentBench.Maker, work => RetryItem.Retry(work, items[0].Id, new("账号更正", Account: "33100200301"), bench.Desk));
        Assert.Equal("0.00 700.00 300.00", await Loop4());

        // What another batch has taken meanwhile is not there for a further attempt.
        var other = (await bench.TryMake(bench.Request(PaymentBench.Item("150.00", "丁公司", "9004", sources: new NewUse(source.Id, "150.00"))) with { AccountId = account, Purpose = "研发设备" })).Value.Id;
        Assert.True((await bench.TryCheck(other)).Ok);
        Assert.Equal("PAY-0405", await bench.Refused(PaymentBench.Maker, work => RetryItem.Retry(work, items[1].Id, new("重付"), bench.Desk)));
        var version = await bench.Version(other);
        await bench.Do(PaymentBench.Maker, work => ReopenBatch.Reopen(work, other, new(version), cancel: true, bench.Desk));
        Assert.Equal("0.00 700.00 300.00", await Loop4());
        Assert.True((await bench.TryApprove(batch)).Ok && (await bench.TrySend(batch)).Ok);
        var second = (await bench.Attempts(batch)).Single(x => x.N == 2);
        Assert.Equal("33100200301", second.PayeeAccount);
        await bench.Hear(3, PaymentBench.Said(second.EndToEndId, AnswerStatus.Settled, "700.00"));
        Assert.Equal(("700.00 0.00 300.00", "300.00"), (await Loop4(), await bench.Balance("100204")));
    }

    [Fact]
    public async Task ClosedLoop_MoneyThatLeftWithoutAPayment_IsNamedAndNotExplainedAway()
    {
        await using var bench = await PaymentBench.Open();
        await bench.ClosedLoop("研发设备");
        await bench.Statement(Loop, "500.00", [PaymentBench.Line(1, "-120.00", "某公司", "OUT1")]);
        var line = Assert.Single(await bench.Lines());
        Assert.Equal("PAY-0408", await bench.Refused(PaymentBench.Checker, work => MatchLine.Explain(work, line.Id, new("不要紧"), bench.Desk)));
        await bench.Do(PaymentBench.Checker, work => CountDifferences.Count(work, new(PaymentBench.Day), bench.Desk));
        Assert.Contains(await bench.Differences(), d => d.Kind == "use_without_source" && d.Theirs.StartsWith("-120.00", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Count_OfADay_NamesEveryDifference_TheSameAgain_AndClosesWhatIsGone(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"), PaymentBench.Item("200.00", "乙公司", "9002"));
        var a = await bench.Attempts(batch);
        await bench.Do(PaymentBench.Maker, work => PlanReceipts.Plan(work, new(bench.Account, [new(PaymentBench.Day, "甲方", "40.00", "利息", CounterAccount: "601101")]), bench.Desk));
        await bench.Hear(1, PaymentBench.Said(a[0].EndToEndId, AnswerStatus.Settled, "100.00"));
        await bench.Statement(Own, "1000000.00", [PaymentBench.Line(1, "-3.00", "本行", "FEE")]);
        Task<DifferencesCounted> Count() => bench.Do(PaymentBench.Checker, work => CountDifferences.Count(work, new(PaymentBench.Day), bench.Desk));
        Assert.Equal(5, (await Count()).Open);
        string[] all = ["balance", "missing_payment", "missing_receipt", "unanswered", "unmatched_line"];
        Assert.Equal(all, (await bench.Differences()).Select(d => d.Kind));
        Assert.Equal(("999900.00", "999997.00"), (await bench.Differences()).Where(d => d.Kind == "balance").Select(d => (d.Ours, d.Theirs)).Single());
        Assert.Equal(5, (await Count()).Open);
        await bench.Hear(2, PaymentBench.Said(a[1].EndToEndId, AnswerStatus.Rejected));
        var fee = (await bench.Lines())[0].Id;
        await bench.Do(PaymentBench.Checker, work => MatchLine.Explain(work, fee, new("手续费"), bench.Desk));
        Assert.Equal(3, (await Count()).Open);
        Assert.Equal(["balance", "missing_payment", "missing_receipt"], (await bench.Differences()).Select(d => d.Kind));
        await bench.Statement(Own, "999997.00", [PaymentBench.Line(1, "40.00", "甲方", "R1"), PaymentBench.Line(2, "-100.00", "宁波德塔森特数据科技有限公司", "R2", a[0].EndToEndId)]);
        Assert.Equal(1, (await Count()).Open);
        Assert.Equal(("999940.00", "999937.00"), (await bench.Differences()).Select(d => (d.Ours, d.Theirs)).Single());
        Assert.Equal("PAY-0917", await bench.Refused(PaymentBench.Checker, work => CountDifferences.Count(work, new(PaymentBench.Day.AddDays(1)), bench.Desk)));
    }

    [Fact]
    public async Task Count_LoansByTheirNumber_AgainstTheCoreSystem()
    {
        await using var bench = await PaymentBench.Open();
        var batch = await bench.Sent(PaymentBench.Item("100.00") with { LoanNo = "JJ1" }, PaymentBench.Item("200.00", "乙公司", "9002") with { LoanNo = "JJ2" });
        var a = await bench.Attempts(batch);
        await bench.Hear(1, PaymentBench.Said(a[0].EndToEndId, AnswerStatus.Settled, "100.00"), PaymentBench.Said(a[1].EndToEndId, AnswerStatus.Settled, "200.00"));
        var file = new Zhirong.Modules.Payments.Statements.BalanceFile("test", "B", PaymentBench.Day, [new(null, "JJ1", null, null, Money.Cny(100), "A2"), new(null, "JJ2", null, null, Money.Cny(199.99m), "A3")], []);
        var read = await bench.Do(PaymentBench.Maker, work => ReadBalances.Take(work, bench.Desk, ReceivedFile.Of("b", "b"u8.ToArray()), file, Language.Zh));
        Assert.Equal((0, 2), (read.Accounts, read.Loans));
        Assert.True((await bench.Do(PaymentBench.Maker, work => ReadBalances.Take(work, bench.Desk, ReceivedFile.Of("b", "b"u8.ToArray()), file, Language.Zh))).Repeated);
        await bench.Do(PaymentBench.Checker, work => CountDifferences.Count(work, new(PaymentBench.Day), bench.Desk));
        Assert.Equal(("JJ2", "200.00", "199.99"), (await bench.Differences()).Where(d => d.Kind == "loan_balance").Select(d => (d.Subject, d.Ours, d.Theirs)).Single());
    }

    [Fact]
    public async Task Receipt_MatchedByHandAndTakenBack_LeavesTheBookAsItWas()
    {
        await using var bench = await PaymentBench.Open();
        var planned = await bench.Do(PaymentBench.Maker, work => PlanReceipts.Plan(work, new(bench.Account, [new(PaymentBench.Day, "甲方", "40.00", "利息", CounterAccount: "601101")]), bench.Desk));
        await bench.Statement(Own, "0.00", [PaymentBench.Line(1, "40.00", "乙方", "R1")]);
        var line = (await bench.Lines())[0].Id;
        await bench.Do(PaymentBench.Checker, work => MatchLine.Match(work, line, new("receipt", planned.Receipts[0].Id), bench.Desk));
        Assert.Equal(("1000040.00", "40.00"), (await bench.Balance(), await bench.Balance("601101")));
        Assert.Equal("PAY-0904", await bench.Refused(PaymentBench.Checker, work => MatchLine.Match(work, line, new("receipt", planned.Receipts[0].Id), bench.Desk)));
        await bench.Do(PaymentBench.Checker, work => MatchLine.Unmatch(work, line, bench.Desk));
        Assert.Equal(("1000000.00", "0.00"), (await bench.Balance(), await bench.Balance("601101")));
        await bench.Do(PaymentBench.Checker, work => PlanReceipts.Cancel(work, planned.Receipts[0].Id, bench.Desk));
        Assert.Equal("PAY-0909", await bench.Refused(PaymentBench.Checker, work => MatchLine.Match(work, line, new("receipt", planned.Receipts[0].Id), bench.Desk)));
    }
}
