using Xunit;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using static Zhirong.Modules.Tests.Payments.PaymentBench;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>What somebody changes behind the program's back is found by the check made for it, and by no other.</summary>
public sealed class PaymentCareTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Verify_AfterEveryChange_FailsInItsOwnCheck(DatabaseKind kind)
    {
        await using var bench = await Open(kind);
        var account = await bench.ClosedLoop("研发设备");
        await bench.Do(Maker, work => PlanReceipts.Plan(work, new(account, [new(Day, "杭州银行", "1000.00", "融资款", LoanNo: "JJ001")]), bench.Desk));
        await bench.Statement("3300010009", "0.00", [Line(1, "1000.00", "杭州银行", "IN1", loan: "JJ001")]);
        await bench.Sent(Item("100.00"), Item("200.00", "乙公司", "9002"));

        foreach (var (change, back, check) in ((string, string, string)[])
        [
            ("UPDATE pay_batch SET total_fen = total_fen + 1", "UPDATE pay_batch SET total_fen = total_fen - 1", "payments.batches"),
            ("UPDATE pay_batch SET settled_fen = 1", "UPDATE pay_batch SET settled_fen = 0", "payments.batches"),
            ("UPDATE pay_item SET attempts = attempts + 1", "UPDATE pay_item SET attempts = attempts - 1", "payments.attempts"),
            ("UPDATE pay_source SET used_fen = 1", "UPDATE pay_source SET used_fen = 0", "payments.sources"),
            ("UPDATE pay_line SET fen = fen - 1", "UPDATE pay_line SET fen = fen + 1", "payments.matches"),
        ])
        {
            Assert.Empty(await bench.Broken());
            await Run(bench, change);
            Assert.Equal([check], (await bench.Broken()).Select(found => found.Split(':')[0]));
            await Run(bench, back);
        }
    }

    private static Task<int> Run(PaymentBench bench, string statement) => bench.Test.Store.Commits.Write(Viewer.Everything("tamper"), work => Task.FromResult(work.Session.Execute(statement)));
}
