using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments;

/// <summary>收付: did it arrive, for what purpose?</summary>
/// <param name="holidays">The published holidays, for the days on which banks work.</param>
/// <param name="sheets">The mappings of banks' sheets.</param>
public sealed class PaymentsRoom(HolidayTable holidays, SheetShelf sheets) : IRoom
{
    public IRoomModel Model { get; } = new PaymentTables();

    public void Register(IServiceCollection parts)
    {
        parts.AddSingleton(new BankDays(new(holidays, DayKind.Bank))).AddSingleton<PaymentDesk>().AddSingleton(services => new PayoutDoor(services.GetRequiredService<PaymentDesk>())).AddSingleton<IChangeShown, BatchShown>().AddSingleton<IChangeShown, RetryShown>();
        parts.AddSingleton<IAnswerReader>(new AnswerReader(sheets)).AddSingleton<IStatementReader>(new StatementReader(sheets)).AddSingleton<IBalanceReader>(new BalanceReader(sheets));
        foreach (var channel in new ChannelShelf(sheets).All)
        {
            parts.AddSingleton(channel);
        }
    }

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
        ReadTable.Map(api);
        ImportStatement.Map(api);
        ListStatements.Map(api);
        SumLines.Map(api);
        MatchLine.Map(api);
        PlanReceipts.Map(api);
        ClosedLoop.Map(api);
        ReadBalances.Map(api);
        CountDifferences.Map(api);
        ListDifferences.Map(api);
        ExplainDifference.Map(api);
        ExportPayments.Map(api);
    }
}
