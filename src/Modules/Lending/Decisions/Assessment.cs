using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Limits;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Writing;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>What a snapshot is held against: the texts of product and policy, and the program's version.</summary>
/// <param name="Number">Of the product's text.</param>
internal sealed record AssessedBy(LoanProduct Product, int Number, ResolvedPolicy Policy, string Engine)
{
    /// <summary>The policy that says what each right carries; null where the product names none.</summary>
    public ResolvedPolicy? Pledge { get; init; }
}

/// <summary>
/// 评审测算: a pure function of a snapshot, a product and a policy: screen, conditions, the policy's decision, the limit with what binds it.
/// The same three give the same bytes, years later.
/// </summary>
/// <param name="Outcome">The gravest of what was said; what is not known never approves.</param>
/// <param name="Limit">Null where it cannot be worked out.</param>
internal sealed record Assessment(string Zh, string En, Outcome Outcome, Money? Limit)
{
    public const string Schema = "zhirong/credit-assessment/v1";

    /// <summary>SHA-256 of both results.</summary>
    public string Hash => CanonicalText.Hash(Zh + "\n" + En);

    public static Result<Assessment> Of(string snapshot, AssessedBy by)
    {
        var root = JsonNode.Parse(snapshot)!.AsObject();
        var bound = Facts(root, by.Policy);
        if (!bound.Ok)
        {
            return Result<Assessment>.Refused(bound.Refusals);
        }

        var asked = SnapshotReading.Case(root);
        var conditions = ProductMatch.Conditions(by.Product, asked);
        var decision = by.Policy.Decide(bound.Value);
        var pledge = by.Pledge is { } policy ? PledgeCeiling.Of(root, policy) : null;
        var limit = SnapshotReading.Limit(root, by.Product, asked, pledge);
        var screen = Screening.Of(root, asked, limit, by.Product);
        var outcome = Gravest([.. screen.Select(s => s.Outcome), .. conditions.Select(c => c.Holds switch { true => Outcome.Approve, false => Outcome.Decline, _ => Outcome.Refer }), decision.Outcome == Outcome.Computed ? Outcome.Approve : decision.Outcome]);
        string Told(Language language) => CanonicalText.Written(w => Write(w, root, snapshot, by, screen, conditions, decision, limit, pledge, outcome, language));
        return new Assessment(Told(Language.Zh), Told(Language.En), outcome, limit.Ok ? limit.Value.Amount : null);
    }

    /// <summary>The snapshot's facts bound to a policy; those only others know are passed over.</summary>
    public static Result<FactSet> Facts(JsonObject root, ResolvedPolicy policy) => FactsReader.Bind(policy.Definition, Application(root), root["ratings"]!.AsObject().Select(r => r.Key).ToHashSet(StringComparer.Ordinal));

    /// <summary>The snapshot as an application of the policy engine.</summary>
    public static ApplicationFacts Application(JsonObject root)
    {
        var document = new JsonObject { ["schema"] = FactsReader.Schema, ["id"] = $"{root["application"]!["number"]}", ["day"] = $"{root["day"]}", ["facts"] = root["ratings"]!.DeepClone() };
        return FactsReader.Read(System.Text.Encoding.UTF8.GetBytes(CanonicalText.Of(document))).Value[0];
    }

    private static Outcome Gravest(IEnumerable<Outcome> said) => said.Aggregate(Outcome.Approve, (gravest, one) => one > gravest ? one : gravest);

    private static void Write(Utf8JsonWriter w, JsonObject root, string snapshot, AssessedBy by, IReadOnlyList<ScreenFinding> screen, IReadOnlyList<ConditionOutcome> conditions, Decision decision, Result<CreditLimit> limit, PledgeCeiling? pledge, Outcome outcome, Language language)
    {
        w.WriteStartObject();
        w.WriteString("schema", Schema);
        w.WriteString("application", $"{root["application"]!["number"]}");
        w.WriteString("day", $"{root["day"]}");
        w.WriteString("snapshot", $"sha256:{CanonicalText.Hash(snapshot)}");
        w.WriteString("engine", by.Engine);
        w.WriteString("outcome", PolicyWords.Word(outcome));
        w.WriteString("outcomeTitle", PolicyWords.Title(outcome).In(language));
        w.WriteStartObject("product");
        w.WriteString("code", by.Product.Id);
        w.WriteNumber("number", by.Number);
        w.WriteString("title", by.Product.Title.In(language));
        w.WriteString("hash", by.Product.Hash);
        w.WriteEndObject();
        w.WriteStartArray("screen");
        foreach (var finding in screen)
        {
            Line(w, finding.Id, finding.Title.In(language), finding.Outcome, finding.Text.In(language), null);
        }

        w.WriteEndArray();
        w.WriteStartArray("conditions");
        foreach (var c in conditions)
        {
            Line(w, c.Condition.Id, c.Condition.Title.In(language), c.Holds switch { true => Outcome.Approve, false => Outcome.Decline, _ => Outcome.Refer }, c.Sentence.In(language), c.Margin);
        }

        w.WriteEndArray();
        w.WritePropertyName("decision");
        DecisionJson.Write(w, decision, by.Engine, language);
        w.WritePropertyName("limit");
        Limits(w, limit, language);
        if (pledge is not null)
        {
            w.WritePropertyName("pledge");
            PledgeJson.Write(w, pledge, root, by.Pledge!.Definition, language);
        }

        w.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter w, string id, string title, Outcome outcome, string text, decimal? margin)
    {
        w.WriteStartObject();
        w.WriteString("id", id);
        w.WriteString("title", title);
        w.WriteString("state", outcome switch { Outcome.Approve => "pass", Outcome.Decline => "fail", _ => "unknown" });
        w.WriteString("text", text);
        w.WriteString("margin", margin is { } known ? Rounding.Decimals(known, 6).ToString("0.######", CultureInfo.InvariantCulture) : null);
        w.WriteEndObject();
    }

    private static void Limits(Utf8JsonWriter w, Result<CreditLimit> limit, Language language)
    {
        w.WriteStartObject();
        w.WriteString("amount", limit.Ok ? $"{limit.Value.Amount}" : null);
        w.WriteStartArray("ceilings");
        foreach (var ceiling in limit.Ok ? limit.Value.Ceilings : [])
        {
            w.WriteStartObject();
            w.WriteString("ground", ceiling.Ground.ToString());
            w.WriteString("amount", $"{ceiling.Amount}");
            w.WriteString("why", ceiling.Why.In(language));
            w.WriteBoolean("binds", limit.Value.Binding.Contains(ceiling));
            w.WriteEndObject();
        }

        w.WriteEndArray();
        w.WriteStartArray("refusals");
        foreach (var refusal in limit.Ok ? [] : limit.Refusals)
        {
            w.WriteStringValue(refusal.Sentence(language));
        }

        w.WriteEndArray();
        w.WriteEndObject();
    }
}
