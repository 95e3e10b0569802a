using System.Text.Json;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>Writes scores as <c>zhirong/score-result/v1</c>: the same bytes for the same input.</summary>
public static class ScoreResultJson
{
    public const string Schema = "zhirong/score-result/v1";

    public static void Write(Utf8JsonWriter writer, ScoreRequest request, IReadOnlyList<SubjectScore> scores, string inputHash, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("id", request.Id);
        writer.WriteString("inputHash", $"sha256:{inputHash}");
        writer.WriteString("engine", engine);
        ResultFields.Date(writer, "date", request.Date);
        writer.WriteString("rubric", request.Rubric.Name);
        writer.WriteString("shape", request.Rubric.Shape);
        writer.WriteString("statement", request.Rubric.Statement.In(language));
        writer.WriteString("scenario", request.Scenario.Id);
        writer.WriteStartArray("subjects");
        foreach (var score in scores)
        {
            Subject(writer, score, language);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Subject(Utf8JsonWriter writer, SubjectScore score, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", score.Subject.Id);
        writer.WriteString("number", score.Subject.Number);
        writer.WriteString("kind", score.Subject.Kind);
        writer.WriteString("outcome", score.Outcome switch { ScoreOutcome.Graded => "graded", ScoreOutcome.Vetoed => "vetoed", _ => "insufficient" });
        ResultFields.Decimal(writer, "total", Shown(score.Total));
        writer.WriteString("grade", score.Grade);
        ResultFields.Decimal(writer, "coverage", Shown(score.Coverage));
        writer.WriteStartArray("vetoes");
        score.Vetoes.ToList().ForEach(v => writer.WriteStringValue(v.Id));
        writer.WriteEndArray();
        writer.WriteStartArray("level1");
        foreach (var side in score.Sides)
        {
            Side(writer, side, language);
        }

        writer.WriteEndArray();
        ResultFields.Warnings(writer, "warnings", score.Warnings, language);
        writer.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter writer, SideScore side, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", side.Side.Id);
        writer.WriteString("title", side.Side.Title.In(language));
        ResultFields.Decimal(writer, "weight", side.Weight);
        ResultFields.Decimal(writer, "score", Shown(side.Score));
        writer.WriteStartArray("level2");
        foreach (var group in side.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("id", group.Group.Id);
            writer.WriteString("title", group.Group.Title.In(language));
            ResultFields.Decimal(writer, "weight", group.Group.Weight);
            ResultFields.Decimal(writer, "score", Shown(group.Score));
            writer.WriteStartArray("level3");
            foreach (var indicator in group.Indicators)
            {
                Indicator(writer, indicator, language);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Indicator(Utf8JsonWriter writer, IndicatorScore indicator, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", indicator.Indicator.Id);
        writer.WriteString("title", indicator.Indicator.Title.In(language));
        ResultFields.Decimal(writer, "score", Shown(indicator.Score));
        writer.WriteString("ground", indicator.Ground.In(language));
        if (indicator.Input is { } input)
        {
            writer.WritePropertyName("input");
            ResultFields.Input(writer, input);
        }
        else
        {
            writer.WriteNull("input");
        }

        writer.WriteEndObject();
    }

    private static decimal? Shown(decimal? score) => score is { } known ? Rounding.Decimals(known, 6) : null;
}
