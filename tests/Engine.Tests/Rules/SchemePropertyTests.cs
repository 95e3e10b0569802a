using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;
using static Zhirong.Engine.Tests.Rules.Schemes;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>What holds of any loss and any aid; each failure prints its seed.</summary>
public sealed class SchemePropertyTests
{
    private const string Head = "schema: zhirong/share-rule/v1\nid: r\nversion: \"1\"\njurisdiction: CN\nsource: test\ndated: 2026-01-01\nloss: {of: principal_and_interest}\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Loss_OfAnyRule_IsConservedAndItsRecoveryIsConsistent(int seed)
    {
        var luck = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var (rule, text) = AnyRule(luck);
            var (principal, interest, recovered) = (luck.NextInt64(1, 1L << luck.Next(1, 40)), luck.NextInt64(0, 100_000), luck.NextInt64(0, 1L << luck.Next(1, 40)));
            var facts = $"loan.balance: {Money.FenText(principal)}\nfund.balance: {Money.FenText(luck.NextInt64(0, principal + 1))}\nused: {{}}\n";
            var gross = Loss(rule, $"{facts}loss.principal: {Money.FenText(principal)}\nloss.interest: {Money.FenText(interest)}\nrecovery.gross: {Money.FenText(recovered)}\nrecovery.costs: 0");
            var says = $"seed {seed}, case {i}, loss {principal} + {interest}, recovery {recovered}\n{text}";
            Assert.True(gross.State == ShareState.Shared, says);
            Assert.True(gross.Parties.Sum(p => p.TotalFen) == principal + interest, says);
            Assert.True(gross.Parties.All(p => p.SharedFen >= 0 && p.OutsideFen >= 0), says);
            Assert.True(gross.Parties.Sum(p => p.ReturnedFen) + gross.SurplusFen == recovered, says);
            Assert.True(gross.Parties.All(p => p.FinalFen >= 0), says);
            if (gross.Parties.Any(p => p.LimitedBy is not null))
            {
                continue;
            }

            // Returning a recovery leaves exactly the direct split of the loss that remains.
            var rest = principal + interest - Math.Min(recovered, principal + interest);
            var direct = Loss(rule, $"{facts}loss.principal: {Money.FenText(rest)}\nloss.interest: 0");
            if (direct.Parties.All(p => p.LimitedBy is null) && rule.TiersBy != ShareRule.LossBase)
            {
                Assert.True(Parts(direct, p => p.TotalFen) == Parts(gross, p => p.FinalFen), says);
            }
        }
    }

    [Theory]
    [InlineData(4)]
    public void Loss_WithPartiesInAnotherOrder_IsTheSame(int seed)
    {
        var luck = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var shares = AnyShares(luck, ["a", "b", "c", "d"]);
            string Of(params string[] parties) => Head + Parties(parties) + "\nresidual: a\ntiers: {by: loss.base, rows: [" + Row("t", "", shares) + "]}\n";
            var fen = luck.NextInt64(1, 1L << luck.Next(1, 20));
            var facts = $"loss.principal: {Money.FenText(fen)}\nloss.interest: 0";
            var one = Loss(ShareOf(Of("a", "b", "c", "d")), facts).Parties.ToDictionary(p => p.Party.Id, p => p.TotalFen);
            var two = Loss(ShareOf(Of("d", "c", "a", "b")), facts).Parties.ToDictionary(p => p.Party.Id, p => p.TotalFen);
            Assert.True(one.All(p => two[p.Key] == p.Value), $"seed {seed}, case {i}, {fen} fen, {shares}");
        }
    }

    [Theory]
    [InlineData(5)]
    public void Pool_OfAnyApprovals_IsSpentToTheFenAndNobodyGetsMore(int seed)
    {
        var luck = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var approved = Enumerable.Range(0, luck.Next(1, 12)).Select(_ => luck.NextInt64(0, 1L << luck.Next(1, 50))).ToArray();
            var pool = luck.NextInt64(0, 1L << luck.Next(1, 52));
            var parts = PoolScaling.Scale(pool, approved);
            var says = $"seed {seed}, case {i}, pool {pool}, [{string.Join(", ", approved)}]";
            Assert.True(parts.Sum() == Math.Min(pool, approved.Sum()), says);
            Assert.True(parts.Zip(approved).All(p => p.First >= 0 && p.First <= p.Second), says);
        }
    }

    /// <summary>Whatever the order of use, a cap over time never gives more than its limit.</summary>
    [Theory]
    [InlineData(6)]
    public void Cap_UsedStepByStep_NeverGivesMoreThanItsLimit(int seed)
    {
        var luck = new Random(seed);
        var rule = Subsidy("xuchang-aid");
        for (var i = 0; i < 50; i++)
        {
            var used = 0L;
            for (var step = 0; step < 6; step++)
            {
                var made = Aid(rule, $"paid.valuation_fee: {Money.FenText(luck.NextInt64(0, 12_000_000))}\npaid.premium: 0\nused: {{valuation_year: {Money.FenText(used)}}}");
                used += made.CapUses.Single(u => u.Key == "valuation_year").Value;
                Assert.True(used <= 10_000_000, $"seed {seed}, case {i}, {used} fen");
            }
        }
    }

    private static (ShareRule Rule, string Text) AnyRule(Random luck)
    {
        string[] parties = ["bank", "fund", "insurer", "guarantor"];
        var text = Head + Parties(parties) + "\nresidual: bank\n";
        string Any(string id, string bounds) => Row(id, bounds, AnyShares(luck, parties));
        text += luck.Next(4) switch
        {
            0 => "tiers: {mode: whole, rows: [" + Any("t1", "up_to: 1000, ") + ", " + Any("t2", "") + "]}\n",
            1 => "tiers: {mode: marginal, rows: [" + Any("t1", "up_to: 1000, ") + ", " + Any("t2", "up_to: 50000, ") + ", " + Any("t3", "") + "]}\n",
            2 => "layers: [" + Any("l1", "from: 0, to: 777.77, ") + ", " + Any("l2", "from: 777.77, ") + "]\n",
            _ => "tiers: {rows: [{id: t1, chain: [{party: insurer, share: " + Part(luck) + "}, {party: fund, share: " + Part(luck) + "}]}]}\n",
        };
        if (luck.Next(3) == 0)
        {
            text += "limits: [{id: most, party: fund, scope: fund_balance}]\n";
        }

        return (ShareOf(text), text);
    }

    private static string Parties(string[] parties) => "parties: [" + string.Join(", ", parties.Select(p => "{id: " + p + "}")) + "]";

    private static string Row(string id, string bounds, string shares) => "{id: " + id + ", " + bounds + "shares: " + shares + "}";

    private static string Part(Random luck) => "0." + luck.Next(1, 99).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Shares with up to four decimals that sum to one.</summary>
    private static string AnyShares(Random luck, string[] parties)
    {
        var (left, shares) = (10_000, new List<string>());
        for (var i = 0; i < parties.Length; i++)
        {
            var share = i == parties.Length - 1 ? left : luck.Next(0, left + 1);
            left -= share;
            shares.Add($"{parties[i]}: {(share / 10_000m).ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        }

        return "{" + string.Join(", ", shares) + "}";
    }
}
