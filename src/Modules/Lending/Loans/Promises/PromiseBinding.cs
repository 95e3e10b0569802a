using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>What was promised at application becomes a record of the first loan whose money went out under the line. The caller holds the loan (<see cref="LoanWriting.Locked"/>).</summary>
internal static class PromiseBinding
{
    /// <summary>Binds what the line's application promises and no loan of the line carries yet; of a loan whose payments all came back what is not measured is withdrawn, for the next one to carry.</summary>
    public static async Task Look(ZhirongContext work, LoanDesk desk, Loan loan)
    {
        // Two loans of one line that are paid out at once stand in a row here; the index of the table holds by itself.
        work.Session.Alone($"promises {loan.FacilityId}");
        var paid = await work.Set<LoanPayout>().AnyAsync(p => p.LoanId == loan.Id && p.State == PayoutStates.Paid);
        var own = await work.Set<LoanPromise>().Where(p => p.LoanId == loan.Id).OrderBy(p => p.N).ToListAsync();
        if (!paid)
        {
            await Changed(work, desk, loan, own.FindAll(p => p.State == PromiseWords.Open), PromiseWords.Withdrawn);
            return;
        }

        if (loan.DisbursedOn is not { } drawn || await Frozen(work, loan.FacilityId) is not { Count: > 0 } promised)
        {
            return;
        }

        var there = await work.Set<LoanPromise>().Where(p => p.FacilityId == loan.FacilityId && p.State != PromiseWords.Withdrawn).Select(p => p.Indicator).ToListAsync();
        var bound = promised.Where(p => !there.Contains(p.Indicator.Id)).Select((p, n) => New(work, desk, loan, own.Count + n + 1, p, drawn)).ToList();
        work.AddRange(bound);
        await Changed(work, desk, loan, bound, PromiseWords.Open);
    }

    /// <summary>The day on which a promise runs out, and the day by which it is to be measured.</summary>
    public static (DateOnly By, DateOnly Due) Days(FrozenPromise promise, DateOnly drawn, BusinessCalendar calendar)
    {
        var by = promise.By ?? drawn.AddMonths(promise.Months);
        return (by, calendar.Roll(by, promise.Roll).Date);
    }

    private static async Task<IReadOnlyList<FrozenPromise>> Frozen(ZhirongContext work, Guid facility)
    {
        if (await work.Set<Facility>().Where(f => f.Id == facility).Select(f => f.ApplicationId).SingleOrDefaultAsync() is not { } asked)
        {
            return [];
        }

        return await work.Set<LoanApplication>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == asked) is { } application && await work.Set<ApplicationSnapshot>().AsNoTracking().SingleOrDefaultAsync(s => s.ApplicationId == asked && s.N == application.Snapshot) is { } snapshot
            ? PromiseFreezing.Read(snapshot.Facts) : [];
    }

    private static LoanPromise New(ZhirongContext work, LoanDesk desk, Loan loan, int n, FrozenPromise promise, DateOnly drawn)
    {
        var (by, due) = Days(promise, drawn, desk.Calendar);
        return new()
        {
            LoanId = loan.Id,
            N = n,
            FacilityId = loan.FacilityId,
            Indicator = promise.Indicator.Id,
            Zh = promise.Indicator.Title.Zh,
            En = promise.Indicator.Title.En,
            Unit = promise.Indicator.Unit,
            Direction = promise.Indicator.Direction,
            Target = promise.Target,
            Baseline = promise.Baseline?.Figure,
            BaselineSource = promise.Baseline?.Source ?? "",
            BaselineOn = promise.Baseline?.On,
            PromisedOn = promise.On,
            ByDay = by,
            DueOn = due,
            Missed = promise.Indicator.Missed.Kind,
            MissedDays = promise.Indicator.Missed.Days,
            MissedPoints = promise.Indicator.Missed.BasisPoints,
            List = promise.List,
            State = PromiseWords.Open,
            At = Instant.Now(desk.Clock),
            By = work.Viewer.Person,
        };
    }

    private static async Task Changed(ZhirongContext work, LoanDesk desk, Loan loan, List<LoanPromise> rows, string state)
    {
        if (rows.Count == 0)
        {
            return;
        }

        rows.ForEach(r => r.State = state);
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("PromisesBound", "loan", RowValues.Of(loan.Id), new JsonObject
        {
            ["promises"] = new JsonArray([.. rows.Select(r => (JsonNode)new JsonObject
            {
                ["direction"] = r.Direction,
                ["dueOn"] = RowValues.Of(r.DueOn),
                ["indicator"] = r.Indicator,
                ["list"] = r.List,
                ["n"] = r.N,
                ["target"] = IndicatorFigure.Text(r.Unit, r.Target),
                ["unit"] = r.Unit,
            })]),
            ["state"] = state,
        }), desk.Clock)]);
    }
}
