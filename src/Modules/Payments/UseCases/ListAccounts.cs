using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>An account of one's own, or a payee's.</summary>
/// <param name="Purposes">What a closed-loop account may be used for.</param>
public sealed record PayAccountView(
    Guid Id, string Role, string Kind, string Number, string Name, string? AgentName, string? AgentCnaps, string? OperatingBank, bool ClosedLoop, IReadOnlyList<string> Purposes, Guid? BookId, string? BookAccount, string? CounterAccount, bool Active, string Note, int Version, string ChangedAt, string ChangedBy)
{
    internal static PayAccountView Of(PayAccount account) => new(
        account.Id, account.Role, account.Kind, account.Number, account.Name, account.AgentName, account.AgentCnaps, account.OperatingBank, account.ClosedLoop == 1, PurposesOf(account), account.BookId, account.BookAccount, account.CounterAccount, account.Active == 1, account.Note, account.Version, Instant.Text(account.ChangedAt), account.ChangedBy);

    internal static IReadOnlyList<string> PurposesOf(PayAccount account) => account.Purposes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Own accounts and the directory of payees.</summary>
internal static class ListAccounts
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/payments/accounts", List).WithName("listPayAccounts").WithSummary("Own accounts and payees, by name").Produces<PageOf<PayAccountView>>().Reads("payments");
        api.MapGet("/payments/accounts/{id:guid}", One).WithName("openedPayAccount").WithSummary("An account of the payments room").Produces<PayAccountView>().ProducesProblem(404).Reads("payments");
    }

    private static async Task<IResult> List(HttpContext context, PaymentDesk desk, string? role, string? query, bool? closedLoop, bool? active, int? page, int? pageSize)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var wanted = PageRequest.Of(page, pageSize);
        var words = query?.Trim() ?? "";
        var (loop, used) = (closedLoop == true ? 1 : 0, active == true ? 1 : 0);
        var found = read.Set<PayAccount>().Where(a => (role == null || role == "" || a.Role == role) && (closedLoop == null || a.ClosedLoop == loop) && (active == null || a.Active == used));
        if (words.Length > 0)
        {
            found = found.Where(a => a.Name.Contains(words) || a.Number.Contains(words));
        }

        var total = await found.CountAsync();
        var items = await found.OrderBy(a => a.Role).ThenBy(a => a.Name).ThenBy(a => a.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync();
        return Results.Json(new PageOf<PayAccountView>([.. items.Select(PayAccountView.Of)], total, wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<PayAccount>().SingleOrDefaultAsync(a => a.Id == id) is { } account
            ? Results.Json(PayAccountView.Of(account), WebJson.Options)
            : Unseen.Problem(context, "accounts", id);
    }
}

/// <summary>What is not there, or belongs to somebody else: the same answer.</summary>
internal static class Unseen
{
    public static IResult Problem(HttpContext context, string what, Guid id) => Problems.Of(context, WebRefusals.NotFound(what, $"{id}"), StatusCodes.Status404NotFound);
}
