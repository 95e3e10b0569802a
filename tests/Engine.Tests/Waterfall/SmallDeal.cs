namespace Zhirong.Engine.Tests.Waterfall;

/// <summary>
/// A deal small enough to compute by hand: one debtor pays <see cref="Cash"/> on each yearly date without interest, so that a
/// test names only what it is about.
/// </summary>
internal sealed record SmallDeal
{
    /// <summary>Principal collected on each date, in yuan.</summary>
    public IReadOnlyList<decimal> Cash { get; init; } = [100m];

    public string Money { get; init; } = "{rounding: half_up}";

    public string Tranches { get; init; } = "{id: A, size: 100.00}";

    public string Accounts { get; init; } = "";

    public string Fees { get; init; } = "";

    public string Support { get; init; } = "";

    public string Triggers { get; init; } = "";

    public required string Normal { get; init; }

    public string Accelerated { get; init; } = "";

    public static implicit operator string(SmallDeal deal) => deal.ToString();

    public override string ToString()
    {
        var dates = string.Join(", ", Cash.Select((_, n) => $"{2026 + n}-01-01"));
        var debtors = string.Concat(Cash.Select((amount, n) => $"\n    - {{id: D{n + 1}, principal: {amount}, contract: {{maturity: {2026 + n}-01-01}}}}"));
        return $$"""
            schema: ipabs/v1
            id: SMALL
            market: SZSE
            structure: pledge_loan
            money: {{Money}}
            dates: {closing: 2025-01-01, legal_maturity: 2040-01-01, payment_dates: [{{dates}}]}
            size: 1000.00
            pool:
              contract: {amort: bullet, rate: 0}
              obligors:{{debtors}}
            tranches:{{Lines(Tranches)}}
            accounts:{{Lines(Accounts)}}
            fees:{{Lines(Fees)}}
            support:{{Lines(Support)}}
            triggers:{{Lines(Triggers)}}
            waterfalls:
              normal:{{Lines(Normal)}}
              accelerated:{{Lines(Accelerated.Length == 0 ? Normal : Accelerated)}}
            """;
    }

    private static string Lines(string text) => text.Length == 0 ? " []" : string.Concat(
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => $"\n    - {line}"));
}
