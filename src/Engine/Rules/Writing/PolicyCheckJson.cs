using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Engine.Rules.Replaying;

namespace Zhirong.Engine.Rules.Writing;

/// <summary>Writes what was found in a policy, <c>zhirong/policy-check/v1</c>, and what a new version changes, <c>zhirong/policy-replay/v1</c>.</summary>
public static class PolicyCheckJson
{
    public const string CheckSchema = "zhirong/policy-check/v1";
    public const string ReplaySchema = "zhirong/policy-replay/v1";

    public static void Write(Utf8JsonWriter writer, PolicyCheck check, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", CheckSchema);
        writer.WritePropertyName("policy");
        DecisionJson.Policy(writer, check.Policy.Definition, language);
        writer.WriteString("engine", engine);
        writer.WriteBoolean("passes", check.Passes);
        writer.WriteStartArray("findings");
        foreach (var finding in check.Findings)
        {
            Finding(writer, finding, language);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("tests");
        foreach (var test in check.Tests)
        {
            writer.WriteStartObject();
            writer.WriteString("id", test.Test.Id);
            writer.WriteString("title", test.Test.Title.In(language));
            writer.WriteBoolean("passes", test.Differences.Count == 0);
            writer.WriteString("outcome", test.Decision is { } decision ? PolicyWords.Word(decision.Outcome) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, PolicyReplay replay, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", ReplaySchema);
        writer.WritePropertyName("before");
        DecisionJson.Policy(writer, replay.Before.Definition, language);
        writer.WritePropertyName("after");
        DecisionJson.Policy(writer, replay.After.Definition, language);
        writer.WriteString("engine", engine);
        writer.WriteNumber("applications", replay.Applications);
        writer.WriteStartArray("outcomes");
        foreach (var outcome in replay.Outcomes)
        {
            writer.WriteStartObject();
            writer.WriteString("before", PolicyWords.Word(outcome.Before));
            writer.WriteString("after", PolicyWords.Word(outcome.After));
            writer.WriteNumber("applications", outcome.Applications);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("reasons");
        foreach (var reason in replay.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("code", reason.Code);
            writer.WriteString("sentence", reason.Sentence.In(language));
            writer.WriteNumber("before", reason.Before);
            writer.WriteNumber("after", reason.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("changes");
        foreach (var change in replay.Changes)
        {
            Change(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter writer, PolicyFinding finding, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.What.Code);
        writer.WriteString("severity", finding.What.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" });
        writer.WriteString("path", finding.What.Path);
        writer.WriteNumber("line", Math.Max(1, finding.What.Line));
        writer.WriteNumber("column", Math.Max(1, finding.What.Column));
        writer.WriteString("message", finding.What.Sentence(language));
        writer.WriteString("found", finding.What.Found);
        writer.WriteString("expected", finding.What.Expected.In(language));
        writer.WriteStartArray("example");
        foreach (var (name, value) in finding.Example)
        {
            writer.WriteStartObject();
            writer.WriteString("input", name);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Change(Utf8JsonWriter writer, ReplayChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("id", change.Application);
        writer.WriteString("day", PolicyRefusals.Day(change.Day));
        writer.WriteString("before", PolicyWords.Word(change.Before));
        writer.WriteString("after", PolicyWords.Word(change.After));
        Codes(writer, "gained", change.Gained);
        Codes(writer, "lost", change.Lost);
        writer.WriteStartArray("figures");
        foreach (var figure in change.Figures)
        {
            writer.WriteStartObject();
            writer.WriteString("name", figure.Name);
            writer.WriteString("before", figure.Before is { } before ? PolicyWords.Text(before) : null);
            writer.WriteString("after", figure.After is { } after ? PolicyWords.Text(after) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Codes(Utf8JsonWriter writer, string name, IReadOnlyList<string> codes)
    {
        writer.WriteStartArray(name);
        foreach (var code in codes)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
    }
}
