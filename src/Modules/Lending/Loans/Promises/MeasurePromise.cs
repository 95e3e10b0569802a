using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <param name="Figure">In the indicator's unit.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="On">The day it is of: from the day it was promised to today.</param>
/// <param name="File">Name of the file that shows it.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Reason">Why; needed where the promise is missed.</param>
/// <param name="Corrects">Number of the measurement it corrects; left out for the first.</param>
/// <param name="Assigned">Who sees to a miss that is to be put right; left out, the loan's officer.</param>
public sealed record MeasurePromiseRequest(string Figure, string Source, DateOnly On, string File, string Sha256, string? Reason = null, int? Corrects = null, string? Assigned = null);

/// <summary>测量承诺指标: a person gives the figure with its paper, kept or missed follows from it exactly; it is never changed, a further one corrects it and names it, once.</summary>
internal static class MeasurePromise
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/{id:guid}/promises", Open).WithName("openLoanPromises").WithSummary("What was promised for a loan: baseline, target, day, what was measured, kept or missed").Produces<PromiseList>().ProducesProblem(404).Reads("lending");
        api.MapPost("/loans/{id:guid}/promises/{n:int}/measure", Answer).WithName("measureLoanPromise").WithSummary("Measure what was promised, or correct a measurement by a further one that names it").Produces<PromiseList>().ProducesProblem(404).ProducesProblem(422).Act("lending.promise.measure");
    }

    private static async Task<IResult> Open(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is { } loan
            ? Results.Json(PromiseList.Of(read, loan, desk, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Answer(Guid id, int n, BodyOf<MeasurePromiseRequest> body, HttpContext context, LoanDesk desk) =>
        !body.Value.Ok ? Problems.Of(context, body.Value.Refusals) : Answers.Written(context, await Measure(desk, RequestViewer.Of(context), id, n, body.Value.Value, body.Key, RequestLanguage.Of(context)), body.Key);

    public static async Task<Written<PromiseList>> Measure(LoanDesk desk, Viewer viewer, Guid id, int n, MeasurePromiseRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var (source, file, hash, reason, assigned) = (form.Text("source", request.Source, 300), form.Text("file", request.File, 200), form.Hash("sha256", request.Sha256), form.Text("reason", request.Reason, 1_000, required: false), form.Text("assigned", request.Assigned, 100, required: false));
        if (hash.Length == 0)
        {
            form.Faults.Add(LendingRefusals.Hash("sha256", "—"));
        }

        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<PromiseList>(viewer, key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            if (await work.Set<LoanPromise>().SingleOrDefaultAsync(p => p.LoanId == id && p.N == n) is not { } promise)
            {
                return PromiseRefusals.Missing(n);
            }

            var before = await work.Set<PromiseMeasure>().Where(m => m.LoanId == id && m.PromiseN == n).OrderBy(m => m.N).AsNoTracking().ToListAsync();
            if (Against(promise, before, request, reason, desk.Today) is { Count: > 0 } faults)
            {
                return Result<PromiseList>.Refused(faults);
            }

            var figure = IndicatorFigure.Read(promise.Unit, request.Figure)!.Value;
            var kept = IndicatorFigure.Keeps(promise.Direction, promise.Target, figure);
            var measure = new PromiseMeasure { LoanId = id, PromiseN = n, N = before.Count + 1, Figure = figure, Source = source, OnDay = request.On, File = file, Sha256 = hash, Kept = kept ? 1 : 0, Reason = reason, Corrects = request.Corrects, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            if (!kept && promise.Missed == PromiseWords.Task)
            {
                measure.BreachId = await Opened(work, desk, loan, promise, measure, assigned.Length > 0 ? assigned : loan.Officer);
            }

            promise.State = kept ? PromiseWords.Kept : PromiseWords.Missed;
            work.Add(measure);
            await work.SaveChangesAsync();
            Said(work, desk, loan, promise, measure);
            return PromiseList.Of(work, loan, desk, language);
        });
    }

    /// <summary>Why it cannot be kept, every field of it.</summary>
    private static List<Refusal> Against(LoanPromise promise, IReadOnlyList<PromiseMeasure> before, MeasurePromiseRequest request, string reason, DateOnly today)
    {
        var form = new LendingForm();
        if (promise.State == PromiseWords.Withdrawn)
        {
            return [PromiseRefusals.Withdrawn()];
        }

        if (today < promise.ByDay)
        {
            return [PromiseRefusals.Early(today, promise.ByDay)];
        }

        if (Standing(before, request.Corrects) is { } refusal)
        {
            return [refusal];
        }

        if (form.Day("on", request.On, promise.PromisedOn) > today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {today:yyyy-MM-dd}")));
        }

        if (IndicatorFigure.Read(promise.Unit, request.Figure) is not { } figure)
        {
            form.Faults.Add(PromiseRefusals.Figure("figure", request.Figure is { Length: > 0 } given ? given : "—", promise.Unit));
        }
        else if (reason.Length == 0 && !IndicatorFigure.Keeps(promise.Direction, promise.Target, figure))
        {
            form.Faults.Add(PromiseRefusals.NoReason(IndicatorFigure.Named(promise.Unit, figure).Zh));
        }

        return form.Faults;
    }

    /// <summary>The first names nothing, each further one the newest.</summary>
    private static Refusal? Standing(IReadOnlyList<PromiseMeasure> before, int? corrects) =>
        corrects is not { } n ? before.Count == 0 ? null : PromiseRefusals.Measured(before[^1].N)
        : !before.Any(m => m.N == n) ? PromiseRefusals.NotMeasured(n)
        : before.FirstOrDefault(m => m.Corrects == n) is { } newer ? PromiseRefusals.Corrected(n, newer.N) : null;

    /// <summary>A breach of the line with owner and day; one that is open for the promise already stays the one.</summary>
    private static async Task<Guid> Opened(ZhirongContext work, LoanDesk desk, Loan loan, LoanPromise promise, PromiseMeasure measure, string assigned)
    {
        var about = $"{loan.Id:N} promise {promise.N}";
        work.Session.Alone($"covenants {loan.FacilityId}");
        if (await work.Set<CovenantBreach>().Where(b => b.FacilityId == loan.FacilityId && b.Kind == BreachWords.Promise && b.About == about && b.Open == 1).Select(b => (Guid?)b.Id).SingleOrDefaultAsync() is { } open)
        {
            return open;
        }

        var (target, found) = (IndicatorFigure.Named(promise.Unit, promise.Target), IndicatorFigure.Named(promise.Unit, measure.Figure));
        var facts = new JsonArray(new JsonObject { ["loan"] = loan.Number, ["promise"] = promise.N, ["what"] = $"{promise.Zh} {PromiseWords.Direction(promise.Direction).Zh} {target.Zh}，实测 {found.Zh}" });
        var due = desk.Calendar.Roll(desk.Today.AddDays(promise.MissedDays), RollRule.Following).Date;
        return (await CovenantWatch.Found(work, desk, loan.FacilityId, BreachWords.Promise, about, 0, facts.ToJsonString(LendingJson.Options), assigned, due)).Id;
    }

    private static void Said(ZhirongContext work, LoanDesk desk, Loan loan, LoanPromise promise, PromiseMeasure measure) => EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("PromiseMeasured", "loan", RowValues.Of(loan.Id), new JsonObject
    {
        ["breach"] = measure.BreachId is { } breach ? RowValues.Of(breach) : null,
        ["corrects"] = measure.Corrects,
        ["figure"] = IndicatorFigure.Text(promise.Unit, measure.Figure),
        ["file"] = measure.File,
        ["indicator"] = promise.Indicator,
        ["kept"] = measure.Kept == 1,
        ["n"] = measure.N,
        ["on"] = RowValues.Of(measure.OnDay),
        ["promise"] = promise.N,
        ["reason"] = measure.Reason,
        ["sha256"] = measure.Sha256,
        ["source"] = measure.Source,
        ["target"] = IndicatorFigure.Text(promise.Unit, promise.Target),
    }), desk.Clock)]);
}
