using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Assets.Importing;
using Zhirong.Engine.Matching.Parameters;
using Zhirong.Modules.Assets.Listings;
using Zhirong.Modules.Assets.Papers;
using Zhirong.Modules.Assets.Searches;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Assets;

/// <summary>资产登记: which right, whose, in force, encumbered?</summary>
/// <param name="law">Terms, fees, policy and event codes the register goes by.</param>
/// <param name="titles">Titles of columns it knows.</param>
public sealed class AssetsRoom(RegisterLaw law, RegisterTitles titles) : IRoom
{
    /// <summary>What listed rights are ranked by; without it nothing is matched.</summary>
    public MatchParameters? Matching { get; init; }

    public IRoomModel Model { get; } = new RegisterTables(law);

    public void Register(IServiceCollection parts) => parts.AddSingleton(law).AddSingleton<RightDesk>().AddSingleton(new ListingShelf(Matching)).AddSingleton<RightDoor>().AddSingleton<EncumbranceDoor>().AddSingleton<Intake>().AddSingleton(titles).AddSingleton<IJobKind, ImportJob>().AddSingleton<IChangeShown, AnswerShown>().AddSingleton<IChangeShown, EndShown>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListRights.Map(api);
        ExportRights.Map(api);
        OpenRight.Map(api);
        RegisterRight.Map(api);
        RecordEvent.Map(api);
        EncumberRight.Map(api);
        RecordTrade.Map(api);
        AnswerQuestion.Map(api);
        ListSources.Map(api);
        ImportRights.Map(api);
        KeepMapping.Map(api);
        ExportFindings.Map(api);
        ImportFirms.Map(api);
        OpenFirm.Map(api);
        AddFirm.Map(api);
        SaveStatement.Map(api);
        SaveProduct.Map(api);
        OpenPapers.Map(api);
        AddPaper.Map(api);
        UsePaper.Map(api);
        TakeListings.Map(api);
        MatchListings.Map(api);
        KeepShortlist.Map(api);
        OpenShortlist.Map(api);
        OpenSearch.Map(api);
        KeepSearch.Map(api);
    }
}
