using System.Text.Json;
using Zhirong.Engine.Appraisal.Concluding;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>Writes pledge value, sensitivity, simulation and roll-forward.</summary>
internal static class ValueExtrasJson
{
    public static void Write(Utf8JsonWriter writer, GroupValue value, Language language)
    {
        Pledge(writer, value, language);
        Sensitivity(writer, value, language);
        Simulation(writer, value);
        Rolled(writer, value, language);
    }

    private static void Pledge(Utf8JsonWriter writer, GroupValue value, Language language)
    {
        if (value.Pledge is not { } pledge)
        {
            writer.WriteNull("pledge");
            return;
        }

        writer.WriteStartObject("pledge");
        writer.WriteString("value", pledge.Value.ToString());
        ResultFields.Inputs(writer, pledge.Inputs);
        ResultFields.Steps(writer, pledge.Steps, language);
        writer.WriteEndObject();
    }

    private static void Sensitivity(Utf8JsonWriter writer, GroupValue value, Language language)
    {
        if (value.Case.Sensitivity is not { } asked)
        {
            writer.WriteNull("sensitivity");
            return;
        }

        writer.WriteStartObject("sensitivity");
        writer.WriteString("method", asked.Method);
        ResultFields.Decimal(writer, "part", asked.Part);
        writer.WriteStartArray("tornado");
        foreach (var bar in value.Tornado)
        {
            writer.WriteStartObject();
            writer.WriteString("input", bar.Input.In(language));
            ResultFields.Decimal(writer, "lowInput", bar.LowInput);
            ResultFields.Decimal(writer, "highInput", bar.HighInput);
            writer.WriteString("atLow", Money.Rounded(bar.AtLow).ToString());
            writer.WriteString("atHigh", Money.Rounded(bar.AtHigh).ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (value.Grid is { } grid)
        {
            writer.WriteStartObject("grid");
            Numbers(writer, "shares", grid.Shares.Select(Figure.Text));
            Numbers(writer, "rates", grid.Rates.Select(Figure.Text));
            writer.WriteStartArray("values");
            foreach (var row in grid.Values)
            {
                writer.WriteStartArray();
                row.ToList().ForEach(v => writer.WriteStringValue(Money.Rounded(v).ToString()));
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("grid");
        }

        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        values.ToList().ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }

    private static void Simulation(Utf8JsonWriter writer, GroupValue value)
    {
        if (value.Simulated is not { } simulated || value.Case.Simulation is not { } asked)
        {
            writer.WriteNull("simulation");
            return;
        }

        writer.WriteStartObject("simulation");
        writer.WriteString("method", asked.Method);
        writer.WriteNumber("paths", simulated.Paths);
        writer.WriteNumber("seed", asked.Seed);
        ResultFields.Estimate(writer, "mean", simulated.Mean);
        ResultFields.Estimate(writer, "deviation", simulated.Deviation);
        ResultFields.Estimate(writer, "standardError", simulated.StandardError);
        ResultFields.Estimate(writer, "p5", simulated.Low);
        ResultFields.Estimate(writer, "p50", simulated.Middle);
        ResultFields.Estimate(writer, "p95", simulated.High);
        writer.WriteEndObject();
    }

    private static void Rolled(Utf8JsonWriter writer, GroupValue value, Language language)
    {
        if (value.Rolled is not { } rolled || value.Case.RollForward is not { } asked)
        {
            writer.WriteNull("rollForward");
            return;
        }

        writer.WriteStartObject("rollForward");
        writer.WriteString("method", asked.Method);
        ResultFields.Date(writer, "to", asked.To);
        writer.WriteString("timeOnly", rolled.TimeOnly.Value.ToString());
        writer.WriteString("value", rolled.Value.ToString());
        writer.WriteStartArray("events");
        foreach (var step in rolled.Events)
        {
            writer.WriteStartObject();
            writer.WriteString("event", ValueEvent.KindWords[(int)step.Event.Kind]);
            ResultFields.Date(writer, "effective", step.Event.Effective);
            writer.WriteString("source", step.Event.Source);
            writer.WriteString("before", Money.Rounded(step.Before).ToString());
            writer.WriteString("after", Money.Rounded(step.After).ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        ResultFields.Warnings(writer, "notes", rolled.Notes, language);
        writer.WriteEndObject();
    }
}
