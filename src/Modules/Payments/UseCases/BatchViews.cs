using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <param name="Id">A source of the closed-loop account.</param>
/// <param name="Amount">Yuan, above zero.</param>
public sealed record NewUse(Guid Id, string Amount);

/// <summary>One payment asked for.</summary>
/// <param name="PayeeName">As the account has it.</param>
/// <param name="Account">Account number or wallet id.</param>
/// <param name="Amount">Yuan, above zero, at most two decimals.</param>
/// <param name="Kind">bank (default) or ecny_wallet.</param>
/// <param name="AgentCnaps">12 digits; for bank accounts.</param>
/// <param name="OperatingBank">For wallets.</param>
/// <param name="Purpose">Null: the batch's.</param>
/// <param name="Remittance">At most 140 characters; null: the purpose.</param>
/// <param name="LoanNo">借据号.</param>
/// <param name="CounterAccount">The other side in the books; null: the batch's.</param>
/// <param name="Sources">What it takes of which sources of a closed-loop account.</param>
public sealed record NewItem(
    string PayeeName, string Account, string Amount, string? Kind = null, string? AgentName = null, string? AgentCnaps = null, string? OperatingBank = null, string? Purpose = null, string? PurposeCode = null, string? Remittance = null, string? LoanNo = null, string? CounterAccount = null, IReadOnlyList<NewUse>? Sources = null);

/// <summary>A warning a person took upon himself.</summary>
/// <param name="Path">The item, as the finding names it; <c>*</c> for all of a code that may be confirmed together.</param>
/// <param name="Found">What the finding found.</param>
public sealed record ConfirmedWarning(string Code, string Path, string Found, string Reason, string By, string At);

/// <summary>A batch in a list and at the head of its page.</summary>
/// <param name="State">draft, checked, approved, sent, accepted, settled, rejected, returned, unknown, cancelled, or partly.</param>
/// <param name="StateTitle">The state in the reader's language.</param>
/// <param name="Settled">Sum of what the bank says is paid.</param>
/// <param name="ByState">How many items stand where.</param>
public sealed record BatchView(
    Guid Id, string Code, string Title, Guid AccountId, string AccountName, string AccountNumber, bool ClosedLoop, string Channel, string Purpose, string ValueDate, string? CounterAccount, string State, string StateTitle, int Items, string Total, string Settled, IReadOnlyDictionary<string, int> ByState, int Differing, int Unposted, IReadOnlyList<ConfirmedWarning> Confirmed, string MadeBy, string MadeAt, string? CheckedBy, string? ApprovedBy, int Version);

/// <summary>One payment of a batch, with where it stands.</summary>
/// <param name="Number">1, 2, 3 … within the batch.</param>
/// <param name="EndToEndId">Of the latest attempt sent.</param>
/// <param name="Unposted">Why the books lag behind the bank; null when they do not.</param>
/// <param name="Retryable">Whether another attempt may be asked for now.</param>
public sealed record ItemView(
    Guid Id, int Number, string PayeeName, string Kind, string Account, string? AgentName, string? AgentCnaps, string? OperatingBank, string Amount, string Purpose, string? PurposeCode, string Remittance, string? LoanNo, string? CounterAccount, IReadOnlyList<NewUse> Sources, string State, string StateTitle, int Attempts, bool Differing, string? EndToEndId, string? Reason, string? BankReference, string? Booked, Guid? EntryId, Guid? ReversalId, string? Unposted, bool Retryable);

/// <summary>Makes views of batches.</summary>
internal static class BatchViews
{
    public static async Task<BatchView> One(ZhirongContext context, PayBatch batch, Language language) => (await Some(context, [batch], language))[0];

    public static async Task<IReadOnlyList<BatchView>> Some(ZhirongContext context, IReadOnlyList<PayBatch> batches, Language language)
    {
        var ids = batches.Select(b => b.Id).ToList();
        var payers = batches.Select(b => b.AccountId).Distinct().ToList();
        var accounts = await context.Set<PayAccount>().IgnoreQueryFilters().Where(a => payers.Contains(a.Id)).AsNoTracking().ToDictionaryAsync(a => a.Id);
        var counts = (await context.Set<PayItem>().Where(i => ids.Contains(i.BatchId)).GroupBy(i => new { i.BatchId, i.State, i.Differing }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).ToLookup(g => g.Key.BatchId);
        var unposted = await context.Set<PayAttempt>().Where(a => a.Unposted == 1).Join(context.Set<PayItem>().Where(i => ids.Contains(i.BatchId)), a => a.ItemId, i => i.Id, (a, i) => i.BatchId).GroupBy(b => b).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        return [.. batches.Select(b =>
        {
            var account = accounts[b.AccountId];
            var states = counts[b.Id].GroupBy(g => g.Key.State).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
            return new BatchView(
                b.Id, b.Code, b.Title, b.AccountId, account.Name, account.Number, account.ClosedLoop == 1, b.Channel, b.Purpose, RowValues.Of(b.ValueDate), b.CounterAccount, b.State, PaymentWords.BatchTitle(b.State).In(language), b.Items, Money.FenText(b.TotalFen), Money.FenText(b.SettledFen), states, counts[b.Id].Where(g => g.Key.Differing == 1).Sum(g => g.Count), unposted.GetValueOrDefault(b.Id), Confirmed(b), b.MadeBy, Instant.Text(b.MadeAt), b.CheckedBy, b.ApprovedBy, b.Version);
        })];
    }

    public static IReadOnlyList<ConfirmedWarning> Confirmed(PayBatch batch) => JsonSerializer.Deserialize<List<ConfirmedWarning>>(batch.Confirmed, WebJson.Options)!;

    public static async Task<IReadOnlyList<ItemView>> Items(ZhirongContext context, IReadOnlyList<PayItem> items, Language language)
    {
        var ids = items.Select(i => i.Id).ToList();
        var attempts = (await context.Set<PayAttempt>().Where(a => ids.Contains(a.ItemId)).AsNoTracking().ToListAsync()).ToLookup(a => a.ItemId);
        var uses = (await context.Set<PayUse>().Where(u => ids.Contains(u.ItemId)).AsNoTracking().ToListAsync()).ToLookup(u => u.ItemId);
        return [.. items.Select(i => View(i, attempts[i.Id].MaxBy(a => a.N), uses[i.Id], language))];
    }

    private static ItemView View(PayItem item, PayAttempt? last, IEnumerable<PayUse> uses, Language language)
    {
        var state = PaymentWords.State(item.State);
        return new(
            item.Id, item.N, item.PayeeName, item.Kind, item.Account, item.AgentName, item.AgentCnaps, item.OperatingBank, Money.FenText(item.Fen), item.Purpose, item.PurposeCode, item.Remittance, item.LoanNo, item.CounterAccount, [.. uses.OrderBy(u => u.SourceId).Select(u => new NewUse(u.SourceId, Money.FenText(u.Fen)))], item.State, state.Title().In(language), item.Attempts, item.Differing == 1, last?.EndToEndId, Reason(last), last?.BankReference, RowValues.Of(last?.Booked), last?.EntryId, last?.ReversalId, last?.Unposted == 1 ? last.UnpostedWhy : null, Retry(item, last));
    }

    private static string? Reason(PayAttempt? attempt) => attempt is { ReasonCode: not null } or { ReasonText: not null } ? $"{attempt.ReasonCode} {attempt.ReasonText}".Trim() : null;

    private static bool Retry(PayItem item, PayAttempt? last) =>
        last is not null && item.Differing == 0 && item.State == last.State && PaymentStates.FinallyNotPaid(PaymentWords.State(last.State), last.Absent == 1);
}
