using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets;

/// <summary>资产登记: which right, whose, in force, encumbered?</summary>
/// <param name="law">Terms, fees, policy and event codes the register goes by.</param>
public sealed class AssetsRoom(RegisterLaw law) : IRoom
{
    public IRoomModel Model { get; } = new RegisterTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton(law).AddSingleton<RightDesk>().AddSingleton<RightDoor>().AddSingleton<Intake>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListRights.Map(api);
        OpenRight.Map(api);
        RegisterRight.Map(api);
        RecordEvent.Map(api);
        EncumberRight.Map(api);
        RecordTrade.Map(api);
        AnswerQuestion.Map(api);
        ListSources.Map(api);
        OpenFirm.Map(api);
        AddFirm.Map(api);
        SaveStatement.Map(api);
        SaveProduct.Map(api);
    }
}
