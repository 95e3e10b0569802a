using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Accounts;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="State">As of a line.</param>
/// <param name="In">Sum of money in.</param>
/// <param name="Out">Sum of money out, above zero.</param>
public sealed record LineSum(string State, int Lines, string In, string Out);

/// <summary>How far an account is reconciled.</summary>
/// <param name="States">Every state of lines, those without lines too.</param>
/// <param name="ExpectedReceipts">Receipts not yet seen on the account.</param>
/// <param name="Expected">Their sum.</param>
public sealed record LineSums(IReadOnlyList<LineSum> States, int ExpectedReceipts, string Expected);

/// <summary>对账总数: lines of an account by what they stand for, and what is still expected.</summary>
internal static class SumLines
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/payments/lines/sums", Answer)
        .WithName("lineSums").WithSummary("Lines of statements by state, with their sums").Produces<LineSums>().Reads("payments");

    private static async Task<IResult> Answer(HttpContext context, PaymentDesk desk, Guid? accountId, DateOnly? from, DateOnly? to)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var lines = read.Lines().Where(l => accountId == null || l.AccountId == accountId);
        var receipts = read.Set<PayReceipt>().Where(r => r.State == "expected" && (accountId == null || r.AccountId == accountId));
        if (from is { } first)
        {
            (lines, receipts) = (lines.Where(l => l.Day >= first), receipts.Where(r => r.Due >= first));
        }

        if (to is { } last)
        {
            (lines, receipts) = (lines.Where(l => l.Day <= last), receipts.Where(r => r.Due <= last));
        }

        var sums = await lines.GroupBy(l => l.State).Select(g => new { g.Key, Lines = g.Count(), In = g.Sum(l => l.Fen > 0 ? l.Fen : 0L), Out = g.Sum(l => l.Fen < 0 ? -l.Fen : 0L) }).ToDictionaryAsync(g => g.Key);
        var states = LineStates.All.Select(s => sums.TryGetValue(s, out var sum) ? new LineSum(s, sum.Lines, Money.FenText(sum.In), Money.FenText(sum.Out)) : new LineSum(s, 0, Money.FenText(0), Money.FenText(0)));
        return Results.Json(new LineSums([.. states], await receipts.CountAsync(), Money.FenText(await receipts.SumAsync(r => r.Fen))), WebJson.Options);
    }
}
