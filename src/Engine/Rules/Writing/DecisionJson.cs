using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Writing;

/// <summary>Writes a decision as <c>zhirong/decision/v1</c>: the same bytes for the same policy and facts.</summary>
public static class DecisionJson
{
    public const string Schema = "zhirong/decision/v1";

    public static void Write(Utf8JsonWriter writer, Decision decision, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("id", decision.Facts.Id);
        writer.WriteString("day", PolicyRefusals.Day(decision.Facts.Day));
        writer.WritePropertyName("policy");
        Policy(writer, decision.Policy, language);
        writer.WriteString("factsHash", decision.Facts.Hash);
        writer.WriteString("engine", engine);
        Body(writer, decision, language);
        writer.WriteStartArray("assumptions");
        foreach (var parameter in decision.Policy.Parameters.Where(p => !p.Verified))
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("title", parameter.Title.In(language));
            writer.WriteString("value", PolicyWords.Text(parameter.Value));
            writer.WriteString("unit", parameter.Unit);
            writer.WriteString("source", parameter.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static void Policy(Utf8JsonWriter writer, PolicyDefinition policy, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", policy.Id);
        writer.WriteString("version", policy.Version);
        writer.WriteString("title", policy.Title.In(language));
        writer.WriteString("hash", policy.Hash);
        writer.WriteString("status", policy.Published ? "published" : "draft");
        writer.WriteBoolean("verified", policy.Verified);
        writer.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter writer, Decision decision, Language language)
    {
        writer.WriteString("outcome", PolicyWords.Word(decision.Outcome));
        writer.WriteString("limit", Granted(decision, "limit"));
        writer.WriteString("rate", Granted(decision, "rate"));
        writer.WriteStartArray("reasons");
        foreach (var reason in decision.Reasons)
        {
            Reason(writer, reason, language);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("missing");
        foreach (var missing in decision.Missing)
        {
            writer.WriteStartObject();
            writer.WriteString("fact", missing.Fact.Name);
            writer.WriteString("title", missing.Fact.Title.In(language));
            writer.WriteString("why", missing.Why switch { Absence.TooOld => "too_old", Absence.Undated => "undated", _ => "not_given" });
            writer.WriteString("source", missing.Fact.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("figures");
        foreach (var figure in decision.Figures)
        {
            Named(writer, figure.Figure.Name, figure.Figure.Title.In(language), PolicyWords.Text(figure), figure.Figure.Unit);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        foreach (var step in decision.Steps)
        {
            Step(writer, step, language);
        }

        writer.WriteEndArray();
    }

    private static string? Granted(Decision decision, string name) =>
        decision.Granted(name) is not null ? PolicyWords.Text(decision.Figures.First(f => f.Figure.Name == name)) : null;

    private static void Reason(Utf8JsonWriter writer, GivenReason reason, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", reason.Code);
        writer.WriteString("outcome", PolicyWords.Word(reason.Outcome));
        writer.WriteString("sentence", reason.Sentence.In(language));
        writer.WriteString("step", reason.Step);
        writer.WriteString("row", reason.Row);
        Conditions(writer, reason.Conditions, language, reason.Outcome);
        writer.WriteEndObject();
    }

    /// <param name="writer">Where to.</param>
    /// <param name="conditions">The conditions of a row.</param>
    /// <param name="language">Of sentences.</param>
    /// <param name="outcome">What the row says of the application; null for rows as such.</param>
    private static void Conditions(Utf8JsonWriter writer, IReadOnlyList<ConditionTrace> conditions, Language language, Outcome? outcome = null)
    {
        writer.WriteStartArray("conditions");
        foreach (var condition in conditions)
        {
            writer.WriteStartObject();
            writer.WriteString("title", condition.Title.In(language));
            writer.WriteString("needs", condition.Needs);
            writer.WriteString("has", PolicyWords.Text(condition.Has));
            writer.WriteString("margin", condition.Margin is { } margin ? PolicyWords.Text(margin) : null);
            if (condition.Met is { } met)
            {
                writer.WriteBoolean("met", met);
            }
            else
            {
                writer.WriteNull("met");
            }

            if (outcome is { } said)
            {
                writer.WriteString("wanted", PolicyWords.Wanted(condition, said));
            }

            writer.WriteString("sentence", (outcome is { } own ? PolicyWords.Sentence(condition, own) : PolicyWords.Sentence(condition)).In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Step(Utf8JsonWriter writer, StepTrace step, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", step.Step.Id);
        writer.WriteString("kind", step.Step switch { TableStep => "table", ScorecardStep => "scorecard", MapStep => "map", _ => "decision" });
        writer.WriteString("title", step.Step.Title.In(language));
        writer.WriteStartArray("gives");
        foreach (var given in step.Given)
        {
            Named(writer, given.Name, given.Title.In(language), PolicyWords.Text(given.Value), null);
        }

        writer.WriteEndArray();
        Rows(writer, "fired", step.Fired, language);
        Rows(writer, "doubtful", step.Doubtful, language);
        Rows(writer, "near", step.Near, language);
        writer.WriteStartArray("indicators");
        foreach (var indicator in step.Indicators)
        {
            Indicator(writer, indicator, language);
        }

        writer.WriteEndArray();
        if (step.Inner is { } inner)
        {
            writer.WriteStartObject("decision");
            writer.WritePropertyName("policy");
            Policy(writer, inner.Policy, language);
            Body(writer, inner, language);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Rows(Utf8JsonWriter writer, string name, IReadOnlyList<RowTrace> rows, Language language)
    {
        writer.WriteStartArray(name);
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("row", row.Row.Id);
            Conditions(writer, row.Conditions, language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Indicator(Utf8JsonWriter writer, IndicatorTrace trace, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", trace.Indicator.Id);
        writer.WriteString("title", trace.Indicator.Title.In(language));
        writer.WriteString("has", PolicyWords.Text(trace.Has));
        writer.WriteString("points", trace.Points is { } points ? PolicyWords.Text(points) : null);
        writer.WriteString("max", PolicyWords.Text(trace.Indicator.Max));
        writer.WriteString("weight", PolicyWords.Text(trace.Indicator.Weight));
        writer.WriteString("lost", trace.Lost is { } lost ? PolicyWords.Text(lost) : null);
        writer.WriteStartArray("reasons");
        foreach (var code in trace.Lost > 0 ? trace.Indicator.Reasons : [])
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter writer, string name, string title, string? value, string? unit)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("title", title);
        writer.WriteString("value", value);
        if (unit is not null)
        {
            writer.WriteString("unit", unit);
        }

        writer.WriteEndObject();
    }
}
