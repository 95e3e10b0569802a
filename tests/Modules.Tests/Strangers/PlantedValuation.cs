using System.Text.Json.Nodes;
using Xunit;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's appraisals with a signature, a batch of them, a score sheet, a signal, an outside series.</summary>
internal static class PlantedValuation
{
    private const string Mark = PlantedDesk.Mark;

    public static string[] Lists { get; } = ["/api/v1/appraisals?pageSize=500", "/api/v1/appraisals/batches?pageSize=500"];

    public static async Task Plant(PlantedDesk desk)
    {
        var (firm, right) = (desk.Behind["firms"], desk.Behind["rights"]);
        desk.Behind["appraisals"] = await Appraisal();

        // Whoever saves a version leaves nothing to sign under the first one.
        var signed = desk.Behind["signAppraisal"] = await Appraisal();
        await desk.Post($"/api/v1/appraisals/{signed}/signatures", new { version = 1, name = $"{Mark} 评估师", certificate = Mark });
        await desk.Post("/api/v1/scores", new { rightId = right, rubric = "platform-patent", scenario = "finance", scores = new[] { new { indicator = "T1", score = "80", basis = Mark } }, reason = Mark });
        await desk.Post("/api/v1/signals", new { rightId = right, kind = "renewals", value = "0.4", asOf = "2026-01-31", source = Mark });
        await desk.Post("/api/v1/benchmark/outside", new { provider = Mark, asOf = "2026-01-31", source = Mark, measure = "price", points = new[] { new { n = 9, median = "2", p25 = "1", p75 = "3" } } });
        var batch = await desk.Post("/api/v1/appraisals/batches", new { name = $"{Mark} 批量", baseDate = "2025-12-31", purpose = "pledge", firms = new[] { new { firmId = firm, rightIds = new[] { right } } } });
        desk.Behind["openAppraisalBatch"] = desk.Behind["downloadAppraisalBatch"] = desk.Behind["batchTemplate"] = $"{batch["id"]}";
        for (var tries = 0; $"{(await desk.Get($"/api/v1/jobs/{batch["jobId"]}"))["job"]!["state"]}" is var state && state != "done"; tries++)
        {
            Assert.True(state is "waiting" or "running" && tries < 600, state);
            await Task.Delay(100);
        }

        async Task<string> Appraisal() => $"{(await desk.Post("/api/v1/appraisals", new { name = $"{Mark} 产品组", firmId = firm, request = Request(right), reason = $"{Mark} 首版" }))["row"]!["id"]}";
    }

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "saveAppraisal" => new { name = "x", request = Request("R1"), reason = "x" },
        "changeAppraisal" => new { from = 1, request = Request("R1"), reason = "x" },
        "calculateAppraisal" => new { request = Request("R1") },
        "signAppraisal" => new { version = 1, name = "y", certificate = "y" },
        "draftAppraisal" => new { firmId = desk.Behind["firms"], baseDate = "2026-01-31", purpose = "pledge" },
        "startAppraisalBatch" => new { name = "x", baseDate = "2025-12-31", purpose = "pledge", firms = new[] { new { firmId = desk.Behind["firms"] } } },
        "makeBatchTemplate" => new { baseDate = "2025-12-31", firms = new[] { new { firmId = desk.Behind["firms"] } } },
        "calculateScore" => new { rubric = "platform-patent", scenario = "finance", rightId = desk.Behind["rights"], scores = Array.Empty<object>() },
        "keepScore" => new { rubric = "platform-patent", scenario = "finance", rightId = desk.Behind["rights"], scores = Array.Empty<object>(), reason = "x" },
        "renewScores" => new { rubric = "platform-patent", scenario = "finance", rightIds = new[] { desk.Behind["rights"] }, reason = "x" },
        "examineRubric" => new { text = "x" },
        "rescoreRights" => new { text = "x", scenario = "finance", rightIds = new[] { desk.Behind["rights"] } },
        "rescoreStock" => new { text = "x", scenario = "finance" },
        "saveRubric" => new { from = 0, text = "x", reason = "x" },
        "recordSignal" => new { rightId = desk.Behind["rights"], kind = "renewals", value = "0.5", asOf = "2026-01-31", source = "x" },
        "takeBenchmark" => new { provider = "x", asOf = "2026-01-31", source = "x", measure = "price", points = new[] { new { n = 9, median = "2", p25 = "1", p75 = "3" } } },
        _ => null,
    };

    /// <summary>A request that computes.</summary>
    private static JsonObject Request(string right) => JsonNode.Parse($$"""
        {
          "schema": "zhirong/value-request/v1", "id": "x", "base_date": "2025-12-31", "value_type": "market", "purpose": "pledge",
          "group": { "id": "x", "income_stream": "x", "rights": [{ "id": "{{right}}", "kind": "invention", "zh": "x", "weight": 1, "expires": "2037-02-15" }] },
          "methods": [{ "id": "d", "method": "data_cost", "total_cost": 100, "return": 0.1, "utility": 1 }],
          "conclusion": { "pick": "d", "reason": "x" }
        }
        """)!.AsObject();
}
