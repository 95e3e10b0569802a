using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>Writes <c>zhirong/subsidy-result/v1</c>: the same bytes for the same input.</summary>
public static class SubsidyJson
{
    public const string Schema = "zhirong/subsidy-result/v1";

    public static void Write(Utf8JsonWriter writer, SubsidyResult made, string inputHash, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("id", made.Sheet.Id);
        writer.WriteString("inputHash", $"sha256:{inputHash}");
        writer.WriteString("engine", engine);
        SchemeJson.Head(writer, made.Rule.Head, language);
        writer.WriteString("state", SubsidyResult.StateWords[(int)made.State]);
        SchemeJson.Fen(writer, "total", made.TotalFen);
        SchemeJson.Fen(writer, "atMost", made.AtMostFen);
        SchemeJson.Conditions(writer, "conditions", made.Conditions, language);
        writer.WriteStartArray("items");
        foreach (var aid in made.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("id", aid.Item.Id);
            writer.WriteString("title", aid.Item.Title.In(language));
            writer.WriteString("state", SubsidyResult.StateWords[(int)aid.State]);
            SchemeJson.Fen(writer, "amount", aid.AmountFen);
            SchemeJson.Fen(writer, "atMost", aid.AtMostFen);
            SchemeJson.Conditions(writer, "conditions", aid.Conditions, language);
            SchemeJson.Steps(writer, aid.Steps, made.Rule.Vocabulary, language);
            SchemeJson.Missing(writer, aid.Missing, name => SchemeWanted.Of(made.Rule, name), language);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        SchemeJson.Steps(writer, made.Steps, made.Rule.Vocabulary, language);
        SchemeJson.Missing(writer, made.Missing, name => SchemeWanted.Of(made.Rule, name), language);
        writer.WriteStartArray("uses");
        foreach (var (cap, fen) in made.CapUses)
        {
            writer.WriteStartObject();
            writer.WriteString("cap", cap);
            SchemeJson.Fen(writer, "amount", fen);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
