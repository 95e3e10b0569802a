using System.Globalization;
using System.Text.Json;
using Xunit;
using Zhirong.Engine.Tests.Waterfall.Reference;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>What must hold on every deal whatsoever (securitization reference, 8.3), on deals drawn from seeds.</summary>
public sealed class PropertyTests
{
    private const int FirstSeed = 8_030_000;

    private static int Count { get; } = Repo.Long ? 5_000 : 250;

    [Fact]
    public void Run_AnyDeal_KeepsEveryFen() => ForEach((random, prepared, run) =>
    {
        var carried = 0m;
        foreach (var period in run.GetProperty("periods").EnumerateArray())
        {
            var reserves = prepared.Definition!.Supports.Where(s => s.Kind == SupportKind.CashReserve).Select(s => $"{s.Id}.release").ToHashSet();
            var paid = Amounts(period, "paid").Where(p => !reserves.Contains(p.Key)).Sum(p => p.Value);
            var released = Amounts(period, "paid").Where(p => reserves.Contains(p.Key)).Sum(p => p.Value);
            var kept = period.Yuan("carriedCash");
            Assert.Equal(0m, carried + Sum(period, "collected") + Sum(period, "drawn") + released - paid - kept);
            Assert.Equal(0m, period.Yuan("check"));
            carried = kept;
        }
    });

    [Fact]
    public void Run_AnyDeal_HasNoNegativeAmountAndNoRisingNote() => ForEach((random, prepared, run) =>
    {
        var before = prepared.Definition!.Tranches.ToDictionary(t => t.Id, t => t.Size.Yuan);
        foreach (var period in run.GetProperty("periods").EnumerateArray())
        {
            string[] sections = ["collected", "drawn", "paid", "unpaid", "balances"];
            Assert.All(sections.SelectMany(s => Amounts(period, s)), a => Assert.True(a.Value >= 0, $"{a.Key} {a.Value}"));
            Assert.True(period.Yuan("carriedCash") >= 0);
            foreach (var id in before.Keys.ToList())
            {
                var balance = period.Yuan("balances", id);
                Assert.True(balance <= before[id], $"{id} rises to {balance}");
                Assert.True(period.YuanOrZero("paid", $"{id}.principal") <= before[id] - balance, $"{id} is paid above its balance");
                before[id] = balance;
            }
        }
    });

    [Fact]
    public void Run_AnyDeal_PaysNothingAboveDueOrCapAndNothingJuniorBeforeASeniorDue() => ForEach((random, prepared, _) =>
    {
        using var run = new ExactMachine(prepared.Deal!).Run(prepared.Scenario!);
        for (var k = 1; k <= prepared.Deal!.PeriodCount; k++)
        {
            var lines = run.Deal.Lines.Select(line => LineReason.Of(run, k, line)).Where(r => r.Ok).SelectMany(r => r.Value).OrderBy(r => r.Position).ToList();
            Assert.All(lines, l => Assert.True(l.Paid <= l.Due && (l.Cap is not { } cap || l.Paid <= cap), $"{l.Line} {l.Paid} of {l.Due}, cap {l.Cap}"));
            if (prepared.Definition!.Accounts.Count == 0)
            {
                InOrder(lines);
            }
        }
    });

    [Fact]
    public void Run_AnyDealTwice_GivesTheSameBytes() => ForEach((random, prepared, _) =>
    {
        var machine = new ExactMachine(prepared.Deal!);
        using var first = machine.Run(prepared.Scenario!);
        using (machine.Run(ResolvedScenario.Base))
        {
        }

        using var again = machine.Run(prepared.Scenario!);
        Assert.Equal(Deals.Json(first), Deals.Json(again));
        Assert.Equal(Deals.RunText(random.Deal, random.Scenario), Deals.RunText(random.Deal, random.Scenario));
    });

    [Fact]
    public void Run_ObligorsInAnotherOrder_GivesTheSameBytes() => ForEach((random, prepared, _) =>
    {
        var lines = random.Deal.Split('\n').ToList();
        var first = lines.FindIndex(l => l.Contains("id: N", StringComparison.Ordinal));
        var count = lines.Count(l => l.Contains("id: N", StringComparison.Ordinal));
        lines.Reverse(first, count);
        var turned = Deals.Prepare(string.Join('\n', lines), random.Scenario);

        using var one = new ExactMachine(prepared.Deal!).Run(prepared.Scenario!);
        using var other = new ExactMachine(turned.Deal!).Run(turned.Scenario!);
        Assert.Equal(Deals.Json(one), Deals.Json(other));
    });

    [Fact]
    public void Run_OneMoreDefaultWithoutSupport_NeverBringsTheSeniorsPrincipalForward()
    {
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var random = new Random(seed);
            var deal = Unsupported(random);
            var defaults = new List<string>();
            var best = Enumerable.Repeat(decimal.MaxValue, 6).ToList();
            for (var n = 0; n < 5; n++)
            {
                var run = Deals.Run(deal, $$"""{"schema":"ipabs-scenario/v1","defaults":[{{string.Join(',', defaults)}}]}""");
                var paid = 0m;
                var cumulative = run.GetProperty("periods").EnumerateArray().Select(p => paid += p.Yuan("paid", "A.principal")).ToList();
                Assert.True(cumulative.Zip(best).All(p => p.First <= p.Second), $"seed {seed}: {string.Join(' ', defaults)}\n{deal}");
                best = cumulative;
                defaults.Add($$"""{"obligor":"N{{n}}","period":{{random.Next(1, 7)}}}""");
            }
        }
    }

    private static string Unsupported(Random random)
    {
        string Of(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];
        var obligors = Enumerable.Range(0, 6).Select(n => $"\n    - {{id: N{n}, principal: {random.Next(1_000_000, 50_000_000) / 100m}}}");
        return $$"""
            schema: ipabs/v1
            id: PLAIN
            market: SZSE
            structure: micro_loan
            dates: {closing: 2024-01-15, legal_maturity: 2027-01-15, payment_dates: {every: 3M, first: 2024-04-15, last: 2025-07-15} }
            size: 1000000.00
            pool:
              contract: {amort: {{Of("level", "equal_principal", "bullet", "interest_then_bullet")}}, rate: 0.06}
              obligors:{{string.Concat(obligors)}}
            tranches:
              - {id: A, size: 800000.00, coupon: 0.03, amort: {{Of("bullet", "pass_through", "unit_schedule, unit_principal: [10, 10, 20, 20, 20, 20]")}} }
              - {id: SUB, size: 200000.00, residual: true}
            fees:
              - {id: vat, kind: tax, vat: 0.03, surcharge: 0.12}
              - {id: mgmt, kind: rate, rate: 0.002, basis: {{Of("size", "A.balance", "pool.balance")}} }
              - {id: paying, kind: payout_rate, rate: 0.00005}
            waterfalls:
              normal:
                - {do: pay_tax, what: [vat]}
                - {do: pay_fee, what: [mgmt, paying]}
                - {do: pay_interest, what: [A]}
                - {do: pay_principal, what: [A], amount: scheduled}
                - {do: pay_principal, what: [SUB], amount: all, when: "A.balance == 0"}
                - {do: pay_residual, what: [SUB], when: "A.balance == 0"}
            """;
    }

    /// <summary>Behind a line that its cash could not pay, no line of a later step takes cash, until a reserve is released.</summary>
    private static void InOrder(List<LineReason> lines)
    {
        var shortOf = default(LineReason);
        foreach (var line in lines)
        {
            var released = line.Line.EndsWith(".release", StringComparison.Ordinal);
            var fromCash = line.Paid - line.FromSupport;
            if (shortOf is not null && !released && line.Rule != shortOf.Rule)
            {
                Assert.True(fromCash.Fen == 0, $"{line.Line} takes {fromCash} behind {shortOf.Line}, which is short of {shortOf.Shortage}");
            }

            // A line stopped by its cap is not short of cash; on units it may even stop a little below the cap.
            var capped = line.Cap is { } cap && cap < line.Owed;
            shortOf = released && fromCash.Fen > 0 ? null : !line.Skipped && !capped && line.Paid < line.Owed ? line : shortOf;
        }
    }

    private static Dictionary<string, decimal> Amounts(JsonElement period, string section) =>
        period.GetProperty(section).EnumerateObject().ToDictionary(p => p.Name, p => decimal.Parse(p.Value.GetString()!, CultureInfo.InvariantCulture));

    private static decimal Sum(JsonElement period, string section) => Amounts(period, section).Values.Sum();

    private static void ForEach(Action<RandomDeal, DealPreparation, JsonElement> check)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var random = new RandomDeal(seed);
            try
            {
                check(random, Deals.Prepare(random.Deal, random.Scenario), Deals.Run(random.Deal, random.Scenario));
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"seed {seed}: {problem.Message}\n{random.Deal}\n{random.Scenario}", problem);
            }
        }
    }
}
