using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>What pledged licence income still carries: what is not due yet or hardly late, and what came in and is held.</summary>
internal static class ReceivableStanding
{
    /// <summary>By the right pledged, in fen; a right without receivables entered is not there and keeps the value of its pledge.</summary>
    /// <param name="read">Reads.</param>
    /// <param name="pledges">Of these pledges.</param>
    /// <param name="today">The day.</param>
    /// <param name="late">Days after which what has not come in counts no more.</param>
    public static IReadOnlyDictionary<Guid, long> Of(ZhirongContext read, IReadOnlyList<Guid> pledges, DateOnly today, int late)
    {
        var last = today.AddDays(-late);
        var found = read.Set<Receivable>().AsNoTracking().Where(r => pledges.Contains(r.PledgeId))
            .Join(read.Set<ReceivableDue>().AsNoTracking(), r => r.Id, d => d.ReceivableId, (r, d) => new { r.RightId, d.State, d.DueOn, d.Fen, d.UsedFen }).ToList();
        return found.GroupBy(d => d.RightId).ToDictionary(g => g.Key, g => g.Sum(d => d.State switch
        {
            ReceivableStates.Expected => d.DueOn >= last ? d.Fen : 0,
            ReceivableStates.Received => d.Fen - d.UsedFen,
            _ => 0,
        }));
    }

    /// <summary>What a line's debtors are late with on a day, in fen.</summary>
    public static long Late(ZhirongContext read, Guid facility, DateOnly today, int late)
    {
        var last = today.AddDays(-late);
        return read.Set<FacilityPledge>().Where(f => f.FacilityId == facility)
            .Join(read.Set<Receivable>(), f => f.PledgeId, r => r.PledgeId, (_, r) => r.Id)
            .Join(read.Set<ReceivableDue>(), r => r, d => d.ReceivableId, (_, d) => d)
            .Where(d => d.State == ReceivableStates.Expected && d.DueOn < last).Sum(d => d.Fen);
    }
}
