using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Aid;

/// <param name="Scheme">Code of a scheme of aid.</param>
/// <param name="Limit">Yuan.</param>
/// <param name="From">0 for a new budget, else the version that is changed.</param>
/// <param name="ClosesOn">Last day of approvals.</param>
/// <param name="BookId">The book aid is paid from, with the chart of a fund; left out: payments are only noted.</param>
/// <param name="Expense">Its account of aid paid, 651201 (interest aid) where none is named.</param>
public sealed record SetBudgetRequest(string Scheme, int Year, string Limit, int From = 0, DateOnly? ClosesOn = null, Guid? BookId = null, string? Expense = null);

/// <summary>设定年度预算: the money of a scheme for a year, never below what is approved.</summary>
internal static class SetBudget
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/budgets", List).WithName("listBudgets").WithSummary("Budgets of schemes by year, the newest first").Produces<BudgetList>().Reads("policy");
        api.MapPost("/policy/budgets", Answer).WithName("setBudget").WithSummary("Set or change the money of a scheme for a year").Produces<BudgetRow>(201).ProducesProblem(409).ProducesProblem(422).Act("policy.budget.set");
    }

    /// <param name="number">Of the text; the newest where none is named or the viewer does not see it.</param>
    public static string Title(ZhirongContext read, PolicyDesk desk, string scheme, Language language, int? number = null) =>
        (SchemeShelf.Find(read, desk, ShippedScheme.AidKind, scheme, number) ?? SchemeShelf.Find(read, desk, ShippedScheme.AidKind, scheme))?.Scheme.Head.Title.In(language) ?? scheme;

    private static async Task<IResult> List(HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var budgets = await read.Set<AidBudget>().OrderByDescending(b => b.Year).ThenBy(b => b.Scheme).ThenBy(b => b.Id).Take(PageRequest.Largest).ToListAsync(context.RequestAborted);
        return Results.Json(new BudgetList([.. budgets.Select(b => BudgetRow.Of(b, Title(read, desk, b.Scheme, RequestLanguage.Of(context))))]), WebJson.Options);
    }

    private static async Task<IResult> Answer(BodyOf<SetBudgetRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new PolicyForm(), body.Value.Value);
        form.Text("scheme", request.Scheme, 80);
        form.Year("year", request.Year);
        var limit = form.Fen("limit", request.Limit);
        if (request.ClosesOn is { } closes)
        {
            form.Day("closesOn", closes);
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<BudgetRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            YearLedger.Alone(work, work.Viewer.Organisation, request.Scheme);
            var budget = await Set(work, desk, request, limit);
            return budget.Ok ? BudgetRow.Of(budget.Value, Title(work, desk, request.Scheme, language)) : Result<BudgetRow>.Refused(budget.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, PolicyRefusals.StaleCode);
    }

    internal static async Task<Result<AidBudget>> Set(ZhirongContext work, PolicyDesk desk, SetBudgetRequest request, long limit)
    {
        if (SchemeShelf.Find(work, desk, ShippedScheme.AidKind, request.Scheme) is null)
        {
            return PolicyRefusals.NoScheme("scheme", request.Scheme);
        }

        var budget = await work.Set<AidBudget>().SingleOrDefaultAsync(b => b.Scheme == request.Scheme && b.Year == request.Year && b.OwnerId == work.Viewer.Organisation);
        if (request.From != (budget?.Version ?? 0))
        {
            return request.From == 0 ? PolicyRefusals.BudgetTwice(request.Scheme, request.Year) : PolicyRefusals.Stale(request.From, budget?.Version ?? 0);
        }

        if (budget is { State: not "open" })
        {
            return PolicyRefusals.BudgetClosed(budget.State);
        }

        // A pool may be overdrawn by approvals: it is divided afterwards.
        if (budget is not null && limit < budget.ApprovedFen && SchemeShelf.Find(work, desk, ShippedScheme.AidKind, request.Scheme)!.Scheme.Aid!.Pool is null)
        {
            return PolicyRefusals.BudgetBelow(Money.FenText(limit), Money.FenText(budget.ApprovedFen));
        }

        var (book, account) = (request.BookId ?? budget?.BookId, request.Expense ?? budget?.Expense ?? AidPosting.Expenses[0]);
        if (!AidPosting.Expenses.Contains(account))
        {
            return PolicyRefusals.Expense(account, AidPosting.Expenses);
        }

        if (book is { } named && !AidPosting.Fits(work, named, account))
        {
            return PolicyRefusals.NoBook($"{named}");
        }

        // What was paid has to come back where it went from, so that book and account stay once money moved.
        if (budget is { Moved: true } && (book, account) != (budget.BookId, budget.Expense))
        {
            return PolicyRefusals.BookStands($"{book} {account}");
        }

        if (budget is null)
        {
            budget = new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Scheme = request.Scheme, Year = request.Year, LimitFen = 0, ApprovedFen = 0, PaidFen = 0, State = "open", ChangedAt = 0, ChangedBy = "" };
            work.Add(budget);
        }

        (budget.LimitFen, budget.ClosesOn, budget.Version) = (limit, request.ClosesOn, budget.Version + 1);
        (budget.BookId, budget.Expense) = (book, account);
        (budget.ChangedAt, budget.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        desk.Witness(work, "BudgetSet", "budget", budget.Id, new JsonObject { ["book"] = book is { } paidFrom ? $"{paidFrom}" : null, ["limit"] = Money.FenText(limit), ["scheme"] = budget.Scheme, ["version"] = budget.Version, ["year"] = budget.Year });
        return budget;
    }
}
