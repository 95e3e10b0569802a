using System.Globalization;
using System.Text;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>
/// A deal file and a scenario drawn from a seed: every amortisation, fee, support, order and event of <c>ipabs/v1</c> in odd
/// company. The same seed gives the same text, so that a failure can be run again and kept as a case of its own.
/// </summary>
internal sealed class RandomDeal
{
    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly RandomOrders orders;
    private DateOnly closing;
    private DateOnly cutoff;

    public RandomDeal(int seed)
    {
        random = new(seed);
        orders = new(random);
        var payments = Dates();
        var pool = Pool(payments);
        Notes(pool, payments);
        orders.Fees(text);
        orders.Supports(text, pool);
        orders.Write(text);
        Deal = text.ToString();
        Scenario = new RandomScenario(random, orders, Deal.Contains("软件", StringComparison.Ordinal) ? "industry:软件" : "pool").Write(obligors, payments.Count);
    }

    public string Deal { get; }

    public string Scenario { get; }

    private readonly List<string> obligors = [];

    private bool Chance(double share) => random.NextDouble() < share;

    private T One<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private decimal Yuan(int least, int most) => (random.Next(least, most) * 100m) + One(0m, 0m, random.Next(0, 10_000) / 100m);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private List<DateOnly> Dates()
    {
        closing = new DateOnly(2019, 1, 1).AddDays(random.Next(0, 2200));
        cutoff = closing.AddDays(-One(0, 0, 30, 100, random.Next(0, 200)));
        var (months, count) = (One(1, 3, 6, 12), random.Next(1, 9));
        var first = Chance(0.6) ? closing.AddMonths(months) : closing.AddDays(random.Next(5, 200));
        var dates = Enumerable.Range(0, count).Select(n => first.AddMonths(n * months)).ToList();
        var listed = Chance(0.4);
        if (listed && Chance(0.5))
        {
            dates = [.. dates.Select((d, n) => n == 0 ? d : d.AddDays(random.Next(-12, 12)))];
        }

        var legal = Chance(0.9) ? dates[^1].AddYears(1) : dates[^1];
        text.AppendLine("schema: ipabs/v1\nid: RANDOM\nstructure: pledge_loan");
        text.AppendLine(Chance(0.5) ? "market: SZSE" : "market: IB");
        text.AppendLine(CultureInfo.InvariantCulture, $"money: {{rounding: {One("half_up", "half_up", "half_up", "half_even", "down")}{(Chance(0.35) ? $", unit_face: 100, unit_decimals: {One(2, 3, 4, 6)}" : "")}}}");
        text.AppendLine(CultureInfo.InvariantCulture, $"dates: {{closing: {Iso(closing)}, cutoff: {Iso(cutoff)}, legal_maturity: {Iso(legal)}, payment_dates: {(listed
            ? $"[{string.Join(", ", dates.Select(Iso))}]"
            : $"{{every: {months}M, first: {Iso(first)}, last: {Iso(dates[^1])}}}")}}}");
        return dates;
    }

    private decimal Pool(List<DateOnly> payments)
    {
        text.AppendLine("pool:");
        var shared = Contract(payments, own: false);
        text.AppendLine(CultureInfo.InvariantCulture, $"  contract: {shared}");
        if (Chance(0.4))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  closing_collections: {One("pool", "originator", "originator")}");
        }

        text.AppendLine("  obligors:");
        var total = 0m;
        for (var n = random.Next(1, 7); n > 0; n--)
        {
            var principal = Yuan(100, 300_000);
            total += principal;
            obligors.Add($"N{n:00}");
            text.AppendLine(CultureInfo.InvariantCulture, $"    - {{id: N{n:00}, principal: {principal}, industry: {One("软件", "材料")}{(Chance(0.4) ? $", contract: {Contract(payments, own: shared.Contains("every", StringComparison.Ordinal) || shared.Contains("maturity: ", StringComparison.Ordinal))}" : "")}}}");
        }

        return total;
    }

    /// <param name="payments">The deal's dates.</param>
    /// <param name="own">The pool's contract has an interval or a maturity, which a schedule of payment dates would inherit.</param>
    private string Contract(List<DateOnly> payments, bool own)
    {
        var amort = One("bullet", "level", "level", "equal_principal", "interest_then_bullet", own ? "level" : "schedule", "discount");
        List<string> parts = [$"amort: {amort}", $"rate: {One("0", "0.0260", "0.052", "0.1", "0.123456789")}"];
        var everyMonths = One(0, 0, 1, 3, 6);
        var schedule = 0;
        if (amort is "level" or "equal_principal" or "interest_then_bullet" or "schedule" || Chance(0.3))
        {
            if (everyMonths > 0)
            {
                var span = ((payments[^1].Year - cutoff.Year) * 12) + payments[^1].Month - cutoff.Month;
                var periods = Math.Max(1, Math.Min(24, span / everyMonths) - One(0, 0, 1));
                parts.AddRange([$"every: {everyMonths}M", $"periods: {periods}"]);
                schedule = periods;
            }
            else
            {
                schedule = payments.Count;
            }
        }

        if (amort == "schedule")
        {
            parts.Add($"schedule: [{string.Join(", ", Hundred(Math.Max(1, schedule)))}]");
        }
        else if (Chance(0.25))
        {
            parts.Add($"maturity: {Iso(payments[random.Next(payments.Count)])}");
        }

        if (Chance(0.5))
        {
            parts.Add(One("period_rate: nominal/4", "period_rate: nominal/12", "period_rate: actual", "day_count: ACT/360", "day_count: ACT/ACT", "day_count: 30/360", "day_count: ACT/365F", "day_count: 30E/360"));
        }

        if (amort == "bullet")
        {
            parts.Add($"interest: {One("at_maturity", "each_period")}");
        }

        if (amort is "level" or "equal_principal" && everyMonths > 0 && Chance(0.3))
        {
            parts.Add("timing: advance");
        }

        return "{" + string.Join(", ", parts) + "}";
    }

    /// <summary>Parts with two decimals that add up to exactly 100.</summary>
    private List<decimal> Hundred(int count)
    {
        var cuts = Enumerable.Range(0, count - 1).Select(_ => random.Next(0, 10_001)).Order().Append(10_000).ToList();
        return [.. cuts.Select((cut, n) => (cut - (n == 0 ? 0 : cuts[n - 1])) / 100m)];
    }

    private void Notes(decimal pool, List<DateOnly> payments)
    {
        var count = random.Next(1, 5);
        var left = decimal.Round(pool * One(0.7m, 0.95m, 1m, 1m, 1.05m), Chance(0.3) ? -0 : 2);
        left = Chance(0.5) ? decimal.Truncate(left / 100) * 100 : left;
        var size = left;
        var lines = new StringBuilder();
        for (var n = 0; n < count; n++)
        {
            var last = n == count - 1;
            var id = last && (count > 1 || Chance(0.2)) ? "SUB" : ((char)('A' + n)).ToString();
            var own = last ? left : decimal.Truncate(left * random.Next(30, 95) / 10_000m) * 100;
            left -= own;
            orders.Tranches.Add(id);
            lines.AppendLine(CultureInfo.InvariantCulture, $"  - {{id: {id}, size: {own}{(id == "SUB" ? ", residual: true" : Note(own, payments))}}}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"size: {size}\ntranches:");
        text.Append(lines);
    }

    private string Note(decimal size, List<DateOnly> payments)
    {
        var note = $", coupon: {One("0", "0.022", "0.0420", "0.08", "0.0333333")}, day_count: {One("ACT/365F", "ACT/365F", "ACT/360", "ACT/ACT", "30/360", "ACT/364", "30E/360")}";
        var balances = Enumerable.Range(0, payments.Count).Select(_ => decimal.Round(size * random.Next(0, 101) / 100, 2)).OrderDescending().ToList();
        note += One("bullet", "unit", "target", "pass", "pass") switch
        {
            "unit" => $", amort: unit_schedule, unit_principal: [{string.Join(", ", Hundred(payments.Count))}]",
            "target" => $", amort: target_balance, target_balance: [{string.Join(", ", balances)}]",
            "pass" => ", amort: pass_through",
            _ => ", amort: bullet",
        };
        orders.Targets.Add(note.Contains("target_balance", StringComparison.Ordinal));
        return Chance(0.2) ? note + $", expected_maturity: {Iso(payments[random.Next(payments.Count)])}" : note;
    }
}
