using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Accounts;
using Zhirong.Modules.Lending.Loans.Checks;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <summary>Sums of all loans a list finds, whatever page is shown; in yuan.</summary>
public sealed record LoanTotals(int Loans, string Principal, string Balance, string Due, string Interest, string Penalty);

/// <summary>A page of the register of loans.</summary>
/// <param name="Totals">Over all pages.</param>
/// <param name="Dates">Red dates of the page's lines, by the line's id.</param>
/// <param name="Checks">The next check of the page's loans, by the loan's id; none of loans that are over.</param>
public sealed record LoanPage(IReadOnlyList<LoanRow> Items, int Total, int Page, int PageSize, LoanTotals Totals, IReadOnlyDictionary<Guid, IReadOnlyList<LineDate>> Dates, IReadOnlyDictionary<Guid, LineDate> Checks);

/// <summary>A loan to whose borrower a letter is due.</summary>
/// <param name="Days">Past due; below zero: days to the next due date.</param>
/// <param name="Amount">Due and unpaid with interest and penalties; of a reminder the next instalment.</param>
/// <param name="Contacts">Contacts kept.</param>
/// <param name="PromisedOn">The day promised last.</param>
public sealed record DunningRow(Guid LoanId, string Number, string Borrower, string Letter, int Days, DateOnly? DueOn, string Amount, string Officer, int Contacts, DateOnly? LastContact, DateOnly? PromisedOn);

/// <param name="Day">As of the last close.</param>
public sealed record DunningList(DateOnly Day, IReadOnlyList<DunningRow> Rows);

/// <summary>What a list of loans is asked for.</summary>
internal readonly record struct LoanQuery(string? Q, string? State, string? Class, Guid? Facility, string? Due, string? Sort, string? Check = null);

/// <summary>贷款台账: one row per loan, filtered, sorted, summed, as a sheet; and the letters that are due.</summary>
internal static class ListLoans
{
    private const int MostRows = 50_000;

    private static readonly Words Title = new("贷款台账", "Register of loans");

    private static readonly string[] Sorts = ["number", "borrower", "balance", "nextDue", "maturity", "pastDue", "principal", "check", "changed"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans", List).WithName("listLoans").WithSummary("The register of loans, one row a loan, with sums").Produces<LoanPage>().ProducesProblem(422).Reads("lending");
        api.MapGet("/loans/register.xlsx", Sheet).WithName("exportLoans").WithSummary("The register of loans as a workbook").Produces<byte[]>(200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").ProducesProblem(422).Reads("lending");
        api.MapGet("/loans/dunning", Letters).WithName("listDunning").WithSummary("Letters due to borrowers").Produces<DunningList>().Reads("lending");
    }

    public static IQueryable<Loan> Found(ZhirongContext read, LoanQuery query, DateOnly today)
    {
        var words = query.Q?.Trim() ?? "";
        var found = read.Set<Loan>().AsQueryable();
        found = words.Length == 0 ? found : found.Where(l => l.Number.Contains(words) || l.Borrower.Contains(words) || l.Officer.Contains(words));
        found = string.IsNullOrEmpty(query.State) ? found : found.Where(l => l.State == query.State);
        found = string.IsNullOrEmpty(query.Class) ? found : found.Where(l => l.Class == query.Class);
        found = query.Facility is { } facility ? found.Where(l => l.FacilityId == facility) : found;
        var until = today.AddDays(query.Due == "week" ? 7 : 30);
        var look = today.AddDays(query.Check == "week" ? 7 : 30);
        var lender = read.Viewer.Organisation;
        found = query.Check switch
        {
            "overdue" => found.Where(l => l.OwnerId == lender && read.Set<LoanCheck>().Any(c => c.LoanId == l.Id && c.State == CheckWords.Planned && c.DueOn < today)),
            "week" or "month" => found.Where(l => l.OwnerId == lender && read.Set<LoanCheck>().Any(c => c.LoanId == l.Id && c.State == CheckWords.Planned && c.DueOn >= today && c.DueOn <= look)),
            _ => found,
        };
        return query.Due switch
        {
            "overdue" => found.Where(l => l.State == LoanStates.Active && (l.PastDue > 0 || l.NextDue < today)),
            "week" or "month" => found.Where(l => l.State == LoanStates.Active && l.NextDue >= today && l.NextDue <= until),
            _ => found,
        };
    }

    public static Refusal? Fault(LoanQuery query)
    {
        return WebRefusals.Word("state", query.State, LoanStates.Words) ?? WebRefusals.Word("class", query.Class, LoanClasses.Words) ?? WebRefusals.Word("due", query.Due, DueWords.All) ?? WebRefusals.Word("check", query.Check, DueWords.All) ?? WebRefusals.Word("sort", query.Sort?.TrimStart('-'), Sorts);
    }

    private static async Task<IResult> List(HttpContext context, LoanDesk desk, string? q, string? state, string? @class, Guid? facility, string? due, string? sort, string? check, int? page, int? pageSize)
    {
        var query = new LoanQuery(q, state, @class, facility, due, sort, check);
        if (Fault(query) is { } fault)
        {
            return Problems.Of(context, fault);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, found, language) = (PageRequest.Of(page, pageSize), Found(read, query, desk.Today), RequestLanguage.Of(context));
        var sums = await found.GroupBy(_ => 1).Select(g => new { Loans = g.Count(), Principal = g.Sum(l => l.PrincipalFen), Balance = g.Sum(l => l.BalanceFen), Due = g.Sum(l => l.DueFen), Interest = g.Sum(l => l.InterestFen), Penalty = g.Sum(l => l.PenaltyFen) }).SingleOrDefaultAsync(context.RequestAborted);
        var rows = await Rows(read, Sorted(read, found, sort).Skip(wanted.Skip).Take(wanted.PageSize), desk, language);
        return Results.Json(new LoanPage([.. rows.Select(r => r.Row)], sums?.Loans ?? 0, wanted.Page, wanted.PageSize, new(sums?.Loans ?? 0, Money.FenText(sums?.Principal ?? 0), Money.FenText(sums?.Balance ?? 0), Money.FenText(sums?.Due ?? 0), Money.FenText(sums?.Interest ?? 0), Money.FenText(sums?.Penalty ?? 0)), await Dates(read, [.. rows.Select(r => r.Loan.FacilityId)], desk), await Checks(read, [.. rows.Select(r => r.Loan.Id)], desk.Today)), WebJson.Options);
    }

    /// <summary>The next check of each loan: its kind, day and how pressing.</summary>
    private static async Task<Dictionary<Guid, LineDate>> Checks(ZhirongContext read, IReadOnlyList<Guid> ids, DateOnly today)
    {
        var next = new Dictionary<Guid, LineDate>();
        foreach (var some in ids.Chunk(500))
        {
            foreach (var check in await ListChecks.Own(read).Where(c => some.Contains(c.LoanId) && c.State == CheckWords.Planned).OrderBy(c => c.DueOn).ThenBy(c => c.N).Select(c => new { c.LoanId, c.Kind, c.DueOn }).ToListAsync())
            {
                next.TryAdd(check.LoanId, LineDate.Of(check.Kind, check.DueOn, today));
            }
        }

        return next;
    }

    private static async Task<List<(Loan Loan, LoanRow Row)>> Rows(ZhirongContext read, IQueryable<Loan> found, LoanDesk desk, Language language)
    {
        var rows = await found.AsNoTracking().ToListAsync();
        var lines = await Lines(read, [.. rows.Select(r => r.FacilityId)]);
        return [.. rows.Select(l => (l, LoanRow.Of(l, lines.GetValueOrDefault(l.FacilityId)?.Number ?? "", desk.Today, language)))];
    }

    private static async Task<Dictionary<Guid, Facility>> Lines(ZhirongContext read, IReadOnlyList<Guid> ids)
    {
        var lines = new Dictionary<Guid, Facility>();
        foreach (var some in ids.Distinct().Chunk(500))
        {
            foreach (var line in await read.Set<Facility>().AsNoTracking().Where(f => some.Contains(f.Id)).ToListAsync())
            {
                lines[line.Id] = line;
            }
        }

        return lines;
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<LineDate>>> Dates(ZhirongContext read, IReadOnlyList<Guid> ids, LoanDesk desk) =>
        LineSecurity.Of(read, (await Lines(read, ids)).Values, desk).Where(s => s.Value.Dates.Count > 0).ToDictionary(s => s.Key, s => s.Value.Dates);

    private static IQueryable<Loan> Sorted(ZhirongContext read, IQueryable<Loan> found, string? sort)
    {
        var (by, down) = (sort?.TrimStart('-') ?? "changed", sort is null || sort.StartsWith('-'));
        IOrderedQueryable<Loan> By<T>(System.Linq.Expressions.Expression<Func<Loan, T>> key) => down ? found.OrderByDescending(key) : found.OrderBy(key);
        return (by switch
        {
            "number" => By(l => l.Number),
            "borrower" => By(l => l.Borrower),
            "balance" => By(l => l.BalanceFen),
            "principal" => By(l => l.PrincipalFen),
            "nextDue" => By(l => l.NextDue ?? new DateOnly(9999, 12, 31)),
            "maturity" => By(l => l.Maturity ?? new DateOnly(9999, 12, 31)),
            "pastDue" => By(l => l.PastDue),
            "check" => By(l => read.Set<LoanCheck>().Where(c => c.LoanId == l.Id && c.State == CheckWords.Planned).Min(c => (DateOnly?)c.DueOn) ?? new DateOnly(9999, 12, 31)),
            _ => By(l => l.ChangedAt),
        }).ThenBy(l => l.Id);
    }

    private static async Task<IResult> Sheet(HttpContext context, LoanDesk desk, string? q, string? state, string? @class, Guid? facility, string? due, string? sort, string? check)
    {
        var query = new LoanQuery(q, state, @class, facility, due, sort, check);
        if (Fault(query) is { } fault)
        {
            return Problems.Of(context, fault);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var language = RequestLanguage.Of(context);
        return Results.File(await Workbook(read, query, desk, language), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Title.In(language)}-{desk.Today:yyyyMMdd}.xlsx");
    }

    /// <summary>The loans a query finds as a workbook.</summary>
    public static async Task<byte[]> Workbook(ZhirongContext read, LoanQuery query, LoanDesk desk, Language language)
    {
        var rows = await Rows(read, Sorted(read, Found(read, query, desk.Today), query.Sort).Take(MostRows), desk, language);
        var lines = await Lines(read, [.. rows.Select(r => r.Loan.FacilityId)]);
        var (columns, cells) = LoanRegisterSheet.Of(rows, lines, LineSecurity.Of(read, lines.Values, desk), await Checks(read, [.. rows.Select(r => r.Loan.Id)], desk.Today), language);
        return LoanSheet.Write(Title, string.Create(CultureInfo.InvariantCulture, $"{desk.Today:yyyy-MM-dd} · {rows.Count}"), columns, cells, language);
    }

    private static async Task<IResult> Letters(HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var ahead = desk.Today.AddDays(-Math.Min(0, desk.Law.Covenants.Dunning.Select(s => s.FromDays).DefaultIfEmpty(0).Min()));
        var loans = await read.Set<Loan>().Where(l => l.State == LoanStates.Active && (l.PastDue > 0 || l.NextDue <= ahead)).OrderByDescending(l => l.PastDue).ThenBy(l => l.NextDue).ThenBy(l => l.Id).Take(MostRows).ToListAsync(context.RequestAborted);
        var rows = loans.Select(l => (Loan: l, Days: l.PastDue > 0 ? l.PastDue : desk.Today.DayNumber - l.NextDue!.Value.DayNumber)).Select(l => (l.Loan, l.Days, Letter: desk.Law.Covenants.Letter(l.Days))).Where(l => l.Letter is not null);
        var ids = loans.ConvertAll(l => l.Id);
        var contacts = new List<LoanContact>();
        foreach (var some in ids.Chunk(500))
        {
            contacts.AddRange(await read.Set<LoanContact>().AsNoTracking().Where(c => some.Contains(c.LoanId)).OrderBy(c => c.N).ToListAsync(context.RequestAborted));
        }

        var kept = contacts.ToLookup(c => c.LoanId);
        return Results.Json(new DunningList(desk.Today, [.. rows.Select(l => new DunningRow(l.Loan.Id, l.Loan.Number, l.Loan.Borrower, l.Letter!.Title.In(RequestLanguage.Of(context)), l.Days, l.Loan.PastDue > 0 ? desk.Today.AddDays(-l.Loan.PastDue) : l.Loan.NextDue, Money.FenText(l.Loan.PastDue > 0 ? l.Loan.DueFen + l.Loan.InterestFen + l.Loan.PenaltyFen + l.Loan.FeesFen : l.Loan.NextFen), l.Loan.Officer, kept[l.Loan.Id].Count(), kept[l.Loan.Id].Select(c => (DateOnly?)c.OnDay).LastOrDefault(), kept[l.Loan.Id].Select(c => c.PromisedOn).LastOrDefault(d => d is not null)))]), WebJson.Options);
    }
}
