using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Crash.Writer;

/// <summary>The book the seeded entries are posted in.</summary>
internal static class SeededBook
{
    /// <summary>Opens it unless it is there.</summary>
    public static Task Open(Store store) => store.Commits.Write(Viewer.Local, work =>
    {
        if (work.Session.First("SELECT 1 FROM ldg_book WHERE id = @p0", row => row.Long(0), RowValues.Of(SeededEntries.Book)) == 0)
        {
            work.Add(new Book
            {
                Id = SeededEntries.Book,
                OwnerId = Viewer.FoundingOrganisation,
                Version = 1,
                Code = "CRASH",
                Name = "crash",
                Kind = BookKind.Bank.Word(),
                OpenedOn = SeededEntries.Opened,
                BusinessDate = SeededEntries.Business,
                OpenedBy = Viewer.Local.Person,
                OpenedAt = 1,
            });
            work.SaveChanges();
            OpenBook.AddAccounts(
                work,
                SeededEntries.Book,
                [.. SeededEntries.Accounts.Select(code => new ChartAccount { Code = code, Zh = code, En = code, Class = AccountClass.Asset, Normal = Side.Debit })],
                TimeProvider.System);
        }

        return Task.FromResult(0);
    });
}
