using System.Text.Json;
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

namespace Zhirong.Modules.Lending.Loans.Checks;

/// <summary>要点: each of the plan's points once.</summary>
/// <param name="Item">Id of the point.</param>
/// <param name="Result"><c>normal</c>, <c>abnormal</c>, <c>unverified</c>.</param>
/// <param name="Note">Needed unless it is normal.</param>
public sealed record CheckFinding(string Item, string Result, string? Note = null);

/// <summary>整改要求: a breach that is opened with the check.</summary>
/// <param name="DueOn">Not before today.</param>
/// <param name="Amount">In yuan; left out for none.</param>
public sealed record CheckDemand(string What, string Assigned, DateOnly DueOn, string? Amount = null);

/// <param name="DoneOn">From the payout to today.</param>
/// <param name="Way"><c>onsite</c>, <c>offsite</c>.</param>
/// <param name="Place">Where; needed on site.</param>
/// <param name="Met">Who was met; needed on site.</param>
/// <param name="Papers">Files kept, at most 50.</param>
/// <param name="Result"><c>sound</c>, <c>watch</c>, <c>action</c>.</param>
/// <param name="Demand">What is asked to be put right; left out for nothing.</param>
public sealed record DoCheckRequest(DateOnly DoneOn, string Way, IReadOnlyList<CheckFinding> Findings, string Result, string Conclusion, string? Place = null, string? Met = null, IReadOnlyList<KeptFile>? Papers = null, CheckDemand? Demand = null);

/// <summary>完成检查与更正: a planned check is done once; what is done is never changed, a further one corrects it and names it.</summary>
internal static class DoCheck
{
    private const int MostPapers = 50;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/loans/{id:guid}/checks/{n:int}/done", (Guid id, int n, BodyOf<DoCheckRequest> body, HttpContext context, LoanDesk desk) => Answer(id, n, body, context, desk, Do)).WithName("doLoanCheck").WithSummary("Keep what a planned check found; it opens a breach where something is to be put right").Produces<LoanCheckList>().ProducesProblem(404).ProducesProblem(422).Act("lending.check.do");
        api.MapPost("/loans/{id:guid}/checks/{n:int}/correct", (Guid id, int n, BodyOf<DoCheckRequest> body, HttpContext context, LoanDesk desk) => Answer(id, n, body, context, desk, Correct)).WithName("correctLoanCheck").WithSummary("Correct a check that is done by another one that names it").Produces<LoanCheckList>().ProducesProblem(404).ProducesProblem(422).Act("lending.check.correct");
    }

    private static async Task<IResult> Answer(Guid id, int n, BodyOf<DoCheckRequest> body, HttpContext context, LoanDesk desk, Func<LoanDesk, Viewer, Guid, int, DoCheckRequest, WriteKey?, Language, Task<Written<LoanCheckList>>> use)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        return Answers.Written(context, await use(desk, RequestViewer.Of(context), id, n, body.Value.Value, body.Key, RequestLanguage.Of(context)), body.Key);
    }

    /// <summary>Does a planned check.</summary>
    public static Task<Written<LoanCheckList>> Do(LoanDesk desk, Viewer viewer, Guid id, int n, DoCheckRequest request, WriteKey? key, Language language) => Write(desk, viewer, id, n, request, key, language, async (work, loan, rows, row, read) =>
    {
        if (row.State != CheckWords.Planned)
        {
            return CheckRefusals.NotPlanned(row.State);
        }

        await Keep(work, desk, loan, row, request, read);
        await CheckPlanning.Look(work, desk, loan, desk.Today);
        return null;
    });

    /// <summary>Adds a check of the same kind that corrects one that is done.</summary>
    public static Task<Written<LoanCheckList>> Correct(LoanDesk desk, Viewer viewer, Guid id, int n, DoCheckRequest request, WriteKey? key, Language language) => Write(desk, viewer, id, n, request, key, language, async (work, loan, rows, row, read) =>
    {
        if (row.State != CheckWords.Done)
        {
            return CheckRefusals.NotDone(row.State);
        }

        if (rows.Find(r => r.Corrects == n) is { } newer)
        {
            return CheckRefusals.Corrected(n, newer.N);
        }

        var correction = New(loan, rows.Count + 1, row, desk, work.Viewer.Person);
        work.Add(correction);
        await Keep(work, desk, loan, correction, request, read);
        await CheckPlanning.Look(work, desk, loan, desk.Today);
        return null;
    });

    private sealed record Read(IReadOnlyList<KeptFinding> Findings, string Conclusion, string Place, string Met, IReadOnlyList<KeptFile> Papers, long DemandFen);

    private static async Task<Written<LoanCheckList>> Write(LoanDesk desk, Viewer viewer, Guid id, int n, DoCheckRequest request, WriteKey? key, Language language, Func<ZhirongContext, Loan, List<LoanCheck>, LoanCheck, Read, Task<Refusal?>> keep) =>
        await desk.Store.Commits.Once<LoanCheckList>(viewer, key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            var rows = await work.Set<LoanCheck>().Where(c => c.LoanId == id).OrderBy(c => c.N).ToListAsync();
            if (rows.Find(r => r.N == n) is not { } row)
            {
                return CheckRefusals.Missing(n);
            }

            var form = new LendingForm();
            var read = Form(form, request, row.Kind, loan.DisbursedOn, desk);
            return form.Faults.Count > 0 ? Result<LoanCheckList>.Refused(form.Faults)
                : await keep(work, loan, rows, row, read) is { } refusal ? refusal : LoanCheckList.Of(work, loan, desk, language);
        });

    private static Read Form(LendingForm form, DoCheckRequest request, string kind, DateOnly? from, LoanDesk desk)
    {
        var (plan, onsite) = (desk.Law.Visits, request.Way == CheckWords.Onsite);
        if (form.Day("doneOn", request.DoneOn, from) > desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("doneOn", $"{request.DoneOn:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        form.Word("way", request.Way, CheckWords.Ways);
        form.Word("result", request.Result, CheckWords.Results);
        var (place, met, conclusion) = (form.Text("place", request.Place, 200, required: onsite), form.Text("met", request.Met, 200, required: onsite), form.Text("conclusion", request.Conclusion, 2_000));
        var findings = Findings(form, request, plan.Points(kind));
        var papers = Files(form, request.Papers, onsite ? plan.OnsitePapers : plan.OffsitePapers);
        long fen = 0;
        if (request.Demand is { } demand)
        {
            form.Text("demand.what", demand.What, 500);
            form.Text("demand.assigned", demand.Assigned, 100);
            form.Day("demand.dueOn", demand.DueOn, desk.Today);
            fen = form.Amount("demand.amount", demand.Amount) ?? 0;
            if (request.Result != CheckWords.Action)
            {
                form.Faults.Add(CheckRefusals.NoAction(request.Result ?? "—"));
            }
        }

        return new(findings, conclusion, place, met, papers, fen);
    }

    private static List<KeptFinding> Findings(LendingForm form, DoCheckRequest request, IReadOnlyList<CheckPoint> points)
    {
        var (given, kept) = (request.Findings ?? [], new List<KeptFinding>());
        if (!given.Select(f => f.Item ?? "").Order(StringComparer.Ordinal).SequenceEqual(points.Select(p => p.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            form.Faults.Add(CheckRefusals.Points(string.Join(' ', given.Select(f => f.Item)), string.Join(' ', points.Select(p => p.Id))));
            return kept;
        }

        foreach (var point in points)
        {
            var (n, finding) = given.Index().First(f => f.Item.Item == point.Id);
            var (result, note) = (form.Word($"findings.{n}.result", finding.Result, CheckWords.Findings), form.Text($"findings.{n}.note", finding.Note, 1_000, required: false));
            if (result != CheckWords.Normal && note.Length == 0)
            {
                form.Faults.Add(CheckRefusals.NoNote($"findings.{n}.note", point.Id));
            }

            kept.Add(new(point.Id, point.Title.Zh, point.Title.En, result, note));
        }

        if (request.Result == CheckWords.Sound && kept.Where(k => k.Result == CheckWords.Abnormal).Select(k => k.Item).ToList() is { Count: > 0 } abnormal)
        {
            form.Faults.Add(CheckRefusals.NotSound(request.Result, string.Join(' ', abnormal)));
        }

        return kept;
    }

    /// <summary>Files with their names and hashes.</summary>
    internal static IReadOnlyList<KeptFile> Files(LendingForm form, IReadOnlyList<KeptFile>? given, int least)
    {
        var kept = new List<KeptFile>();
        form.Count("papers", given?.Count ?? 0, 0, MostPapers);
        foreach (var (n, file) in (given ?? []).Take(MostPapers).Index())
        {
            var (name, hash) = (form.Text($"papers.{n}.name", file.Name, 200), form.Hash($"papers.{n}.sha256", file.Sha256));
            if (hash.Length == 0)
            {
                form.Faults.Add(LendingRefusals.Hash($"papers.{n}.sha256", "—"));
            }

            kept.Add(new(name, hash));
        }

        if (kept.Count < least)
        {
            form.Faults.Add(CheckRefusals.Papers(kept.Count, least));
        }

        return kept;
    }

    /// <summary>A check that corrects another stands where that one stood.</summary>
    private static LoanCheck New(Loan loan, int n, LoanCheck corrected, LoanDesk desk, string person)
    {
        var check = CheckPlanning.New(loan, n, corrected.Kind, corrected.DueOn, corrected.Assigned, [], null, Instant.Now(desk.Clock), person);
        (check.State, check.Corrects, check.Anchor, check.Basis) = (CheckWords.Done, corrected.N, corrected.Anchor, corrected.Basis);
        return check;
    }

    private static async Task Keep(ZhirongContext work, LoanDesk desk, Loan loan, LoanCheck row, DoCheckRequest request, Read read)
    {
        (row.State, row.DoneOn, row.Way, row.Place, row.Met) = (CheckWords.Done, request.DoneOn, request.Way, read.Place, read.Met);
        (row.Findings, row.Papers) = (JsonSerializer.Serialize(read.Findings, LendingJson.Options), JsonSerializer.Serialize(read.Papers, LendingJson.Options));
        (row.Result, row.Conclusion, row.Plan) = (request.Result, read.Conclusion, $"{desk.Law.Visits.Id} {desk.Law.Visits.Version}");
        (row.DoneAt, row.DoneBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
        if (request.Demand is { } demand)
        {
            var facts = new JsonArray(new JsonObject { ["check"] = row.N, ["loan"] = loan.Number, ["what"] = demand.What.Trim() });
            row.BreachId = (await CovenantWatch.Found(work, desk, loan.FacilityId, BreachWords.Check, $"{loan.Id:N} {row.N}", read.DemandFen, facts.ToJsonString(LendingJson.Options), demand.Assigned.Trim(), demand.DueOn)).Id;
        }

        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("CheckDone", "loan", RowValues.Of(loan.Id), new JsonObject
        {
            ["breach"] = row.BreachId is { } breach ? RowValues.Of(breach) : null,
            ["conclusion"] = row.Conclusion,
            ["corrects"] = row.Corrects,
            ["doneOn"] = RowValues.Of(row.DoneOn),
            ["dueOn"] = RowValues.Of(row.DueOn),
            ["findings"] = JsonNode.Parse(row.Findings),
            ["kind"] = row.Kind,
            ["met"] = row.Met,
            ["n"] = row.N,
            ["papers"] = JsonNode.Parse(row.Papers),
            ["place"] = row.Place,
            ["plan"] = row.Plan,
            ["result"] = row.Result,
            ["way"] = row.Way,
        }), desk.Clock)]);
    }
}
