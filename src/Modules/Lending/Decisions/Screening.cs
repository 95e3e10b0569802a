using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit.Limits;
using Zhirong.Engine.Credit.Products;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Modules.Lending.Decisions;

/// <summary>A finding of the screen.</summary>
/// <param name="Outcome">Approve: nothing stands against it; refer: 待核实; decline: it forbids.</param>
internal sealed record ScreenFinding(string Id, Words Title, Outcome Outcome, Words Text);

/// <summary>准入筛查: who asks, what is known against him, and whether security and limit are there, before the policy is asked.</summary>
internal static class Screening
{
    public static IReadOnlyList<ScreenFinding> Of(JsonObject root, ProductCase asked, Result<CreditLimit> limit, LoanProduct product) =>
        [Identity(root), Dishonest(asked), Rights(root, product), Diligence(root), Limit(asked, limit)];

    private static ScreenFinding Identity(JsonObject root)
    {
        var code = $"{root["firm"]!["code"]}";
        var valid = CreditCode.Check(code).Outcome;
        return new("identity", new("主体识别", "Identity"), valid == CreditCodeOutcome.Valid ? Outcome.Approve : Outcome.Refer, valid == CreditCodeOutcome.Valid
            ? new($"统一社会信用代码 {code} 校验通过", $"the unified social credit code {code} checks")
            : new($"统一社会信用代码 {(code.Length == 0 ? "—" : code)} 待核实", $"the unified social credit code {(code.Length == 0 ? "—" : code)} is not established"));
    }

    private static ScreenFinding Dishonest(ProductCase asked)
    {
        var listed = asked.Of(ProductFacts.Find("firm.dishonest")!);
        var source = asked.Facts.TryGetValue("firm.dishonest", out var said) ? $"（{said.Source}{(said.Dated is { } day ? $" {day:yyyy-MM-dd}" : "")}）" : "";
        return new("dishonest", new("失信被执行人", "Dishonest debtors"), !listed.Known ? Outcome.Refer : listed.IsTrue ? Outcome.Decline : Outcome.Approve, !listed.Known
            ? new("未查询失信被执行人名单", "the list of dishonest debtors was not looked at")
            : listed.IsTrue ? new($"被列为失信被执行人{source}", $"is on the list of dishonest debtors {source}") : new($"未被列入{source}", $"is not on the list {source}"));
    }

    private static ScreenFinding Rights(JsonObject root, LoanProduct product)
    {
        var rights = root["rights"]!.AsArray();
        var (usable, not) = (rights.Count(r => r!["usable"]!.GetValue<bool>()), rights.Where(r => !r!["usable"]!.GetValue<bool>()).ToList());
        var title = new Words("质押权利", "Rights offered");
        if (product.Security.Kinds.Count == 0)
        {
            return new("rights", title, Outcome.Approve, new("产品不要求质押", "the product asks for no pledge"));
        }

        var (zh, en) = (string.Join('；', not.Take(5).Select(r => $"{r!["number"]} {r["why"]!["zh"]}")), string.Join("; ", not.Take(5).Select(r => $"{r!["number"]} {r["why"]!["en"]}")));
        return new("rights", title, usable == 0 ? Outcome.Decline : Outcome.Approve, new($"可质押 {usable} 项，不可质押 {not.Count} 项{(not.Count > 0 ? $"：{zh}" : "")}", $"{usable} can be pledged, {not.Count} cannot{(not.Count > 0 ? $": {en}" : "")}"));
    }

    private static ScreenFinding Diligence(JsonObject root)
    {
        var title = new Words("尽职调查", "Due diligence");
        if (root["diligence"] is not JsonObject file)
        {
            return new("diligence", title, Outcome.Refer, new("尚无尽职调查", "there is no due diligence"));
        }

        var (answer, day) = ($"{file["answer"]}", $"{file["day"]}");
        return new("diligence", title, answer switch { "no" => Outcome.Decline, "yes" or "conditions" => Outcome.Approve, _ => Outcome.Refer }, new($"{day}：致命 {file["fatal"]}、重大 {file["major"]}、待核实 {file["unknown"]}", $"{day}: {file["fatal"]} fatal, {file["major"]} major, {file["unknown"]} not known"));
    }

    private static ScreenFinding Limit(ProductCase asked, Result<CreditLimit> limit)
    {
        var (title, amount) = (new Words("额度", "Limit"), asked.Number("loan.amount") ?? 0);
        if (!limit.Ok)
        {
            return new("limit", title, Outcome.Refer, limit.Refusals[0].Message);
        }

        var enough = limit.Value.Amount.Yuan >= amount;
        return new("limit", title, enough ? Outcome.Approve : Outcome.Refer, new($"申请 {amount:#,##0.00} 元，额度 {limit.Value.Amount.Yuan:#,##0.00} 元，由{string.Join('、', limit.Value.Binding.Select(b => b.Why.Zh))}决定", $"asked for {amount:#,##0.00}, limit {limit.Value.Amount.Yuan:#,##0.00} yuan, bound by {string.Join(", ", limit.Value.Binding.Select(b => b.Why.En))}"));
    }
}
