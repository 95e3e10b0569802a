using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Batch;
using Zhirong.Engine.Credit.Schedules;
using Zhirong.Engine.Tests.Basics;

namespace Zhirong.Engine.Tests.Credit;

/// <summary>The batch against the exact engine, loan by loan.</summary>
public sealed class LevelLoanBatchTests
{
    /// <summary>Interest to the fen and the cost within 1e-9, for sizes, rates and days of every kind.</summary>
    [Theory]
    [InlineData(36, 360, 0.015, 0.5)]
    [InlineData(13, 365, 0, 0)]
    [InlineData(240, 360, 0.02, 0)]
    public void Run_AgainstTheExactEngine_GivesTheSameInterest(int count, int yearDays, double fee, double subsidy)
    {
        const int Seed = 77;
        var random = new Random(Seed);
        var batch = new LevelLoanBatch(new() { Count = count, YearDays = yearDays, UpfrontFee = fee, SubsidyShare = subsidy });
        LevelLoan[] loans = [.. Enumerable.Range(0, 101).Select(i => new LevelLoan(
            random.NextInt64(1, (long)Math.Pow(10, random.Next(3, 14))), i % 10 == 0 ? random.Next(1, 50) : random.Next(1, 360_000), Dates.D("2019-12-01").DayNumber + random.Next(1500)))];
        Assert.All(loans, l => Assert.True(batch.Holds(l)));
        var costs = new LevelLoanCost[loans.Length];

        batch.Run(loans, costs);

        for (var i = 0; i < loans.Length; i++)
        {
            var exact = Exact(loans[i], count, yearDays);
            Assert.True(exact.Interest.Fen == costs[i].InterestFen, $"seed {Seed}, {loans[i]}: {exact.Interest} and {costs[i].InterestFen}");
            if (loans[i].PrincipalFen > 1_000_000_000 && Cost(exact, fee, subsidy) is { Status: XirrStatus.One } one)
            {
                Assert.True(Math.Abs(one.Root - costs[i].EstimatedCost) < 1e-8, $"seed {Seed}, {loans[i]}: {one.Root} and {costs[i].EstimatedCost}");
            }
        }
    }

    [Theory]
    [InlineData(0, 30_000, false)]
    [InlineData(1, 30_000, true)]
    [InlineData(1L << 46, 30_000, false)]
    [InlineData(100, 0, false)]
    [InlineData(100, 1_000_001, false)]
    public void Holds_AtTheBounds_Tells(long fen, int rate, bool held) =>
        Assert.Equal(held, new LevelLoanBatch(new() { Count = 36 }).Holds(new(fen, rate, Dates.D("2025-01-31").DayNumber)));

    private static LoanSchedule Exact(LevelLoan loan, int count, int yearDays) => Loans.Schedule(
        $$"""{"principal":"{{Money.OfFen(loan.PrincipalFen)}}","annualRate":"{{loan.RateMillionths / 1_000_000m}}","disbursedOn":"{{DateOnly.FromDayNumber(loan.DisbursedOn):yyyy-MM-dd}}","count":{{count}},"method":"equalInstalment","dayCount":"{{(yearDays == 360 ? "ACT/360" : "ACT/365F")}}"}""");

    private static XirrOutcome Cost(LoanSchedule schedule, double fee, double subsidy)
    {
        var principal = schedule.Loan.Terms.Principal;
        List<DatedAmount> flows = [.. schedule.Flows, new(schedule.Loan.Terms.DisbursedOn, Money.OfFen(-(long)(principal.Fen * fee)))];
        foreach (var year in schedule.Instalments.Chunk(12).Where(c => c.Length == 12))
        {
            flows.Add(new(year[^1].DueOn, Money.OfFen((long)(year.Sum(i => i.Interest.Fen) * subsidy))));
        }

        return Xirr.Solve(flows);
    }
}
