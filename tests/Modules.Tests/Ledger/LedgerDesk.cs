using System.Net;
using System.Text.Json.Nodes;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>A book of its own on the shared server, and what tests do with it.</summary>
internal sealed class LedgerDesk(Desk.Desk desk, string id, string code)
{
    private static int opened;

    public string Path => $"/api/v1/ledger/books/{id}";

    public string Id => id;

    public string Code => code;

    /// <summary>A plan's book opened on 2026-06-01, at 2026-06-30, with 1,000,000.00 in custody (100201) against 400201.</summary>
    public static async Task<LedgerDesk> Open(Desk.Desk desk)
    {
        var code = $"T-{Interlocked.Increment(ref opened)}";
        var book = await desk.Post("/api/v1/ledger/books", new { code, name = "测试专项计划", kind = "plan", openedOn = "2026-06-01" }, HttpStatusCode.Created);
        var own = new LedgerDesk(desk, $"{book["id"]}", code);
        await desk.Post($"{own.Path}/business-date", new { date = "2026-06-30" });
        await own.Post(Entry("1000000.00", "100201", "400201", "2026-06-01"));
        return own;
    }

    public static JsonObject Entry(string amount, string debit, string credit, string effective = "2026-06-30", string? id = null) => new()
    {
        ["id"] = id ?? $"{Guid.CreateVersion7()}",
        ["effective"] = effective,
        ["event"] = "Paid",
        ["memo"] = "测试",
        ["lines"] = new JsonArray(Line(debit, "debit", amount), Line(credit, "credit", amount)),
    };

    public static JsonObject Line(string account, string side, string amount) => new() { ["account"] = account, ["side"] = side, ["amount"] = amount };

    /// <summary>Posts entries; the results in their order.</summary>
    public async Task<JsonArray> Post(params JsonObject[] entries) =>
        (await desk.Post($"{Path}/entries", new JsonObject { ["entries"] = new JsonArray([.. entries.Select(e => e.DeepClone())]) }.ToJsonString()))["results"]!.AsArray();

    public Task<JsonNode> Get(string path = "") => desk.Get($"{Path}{path}");

    public async Task<JsonNode> Account(string account) => (await Get("/accounts"))["accounts"]!.AsArray().Single(a => $"{a!["code"]}" == account)!;

    /// <summary>The refusal's code, at the status it must come with.</summary>
    public async Task<string> Refused(HttpMethod method, string path, object body, HttpStatusCode status = HttpStatusCode.UnprocessableEntity) =>
        $"{(await Desk.Desk.Json(await desk.Send(method, path, body), status))["code"]}";
}
