using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>What items take of the sources of closed-loop accounts. A source is never used beyond what came in: the database itself compares.</summary>
internal static class SourceUses
{
    /// <summary>Reserves what the items need; the id of the first source that has not enough left, else null.</summary>
    public static async Task<Guid?> Reserve(ZhirongContext work, IEnumerable<PayItem> items)
    {
        foreach (var use in await Of(work, items))
        {
            if (use.State is UseStates.Reserved or UseStates.Used)
            {
                continue;
            }

            if (work.Session.Execute("UPDATE pay_source SET used_fen = used_fen + @p0 WHERE id = @p1 AND used_fen + @p0 <= fen", use.Fen, RowValues.Of(use.SourceId)) == 0)
            {
                return use.SourceId;
            }

            use.State = UseStates.Reserved;
        }

        await work.SaveChangesAsync();
        return null;
    }

    /// <summary>Gives back what the items had reserved or used.</summary>
    public static async Task Release(ZhirongContext work, IEnumerable<PayItem> items, string state = UseStates.Released)
    {
        foreach (var use in await Of(work, items))
        {
            if (use.State is UseStates.Reserved or UseStates.Used)
            {
                work.Session.Execute("UPDATE pay_source SET used_fen = used_fen - @p0 WHERE id = @p1", use.Fen, RowValues.Of(use.SourceId));
                use.State = state;
            }
        }

        await work.SaveChangesAsync();
    }

    /// <summary>Marks what the items had reserved as used. A payment settled late, after its reservation was given back, takes what it can: the account did pay it.</summary>
    public static async Task Use(ZhirongContext work, IEnumerable<PayItem> items)
    {
        foreach (var use in await Of(work, items))
        {
            if (use.State is UseStates.Released or UseStates.Planned && work.Session.Execute("UPDATE pay_source SET used_fen = used_fen + @p0 WHERE id = @p1 AND used_fen + @p0 <= fen", use.Fen, RowValues.Of(use.SourceId)) == 0)
            {
                continue;
            }

            use.State = UseStates.Used;
        }

        await work.SaveChangesAsync();
    }

    private static async Task<List<PayUse>> Of(ZhirongContext work, IEnumerable<PayItem> items)
    {
        var ids = items.Select(i => i.Id).ToList();
        return ids.Count == 0 ? [] : await work.Set<PayUse>().Where(u => ids.Contains(u.ItemId)).OrderBy(u => u.SourceId).ThenBy(u => u.ItemId).ToListAsync();
    }
}
