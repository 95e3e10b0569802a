using System.Globalization;
using System.Text;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>Fees, supports, triggers and orders of a random deal.</summary>
internal sealed class RandomOrders(Random random)
{
    private readonly List<(string Id, bool Tax)> fees = [];
    private readonly List<(string Id, string Kind)> supports = [];
    private bool twoAccounts;

    public List<string> Tranches { get; } = [];

    /// <summary>Whether each tranche but the residual has target balances.</summary>
    public List<bool> Targets { get; } = [];

    public bool HasTopup => supports.Exists(s => s.Kind != "cash_reserve");

    public string? Provider => supports.Where(s => s.Kind != "cash_reserve").Select(s => s.Id).FirstOrDefault();

    public bool Triggers { get; private set; }

    private bool Chance(double share) => random.NextDouble() < share;

    private T One<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    public void Fees(StringBuilder text)
    {
        twoAccounts = Chance(0.2);
        if (twoAccounts)
        {
            text.AppendLine("accounts:\n  - {id: income, receives: [interest]}\n  - {id: capital, receives: [principal, recovery]}");
        }

        text.AppendLine("fees:");
        var count = random.Next(1, 6);
        for (var n = 0; n < count; n++)
        {
            var kind = n == 0 ? "tax" : One("rate", "rate", "fixed", "payout_rate", "tax");
            fees.Add(($"f{n}", kind == "tax"));
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{id: f{n}, kind: {kind}{Body(kind)}{Extra(kind)}}}");
        }
    }

    private string Body(string kind) => kind switch
    {
        "tax" => $", vat: {One("0.03", "0.06", "0")}, surcharge: {One("0.12", "0")}{One("", ", basis: interest_collected", ", basis: [interest_collected, discount_collected]")}",
        "rate" => $", rate: {One("0.0001", "0.001", "0.03")}, basis: {One("size", "pool.balance", $"{Tranches[0]}.balance", $"[{string.Join(", ", Tranches.Select(t => $"{t}.balance"))}]", "interest_collected", "recovery_collected", "principal_collected")}",
        "fixed" => $", amount: {random.Next(0, 5_000_000) / 100m}",
        _ => $", rate: {One("0.00005", "0.01")}{One("", "", ", on: paid", ", on: planned")}{(Chance(0.3) ? $", basis: [{string.Join(", ", Tranches.Where(_ => Chance(0.7)).DefaultIfEmpty(Tranches[0]))}]" : "")}",
    };

    private string Extra(string kind)
    {
        var extra = kind != "tax" && Chance(0.2) ? $", vat: 0.06{One("", ", surcharge: 0.12")}" : "";
        extra += Chance(0.2) ? $", cap: {One("{amount: 1000.00}", "{rate: 0.0005}", "{amount: 20000.00, rate: 0.01}", "2500.5")}" : "";
        return Chance(0.25) ? extra + ", fee_arrears: false" : extra;
    }

    public void Supports(StringBuilder text, decimal pool)
    {
        var chosen = new List<string>();
        string[] kinds = ["cash_reserve", "top_up", "guarantee", "liquidity"];
        chosen.AddRange(kinds.Where(_ => Chance(0.45)));
        if (Chance(0.1))
        {
            chosen.Add("cash_reserve");
        }

        text.AppendLine(chosen.Count == 0 ? "support: []" : "support:");
        foreach (var kind in chosen.OrderBy(_ => random.Next()))
        {
            var id = $"s{supports.Count}";
            supports.Add((id, kind));
            var body = kind == "cash_reserve"
                ? $"initial: {decimal.Round(pool * One(0m, 0.01m, 0.05m), 2)}, target: {decimal.Round(pool * One(0.01m, 0.03m), 2)}"
                : $"limit: {One("unlimited", "0", decimal.Round(pool * 0.002m, 2).ToString(CultureInfo.InvariantCulture), decimal.Round(pool * 0.05m, 2).ToString(CultureInfo.InvariantCulture))}{One("", "", ", claim: none")}";
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{id: {id}, kind: {kind}, order: {random.Next(0, 4)}, {body}, covers: [{string.Join(", ", Covered())}]{One("", "", ", draw_in: [normal, accelerated]", ", draw_in: [accelerated, post_default]")}}}");
        }
    }

    private List<string> Covered()
    {
        List<string> lines = ["tax", "fees", .. fees.Select(f => f.Id), .. Tranches.SelectMany(t => (string[])[$"{t}.interest", $"{t}.principal"])];
        var share = One(0.3, 0.8);
        return One(0, 0, 1) == 0
            ? [.. lines.Where(_ => Chance(share)).DefaultIfEmpty($"{Tranches[0]}.interest")]
            : ["tax", "fees", $"{Tranches[0]}.interest", $"{Tranches[0]}.principal"];
    }

    public void Write(StringBuilder text)
    {
        text.AppendLine("triggers:");
        Triggers = true;
        text.AppendLine(CultureInfo.InvariantCulture, $"  - {{id: accel, when: \"{Condition()}\", then: accelerated}}");
        text.AppendLine("  - {id: watch, when: \"servicer.rating < AA or servicer.insolvent\", then: notify_obligors}");
        if (Chance(0.4))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {{id: eod, when: \"{Tranches[0]}.interest_unpaid > 0 and {Condition()}\", then: {One("post_default", "termination")}}}");
        }

        text.AppendLine("waterfalls:");
        Order(text, "normal", accelerated: false);
        Order(text, "accelerated", accelerated: true);
        if (Chance(0.3))
        {
            Order(text, One("post_default", "termination"), accelerated: true);
        }
    }

    private string Condition() => One(
        "pool.cum_default_ratio > 0.08 or support.failed",
        $"pool.cum_default_ratio >= {One("0.05", "0.2", "0.5")}",
        "support.failed",
        "false",
        $"{Tranches[0]}.principal_unpaid > 0 and pool.count < 5",
        "date >= expected_maturity or pool.balance / size < 0.4",
        "servicer.insolvent or pool.cum_default_ratio > 0.3",
        $"max({Tranches[0]}.balance, {Tranches[^1]}.balance) < min(size / 2, pool.balance + 1000)",
        "date > closing + 200 and not (pool.count > 2)");

    private void Order(StringBuilder text, string mode, bool accelerated)
    {
        var steps = new List<string>();
        if (accelerated)
        {
            steps.AddRange(Reserves("release_reserve").Where(_ => Chance(0.5)));
        }

        steps.Add(Step("pay_tax", [.. fees.Where(f => f.Tax).Select(f => f.Id)], Shared()));
        var others = fees.Where(f => !f.Tax).Select(f => f.Id).ToList();
        var early = others.Where(_ => Chance(0.6)).ToList();
        steps.Add(Step("pay_fee", early, Shared() + (Chance(0.2) ? ", cap: {amount: 800.00}" : "")));
        Notes(steps, accelerated);
        steps.Insert(random.Next(2, steps.Count + 1), Step("pay_fee", [.. others.Where(f => !early.Contains(f) || Chance(0.4))], Shared()));
        if (Chance(0.85))
        {
            steps.Insert(Chance(0.75) ? steps.Count : random.Next(2, steps.Count), Step(One("pay_support_claim", "repay_liquidity"), [.. supports.Where(s => s.Kind != "cash_reserve").Select(s => s.Id)], Shared()));
        }

        steps.AddRange(Reserves("fund_reserve"));
        steps.AddRange(Reserves("release_reserve", $", when: \"{Tranches[0]}.balance == 0\""));
        if (Chance(0.1))
        {
            steps.Insert(random.Next(2, steps.Count), Step("write_off", [.. new[] { Tranches[^1], Tranches[0] }.Distinct()], Shared()));
        }

        Residual(steps);
        if (Chance(0.1))
        {
            steps.Insert(random.Next(2, steps.Count), $"{{do: trap_cash, when: \"{Condition()}\"}}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"  {mode}:");
        steps.Where(s => s.Length > 0).ToList().ForEach(s => text.AppendLine(CultureInfo.InvariantCulture, $"    - {s}"));
    }

    private List<string> Reserves(string word, string more = "") =>
        supports.Where(s => s.Kind == "cash_reserve").Select(s => $"{{do: {word}, what: [{s.Id}]{more}{From()}}}").ToList();

    private string Shared() => Chance(0.3) ? ", pari_passu: true" : "";

    private string From() => twoAccounts ? One("", ", from_account: income", ", from_account: capital") : "";

    private string Step(string word, List<string> what, string more = "") =>
        what.Count == 0 ? "" : $"{{do: {word}, what: [{string.Join(", ", what)}]{more}{From()}}}";

    private void Notes(List<string> steps, bool accelerated)
    {
        var seniors = Tranches.Where(t => t != "SUB").ToList();
        var together = seniors.Count > 1 && Chance(0.4);
        var interestFirst = Chance(0.4);
        if (together || interestFirst)
        {
            steps.Add(Step("pay_interest", seniors, together ? ", pari_passu: true" : ""));
        }

        if (together)
        {
            var targets = Targets.Count > 0 && Targets.TrueForAll(t => t);
            steps.Add(Step("pay_principal", seniors, $", amount: {Amount(accelerated, targets)}, pari_passu: true"));
        }
        else
        {
            for (var n = 0; n < seniors.Count; n++)
            {
                steps.Add(interestFirst ? "" : Step("pay_interest", [seniors[n]], Chance(0.1) ? ", cap: {rate: 0.01}" : ""));
                steps.Add(Step("pay_principal", [seniors[n]], $", amount: {Amount(accelerated, Targets[n])}{(Chance(0.1) ? ", cap: {amount: 9000.00}" : "")}{(n > 0 && Chance(0.3) ? $", when: \"{seniors[0]}.balance == 0\"" : "")}"));
            }
        }

        if (Chance(0.15) && seniors.Count > 0)
        {
            steps.Add(Step("pay_principal", [seniors[0]], ", amount: all"));
        }

        if (twoAccounts && Chance(0.7))
        {
            steps.Insert(random.Next(1, steps.Count + 1), $"{{do: transfer, from_account: income, to_account: capital{One("", ", cap: {amount: 5000.00}")}}}");
        }
    }

    private string Amount(bool accelerated, bool target) => accelerated && Chance(0.85) ? "all" : One("scheduled", "scheduled", "pass_through", "all", target ? "target" : "scheduled");

    private void Residual(List<string> steps)
    {
        if (!Tranches.Contains("SUB"))
        {
            return;
        }

        var when = Tranches.Count > 1 && Chance(0.8) ? $", when: \"{Tranches[0]}.balance == 0\"" : "";
        steps.Add(Step("pay_principal", ["SUB"], $", amount: {One("all", "all", "scheduled")}{when}"));
        steps.Add(Step("pay_residual", ["SUB"], when));
    }
}
