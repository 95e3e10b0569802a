using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>What the list of checks is asked for.</summary>
/// <param name="Due"><c>overdue</c>, <c>week</c>, <c>month</c>: of those to be done.</param>
/// <param name="Mine">Assigned to this person; null for everybody's.</param>
internal readonly record struct CheckQuery(string? Q, string? State, string? Kind, string? Due, string? Mine);

/// <summary>待办检查: every check by its day, whose it is and how late; and the checks of one loan with what is looked at.</summary>
internal static class ListChecks
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/checks", List).WithName("listLoanChecks").WithSummary("Checks after the loan by their day: to be done unless state says otherwise; mine=true those assigned to oneself").Produces<LoanCheckPage>().ProducesProblem(422).Reads("lending");
        api.MapGet("/loans/{id:guid}/checks", One).WithName("openLoanChecks").WithSummary("Checks of a loan, and what each kind of check looks at").Produces<LoanCheckList>().ProducesProblem(404).Reads("lending");
    }

    private static async Task<IResult> List(HttpContext context, LoanDesk desk, string? q, string? state, string? kind, string? due, bool? mine, int? page, int? pageSize)
    {
        if ((WebRefusals.Word("state", state, CheckWords.States) ?? WebRefusals.Word("kind", kind, CheckWords.Kinds) ?? WebRefusals.Word("due", due, DueWords.All)) is { } fault)
        {
            return Problems.Of(context, fault);
        }

        var viewer = RequestViewer.Of(context);
        await using var read = desk.Store.Read(viewer);
        return Results.Json(await Page(read, desk, new(q, state, kind, due, mine == true ? viewer.Person : null), viewer.Person, PageRequest.Of(page, pageSize), RequestLanguage.Of(context)), WebJson.Options);
    }

    public static async Task<LoanCheckPage> Page(ZhirongContext read, LoanDesk desk, CheckQuery query, string person, PageRequest wanted, Language language)
    {
        var (today, found) = (desk.Today, Found(read, query, desk.Today));
        var total = await found.CountAsync();
        var rows = await (query.State is CheckWords.Done or CheckWords.Withdrawn ? found.OrderByDescending(f => f.Check.DoneOn).ThenByDescending(f => f.Check.At) : found.OrderBy(f => f.Check.DueOn)).ThenBy(f => f.Loan.Id).ThenBy(f => f.Check.N).Skip(wanted.Skip).Take(wanted.PageSize).AsNoTracking().ToListAsync();
        var (loans, lines) = (rows.Select(r => r.Loan.Id).Distinct().ToList(), rows.Select(r => r.Loan.FacilityId).Distinct().ToList());
        var corrections = (await read.Set<LoanCheck>().Where(c => loans.Contains(c.LoanId) && c.Corrects != null).AsNoTracking().ToListAsync()).ToLookup(c => c.LoanId);
        var numbers = await read.Set<Facility>().Where(f => lines.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Number);
        var (week, month) = (today.AddDays(7), today.AddDays(30));
        var counts = await Own(read).Where(c => c.State == CheckWords.Planned).GroupBy(_ => 1).Select(g => new CheckCounts(g.Count(c => c.DueOn < today), g.Count(c => c.DueOn >= today && c.DueOn <= week), g.Count(c => c.DueOn >= today && c.DueOn <= month), g.Count(), g.Count(c => c.Assigned == person))).SingleOrDefaultAsync();
        return new([.. rows.Select(r => LoanCheckRow.Of(r.Loan, numbers.GetValueOrDefault(r.Loan.FacilityId, ""), r.Check, [.. corrections[r.Loan.Id]], today, language))], total, wanted.Page, wanted.PageSize, counts ?? new(0, 0, 0, 0, 0));
    }

    /// <summary>The lender's own: whoever was given a loan to see does not see what its lender found.</summary>
    public static IQueryable<LoanCheck> Own(ZhirongContext read)
    {
        var lender = read.Viewer.Organisation;
        return read.Set<LoanCheck>().Where(c => read.Set<Loan>().Any(l => l.Id == c.LoanId && l.OwnerId == lender));
    }

    private static IQueryable<Pair> Found(ZhirongContext read, CheckQuery query, DateOnly today)
    {
        var (state, words) = (string.IsNullOrEmpty(query.State) || !string.IsNullOrEmpty(query.Due) ? CheckWords.Planned : query.State, query.Q?.Trim() ?? "");
        var (week, month) = (today.AddDays(7), today.AddDays(30));
        var checks = Own(read).Where(c => c.State == state);
        checks = string.IsNullOrEmpty(query.Kind) ? checks : checks.Where(c => c.Kind == query.Kind);
        checks = query.Mine is { } person ? checks.Where(c => c.Assigned == person) : checks;
        checks = query.Due switch
        {
            "overdue" => checks.Where(c => c.DueOn < today),
            "week" => checks.Where(c => c.DueOn >= today && c.DueOn <= week),
            "month" => checks.Where(c => c.DueOn >= today && c.DueOn <= month),
            _ => checks,
        };
        var found = checks.Join(read.Set<Loan>(), c => c.LoanId, l => l.Id, (c, l) => new Pair { Check = c, Loan = l });
        return words.Length == 0 ? found : found.Where(f => f.Loan.Number.Contains(words) || f.Loan.Borrower.Contains(words) || f.Check.Assigned.Contains(words));
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is { } loan
            ? Results.Json(LoanCheckList.Of(read, loan, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
    }

    private sealed class Pair
    {
        public required LoanCheck Check { get; init; }

        public required Loan Loan { get; init; }
    }
}
