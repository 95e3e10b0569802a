using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Storage;

/// <summary>An account with its turnover at the moment asked for.</summary>
internal sealed record AccountBalance(AccountFacts Facts, Turnover Posted)
{
    /// <summary>On the normal side.</summary>
    public long Balance => Facts.OnNormalSide(Posted.Net);

    /// <summary>The balance less what is held against it; holds are known as they are now only.</summary>
    public long Available => Balance - (Facts.Side == Model.Side.Debit ? Facts.Pending.Credit : Facts.Pending.Debit);
}

/// <summary>Reads all accounts of a book at one moment, so that their debits equal their credits while others go on posting.</summary>
internal static class TrialReading
{
    private const int Tries = 3;

    public static List<AccountBalance> Of(Session session, Guid book, AsOf asOf)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var accounts = LedgerReading.Accounts(session, book);
            List<AccountBalance> found = [.. accounts.Select(a => new AccountBalance(a, asOf.Now ? a.Posted : new LineChain(session, a.No).At(asOf.Effective, asOf.Sequence)))];
            if (asOf.Now || asOf.Sequence is not null || Lines(accounts).SequenceEqual(Lines(LedgerReading.Accounts(session, book))))
            {
                return found;
            }
        }

        // Somebody posts all the time: what stands recorded now never changes.
        return Of(session, book, asOf with { Sequence = LedgerReading.SequenceAt(session, long.MaxValue) });
    }

    private static IEnumerable<(long No, long Lines)> Lines(IEnumerable<AccountFacts> accounts) => accounts.Select(a => (a.No, a.Lines));
}
