using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Scores;

/// <summary>A right's newest sheet in short.</summary>
/// <param name="Total">Points; null where a side has no score or a veto stops it.</param>
internal sealed record NewestScore(decimal? Total, string? Grade, string Outcome);

/// <summary>The newest sheets of rights.</summary>
internal static class ScoreReading
{
    private const int AtOnce = 400;

    public static IReadOnlyDictionary<Guid, NewestScore> Newest(ZhirongContext read, IReadOnlyList<Guid> rights)
    {
        var newest = new Dictionary<Guid, NewestScore>();
        foreach (var part in rights.Distinct().Chunk(AtOnce))
        {
            foreach (var sheet in read.Set<ScoreSheet>().Where(s => part.Contains(s.RightId)).OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new { s.RightId, s.Total, s.Grade, s.Outcome }).ToList())
            {
                newest[sheet.RightId] = new(sheet.Total / 1_000_000m, sheet.Grade, sheet.Outcome);
            }
        }

        return newest;
    }

    /// <summary>Points of the newest sheets that have any.</summary>
    public static IReadOnlyDictionary<Guid, decimal> Totals(ZhirongContext read, IReadOnlyList<Guid> rights) => Newest(read, rights).Where(s => s.Value.Total is not null).ToDictionary(s => s.Key, s => s.Value.Total!.Value);
}
