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

/// <summary>An own account in use that is kept in a book.</summary>
/// <param name="BookAccount">Its code there.</param>
/// <param name="BankCode">支付系统行号 of the bank that keeps it.</param>
public sealed record PayerAccount(Guid Book, string BookAccount, string BankCode, string BankName, string Name);

/// <summary>An own account in use that money is collected on.</summary>
/// <param name="Book">The book it is kept in; null where it is kept in none.</param>
/// <param name="Counter">Where what comes in stands in that book; empty where nothing is named.</param>
public sealed record CollectingAccount(Guid? Book, string Counter, string Name);

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

    /// <summary>
    /// Pays into accounts of the payer's own book inside a work on the commit queue, under a mandate that a second person approved: checked as any
    /// batch is, posted at once, and told as <c>PaymentSettled</c>. Refused, nothing was paid.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="request">The payments; the channel is not looked at.</param>
    /// <param name="authority">The mandate and who approved it, for the batch's history.</param>
    /// <param name="payee">The only holder who may be paid.</param>
    public async Task<Result<PayoutMade>> PayInBook(ZhirongContext work, MakeBatchRequest request, string authority, string payee)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(request);
        var items = BookFaults(request);
        if (!items.Ok)
        {
            return Result<PayoutMade>.Refused(items.Refusals);
        }

        var batch = await UseCases.PayInBook.Pay(work, request with { Channel = UseCases.PayInBook.Channel }, items.Value, new(authority, payee), desk);
        if (!batch.Ok)
        {
            return Result<PayoutMade>.Refused(batch.Refusals);
        }

        var made = await work.ItemsOf(batch.Value.Id);
        return new PayoutMade(batch.Value.Id, batch.Value.Code, [.. made.OrderBy(i => i.N).Select(i => i.Id)]);
    }

    /// <summary>What can be said before the commit queue of payments into the payer's own book.</summary>
    public IReadOnlyList<Refusal> FaultsInBook(MakeBatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return BookFaults(request).Refusals;
    }

    private Result<IReadOnlyList<Model.ItemDraft>> BookFaults(MakeBatchRequest request) => MakeBatch.Read(request with { Channel = desk.Channels[0].Code }, desk);

    /// <summary>The book an own account in use is kept in; null where it is kept in none, or there is no such account for the viewer.</summary>
    /// <param name="there">Whether there is such an account.</param>
    public static Guid? BookOf(ZhirongContext context, Guid account, out bool there)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = context.Set<PayAccount>().AsNoTracking().SingleOrDefault(a => a.Id == account && a.Role == AddAccount.Own && a.Active == 1);
        there = found is not null;
        return found?.BookId;
    }

    /// <summary>An own account in use with its book; null where it is kept in none, or there is no such account for the viewer.</summary>
    public static PayerAccount? Payer(ZhirongContext context, Guid account)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Set<PayAccount>().AsNoTracking().SingleOrDefault(a => a.Id == account && a.Role == AddAccount.Own && a.Active == 1) is { BookId: { } book, BookAccount: { } code } found
            ? new(book, code, found.AgentCnaps ?? "", found.AgentName ?? "", found.Name)
            : null;
    }

    /// <summary>
    /// Expects money inside a work on the commit queue; a statement's line makes it received. What names a number is told as
    /// <c>ReceiptArrived</c> and <c>ReceiptUndone</c> under the receipt's id. Refused as its endpoint would refuse it.
    /// </summary>
    public Task<Result<ReceiptsPlanned>> Expect(ZhirongContext work, PlanReceiptsRequest request)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(request);
        return PlanReceipts.Plan(work, request, desk);
    }

    /// <summary>An own account in use; null where there is none for the viewer.</summary>
    public static CollectingAccount? Collecting(ZhirongContext context, Guid account)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Set<PayAccount>().AsNoTracking().SingleOrDefault(a => a.Id == account && a.Role == AddAccount.Own && a.Active == 1) is { } found ? new(found.BookId, found.CounterAccount ?? "", found.Name) : null;
    }
}
