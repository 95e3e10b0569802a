using System.Globalization;
using System.Text.Json.Nodes;
using Zhirong.Modules.Valuation.Storage;

namespace Zhirong.Modules.Valuation.Scores;

/// <summary>What people said in a kept sheet: the experts' scores and the facts that were typed. The register's facts are read anew.</summary>
internal sealed record KeptSaying(JsonObject Scores, IReadOnlyList<TypedFact> Facts)
{
    public static KeptSaying Of(ScoreSheet sheet)
    {
        var subject = JsonNode.Parse(sheet.Request)!["subjects"]![0]!;
        return new(subject["scores"]?.AsObject() ?? [], [.. sheet.Typed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(name => Typed(name, subject["facts"]![name]!))]);
    }

    private static TypedFact Typed(string name, JsonNode fact) =>
        new(name, $"{fact["value"]}", $"{fact["source"]}", $"{fact["kind"]}", fact["date"] is { } date ? DateOnly.ParseExact($"{date}", "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
}
