namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's applications for loans: drafts, and some that were submitted and assessed.</summary>
internal static class PlantedApplications
{
    private const string Mark = PlantedDesk.Mark;

    public static async Task Plant(PlantedDesk desk)
    {
        foreach (var name in (string[])["openApplication", "editApplication", "moveApplication", "grantRateException"])
        {
            desk.Behind[name] = $"{(await desk.Post("/api/v1/lending/applications", new { form = new { purpose = Mark, amount = "100.00", product = name == "grantRateException" ? "icbc-zhuanli" : null } }))["row"]!["id"]}";
        }

        foreach (var name in (string[])["reviewApplication", "decideApplication", "replayAssessment"])
        {
            var asked = await desk.Post("/api/v1/lending/applications", new { form = new { firmId = desk.Behind["firms"], product = "standard-pledge", amount = "100000.00", months = 12, purpose = Mark } });
            var path = $"/api/v1/lending/applications/{asked["row"]!["id"]}";
            await desk.Post($"{path}/steps", new { act = "submit", baseVersion = 1, note = Mark });
            await desk.Post($"{path}/review", new { act = "assess", baseVersion = 2, note = Mark });
            (desk.Behind[name], desk.ApplicationNumber) = ($"{asked["row"]!["id"]}", $"{asked["row"]!["number"]}");
        }

        var papers = await desk.Post("/api/v1/lending/papers", new { about = "loan_application", id = desk.Behind["replayAssessment"], template = "credit-memo" });
        desk.Behind["papers"] = $"{papers["rows"]![0]!["versions"]![0]!["id"]}";
    }

    private static string Policy() => File.ReadAllText(Repo.At("data", "policies", "three-views.yaml"));

    /// <summary>A text of the owner's own, which a stranger must not be told of.</summary>
    private static string Template() => File.ReadAllText(Repo.At("data", "documents", "conditions-checklist.yaml")).Replace("version: \"1\"", "version: \"2\"\neffective: {from: 2199-01-01}", StringComparison.Ordinal).Replace("自拟范本", Mark, StringComparison.Ordinal);

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name) => name switch
    {
        "saveLoanProduct" => new { code = "standard-pledge", from = 0, text = File.ReadAllText(Repo.At("data", "products", "standard-pledge.yaml")).Replace("version: \"1\"", "version: \"x\"", StringComparison.Ordinal), reason = "x" },
        "previewProduct" => new { text = File.ReadAllText(Repo.At("data", "products", "standard-pledge.yaml")) },
        "matchProducts" => new { amount = "1.00", months = 12, firmId = desk.Behind["firms"] },
        "draftApplication" => new { form = new { firmId = desk.Behind["firms"] } },
        "editApplication" => new { baseVersion = 1, form = new { purpose = "x" } },
        "moveApplication" => new { act = "withdraw", baseVersion = 1 },
        "reviewApplication" => new { act = "assess", baseVersion = 3 },
        "grantRateException" => new { rate = "0.9", support = "x", reason = "x", baseVersion = 1 },
        "decideApplication" => new { outcome = "refused", baseVersion = 3, reasons = new[] { "x" } },
        "makeLoanPaper" => new { about = "loan_application", id = desk.Behind["replayAssessment"], template = "credit-memo" },
        "savePaperTemplate" => new { code = "conditions-checklist", from = 0, text = Template(), reason = "x" },
        "examinePaperTemplate" => new { text = Template() },
        "previewPaperTemplate" => new { text = File.ReadAllText(Repo.At("data", "documents", "credit-memo.yaml")), record = desk.Behind["replayAssessment"] },
        "savePolicy" => new { code = "three-views", from = 0, text = Policy(), reason = "x" },
        "examinePolicy" => new { text = Policy() },
        "tryPolicy" => new { text = Policy(), application = desk.ApplicationNumber },
        "exportPolicyTable" => new { text = Policy(), step = "verdict" },
        "replayPolicy" => new { policy = "three-views" },
        _ => null,
    };
}
