using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>Shows those who approve a mandate its product, texts and caps, and why a stopped one is to go on; what could not be made is not put up.</summary>
internal sealed class LoanMandateShown(InstantDesk desk) : IChangeShown
{
    public bool Shows(string act) => act is "lending.mandate.make" or "lending.mandate.reopen";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request) => request.Act == "lending.mandate.make" ? Made(read, request) : Reopened(read, request);

    private Result<ShownChange> Made(ZhirongContext read, ActRequest request)
    {
        if (Body<MakeLoanMandateRequest>(request) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        var asked = MakeLoanMandate.Read(read, desk, form);
        return !asked.Ok ? Result<ShownChange>.Refused(asked.Refusals) : new ShownChange
        {
            Title = new($"秒贷授权 {form.Code}：{asked.Value.Texts.Product.Title.Zh}，总额 {Money.FenText(asked.Value.TotalFen)} 元", $"Mandate {form.Code} for instant loans: {asked.Value.Texts.Product.Title.En}, {Money.FenText(asked.Value.TotalFen)} yuan in all"),
            Amount = Money.OfFen(asked.Value.TotalFen),
            Product = asked.Value.Texts.Product.Id,
            Fields =
            [
                new("product", new("产品", "Product"), null, $"{asked.Value.Texts.Product.Id}/{asked.Value.Texts.Product.Version}"),
                new("policy", new("政策与模型", "Policy and models"), null, string.Join('、', new[] { asked.Value.Texts.Loan, asked.Value.Texts.Guard, asked.Value.Texts.Index }.Select(p => $"{p.Definition.Id}/{p.Definition.Version}"))),
                new("firm", new("单户限额（元）", "Cap of a firm (yuan)"), null, Money.FenText(asked.Value.FirmFen)),
                new("day", new("单日限额（元）", "Cap of a day (yuan)"), null, Money.FenText(asked.Value.DayFen)),
                new("total", new("总额（元）", "Total (yuan)"), null, Money.FenText(asked.Value.TotalFen)),
                new("days", new("有效期", "Days"), null, $"{form.From:yyyy-MM-dd} … {form.Until:yyyy-MM-dd}"),
                new("firstFund", new("先放款后登记", "Pays before registration"), null, form.FirstFund ? $"是，{form.RegisterDays} 个工作日内登记 / yes, within {form.RegisterDays} working days" : "否 / no"),
                new("blocked", new("禁止名单", "Blocked firms"), null, $"{form.Blocked?.Count ?? 0}"),
            ],
        };
    }

    private static Result<ShownChange> Reopened(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<LoanMandate>().AsNoTracking().SingleOrDefault(m => m.Id == id) is not { } mandate)
        {
            return WebRefusals.NotFound("mandates", asked);
        }

        if (Body<ReopenMandateRequest>(request) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        return StopLoanMandate.Against(mandate, form) is { } refusal ? refusal : new ShownChange
        {
            Title = new($"恢复秒贷授权 {mandate.Code}", $"Let mandate {mandate.Code} go on"),
            SubjectKind = "mandate",
            SubjectId = $"{mandate.Id}",
            Fields = [new("state", new("状态", "State"), $"{InstantStates.MandateTitle(mandate.State).Zh} / {InstantStates.MandateTitle(mandate.State).En}: {mandate.Because}", "生效 / active"), new("reason", new("理由", "Reason"), null, form.Reason)],
        };
    }

    private static T? Body<T>(ActRequest request)
        where T : class
    {
        try
        {
            return request.Body.Deserialize<T>(WebJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
