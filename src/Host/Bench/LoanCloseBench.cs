using System.Diagnostics;
using System.Text.Json;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Host.Serve;
using Zhirong.Platform.Web;

namespace Zhirong.Host.Bench;

/// <summary>
/// Times the close of one day for many loans with the database: up to a year old, paid month by month, each played from its first day, its
/// interest posted to the book, all of it durable.
/// </summary>
internal static class LoanCloseBench
{
    private const int Loans = 100_000;

    /// <summary>As asked: a hundred thousand in less than a minute.</summary>
    private const double Seconds = 60;

    private static readonly DateOnly Day = new(2026, 11, 27);

    public static IEnumerable<BenchLine> Run()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home.Folder, ".build", "bench", $"loans-{Guid.NewGuid():N}")).FullName;
        try
        {
            return [new("loan.dayclose.db", In(folder).GetAwaiter().GetResult(), Seconds, "s")];
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<double> In(string folder)
    {
        await using var store = Store.Open(folder, DeskServer.Models());
        var (rights, clock) = (new RightDoor(Home.Register(), TimeProvider.System), TimeProvider.System);
        var desk = new LoanDesk(new(store, rights, new EncumbranceDoor(clock), Home.Registries(), Home.Holidays(), clock), Home.Loans(), new LedgerBooks(store, clock), null!);
        var book = await new LedgerRoom(Home.Charts()).Open(store, Viewer.Local, "bench", "bench", BookKind.Bank, Day, [], clock);
        var firsts = await Fill(store, book);
        var (close, input) = (new DayClose(desk), JsonSerializer.Serialize(new CloseOrder(Day, firsts), WebJson.Options));
        var shards = close.Plan(input).Value;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(shards.Take(firsts.Count).Index(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (shard, cancel) =>
        {
            var done = await close.Run(new(Viewer.Local, Guid.Empty, input, shard.Index, shard.Item), cancel);
            await store.Commits.Write(
                Viewer.Local, async work =>
                {
                    await done.Value.Write!(work);
                    return 0;
                },
                cancel);
        });
        var seconds = watch.Elapsed.TotalSeconds;
        await using var read = store.Read(Viewer.Local);
        var closed = read.Session.First("SELECT count(*) FROM len_loan WHERE closed_day = @p0", row => row.Int(0), RowValues.Of(Day));
        return closed == Loans ? seconds : throw new InvalidOperationException($"{closed} of {Loans} loans were closed.");
    }

    /// <summary>One loan is written as it is kept, the others are made from it by the database; returns the first of each range.</summary>
    private static async Task<IReadOnlyList<Guid>> Fill(Store store, Guid book)
    {
        var (line, first, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Instant.Now(TimeProvider.System));
        return await store.Commits.Write(Viewer.Local, async work =>
        {
            work.Add(new Facility { Id = line, OwnerId = Viewer.Local.Organisation, Version = 1, Number = "bench", Kind = "revolving", Borrower = "bench", BorrowerCode = "", AmountFen = long.MaxValue / 4, UsedFen = 0, FromDay = Day, UntilDay = Day, ResolutionNo = "", Uses = "", BookId = book, State = "open", Because = "", ChangedAt = now, ChangedBy = "bench" });
            work.Add(new Loan { Id = first, OwnerId = Viewer.Local.Organisation, Version = 1, FacilityId = line, Number = "bench", Borrower = "bench", Purpose = "bench", PrincipalFen = 12_000_000, Terms = """{"schema":"zhirong/loan-terms/v1","principal":"120000.00","disbursedOn":"DAY","method":"equalInstalment","count":36,"annualRate":"0.0435"}""", State = "active", DisbursedOn = Day, ClosedDay = Day.AddDays(-1), Backdated = 0, BalanceFen = 0, DueFen = 0, InterestFen = 0, AccruedFen = 0, PenaltyFen = 0, FeesFen = 0, CreditFen = 0, WrittenFen = 0, PastDue = 0, Class = "pass", OffBalance = 0, NextFen = 0, Rate = 0, Events = 1, Postings = 0, Fault = "", Officer = "bench", Origin = "drawn", ChangedAt = now, ChangedBy = "bench" });
            work.Add(new LoanHappening { LoanId = first, N = 1, Kind = "drawn", Effective = Day, Recorded = Day, Fen = 12_000_000, Content = "{}", Cash = "1003", PostedThere = 1, EntryId = Guid.CreateVersion7(), Reference = "bench", Note = "", At = now, By = "bench" });
            await work.SaveChangesAsync();
            var columns = "owner_id, version, facility_id, member_n, borrower, purpose, principal_fen, state, maturity, closed_day, backdated, balance_fen, due_fen, interest_fen, accrued_fen, penalty_fen, fees_fen, credit_fen, written_fen, past_due, class, off_balance, next_due, next_fen, rate, events, postings, fault, officer, origin, changed_at, changed_by";
            work.Session.Execute(
                $"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @p0)
                INSERT INTO len_loan (id, number, terms, disbursed_on, {columns})
                SELECT printf('%08x-0000-7000-8000-000000000000', 268435456 + i), 'L' || i, replace(terms, 'DAY', date(@p1, '-' || (i % 12) || ' months', '-' || (i % 26) || ' days')), date(@p1, '-' || (i % 12) || ' months', '-' || (i % 26) || ' days'), {columns} FROM len_loan, n
                """,
                Loans, RowValues.Of(Day.AddDays(-1)));
            work.Session.Execute("DELETE FROM len_loan WHERE number = 'bench'");
            work.Session.Execute(
                """
                WITH RECURSIVE k(m) AS (SELECT 0 UNION ALL SELECT m + 1 FROM k WHERE m < 12)
                INSERT INTO len_loan_event (loan_id, n, kind, effective, recorded, undone_on, fen, content, cash, posted_there, entry_id, reference, note, at, by)
                SELECT l.id, m + 1, CASE m WHEN 0 THEN 'drawn' ELSE 'receipt' END, date(l.disbursed_on, '+' || m || ' months'), date(l.disbursed_on, '+' || m || ' months'), NULL, CASE m WHEN 0 THEN e.fen ELSE 356200 END, '{}', '1003', CASE m WHEN 0 THEN 1 ELSE 0 END, CASE m WHEN 0 THEN e.entry_id END, 'r' || m, '', 1, 'bench'
                FROM len_loan l, k, len_loan_event e WHERE e.reference = 'bench' AND date(l.disbursed_on, '+' || m || ' months') < @p0
                """,
                RowValues.Of(Day));
            work.Session.Execute("DELETE FROM len_loan_event WHERE reference = 'bench'");
            return work.Session.List("SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS r FROM len_loan) AS x WHERE (r - 1) % @p0 = 0 ORDER BY id", row => row.Id(0), DayClose.ShardSize);
        });
    }
}
