using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.InstantLoans;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Covenants;

/// <param name="Outcome"><c>topped_up</c>, <c>replaced</c>, <c>prepaid</c>, <c>restored</c>, <c>remedied</c>: refused while it is still short; <c>waived</c>.</param>
/// <param name="Note">What was done, or why it is waived.</param>
public sealed record ResolveBreachRequest(string Outcome, string Note, int BaseVersion);

/// <summary>What was found.</summary>
/// <param name="Facilities">Lines looked at.</param>
/// <param name="Opened">Breaches opened by it.</param>
public sealed record CovenantsChecked(int Facilities, int Opened);

/// <summary>违约事项: the list, looking at every line anew, and settling one.</summary>
internal static class ResolveBreach
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/breaches", List).WithName("listBreaches").WithSummary("Breaches of security: open ones first, by the day they are due").Produces<PageOf<BreachView>>().Reads("lending");
        api.MapPost("/loans/breaches/check", Check).WithName("checkCovenants").WithSummary("Look at what secures every line that is drawn").Produces<CovenantsChecked>().Act("lending.covenant.check");
        api.MapPost("/loans/breaches/{breach:guid}/resolve", Answer).WithName("resolveBreach").WithSummary("Settle a breach: made good, or waived with a reason").Produces<BreachView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.breach.resolve");
    }

    private static async Task<IResult> List(HttpContext context, LoanDesk desk, bool? open, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, language) = (PageRequest.Of(page, pageSize), RequestLanguage.Of(context));
        var found = read.Set<CovenantBreach>().Where(b => open == null || b.Open == (open.Value ? 1 : 0));
        var rows = await found.OrderByDescending(b => b.Open).ThenBy(b => b.DueOn).ThenBy(b => b.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        var ids = rows.ConvertAll(r => r.FacilityId);
        var facilities = await read.Set<Facility>().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, context.RequestAborted);
        return Results.Json(new PageOf<BreachView>([.. rows.Select(b => BreachView.Of(b, facilities.GetValueOrDefault(b.FacilityId)?.Number ?? "", facilities.GetValueOrDefault(b.FacilityId)?.Borrower ?? "", desk.Today, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> Check(HttpContext context, LoanDesk desk)
    {
        var checkedAll = await Sweep(desk, RequestViewer.Of(context), context.RequestAborted);
        return Results.Json(checkedAll, WebJson.Options);
    }

    /// <summary>Every drawn line of the viewer's organisation, each in a work of its own.</summary>
    public static async Task<CovenantsChecked> Sweep(LoanDesk desk, Viewer viewer, CancellationToken cancel)
    {
        List<Guid> drawn;
        await using (var read = desk.Store.Read(viewer))
        {
            drawn = await read.Set<Facility>().Where(f => f.UsedFen > 0 && f.OwnerId == viewer.Organisation && read.Set<FacilityPledge>().Any(p => p.FacilityId == f.Id)).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(cancel);
        }

        var opened = 0;
        foreach (var id in drawn)
        {
            opened += await desk.Store.Commits.Write(viewer, async work => (await CovenantWatch.Look(work, desk, id) ? 1 : 0) + (await CovenantWatch.DebtorLate(work, desk, id) ? 1 : 0), cancel);
        }

        return new(drawn.Count, opened + await FundFirst.Sweep(desk, viewer, cancel));
    }

    private static async Task<IResult> Answer(Guid breach, BodyOf<ResolveBreachRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        var note = form.Text("note", request.Note, 1_000);
        form.Word("outcome", request.Outcome, BreachWords.Outcomes);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<BreachView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<CovenantBreach>().SingleOrDefaultAsync(b => b.Id == breach) is not { } row)
            {
                return work.Reads("breach", breach) ? StorageRefusals.SharedToRead("breaches", $"{breach}") : WebRefusals.NotFound("breaches", $"{breach}");
            }

            if (row.Version != request.BaseVersion)
            {
                return LendingRefusals.Stale(request.BaseVersion, row.Version);
            }

            if (row.Open == 0)
            {
                return LoanRefusals.BreachClosed();
            }

            var facility = await work.Set<Facility>().AsNoTracking().SingleAsync(f => f.Id == row.FacilityId);
            var now = row.Kind == BreachWords.OverLine ? (row.Kind, Math.Max(0, facility.UsedFen - facility.AmountFen))
                : row.Kind == BreachWords.DebtorLate ? (row.Kind, Receivables.ReceivableStanding.Late(work, facility.Id, desk.Today, desk.Law.Covenants.DebtorLateDays))
                : BreachWords.Told.Contains(row.Kind) ? ("", 0)
                : row.Kind == BreachWords.Unregistered ? (row.Kind, Math.Min(facility.UsedFen, FundFirst.Waiting(work, facility.Id))) : CovenantWatch.Short(facility, Coverage.Of(work, facility, desk.Today, desk.Lending.Rights));
            if (request.Outcome != BreachWords.Waived && now.Item1 == row.Kind && now.Item2 > 0)
            {
                return LoanRefusals.StillShort(Money.FenText(now.Item2));
            }

            (row.Open, row.Outcome, row.Note, row.ClosedBy, row.Version, row.ShortFen) = (0, request.Outcome, note, work.Viewer.Person, row.Version + 1, now.Item1 == row.Kind ? now.Item2 : 0);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, row.OwnerId, new("BreachResolved", "facility", RowValues.Of(row.FacilityId), new JsonObject { ["breach"] = RowValues.Of(row.Id), ["note"] = note, ["outcome"] = request.Outcome }), desk.Clock)]);
            return BreachView.Of(row, facility.Number, facility.Borrower, desk.Today, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }
}
