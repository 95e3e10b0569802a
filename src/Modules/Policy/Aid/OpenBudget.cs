using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Aid;

/// <param name="From">Version of the budget.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Day">The day the money came in; not after today.</param>
public sealed record ReceiveMoneyRequest(int From, string Amount, DateOnly Day, string Note);

/// <summary>年度台账: a budget with its applications and the caps they use; and money received into its book.</summary>
internal static class OpenBudget
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/budgets/{id:guid}", One).WithName("openBudget").WithSummary("A budget with the year's ledger: its applications, the caps they use, what its book holds").Produces<BudgetDetail>().ProducesProblem(404).Reads("policy");
        api.MapPost("/policy/budgets/{id:guid}/receipts", Receive).WithName("receiveAidMoney").WithSummary("Enter money received for aid into the budget's book").Produces<BudgetRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.budget.receive");
    }

    private static async Task<IResult> One(Guid id, HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var language = RequestLanguage.Of(context);
        if (await read.Set<AidBudget>().SingleOrDefaultAsync(b => b.Id == id, context.RequestAborted) is not { } budget)
        {
            return Problems.Of(context, WebRefusals.NotFound("budgets", $"{id}"), StatusCodes.Status404NotFound);
        }

        var title = SetBudget.Title(read, desk, budget.Scheme, language);
        var all = await read.Set<AidApplication>().Where(a => (a.OfficeId ?? a.OwnerId) == budget.OwnerId && a.Scheme == budget.Scheme && a.Year == budget.Year).OrderBy(a => a.ApprovedNo == null).ThenBy(a => a.ApprovedNo).ThenBy(a => a.Id).Take(PageRequest.Largest).ToListAsync(context.RequestAborted);
        var rule = SchemeShelf.Find(read, desk, ShippedScheme.AidKind, budget.Scheme)?.Scheme.Aid;
        return Results.Json(new BudgetDetail(BudgetRow.Of(budget, title), rule?.Pool is not null, AidPosting.Held(read, budget, desk.Today) is { } held ? $"{held}" : null, [.. all.Select(a => AidRow.Of(a, title))], Caps(read, budget, rule, all, language)), WebJson.Options);
    }

    /// <summary>Caps of loans and lifetimes count over all years; those of a year over the budget's alone.</summary>
    private static List<CapRow> Caps(ZhirongContext read, AidBudget budget, SubsidyRule? rule, IReadOnlyList<AidApplication> applications, Language language)
    {
        var subjects = applications.Select(a => a.FirmCode).Concat(applications.Select(a => $"{a.SubjectKind}:{a.SubjectId}")).ToHashSet(StringComparer.Ordinal);
        var caps = (rule?.Caps ?? []).DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var owners = rule is null ? [] : rule.Items.SelectMany(i => i.Caps.Select(c => (c.Id, i.Title))).Concat(rule.Groups.SelectMany(g => g.Caps.Select(c => (c.Id, g.Title)))).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Title, StringComparer.Ordinal);
        var uses = read.Set<CapUse>().Where(u => u.OwnerId == budget.OwnerId && u.Scheme == budget.Scheme && (u.Scope != "firm_year" || u.Year == budget.Year)).AsNoTracking().ToList();
        return [.. uses.Where(u => subjects.Contains(u.Subject)).GroupBy(u => (u.Cap, u.Scope, u.Subject)).OrderBy(g => g.Key.Cap, StringComparer.Ordinal).ThenBy(g => g.Key.Subject, StringComparer.Ordinal).Select(g =>
        {
            var cap = caps.GetValueOrDefault(g.Key.Cap);
            var named = applications.FirstOrDefault(a => a.FirmCode == g.Key.Subject || $"{a.SubjectKind}:{a.SubjectId}" == g.Key.Subject);
            return new CapRow(
                g.Key.Cap, cap is null ? g.Key.Cap : $"{owners[cap.Id].In(language)} · {cap.Title.In(language)}", g.Key.Scope, g.Key.Subject, named?.FirmName ?? "", cap is { LimitFen: { } limit, When: null } ? Money.FenText(limit) : null,
                Money.FenText(g.Sum(u => u.Fen)), Money.FenText(-g.Where(u => u.Fen < 0).Sum(u => u.Fen)), g.Select(u => u.ApplicationId).Distinct().Count());
        })];
    }

    private static async Task<IResult> Receive(Guid id, BodyOf<ReceiveMoneyRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new PolicyForm(), body.Value.Value, RequestLanguage.Of(context));
        var fen = form.Fen("amount", request.Amount);
        form.Day("day", request.Day, most: desk.Today);
        var note = form.Text("note", request.Note, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<BudgetRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var received = await Received(work, desk, id, request with { Note = note }, fen);
            return received.Ok ? BudgetRow.Of(received.Value, SetBudget.Title(work, desk, received.Value.Scheme, language)) : Result<BudgetRow>.Refused(received.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }

    internal static async Task<Result<AidBudget>> Received(ZhirongContext work, PolicyDesk desk, Guid id, ReceiveMoneyRequest request, long fen)
    {
        if (await work.Set<AidBudget>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } seen)
        {
            return WebRefusals.NotFound("budgets", $"{id}");
        }

        YearLedger.Alone(work, seen.OwnerId, seen.Scheme);
        var budget = await work.Set<AidBudget>().SingleAsync(b => b.Id == id);
        var fault = request.From != budget.Version ? PolicyRefusals.Stale(request.From, budget.Version) : budget.BookId is null ? PolicyRefusals.BookMissing() : AidPosting.Received(work, desk, budget, fen, request.Day);
        if (fault is not null)
        {
            return fault;
        }

        (budget.ReceivedFen, budget.Version) = (budget.ReceivedFen + fen, budget.Version + 1);
        (budget.ChangedAt, budget.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        desk.Witness(work, "AidMoneyReceived", "budget", budget.Id, new JsonObject { ["amount"] = Money.FenText(fen), ["book"] = $"{budget.BookId}", ["day"] = $"{request.Day:yyyy-MM-dd}", ["note"] = request.Note, ["scheme"] = budget.Scheme, ["year"] = budget.Year });
        return budget;
    }
}
