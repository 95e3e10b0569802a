using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments;

/// <summary>收付: did it arrive, for what purpose?</summary>
/// <param name="holidays">The published holidays, for the days on which banks work.</param>
public sealed class PaymentsRoom(HolidayTable holidays) : IRoom
{
    public IRoomModel Model { get; } = new PaymentTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton(new BankDays(new(holidays, DayKind.Bank))).AddSingleton<PaymentDesk>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListAccounts.Map(api);
        AddAccount.Map(api);
        ChangeAccount.Map(api);
        ListBatches.Map(api);
        MakeBatch.Map(api);
        AmendBatch.Map(api);
        CheckBatch.Map(api);
        ApproveBatch.Map(api);
        ReopenBatch.Map(api);
        SendBatch.Map(api);
        PostPayments.Map(api);
        OpenItem.Map(api);
        QueryItem.Map(api);
        RetryItem.Map(api);
        ReadAnswer.Map(api);
        ListFiles.Map(api);
    }
}
