using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>A right of the stock and the sheet it is read from.</summary>
internal readonly record struct StockRight(Guid Id, string Number, Guid Sheet);

/// <summary>All rights scored by a rubric, as columns by the indicators of one of its texts.</summary>
internal sealed record Stock(IReadOnlyList<StockRight> Rights, ScoreColumns Columns, DateOnly? Oldest);

/// <summary>
/// Columns made of the newest sheets, kept while nothing they rest on changes: what a sheet says never does, so a weight that is
/// moved reads no sheet again. The least used go first.
/// </summary>
internal sealed class StockShelf
{
    private const int Kept = 6;
    private const int Chunk = 500;

    private readonly ConcurrentDictionary<string, (Stock Stock, long Used)> shelf = new(StringComparer.Ordinal);
    private long uses;

    /// <param name="read">What its viewer may see.</param>
    /// <param name="organisation">Whose eyes these are: what one organisation sees is kept apart from what another does.</param>
    /// <param name="rubric">The text by whose indicators the sheets are read.</param>
    /// <param name="scenario">The use.</param>
    public Stock Of(ZhirongContext read, Guid organisation, Rubric rubric, string scenario)
    {
        var newest = Newest(read, rubric.Id);
        var key = Key(organisation, rubric, scenario, newest);
        if (!shelf.TryGetValue(key, out var found))
        {
            found = (Made(read, rubric, scenario, newest), 0);
        }

        shelf[key] = (found.Stock, Interlocked.Increment(ref uses));
        foreach (var old in shelf.OrderByDescending(s => s.Value.Used).Skip(Kept).Select(s => s.Key).ToList())
        {
            shelf.TryRemove(old, out _);
        }

        return found.Stock;
    }

    /// <summary>What a sheet says, as its request wrote it.</summary>
    public static (string Kind, Dictionary<string, string> Facts, Dictionary<string, decimal> Scores) Said(string request)
    {
        using var document = JsonDocument.Parse(request);
        var subject = document.RootElement.GetProperty("subjects")[0];
        var (facts, scores) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var fact in Entries(subject, "facts"))
        {
            facts[fact.Name] = fact.Value.ValueKind == JsonValueKind.Object ? $"{fact.Value.GetProperty("value")}" : $"{fact.Value}";
        }

        foreach (var score in Entries(subject, "scores"))
        {
            var value = score.Value.ValueKind == JsonValueKind.Object ? score.Value.GetProperty("value") : score.Value;
            scores[score.Name] = decimal.Parse($"{value}", NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return (subject.TryGetProperty("kind", out var kind) ? $"{kind}" : "invention", facts, scores);
    }

    private static IEnumerable<JsonProperty> Entries(JsonElement subject, string name) =>
        subject.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object ? map.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static List<(StockRight Right, DateOnly Day)> Newest(ZhirongContext read, string code)
    {
        var newest = new Dictionary<Guid, (StockRight Right, DateOnly Day)>();
        foreach (var sheet in read.Set<ScoreSheet>().Where(s => s.Rubric == code).OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new { s.Id, s.RightId, s.RightNumber, s.Day }))
        {
            newest[sheet.RightId] = (new(sheet.RightId, sheet.RightNumber, sheet.Id), sheet.Day);
        }

        return [.. newest.Values.OrderBy(n => n.Right.Number, StringComparer.Ordinal).ThenBy(n => n.Right.Id)];
    }

    private static Stock Made(ZhirongContext read, Rubric rubric, string scenario, List<(StockRight Right, DateOnly Day)> newest)
    {
        var columns = new ScoreColumns(rubric, Math.Max(1, newest.Count));
        var use = rubric.Scenario(scenario)!;
        foreach (var chunk in newest.Index().Chunk(Chunk))
        {
            var places = chunk.ToDictionary(c => c.Item.Right.Sheet, c => c.Index);
            List<Guid> ids = [.. places.Keys];
            foreach (var sheet in read.Set<ScoreSheet>().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Request }))
            {
                var said = Said(sheet.Request);
                columns.Put(places[sheet.Id], use, said.Kind, said.Facts, said.Scores);
            }
        }

        return new([.. newest.Select(n => n.Right)], columns, newest.Count == 0 ? null : newest.Min(n => n.Day));
    }

    /// <summary>Everything the columns rest on: who looks, what the indicators and vetoes say, which sheets there are.</summary>
    private static string Key(Guid organisation, Rubric rubric, string scenario, List<(StockRight Right, DateOnly Day)> newest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder($"{organisation:N}\n{rubric.Id}\n{scenario}\n");
        foreach (var indicator in rubric.Indicators)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indicator.Id}|{indicator.Mode}|{indicator.Fact}|{indicator.Scale}");
            text.AppendJoin(';', indicator.Anchors.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Score},{a.From},{a.To},{string.Join('/', a.In)}"))).Append('\n');
        }

        text.AppendJoin('\n', rubric.Vetoes.Select(v => $"{v.Fact}|{string.Join('/', v.In)}|{string.Join('/', v.Kinds)}|{string.Join('/', v.Scenarios)}|{v.Effect}"));
        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        Span<byte> id = stackalloc byte[16];
        foreach (var (right, _) in newest)
        {
            right.Sheet.TryWriteBytes(id);
            hash.AppendData(id);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
