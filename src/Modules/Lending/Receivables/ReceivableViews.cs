using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Receivables;

/// <summary>A pledged receivable; amounts in yuan.</summary>
/// <param name="State"><c>entered</c>, <c>notified</c>, <c>confirmed</c>.</param>
/// <param name="Expected">What has not come in.</param>
/// <param name="Held">What came in and is neither applied nor released.</param>
/// <param name="Late">What is past its due day and has not come in.</param>
/// <param name="NextDue">The earliest day whose money has not come in.</param>
public sealed record ReceivableRow(
    Guid Id, Guid PledgeId, string Pledge, string ContractNo, string Title, string Licensor, string Debtor, string Account, string State, string StateTitle, string Total, string Expected, string Received, string Applied, string Released, string Held, string Late, DateOnly? NextDue, int Version);

/// <param name="State"><c>expected</c>, <c>received</c>, <c>disputed</c>.</param>
/// <param name="DaysLate">Days past the due day without money; 0 otherwise.</param>
public sealed record ReceivableDueView(int N, DateOnly DueOn, string Amount, string State, string StateTitle, DateOnly? ReceivedOn, string Held, int DaysLate);

public sealed record ReceivablePaperView(int N, string Kind, string KindTitle, DateOnly On, string Document, string Sha256, string Person, string? Amount, string At, string By);

/// <param name="Kind"><c>applied</c> or <c>released</c>.</param>
public sealed record ReceivableUseView(int N, int Due, string Kind, string KindTitle, string Amount, Guid? LoanId, string? LoanNumber, string Reference, string State, string StateTitle, DateOnly On, string By);

/// <summary>A living loan that the pledge secures.</summary>
/// <param name="Owed">Principal, interest, penalty and fees due and not paid, in yuan, as of the last day closed.</param>
public sealed record SecuredLoan(Guid Id, string Number, string Borrower, string Balance, string Owed, int PastDue);

/// <summary>A receivable with its due dates, papers, uses, and the loans it may go to.</summary>
public sealed record ReceivableDetail(ReceivableRow Row, IReadOnlyList<ReceivableDueView> Dues, IReadOnlyList<ReceivablePaperView> Papers, IReadOnlyList<ReceivableUseView> Uses, IReadOnlyList<SecuredLoan> Loans);

/// <summary>Reads receivables with what hangs on them.</summary>
internal static class ReceivableReading
{
    public static IReadOnlyList<ReceivableDetail> Of(ZhirongContext read, IReadOnlyList<Receivable> rows, LendingDesk desk, Language language)
    {
        List<Guid> ids = [.. rows.Select(r => r.Id)], pledges = [.. rows.Select(r => r.PledgeId).Distinct()], accounts = [.. rows.Select(r => r.AccountId).Distinct()];
        var dues = read.Set<ReceivableDue>().AsNoTracking().Where(d => ids.Contains(d.ReceivableId)).OrderBy(d => d.N).ToLookup(d => d.ReceivableId);
        var papers = read.Set<ReceivablePaper>().AsNoTracking().Where(p => ids.Contains(p.ReceivableId)).OrderBy(p => p.N).ToLookup(p => p.ReceivableId);
        var uses = read.Set<ReceivableUse>().AsNoTracking().Where(u => ids.Contains(u.ReceivableId)).OrderBy(u => u.N).ToLookup(u => u.ReceivableId);
        var named = read.Set<Pledge>().AsNoTracking().Where(p => pledges.Contains(p.Id)).ToDictionary(p => p.Id, p => p.ContractNo);
        var loans = read.Set<FacilityPledge>().Where(f => pledges.Contains(f.PledgeId)).Join(read.Set<Loan>().AsNoTracking(), f => f.FacilityId, l => l.FacilityId, (f, l) => new { f.PledgeId, Loan = l }).ToList();
        var paid = accounts.ToDictionary(a => a, a => Payments.PayoutDoor.Collecting(read, a)?.Name ?? "—");
        return [.. rows.Select(r => One(r, named.GetValueOrDefault(r.PledgeId, "—"), paid[r.AccountId], [.. dues[r.Id]], [.. papers[r.Id]], [.. uses[r.Id]], [.. loans.Where(l => l.PledgeId == r.PledgeId).Select(l => l.Loan)], desk.Today, language))];
    }

    private static ReceivableDetail One(Receivable r, string pledge, string account, List<ReceivableDue> dues, List<ReceivablePaper> papers, List<ReceivableUse> uses, List<Loan> loans, DateOnly today, Language language)
    {
        string Yuan(IEnumerable<long> fen) => Money.FenText(fen.Sum());
        var (open, came, standing) = (dues.FindAll(d => d.State == ReceivableStates.Expected), dues.FindAll(d => d.State != ReceivableStates.Expected), uses.FindAll(u => u.State != ReceivableStates.Returned));
        var row = new ReceivableRow(
            r.Id, r.PledgeId, pledge, r.ContractNo, r.Title, r.Licensor, r.Debtor, account, r.State, ReceivableStates.Title(r.State).In(language), Yuan(dues.Select(d => d.Fen)), Yuan(open.Select(d => d.Fen)), Yuan(came.Select(d => d.Fen)),
            Yuan(standing.Where(u => u.Kind == ReceivableStates.Applied).Select(u => u.Fen)), Yuan(standing.Where(u => u.Kind == ReceivableStates.Released).Select(u => u.Fen)), Yuan(came.Select(d => d.Fen - d.UsedFen)), Yuan(open.Where(d => d.DueOn < today).Select(d => d.Fen)), open.Select(d => (DateOnly?)d.DueOn).Min(), r.Version);
        return new(
            row,
            [.. dues.Select(d => new ReceivableDueView(d.N, d.DueOn, Money.FenText(d.Fen), d.State, ReceivableStates.Title(d.State).In(language), d.ReceivedOn, Money.FenText(d.State == ReceivableStates.Expected ? 0 : d.Fen - d.UsedFen), d.State == ReceivableStates.Expected ? Math.Max(0, today.DayNumber - d.DueOn.DayNumber) : 0))],
            [.. papers.Select(p => new ReceivablePaperView(p.N, p.Kind, ReceivableStates.Title(p.Kind).In(language), p.OnDay, p.Document, p.Sha256, p.Person, p.Fen is { } fen ? Money.FenText(fen) : null, Instant.Text(p.At), p.By))],
            [.. uses.Select(u => new ReceivableUseView(u.N, u.DueN, u.Kind, ReceivableStates.Title(u.Kind).In(language), Money.FenText(u.Fen), u.LoanId, loans.Find(l => l.Id == u.LoanId)?.Number, u.Reference, u.State, ReceivableStates.Title(u.State).In(language), u.OnDay, u.By))],
            [.. loans.Where(l => l.State == LoanStates.Active).OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new SecuredLoan(l.Id, l.Number, l.Borrower, Money.FenText(l.BalanceFen), Money.FenText(l.DueFen + l.InterestFen + l.PenaltyFen + l.FeesFen), l.PastDue))]);
    }
}
