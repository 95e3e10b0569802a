using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Modules.Lending.Decisions;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>
/// 秒贷决定: a pure function of a snapshot and a mandate's texts: index, fraud and duplicates, the product's conditions, the policy. The same two
/// give the same bytes, years later.
/// </summary>
/// <param name="Outcome">The gravest of what was said; what is not known never approves.</param>
/// <param name="Index">Points; null where not known (待核实).</param>
/// <param name="Rate">A year; null where nothing is granted.</param>
/// <param name="Reasons">Codes of conditions that fail, then of the guard and of the policy.</param>
internal sealed record InstantJudgment(string Zh, string En, Outcome Outcome, decimal? Index, Money? Limit, decimal? Rate, IReadOnlyList<string> Reasons)
{
    public const string Schema = "zhirong/instant-decision/v1";

    /// <summary>SHA-256 of both results.</summary>
    public string Hash => CanonicalText.Hash(Zh + "\n" + En);

    public static Result<InstantJudgment> Of(string snapshot, MandateTexts texts, string engine)
    {
        var root = JsonNode.Parse(snapshot)!.AsObject();
        var index = IndexBy(root, texts);
        if (!index.Ok)
        {
            return Result<InstantJudgment>.Refused(index.Refusals);
        }

        var facts = Application(root, index.Value.Points);
        var (guard, loan) = (Bound(texts.Guard, facts), Bound(texts.Loan, facts));
        if (!guard.Ok || !loan.Ok)
        {
            return Result<InstantJudgment>.Refused([.. guard.Refusals, .. loan.Refusals]);
        }

        var conditions = ProductMatch.Conditions(texts.Product, Case(root));
        var (signs, decided) = (texts.Guard.Decide(guard.Value), texts.Loan.Decide(loan.Value));
        var outcome = Gravest([.. conditions.Select(c => c.Holds switch { true => Outcome.Approve, false => Outcome.Decline, _ => Outcome.Refer }), signs.Outcome, decided.Outcome]);
        var granted = outcome == Outcome.Approve;
        var told = new Told(root, snapshot, texts, engine, index.Value, conditions, signs, decided, outcome);
        List<string> reasons = [.. conditions.Where(c => c.Holds != true).Select(c => c.Condition.Id), .. signs.Reasons.Concat(decided.Reasons).Where(r => granted || r.Outcome != Outcome.Approve).Select(r => r.Code)];
        return new InstantJudgment(
            CanonicalText.Written(w => told.Write(w, Language.Zh)), CanonicalText.Written(w => told.Write(w, Language.En)), outcome, index.Value.Points,
            decided.Granted("limit") is { Known: true } limit ? Money.Rounded(limit.Raw) : null, granted && decided.Granted("rate") is { Known: true } rate ? rate.Raw : null, [.. reasons.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>An index and what it is made of; no points where evidence is missing.</summary>
    /// <param name="Model">Of the bank's own; empty for ours.</param>
    /// <param name="Made">How ours came about; null for the bank's own.</param>
    internal sealed record IndexOf(decimal? Points, string Model, string Source, Decision? Made);

    /// <summary>The index by the mandate's model: the bank's own as its file gave it, else ours.</summary>
    private static Result<IndexOf> IndexBy(JsonObject root, MandateTexts texts)
    {
        var own = $"{root["mandate"]!["ownIndex"]}";
        if (own.Length > 0)
        {
            var given = root["facts"]!["firm.index"];
            return new IndexOf(given is null ? null : decimal.Parse($"{given["value"]}", CultureInfo.InvariantCulture), own, $"{given?["source"]}", null);
        }

        var made = Made(texts.Index, Application(root, null));
        return made.Ok ? new IndexOf(Points(made.Value), "", "", made.Value) : Result<IndexOf>.Refused(made.Refusals);
    }

    /// <summary>Our index of some facts.</summary>
    public static Result<Decision> Made(ResolvedPolicy model, ApplicationFacts facts)
    {
        var bound = Bound(model, facts);
        return bound.Ok ? model.Decide(bound.Value) : Result<Decision>.Refused(bound.Refusals);
    }

    public static decimal? Points(Decision made) => made.Figures.FirstOrDefault(f => f.Figure.Name == "index").Value is { Known: true } value ? value.Raw : null;

    /// <summary>Facts with the index beside them as an application of the policy engine.</summary>
    public static ApplicationFacts Application(JsonObject root, decimal? index)
    {
        var facts = root["facts"]!.DeepClone().AsObject();
        facts.Remove("firm.index");
        if (index is { } points)
        {
            facts["firm.index"] = new InstantFact(InstantFact.Text(points), "指数 / index", SnapshotReading.Day(root["day"])).Json();
        }

        var document = new JsonObject { ["schema"] = FactsReader.Schema, ["id"] = $"{root["asked"]?["no"] ?? "index"}", ["day"] = $"{root["day"]}", ["facts"] = facts };
        return FactsReader.Read(System.Text.Encoding.UTF8.GetBytes(CanonicalText.Of(document))).Value[0];
    }

    private static Result<FactSet> Bound(ResolvedPolicy policy, ApplicationFacts facts) => FactsReader.Bind(policy.Definition, facts, facts.Entries.Select(e => e.Key).ToHashSet(StringComparer.Ordinal));

    private static ProductCase Case(JsonObject root)
    {
        var facts = new Dictionary<string, ProductFactValue>(StringComparer.Ordinal);
        foreach (var (name, node) in root["facts"]!.AsObject())
        {
            if (ProductFacts.Find(name) is { } fact && RuleValue.Parse(fact.Type, $"{node!["value"]}") is { } value)
            {
                facts[name] = new(value, $"{node["source"]}", node["date"] is { } on ? SnapshotReading.Day(on) : null);
            }
        }

        foreach (var (name, node) in root["lists"]!.AsObject())
        {
            facts[name] = new(RuleValue.Of(node!.AsArray().Select(t => $"{t}")), "", null);
        }

        return new(SnapshotReading.Day(root["day"]), facts);
    }

    private static Outcome Gravest(IEnumerable<Outcome> said) => said.Aggregate(Outcome.Approve, (gravest, one) => one > gravest ? one : gravest);

    /// <summary>All of a decision, written in a language.</summary>
    private sealed record Told(JsonObject Root, string Snapshot, MandateTexts Texts, string Engine, IndexOf Index, IReadOnlyList<ConditionOutcome> Conditions, Decision Signs, Decision Decided, Outcome Outcome)
    {
        public void Write(Utf8JsonWriter w, Language language)
        {
            w.WriteStartObject();
            w.WriteString("schema", Schema);
            w.WriteString("application", $"{Root["asked"]!["no"]}");
            w.WriteString("day", $"{Root["day"]}");
            w.WriteString("snapshot", $"sha256:{CanonicalText.Hash(Snapshot)}");
            w.WriteString("mandate", $"{Root["mandate"]!["code"]}");
            w.WriteString("texts", $"{Root["mandate"]!["texts"]}");
            w.WriteString("engine", Engine);
            w.WriteString("outcome", PolicyWords.Word(Outcome));
            w.WriteString("outcomeTitle", PolicyWords.Title(Outcome).In(language));
            w.WriteStartObject("product");
            w.WriteString("code", Texts.Product.Id);
            w.WriteNumber("number", Texts.ProductNumber);
            w.WriteString("title", Texts.Product.Title.In(language));
            w.WriteEndObject();
            w.WriteStartArray("conditions");
            foreach (var c in Conditions)
            {
                Condition(w, c, language);
            }

            w.WriteEndArray();
            w.WriteStartObject("index");
            w.WriteString("points", Index.Points is { } points ? InstantFact.Text(points) : null);
            w.WriteString("model", Index.Model);
            w.WriteString("source", Index.Source);
            w.WritePropertyName("made");
            Step(w, Index.Made, language);
            w.WriteEndObject();
            w.WritePropertyName("guard");
            Step(w, Signs, language);
            w.WritePropertyName("decision");
            Step(w, Decided, language);
            w.WriteEndObject();
        }

        private void Step(Utf8JsonWriter w, Decision? decision, Language language)
        {
            if (decision is null)
            {
                w.WriteNullValue();
                return;
            }

            DecisionJson.Write(w, decision, Engine, language);
        }

        private static void Condition(Utf8JsonWriter w, ConditionOutcome c, Language language)
        {
            w.WriteStartObject();
            w.WriteString("id", c.Condition.Id);
            w.WriteString("title", c.Condition.Title.In(language));
            w.WriteString("state", c.Holds switch { true => "pass", false => "fail", _ => "unknown" });
            w.WriteString("text", c.Sentence.In(language));
            w.WriteString("margin", c.Margin is { } margin ? InstantFact.Text(Rounding.Decimals(margin, 6)) : null);
            w.WriteEndObject();
        }
    }
}
