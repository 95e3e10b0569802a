using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Shares;

/// <summary>Ends a share at once; what was seen and done under it stands.</summary>
internal static class EndShare
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/access/shares/{id:guid}/end", Answer).WithName("endShare").WithSummary("End a share at once")
        .Act("access.share.end").Produces<ShareRow>().ProducesProblem(404).ProducesProblem(422);

    public static async Task<Result<ShareRow>> End(ZhirongContext work, Guid id, IWitness witness)
    {
        var share = await work.Set<Share>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.OwnerId == work.Viewer.Organisation);
        if (share is null)
        {
            return WebRefusals.NotFound("shares", $"{id}");
        }

        if (!ShareBook.End(work, share))
        {
            return ShareRefusals.Ended(id);
        }

        witness.Record(work, "ShareEnded", share.Kind, RowValues.Of(share.RootId), GrantShare.Facts(share));
        return ShareRow.Of(share, work.Today) with { Until = RowValues.Of(work.Today.AddDays(-1)), State = "ended" };
    }

    private static async Task<IResult> Answer(Guid id, HttpContext context, Store store, IWitness witness, TimeProvider clock)
    {
        var written = await store.Commits.Once(RequestViewer.Of(context), null, clock, work => End(work, id, witness));
        return Answers.Written(context, written, null);
    }
}
