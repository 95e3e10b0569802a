using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>Many rights at once, for rooms that name them by their ids.</summary>
internal static class RightsByName
{
    /// <summary>Ids asked for in one statement.</summary>
    private const int AtOnce = 400;

    public static IReadOnlyList<RightRow> Rows(ZhirongContext read, IReadOnlyList<Guid> rights, DateOnly day, RegisterLaw law, Language language)
    {
        var found = Numbers(read, rights);
        var rows = found.Chunk(AtOnce).SelectMany(part => RightRows.Of(read, [.. part.Select(p => p.No)], day, law, language)).ToDictionary(r => r.Id);
        return [.. rights.Distinct().Where(rows.ContainsKey).Select(id => rows[id])];
    }

    public static IReadOnlyDictionary<Guid, int> Readiness(ZhirongContext read, IReadOnlyList<Guid> rights)
    {
        var known = new Dictionary<Guid, int>();
        foreach (var (id, no) in Numbers(read, rights))
        {
            if (RightFacts.Of(RightReading.Statements(read.Session, no)).Whole("other.trl") is { } trl)
            {
                known[id] = trl;
            }
        }

        return known;
    }

    private static List<(Guid Id, long No)> Numbers(ZhirongContext read, IReadOnlyList<Guid> rights) =>
        [.. rights.Distinct().Chunk(AtOnce).SelectMany(part => read.Set<RegisteredRight>().Where(r => part.Contains(r.Id)).Select(r => new { r.Id, r.No }).ToList()).Select(r => (r.Id, r.No))];
}
