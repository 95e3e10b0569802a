using Microsoft.EntityFrameworkCore;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Storage;

/// <summary>Reads in the name of a viewer: children are reached through the root he may see.</summary>
internal static class PaymentReading
{
    private static readonly TableShape Batches = new("pay_batch", TableShape.Text("id"));
    private static readonly TableShape Accounts = new("pay_account", TableShape.Text("id"));

    public static IQueryable<PayItem> Items(this ZhirongContext context) =>
        context.Set<PayItem>().Where(i => context.Set<PayBatch>().Any(b => b.Id == i.BatchId));

    public static IQueryable<PayAttempt> Attempts(this ZhirongContext context) =>
        context.Set<PayAttempt>().Where(a => context.Items().Any(i => i.Id == a.ItemId));

    public static IQueryable<PayLine> Lines(this ZhirongContext context) =>
        context.Set<PayLine>().Where(l => context.Set<PayStatement>().Any(s => s.Id == l.StatementId));

    public static IQueryable<PaySource> Sources(this ZhirongContext context) =>
        context.Set<PaySource>().Where(s => context.Set<PayAccount>().Any(a => a.Id == s.AccountId));

    /// <summary>Keeps everybody else from the batches until the transaction ends; in the order of their ids, so that nobody waits in a ring.</summary>
    public static void LockBatches(this ZhirongContext work, IEnumerable<Guid> batches) => Lock(work, Batches, batches);

    public static void LockAccounts(this ZhirongContext work, IEnumerable<Guid> accounts) => Lock(work, Accounts, accounts);

    /// <summary>A batch to be changed, nobody else changing it meanwhile; null when the viewer may not see it.</summary>
    public static async Task<PayBatch?> Locked(this ZhirongContext work, Guid batch)
    {
        work.LockBatches([batch]);
        return await work.Set<PayBatch>().SingleOrDefaultAsync(b => b.Id == batch);
    }

    public static Task<List<PayItem>> ItemsOf(this ZhirongContext context, Guid batch) =>
        context.Set<PayItem>().Where(i => i.BatchId == batch).OrderBy(i => i.N).ToListAsync();

    private static void Lock(ZhirongContext work, TableShape shape, IEnumerable<Guid> ids)
    {
        object[] keys = [.. ids.Distinct().Select(RowValues.Of).Order(StringComparer.Ordinal)];
        if (keys.Length > 0)
        {
            work.Session.Find(shape, "id", keys, _ => { }, locked: true);
        }
    }
}
