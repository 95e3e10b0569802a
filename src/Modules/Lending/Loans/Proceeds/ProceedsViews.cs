using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans.Proceeds;

/// <summary>A paper that shows what a payment was for.</summary>
/// <param name="Kind">Id of a kind of the plan.</param>
/// <param name="Counts">Whether it proves its amount; others are kept beside it.</param>
/// <param name="On">The day on the paper.</param>
/// <param name="Amount">What of this payment it shows, in yuan; may be 0 of a kind that proves none.</param>
/// <param name="Elsewhere">Other payments the same file is kept of: loan and number.</param>
/// <param name="TakenBack">Why it was taken back; null while it stands.</param>
public sealed record PayoutProofView(int N, string Kind, string KindTitle, bool Counts, string Number, DateOnly On, string Amount, string File, string Sha256, IReadOnlyList<string> Elsewhere, string? TakenBack, string? TakenBackBy, string At, string By);

/// <summary>A payment of a loan and what proves its use; amounts in yuan.</summary>
/// <param name="Own">自主支付: paid to the borrower himself.</param>
/// <param name="State">A word of the payments; only what is paid has to be proved.</param>
/// <param name="Unproved">Of what is paid.</param>
/// <param name="DueOn">The day by which it is to be proved; null before it is paid.</param>
/// <param name="Urgency">While something is unproved: <c>overdue</c>, <c>week</c>, <c>month</c>; empty otherwise.</param>
public sealed record ProceedsRow(int N, string Payee, string ContractNo, string Purpose, bool Own, string State, string StateTitle, DateOnly? PaidOn, string Paid, string Proved, string Unproved, DateOnly? DueOn, string Urgency, IReadOnlyList<PayoutProofView> Proofs, IReadOnlyList<BreachView> Misuses);

/// <summary>A kind of proof.</summary>
public sealed record ProofKindView(string Id, string Title, bool Counts);

/// <summary>贷款用途: what the line allows, what was paid and what of it is proved; amounts in yuan.</summary>
/// <param name="Uses">What the line was granted for; empty for whatever the contract says.</param>
/// <param name="OwnPaid">自主支付 of what is paid.</param>
/// <param name="OwnShare">The same as a fraction, four decimals; null where nothing is paid.</param>
/// <param name="Misused">What open findings of misuse come to.</param>
public sealed record ProceedsView(Guid LoanId, string Number, string Purpose, IReadOnlyList<string> Uses, string Paid, string Proved, string Unproved, string OwnPaid, string? OwnShare, string Misused, IReadOnlyList<ProofKindView> Kinds, IReadOnlyList<ProceedsRow> Rows)
{
    internal static ProceedsView Of(ZhirongContext read, Loan loan, LoanDesk desk, Language language)
    {
        var sums = ProceedsSums.Of(read, [loan.Id], desk);
        var facility = read.Set<Facility>().AsNoTracking().SingleOrDefault(f => f.Id == loan.FacilityId);
        var proofs = read.Set<PayoutProof>().AsNoTracking().Where(p => p.LoanId == loan.Id).OrderBy(p => p.PayoutN).ThenBy(p => p.N).ToList();
        var hashes = proofs.Select(p => p.Sha256).Distinct().ToList();
        var same = read.Set<PayoutProof>().Where(p => hashes.Contains(p.Sha256) && p.TakenBack == null).Join(read.Set<Loan>(), p => p.LoanId, l => l.Id, (p, l) => new { p.Sha256, p.LoanId, p.PayoutN, l.Number }).ToList();
        var breaches = read.Set<CovenantBreach>().AsNoTracking().Where(b => b.FacilityId == loan.FacilityId && b.Kind == BreachWords.Misuse).OrderBy(b => b.At).ToList();
        PayoutProofView Proof(PayoutProof p) => new(
            p.N, p.Kind, Title(desk, p.Kind).In(language), p.Counts == 1, p.Number, p.OnDay, Money.FenText(p.Fen), p.File, p.Sha256,
            p.TakenBack is not null ? [] : [.. same.Where(s => s.Sha256 == p.Sha256 && (s.LoanId != p.LoanId || s.PayoutN != p.PayoutN)).Select(s => $"{s.Number} {s.PayoutN}").Distinct().Order(StringComparer.Ordinal)], p.TakenBack, p.TakenBackBy, Instant.Text(p.At), p.By);
        List<ProceedsRow> rows = [.. sums.Select(s => new ProceedsRow(
            s.Payout.N, s.Payout.Payee, s.Payout.ContractNo, s.Payout.Purpose, s.Payout.Payee == loan.Borrower, s.Payout.State, PayoutStates.Title(s.Payout.State).In(language), s.Payout.PaidOn, Money.FenText(s.Paid), Money.FenText(s.Proved), Money.FenText(s.Unproved), s.DueOn,
            s.Unproved > 0 && s.DueOn is { } due ? LineDate.Of("proof", due, desk.Today).Urgency : "", [.. proofs.Where(p => p.PayoutN == s.Payout.N).Select(Proof)], [.. breaches.Where(b => b.About == About(loan.Id, s.Payout.N)).Select(b => BreachView.Of(b, facility?.Number ?? "", facility?.Borrower ?? "", desk.Today, language))]))];
        var (paid, own) = (sums.Sum(s => s.Paid), sums.Where(s => s.Payout.Payee == loan.Borrower).Sum(s => s.Paid));
        return new(
            loan.Id, loan.Number, loan.Purpose, facility is null || facility.Uses.Length == 0 ? [] : facility.Uses.Split('\n'), Money.FenText(paid), Money.FenText(sums.Sum(s => s.Proved)), Money.FenText(sums.Sum(s => s.Unproved)), Money.FenText(own), paid == 0 ? null : decimal.Round((decimal)own / paid, 4).ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture),
            Money.FenText(breaches.Where(b => b.Open == 1 && b.About.StartsWith($"{loan.Id:N} ", StringComparison.Ordinal)).Sum(b => b.ShortFen)), [.. desk.Law.Visits.Proofs.Select(k => new ProofKindView(k.Id, k.Title.In(language), k.Counts))], rows);
    }

    /// <summary>What a finding of misuse is about.</summary>
    internal static string About(Guid loan, int payout) => $"{loan:N} payout {payout}";

    internal static Words Title(LoanDesk desk, string kind) => desk.Law.Visits.Proofs.FirstOrDefault(k => k.Id == kind)?.Title ?? Words.Same(kind);
}

/// <summary>A payment with what is proved of it.</summary>
/// <param name="Paid">0 before the bank has paid, and once it came back.</param>
internal sealed record ProceedsSums(LoanPayout Payout, long Paid, long Proved, DateOnly? DueOn)
{
    public long Unproved => Paid - Proved;

    /// <summary>Payments of loans, in the order of loan and number. What several kinds that count show is proved once: the largest of them.</summary>
    public static IReadOnlyList<ProceedsSums> Of(ZhirongContext read, IReadOnlyCollection<Guid> loans, LoanDesk desk)
    {
        var payouts = read.Set<LoanPayout>().AsNoTracking().Where(p => loans.Contains(p.LoanId)).OrderBy(p => p.LoanId).ThenBy(p => p.N).ToList();
        var proved = read.Set<PayoutProof>().Where(p => loans.Contains(p.LoanId) && p.TakenBack == null && p.Counts == 1).GroupBy(p => new { p.LoanId, p.PayoutN, p.Kind }).Select(g => new { g.Key.LoanId, g.Key.PayoutN, Fen = g.Sum(p => p.Fen) }).ToList().ToLookup(p => (p.LoanId, p.PayoutN), p => p.Fen);
        return [.. payouts.Select(p => (Payout: p, Paid: p.State == PayoutStates.Paid ? p.Fen : 0)).Select(p => new ProceedsSums(p.Payout, p.Paid, Math.Min(p.Paid, proved[(p.Payout.LoanId, p.Payout.N)].DefaultIfEmpty(0).Max()), p.Paid > 0 ? p.Payout.PaidOn?.AddDays(desk.Law.Visits.ProofDays) : null))];
    }
}
