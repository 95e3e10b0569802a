using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Model;
using Zhirong.Modules.Payments.Reports;
using Zhirong.Modules.Payments.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Payments.UseCases;

/// <summary>A batch and the differences as workbooks.</summary>
internal static class ExportPayments
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MostRows = 100_000;

    private static readonly PaymentSheet.Column[] OfBatch =
    [
        new(new("序号", "No."), 8), new(new("收款人", "Payee"), 34), new(new("账号", "Account"), 24), new(new("开户行 / 运营机构", "Bank / operator"), 26), new(new("行号", "Bank no."), 16), new(new("金额", "Amount"), 19, true), new(new("用途", "Purpose"), 20), new(new("借据号", "Loan"), 18), new(new("状态", "State"), 12), new(new("次数", "Attempts"), 8), new(new("端到端标识号", "End-to-end id"), 34), new(new("流水号", "Bank reference"), 20), new(new("记账日", "Booked"), 13), new(new("银行说明", "Bank's reason"), 30),
    ];

    private static readonly PaymentSheet.Column[] OfDifferences =
    [
        new(new("日期", "Day"), 13), new(new("种类", "Kind"), 16), new(new("对象", "Subject"), 34), new(new("我方", "Ours"), 28), new(new("对方", "Theirs"), 34), new(new("含义", "Meaning"), 40), new(new("状态", "State"), 10), new(new("说明", "Explanation"), 34), new(new("处理人", "By"), 14), new(new("处理时间", "At"), 22),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/payments/batches/{id:guid}/batch.xlsx", BatchAnswer).WithName("exportBatch").WithSummary("A batch as a workbook; lang=en for English").Produces(200, null, ContentType).ProducesProblem(404).Reads("payments");
        api.MapGet("/payments/differences.xlsx", DifferencesAnswer).WithName("exportDifferences").WithSummary("Differences as a workbook; lang=en for English").Produces(200, null, ContentType).ProducesProblem(422).Reads("payments");
    }

    public static async Task<byte[]> Batch(ZhirongContext read, PayBatch batch, Language language)
    {
        var view = await BatchViews.One(read, batch, language);
        var items = await BatchViews.Items(read, await read.ItemsOf(batch.Id), language);
        string[] facts =
        [
            new Words($"批次：{view.Code}　状态：{view.StateTitle}　付款日：{view.ValueDate}　渠道：{view.Channel}", $"Batch {view.Code}, {view.StateTitle}; value date {view.ValueDate}; channel {view.Channel}").In(language),
            new Words($"付款账户：{view.AccountName} {view.AccountNumber}　用途：{view.Purpose}", $"Paid from {view.AccountName} {view.AccountNumber}; purpose: {view.Purpose}").In(language),
            new Words($"制单：{view.MadeBy}　复核：{view.CheckedBy ?? "—"}　审批：{view.ApprovedBy ?? "—"}　已付：{view.Settled} 元", $"Made by {view.MadeBy}, checked by {view.CheckedBy ?? "—"}, approved by {view.ApprovedBy ?? "—"}; settled CNY {view.Settled}").In(language),
        ];
        return PaymentSheet.Write(
            new("付款批次", "Payout batch"), view.Code, facts, OfBatch,
            [.. items.Select(i => (IReadOnlyList<object?>)[i.Number, i.PayeeName, i.Account, i.AgentName ?? i.OperatingBank, i.AgentCnaps, Money.Cny(decimal.Parse(i.Amount, System.Globalization.CultureInfo.InvariantCulture)).Fen, i.Purpose, i.LoanNo, i.Differing ? $"{i.StateTitle} *" : i.StateTitle, i.Attempts, i.EndToEndId, i.BankReference, i.Booked is { } day ? DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) : null, i.Reason])],
            language);
    }

    private static async Task<IResult> BatchAnswer(Guid id, HttpContext context, PaymentDesk desk, string? lang)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<PayBatch>().SingleOrDefaultAsync(b => b.Id == id) is { } batch
            ? Results.File(await Batch(read, batch, RequestLanguage.Of(context, lang)), ContentType, $"{batch.Code}.xlsx")
            : Unseen.Problem(context, "batches", id);
    }

    private static async Task<IResult> DifferencesAnswer(HttpContext context, PaymentDesk desk, DateOnly? date, string? state, string? kind, Guid? accountId, string? lang)
    {
        if (ListDifferences.Fault(state, kind) is { } fault)
        {
            return Problems.Of(context, fault);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (found, language) = (ListDifferences.Found(read, date, state, kind, accountId), RequestLanguage.Of(context, lang));
        var total = await found.CountAsync();
        if (total > MostRows)
        {
            return Problems.Of(context, AccountRefusals.TooMany(total, MostRows));
        }

        var rows = await found.OrderBy(d => d.Day).ThenBy(d => d.Kind).ThenBy(d => d.Subject).ThenBy(d => d.Id).ToListAsync();
        string[] facts = [new Words($"{(date is { } day ? PaymentRefusals.Day(day) : "全部日期")}　{rows.Count} 项，未了结 {rows.Count(d => d.State == "open")} 项", $"{(date is { } one ? PaymentRefusals.Day(one) : "All days")}: {rows.Count}, of which open {rows.Count(d => d.State == "open")}").In(language)];
        return Results.File(
            PaymentSheet.Write(
                new("差异清单", "Differences"), "", facts, OfDifferences,
                [.. rows.Select(d => (IReadOnlyList<object?>)[d.Day, DifferenceWords.Title(d.Kind).In(language), d.Subject, d.Ours, d.Theirs, DifferenceWords.Why(d.Kind).In(language), StateTitle(d.State).In(language), d.Note, d.DecidedBy, d.DecidedAt is { } at ? Instant.Text(at) : null])],
                language),
            ContentType,
            "differences.xlsx");
    }

    private static Words StateTitle(string state) => state switch
    {
        DifferenceWords.Open => new("未了结", "open"),
        DifferenceWords.Explained => new("已说明", "explained"),
        _ => new("已消除", "gone"),
    };
}
