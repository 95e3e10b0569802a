using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Access.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>A session of one's own that stands.</summary>
/// <param name="Device">What it was begun with.</param>
/// <param name="This">Whether it is the one that asks.</param>
public sealed record SessionView(Guid Id, string Device, string CreatedAt, string SeenAt, string ExpiresAt, bool This);

public sealed record SessionList(IReadOnlyList<SessionView> Sessions);

/// <summary>Where one is signed in, and signing out there.</summary>
internal static class OwnSessions
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/access/sessions", List).WithName("listSessions").ForOneself().WithSummary("One's own sessions that stand, latest first").Produces<SessionList>();
        api.MapPost("/access/sessions/{id:guid}/end", End).WithName("endSession").ForOneself().WithSummary("End a session of one's own").Produces(204).ProducesProblem(404);
    }

    private static IResult List(HttpContext context, Store store, TimeProvider clock)
    {
        var asker = Asker.Of(context);
        using var read = store.Read(asker.Viewer);
        var now = clock.GetUtcNow();
        var (at, idle) = (Instant.Of(now), Instant.Of(now - Sessions.Idle));
        var sessions = read.Set<OpenSession>().Where(s => s.UserId == read.Viewer.User && s.EndedAt == null && s.ExpiresAt > at && s.SeenAt > idle).OrderByDescending(s => s.SeenAt).ToList();
        return Results.Json(new SessionList([.. sessions.Select(s => new SessionView(s.Id, s.Device, Instant.Text(s.CreatedAt), Instant.Text(s.SeenAt), Instant.Text(s.ExpiresAt), s.Id == asker.Session))]), WebJson.Options);
    }

    private static async Task<IResult> End(Guid id, HttpContext context, Store store, TimeProvider clock)
    {
        var ended = await store.Commits.Write(RequestViewer.Of(context), work => Task.FromResult(work.Session.Execute(
            "UPDATE access_session SET ended_at = @p0 WHERE id = @p1 AND user_id = @p2 AND ended_at IS NULL", Instant.Now(clock), RowValues.Of(id), RowValues.Of(work.Viewer.User))));
        return ended > 0 ? Results.NoContent() : Problems.Of(context, WebRefusals.NotFound("sessions", $"{id}"), StatusCodes.Status404NotFound);
    }
}
