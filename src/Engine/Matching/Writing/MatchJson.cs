using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Engine.Matching.Ranking;

namespace Zhirong.Engine.Matching.Writing;

/// <summary>Writes <c>zhirong/match/v1</c>: the same bytes for the same input.</summary>
public static class MatchJson
{
    public const string Schema = "zhirong/match/v1";

    private static readonly string[] Parts = ["weights", "stops", "synonyms"];

    /// <param name="needHash">SHA-256 of the need's file in small hex digits.</param>
    /// <param name="listingsHash">The same of the listings'.</param>
    public static void Write(Utf8JsonWriter writer, MatchResult made, string needHash, string listingsHash, string engine, Language language)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("need", made.Need.Id);
        writer.WriteString("inputHash", $"sha256:{needHash}");
        writer.WriteString("listingsHash", $"sha256:{listingsHash}");
        writer.WriteString("engine", engine);
        Data(writer, made.Parameters, language);
        writer.WriteNumber("considered", made.Considered);
        writer.WriteNumber("matched", made.Matched);
        writer.WriteNumber("failed", made.Failed);
        Texts(writer, "nowhere", made.Nowhere);
        writer.WriteStartArray("matches");
        for (var i = 0; i < made.Matches.Count; i++)
        {
            Ranked(writer, i + 1, made.Matches[i]);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("failures");
        foreach (var failure in made.Failures)
        {
            Failed(writer, failure, language);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Data(Utf8JsonWriter writer, MatchParameters parameters, Language language)
    {
        writer.WriteStartArray("data");
        foreach (var (part, origin) in Parts.Zip(parameters.Origins))
        {
            writer.WriteStartObject();
            writer.WriteString("part", part);
            writer.WriteString("name", origin.Name);
            writer.WriteBoolean("verified", origin.Verified);
            writer.WriteString("source", origin.Source);
            writer.WriteString("statement", origin.Statement.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Ranked(Utf8JsonWriter writer, int rank, RankedListing ranked)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rank", rank);
        Named(writer, ranked.Listing);
        Estimate(writer, ranked.Score);
        Texts(writer, "found", ranked.Found);
        Texts(writer, "missing", ranked.Missing);
        writer.WriteStartArray("words");
        foreach (var reason in ranked.Words)
        {
            writer.WriteStartObject();
            writer.WriteString("word", reason.Word.Word);
            writer.WriteString("by", reason.Word.By);
            writer.WriteString("field", reason.Field.Key());
            writer.WriteNumber("times", reason.Times);
            Estimate(writer, reason.Part);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Ipc(writer, ranked.Ipc);
        writer.WriteEndObject();
    }

    private static void Ipc(Utf8JsonWriter writer, IpcReason? reason)
    {
        if (reason is null)
        {
            writer.WriteNull("ipc");
            return;
        }

        writer.WriteStartObject("ipc");
        writer.WriteString("need", reason.Needed.Text);
        writer.WriteString("listing", reason.Listed.Text);
        writer.WriteString("level", reason.Level.Key());
        writer.WriteString("common", reason.Needed.At(reason.Level));
        writer.WriteNumber("closeness", reason.Closeness);
        Estimate(writer, reason.Part);
        writer.WriteEndObject();
    }

    private static void Failed(Utf8JsonWriter writer, FailedListing failed, Language language)
    {
        writer.WriteStartObject();
        Named(writer, failed.Listing);
        Estimate(writer, failed.Score);
        writer.WriteStartArray("conditions");
        foreach (var failure in failed.Failures)
        {
            writer.WriteStartObject();
            writer.WriteString("condition", failure.Condition);
            writer.WriteString("found", failure.Found.Length == 0 ? null : failure.Found);
            writer.WriteString("expected", failure.Expected.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter writer, Listings.Listing listing)
    {
        writer.WriteString("id", listing.Id);
        writer.WriteString("number", listing.Number);
        writer.WriteString("title", listing.Title);
        writer.WriteString("owner", listing.Owner);
        writer.WriteString("kind", listing.Kind);
    }

    /// <summary>Exact to the millionth, so that the parts a reader adds give the whole.</summary>
    private static void Estimate(Utf8JsonWriter writer, Score score) => writer.WriteNumber("estimate", score.Millionths / 1_000_000m);

    private static void Texts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
