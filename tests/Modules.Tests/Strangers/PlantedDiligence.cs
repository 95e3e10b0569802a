namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's diligence, an answer and an analysis.</summary>
internal static class PlantedDiligence
{
    private const string Mark = PlantedDesk.Mark;

    public static string[] Lists(PlantedDesk desk) => ["/api/v1/diligence?pageSize=500", "/api/v1/analyses?pageSize=500", $"/api/v1/diligence/answers?subject={desk.Behind["rights"]}&pageSize=500"];

    public static async Task Plant(PlantedDesk desk)
    {
        await desk.Post("/api/v1/diligence/answers", new { subject = "right", subjectId = desk.Behind["rights"], fact = "freeze", value = "no", source = $"{Mark} 保全查询", sourceDate = "2026-01-30" });
        desk.Behind["diligence"] = $"{(await desk.Post("/api/v1/diligence", new { firmId = desk.Behind["firms"], rightIds = new[] { desk.Behind["rights"] }, day = "2026-01-31", purpose = "pledge" }))["row"]!["id"]}";
        desk.Behind["analyses"] = $"{(await desk.Post("/api/v1/analyses", new { firmId = desk.Behind["firms"], day = "2026-01-31" }))["row"]!["id"]}";
    }

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "makeDiligence" or "calculateDiligence" => new { rightIds = new[] { desk.Behind["rights"] }, day = "2026-01-31", purpose = "pledge" },
        "answerFact" => new { subject = "right", subjectId = desk.Behind["rights"], fact = "freeze", value = "yes", source = "x", sourceDate = "2026-01-30" },
        "makeAnalysis" => new { firmId = desk.Behind["firms"], day = "2026-01-31" },
        _ => null,
    };
}
