using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <param name="Inbox">Cases the reader can decide now.</param>
/// <param name="Returned">His own that were sent back or wait for conditions.</param>
public sealed record ApprovalCount(int Inbox, int Returned);

/// <summary>Cases to decide, one's own, and all of the organisation's.</summary>
internal static class ListApprovals
{
    private static readonly string[] Views = ["inbox", "mine", "all"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/approvals", Answer).WithName("listApprovals").Reads("approvals").WithSummary("Cases to decide (inbox), begun by oneself (mine), or all of the organisation").Produces<PageOf<ApprovalRow>>().ProducesProblem(422);
        api.MapGet("/approvals/count", Count).WithName("countApprovals").Reads("approvals").WithSummary("How many cases wait for the reader").Produces<ApprovalCount>();
        api.MapGet("/approvals/{id:guid}", One).WithName("readApproval").Reads("approvals").WithSummary("One case with its difference, steps and history").Produces<ApprovalView>().ProducesProblem(404);
    }

    private static IResult Answer(HttpContext context, Store store, TimeProvider clock, string view = "inbox", string? state = null, string? act = null, int? page = null, int? pageSize = null)
    {
        if (!Views.Contains(view))
        {
            return Problems.Of(context, WebRefusals.OneOf("view", view, Views));
        }

        if (state is { Length: > 0 } && !ApprovalWords.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, ApprovalWords.States));
        }

        using var read = store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var rows = view == "inbox" ? Inbox(read, Days.Today(clock)) : null;
        return Results.Json(rows is not null ? Page(rows, wanted) : Rows(read, Days.Today(clock), view == "mine", state, act, wanted), WebJson.Options);
    }

    /// <summary>What the reader can decide is known by looking at every open case of his organisation.</summary>
    private static List<ApprovalRow> Inbox(ZhirongContext read, DateOnly today)
    {
        var staff = StaffReading.Of(read.Session, read.Viewer.Organisation, today);
        return [.. ApprovalReading.Some(read, new Conditions().And("a.state = 'open'"), " ORDER BY a.opened_at, a.id").Select(stored => ApprovalViews.Row(stored, read.Viewer.User, today, staff)).Where(row => row.Mine)];
    }

    private static PageOf<ApprovalRow> Page(List<ApprovalRow> rows, PageRequest wanted) => new([.. rows.Skip(wanted.Skip).Take(wanted.PageSize)], rows.Count, wanted.Page, wanted.PageSize);

    private static PageOf<ApprovalRow> Rows(ZhirongContext read, DateOnly today, bool mine, string? state, string? act, PageRequest wanted)
    {
        var conditions = new Conditions().Given("a.state", "=", state).Given("a.act", "=", act);
        if (mine)
        {
            conditions.Given("a.initiator_id", "=", RowValues.Of(read.Viewer.User));
        }

        var counted = new Conditions().Given("a.state", "=", state).Given("a.act", "=", act).Given("a.initiator_id", "=", mine ? RowValues.Of(read.Viewer.User) : null).Given("a.owner_id", "=", RowValues.Of(read.Viewer.Organisation));
        var total = read.Session.First($"SELECT count(*) FROM access_approval a{counted.Where}", row => row.Int(0), counted.Values);
        var staff = StaffReading.Of(read.Session, read.Viewer.Organisation, today);
        var rows = ApprovalReading.Some(read, conditions, $" ORDER BY a.opened_at DESC, a.id DESC LIMIT {wanted.PageSize} OFFSET {wanted.Skip}");
        return new([.. rows.Select(stored => ApprovalViews.Row(stored, read.Viewer.User, today, staff))], total, wanted.Page, wanted.PageSize);
    }

    private static IResult Count(HttpContext context, Store store, TimeProvider clock)
    {
        using var read = store.Read(RequestViewer.Of(context));
        var returned = read.Session.First(
            "SELECT count(*) FROM access_approval WHERE owner_id = @p0 AND initiator_id = @p1 AND state IN ('returned', 'conditional')", row => row.Int(0), RowValues.Of(read.Viewer.Organisation), RowValues.Of(read.Viewer.User));
        return Results.Json(new ApprovalCount(Inbox(read, Days.Today(clock)).Count, returned), WebJson.Options);
    }

    private static IResult One(Guid id, HttpContext context, Store store, RequestKeys keys, TimeProvider clock)
    {
        using var read = store.Read(RequestViewer.Of(context));
        return ApprovalReading.One(read, id) is { } stored
            ? Results.Json(ApprovalViews.View(read, stored, keys, Days.Today(clock)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("approvals", $"{id}"), StatusCodes.Status404NotFound);
    }
}
