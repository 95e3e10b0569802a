using System.Text.Json.Nodes;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's appraisal with a version and a signature.</summary>
internal static class PlantedValuation
{
    private const string Mark = PlantedDesk.Mark;

    public static string[] Lists { get; } = ["/api/v1/appraisals?pageSize=500"];

    public static async Task Plant(PlantedDesk desk)
    {
        var appraisal = desk.Behind["appraisals"] = $"{(await desk.Post("/api/v1/appraisals", new { name = $"{Mark} 产品组", firmId = desk.Behind["firms"], request = Request(desk.Behind["rights"]), reason = $"{Mark} 首版" }))["row"]!["id"]}";
        await desk.Post($"/api/v1/appraisals/{appraisal}/signatures", new { version = 1, name = $"{Mark} 评估师", certificate = Mark });
    }

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "saveAppraisal" => new { name = "x", request = Request("R1"), reason = "x" },
        "changeAppraisal" => new { from = 1, request = Request("R1"), reason = "x" },
        "calculateAppraisal" => new { request = Request("R1") },
        "signAppraisal" => new { version = 1, name = "y", certificate = "y" },
        "draftAppraisal" => new { firmId = desk.Behind["firms"], baseDate = "2026-01-31", purpose = "pledge" },
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
