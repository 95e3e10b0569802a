using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>Writes <c>zhirong/share-result/v1</c>: the same bytes for the same input.</summary>
public static class ShareJson
{
    public const string Schema = "zhirong/share-result/v1";

    public static void Write(Utf8JsonWriter writer, ShareResult made, string inputHash, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("id", made.Sheet.Id);
        writer.WriteString("inputHash", $"sha256:{inputHash}");
        writer.WriteString("engine", engine);
        SchemeJson.Head(writer, made.Rule.Head, language);
        writer.WriteString("state", ShareResult.StateWords[(int)made.State]);
        SchemeJson.Fen(writer, "loss", made.LossFen);
        SchemeJson.Fen(writer, "base", made.BaseFen);
        SchemeJson.Conditions(writer, "conditions", made.Conditions, language);
        SchemeJson.Conditions(writer, "trigger", made.Trigger, language);
        Parties(writer, made, language);
        writer.WriteStartObject("recovery");
        SchemeJson.Fen(writer, "net", made.NetRecoveryFen);
        SchemeJson.Fen(writer, "surplus", made.SurplusFen);
        writer.WriteEndObject();
        Filing(writer, made, language);
        SchemeJson.Steps(writer, made.Steps, made.Rule.Vocabulary, language);
        SchemeJson.Missing(writer, made.Missing, name => SchemeWanted.Of(made.Rule, name), language);
        writer.WriteEndObject();
    }

    private static void Parties(Utf8JsonWriter writer, ShareResult made, Language language)
    {
        writer.WriteStartArray("parties");
        foreach (var part in made.Parties)
        {
            writer.WriteStartObject();
            writer.WriteString("id", part.Party.Id);
            writer.WriteString("title", part.Party.Title.In(language));
            writer.WriteBoolean("residual", part.Party.Id == made.Rule.Residual);
            SchemeJson.Fen(writer, "shared", part.SharedFen);
            SchemeJson.Fen(writer, "outside", part.OutsideFen);
            SchemeJson.Fen(writer, "total", part.TotalFen);
            SchemeJson.Fen(writer, "returned", part.ReturnedFen);
            SchemeJson.Fen(writer, "final", part.FinalFen);
            writer.WriteString("limitedBy", part.LimitedBy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Filing(Utf8JsonWriter writer, ShareResult made, Language language)
    {
        writer.WriteStartObject("filing");
        writer.WriteString("allowed", SchemeCase.Told(made.Filing.Allowed));
        SchemeJson.Fen(writer, "maxPortfolio", made.Filing.MostFen);
        SchemeJson.Steps(writer, made.Filing.Steps, made.Rule.Vocabulary, language);
        SchemeJson.Missing(writer, made.Filing.Missing, name => SchemeWanted.Of(made.Rule, name), language);
        writer.WriteEndObject();
    }
}
