using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Modules.Policy.Aid;
using Zhirong.Modules.Policy.Clocks;
using Zhirong.Modules.Policy.Funds;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy;

/// <summary>政策: which public money applies, who bears the loss?</summary>
/// <param name="schemes">The schemes that come with the product.</param>
/// <param name="rates">Published reference rates.</param>
public sealed class PolicyRoom(IReadOnlyList<ShippedScheme> schemes, IReferenceRates rates) : IRoom
{
    public IRoomModel Model { get; } = new PolicyTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton(schemes).AddSingleton(rates).AddSingleton<PolicyDesk>().AddSingleton<AidDoor>().AddSingleton(services => new AidDraftDoor(services.GetRequiredService<PolicyDesk>())).AddSingleton<IChangeShown, SchemeShown>().AddSingleton<IChangeShown, MoneyShown>();

    public void Map(IEndpointRouteBuilder api)
    {
        OpenScheme.Map(api);
        SaveScheme.Map(api);
        CalculateScheme.Map(api);
        CheckScheme.Map(api);
        SetBudget.Map(api);
        OpenBudget.Map(api);
        ScalePool.Map(api);
        DraftAid.Map(api);
        ReviseAid.Map(api);
        MoveAid.Map(api);
        OpenFund.Map(api);
        FileLoan.Map(api);
        MakeClaim.Map(api);
        MoveClaim.Map(api);
        DatedTasks.Map(api);
    }
}
