using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.InstantLoans;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Receivables;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Covenants;

/// <summary>覆盖监测: works out anew what secures a line, and opens a breach with somebody to see to it and a day where it is short.</summary>
internal static class CovenantWatch
{
    /// <summary>Looks at one line inside a work; true where a breach was opened.</summary>
    public static async Task<bool> Look(ZhirongContext work, LoanDesk desk, Guid id)
    {
        work.Session.Alone($"covenants {id}");
        if (await work.Set<Facility>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { } facility)
        {
            return false;
        }

        var coverage = Coverage.Of(work, facility, desk.Today, desk.Lending.Rights);
        var open = await work.Set<CovenantBreach>().Where(b => b.FacilityId == id && b.Open == 1 && BreachWords.OfSecurity.Contains(b.Kind)).ToListAsync();
        var (kind, shortBy) = Short(facility, coverage);
        foreach (var breach in open)
        {
            // What stands open is kept up to date; only a person says that it is settled.
            (breach.ExposureFen, breach.ValueFen, breach.ShortFen) = (facility.UsedFen, coverage.ValueFen, breach.Kind == kind ? shortBy : 0);
            breach.Facts = coverage.Lost.Count > 0 ? coverage.Json() : breach.Facts;
        }

        var opens = kind.Length > 0 && open.TrueForAll(b => b.Kind != kind);
        if (opens)
        {
            await Open(work, desk, facility, kind, shortBy, coverage.ValueFen, coverage.Json());
        }

        await work.SaveChangesAsync();
        foreach (var lost in kind.Length > 0 || facility.UsedFen <= 0 ? [] : coverage.Lost)
        {
            // Enough is left and no breach asks for it, but somebody has to look: once for a right and what became of it.
            await CheckPlanning.Special(work, desk, facility.Id, new($"right {RowValues.Of(lost.RightId)} {lost.Because}", $"质押权利 {lost.Number} {lost.Why.Zh}", $"pledged right {lost.Number}: {lost.Why.En}"), desk.Law.Visits.RegisterDays);
        }

        return opens;
    }

    /// <summary>Money went out beyond the line.</summary>
    public static async Task OverLine(ZhirongContext work, LoanDesk desk, Guid id)
    {
        work.Session.Alone($"covenants {id}");
        var facility = await work.Set<Facility>().AsNoTracking().SingleAsync(f => f.Id == id);
        if (!await work.Set<CovenantBreach>().AnyAsync(b => b.FacilityId == id && b.Kind == BreachWords.OverLine && b.Open == 1))
        {
            await Open(work, desk, facility, BreachWords.OverLine, Math.Max(0, facility.UsedFen - facility.AmountFen), null, "[]");
            await work.SaveChangesAsync();
        }
    }

    /// <summary>Money went out first and its pledge was not registered by its day.</summary>
    public static async Task<bool> Unregistered(ZhirongContext work, LoanDesk desk, Guid id)
    {
        work.Session.Alone($"covenants {id}");
        var facility = await work.Set<Facility>().AsNoTracking().SingleAsync(f => f.Id == id);
        if (facility.UsedFen <= 0 || await work.Set<CovenantBreach>().AnyAsync(b => b.FacilityId == id && b.Kind == BreachWords.Unregistered && b.Open == 1))
        {
            return false;
        }

        await Open(work, desk, facility, BreachWords.Unregistered, facility.UsedFen, null, "[]");
        await work.SaveChangesAsync();
        return true;
    }

    /// <summary>A licensee has not paid into the controlled account by his day and the days of grace.</summary>
    public static async Task<bool> DebtorLate(ZhirongContext work, LoanDesk desk, Guid id)
    {
        work.Session.Alone($"covenants {id}");
        var late = ReceivableStanding.Late(work, id, desk.Today, desk.Law.Covenants.DebtorLateDays);
        if (late == 0 || await work.Set<Facility>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { UsedFen: > 0 } facility || await work.Set<CovenantBreach>().AnyAsync(b => b.FacilityId == id && b.Kind == BreachWords.DebtorLate && b.Open == 1))
        {
            return false;
        }

        await Open(work, desk, facility, BreachWords.DebtorLate, late, null, "[]");
        await work.SaveChangesAsync();
        return true;
    }

    /// <summary>What a line is short of, and by which rule; empty where nothing is outstanding or everything is covered.</summary>
    public static (string Kind, long Fen) Short(Facility facility, Coverage coverage) =>
        facility.UsedFen <= 0 || !coverage.Secured ? ("", 0)
        : coverage.Pledges.Count > 0 ? (BreachWords.PledgeLost, facility.MostLtv is not null && coverage.Most(facility) is { } held ? Math.Max(0, facility.UsedFen - held) : facility.UsedFen)
        : facility.MostLtv is null ? coverage.Lost.Count > 0 ? (BreachWords.RightLost, Math.Min(facility.UsedFen, coverage.Lost.All(l => l.ValueFen is not null) ? coverage.Lost.Sum(l => l.ValueFen!.Value) : facility.UsedFen)) : ("", 0)
        : coverage.Most(facility) is not { } most ? (BreachWords.Coverage, facility.UsedFen)
        : facility.UsedFen > most ? (BreachWords.Coverage, facility.UsedFen - most) : ("", 0);

    /// <summary>Opens a breach somebody found: what is to be put right, by whom and when.</summary>
    /// <param name="about">What of its kind it is about: one of them stands open at a time.</param>
    /// <param name="fen">What it is about in money; 0 for none.</param>
    public static async Task<CovenantBreach> Found(ZhirongContext work, LoanDesk desk, Guid facilityId, string kind, string about, long fen, string facts, string assigned, DateOnly dueOn)
    {
        work.Session.Alone($"covenants {facilityId}");
        var facility = await work.Set<Facility>().AsNoTracking().SingleAsync(f => f.Id == facilityId);
        return await Keep(work, desk, Breach(work, desk, facility, kind, fen, null, facts, assigned, dueOn, about));
    }

    private static async Task Open(ZhirongContext work, LoanDesk desk, Facility facility, string kind, long shortBy, long? value, string facts)
    {
        var officer = await work.Set<Loan>().Where(l => l.FacilityId == facility.Id && l.State == LoanStates.Active).OrderByDescending(l => l.Id).Select(l => l.Officer).FirstOrDefaultAsync() ?? facility.ChangedBy;
        var breach = await Keep(work, desk, Breach(work, desk, facility, kind, shortBy, value, facts, officer, desk.Calendar.Offset(desk.Today, desk.Law.Covenants.CureWorkingDays).Date, ""));
        var title = BreachWords.KindTitle(kind);
        await CheckPlanning.Special(work, desk, facility.Id, new($"breach {RowValues.Of(breach.Id)}", title.Zh, title.En), desk.Law.Visits.BreachDays);
    }

    private static CovenantBreach Breach(ZhirongContext work, LoanDesk desk, Facility facility, string kind, long shortBy, long? value, string facts, string assigned, DateOnly dueOn, string about) => new()
    {
        Id = desk.NewId(),
        OwnerId = facility.OwnerId,
        Version = 1,
        FacilityId = facility.Id,
        Kind = kind,
        About = about,
        OpenedOn = desk.Today,
        DueOn = dueOn,
        Assigned = assigned,
        ExposureFen = facility.UsedFen,
        ValueFen = value,
        ShortFen = shortBy,
        Facts = facts,
        Open = 1,
        Outcome = "",
        Note = "",
        At = Instant.Now(desk.Clock),
        By = work.Viewer.Person,
    };

    private static async Task<CovenantBreach> Keep(ZhirongContext work, LoanDesk desk, CovenantBreach breach)
    {
        work.Add(breach);
        await work.SaveChangesAsync();
        var content = new JsonObject
        {
            ["assigned"] = breach.Assigned,
            ["dueOn"] = RowValues.Of(breach.DueOn),
            ["exposure"] = Money.FenText(breach.ExposureFen),
            ["facility"] = RowValues.Of(breach.FacilityId),
            ["facts"] = JsonNode.Parse(breach.Facts),
            ["kind"] = breach.Kind,
            ["short"] = Money.FenText(breach.ShortFen),
        };
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, breach.OwnerId, new("CovenantBreached", "facility", RowValues.Of(breach.FacilityId), content), desk.Clock)]);
        OutboxEvents.Publish(work, "CovenantBreached", "facility", RowValues.Of(breach.FacilityId), content.ToJsonString(), desk.Clock);
        return breach;
    }
}

/// <summary>The register and the registries' answers, heard: whatever happens to a pledged right or its pledge, its lines are looked at anew.</summary>
internal sealed class RegisterHeard(LoanDesk desk) : IEventHandler
{
    public string Name => "lending.covenants";

    public bool Takes(string kind) => kind is "PledgedRightChanged" or "PledgeRegistered" or "PledgeReleased" or "PledgeRevoked" or "PledgeExpired";

    public async Task Handle(ZhirongContext context, RoomEvent happened)
    {
        var root = Guid.Parse(happened.RootId);
        if (happened.Kind == "PledgeRegistered")
        {
            await FundFirst.Registered(context, desk, root);
        }

        var pledges = happened.RootKind == "right"
            ? await context.Set<PledgeItem>().Where(i => i.RightId == root && (i.State == Pledges.ItemStates.Held || i.State == Pledges.ItemStates.Leaving)).Select(i => i.PledgeId).Distinct().ToListAsync()
            : [root];
        foreach (var facility in await context.Set<FacilityPledge>().Where(p => pledges.Contains(p.PledgeId)).Select(p => p.FacilityId).Distinct().OrderBy(f => f).ToListAsync())
        {
            await CovenantWatch.Look(context, desk, facility);
        }
    }
}
