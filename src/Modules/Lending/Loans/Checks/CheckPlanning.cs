using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>Why a special check is asked for.</summary>
/// <param name="Key">What names it: a cause is asked about once.</param>
internal sealed record CheckCause(string Key, string Zh, string En)
{
    public static IReadOnlyList<CheckCause> Read(string json) => JsonSerializer.Deserialize<IReadOnlyList<CheckCause>>(json, LendingJson.Options)!;

    public static string Json(IReadOnlyList<CheckCause> causes) => JsonSerializer.Serialize(causes, LendingJson.Options);
}

/// <summary>Keeps the planned checks of loans in step with their lives. The caller holds the loan (<see cref="LoanWriting.Locked"/>).</summary>
internal static class CheckPlanning
{
    /// <summary>Whether a loan is still looked at: paid out, with something owed.</summary>
    public static bool Lives(Loan loan) => loan.State == LoanStates.Active && loan.DisbursedOn is not null && loan.BalanceFen + loan.InterestFen + loan.PenaltyFen + loan.FeesFen > 0;

    /// <summary>Plans, moves or withdraws what follows from the loan as it stands.</summary>
    public static async Task Look(ZhirongContext work, LoanDesk desk, Loan loan, DateOnly today)
    {
        var rows = await work.Set<LoanCheck>().Where(c => c.LoanId == loan.Id).OrderBy(c => c.N).ToListAsync();
        if (!Lives(loan))
        {
            foreach (var left in rows.Where(r => r.State == CheckWords.Planned))
            {
                left.State = CheckWords.Withdrawn;
                Said(work, desk, loan, left);
            }

            await work.SaveChangesAsync();
            return;
        }

        var facility = await work.Set<Facility>().AsNoTracking().SingleAsync(f => f.Id == loan.FacilityId);
        var product = facility.ApplicationId is { } asked ? await work.Set<LoanApplication>().Where(a => a.Id == asked).Select(a => a.Product).SingleOrDefaultAsync() ?? "" : "";
        var taken = await work.Set<LoanHappening>().Where(e => e.LoanId == loan.Id && e.Kind == EventKinds.TakenOver && e.UndoneOn == null).Select(e => (DateOnly?)e.Effective).FirstOrDefaultAsync();
        var next = CheckDays.Next(desk.Law.Visits, Life(loan, facility.Kind, product, taken, Checked(rows)), desk.Calendar);
        var row = rows.Find(r => r.State == CheckWords.Planned && r.Kind != CheckWords.Special);
        if (row is { } other && other.Kind != next.Kind)
        {
            other.State = CheckWords.Withdrawn;
            await work.SaveChangesAsync();
            Said(work, desk, loan, other);
            row = null;
        }

        if (row is null)
        {
            row = New(loan, rows.Count + 1, next.Kind, next.Due, loan.Officer, [], next, Instant.Now(desk.Clock), work.Viewer.Person);
            work.Add(row);
        }
        else if (row.Basis == next.Basis)
        {
            return;
        }
        else
        {
            (row.DueOn, row.Anchor, row.Basis) = (CheckDays.Moved(desk.Law.Visits, row.DueOn, next.Due, today, desk.Calendar), next.Anchor, next.Basis);
        }

        await work.SaveChangesAsync();
        Said(work, desk, loan, row);
    }

    /// <summary>Asks for a special check, once for a cause; where one is planned it takes the cause up and the earlier day. False where the cause was asked about before or the loan is none to look at.</summary>
    public static async Task<bool> Special(ZhirongContext work, LoanDesk desk, Loan loan, CheckCause cause, DateOnly due, string assigned)
    {
        var rows = await work.Set<LoanCheck>().Where(c => c.LoanId == loan.Id).OrderBy(c => c.N).ToListAsync();
        if (!Lives(loan) || rows.Exists(r => CheckCause.Read(r.Causes).Any(c => c.Key == cause.Key)))
        {
            return false;
        }

        if (rows.Find(r => r is { State: CheckWords.Planned, Kind: CheckWords.Special }) is { } row)
        {
            (row.Causes, row.DueOn) = (CheckCause.Json([.. CheckCause.Read(row.Causes), cause]), due < row.DueOn ? due : row.DueOn);
        }
        else
        {
            row = New(loan, rows.Count + 1, CheckWords.Special, due, assigned, [cause], null, Instant.Now(desk.Clock), work.Viewer.Person);
            work.Add(row);
        }

        await work.SaveChangesAsync();
        Said(work, desk, loan, row);
        return true;
    }

    /// <summary>Of a line whose security is broken: every loan that lives under it is looked at.</summary>
    public static async Task Special(ZhirongContext work, LoanDesk desk, Guid facility, CheckCause cause, int workingDays)
    {
        var due = desk.Calendar.Offset(desk.Today, workingDays).Date;
        foreach (var id in await work.Set<Loan>().Where(l => l.FacilityId == facility && l.State == LoanStates.Active).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync())
        {
            if (await LoanWriting.Locked(work, id) is { } loan)
            {
                await Special(work, desk, loan, cause, due, loan.Officer);
            }
        }
    }

    /// <summary>The last first or routine check: of what was corrected, the correction's day.</summary>
    public static DateOnly? Checked(IReadOnlyList<LoanCheck> rows)
    {
        var corrected = rows.Select(r => r.Corrects).ToHashSet();
        return rows.Where(r => r.State == CheckWords.Done && r.Kind != CheckWords.Special && !corrected.Contains(r.N)).Select(r => r.DoneOn).Max();
    }

    public static CheckedLife Life(Loan loan, string line, string product, DateOnly? taken, DateOnly? done) =>
        new(line, product, loan.PrincipalFen, taken ?? loan.DisbursedOn!.Value, taken is not null, loan.Class, loan.Maturity, done);

    /// <summary>A planned check.</summary>
    public static LoanCheck New(Loan loan, int n, string kind, DateOnly due, string assigned, IReadOnlyList<CheckCause> causes, NextCheck? next, long at, string by) => new()
    {
        LoanId = loan.Id,
        N = n,
        Kind = kind,
        State = CheckWords.Planned,
        DueOn = due,
        Assigned = assigned,
        Causes = CheckCause.Json(causes),
        Anchor = next?.Anchor,
        Basis = next?.Basis ?? "",
        Way = "",
        Place = "",
        Met = "",
        Findings = "[]",
        Papers = "[]",
        Result = "",
        Conclusion = "",
        Plan = "",
        At = at,
        By = by,
        DoneBy = "",
    };

    /// <summary>Leaves the evidence of a check as it is planned.</summary>
    public static void Said(ZhirongContext work, LoanDesk desk, Loan loan, LoanCheck row) => EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("CheckPlanned", "loan", RowValues.Of(loan.Id), new JsonObject
    {
        ["assigned"] = row.Assigned,
        ["basis"] = row.Basis,
        ["causes"] = JsonNode.Parse(row.Causes),
        ["dueOn"] = RowValues.Of(row.DueOn),
        ["kind"] = row.Kind,
        ["n"] = row.N,
        ["state"] = row.State,
    }), desk.Clock)]);
}
