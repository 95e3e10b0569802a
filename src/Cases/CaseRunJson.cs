using System.Text.Json;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;

namespace Zhirong.Cases;

/// <summary>The JSON of <c>case run</c> and <c>case list</c>.</summary>
public static class CaseRunJson
{
    private static readonly string[] Statuses = ["pass", "fail", "open"];

    /// <summary>One case: <c>{schema, case, title, checks, totals, assumptions}</c>, with <c>records</c> on demand.</summary>
    public static void Write(Utf8JsonWriter writer, CaseRun run, Language language, bool records)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/case-run/v1");
        Body(writer, run, language, records);
        writer.WriteEndObject();
    }

    /// <summary>Several cases: <c>{schema, cases: […]}</c>.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<CaseRun> runs, Language language, bool records)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/case-runs/v1");
        writer.WriteStartArray("cases");
        foreach (var run in runs)
        {
            writer.WriteStartObject();
            Body(writer, run, language, records);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary><c>{schema, cases: [{id, title, parts, variations}]}</c>.</summary>
    public static void WriteList(Utf8JsonWriter writer, IReadOnlyList<CaseDefinition> cases, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/case-list/v1");
        writer.WriteStartArray("cases");
        foreach (var definition in cases)
        {
            writer.WriteStartObject();
            writer.WriteString("id", definition.Id);
            writer.WriteString("title", definition.Title.In(language));
            Texts(writer, "parts", definition.Parts.Select(p => p.Key));
            writer.WriteStartArray("variations");
            foreach (var variation in definition.Variations)
            {
                writer.WriteStartObject();
                writer.WriteString("id", variation.Id);
                writer.WriteString("title", variation.Title.In(language));
                Texts(writer, "set", variation.Set);
                Texts(writer, "mustFail", variation.MustFail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter writer, CaseRun run, Language language, bool records)
    {
        writer.WriteString("case", run.Case.Id);
        writer.WriteString("title", run.Case.Title.In(language));
        writer.WriteStartArray("checks");
        foreach (var check in run.Checks)
        {
            Check(writer, check, language);
        }

        writer.WriteEndArray();
        Totals(writer, run);
        Assumptions(writer, run, language);
        if (records)
        {
            Records(writer, run);
        }
    }

    private static void Check(Utf8JsonWriter writer, CheckResult result, Language language)
    {
        var check = result.Check;
        writer.WriteStartObject();
        writer.WriteString("id", check.Id);
        writer.WriteString("part", check.Part);
        writer.WriteString("kind", CheckDefinition.Kinds[(int)check.Kind]);
        writer.WriteString("title", check.Title.In(language));
        writer.WriteString("published", string.Join("、", check.Published));
        writer.WriteString("comparator", CheckDefinition.Comparators[(int)check.Comparator]);
        writer.WriteString("computed", result.Output?.Value.In(language));
        writer.WriteString("status", Statuses[(int)result.Status]);
        Texts(writer, "from", result.Output?.From ?? []);
        writer.WriteString("formula", result.Output?.Formula.In(language) ?? MissingRooms.Waiting(check.Needs!).In(language));
        if (check.Source is { } source)
        {
            writer.WriteString("source", source.In(language));
        }

        if (check.Needs is { } room)
        {
            writer.WriteString("needs", room);
        }

        writer.WriteEndObject();
    }

    private static void Totals(Utf8JsonWriter writer, CaseRun run)
    {
        writer.WriteStartObject("totals");
        foreach (var kind in Enum.GetValues<CheckKind>())
        {
            var total = run.Total(kind);
            writer.WriteStartObject(CheckDefinition.Kinds[(int)kind]);
            writer.WriteNumber("pass", total.Pass);
            writer.WriteNumber("of", total.Of);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Assumptions(Utf8JsonWriter writer, CaseRun run, Language language)
    {
        writer.WriteStartArray("assumptions");
        foreach (var assumption in run.Case.Assumptions)
        {
            writer.WriteStartObject();
            writer.WriteString("path", assumption.Path);
            writer.WriteString("value", assumption.Value);
            writer.WriteString("reason", assumption.Reason.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Records(Utf8JsonWriter writer, CaseRun run)
    {
        writer.WriteStartArray("records");
        foreach (var record in run.Records)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", record.Kind);
            writer.WriteString("id", record.Id);
            foreach (var (name, value) in record.Fields)
            {
                // A cost item has a kind of its own.
                writer.WriteString(name == "kind" ? "category" : name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
