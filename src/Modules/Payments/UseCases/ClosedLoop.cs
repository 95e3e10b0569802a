using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>Money that came in and may be used.</summary>
/// <param name="Used">Reserved and used together.</param>
public sealed record ClosedLoopSource(Guid Id, string Day, string From, string? Reference, string Amount, string Used, string Left);

/// <param name="State">planned, reserved, used or released.</param>
public sealed record ClosedLoopUse(Guid SourceId, Guid BatchId, string Batch, int Item, string PayeeName, string Purpose, string Amount, string State, string? Booked);

/// <summary>A closed-loop account: what came in, what it was used for, and whether the two agree.</summary>
/// <param name="Sources">Sum of what came in and was matched.</param>
/// <param name="Used">Sum of uses the bank has paid.</param>
/// <param name="Reserved">Sum of uses checked and not yet paid.</param>
/// <param name="Left">Sources less used and reserved.</param>
/// <param name="Agrees">Uses of every source sum to what is taken of it, and sources are used, reserved and left to the fen.</param>
/// <param name="UnmatchedIn">Money that came in and stands for nothing known: it is no source.</param>
/// <param name="UnmatchedOut">Money that left without a payment of ours.</param>
/// <param name="Bank">The latest balance the bank stated; null when it stated none.</param>
/// <param name="BankDay">The day of that balance.</param>
/// <param name="Explained">Whether the bank's balance is what is left, reserved and unmatched together; null without one.</param>
public sealed record ClosedLoopView(
    PayAccountView Account, string Sources, string Used, string Reserved, string Left, bool Agrees, string UnmatchedIn, string UnmatchedOut, string? Bank, string? BankDay, bool? Explained, IReadOnlyList<ClosedLoopSource> SourceList, IReadOnlyList<ClosedLoopUse> Uses);

/// <summary>封闭账户: sources and uses, each named, and their sums.</summary>
internal static class ClosedLoop
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/payments/accounts/{id:guid}/closed-loop", Answer)
        .WithName("closedLoop").WithSummary("Sources and uses of a closed-loop account").Produces<ClosedLoopView>().ProducesProblem(404).Reads("payments");

    public static async Task<ClosedLoopView?> Of(ZhirongContext context, Guid id)
    {
        if (await context.Set<PayAccount>().SingleOrDefaultAsync(a => a.Id == id && a.ClosedLoop == 1) is not { } account)
        {
            return null;
        }

        var sources = await context.Set<PaySource>().Where(s => s.AccountId == id).OrderBy(s => s.Day).ThenBy(s => s.Id).ToListAsync();
        var uses = await Uses(context, id);
        var (used, reserved) = (uses.Where(u => u.State == UseStates.Used).Sum(u => u.Fen), uses.Where(u => u.State == UseStates.Reserved).Sum(u => u.Fen));
        var taken = uses.Where(u => u.State is UseStates.Used or UseStates.Reserved).GroupBy(u => u.SourceId).ToDictionary(g => g.Key, g => g.Sum(u => u.Fen));
        var (total, left) = (sources.Sum(s => s.Fen), sources.Sum(s => s.Fen - s.UsedFen));
        var open = await context.Lines().Where(l => l.AccountId == id && (l.State == "open" || l.State == "differing")).Select(l => l.Fen).ToListAsync();
        var explained = await context.Lines().Where(l => l.AccountId == id && l.State == "explained").SumAsync(l => l.Fen);
        var (unmatchedIn, unmatchedOut) = (open.Where(f => f > 0).Sum(), -open.Where(f => f < 0).Sum());
        var bank = await context.Set<PayBalance>().Where(b => b.Kind == "account" && b.Subject == account.Number).OrderByDescending(b => b.Day).FirstOrDefaultAsync();
        return new(
            PayAccountView.Of(account), Money.FenText(total), Money.FenText(used), Money.FenText(reserved), Money.FenText(left),
            sources.All(s => taken.GetValueOrDefault(s.Id) == s.UsedFen) && total == used + reserved + left,
            Money.FenText(unmatchedIn), Money.FenText(unmatchedOut), bank is null ? null : Money.FenText(bank.Fen), RowValues.Of(bank?.Day), bank is null ? null : bank.Fen == left + reserved + unmatchedIn - unmatchedOut + explained,
            [.. sources.Select(s => new ClosedLoopSource(s.Id, RowValues.Of(s.Day), s.FromName, s.Reference, Money.FenText(s.Fen), Money.FenText(s.UsedFen), Money.FenText(s.Fen - s.UsedFen)))],
            [.. uses.Select(u => new ClosedLoopUse(u.SourceId, u.BatchId, u.Batch, u.Item, u.PayeeName, u.Purpose, Money.FenText(u.Fen), u.State, RowValues.Of(u.Booked)))]);
    }

    private sealed record UseRow(Guid SourceId, Guid BatchId, string Batch, int Item, string PayeeName, string Purpose, long Fen, string State, DateOnly? Booked);

    private static async Task<List<UseRow>> Uses(ZhirongContext context, Guid account)
    {
        var rows = await context.Set<PayUse>().Where(u => context.Set<PaySource>().Any(s => s.Id == u.SourceId && s.AccountId == account))
            .Join(context.Set<PayItem>(), u => u.ItemId, i => i.Id, (u, i) => new { u, i }).Join(context.Set<PayBatch>(), x => x.i.BatchId, b => b.Id, (x, b) => new { x.u, x.i, b.Code, b.MadeAt })
            .OrderBy(x => x.MadeAt).ThenBy(x => x.i.N).Select(x => new { x.u.SourceId, x.i.BatchId, x.Code, x.i.N, x.i.PayeeName, x.i.Purpose, x.u.Fen, x.u.State, ItemId = x.i.Id }).ToListAsync();
        var items = rows.Select(r => r.ItemId).Distinct().ToList();
        var booked = (await context.Set<PayAttempt>().Where(a => items.Contains(a.ItemId) && a.State == "settled").Select(a => new { a.ItemId, a.Booked }).ToListAsync()).GroupBy(a => a.ItemId).ToDictionary(g => g.Key, g => g.First().Booked);
        return [.. rows.Select(r => new UseRow(r.SourceId, r.BatchId, r.Code, r.N, r.PayeeName, r.Purpose, r.Fen, r.State, booked.GetValueOrDefault(r.ItemId)))];
    }

    private static async Task<IResult> Answer(Guid id, HttpContext context, PaymentDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await Of(read, id) is { } view ? Results.Json(view, WebJson.Options) : Unseen.Problem(context, "accounts", id);
    }
}
