using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Work.Worker;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>The close of days: once for a loan and a day, whatever dies on the way.</summary>
public sealed class DayCloseTests
{
    /// <summary>Closed twice, or late for many days at once: the book and the loans are the same.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Close_TwiceOrLate_IsTheSame(DatabaseKind kind)
    {
        await using var daily = await LoanHouse.Open(kind);
        await using var late = await LoanHouse.Open(kind);
        foreach (var house in (LoanHouse[])[daily, late])
        {
            var line = await house.Line("ED-1", "1000000.00");
            for (var n = 1; n <= 5; n++)
            {
                await house.Lent(line.Row.Id, $"J-{n}", $"{n}0000.00");
            }
        }

        await daily.Live("2026-03-01");
        Assert.Equal("LEN-0803", (await daily.Close())!.Code);
        late.To("2026-03-01");
        Assert.Null(await late.Close());
        Assert.All((string[])["1003", "130301", "130302", "1132", "113201", "601101", "601102", "601103"], code => Assert.Equal((code, daily.Balance(code)), (code, late.Balance(code))));
        await using var read = late.Test.Store.Read(LoanHouse.Bank);
        Assert.All(read.Set<Loan>().ToList(), l => Assert.Equal((14, "special_mention"), (l.PastDue, l.Class)));
        Assert.Empty(await late.Wrong());
        Assert.Empty(await daily.Wrong());
    }

    /// <summary>A worker dies between working a shard out and writing it; another takes it over, and a stray second write of the first changes nothing.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Close_AbandonedAndTakenOver_HappensOnce(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await house.Line("ED-1", "1000000.00");
        await house.Lent(line.Row.Id, "J-1", "120000.00");
        var prepared = (await StartClose.Prepare(house.Desk, house.Jobs, LoanHouse.Bank, house.Today)).Value;
        var job = await house.Test.Store.Commits.Write(LoanHouse.Bank, work => house.Jobs.Start(work, prepared));
        var close = new DayClose(house.Desk);
        var input = prepared.Order.Input;
        var lost = (await close.Run(new(LoanHouse.Bank, job.Id, input, 0, close.Plan(input).Value[0]), CancellationToken.None)).Value;
        var worker = new JobWorker(house.Test.Store, [close], TimeProvider.System, NullLogger<JobWorker>.Instance, "second");
        while (await worker.Step(CancellationToken.None))
        {
        }

        var (accrued, income) = ((await house.Facility(line.Row.Id)).Loans[0].Accrued, house.Balance("601101"));
        Assert.Equal("20.00", accrued);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Test.Store.Commits.Write(LoanHouse.Bank, async work =>
        {
            await lost.Write!(work);
            return 0;
        }));
        Assert.Equal((accrued, income), ((await house.Facility(line.Row.Id)).Loans[0].Accrued, house.Balance("601101")));
    }

    /// <summary>Ahead of the calendar, or of the book: refused, nothing moves.</summary>
    [Fact]
    public async Task Close_AheadOfTodayOrTheBook_IsRefused()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var loan = await house.Lent((await house.Line("ED-1", "1000.00")).Row.Id, "J-1", "1000.00");
        Assert.Equal("LEN-0801", (await house.Close(house.Today.AddDays(1)))!.Code);
        house.Forward(366 * 7);
        Assert.Equal("LEN-0802", (await house.Close())!.Code);
        Assert.Equal("2026-01-14", $"{(await house.Loan(loan)).Row.ClosedDay:yyyy-MM-dd}");
    }
}
