using System.Text.Json;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Facts;

/// <summary>Parts that several results write alike: decimals as strings, dates ISO, warnings as code and message.</summary>
internal static class ResultFields
{
    public static void Decimal(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } known)
        {
            writer.WriteString(name, Figure.Text(known));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>An estimate, six decimals.</summary>
    public static void Estimate(Utf8JsonWriter writer, string name, double value) =>
        writer.WriteString(name, double.IsFinite(value) && Math.Abs(value) < 1e20 ? Figure.Text(Rounding.Decimals((decimal)value, 6)) : "NaN");

    public static void Date(Utf8JsonWriter writer, string name, DateOnly? date)
    {
        if (date is { } known)
        {
            writer.WriteString(name, known.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void Origin(Utf8JsonWriter writer, Origin origin)
    {
        writer.WriteStartObject("origin");
        writer.WriteString("kind", Facts.Origin.KindWords[(int)origin.Kind]);
        writer.WriteString("source", origin.Source);
        Date(writer, "date", origin.Date);
        writer.WriteEndObject();
    }

    public static void Inputs(Utf8JsonWriter writer, IEnumerable<AppraisalInput> inputs)
    {
        writer.WriteStartArray("inputs");
        foreach (var input in inputs)
        {
            Input(writer, input);
        }

        writer.WriteEndArray();
    }

    public static void Input(Utf8JsonWriter writer, AppraisalInput input)
    {
        writer.WriteStartObject();
        writer.WriteString("name", input.Name);
        writer.WriteString("value", input.Value);
        Origin(writer, input.Origin);
        writer.WriteEndObject();
    }

    public static void Steps(Utf8JsonWriter writer, IEnumerable<Step> steps, Language language)
    {
        writer.WriteStartArray("steps");
        foreach (var step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("name", step.Name.In(language));
            writer.WriteString("formula", step.Formula);
            Decimal(writer, "result", step.Result);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Warnings(Utf8JsonWriter writer, string name, IEnumerable<Refusal> warnings, Language language)
    {
        writer.WriteStartArray(name);
        foreach (var warning in warnings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", warning.Code);
            writer.WriteString("severity", warning.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" });
            writer.WriteString("path", warning.Path);
            writer.WriteString("message", warning.Sentence(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
