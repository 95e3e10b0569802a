using Xunit;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Securitization.Planned;
using Zhirong.Modules.Tests.Cashflow;
using Zhirong.Modules.Tests.Ledger;

namespace Zhirong.Modules.Tests.Planned;

public sealed class PlannedFlowsTests
{
    private const int FirstSeed = 4_020_000;

    private static readonly Chart Chart = ChartTests.Of("plan");

    private static string Text(string name) => name switch
    {
        "odd" => OddDeals.Shared("half_even"),
        "units" => OddDeals.Shared("half_up").Replace("money: {rounding: half_up}", "money: {rounding: half_up, unit_face: 100, unit_decimals: 4}", StringComparison.Ordinal),
        "crowd" => OddDeals.Crowd,
        _ when name.StartsWith("deal-", StringComparison.Ordinal) => PreparedDeal.Bench(name),
        _ => PreparedDeal.Case(name),
    };

    private static void True(PlanReplay replay, string what)
    {
        Assert.True(replay.Differences().Count == 0, $"{what}\n{string.Join('\n', replay.Differences())}");
        Assert.True(replay.BelowZero(Chart).Count == 0, $"{what}\n{string.Join('\n', replay.BelowZero(Chart))}");
        Assert.All(replay.Plan.Flows, f => Assert.True(f.Fen > 0 && f.Debit != f.Credit, f.Line));
        var opened = replay.Plan.Accounts.Select(a => a.Code).ToHashSet();
        Assert.All(replay.Plan.Accounts, a => Assert.NotNull(Chart.Find(a.Parent)));
        Assert.All(replay.Plan.Flows.SelectMany(f => (string[])[f.Debit, f.Credit]), code => Assert.True(opened.Contains(code) || Chart.Find(code) is not null, code));
    }

    [Theory]
    [InlineData("S01", "")]
    [InlineData("S01", "N02 1")]
    [InlineData("S01", "N01 1")]
    [InlineData("S05", "")]
    [InlineData("S05", "C08 5")]
    [InlineData("S05", "C01 3")]
    [InlineData("odd", "")]
    [InlineData("odd", "D1 2")]
    [InlineData("odd", "D2 1")]
    [InlineData("units", "D1 1")]
    [InlineData("crowd", "")]
    [InlineData("deal-11x36", "L09 7")]
    [InlineData("deal-11x36-other-order", "L09 7")]
    public void Of_AnyRun_LeavesEveryAccountWhereTheRunSays(string deal, string stops)
    {
        var words = stops.Split(' ');
        True(new(Text(deal), stops.Length == 0 ? null : PreparedDeal.Default(words[0], int.Parse(words[1]))), $"{deal} {stops}");
    }

    [Fact]
    public void Of_RandomScenarios_LeavesEveryAccountWhereTheRunSays()
    {
        (string Deal, string Obligor, int Count, int Periods)[] deals = [("S01", "N", 11, 1), ("S05", "C", 15, 12), ("odd", "D", 4, 6), ("units", "D", 4, 6)];
        for (var seed = FirstSeed; seed < FirstSeed + 40; seed++)
        {
            var random = new Random(seed);
            var (deal, letter, count, periods) = deals[seed % deals.Length];
            string Obligor(int n) => count < 10 ? $"{letter}{n}" : $"{letter}{n:00}";
            var defaults = Enumerable.Range(1, count).Where(_ => random.Next(3) == 0)
                .Select(n => $$"""{"obligor":"{{Obligor(n)}}","period":{{random.Next(1, periods + 1)}},"recovery":"0.{{random.Next(100):00}}","lag":{{random.Next(4)}}}""");
            var scenario = $$"""{"schema":"ipabs-scenario/v1","id":"random","defaults":[{{string.Join(',', defaults)}}],"prepayments":[{"obligor":"{{Obligor(1)}}","period":1,"share":"0.{{random.Next(100):00}}"}]}""";
            True(new(Text(deal), scenario), $"seed {seed}: {deal} {scenario}");
        }
    }

    [Theory]
    [InlineData("collected.interest")]
    [InlineData("A.interest")]
    [InlineData("A.principal")]
    [InlineData("drawn.topup")]
    [InlineData("topup.repay")]
    [InlineData("reserve.fund")]
    [InlineData("pool.defaulted")]
    [InlineData("collected.recovery")]
    [InlineData("SUB.residual")]
    [InlineData("closing.pool")]
    public void Differences_OneFenMoreOnOneFlow_IsSeen(string line)
    {
        var replay = new PlanReplay(Text("S05"), line == "SUB.residual" ? null : PreparedDeal.Default("C01", 3, set: "\"triggers.accel.when\": \"support.failed\""));
        Assert.Empty(replay.Differences());
        var at = replay.Plan.Flows.ToList().FindIndex(f => f.Line == line);
        Assert.True(at >= 0, $"no flow {line}");
        replay.Plan = replay.Plan with { Flows = [.. replay.Plan.Flows.Select((f, n) => n == at ? f with { Fen = f.Fen + 1 } : f)] };
        Assert.NotEmpty(replay.Differences());
    }

    [Fact]
    public void Of_WrittenDownNotes_GoesToTheHoldersLoss()
    {
        var replay = new PlanReplay(Text("odd"), PreparedDeal.Default("D1", 1));
        var written = replay.Run.Periods.Sum(p => PlanReplay.Fen(p.WrittenOff ?? "0"));
        Assert.True(written > 0);
        Assert.Equal(written, replay.Plan.Flows.Where(f => f.Credit == PlanAccounts.WrittenDown).Sum(f => f.Fen));
    }

    [Fact]
    public void Of_EveryFlow_FallsOnTheClosingOrThePaymentDateAndSaysWhetherItIsProvisional()
    {
        var replay = new PlanReplay(Text("S01").Replace("payment_dates: {list: [2027-01-20]}", "payment_dates: {list: [2027-01-20, 2028-07-20]}", StringComparison.Ordinal));
        Assert.All(replay.Plan.Flows.Where(f => f.Period == 0), f => Assert.Equal((replay.Definition.Dates.Closing, false), (f.Due, f.Provisional)));
        Assert.Contains(replay.Plan.Flows, f => f.Provisional);
        Assert.All(replay.Plan.Flows.Where(f => f.Period > 0), f =>
        {
            var period = replay.Run.Periods[f.Period - 1];
            Assert.Equal((period.PayDate, period.Provisional), ($"{f.Due:yyyy-MM-dd}", f.Provisional));
            Assert.StartsWith($"第 {f.Period} 期 ", f.Memo.Zh);
        });
    }

    [Fact]
    public void Of_ATranchesNameAndPlace_DecideItsAccounts()
    {
        var replay = new PlanReplay(Text("odd").Replace("zh: 优先B", "zh: 中间级", StringComparison.Ordinal));
        Assert.Equal(
            ["250201.A", "250201.C", "250202.B", "250203.SUB", "250203.SUC"],
            replay.Plan.Accounts.Select(a => a.Code).Where(c => c.StartsWith("2502", StringComparison.Ordinal)));
        Assert.Equal(new("优先A", "优先A"), replay.Plan.Accounts.First(a => a.Code == "250201.A").Name);
        Assert.Contains(replay.Plan.Accounts, a => a is { Code: "640301.vat", Parent: "640301" });
    }

    [Fact]
    public void Of_SupportWithoutAClaim_IsIncomeOfThePlan()
    {
        var replay = new PlanReplay(Text("odd"), PreparedDeal.Default("D1", 1));
        var drawn = replay.Plan.Flows.Where(f => f.Line == "drawn.surety").ToList();
        Assert.NotEmpty(drawn);
        Assert.All(drawn, f => Assert.Equal("630101.surety", f.Credit));
        Assert.All(replay.Plan.Flows.Where(f => f.Line == "drawn.bank"), f => Assert.Equal("200101.bank", f.Credit));
    }

    [Fact]
    public void Of_PoolBoughtBelowItsPrincipal_KeepsTheDifferenceApart()
    {
        var replay = new PlanReplay(Text("crowd"));
        var raised = replay.Definition.Size.Fen;
        Assert.True(replay.PoolOpening > raised);
        Assert.Equal(raised - replay.PoolOpening, replay.Balances()[0][PlanAccounts.PriceDifference]);
    }
}
