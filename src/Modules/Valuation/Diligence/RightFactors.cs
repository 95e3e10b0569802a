using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Diligence;

/// <summary>What the newest diligence of a right leaves of its value.</summary>
/// <param name="Factor">As a fraction.</param>
internal sealed record RightFactor(Guid Diligence, DateOnly Day, decimal Factor, string Answer, int Fatal, int Major, int Minor, int Unknown);

/// <summary>The newest diligence of rights at or before a day, for whoever holds a value against it.</summary>
internal static class RightFactors
{
    /// <summary>Factors are kept in 10⁻¹².</summary>
    public const decimal Scale = 1_000_000_000_000m;

    private const int AtOnce = 400;

    /// <summary>Rights without any diligence for the purpose are left out: never taken for sound.</summary>
    /// <param name="read">In the viewer's name.</param>
    /// <param name="rights">Ids of the register.</param>
    /// <param name="day">Diligence of a later day does not count.</param>
    /// <param name="purpose">A diligence for another purpose weighs differently and does not count.</param>
    public static IReadOnlyDictionary<Guid, RightFactor> Newest(ZhirongContext read, IReadOnlyList<Guid> rights, DateOnly day, string purpose)
    {
        var newest = new Dictionary<Guid, RightFactor>();
        foreach (var part in rights.Distinct().Chunk(AtOnce))
        {
            var rows = from r in read.Set<DiligenceRight>().AsNoTracking()
                       join f in read.Set<DiligenceFile>() on r.DiligenceId equals f.Id
                       where part.Contains(r.RightId) && f.Day <= day && f.Purpose == purpose
                       orderby f.Day, f.MadeAt, f.Id
                       select new { r, f.Day };
            foreach (var row in rows.ToList())
            {
                newest[row.r.RightId] = new(row.r.DiligenceId, row.Day, row.r.Factor / Scale, row.r.Answer, row.r.Fatal, row.r.Major, row.r.Minor, row.r.Unknown);
            }
        }

        return newest;
    }
}
