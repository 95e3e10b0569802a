using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Proceeds;
using Zhirong.Modules.Lending.Loans.Promises;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Receivables;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <summary>红色日期: a day that concerns the security or the papers of a line.</summary>
/// <param name="Kind"><c>resolution</c>: the resolution to borrow ends; <c>registration</c>: the earliest registration ends; <c>fee</c>: the last day to pay an annual fee that is due; <c>receivable</c>: the earliest day of a pledged receivable that has not come in; <c>proof</c>: the earliest day by which a payment is to be proved; <c>promise</c>: the earliest day by which a promised indicator is to be measured.</param>
/// <param name="Urgency"><c>overdue</c>, <c>week</c>, <c>month</c>; empty where it is further off.</param>
public sealed record LineDate(string Kind, DateOnly Day, string Urgency)
{
    internal static LineDate Of(string kind, DateOnly day, DateOnly today) => new(kind, day, (day.DayNumber - today.DayNumber) switch { < 0 => "overdue", <= 7 => "week", <= 30 => "month", _ => "" });
}

/// <summary>What of a line's security a register of loans names.</summary>
internal sealed record LineSecurity(IReadOnlyList<LineDate> Dates, IReadOnlyList<string> Rights, IReadOnlyList<string> Registrations)
{
    public static LineSecurity None { get; } = new([], [], []);

    public DateOnly? Day(string kind) => Dates.FirstOrDefault(d => d.Kind == kind)?.Day;

    /// <summary>Of many lines at once: their registrations, the rights they hold, the fees that are due on those.</summary>
    public static IReadOnlyDictionary<Guid, LineSecurity> Of(ZhirongContext read, IReadOnlyCollection<Facility> lines, LoanDesk desk)
    {
        var found = new Dictionary<Guid, LineSecurity>();
        foreach (var some in lines.Chunk(300))
        {
            var ids = some.Select(f => f.Id).ToList();
            var pledges = read.Set<FacilityPledge>().AsNoTracking().Where(p => ids.Contains(p.FacilityId)).ToList();
            var pledged = pledges.Select(p => p.PledgeId).Distinct().ToList();
            var filed = read.Set<PledgeRegistration>().AsNoTracking().Where(r => pledged.Contains(r.PledgeId) && r.EndedOn == null && r.RegistrationNo != "").ToList().ToLookup(r => r.PledgeId);
            var held = read.Set<PledgeItem>().AsNoTracking().Where(i => pledged.Contains(i.PledgeId) && i.State == ItemStates.Held).ToList().ToLookup(i => i.PledgeId);
            List<Guid> rights = [.. held.SelectMany(h => h).Select(i => i.RightId).Distinct()];
            var fees = rights.Count == 0 ? [] : desk.Lending.Rights.OnDay(read, rights, desk.Today).ToDictionary(r => r.Id, r => r.Unpaid.Select(f => (DateOnly?)f.GraceEnd).Min());
            var owed = read.Set<Receivable>().Where(r => pledged.Contains(r.PledgeId)).Join(read.Set<ReceivableDue>().Where(d => d.State == ReceivableStates.Expected), r => r.Id, d => d.ReceivableId, (r, d) => new { r.PledgeId, d.DueOn }).ToList().ToLookup(d => d.PledgeId, d => (DateOnly?)d.DueOn);
            var loans = read.Set<Loan>().Where(l => ids.Contains(l.FacilityId) && l.State == LoanStates.Active).Select(l => new { l.Id, l.FacilityId }).ToList().ToDictionary(l => l.Id, l => l.FacilityId);
            var unproved = loans.Keys.Chunk(500).SelectMany(l => ProceedsSums.Of(read, l, desk)).Where(s => s.Unproved > 0).ToLookup(s => loans[s.Payout.LoanId], s => s.DueOn);
            var living = loans.Values.ToHashSet();
            var promised = read.Set<LoanPromise>().Where(p => ids.Contains(p.FacilityId) && p.State == PromiseWords.Open).Select(p => new { p.FacilityId, p.DueOn }).ToList().Where(p => living.Contains(p.FacilityId)).ToLookup(p => p.FacilityId, p => (DateOnly?)p.DueOn);
            foreach (var line in some)
            {
                found[line.Id] = One(line, [.. pledges.Where(p => p.FacilityId == line.Id).Select(p => p.PledgeId)], filed, held, fees, owed, unproved[line.Id].Min(), promised[line.Id].Min(), desk.Today);
            }
        }

        return found;
    }

    private static LineSecurity One(Facility line, IReadOnlyList<Guid> pledges, ILookup<Guid, PledgeRegistration> filed, ILookup<Guid, PledgeItem> held, Dictionary<Guid, DateOnly?> fees, ILookup<Guid, DateOnly?> owed, DateOnly? unproved, DateOnly? promised, DateOnly today)
    {
        List<PledgeRegistration> registrations = [.. pledges.SelectMany(p => filed[p])];
        List<PledgeItem> items = [.. pledges.SelectMany(p => held[p])];
        (string Kind, DateOnly? Day)[] days = [("resolution", line.ResolutionUntil), ("registration", registrations.Select(r => r.ExpiresOn).Min()), ("fee", items.Select(i => fees.GetValueOrDefault(i.RightId)).Min()), ("receivable", pledges.SelectMany(p => owed[p]).Min()), ("proof", unproved), ("promise", promised)];
        return new([.. days.Where(d => d.Day is not null).Select(d => LineDate.Of(d.Kind, d.Day!.Value, today))], [.. items.OrderBy(i => i.RightNumber, StringComparer.Ordinal).Select(i => i.RightNumber)], [.. registrations.Select(r => r.RegistrationNo).Order(StringComparer.Ordinal)]);
    }
}
