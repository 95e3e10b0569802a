using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Papers.Records;

/// <summary>How the fields of a record are kept: texts as they are, words that differ by language as <c>{zh, en}</c>, what is not there as nothing.</summary>
internal static class RecordText
{
    public static JsonNode Of(Words words) => words.Zh == words.En ? words.Zh : new JsonObject { ["en"] = words.En, ["zh"] = words.Zh };

    /// <summary>The same place of two results.</summary>
    public static JsonNode Both(JsonNode? zh, JsonNode? en) => Of(new($"{zh}", $"{en}"));

    public static string? Yuan(long? fen) => fen is { } known ? Money.FenText(known) : null;

    public static string? Day(DateOnly? day) => RowValues.Of(day);

    public static string Flag(bool set) => set ? "true" : "false";

    public static JsonNode YesNo(bool set) => Of(set ? new("是", "yes") : new("否", "no"));

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, int, JsonObject> item) => new([.. items.Select((one, n) => (JsonNode)item(one, n + 1))]);
}
