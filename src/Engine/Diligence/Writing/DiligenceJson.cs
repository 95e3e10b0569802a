using System.Globalization;
using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Cases;
using Zhirong.Engine.Diligence.Facts;
using Zhirong.Engine.Diligence.Judging;

namespace Zhirong.Engine.Diligence.Writing;

/// <summary>Writes <c>zhirong/diligence-result/v1</c>: the same bytes for the same input.</summary>
public static class DiligenceJson
{
    public const string Schema = "zhirong/diligence-result/v1";

    public static void Write(Utf8JsonWriter writer, DiligenceResult made, string inputHash, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("id", made.Case.Id);
        writer.WriteString("inputHash", $"sha256:{inputHash}");
        writer.WriteString("engine", engine);
        writer.WriteString("checklist", made.Checklist.Name);
        writer.WriteString("statement", made.Checklist.Statement.In(language));
        Date(writer, "day", made.Case.Day);
        writer.WriteString("purpose", made.Case.Purpose.Word());
        writer.WriteStartObject("firm");
        writer.WriteString("id", made.Case.Firm.Id);
        writer.WriteString("code", made.Case.Firm.Code);
        writer.WriteString("name", made.Case.Firm.Names.Count == 0 ? "" : made.Case.Firm.Names[0]);
        writer.WriteEndObject();
        writer.WriteStartObject("summary");
        Tally(writer, made.Tally);
        writer.WriteEndObject();
        Concluded(writer, made.Conclusion, language);
        Rights(writer, made, language);
        writer.WriteStartArray("items");
        foreach (var answer in made.Answers)
        {
            Item(writer, made, answer, language);
        }

        writer.WriteEndArray();
        Unknowns(writer, made, language);
        EffectsOf(writer, made, language);
        writer.WriteEndObject();
    }

    private static void Tally(Utf8JsonWriter writer, Tally tally)
    {
        writer.WriteNumber("items", tally.Items);
        writer.WriteNumber("clear", tally.Clear);
        writer.WriteNumber("unknown", tally.Unknown);
        writer.WriteNumber("mustUnknown", tally.MustUnknown);
        writer.WriteNumber("fatal", tally.Fatal);
        writer.WriteNumber("major", tally.Major);
        writer.WriteNumber("minor", tally.Minor);
    }

    private static void Concluded(Utf8JsonWriter writer, Conclusion conclusion, Language language)
    {
        writer.WriteStartObject("conclusion");
        writer.WriteString("answer", Conclusion.AnswerWords[(int)conclusion.Answer]);
        writer.WriteString("rule", conclusion.Rule.Id);
        writer.WriteString("text", conclusion.Text.In(language));
        writer.WriteEndObject();
    }

    private static void Rights(Utf8JsonWriter writer, DiligenceResult made, Language language)
    {
        writer.WriteStartArray("rights");
        foreach (var (right, tally, conclusion) in made.Rights)
        {
            writer.WriteStartObject();
            writer.WriteString("id", right.Id);
            writer.WriteString("number", right.Number);
            writer.WriteString("kind", right.Kind);
            writer.WriteString("title", right.Title.In(language));
            writer.WriteString("state", right.State?.Value);
            Date(writer, "since", right.Since);
            Date(writer, "termEnd", right.TermEnd?.Day);
            Tally(writer, tally);
            Concluded(writer, conclusion, language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter writer, DiligenceResult made, ItemAnswer answer, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("key", answer.Key);
        writer.WriteString("chapter", answer.Chapter.Id);
        writer.WriteString("chapterTitle", answer.Chapter.Title.In(language));
        writer.WriteString("item", answer.Item.Id);
        writer.WriteString("title", answer.Item.Title.In(language));
        writer.WriteString("right", answer.RightId);
        writer.WriteString("state", ItemAnswer.StateWords[(int)answer.State]);
        writer.WriteString("grade", answer.Grade?.Word());
        writer.WriteString("finding", answer.Finding?.Id);
        writer.WriteString("text", answer.Finding?.Text.In(language));
        writer.WriteString("advice", answer.Finding?.Advice.In(language));
        writer.WriteString("parameter", answer.Item.Touches);
        writer.WriteString("parameterTitle", made.Checklist.Parameter(answer.Item.Touches)?.Title.In(language) ?? answer.Item.Touches);
        writer.WriteString("factor", answer.Factor is { } factor ? RightFacts.Text(factor) : null);
        writer.WriteString("why", answer.Why is { } why ? ItemAnswer.WhyWords[(int)why] : null);
        writer.WriteStartArray("facts");
        foreach (var fact in answer.Facts)
        {
            FactOf(writer, made, fact, language);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("missing");
        foreach (var name in answer.Missing)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void FactOf(Utf8JsonWriter writer, DiligenceResult made, Fact fact, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fact.Name);
        writer.WriteString("title", made.Checklist.Fact(fact.Name)?.Title.In(language) ?? fact.Name);
        writer.WriteString("value", fact.Value);
        writer.WriteString("source", fact.From.Source);
        Date(writer, "date", fact.From.Date);
        writer.WriteBoolean("assumed", fact.Assumed);
        writer.WriteEndObject();
    }

    private static void Unknowns(Utf8JsonWriter writer, DiligenceResult made, Language language)
    {
        writer.WriteStartArray("unknowns");
        foreach (var answer in made.Unknowns)
        {
            writer.WriteStartObject();
            writer.WriteString("item", answer.Item.Id);
            writer.WriteString("right", answer.RightId);
            writer.WriteBoolean("must", answer.Item.Must);
            writer.WriteString("why", ItemAnswer.WhyWords[(int)answer.Why!.Value]);
            writer.WriteString("text", $"{answer.Item.Title.In(language)}{(language == Language.Zh ? "：" : ": ")}{ItemAnswer.Title(answer.Why.Value).In(language)}");
            writer.WriteStartArray("ask");
            foreach (var ask in Asks(made, answer, language))
            {
                writer.WriteStringValue(ask);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What a person is asked to bring: for what is missing, else for everything the item rests on.</summary>
    public static IEnumerable<string> Asks(DiligenceResult made, ItemAnswer answer, Language language) =>
        (answer.Why == UnknownWhy.NoFact ? answer.Missing : answer.Item.Asks).Select(name => made.Checklist.Fact(name)?.Ask.In(language) ?? "").Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    private static void EffectsOf(Utf8JsonWriter writer, DiligenceResult made, Language language)
    {
        if (made.Effects is not { } effects)
        {
            writer.WriteNull("effects");
            return;
        }

        writer.WriteStartObject("effects");
        writer.WriteString("before", effects.Before.ToString());
        writer.WriteString("after", effects.After.ToString());
        writer.WriteStartArray("lines");
        foreach (var line in effects.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("right", line.RightId);
            writer.WriteString("before", line.Before.ToString());
            writer.WriteString("factor", RightFacts.Text(line.Factor));
            writer.WriteString("after", line.After.ToString());
            writer.WriteStartArray("reasons");
            foreach (var reason in line.Reasons)
            {
                writer.WriteStartObject();
                writer.WriteString("key", reason.Answer.Key);
                writer.WriteString("parameter", reason.Answer.Item.Touches);
                writer.WriteString("factor", RightFacts.Text(reason.Factor));
                writer.WriteBoolean("counts", reason.Counts);
                writer.WriteString("text", reason.Answer.Finding!.Text.In(language));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Date(Utf8JsonWriter writer, string name, DateOnly? date) => writer.WriteString(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
