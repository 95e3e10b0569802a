using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Tests.Assets;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's register: a right with everything on it, a file taken in, a question, a firm with figures and a product.</summary>
internal static class PlantedRights
{
    private const string Mark = PlantedDesk.Mark;

    public static string[] Lists { get; } = ["/api/v1/rights?pageSize=500", "/api/v1/rights/questions?pageSize=500", "/api/v1/rights/sources?pageSize=500", "/api/v1/firms?pageSize=500", "/api/v1/rights/mappings?kind=rights", "/api/v1/firm-papers", "/api/v1/listings", "/api/v1/shortlists", "/api/v1/rights/searches"];

    public static async Task Plant(PlantedDesk desk)
    {
        var right = (await desk.Post("/api/v1/rights", new { kind = "invention", number = "201910561574.9", statement = new { title = $"{Mark} 电池", owners = new[] { new { name = $"{Mark} 公司" } }, dates = new { filing = "2017-02-15", grant = "2021-05-07" } } }))["right"]!["id"]!.GetValue<string>();
        desk.Behind["rights"] = right;
        await desk.Post($"/api/v1/rights/{right}/statements", new { trl = 7, other = new { note = Mark } });
        await desk.Post($"/api/v1/rights/{right}/events", new { effect = "licence_on", effectiveOn = "2022-01-01", text = Mark, facts = new { licensee = $"{Mark} 被许可人" } });
        await desk.Post($"/api/v1/rights/{right}/trades", new { kind = "ordinary_licence", grantor = Mark, taker = Mark, signed = "2022-01-01", amount = "1.00" });
        await desk.Post($"/api/v1/rights/{right}/encumbrances", new { kind = "pledge", holder = $"{Mark} 银行", from = "2024-01-01", registrationNo = Mark });
        var record = Records.Patent("201810025878.9", $"{Mark} 阀门", $"{Mark} 公司", "2018-01-11") with { Events = [Records.Event("PLDC", "2023-01-01", null, ("note", Mark))] };
        await desk.Server.Services.GetRequiredService<Intake>().Take(Viewer.Local, new($"{Mark}.csv", Mark, "test", Records.Day("2024-01-01")), [new ReadItem.Taken(record)]);
        desk.Behind["rightSource"] = Id((await desk.Get("/api/v1/rights/sources"))["items"]![0]!);
        desk.Behind["rightSourceFindings"] = desk.Behind["rightSource"];
        await desk.Post("/api/v1/rights/mappings", new { kind = "rights", name = Mark, columns = new Dictionary<string, string> { [Mark] = "title" } });
        desk.Behind["questions"] = Id((await desk.Get("/api/v1/rights/questions"))["items"]![0]!);
        desk.Behind["encumbrances"] = Id((await desk.Get($"/api/v1/rights/{right}"))["encumbrances"]!.AsArray().Single(e => $"{e!["origin"]}" == "hand")!);
        var firm = desk.Behind["firms"] = (await desk.Post("/api/v1/firms", new { code = "91310115591693856A", name = $"{Mark} 公司", tags = new[] { Mark } }))["firm"]!["id"]!.GetValue<string>();
        await desk.Post($"/api/v1/firms/{firm}/statements", new { periodEnd = "2025-12-31", months = 12, figures = new { revenue = "1.00" }, source = Mark, asOf = "2026-01-31" });
        await PlantListed(desk);
        desk.Behind["products"] = Id(await desk.Post($"/api/v1/firms/{firm}/products", new { name = $"{Mark} 产品", rights = new[] { right }, income = new[] { new { year = 2025, revenue = "1.00", source = Mark, asOf = "2026-01-31" } } }));
    }

    /// <summary>A document used for nothing yet; a file of listings and a shortlist of it.</summary>
    public static async Task PlantListed(PlantedDesk desk)
    {
        desk.Behind["firm-papers"] = Id(await Sent($"firm-papers?firm={desk.Behind["firms"]}&kind=licence", $"{Mark} 营业执照"));
        desk.Behind["listings"] = Id(await Sent("listings", $$"""{"schema":"zhirong/listings/v1","id":"{{Mark}}","day":"2026-01-01","source":"{{Mark}}","listings":[{"id":"L1","title":"{{Mark}} 阀门密封结构"}]}"""));
        desk.Behind["shortlists"] = $"{(await desk.Post("/api/v1/shortlists", new { name = Mark, file = desk.Behind["listings"], need = new { text = "阀门密封" }, listings = new[] { "L1" } }))["row"]!["id"]}";
        desk.Behind["searches"] = Id(await desk.Post("/api/v1/rights/searches", new { name = Mark, shared = true, asked = new { query = Mark }, columns = new[] { "title" } }));
        await desk.Get($"/api/v1/shortlists/{desk.Behind["shortlists"]}");

        async Task<JsonNode> Sent(string path, string text)
        {
            using var content = new StringContent(text, System.Text.Encoding.UTF8, "application/octet-stream");
            using var answer = await desk.Owner.PostAsync($"/api/v1/{path}", content);
            return await Desk.Desk.Json(answer, System.Net.HttpStatusCode.Created);
        }
    }

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(string name) => name switch
    {
        "registerRight" => new { kind = "invention", number = "201710082170.2", statement = new { title = "x" } },
        "stateRight" => new { title = "x" },
        "recordRightEvent" => new { effect = "pledge_on", effectiveOn = "2024-01-01" },
        "encumberRight" => new { kind = "freeze", holder = "x", from = "2024-01-01" },
        "endEncumbrance" => new { on = "2025-01-01", note = "x" },
        "recordTrade" => new { kind = "transfer", grantor = "x", taker = "x", signed = "2024-01-01" },
        "answerRightQuestion" => new { effect = "none", note = "x" },
        "keepMapping" => new { kind = "rights", name = "x", columns = new Dictionary<string, string> { ["x"] = "title" } },
        "useFirmPaper" => new { subjectKind = "loan_application", subjectId = Guid.Empty, used = true },
        "matchListings" => new { text = "阀门密封" },
        "keepShortlist" => new { name = "x", file = Guid.Empty, need = new { text = "阀门" }, listings = new[] { "L1" } },
        "keepSearch" => new { name = "x", shared = true, asked = new { state = "lapsed" } },
        "changeSearch" => new { baseVersion = 1, name = "x", shared = true, asked = new { state = "lapsed" } },
        "addFirm" => new { code = "91110110666007217T", name = "x" },
        "changeFirm" => new { baseVersion = 1, name = "x" },
        "saveFirmStatement" => new { periodEnd = "2024-12-31", months = 12, figures = new { revenue = "1.00" }, source = "x", asOf = "2025-01-31" },
        "addProduct" or "changeProduct" => new { name = "x", rights = Array.Empty<string>(), income = Array.Empty<object>() },
        _ => null,
    };

    private static string Id(JsonNode answer) => answer["id"]!.GetValue<string>();
}
