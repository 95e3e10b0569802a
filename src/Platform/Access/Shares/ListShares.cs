using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Shares;

/// <summary>A root shared with another organisation.</summary>
/// <param name="Kind">Kind of record: book, deal.</param>
/// <param name="RootId">Its id.</param>
/// <param name="Owner">The organisation that owns and shares it.</param>
/// <param name="Organisation">The organisation it is shared with.</param>
/// <param name="Right">read or write.</param>
/// <param name="From">First day, in Asia/Shanghai.</param>
/// <param name="Until">Last day; null without end.</param>
/// <param name="State">waiting, valid or ended.</param>
public sealed record ShareRow(Guid Id, string Kind, Guid RootId, Guid Owner, Guid Organisation, string Right, string From, string? Until, string State, string GrantedBy, string GrantedAt)
{
    internal static ShareRow Of(Share share, DateOnly today) => new(
        share.Id, share.Kind, share.RootId, share.OwnerId, share.OrgId, share.MayWrite == 1 ? "write" : "read", RowValues.Of(share.Since), RowValues.Of(share.Until),
        share.Until < today ? "ended" : share.Since > today ? "waiting" : "valid", share.GrantedBy, Instant.Text(share.GrantedAt));
}

/// <summary>What an organisation shares with others, and others with it.</summary>
internal static class ListShares
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/access/shares", Answer)
        .WithName("listShares").WithSummary("Records shared by or with the viewer's organisation, newest first").Reads("access").Produces<PageOf<ShareRow>>();

    /// <summary>Shares that the viewer's organisation granted or was granted.</summary>
    public static IQueryable<Share> Seen(ZhirongContext context) =>
        context.Set<Share>().Where(s => s.OwnerId == context.Viewer.Organisation || s.OrgId == context.Viewer.Organisation);

    private static async Task<IResult> Answer(HttpContext context, Store store, string? kind, Guid? root, int? page, int? pageSize)
    {
        var wanted = PageRequest.Of(page, pageSize);
        await using var read = store.Read(RequestViewer.Of(context));
        var shares = Seen(read);
        shares = kind is { Length: > 0 } ? shares.Where(s => s.Kind == kind) : shares;
        shares = root is { } id ? shares.Where(s => s.RootId == id) : shares;
        var total = await shares.CountAsync(context.RequestAborted);
        var rows = await shares.OrderByDescending(s => s.GrantedAt).ThenByDescending(s => s.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<ShareRow>([.. rows.Select(s => ShareRow.Of(s, read.Today))], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }
}
