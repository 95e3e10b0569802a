namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>What happens to a random deal: defaults, prepayments, rates, facts.</summary>
internal sealed class RandomScenario(Random random, RandomOrders orders, string industry)
{
    private bool Chance(double share) => random.NextDouble() < share;

    private T One<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    public string Write(IReadOnlyList<string> obligors, int periods)
    {
        var defaults = obligors.Where(_ => Chance(0.25)).Select(o =>
            $$"""{"obligor":"{{o}}","period":{{random.Next(1, periods + 1)}},"recovery":"{{One("0", "0.3", "0.333333", "1")}}","lag":{{random.Next(0, 5)}}}""");
        var prepayments = obligors.Where(_ => Chance(0.2)).Select(o =>
            $$"""{"obligor":"{{o}}","period":{{random.Next(1, periods + 1)}},"share":"{{One("1", "0.5", "0.123")}}"}""");
        var assumptions = Enumerable.Range(0, One(0, 0, 1, 2)).Select(_ =>
            $$"""{"scope":"{{One("pool", industry, $"obligor:{obligors[0]}")}}","cdr":[{{One("", "\"0.02\"", "\"0.3\",\"0\"")}}],"cpr":[{{One("", "\"0.05\"", "\"0\",\"0.6\"")}}],"recovery":"{{One("0", "0.4")}}","lag":{{random.Next(0, 3)}}}""");
        var facts = Chance(0.3) ? $$""" "servicer.rating":"{{One("AAA", "A+")}}","servicer.insolvent":{{One("true", "false")}} """ : "";
        var set = orders.Provider is { } provider && Chance(0.2) ? $$""" "support.{{provider}}.limit":"0" """ : "";
        return $$"""
            {"schema":"ipabs-scenario/v1","id":"random","defaults":[{{string.Join(',', defaults)}}],"prepayments":[{{string.Join(',', prepayments)}}],
             "assumptions":[{{string.Join(',', assumptions)}}],"facts":{ {{facts}} },"set":{ {{set}} } }
            """;
    }
}
