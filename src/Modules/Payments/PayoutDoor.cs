using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments;

/// <summary>A batch made for another room.</summary>
/// <param name="Code">Its number as people know it.</param>
/// <param name="Items">Ids of its items, in the order asked.</param>
public sealed record PayoutMade(Guid Batch, string Code, IReadOnlyList<Guid> Items);

/// <summary>
/// The door by which other rooms have money paid: a batch inside their own work, a draft like any other, checked, approved and sent here.
/// What became of an item with a loan's number is told as <c>PaymentSettled</c>, <c>PaymentRejected</c> or <c>PaymentReturned</c>.
/// </summary>
public sealed class PayoutDoor
{
    private readonly PaymentDesk desk;

    internal PayoutDoor(PaymentDesk desk) => this.desk = desk;

    /// <summary>What can be said of a batch before the commit queue; empty where nothing is wrong.</summary>
    public IReadOnlyList<Refusal> Faults(MakeBatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MakeBatch.Read(request, desk).Refusals;
    }

    /// <summary>Makes the batch inside a work on the commit queue; refused as its endpoint would refuse it.</summary>
    public async Task<Result<PayoutMade>> Make(ZhirongContext work, MakeBatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(request);
        var items = MakeBatch.Read(request, desk);
        if (!items.Ok)
        {
            return Result<PayoutMade>.Refused(items.Refusals);
        }

        var batch = await MakeBatch.Make(work, request, items.Value, desk);
        if (!batch.Ok)
        {
            return Result<PayoutMade>.Refused(batch.Refusals);
        }

        var made = await work.ItemsOf(batch.Value.Id);
        return new PayoutMade(batch.Value.Id, batch.Value.Code, [.. made.OrderBy(i => i.N).Select(i => i.Id)]);
    }

    /// <summary>The book an own account in use is kept in; null where it is kept in none, or there is no such account for the viewer.</summary>
    /// <param name="there">Whether there is such an account.</param>
    public static Guid? BookOf(ZhirongContext context, Guid account, out bool there)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = context.Set<PayAccount>().AsNoTracking().SingleOrDefault(a => a.Id == account && a.Role == AddAccount.Own && a.Active == 1);
        there = found is not null;
        return found?.BookId;
    }
}
