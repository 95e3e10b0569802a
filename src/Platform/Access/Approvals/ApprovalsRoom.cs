using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Mandates;
using Zhirong.Platform.Access.Approvals.Routes;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Approvals.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals;

/// <summary>审批: who must agree before something is done, what would change, and doing it once they have.</summary>
/// <param name="shipped">The routes that come with the product.</param>
public sealed class ApprovalsRoom(IReadOnlyList<RouteSet> shipped) : IRoom
{
    public IRoomModel Model { get; } = new ApprovalTables();

    public void Register(IServiceCollection parts) => parts
        .AddSingleton(part => new ApprovalRoutes(shipped, part.GetRequiredService<IPeople>())).AddSingleton<RequestKeys>().AddSingleton<ChangeShowing>()
        .AddSingleton<ApprovedRun>().AddSingleton<ApprovedRuns>().AddHostedService<ApprovedLoop>().AddSingleton<IBacklog, ApprovedActs>().AddSingleton<IActHook, ApprovalHook>()
        .AddSingleton<ChangeCase>().AddSingleton<SupplementCase>().AddSingleton<UseMandate>().AddSingleton<MakeMandate>().AddSingleton<GiveDelegation>().AddSingleton<SaveRoutes>().AddSingleton<ReadRoutes>()
        .AddSingleton<IChangeShown, MandateShown>().AddSingleton<IChangeShown, RoutesShown>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListApprovals.Map(api);
        DecideCase.Map(api);
        WithdrawCase.Map(api);
        SupplementCase.Map(api);
        MeetCondition.Map(api);
        GiveDelegation.Map(api);
        MakeMandate.Map(api);
        SaveRoutes.Map(api);
        ReadRoutes.Map(api);
    }
}
