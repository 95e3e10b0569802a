using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Modules.Securitization.Model;
using Zhirong.Modules.Securitization.Storage;
using Zhirong.Modules.Securitization.UseCases;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Securitization;

/// <summary>A deal that comes with the product.</summary>
/// <param name="CaseId">The founding case it belongs to.</param>
/// <param name="Text">Its deal file.</param>
public sealed record FoundingDeal(string CaseId, string Text);

/// <summary>证券化: which pool pays which note?</summary>
public sealed class SecuritizationRoom(MarketData market) : IRoom
{
    public IRoomModel Model { get; } = new SecuritizationTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton(market).AddSingleton(PagePrinter.OfMachine()).AddSingleton<ISubjectTitles, DealTitles>().AddSingleton<IJobKind, StressGrid>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListDeals.Map(api);
        OpenDeal.Map(api);
        SaveDeal.Map(api);
        CheckDeal.Map(api);
        Calculate.Map(api);
        ExplainLine.Map(api);
        CompareTexts.Map(api);
        Scenarios.Map(api);
        Runs.Map(api);
        StartStressGrid.Map(api);
        CompareRuns.Map(api);
        PlanRun.Map(api);
        Shelves.Map(api);
        ImportDeal.Map(api);
        ExportDeal.Map(api);
    }

    /// <summary>Opens the founding deals that are not on the desk yet. Returns each case's deal.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> Found(Store store, IReadOnlyList<FoundingDeal> deals, Viewer viewer, TimeProvider clock) =>
        await store.Commits.Write(viewer, async write =>
        {
            var known = await write.Set<Deal>().Where(d => d.CaseId != null && d.OwnerId == viewer.Organisation).ToDictionaryAsync(d => d.CaseId!, d => d.Id);
            foreach (var deal in deals.Where(d => !known.ContainsKey(d.CaseId)))
            {
                if (DealTerms.Read(deal.Text, market.Holidays) is { Ok: true } terms)
                {
                    known[deal.CaseId] = SaveDeal.Open(write, terms.Value, deal.Text, "随产品提供 / comes with the product", deal.CaseId, clock).Id;
                }
            }

            return (IReadOnlyDictionary<string, Guid>)known;
        });
}
