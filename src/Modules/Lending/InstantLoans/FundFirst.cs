using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>先放款后登记: the pledge secures the line once it is registered; where it is not by its day, a breach is opened for somebody to see to.</summary>
internal static class FundFirst
{
    /// <summary>Opens breaches for what is past its day; how many.</summary>
    public static async Task<int> Sweep(LoanDesk desk, Viewer viewer, CancellationToken cancel)
    {
        List<Guid> late;
        await using (var read = desk.Store.Read(viewer))
        {
            var today = desk.Today;
            late = await read.Set<FundFirstWatch>().Where(w => w.OwnerId == viewer.Organisation && w.State == InstantStates.Waiting && w.DueOn < today).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(cancel);
        }

        var opened = 0;
        foreach (var id in late)
        {
            opened += await desk.Store.Commits.Write(viewer, work => Overdue(work, desk, id), cancel) ? 1 : 0;
        }

        return opened;
    }

    private static async Task<bool> Overdue(ZhirongContext work, LoanDesk desk, Guid id)
    {
        work.Session.Alone($"fund first {id}");
        if (await work.Set<FundFirstWatch>().SingleOrDefaultAsync(w => w.Id == id) is not { State: InstantStates.Waiting } watch || watch.DueOn >= desk.Today)
        {
            return false;
        }

        (watch.State, watch.Version, watch.ChangedAt) = (InstantStates.Overdue, watch.Version + 1, Instant.Now(desk.Clock));
        await work.SaveChangesAsync();
        return await CovenantWatch.Unregistered(work, desk, watch.FacilityId);
    }

    /// <summary>A pledge was registered: it secures the lines of its debtor that wait for one.</summary>
    public static async Task Registered(ZhirongContext work, LoanDesk desk, Guid id)
    {
        if (await work.Set<Pledge>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { State: PledgeStates.Perfected } pledge)
        {
            return;
        }

        foreach (var watch in await work.Set<FundFirstWatch>().Where(w => w.OwnerId == pledge.OwnerId && w.FirmName == pledge.Debtor && w.State != InstantStates.Registered).OrderBy(w => w.Id).ToListAsync())
        {
            (watch.State, watch.PledgeId, watch.Version, watch.ChangedAt) = (InstantStates.Registered, id, watch.Version + 1, Instant.Now(desk.Clock));
            work.Add(new FacilityPledge { FacilityId = watch.FacilityId, PledgeId = id });
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, watch.OwnerId, new("FundFirstRegistered", "facility", RowValues.Of(watch.FacilityId), new JsonObject { ["amount"] = Money.FenText(watch.Fen), ["contract"] = pledge.ContractNo, ["firm"] = watch.FirmName }), desk.Clock)]);
        }
    }

    /// <summary>What of a line still waits for its registration.</summary>
    public static long Waiting(ZhirongContext read, Guid facility) => read.Set<FundFirstWatch>().Where(w => w.FacilityId == facility && w.State != InstantStates.Registered).Sum(w => w.Fen);
}
