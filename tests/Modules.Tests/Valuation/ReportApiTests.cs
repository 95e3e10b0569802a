using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Reports;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>The three reports through the server: as pages and as files that leave evidence.</summary>
public sealed class ReportApiTests
{
    [Fact]
    public async Task AppraisalReport_OfAVersion_ShowsWhatWasKeptAndLeavesEvidenceOfTheFile()
    {
        await using var house = await ValuationHouse.Open();
        List<string> rights = [await house.Right("甲公司"), await house.Right("甲公司", "一种阀体", "2019-03-01")];
        var firm = await house.Firm("91310115591693856A", "甲公司");
        var product = await house.Product(firm, "电磁阀", rights);
        var draft = await house.Post("/api/v1/appraisals/draft", new { firmId = firm, productId = product, baseDate = "2025-06-30", purpose = "pledge", valueType = "market" });
        var request = ValuationHouse.Fill(draft["request"]!.AsObject(), simulated: true);
        var made = await house.Post("/api/v1/appraisals", new { name = "电磁阀产品组", firmId = firm, request, reason = "首次" }, HttpStatusCode.Created);
        var id = $"{made["row"]!["id"]}";

        var page = await house.Http.GetStringAsync($"/api/v1/appraisals/{id}/report?client=示范银行", TestContext.Current.CancellationToken);
        var text = ReadReport.OfPage(page);
        var total = decimal.Parse($"{made["row"]!["total"]}", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(total.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.All(new[] { "示范银行", "甲公司", "电磁阀产品组", "许可合同", "2024 年审计报告", "待核实：没有报告日及以前的尽职调查", "<div class=\"watermark\"" }, said => Assert.Contains(said, said[0] == '<' ? page : text, StringComparison.Ordinal));
        var rows = ReadReport.RowsOfPage(page);
        Assert.All(made["rights"]!.AsArray(), r => Assert.Contains(rows, row => row.Length == 8 && row[1] == $"{r!["number"]}" && row[4] == "甲公司"));

        // The leaf of the saved version stands in it.
        var saved = (await house.Get($"/api/v1/evidence/subjects/appraisal/{id}"))["leaves"]!.AsArray().Single()!;
        Assert.Contains($"{saved["id"]}", text, StringComparison.Ordinal);

        var file = await house.Http.GetAsync($"/api/v1/appraisals/{id}/report?format=docx&lang=en", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var again = await house.Http.GetByteArrayAsync($"/api/v1/appraisals/{id}/report?format=docx&lang=en", TestContext.Current.CancellationToken);
        Assert.Equal(bytes, again);
        var leaf = (await house.Get($"/api/v1/evidence/subjects/report/sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}"))["leaves"]!.AsArray();
        Assert.Equal(2, leaf.Count);
        Assert.Contains(leaf, l => $"{l!["id"]}" == file.Headers.GetValues("X-Evidence-Id").Single());

        // Two people sign: the mark goes, their names and certificates stand in it.
        await house.Post($"/api/v1/appraisals/{id}/signatures", new { version = 1, name = "评估师甲", certificate = "33000001" }, HttpStatusCode.Created);
        using var second = await house.As("risk-manager");
        var signed = await house.Post($"/api/v1/appraisals/{id}/signatures", new { version = 1, name = "评估师乙", certificate = "33000002" }, HttpStatusCode.Created, who: second);
        Assert.Equal("signed", $"{signed["row"]!["state"]}");
        var after = await house.Http.GetStringAsync($"/api/v1/appraisals/{id}/report", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("watermark", after, StringComparison.Ordinal);
        Assert.Contains("评估师乙　证书编号 33000002", ReadReport.OfPage(after), StringComparison.Ordinal);

        Assert.Equal("VAL-2601", $"{(await house.Get($"/api/v1/appraisals/{id}/report?format=odt", HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("VAL-2107", $"{(await house.Get($"/api/v1/appraisals/{id}/report?version=9", HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Get($"/api/v1/appraisals/{Guid.NewGuid()}/report", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task DiligenceAndAnalysisReports_OfWhatWasKept_AreServed()
    {
        await using var house = await ValuationHouse.Open();
        List<string> rights = [await house.Right("甲公司"), await house.Right("甲公司", "一种阀体", "2019-03-01", "utility_model")];
        var firm = await house.Firm("91310115591693856A", "甲公司");
        await house.Product(firm, "电磁阀", rights);
        var diligence = await house.Post("/api/v1/diligence", new { firmId = firm, day = "2025-06-30", purpose = "pledge" }, HttpStatusCode.Created);
        var id = $"{Row(diligence)["id"]}";
        var text = ReadReport.OfPage(await house.Http.GetStringAsync($"/api/v1/diligence/{id}/report", TestContext.Current.CancellationToken));
        Assert.All(new[] { "知识产权尽职调查报告", "甲公司", "三、权属链", "待核实清单", "结论与建议" }, said => Assert.Contains(said, text, StringComparison.Ordinal));
        var docx = await house.Http.GetByteArrayAsync($"/api/v1/diligence/{id}/report?format=docx", TestContext.Current.CancellationToken);
        Assert.Equal(docx, await house.Http.GetByteArrayAsync($"/api/v1/diligence/{id}/report?format=docx", TestContext.Current.CancellationToken));

        var analysis = await house.Post("/api/v1/analyses", new { firmId = firm, day = "2025-06-30", peers = Array.Empty<string>() }, HttpStatusCode.Created);
        var made = $"{Row(analysis)["id"]}";
        var page = await house.Http.GetStringAsync($"/api/v1/analyses/{made}/report", TestContext.Current.CancellationToken);
        var told = ReadReport.OfPage(page);
        Assert.All(new[] { "知识产权组合地图", "F16K 31/00", "布局空白与申请建议" }, said => Assert.Contains(said, told, StringComparison.Ordinal));
        Assert.All(analysis["result"]!["gaps"]!.AsArray(), gap => Assert.Contains($"{gap!["reason"]}", told, StringComparison.Ordinal));
        Assert.All(analysis["result"]!["rights"]!.AsArray().Where(r => $"{r!["kind"]}" != "trademark"), r => Assert.Contains($"{r!["number"]}", told, StringComparison.Ordinal));
        await house.Get($"/api/v1/analyses/{id}/report", HttpStatusCode.NotFound);
        await house.Get($"/api/v1/diligence/{made}/report", HttpStatusCode.NotFound);

        static JsonNode Row(JsonNode detail) => detail["row"] ?? detail;
    }
}
