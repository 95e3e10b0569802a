using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger;

/// <summary>What is expected to be paid on a day.</summary>
/// <param name="Debit">Code in the book.</param>
/// <param name="Credit">Another code in the book.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="Line">What its maker calls it, such as a line of an order of payments.</param>
/// <param name="Provisional">暂定: the day stands on a year without published holidays.</param>
public sealed record PlannedDraft(DateOnly Due, string Debit, string Credit, Money Amount, string Line, Words Memo, bool Provisional = false);

/// <param name="Planned">Planned entries of the set.</param>
/// <param name="Replaced">Earlier ones of the series cancelled by it.</param>
/// <param name="Total">Sum of the set.</param>
/// <param name="Unchanged">The set stood already and nothing was done.</param>
public sealed record PlannedChange(int Planned, int Replaced, Money Total, bool Unchanged);

/// <param name="Planned">Planned entries of the set.</param>
/// <param name="Matched">Those fulfilled to the fen.</param>
public sealed record PlannedSummary(Guid BookId, int Planned, int Matched);

/// <summary>The door by which other rooms say what they expect to be paid.</summary>
public sealed class PlannedEntries(LedgerBooks books)
{
    private static readonly TableShape Shape = new(
        "ldg_planned",
        TableShape.Text("id"), TableShape.Text("book_id"), TableShape.Text("set_id"), TableShape.Text("series"), TableShape.Text("title"), TableShape.Text("due"), TableShape.Int("provisional"), TableShape.Long("debit_no"), TableShape.Long("credit_no"), TableShape.Long("fen"), TableShape.Long("matched_fen"), TableShape.Int("cancelled"), TableShape.Text("line"), TableShape.Text("memo_zh"), TableShape.Text("memo_en"));

    /// <summary>
    /// Puts a set of planned entries into a book inside a work on the commit queue. The set that stands changes nothing; another of
    /// the same series, new or put in before, stands in its place: what was paid of one is paid of the other where day, accounts and
    /// line are the same, and the rest of the earlier ones is cancelled.
    /// </summary>
    /// <param name="setId">What it was made from: the id of a kept run.</param>
    /// <param name="series">What replaces what: the id of a deal.</param>
    /// <param name="title">What people call the set.</param>
    public Result<PlannedChange> Replace(ZhirongContext work, Guid book, string setId, string series, string title, IReadOnlyList<PlannedDraft> drafts)
    {
        if (!LedgerReading.Sees(work, book))
        {
            return LedgerReading.Missing(work, "books", book, book);
        }

        work.Session.Alone($"planned {book} {series}");
        var sum = Money.OfFen(drafts.Sum(d => d.Amount.Fen));
        var rows = PlannedSeries.Load(work.Session, book, series);
        var (own, others) = (rows.Where(r => r.SetId == setId).ToList(), rows.Where(r => r.SetId != setId).ToList());
        if (own.Count > 0 && !own.Exists(r => r.Cancelled) && !others.Exists(r => r.OpenFen > 0))
        {
            return new PlannedChange(own.Count, 0, Money.OfFen(own.Sum(r => r.Fen)), true);
        }

        if (own.Count > 0)
        {
            // Back to an earlier set: it stands again as it was.
            work.Session.Execute("UPDATE ldg_planned SET cancelled = 0 WHERE book_id = @p0 AND set_id = @p1", RowValues.Of(book), setId);
        }
        else if (Rows(work, book, setId, series, title, drafts) is var made && made.Ok)
        {
            work.Session.Insert(made.Value);
        }
        else
        {
            return Result<PlannedChange>.Refused(made.Refusals);
        }

        PlannedSeries.Carry(work, book, series, setId, books.Clock);
        var replaced = work.Session.Execute("UPDATE ldg_planned SET cancelled = 1 WHERE book_id = @p0 AND series = @p1 AND set_id <> @p2 AND cancelled = 0 AND matched_fen < fen", RowValues.Of(book), series, setId);
        EvidenceLeaves.Record(work, Happening(book, setId, series, title, drafts, replaced), books.Clock);
        return new PlannedChange(own.Count > 0 ? own.Count : drafts.Count, replaced, own.Count > 0 ? Money.OfFen(own.Sum(r => r.Fen)) : sum, false);
    }

    /// <summary>What became of a set; null when there is none the viewer may see.</summary>
    public static PlannedSummary? Summary(ZhirongContext context, string setId)
    {
        var found = context.Session.List(
            "SELECT book_id, count(*), cast(sum(CASE WHEN matched_fen >= fen THEN 1 ELSE 0 END) AS bigint) FROM ldg_planned WHERE set_id = @p0 GROUP BY book_id ORDER BY book_id",
            row => new PlannedSummary(row.Id(0), row.Int(1), row.Int(2)),
            setId);
        return found.FirstOrDefault(s => LedgerReading.Sees(context, s.BookId));
    }

    private Result<RowSet> Rows(ZhirongContext work, Guid book, string setId, string series, string title, IReadOnlyList<PlannedDraft> drafts)
    {
        // Ids rise with the drafts, one millisecond each, so that those due on one day are listed as given.
        var (rows, faults, now) = (new RowSet(Shape), new List<Refusal>(), books.Clock.GetUtcNow());
        foreach (var (n, draft) in drafts.Index())
        {
            var (debit, credit) = (books.Number(work.Viewer, book, draft.Debit, work), books.Number(work.Viewer, book, draft.Credit, work));
            var fault = draft.Amount.Fen <= 0 || draft.Amount > Money.Limit ? LedgerRefusals.Amount($"planned.{n}.amount", $"{draft.Amount}")
                : debit is null ? LedgerRefusals.Account($"planned.{n}.debit", draft.Debit)
                : credit is null ? LedgerRefusals.Account($"planned.{n}.credit", draft.Credit)
                : debit == credit ? LedgerRefusals.SameAccount(draft.Credit)
                : null;
            if (fault is not null)
            {
                faults.Add(fault);
                continue;
            }

            rows.Add(
                RowValues.Of(Guid.CreateVersion7(now.AddMilliseconds(n))), RowValues.Of(book), setId, series, title, RowValues.Of(draft.Due), draft.Provisional ? 1 : 0, debit, credit, draft.Amount.Fen, 0L, 0, draft.Line, draft.Memo.Zh, draft.Memo.En);
        }

        return faults.Count > 0 ? Result<RowSet>.Refused(faults) : rows;
    }

    private static Happening Happening(Guid book, string setId, string series, string title, IReadOnlyList<PlannedDraft> drafts, int replaced) => new("PlannedEntriesReplaced", "planned", setId, new JsonObject
    {
        ["book"] = RowValues.Of(book),
        ["entries"] = new JsonArray([.. drafts.Select(d => new JsonObject
        {
            ["amount"] = d.Amount.ToString(),
            ["credit"] = d.Credit,
            ["debit"] = d.Debit,
            ["due"] = RowValues.Of(d.Due),
            ["line"] = d.Line,
        })]),
        ["replaced"] = replaced,
        ["series"] = series,
        ["title"] = title,
    });
}
