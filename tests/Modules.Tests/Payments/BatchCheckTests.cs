using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>What a batch must be before it may be approved.</summary>
public sealed class BatchCheckTests
{
    [Theory]
    [InlineData("0", "PAY-0111")]
    [InlineData("0.00", "PAY-0111")]
    [InlineData("-1.00", "PAY-0111")]
    [InlineData("1.005", "PAY-0111")]
    [InlineData("1e5", "PAY-0111")]
    [InlineData("", "PAY-0111")]
    [InlineData("999999999999999.99", "")]
    [InlineData("1000000000000000", "PAY-0111")]
    [InlineData("0.01", "")]
    public async Task Make_AmountsAroundTheLimits_AreExactOrRefused(string amount, string code)
    {
        await using var bench = await PaymentBench.Open();
        var made = await bench.TryMake(bench.Request(PaymentBench.Item(amount)));
        Assert.Equal(code, made.Ok ? "" : made.Refusals[0].Code);
        Assert.Equal(code == "" ? "" : "items.0.amount", made.Ok ? "" : made.Refusals[0].Path);
    }

    [Fact]
    public async Task Make_BadForm_NamesEveryFault()
    {
        await using var bench = await PaymentBench.Open();
        var good = PaymentBench.Item("1.00");
        var request = bench.Request(good with { PayeeName = " " }, good with { AgentCnaps = "123" }, good with { Account = "62 22" }, good with { Kind = "cheque" }, good with { Kind = "ecny_wallet" }) with { Title = "", Channel = "pigeon", ControlCount = 4 };
        Assert.Equal(
            ["PAY-0101 title", "PAY-0207 channel", "PAY-0101 items.0.payeeName", "PAY-0103 items.1.agentCnaps", "PAY-0102 items.2.account", "PAY-0105 items.3.kind", "PAY-0104 items.4.operatingBank"],
            (await bench.TryMake(request)).Refusals.Select(r => $"{r.Code} {r.Path}"));
        Assert.Equal("PAY-0202", (await bench.TryMake(bench.Request())).Refusals[0].Code);
        Assert.Equal("PAY-0205", (await bench.TryMake(bench.Request(good) with { ControlTotal = "1.01" })).Refusals[0].Code);
        Assert.Equal("PAY-0205", (await bench.TryMake(bench.Request(good) with { ControlCount = 2 })).Refusals[0].Code);
        Assert.True((await bench.TryMake(bench.Request(good) with { ControlTotal = "1.00", ControlCount = 1 })).Ok);
        Assert.Equal("PAY-0107", (await bench.TryMake(bench.Request(good) with { AccountId = Guid.CreateVersion7() })).Refusals[0].Code);
    }

    /// <summary>1 October 2026 is a holiday; 10 October, a Saturday, is worked on; wallets are paid on every day.</summary>
    [Theory]
    [InlineData("2026-11-27", "bank", "PAY-0209")]
    [InlineData("2026-11-30", "bank", "")]
    [InlineData("2026-12-05", "bank", "PAY-0210 2026-12-07")]
    [InlineData("2026-12-05", "ecny_wallet", "")]
    [InlineData("2027-02-06", "bank", "PAY-0210 2027-02-08")]
    [InlineData("2028-03-01", "bank", "PAY-0211 2028-03-01")]
    public async Task Check_ValueDate_IsADayOnWhichBanksWork(string date, string kind, string expected)
    {
        await using var bench = await PaymentBench.Open();
        var item = PaymentBench.Item("1.00") with { Kind = kind, OperatingBank = kind == "bank" ? null : "中国工商银行" };
        var batch = (await bench.TryMake(bench.Request(item) with { ValueDate = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) })).Value;
        var found = (await Findings(bench, batch.Id)).Where(f => f.Path == "valueDate").Select(f => f.Code == "PAY-0210" ? $"{f.Code} {f.Expected.Zh}" : f.Code == "PAY-0211" ? $"{f.Code} {f.Found}" : f.Code).SingleOrDefault("");
        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Check_PayeesName_IsTheOneTheAccountIsKnownBy(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        await bench.Do(PaymentBench.Maker, work => AddAccount.Add(work, new("payee", "bank", "9002", "宁波乙公司（有限合伙）", AgentCnaps: "313332082914"), bench.Clock));
        var batch = (await bench.TryMake(bench.Request(PaymentBench.Item("1.00", "宁波乙公司(有限合伙)", "9002"), PaymentBench.Item("1.00", "宁波丙公司", "9002"), PaymentBench.Item("2.00", "丁公司", "9003"), PaymentBench.Item("3.00", "戊公司", "9003")))).Value.Id;
        Assert.Equal(
            ["PAY-0212 items.1.payeeName", "PAY-0213 items.1.payeeName", "PAY-0213 items.3.payeeName"],
            (await bench.TryCheck(batch)).Refusals.Select(r => $"{r.Code} {r.Path}"));
        Assert.Equal("draft draft draft draft", await bench.States(batch));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Check_TheSamePaymentTwice_IsConfirmedOneByOne(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        await bench.Sent(PaymentBench.Item("500.00"));
        var second = (await bench.TryMake(bench.Request(PaymentBench.Item("500.00"), PaymentBench.Item("500.00"), PaymentBench.Item("500.01")))).Value.Id;
        var findings = await Findings(bench, second);
        Assert.Equal(["PAY-0214 items.1", "PAY-0215 items.0", "PAY-0215 items.1"], findings.Where(f => f.Code is "PAY-0214" or "PAY-0215").Select(f => $"{f.Code} {f.Path}").Order());
        Assert.Contains("P20261130-001", findings.First(f => f.Code == "PAY-0215").Message.Zh, StringComparison.Ordinal);
        Task<Result<PayBatch>> Check(params List<ConfirmWarning> confirm) => bench.Try(PaymentBench.Checker, work => CheckBatch.Check(work, second, new(1, confirm), bench.Desk));
        Assert.Equal(["PAY-0206", "PAY-0215", "PAY-0214", "PAY-0215"], (await Check(new ConfirmWarning("PAY-0216", "*", "名录待补"), new("PAY-0214", "*", "全部确认"))).Refusals.Select(r => r.Code));
        Assert.Equal("PAY-0101", (await Check(new ConfirmWarning("PAY-0216", "*", " "))).Refusals[0].Code);
        Assert.True((await bench.TryCheck(second)).Ok);
        var confirmed = BatchViews.Confirmed(await bench.Read(read => read.Set<PayBatch>().SingleAsync(b => b.Id == second)));
        Assert.All(confirmed, c => Assert.Equal(("复核老李", "已电话核实"), (c.By, c.Reason)));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Amend_AfterTheCheck_MakesADraftThatMustBeCheckedAgain(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = (await bench.TryMake(bench.Request(PaymentBench.Item("100.00")))).Value.Id;
        var seen = await bench.Version(batch);
        Assert.True((await bench.TryCheck(batch)).Ok);
        var approved = await bench.Version(batch);
        Assert.Equal("PAY-0203", await Amend(bench, batch, seen, "999.00"));
        Assert.Equal("", await Amend(bench, batch, approved, "999.00"));
        Assert.Equal("PAY-0201", (await bench.TryApprove(batch)).Refusals[0].Code);
        Assert.True((await bench.TryCheck(batch)).Ok);
        Assert.Equal("PAY-0203", (await bench.Try(PaymentBench.Checker, work => ApproveBatch.Approve(work, batch, new(approved), bench.Desk))).Refusals[0].Code);
        Assert.True((await bench.TryApprove(batch)).Ok);
        Assert.Equal("PAY-0201", await Amend(bench, batch, await bench.Version(batch), "1.00"));
        Assert.Equal(99_900L, (await bench.Items(batch))[0].Fen);
    }

    [Fact]
    public async Task Reopen_AnApprovedBatch_IsADraft_AndCancelledIsNeverSent()
    {
        await using var bench = await PaymentBench.Open();
        var batch = (await bench.TryMake(bench.Request(PaymentBench.Item("100.00")))).Value.Id;
        Assert.True((await bench.TryCheck(batch)).Ok && (await bench.TryApprove(batch)).Ok);
        var version = await bench.Version(batch);
        await bench.Do(PaymentBench.Checker, work => ReopenBatch.Reopen(work, batch, new(version), cancel: false, bench.Desk));
        Assert.Equal("draft", await bench.States(batch));
        await bench.Do(PaymentBench.Checker, work => ReopenBatch.Reopen(work, batch, new(version + 1), cancel: true, bench.Desk));
        Assert.Equal("cancelled", await bench.States(batch));
        Assert.Equal("PAY-0201", (await bench.TryCheck(batch)).Refusals[0].Code);
        var sent = await bench.Sent(PaymentBench.Item("7.00"));
        version = await bench.Version(sent);
        Assert.Equal("PAY-0201", await bench.Refused(PaymentBench.Checker, work => ReopenBatch.Reopen(work, sent, new(version), cancel: true, bench.Desk)));
    }

    [Fact]
    public async Task Numbers_OfADay_FollowEachOther_AndIdsAreUnique()
    {
        await using var bench = await PaymentBench.Open();
        var made = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Task.Run(() => bench.TryMake(bench.Request(PaymentBench.Item($"{n}.00"))))));
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"P20261130-{n:000}"), made.Select(m => m.Value.Code).Order());
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Strangers_SeeAndDoNothing(DatabaseKind kind)
    {
        await using var bench = await PaymentBench.Open(kind);
        var batch = await bench.Sent(PaymentBench.Item("100.00"));
        var item = (await bench.Items(batch))[0].Id;
        var stranger = new Viewer(new("00000000-0000-7000-8000-0000000000ff"), "外人");
        Task<string> Tried<T>(Func<ZhirongContext, Task<Result<T>>> work) => bench.Refused(stranger, work);
        Assert.Equal("WEB-0105", await Tried(work => CheckBatch.Check(work, batch, new(1), bench.Desk)));
        Assert.Equal("WEB-0105", await Tried(work => ApproveBatch.Approve(work, batch, new(1), bench.Desk)));
        Assert.Equal("WEB-0105", await Tried(work => ReopenBatch.Reopen(work, batch, new(1), true, bench.Desk)));
        Assert.Equal("WEB-0105", await Tried(work => QueryItem.Ask(work, item, new("x"), bench.Desk)));
        Assert.Equal("WEB-0105", await Tried(work => RetryItem.Retry(work, item, new("x"), bench.Desk)));
        Assert.Equal("WEB-0105", await Tried(work => PostPayments.Post(work, batch, bench.Desk)));
        Assert.Equal("WEB-0105", await Tried(work => ChangeAccount.Change(work, bench.Account, new("x", true, 1), bench.Clock)));
        Assert.Equal("PAY-0107", await Tried(work => MakeBatch.Make(work, bench.Request(PaymentBench.Item("1.00")), MakeBatch.Read(bench.Request(PaymentBench.Item("1.00")), bench.Desk).Value, bench.Desk)));
        var id = (await bench.Attempts(batch))[0].EndToEndId;
        var heard = await bench.Try(stranger, work => ReadAnswer.Take(work, bench.Desk, "s"u8.ToArray(), "s", [PaymentBench.Answer(1, [PaymentBench.Said(id, Zhirong.Modules.Payments.Channels.AnswerStatus.Settled, "100.00")])], Language.Zh));
        Assert.Equal((0, 1), (heard.Value.Items.Count, heard.Value.Unknown));
        Assert.Equal(("sent", "1000000.00"), (await bench.States(batch), await bench.Balance()));
        await using var read = bench.Test.Store.Read(stranger);
        Assert.Equal(0, await read.Set<PayBatch>().CountAsync(TestContext.Current.CancellationToken) + await read.Items().CountAsync(TestContext.Current.CancellationToken) + await read.Attempts().CountAsync(TestContext.Current.CancellationToken) + await read.Lines().CountAsync(TestContext.Current.CancellationToken));
        // Without the filter SQLite shows it; PostgreSQL's own policies still do not.
        Assert.Equal(kind == DatabaseKind.Sqlite ? 1 : 0, await read.Set<PayBatch>().IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> Amend(PaymentBench bench, Guid batch, int version, string amount)
    {
        var request = bench.Request(PaymentBench.Item(amount));
        return await bench.Refused(PaymentBench.Maker, work => AmendBatch.Amend(work, batch, request, version, MakeBatch.Read(request, bench.Desk).Value, bench.Desk));
    }

    private static Task<IReadOnlyList<Refusal>> Findings(PaymentBench bench, Guid batch) =>
        bench.Read(async read => await FindingsFacts.Of(read, await read.Set<PayBatch>().SingleAsync(b => b.Id == batch), await read.ItemsOf(batch), bench.Desk));
}
