using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Host.Tables;

/// <summary><c>zhirong/deal-why/v1</c>: the reasons of one line on one date.</summary>
internal static class WhyJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<LineReason> reasons, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", "zhirong/deal-why/v1");
        writer.WriteNumber("k", reasons[0].Period);
        writer.WriteString("date", $"{reasons[0].Date:yyyy-MM-dd}");
        writer.WriteString("line", reasons[0].Line);
        writer.WriteStartArray("places");
        foreach (var reason in reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("mode", reason.Mode.Word());
            writer.WriteString("rule", reason.Rule);
            writer.WriteNumber("position", reason.Position);
            writer.WriteNumber("positions", reason.Positions);
            writer.WriteString("due", reason.Due.ToString());
            writer.WriteString("owed", reason.Owed.ToString());
            writer.WriteString("cap", reason.Cap?.ToString());
            writer.WriteString("available", reason.Available.ToString());
            writer.WriteString("fromSupport", reason.FromSupport.ToString());
            writer.WriteString("paid", reason.Paid.ToString());
            writer.WriteString("shortage", reason.Shortage.ToString());
            writer.WriteString("condition", reason.Condition);
            writer.WriteBoolean("skipped", reason.Skipped);
            writer.WriteString("formula", reason.Formula.In(language));
            writer.WriteStartObject("before");
            foreach (var (line, paid) in reason.Before.DistinctBy(b => b.Key))
            {
                writer.WriteString(line, paid.ToString());
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
