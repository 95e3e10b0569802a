using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Loans.Posting;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Closing;

/// <summary>Writes the close of a day for many loans in one transaction: their figures, their postings, the book's entries, what the lines have back.</summary>
internal sealed class CloseWriting(ZhirongContext work, LoanDesk desk, DateOnly day)
{
    private const int MostLines = 900;

    private static readonly TableShape Figures = new(
        "len_loan",
        TableShape.Text("id"), TableShape.Text("state"), TableShape.Text("maturity"), TableShape.Text("closed_day"), TableShape.Int("backdated"), TableShape.Long("balance_fen"), TableShape.Long("due_fen"), TableShape.Long("interest_fen"), TableShape.Long("accrued_fen"), TableShape.Long("penalty_fen"), TableShape.Long("fees_fen"), TableShape.Long("credit_fen"), TableShape.Long("written_fen"), TableShape.Int("past_due"), TableShape.Text("class"), TableShape.Int("off_balance"), TableShape.Text("next_due"), TableShape.Long("next_fen"), TableShape.Long("rate"), TableShape.Int("postings"), TableShape.Text("fault"));

    private static readonly TableShape Faults = new("len_loan", TableShape.Text("id"), TableShape.Text("fault"));

    private static readonly TableShape Postings = new(
        "len_loan_posting",
        TableShape.Text("loan_id"), TableShape.Int("n"), TableShape.Text("effective"), TableShape.Text("closed_on"), TableShape.Text("cause"), TableShape.Int("source"), TableShape.Text("debit"), TableShape.Text("credit"), TableShape.Long("fen"), TableShape.Text("entry_id"));

    private static readonly TableShape Keys = new("len_loan", TableShape.Text("id"), TableShape.Int("version"), TableShape.Text("closed_day"));

    private readonly RowSet postings = new(Postings);
    private readonly RowSet figures = new(Figures);
    private readonly RowSet faults = new(Faults);
    private readonly HashSet<Guid> waiting = [];

    /// <summary>Writes them; a loan that was changed or closed meanwhile undoes everything, to be worked out again.</summary>
    /// <param name="lines">Lines by their ids.</param>
    /// <exception cref="InvalidOperationException">A loan has moved since it was read.</exception>
    public async Task Write(IReadOnlyList<LoanClosing> closings, IReadOnlyDictionary<Guid, Facility> lines)
    {
        StillThere(closings);
        foreach (var book in closings.Where(c => c.Fault.Length == 0).GroupBy(c => lines[c.Loan.FacilityId].BookId))
        {
            Book(book.Key, [.. book]);
        }

        foreach (var closing in closings.Where(c => c.Fault.Length > 0))
        {
            Wait(closing, closing.Fault);
        }

        work.Session.Insert(postings);
        Update(figures);
        Update(faults);
        await Freed(closings, lines);
        await NightPlanning.Look(work, desk, [.. closings.Where(c => !waiting.Contains(c.Loan.Id))], lines, day);
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, Said(closings), desk.Clock)]);
    }

    private void StillThere(IReadOnlyList<LoanClosing> closings)
    {
        var read = closings.ToDictionary(c => RowValues.Of(c.Loan.Id), c => c.Version);
        work.Session.Find(
            Keys, "id", [.. read.Keys], row =>
            {
                if (row.Int(1) != read[row.Text(0)] || row.DateOrNull(2) >= day)
                {
                    throw new InvalidOperationException($"Loan {row.Text(0)} has moved; its close is worked out again.");
                }
            },
            locked: true);
    }

    /// <summary>What happens every night is summed over the loans, one entry a day; a loan to which something happened has entries of its own.</summary>
    private void Book(Guid book, List<LoanClosing> closings)
    {
        foreach (var group in closings.Where(c => !c.Alone).SelectMany(c => c.Postings.Select(p => (Closing: c, Posting: p))).GroupBy(p => p.Posting.Effective).OrderBy(g => g.Key))
        {
            var draft = Draft(group.Key, "LoansClosed", $"日终 {day:yyyy-MM-dd}", new("loanclose", $"{day:yyyy-MM-dd}"), group);
            if (Refused(book, draft) is { } refusal)
            {
                throw new InvalidOperationException($"The book refuses the night's interest: {refusal.Code} {refusal.Message.En} {refusal.Found}");
            }

            foreach (var (closing, posting) in group)
            {
                Keep(closing, posting, draft.Id);
            }
        }

        foreach (var closing in closings.Where(c => c.Alone))
        {
            Alone(book, closing);
        }

        foreach (var closing in closings.Where(c => !c.Alone))
        {
            Closed(closing);
        }
    }

    /// <summary>A loan's own entries, a day each: all of them, or the loan is not closed and says why.</summary>
    private void Alone(Guid book, LoanClosing closing)
    {
        var own = closing.Postings.Where(p => !closing.Elsewhere(p) && closing.Moves(p)).GroupBy(p => p.Effective).OrderBy(g => g.Key).Select(g => Draft(g.Key, "LoanServiced", $"{closing.Loan.Number} {closing.Loan.Borrower}", new("loan", RowValues.Of(closing.Loan.Id)), g.Select(p => (closing, p)))).ToList();
        var outcomes = own.Count == 0 ? [] : desk.Books.PostWithin(work, book, own);
        if (outcomes.FirstOrDefault(o => o.Result == PostResult.Refused) is { } refused)
        {
            // Those that were taken are taken back by their reversals, so that the book shows what was tried.
            foreach (var (draft, outcome) in own.Zip(outcomes).Where(p => p.Second.Result == PostResult.Created).Reverse())
            {
                desk.Books.PostWithin(work, book, [draft with { Id = desk.NewId(), Reverses = draft.Id, Memo = $"{closing.Loan.Number} 撤回 / taken back", Lines = [.. draft.Lines.Select(l => l with { Side = l.Side == Side.Debit ? Side.Credit : Side.Debit })] }]);
            }

            Wait(closing, $"{refused.Refusals[0].Code} {refused.Refusals[0].Path} {refused.Refusals[0].Found} · {refused.Refusals[0].Message}");
            return;
        }

        var byDay = own.ToDictionary(d => d.Effective, d => d.Id);
        foreach (var posting in closing.Postings)
        {
            Keep(closing, posting, closing.Elsewhere(posting) ? closing.Source(posting)!.EntryId ?? Guid.Empty : byDay.GetValueOrDefault(posting.Effective));
        }

        Closed(closing);
    }

    /// <summary>The loan is not closed today; the list of loans says why.</summary>
    private void Wait(LoanClosing closing, string why)
    {
        waiting.Add(closing.Loan.Id);
        faults.Add(RowValues.Of(closing.Loan.Id), Short(why));
    }

    private Refusal? Refused(Guid book, EntryDraft draft) => desk.Books.PostWithin(work, book, [draft])[0] is { Result: PostResult.Refused } outcome ? outcome.Refusals[0] : null;

    /// <summary>One entry: amounts of the same two accounts are one pair of lines.</summary>
    private EntryDraft Draft(DateOnly effective, string name, string memo, SubjectRef subject, IEnumerable<(LoanClosing Closing, LoanPosting Posting)> all)
    {
        var sums = new SortedDictionary<(string Debit, string Credit), long>();
        foreach (var (closing, posting) in all)
        {
            var key = (closing.Code(posting, posting.Debit), closing.Code(posting, posting.Credit));
            sums[key] = checked(sums.GetValueOrDefault(key) + posting.Amount.Fen);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(sums.Count * 2, MostLines);
        return new()
        {
            Id = desk.NewId(),
            Effective = effective,
            Event = name,
            Subject = subject,
            Memo = Short(memo),
            Lines = [.. sums.SelectMany(s => (LineDraft[])[new(s.Key.Debit, Side.Debit, Money.OfFen(s.Value)), new(s.Key.Credit, Side.Credit, Money.OfFen(s.Value))])],
        };
    }

    private void Keep(LoanClosing closing, LoanPosting posting, Guid entry) => postings.Add(
        RowValues.Of(closing.Loan.Id), ++closing.Loan.Postings, RowValues.Of(posting.Effective), RowValues.Of(day), posting.Cause.Word(), closing.Source(posting)?.N ?? 0, posting.Debit.Word(), posting.Credit.Word(), posting.Amount.Fen, RowValues.Of(entry));

    private void Closed(LoanClosing closing)
    {
        var l = closing.Loan;
        figures.Add(
            RowValues.Of(l.Id), l.State, RowValues.Of(l.Maturity), RowValues.Of(l.ClosedDay), l.Backdated, l.BalanceFen, l.DueFen, l.InterestFen, l.AccruedFen, l.PenaltyFen, l.FeesFen, l.CreditFen, l.WrittenFen, l.PastDue, l.Class, l.OffBalance, RowValues.Of(l.NextDue), l.NextFen, l.Rate, l.Postings, l.Fault);
    }

    private void Update(RowSet rows)
    {
        if (rows.Count > 0)
        {
            work.Session.Update(rows);
        }
    }

    /// <summary>What is repaid under a line that revolves can be drawn again; what is written off cannot: its line is frozen.</summary>
    private async Task Freed(IReadOnlyList<LoanClosing> closings, IReadOnlyDictionary<Guid, Facility> lines)
    {
        var done = closings.Where(c => !waiting.Contains(c.Loan.Id)).ToList();
        foreach (var group in done.Where(c => LineGuard.Revolves(lines[c.Loan.FacilityId])).GroupBy(c => (c.Loan.FacilityId, c.Loan.MemberN)).OrderBy(g => g.Key.FacilityId).ThenBy(g => g.Key.MemberN))
        {
            if (LineGuard.Free(work.Session, group.Key.FacilityId, group.Key.MemberN, group.Sum(c => c.Was - c.Loan.BalanceFen)))
            {
                await CovenantWatch.OverLine(work, desk, group.Key.FacilityId);
            }
        }

        foreach (var line in done.Where(c => c.Loan.State == LoanStates.WrittenOff && c.Was > 0).Select(c => c.Loan.FacilityId).Distinct().Order())
        {
            work.Session.Execute("UPDATE len_facility SET state = 'frozen', because = @p0 WHERE id = @p1 AND state = 'open'", "核销 / written off", RowValues.Of(line));
        }
    }

    private Happening Said(IReadOnlyList<LoanClosing> closings)
    {
        var done = closings.Where(c => !waiting.Contains(c.Loan.Id)).OrderBy(c => c.Loan.Id).ToList();
        var text = string.Join('\n', done.Select(c => $"{c.Loan.Id:D} {c.Loan.BalanceFen} {c.Loan.InterestFen} {c.Loan.AccruedFen} {c.Loan.PenaltyFen} {c.Loan.PastDue} {c.Loan.Class} {c.Postings.Count}"));
        return new("LoansClosed", "loanclose", $"{day:yyyy-MM-dd}", new JsonObject
        {
            ["balance"] = Money.FenText(done.Sum(c => c.Loan.BalanceFen)),
            ["day"] = RowValues.Of(day),
            ["first"] = done.Count == 0 ? null : RowValues.Of(done[0].Loan.Id),
            ["loans"] = done.Count,
            ["postings"] = postings.Count,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        });
    }

    private static string Short(string text) => text.Length <= 500 ? text : text[..500];
}
