using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Mandates;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Kept;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.Interception;

/// <summary>The answer to a request that waits for approval (202).</summary>
/// <param name="Approval">The case.</param>
/// <param name="State">open.</param>
public sealed record ApprovalTicket(Guid Approval, string State);

/// <summary>
/// Before every writing request: an act whose rule asks for approval is kept and answered 202; one inside a mandate is counted and goes
/// on; so does one that nobody else of the organisation could decide, where the rule allows it, and that is recorded.
/// </summary>
internal sealed class ApprovalHook(Store store, ApprovalRoutes routes, ChangeShowing showing, RequestKeys keys, UseMandate mandates, IEnumerable<IWitness> witnesses, TimeProvider clock) : IActHook
{
    /// <summary>Begins the keys under which approved requests are run.</summary>
    public const string KeyMark = "approval-";

    public async Task<IResult?> Before(HttpContext context, ActOf act)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.StartsWith(KeyMark, StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Of(context, InterceptionRefusals.Key(key.Length <= 60 ? key : key[..60]));
        }

        var viewer = RequestViewer.Of(context);
        if (viewer.User == Guid.Empty)
        {
            return null;
        }

        if (Rule(viewer, act.Code) is not { } found)
        {
            return Problems.Of(context, InterceptionRefusals.NoRule(act.Code), StatusCodes.Status403Forbidden);
        }

        if (found.Rule.Exempt is not null)
        {
            return null;
        }

        var form = await RequestForm.Read(context);
        var shown = form.Ok ? showing.Show(viewer, form.Value.Asked(act.Code), found.Rule.Title) : Result<ShownChange>.Refused(form.Refusals);
        return !shown.Ok
            ? Problems.Of(context, shown.Refusals, shown.Refusals[0].Code == "WEB-0105" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity)
            : found.Rule.Mandate && await Mandated(context, viewer, act.Code, form.Value, shown.Value, key) ? null
            : await Begin(context, viewer, act.Code, found, form.Value, shown.Value, key);
    }

    private RuleFound? Rule(Viewer viewer, string act)
    {
        using var read = store.Read(viewer);
        return routes.RuleOf(read.Session, viewer.Organisation, act);
    }

    /// <summary>Counts the act against a mandate that has room for it; what then is refused gives its room back.</summary>
    private async Task<bool> Mandated(HttpContext context, Viewer viewer, string act, RequestForm form, ShownChange shown, string key)
    {
        if (shown.Amount is not { } amount)
        {
            return false;
        }

        // The same record, or else the same key, is the same use.
        var (kind, id) = shown.SubjectId is { } subject ? (shown.SubjectKind ?? act, $"{act} {subject}") : ("request", key.Length > 0 ? key : $"{Guid.CreateVersion7(clock.GetUtcNow())}");
        var used = await store.Commits.Write(viewer, work => Task.FromResult(mandates.Use(work, act, shown.Product, kind, id, amount)));
        if (used is null)
        {
            return false;
        }

        Approved.Set(context, new(null, used.Mandate));
        context.Response.Headers["X-Mandate"] = $"{used.Mandate}";
        if (used.Fresh)
        {
            context.Response.OnCompleted(() => context.Response.StatusCode < 400 ? Task.CompletedTask : store.Commits.Write(viewer, work => Task.FromResult(UseMandate.GiveBack(work, used))));
        }

        return true;
    }

    private async Task<IResult?> Begin(HttpContext context, Viewer viewer, string act, RuleFound found, RequestForm form, ShownChange shown, string key)
    {
        var (request, alone) = (form.Stored(shown, keys), found.Rule.UnlessAlone && Alone(viewer, act, found.Rule.LevelOf(shown.Amount)));

        // What is done at once keeps the caller's key for the endpoint's own answer.
        var kept = key.Length is 0 or > 100 ? null : new WriteKey(alone ? $"{KeyMark}alone-{key}" : key, $"{form.Method} {form.Path}", form.BodyHash, FieldPrints.Of(form.Bytes));
        var written = await store.Commits.Once<ApprovalTicket>(viewer, kept, clock, work => Task.FromResult<Result<ApprovalTicket>>(Begin(work, act, found, request, shown, alone)));
        if (!alone)
        {
            return Answers.Written(context, written, kept, StatusCodes.Status202Accepted);
        }

        if (written.Value is { } recorded)
        {
            context.Response.OnCompleted(() => Outcome(recorded.Approval, viewer, context.Response.StatusCode));
        }

        return null;
    }

    /// <summary>Whether nobody else of the organisation has a role of any step.</summary>
    private bool Alone(Viewer viewer, string act, RouteLevel level)
    {
        using var read = store.Read(viewer);
        var today = Days.Today(clock);
        var staff = StaffReading.Of(read.Session, viewer.Organisation, today);
        return !staff.Officers.Any(o => !staff.Dependent(o.User, viewer.User, act, today) && o.HasAny(level.Steps.SelectMany(step => step.Roles)));
    }

    private ApprovalTicket Begin(ZhirongContext work, string act, RuleFound found, StoredRequest request, ShownChange shown, bool alone)
    {
        var (viewer, today, level) = (work.Viewer, Days.Today(clock), found.Rule.LevelOf(shown.Amount));
        var staff = StaffReading.Of(work.Session, viewer.Organisation, today);
        var opened = ApprovalCase.Open(act, viewer.User, level, today, staff);
        var begun = new StoredCase
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Organisation = viewer.Organisation,
            Version = 1,
            Case = alone ? opened with { State = CaseState.Alone, Members = [] } : opened,
            Title = shown.Title,
            SubjectKind = shown.SubjectKind,
            SubjectId = shown.SubjectId,
            Amount = shown.Amount,
            Initiator = viewer.Person,
            RouteOf = found.Of,
            OpenedAt = 0,
            ChangedAt = 0,
        };
        ApprovalWriting.Insert(work, begun, alone ? null : request, clock);
        foreach (var witness in witnesses)
        {
            witness.Record(work, alone ? "ApprovalSkipped" : "ApprovalAsked", "approval", RowValues.Of(begun.Id), ApprovalWriting.Facts(begun, request.BodyHash));
        }

        return new(begun.Id, begun.Case.State.Word());
    }

    private Task<int> Outcome(Guid id, Viewer viewer, int status) =>
        store.Commits.Write(viewer, work => Task.FromResult(work.Session.Execute("UPDATE access_approval SET status = @p0 WHERE id = @p1", status, RowValues.Of(id))));
}
