using System.Text.Json.Nodes;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>What people answered, as facts of a request.</summary>
internal static class FactAnswers
{
    private const int AtOnce = 400;

    /// <summary>The answers that stand on a day: the newest of each fact, and of each day on which it happened.</summary>
    public static ILookup<Guid, DiligenceAnswer> Standing(ZhirongContext read, IReadOnlyList<Guid> subjects, DateOnly day) =>
        subjects.Distinct().Chunk(AtOnce)
            .SelectMany(part => read.Set<DiligenceAnswer>().Where(a => part.Contains(a.SubjectId)).ToList())
            .Where(a => a.SourceDate <= day && (a.HappenedOn is null || a.HappenedOn <= day))
            .GroupBy(a => (a.SubjectId, a.Fact, a.HappenedOn)).Select(g => g.OrderBy(a => a.At).ThenBy(a => a.Id).Last())
            .OrderBy(a => a.Fact, StringComparer.Ordinal).ThenBy(a => a.HappenedOn)
            .ToLookup(a => a.SubjectId);

    /// <summary>Facts by name; where several sources speak, all of them. Null where there are none.</summary>
    public static JsonObject? Of(IEnumerable<DiligenceAnswer> answers, IEnumerable<(string Fact, JsonObject Said)> register)
    {
        var facts = new JsonObject();
        foreach (var fact in register.Concat(answers.Select(a => (a.Fact, Said: Shown.Said(a.Value, $"{a.Source}（{a.By}）", a.SourceDate)))).GroupBy(f => f.Fact, StringComparer.Ordinal).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var said = fact.Select(f => f.Said).ToList();
            facts[fact.Key] = said.Count == 1 ? said[0] : new JsonArray([.. said]);
        }

        return facts.Count == 0 ? null : facts;
    }
}
