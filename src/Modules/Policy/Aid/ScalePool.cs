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
public sealed record ScalePoolRequest(int From, string Note);

/// <summary>按比例分配: divides the year's money of a pool over everything approved, to the fen, once.</summary>
internal static class ScalePool
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/policy/budgets/{id:guid}/scale", Answer).WithName("scalePool").WithSummary("Divide the year's pool over what was approved").Produces<BudgetRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.budget.scale");

    private static async Task<IResult> Answer(Guid id, BodyOf<ScalePoolRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new PolicyForm(), body.Value.Value);
        var note = form.Text("note", request.Note, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var language = RequestLanguage.Of(context);
        var written = await desk.Store.Commits.Once<BudgetRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<AidBudget>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } seen)
            {
                return WebRefusals.NotFound("budgets", $"{id}");
            }

            YearLedger.Alone(work, seen.OwnerId, seen.Scheme);
            var budget = await work.Set<AidBudget>().SingleAsync(b => b.Id == id);
            var fault = await Divide(work, desk, budget, request.From, note);
            return fault is null ? BudgetRow.Of(budget, SetBudget.Title(work, desk, budget.Scheme, language)) : fault;
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }

    private static async Task<Refusal?> Divide(ZhirongContext work, PolicyDesk desk, AidBudget budget, int from, string note)
    {
        if (from != budget.Version)
        {
            return PolicyRefusals.Stale(from, budget.Version);
        }

        if (budget.State != "open")
        {
            return PolicyRefusals.BudgetClosed(budget.State);
        }

        if (SchemeShelf.Find(work, desk, ShippedScheme.AidKind, budget.Scheme)?.Scheme.Aid?.Pool is null)
        {
            return PolicyRefusals.NoPool();
        }

        var all = await work.Set<AidApplication>().Where(a => (a.OfficeId ?? a.OwnerId) == budget.OwnerId && a.Scheme == budget.Scheme && a.Year == budget.Year).ToListAsync();
        if (all.Count(a => AidStates.UnderWay.Contains(a.State)) is > 0 and var open)
        {
            return PolicyRefusals.WorkOpen(open);
        }

        List<AidApplication> approved = [.. all.Where(a => a.State == AidStates.Approved).OrderBy(a => a.ApprovedNo)];
        var parts = PoolScaling.Scale(budget.LimitFen, [.. approved.Select(a => a.ApprovedFen!.Value)]);
        foreach (var (application, part) in approved.Zip(parts))
        {
            application.ScaledFen = part;
            MoveAid.Step(work, desk, application, AidStates.Scaled, part, note, desk.Today);
        }

        (budget.State, budget.ApprovedFen, budget.Version) = ("scaled", parts.Sum(), budget.Version + 1);
        (budget.ChangedAt, budget.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        await work.SaveChangesAsync();
        desk.Witness(work, "PoolScaled", "budget", budget.Id, new JsonObject { ["applications"] = approved.Count, ["limit"] = Money.FenText(budget.LimitFen), ["scaled"] = Money.FenText(budget.ApprovedFen), ["scheme"] = budget.Scheme, ["year"] = budget.Year });
        return null;
    }
}
