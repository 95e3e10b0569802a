using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Ledger.Charts;
using Zhirong.Modules.Ledger.Model;
using Zhirong.Modules.Ledger.Storage;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Ledger;

/// <summary>账本: where is the money?</summary>
public sealed class LedgerRoom(ChartShelf charts) : IRoom
{
    public IRoomModel Model { get; } = new LedgerTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton(charts).AddSingleton<LedgerBooks>().AddSingleton<BookDoor>().AddSingleton<PlannedEntries>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListCharts.Map(api);
        ListBooks.Map(api);
        OpenBook.Map(api);
        ReadAccounts.Map(api);
        ChangeAccounts.Map(api);
        PostEntries.Map(api);
        ListEntries.Map(api);
        OpenEntry.Map(api);
        ReverseEntry.Map(api);
        ReadStatement.Map(api);
        ListHolds.Map(api);
        PlaceHold.Map(api);
        CloseHold.Map(api);
        MoveBusinessDate.Map(api);
        ListPlanned.Map(api);
        FindCandidates.Map(api);
        Matching.Map(api);
    }

    /// <summary>Opens a book beside its chart with plain accounts of the given codes; returns its id.</summary>
    public Task<Guid> Open(Store store, Viewer viewer, string code, string name, BookKind kind, DateOnly openedOn, IReadOnlyList<string> accounts, TimeProvider clock) =>
        store.Commits.Write(viewer, work =>
        {
            var book = OpenBook.Open(work, new(code, name, kind.Word(), openedOn), charts, clock).Value.Id;
            foreach (var account in accounts)
            {
                _ = ChangeAccounts.Add(work, book, new(account, account, account, AccountClass.Asset.Word(), Side.Debit.Word(), AccountRule.None.Word()), clock).Value;
            }

            return Task.FromResult(book);
        });
}
