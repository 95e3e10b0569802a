using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Closing;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>
/// The close of a day keeps the planned checks of its loans in step: a class that changed moves the next one, a loan that is over needs none, one
/// that has none yet gets its first. What stays as it is costs a read.
/// </summary>
internal static class NightPlanning
{
    private static readonly TableShape Shape = new(
        "len_loan_check",
        TableShape.Text("loan_id"), TableShape.Int("n"), TableShape.Text("kind"), TableShape.Text("state"), TableShape.Text("due_on"), TableShape.Text("assigned"), TableShape.Text("causes"), TableShape.Text("anchor"), TableShape.Text("basis"), TableShape.Text("done_on"), TableShape.Text("way"), TableShape.Text("place"), TableShape.Text("met"), TableShape.Text("findings"), TableShape.Text("papers"), TableShape.Text("result"), TableShape.Text("conclusion"), TableShape.Text("plan"), TableShape.Int("corrects"), TableShape.Text("breach_id"), TableShape.Long("at"), TableShape.Text("by"), TableShape.Long("done_at"), TableShape.Text("done_by"));

    /// <summary>Looks at loans that were closed, with their figures already written.</summary>
    public static async Task Look(ZhirongContext work, LoanDesk desk, IReadOnlyList<LoanClosing> closings, IReadOnlyDictionary<Guid, Facility> lines, DateOnly day)
    {
        var products = await Products(work, lines.Values);
        var (fresh, said) = (new RowSet(Shape), new List<string>());
        foreach (var some in closings.Chunk(500))
        {
            var ids = some.Select(c => c.Loan.Id).ToList();
            var planned = (await work.Set<LoanCheck>().Where(c => ids.Contains(c.LoanId) && c.State == CheckWords.Planned).Select(c => new { c.LoanId, c.Kind, c.Basis, c.Anchor }).ToListAsync()).ToLookup(c => c.LoanId);
            var bare = some.Where(c => CheckPlanning.Lives(c.Loan) && !planned[c.Loan.Id].Any(p => p.Kind != CheckWords.Special)).Select(c => c.Loan.Id).ToList();
            var before = (await work.Set<LoanCheck>().Where(c => bare.Contains(c.LoanId)).AsNoTracking().ToListAsync()).ToLookup(c => c.LoanId);
            foreach (var closing in some)
            {
                var (loan, own) = (closing.Loan, planned[closing.Loan.Id].ToList());
                var line = lines[loan.FacilityId];
                NextCheck Next(DateOnly? done) => CheckDays.Next(desk.Law.Visits, CheckPlanning.Life(loan, line.Kind, line.ApplicationId is { } asked ? products.GetValueOrDefault(asked, "") : "", Taken(closing), done), desk.Calendar);
                if (bare.Contains(loan.Id))
                {
                    List<LoanCheck> rows = [.. before[loan.Id]];
                    Add(fresh, said, CheckPlanning.New(loan, rows.Count + 1, "", default, loan.Officer, [], null, Instant.Now(desk.Clock), work.Viewer.Person), Next(CheckPlanning.Checked(rows)));
                }
                else if (own.Count > 0 && (!CheckPlanning.Lives(loan) || (own.Find(p => p.Kind != CheckWords.Special) is { } row && Next(row.Kind == CheckWords.First ? null : row.Anchor == Taken(closing) ? null : row.Anchor).Basis != row.Basis)))
                {
                    // The loan's row is held by the close already.
                    await CheckPlanning.Look(work, desk, loan, day);
                }
            }
        }

        if (fresh.Count > 0)
        {
            work.Session.Insert(fresh);
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("ChecksPlanned", "loanclose", $"{day:yyyy-MM-dd}", new JsonObject { ["checks"] = fresh.Count, ["day"] = RowValues.Of(day), ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said)))) }), desk.Clock)]);
        }
    }

    private static DateOnly? Taken(LoanClosing closing) => closing.Events.Values.FirstOrDefault(e => e.Kind == EventKinds.TakenOver && e.UndoneOn is null)?.Effective;

    private static async Task<Dictionary<Guid, string>> Products(ZhirongContext work, IEnumerable<Facility> lines)
    {
        var products = new Dictionary<Guid, string>();
        foreach (var some in lines.Where(l => l.ApplicationId is not null).Select(l => l.ApplicationId!.Value).Distinct().Chunk(500))
        {
            foreach (var asked in await work.Set<LoanApplication>().Where(a => some.Contains(a.Id)).Select(a => new { a.Id, a.Product }).ToListAsync())
            {
                products[asked.Id] = asked.Product;
            }
        }

        return products;
    }

    private static void Add(RowSet fresh, List<string> said, LoanCheck c, NextCheck next)
    {
        fresh.Add(RowValues.Of(c.LoanId), c.N, next.Kind, c.State, RowValues.Of(next.Due), c.Assigned, c.Causes, RowValues.Of(next.Anchor), next.Basis, null, c.Way, c.Place, c.Met, c.Findings, c.Papers, c.Result, c.Conclusion, c.Plan, null, null, c.At, c.By, null, c.DoneBy);
        said.Add($"{c.LoanId:D} {c.N} {next.Kind} {next.Due:yyyy-MM-dd}");
    }
}
