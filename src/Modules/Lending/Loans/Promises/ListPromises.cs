using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>A promise in the list over all loans.</summary>
/// <param name="FacilityNumber">Of the line that was granted on it.</param>
/// <param name="Officer">Who sees to the loan.</param>
public sealed record PromiseRow(string Borrower, string FacilityNumber, string Officer, PromiseView Promise);

/// <param name="Overdue">To be measured, their day gone by.</param>
/// <param name="Week">To be measured within seven days.</param>
/// <param name="Month">To be measured within thirty days, those of the week among them.</param>
/// <param name="Open">All that are to be measured.</param>
/// <param name="Missed">Measured and missed.</param>
/// <param name="Kept">Measured and kept.</param>
public sealed record PromiseCounts(int Overdue, int Week, int Month, int Open, int Missed, int Kept);

/// <param name="Counts">Of all of the lender's promises, whatever is asked for.</param>
public sealed record PromisePage(IReadOnlyList<PromiseRow> Items, int Total, int Page, int PageSize, PromiseCounts Counts);

/// <summary>What the list of promises is asked for.</summary>
/// <param name="Due"><c>overdue</c>, <c>week</c>, <c>month</c>: of those to be measured.</param>
internal readonly record struct PromiseQuery(string? Q, string? State, string? Due);

/// <summary>承诺台账: what borrowers promised over all loans, by the day it is to be measured.</summary>
internal static class ListPromises
{
    private static readonly string[] States = [PromiseWords.Open, PromiseWords.Kept, PromiseWords.Missed, PromiseWords.Withdrawn];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/loans/promises", List).WithName("listLoanPromises").WithSummary("Promised indicators over all loans by the day they are to be measured; state open unless another is asked for").Produces<PromisePage>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> List(HttpContext context, LoanDesk desk, string? q, string? state, string? due, int? page, int? pageSize)
    {
        if ((WebRefusals.Word("state", state, States) ?? WebRefusals.Word("due", due, DueWords.All)) is { } fault)
        {
            return Problems.Of(context, fault);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return Results.Json(await Page(read, desk, new(q, state, due), PageRequest.Of(page, pageSize), RequestLanguage.Of(context)), WebJson.Options);
    }

    public static async Task<PromisePage> Page(ZhirongContext read, LoanDesk desk, PromiseQuery query, PageRequest wanted, Language language)
    {
        var (today, found) = (desk.Today, Found(read, query, desk.Today));
        var total = await found.CountAsync();

        // What is to be measured by its day, what is decided from the newest.
        var ordered = Asked(query) == PromiseWords.Open ? found.OrderBy(f => f.Promise.DueOn) : found.OrderByDescending(f => f.Promise.DueOn);
        var rows = await ordered.ThenBy(f => f.Loan.Number).ThenBy(f => f.Promise.N).Skip(wanted.Skip).Take(wanted.PageSize).AsNoTracking().ToListAsync();
        var (loans, lines) = (rows.Select(r => r.Loan.Id).Distinct().ToList(), rows.Select(r => r.Loan.FacilityId).Distinct().ToList());
        var measures = (await read.Set<PromiseMeasure>().Where(m => loans.Contains(m.LoanId)).OrderBy(m => m.N).AsNoTracking().ToListAsync()).ToLookup(m => (m.LoanId, m.PromiseN));
        var numbers = await read.Set<Facility>().Where(f => lines.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Number);
        return new(
            [.. rows.Select(r => new PromiseRow(r.Loan.Borrower, numbers.GetValueOrDefault(r.Loan.FacilityId, ""), r.Loan.Officer, PromiseView.Of(r.Promise, r.Loan, [.. measures[(r.Loan.Id, r.Promise.N)]], today, language)))],
            total, wanted.Page, wanted.PageSize, await Counts(read, today));
    }

    private static async Task<PromiseCounts> Counts(ZhirongContext read, DateOnly today)
    {
        var (week, month) = (today.AddDays(7), today.AddDays(30));
        return await Own(read).GroupBy(_ => 1).Select(g => new PromiseCounts(
            g.Count(p => p.State == PromiseWords.Open && p.DueOn < today),
            g.Count(p => p.State == PromiseWords.Open && p.DueOn >= today && p.DueOn <= week),
            g.Count(p => p.State == PromiseWords.Open && p.DueOn >= today && p.DueOn <= month),
            g.Count(p => p.State == PromiseWords.Open),
            g.Count(p => p.State == PromiseWords.Missed),
            g.Count(p => p.State == PromiseWords.Kept))).SingleOrDefaultAsync() ?? new(0, 0, 0, 0, 0, 0);
    }

    /// <summary>The lender's own: whoever was given a loan to see finds its promises among his obligations.</summary>
    private static IQueryable<LoanPromise> Own(ZhirongContext read)
    {
        var lender = read.Viewer.Organisation;
        return read.Set<LoanPromise>().Where(p => read.Set<Loan>().Any(l => l.Id == p.LoanId && l.OwnerId == lender));
    }

    private static string Asked(PromiseQuery query) => string.IsNullOrEmpty(query.State) || !string.IsNullOrEmpty(query.Due) ? PromiseWords.Open : query.State;

    private static IQueryable<Pair> Found(ZhirongContext read, PromiseQuery query, DateOnly today)
    {
        var (state, words, week, month) = (Asked(query), query.Q?.Trim() ?? "", today.AddDays(7), today.AddDays(30));
        var promises = Own(read).Where(p => p.State == state);
        promises = query.Due switch
        {
            "overdue" => promises.Where(p => p.DueOn < today),
            "week" => promises.Where(p => p.DueOn >= today && p.DueOn <= week),
            "month" => promises.Where(p => p.DueOn >= today && p.DueOn <= month),
            _ => promises,
        };
        var found = promises.Join(read.Set<Loan>(), p => p.LoanId, l => l.Id, (p, l) => new Pair { Promise = p, Loan = l });
        return words.Length == 0 ? found : found.Where(f => f.Loan.Number.Contains(words) || f.Loan.Borrower.Contains(words) || f.Loan.Officer.Contains(words) || f.Promise.Zh.Contains(words) || f.Promise.En.Contains(words));
    }

    private sealed class Pair
    {
        public required LoanPromise Promise { get; init; }

        public required Loan Loan { get; init; }
    }
}
