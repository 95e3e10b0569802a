using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.SignIn;

/// <summary>Ends the session it is asked from.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/sign-out", Answer).WithName("signOut").ForOneself().WithSummary("End this session").Produces(204).ProducesProblem(401);

    private static async Task<IResult> Answer(HttpContext context, Store store, TimeProvider clock)
    {
        var asker = Asker.Of(context);
        await store.Commits.Write(asker.Viewer, work => Task.FromResult(work.Session.Execute(
            "UPDATE access_session SET ended_at = @p0 WHERE id = @p1 AND ended_at IS NULL", Instant.Now(clock), RowValues.Of(asker.Session ?? Guid.Empty))));
        Sessions.TakeBack(context);
        return Results.NoContent();
    }
}
