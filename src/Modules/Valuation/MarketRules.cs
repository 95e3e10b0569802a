using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Checklists;

namespace Zhirong.Modules.Valuation;

/// <summary>Which figure of a signal speaks to which parameter, and by how much.</summary>
/// <param name="Parameter">Path in the request; <c>*</c> stands for every method.</param>
/// <param name="Times">Multiplies, else adds.</param>
/// <param name="Unstated">What the engine takes where the request does not state it; null where it takes nothing.</param>
public sealed record SignalRule(string Id, decimal? From, decimal? To, string Parameter, bool Times, decimal By, decimal? Unstated, Words Title)
{
    public bool Fits(decimal value) => (From is null || value >= From) && (To is null || value <= To);
}

/// <summary>A kind of signal and the range of its figure.</summary>
public sealed record SignalKind(string Id, Words Title, decimal Least, decimal Most, IReadOnlyList<SignalRule> Rules);

/// <summary>How the room reads the market: the fewest deals of a benchmark, and what signals speak to. All of it is assumption, dated and replaceable.</summary>
public sealed record MarketRules(string BenchmarkVersion, string BenchmarkSource, int Fewest, string SignalVersion, string SignalSource, IReadOnlyList<SignalKind> Signals)
{
    /// <param name="benchmark"><c>zhirong/benchmark-policy/v1</c>.</param>
    /// <param name="signals"><c>zhirong/signal-rules/v1</c>.</param>
    /// <param name="checklist">What diligence asks: a signal speaks to no parameter it already lowers (VAL-0921).</param>
    public static Result<MarketRules> Read(byte[] benchmark, byte[] signals, Checklist checklist)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        var refusals = new List<Refusal>();
        var (version, source, fewest) = ("", "", 0);
        if (Open(benchmark, "zhirong/benchmark-policy/v1", refusals) is { } policy)
        {
            (version, source) = Head(policy);
            fewest = policy.Whole("fewest", 2, 1_000, required: true) ?? 2;
            policy.Finish();
        }

        var (rules, kinds) = (Open(signals, "zhirong/signal-rules/v1", refusals), new List<SignalKind>());
        var (signalVersion, signalSource) = rules is null ? ("", "") : Head(rules);
        foreach (var (i, node) in (rules?.List("kinds", required: true) ?? []).Index())
        {
            if (FieldReader.Open(node, $"kinds.{i}", refusals) is { } kind)
            {
                kinds.Add(Kind(kind, refusals));
                kind.Finish();
            }
        }

        rules?.Finish();
        refusals.AddRange(kinds.SelectMany(k => k.Rules).Where(r => checklist.Parameters.Any(p => p.Path == r.Parameter.Replace("methods.*.", "methods.", StringComparison.Ordinal))).Select(CountedTwice));
        return refusals.Count > 0 ? Result<MarketRules>.Refused(refusals) : new MarketRules(version, source, fewest, signalVersion, signalSource, kinds);
    }

    /// <summary>One thing lowers a parameter once: what is found of the right itself is dated evidence and goes before a signal of its peers.</summary>
    private static Refusal CountedTwice(SignalRule rule) => ValuationRefusals.Make("VAL-0921", $"kinds.rules.{rule.Id}.parameter", rule.Parameter, new("尽调清单未列的参数", "a parameter the diligence checklist does not name"), new("尽职调查已按这一参数折减价值，信号再折减就重复了", "Due diligence lowers the value by this parameter already; a signal would do so twice"));

    private static FieldReader? Open(byte[] bytes, string schema, List<Refusal> refusals)
    {
        var document = DocReader.Read(bytes);
        refusals.AddRange(document.Refusals);
        var root = document.Ok ? FieldReader.Open(document.Value, "", refusals) : null;
        root?.OneOf("schema", [schema], required: true);
        return root;
    }

    private static (string Version, string Source) Head(FieldReader root)
    {
        root.Date("dated", required: true);
        return (root.Text("version", required: true) ?? "", root.Text("source", required: true) ?? "");
    }

    private static SignalKind Kind(FieldReader kind, List<Refusal> refusals)
    {
        var (id, title) = (kind.Text("id", required: true) ?? "", Title(kind));
        var (least, most, rules) = (kind.Number("least", required: true) ?? 0, kind.Number("most", required: true) ?? 1, new List<SignalRule>());
        foreach (var (i, node) in kind.List("rules", required: true).Index())
        {
            if (FieldReader.Open(node, $"{kind.Join("rules")}.{i}", refusals) is { } rule)
            {
                rules.Add(new(
                    rule.Text("id", required: true) ?? "", rule.Number("from"), rule.Number("to"), rule.Text("parameter", required: true) ?? "", rule.OneOf("way", ["add", "times"], required: true) == "times", rule.Number("by", required: true) ?? 0, rule.Number("unstated"), Title(rule)));
                rule.Finish();
            }
        }

        return new(id, title, least, most, rules);
    }

    private static Words Title(FieldReader of) => new(of.Text("zh", required: true) ?? "", of.Text("en", required: true) ?? "");
}
