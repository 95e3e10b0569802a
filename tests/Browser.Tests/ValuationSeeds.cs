using System.Text.Json.Nodes;

namespace Zhirong.Browser.Tests;

/// <summary>Records of the room of appraisals as a test needs them.</summary>
internal static class ValuationSeeds
{
    /// <summary>A firm with figures of a year and a product of three years' income on two patents.</summary>
    public static async Task<(string Firm, string Product, IReadOnlyList<string> Rights)> Firm(HttpClient http)
    {
        var name = $"评估企业{Guid.NewGuid():N}"[..12];
        var rights = new List<string>();
        foreach (var title in (string[])["轴承在线监测方法", "一种边缘计算网关"])
        {
            var statement = new { title, owners = new[] { new { name } }, dates = new { filing = "2019-06-26", grant = "2022-04-12" }, ipc = new[] { "G01M 13/04" }, claims = 9 };
            var right = (await RightTests.Post(http, "/api/v1/rights", new { kind = "invention", number = RightTests.Number(1), statement }))["right"]!["id"]!.GetValue<string>();
            await RightTests.Post(http, $"/api/v1/rights/{right}/events", new { effect = "granted", effectiveOn = "2022-04-12", recordedOn = "2022-04-12" });
            rights.Add(right);
        }

        var firm = (await RightTests.Post(http, "/api/v1/firms", new { code = RightTests.Code(), name }))["firm"]!["id"]!.GetValue<string>();
        var figures = new { revenue = "98000000.00", net_profit = "9600000.00", total_assets = "120000000.00", total_liabilities = "68000000.00", equity = "52000000.00" };
        await RightTests.Post(http, $"/api/v1/firms/{firm}/statements", new { periodEnd = "2025-12-31", months = 12, figures, source = "审计报告", asOf = "2026-03-28", audited = true });
        var income = new[] { 2023, 2024, 2025 }.Select(year => new { year, revenue = $"{20_000_000 + ((year - 2023) * 2_500_000)}.00", source = "收入明细表", asOf = "2026-03-31" });
        var product = (await RightTests.Post(http, $"/api/v1/firms/{firm}/products", new { name = "监测终端", rights, income }))["id"]!.GetValue<string>();
        return (firm, product, rights);
    }

    /// <summary>An appraisal with two methods, a conclusion, a pledge value, a simulation and a stated basis.</summary>
    public static async Task<string> Appraisal(HttpClient http, string firm, string product)
    {
        var draft = await RightTests.Post(http, "/api/v1/appraisals/draft", new { firmId = firm, productId = product, baseDate = "2026-10-31", purpose = "pledge", valueType = "market", growth = "0.05", years = 6 });
        var request = draft["request"]!.AsObject();
        var royalty = request["methods"]!.AsArray().Single(m => m!["id"]!.GetValue<string>() == "revenue_share")!.DeepClone().AsObject();
        royalty["share"] = new JsonObject { ["way"] = "typed", ["rate"] = Figure("0.03", "contract", "许可合同") };
        royalty["tax"] = Figure("0.15", "evidence", "高新技术企业证书");
        var cost = new JsonObject { ["id"] = "cost", ["method"] = "replacement" };
        foreach (var (key, value) in ((string, string)[])[("direct", "4200000"), ("indirect", "1300000"), ("capital_rate", "0.0435"), ("capital_years", "1.5"), ("profit_rate", "0.15"), ("used_years", "3"), ("remaining_years", "6")])
        {
            cost[key] = Figure(value, "evidence", "研发辅助账");
        }

        request["methods"] = new JsonArray(royalty, cost);
        request["discount"] = new JsonObject { ["way"] = "typed", ["tax"] = "after_tax", ["rate"] = Figure("0.18", "assumption", "专家判断") };
        request["conclusion"] = new JsonObject { ["weights"] = new JsonObject { ["revenue_share"] = "0.85", ["cost"] = "0.15" }, ["reason"] = "收益可以预测，成本法作为参考" };
        request["pledge"] = new JsonObject { ["valid"] = Figure("0.85", "evidence", "法律意见"), ["fire_sale"] = Figure("0.3", "assumption", "处置案例统计") };
        request["simulation"] = new JsonObject { ["method"] = "revenue_share", ["paths"] = 2000, ["seed"] = 7, ["growth_spread"] = "0.03", ["share_spread"] = "0.2", ["rate_spread"] = "0.015" };
        request["sensitivity"] = new JsonObject { ["method"] = "revenue_share", ["part"] = "0.1" };
        request["bases"] = new JsonArray(new JsonObject { ["basis"] = "outside", ["value"] = "9500000", ["by"] = "某资产评估有限公司", ["on"] = "2026-09-30", ["source"] = "评估报告" });
        return (await RightTests.Post(http, "/api/v1/appraisals", new { name = "监测终端 2026 年 10 月", firmId = firm, request, reason = "首次评估" }))["row"]!["id"]!.GetValue<string>();
    }

    public static async Task<string> Diligence(HttpClient http, string firm, string appraisal) =>
        (await RightTests.Post(http, "/api/v1/diligence", new { day = "2026-11-01", purpose = "pledge", firmId = firm, appraisalId = appraisal }))["row"]!["id"]!.GetValue<string>();

    public static async Task<string> Analysis(HttpClient http, string firm) =>
        (await RightTests.Post(http, "/api/v1/analyses", new { firmId = firm, day = "2026-11-01" }))["row"]!["id"]!.GetValue<string>();

    public static async Task<string> Batch(HttpClient http, string firm) =>
        (await RightTests.Post(http, "/api/v1/appraisals/batches", new { name = "浏览器批次", baseDate = "2026-10-31", purpose = "transfer", valueType = "market", firms = new[] { new { firmId = firm } } }))["id"]!.GetValue<string>();

    private static JsonObject Figure(string value, string kind, string source) => new() { ["value"] = value, ["kind"] = kind, ["source"] = source };
}
