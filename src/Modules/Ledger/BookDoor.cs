using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Ledger;

/// <summary>The door by which other rooms open books and add accounts inside their own works.</summary>
public sealed class BookDoor(ChartShelf charts, TimeProvider clock)
{
    /// <summary>Opens a book with the chart of its kind; returns its id.</summary>
    public Result<Guid> Open(ZhirongContext work, OpenBookRequest request)
    {
        var book = OpenBook.Open(work, request, charts, clock);
        return book.Ok ? book.Value.Id : Result<Guid>.Refused(book.Refusals);
    }

    /// <summary>Adds the accounts the book has not; one that is there keeps its names and rule. Returns how many were added.</summary>
    public Result<int> AddMissing(ZhirongContext work, Guid book, IReadOnlyList<AddAccountRequest> accounts)
    {
        var known = LedgerReading.Sees(work, book) ? LedgerReading.Accounts(work.Session, book).Select(a => a.Code).ToHashSet(StringComparer.Ordinal) : [];
        var added = 0;
        foreach (var account in accounts.Where(a => known.Add(a.Code)))
        {
            var result = ChangeAccounts.Add(work, book, account, clock);
            if (!result.Ok)
            {
                return Result<int>.Refused(result.Refusals);
            }

            added++;
        }

        return added;
    }

    /// <summary>An account of the book as its chart would say it; null when it has no such code or the viewer may not see it.</summary>
    public static AddAccountRequest? Account(ZhirongContext context, Guid book, string code) =>
        LedgerReading.Sees(context, book) && LedgerReading.Account(context, book, code) is { } found
            ? new(found.Code, found.Zh, found.En, found.Class, found.Normal, found.Rule, found.LimitFen is { } limit ? Money.FenText(limit) : null)
            : null;

    /// <summary>Takes an entry back by another inside a work; what it fulfilled of a plan is open again.</summary>
    public static Result<PostOutcome> Reverse(ZhirongContext work, LedgerBooks books, Guid entry, ReverseEntryRequest request) => ReverseEntry.Reverse(work, books, entry, request);

    /// <summary>The balance of an account on its normal side after a day; null when the book has no such code or the viewer may not see it.</summary>
    public static Money? Balance(ZhirongContext context, Guid book, string code, DateOnly day) =>
        LedgerReading.Sees(context, book) && LedgerReading.Account(context, book, code) is { } account
            ? Money.OfFen(account.OnNormalSide(new LineChain(context.Session, account.No).At(day, null).Net))
            : null;

    /// <summary>The book as lists show it; null when the viewer may not see it.</summary>
    public static BookRow? Row(ZhirongContext context, Guid book) => LedgerReading.Sees(context, book) ? BookRows.One(context.Session, book) : null;
}
