using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>What the results of both kinds of schemes write in one way.</summary>
internal static class SchemeJson
{
    public static void Head(Utf8JsonWriter writer, SchemeHead head, Language language)
    {
        writer.WriteStartObject("rule");
        writer.WriteString("id", head.Id);
        writer.WriteString("version", head.Version);
        writer.WriteString("title", head.Title.In(language));
        writer.WriteString("jurisdiction", head.Jurisdiction);
        writer.WriteString("policy", head.Policy);
        writer.WriteString("source", head.Source);
        Date(writer, "dated", head.Dated);
        writer.WriteBoolean("verified", head.Verified);
        Date(writer, "from", head.From);
        Date(writer, "until", head.Until);
        writer.WriteStartArray("open");
        foreach (var words in head.Open)
        {
            writer.WriteStringValue(words.In(language));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Conditions(Utf8JsonWriter writer, string name, IReadOnlyList<ConditionAnswer> answers, Language language)
    {
        writer.WriteStartArray(name);
        foreach (var answer in answers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", answer.Condition.Id);
            writer.WriteString("title", answer.Condition.Title.In(language));
            writer.WriteString("holds", SchemeCase.Told(answer.Holds));
            writer.WriteString("shown", answer.Shown);
            Texts(writer, "missing", answer.Missing);
            Facts(writer, answer.Facts, language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Facts(Utf8JsonWriter writer, IReadOnlyList<ConditionFact> facts, Language language)
    {
        writer.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            writer.WriteStartObject();
            writer.WriteString("name", fact.Name);
            writer.WriteString("title", fact.Title.In(language));
            writer.WriteString("kind", SchemeFact.KindWords[(int)fact.Kind]);
            writer.WriteString("value", fact.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Steps(Utf8JsonWriter writer, IReadOnlyList<SchemeStep> steps, SchemeVocabulary vocabulary, Language language)
    {
        writer.WriteStartArray("steps");
        foreach (var step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", step.Kind);
            writer.WriteString("text", step.Text.In(language));
            writer.WriteString("value", step.Value);
            foreach (var (name, value) in step.Details)
            {
                writer.WriteString(Camel(name), value);
                if (name == "fact" && vocabulary.Fact(value) is { } fact)
                {
                    writer.WriteString("factTitle", fact.Title.In(language));
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What is missing, by name, with its title as <see cref="SchemeWanted"/> tells it.</summary>
    public static void Missing(Utf8JsonWriter writer, IReadOnlyList<string> missing, Func<string, Words> title, Language language)
    {
        writer.WriteStartArray("missing");
        foreach (var name in missing)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("title", title(name).In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    public static void Fen(Utf8JsonWriter writer, string name, long? fen) => writer.WriteString(name, fen is { } known ? Money.FenText(known) : null);

    public static void Date(Utf8JsonWriter writer, string name, DateOnly? date) => writer.WriteString(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Camel(string name)
    {
        var parts = name.Split('_');
        return string.Concat(parts.Select((p, i) => i == 0 ? p : char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
