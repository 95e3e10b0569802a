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

namespace Zhirong.Modules.Policy.Clocks;

/// <summary>Something that happens, or has to be done, on a day.</summary>
/// <param name="Kind">window_opens, window_closes, publicity_ends, budget_closes, claim_due, filing_ends, task.</param>
/// <param name="Overdue">Open and past its day.</param>
/// <param name="TaskId">For tasks, which can be closed.</param>
public sealed record TaskRow(DateOnly Due, string Kind, string Title, string SubjectKind, string SubjectId, bool Overdue, string State, string Note, Guid? TaskId, int? Version);

public sealed record TaskList(DateOnly From, DateOnly To, DateOnly Today, IReadOnlyList<TaskRow> Rows);

/// <param name="SubjectKind">What it concerns: aid, fund, claim, scheme, loan.</param>
public sealed record AddTaskRequest(string Title, DateOnly DueOn, string SubjectKind, string SubjectId, string Note);

/// <param name="From">Version of the task.</param>
public sealed record CloseTaskRequest(int From, string Note);

/// <summary>期限与待办: windows of schemes, ends of publicity and of budgets, claims to be decided, filings that end, and tasks of one's own, by day.</summary>
internal static class DatedTasks
{
    private const int MostDays = 1100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/tasks", List).WithName("listPolicyTasks").WithSummary("Windows, deadlines and tasks between two days; what is open and overdue stands first").Produces<TaskList>().ProducesProblem(422).Reads("policy");
        api.MapPost("/policy/tasks", Add).WithName("addPolicyTask").WithSummary("Add a task with its day").Produces<TaskRow>(201).ProducesProblem(422).Act("policy.task.add");
        api.MapPost("/policy/tasks/{id:guid}/close", Close).WithName("closePolicyTask").WithSummary("Note that a task is done").Produces<TaskRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("policy.task.close");
    }

    private static async Task<IResult> List(HttpContext context, PolicyDesk desk, DateOnly? from, DateOnly? to)
    {
        var (first, last) = (from ?? desk.Today, to ?? (from ?? desk.Today).AddDays(90));
        if (last < first || last.DayNumber - first.DayNumber > MostDays || first.Year is < 1990 or > 2199)
        {
            return Problems.Of(context, WebRefusals.Query("to", $"{last:yyyy-MM-dd}", Words.Same($"{first:yyyy-MM-dd} … + {MostDays}")));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (zh, rows) = (RequestLanguage.Of(context) == Language.Zh, new List<TaskRow>());
        foreach (var scheme in SchemeShelf.Of(read, desk).Where(s => s.Scheme.Aid is not null).GroupBy(s => s.Scheme.Head.Id).Select(g => g.Last()))
        {
            var title = scheme.Scheme.Head.Title.In(RequestLanguage.Of(context));
            foreach (var window in scheme.Scheme.Aid!.Windows)
            {
                rows.Add(Computed(desk, window.Opens, "window_opens", zh ? $"{title}：开始申报" : $"{title}: applications open", "scheme", scheme.Scheme.Head.Id, false));
                rows.Add(Computed(desk, window.Closes, "window_closes", zh ? $"{title}：申报截止" : $"{title}: applications close", "scheme", scheme.Scheme.Head.Id, false));
            }
        }

        await Records(read, desk, rows, zh, context.RequestAborted);
        return Results.Json(new TaskList(first, last, desk.Today, [.. rows.Where(r => r.Overdue || (r.Due >= first && r.Due <= last)).OrderByDescending(r => r.Overdue).ThenBy(r => r.Due).ThenBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.SubjectId, StringComparer.Ordinal)]), WebJson.Options);
    }

    private static async Task Records(ZhirongContext read, PolicyDesk desk, List<TaskRow> rows, bool zh, CancellationToken cancel)
    {
        foreach (var a in await read.Set<AidApplication>().Where(a => a.State == Aid.AidStates.Publicised && a.PublicUntil != null).OrderBy(a => a.Id).Take(PageRequest.Largest).ToListAsync(cancel))
        {
            rows.Add(Computed(desk, a.PublicUntil!.Value, "publicity_ends", zh ? $"{a.FirmName}：公示期满" : $"{a.FirmName}: publicity ends", "aid", $"{a.Id}", false));
        }

        foreach (var b in await read.Set<AidBudget>().Where(b => b.State == "open" && b.ClosesOn != null).OrderBy(b => b.Id).Take(PageRequest.Largest).ToListAsync(cancel))
        {
            rows.Add(Computed(desk, b.ClosesOn!.Value, "budget_closes", zh ? $"{b.Scheme} {b.Year}：年度审批截止" : $"{b.Scheme} {b.Year}: approvals close", "budget", $"{b.Id}", false));
        }

        foreach (var c in await read.Set<CompensationClaim>().Where(c => c.State == "submitted" && c.DueOn != null).OrderBy(c => c.Id).Take(PageRequest.Largest).ToListAsync(cancel))
        {
            rows.Add(Computed(desk, c.DueOn!.Value, "claim_due", zh ? "补偿申请应予审结" : "A claim has to be decided", "claim", $"{c.Id}", true));
        }

        foreach (var f in await read.Set<FundFiling>().Where(f => f.State == "live").OrderBy(f => f.EndsOn).ThenBy(f => f.Id).Take(PageRequest.Largest).ToListAsync(cancel))
        {
            rows.Add(Computed(desk, f.EndsOn, "filing_ends", zh ? $"{f.FirmName}：备案到期" : $"{f.FirmName}: the filing ends", "filing", $"{f.Id}", true));
        }

        rows.AddRange((await read.Set<DatedTask>().OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(PageRequest.Largest).ToListAsync(cancel)).Select(t => Row(t, desk)));
    }

    private static async Task<IResult> Add(BodyOf<AddTaskRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new PolicyForm(), body.Value.Value);
        var task = new DatedTask
        {
            Id = desk.NewId(),
            OwnerId = RequestViewer.Of(context).Organisation,
            Version = 1,
            Title = form.Text("title", request.Title, 200),
            DueOn = form.Day("dueOn", request.DueOn),
            SubjectKind = form.Text("subjectKind", request.SubjectKind, 40),
            SubjectId = form.Text("subjectId", request.SubjectId, 120),
            State = "open",
            Note = form.Text("note", request.Note, 500, required: false),
            ChangedAt = Instant.Now(desk.Clock),
            ChangedBy = RequestViewer.Of(context).Person,
        };
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<TaskRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            work.Add(task);
            await work.SaveChangesAsync();
            desk.Witness(work, "TaskAdded", "task", task.Id, new JsonObject { ["due"] = $"{task.DueOn:yyyy-MM-dd}", ["subject"] = $"{task.SubjectKind}:{task.SubjectId}", ["title"] = task.Title });
            return Row(task, desk);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Close(Guid id, BodyOf<CloseTaskRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new PolicyForm(), body.Value.Value);
        var note = form.Text("note", request.Note, 500, required: false);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<TaskRow>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            work.Session.Alone($"policy task {id}");
            if (await work.Set<DatedTask>().SingleOrDefaultAsync(t => t.Id == id) is not { } task)
            {
                return WebRefusals.NotFound("tasks", $"{id}");
            }

            if (request.From != task.Version)
            {
                return PolicyRefusals.Stale(request.From, task.Version);
            }

            if (task.State != "open")
            {
                return PolicyRefusals.NotNow(task.State, "open");
            }

            (task.State, task.Note, task.Version) = ("done", note.Length > 0 ? note : task.Note, task.Version + 1);
            (task.ChangedAt, task.ChangedBy) = (Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            desk.Witness(work, "TaskClosed", "task", task.Id, new JsonObject { ["note"] = note, ["title"] = task.Title });
            return Row(task, desk);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, PolicyRefusals.StaleCode);
    }

    /// <param name="mustBeDone">Whether it is overdue once its day has passed.</param>
    private static TaskRow Computed(PolicyDesk desk, DateOnly due, string kind, string title, string subjectKind, string subject, bool mustBeDone) =>
        new(due, kind, title, subjectKind, subject, mustBeDone && due < desk.Today, "open", "", null, null);

    private static TaskRow Row(DatedTask t, PolicyDesk desk) => new(t.DueOn, "task", t.Title, t.SubjectKind, t.SubjectId, t.State == "open" && t.DueOn < desk.Today, t.State, t.Note, t.Id, t.Version);
}
