using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger.UseCases;

/// <param name="Class">asset, liability, equity, income, expense or memo.</param>
/// <param name="Normal">debit or credit: the side on which the balance is positive.</param>
/// <param name="Rule">none, not_below_zero or limit.</param>
/// <param name="Limit">Yuan; null unless the rule is limit.</param>
public sealed record ChartAccountView(string Code, string Zh, string En, string Class, string Normal, string Rule, string? Limit);

/// <param name="Source">The text its codes and names follow, in the reader's language.</param>
public sealed record ChartView(string Kind, string NameZh, string NameEn, string Source, IReadOnlyList<ChartAccountView> Accounts);

public sealed record ChartList(IReadOnlyList<ChartView> Charts);

/// <summary>The charts of accounts that books open with.</summary>
internal static class ListCharts
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger/charts", Answer).WithName("listCharts").Reads("ledger").WithSummary("Charts of accounts, one for each kind of book").Produces<ChartList>();

    private static IResult Answer(HttpContext context, ChartShelf charts)
    {
        var language = RequestLanguage.Of(context);
        return Results.Json(
            new ChartList([.. charts.All.OrderBy(c => c.Kind).Select(c => new ChartView(c.Kind.Word(), c.Zh, c.En, c.Source.In(language), [.. c.Accounts.Select(View)]))]),
            WebJson.Options);
    }

    private static ChartAccountView View(ChartAccount account) =>
        new(account.Code, account.Zh, account.En, account.Class.Word(), account.Normal.Word(), account.Rule.Word(), account.Limit?.ToString());
}
