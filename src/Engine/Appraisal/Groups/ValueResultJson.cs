using System.Text.Json;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>Writes an appraisal as <c>zhirong/value-result/v1</c>: the same bytes for the same input.</summary>
public static class ValueResultJson
{
    public const string Schema = "zhirong/value-result/v1";

    /// <param name="writer">Receives one object.</param>
    /// <param name="value">The appraisal.</param>
    /// <param name="inputHash">SHA-256 of the input bytes, lower-case hex.</param>
    /// <param name="engine">Version of the engine.</param>
    /// <param name="language">Language of sentences and step names.</param>
    public static void Write(Utf8JsonWriter writer, GroupValue value, string inputHash, string engine, Language language)
    {
        var of = value.Case;
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("id", of.Id);
        writer.WriteString("inputHash", $"sha256:{inputHash}");
        writer.WriteString("engine", engine);
        writer.WriteString("parameters", value.Parameters);
        ResultFields.Date(writer, "baseDate", of.Terms.BaseDate);
        writer.WriteString("valueType", TermWords.Standards[(int)of.Terms.Standard]);
        writer.WriteString("purpose", TermWords.Purposes[(int)of.Terms.Purpose]);
        writer.WriteString("timing", TermWords.Timings[(int)of.Terms.Timing]);
        writer.WriteString("group", of.Group.Id);
        writer.WriteString("incomeStream", of.Group.Stream);
        writer.WriteStartArray("methods");
        foreach (var method in value.Methods)
        {
            Method(writer, method, language);
        }

        writer.WriteEndArray();
        Open(writer, value, language);
        Conclusion(writer, value);
        Tests(writer, value);
        ValueExtrasJson.Write(writer, value, language);
        ResultFields.Warnings(writer, "warnings", value.Warnings, language);
        writer.WriteEndObject();
    }

    private static void Method(Utf8JsonWriter writer, MethodValue method, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("id", method.Id);
        writer.WriteString("method", method.Method.Word());
        writer.WriteString("approach", method.Method.ApproachOf().ToString().ToLowerInvariant());
        writer.WriteString("value", method.Value.ToString());
        ResultFields.Decimal(writer, "horizon", method.Horizon);
        ResultFields.Inputs(writer, method.Inputs);
        writer.WriteStartArray("cashFlows");
        foreach (var flow in method.CashFlows)
        {
            writer.WriteStartObject();
            writer.WriteNumber("period", flow.Period);
            writer.WriteNumber("year", flow.Year);
            ResultFields.Decimal(writer, "length", flow.Length);
            ResultFields.Decimal(writer, "time", flow.Time);
            ResultFields.Decimal(writer, "income", flow.Income);
            ResultFields.Decimal(writer, "share", flow.Share);
            ResultFields.Decimal(writer, "kept", flow.Kept);
            ResultFields.Decimal(writer, "factor", flow.Factor);
            ResultFields.Decimal(writer, "presentValue", flow.PresentValue);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        ResultFields.Steps(writer, method.Steps, language);
        ResultFields.Warnings(writer, "warnings", method.Warnings, language);
        writer.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter writer, GroupValue value, Language language)
    {
        writer.WriteStartArray("open");
        foreach (var open in value.Open)
        {
            writer.WriteStartObject();
            writer.WriteString("id", open.Id);
            writer.WriteString("method", open.Method.Word());
            ResultFields.Warnings(writer, "missing", open.Refusals, language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Conclusion(Utf8JsonWriter writer, GroupValue value)
    {
        if (value.Conclusion is not { } conclusion)
        {
            writer.WriteNull("conclusion");
        }
        else
        {
            writer.WriteStartObject("conclusion");
            writer.WriteString("value", conclusion.Value.ToString());
            writer.WriteStartObject("weights");
            foreach (var (id, weight) in conclusion.Weights.OrderBy(w => w.Key, StringComparer.Ordinal))
            {
                ResultFields.Decimal(writer, id, weight);
            }

            writer.WriteEndObject();
            writer.WriteString("reason", conclusion.Reason);
            ResultFields.Decimal(writer, "spread", conclusion.Spread is { } spread ? Rounding.Decimals(spread, 6) : null);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("rights");
        foreach (var right in value.Rights)
        {
            writer.WriteStartObject();
            writer.WriteString("id", right.Right.Id);
            writer.WriteString("number", right.Right.Number);
            writer.WriteString("kind", right.Right.Kind);
            ResultFields.Decimal(writer, "weight", right.Right.Weight);
            writer.WriteString("value", right.Value.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Tests(Utf8JsonWriter writer, GroupValue value)
    {
        writer.WriteStartArray("firmTests");
        foreach (var test in value.FirmTests)
        {
            writer.WriteStartObject();
            writer.WriteString("measure", test.Measure);
            ResultFields.Decimal(writer, "figure", test.Figure);
            ResultFields.Decimal(writer, "ratio", test.Ratio is { } ratio ? Rounding.Decimals(ratio, 6) : null);
            ResultFields.Decimal(writer, "limit", test.Limit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("bases");
        foreach (var basis in value.Bases)
        {
            writer.WriteStartObject();
            writer.WriteString("basis", TermWords.Bases[(int)basis.Basis]);
            writer.WriteString("value", basis.Value.ToString());
            writer.WriteString("by", basis.By);
            ResultFields.Date(writer, "on", basis.Date);
            writer.WriteBoolean("within", basis.IsWithin);
            writer.WriteString("limit", basis.Limit?.ToString());
            ResultFields.Origin(writer, basis.Origin);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
