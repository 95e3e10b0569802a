using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Host.Serve;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>A server of its own on either database, with a firm, its rights and its product in the register.</summary>
internal sealed class ValuationHouse : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("zhirong-valuation-").FullName;
    private int given;

    public Store Store { get; private set; } = null!;

    /// <summary>Folder or connection string of its database.</summary>
    public string Target { get; private set; } = "";

    public WebApplication Server { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<ValuationHouse> Open(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var house = new ValuationHouse();
        var data = ReadyDatabases.New(kind, house.folder);
        house.Target = data;
        (house.Store, house.Server) = await DeskServer.Start(new(0, data, Path.Combine(house.folder, "keys")) { Founding = [] }, CancellationToken.None);
        house.Http = await Desk.Desk.SignedIn(DeskServer.Address(house.Server));
        return house;
    }

    public Task<HttpClient> As(string login) => Desk.Desk.SignedIn(DeskServer.Address(Server), login);

    public T Part<T>()
        where T : notnull => Server.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.StopAsync(CancellationToken.None);
        await Server.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, true);
    }

    public async Task<JsonNode> Get(string path, HttpStatusCode expected = HttpStatusCode.OK) => await Desk.Desk.Json(await Http.GetAsync(path), expected);

    public Task<JsonNode> Post(string path, object body, HttpStatusCode expected = HttpStatusCode.OK, string? key = null, HttpClient? who = null) => Send(HttpMethod.Post, path, body, expected, key, who);

    public async Task<JsonNode> Send(HttpMethod method, string path, object body, HttpStatusCode expected, string? key = null, HttpClient? who = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, options: JsonSerializerOptions.Web) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Desk.Desk.Json(await (who ?? Http).SendAsync(request), expected);
    }

    /// <summary>A patent filed and granted; valid numbers come in their order.</summary>
    public async Task<string> Right(string owner, string title = "一种阀门", string filed = "2018-02-15", string kind = "invention", string ipc = "F16K31/06", int? trl = 7)
    {
        given++;
        var digits = $"{filed[..4]}{(kind == "invention" ? '1' : '2')}{given:0000000}";
        var sum = digits.Select((c, i) => (c - '0') * (2 + (i % 8))).Sum() % 11;
        var number = $"{digits}.{(sum == 10 ? "X" : $"{sum}")}";
        var grant = $"{int.Parse(filed[..4], null) + 2}{filed[4..]}";
        return $"{(await Post("/api/v1/rights", new { kind, number, statement = new { title, owners = new[] { new { name = owner } }, dates = new { filing = filed, grant }, ipc = new[] { ipc }, claims = 10, trl } }, HttpStatusCode.Created))["right"]!["id"]}";
    }

    public async Task<string> Firm(string code, string name, bool figures = true)
    {
        var firm = $"{(await Post("/api/v1/firms", new { code, name }, HttpStatusCode.Created))["firm"]!["id"]}";
        if (figures)
        {
            await Post($"/api/v1/firms/{firm}/statements", new { periodEnd = "2024-12-31", months = 12, figures = new { revenue = "52000000.00", net_profit = "6100000.00", equity = "30000000.00" }, source = "2024 年审计报告", asOf = "2025-04-20", audited = true });
        }

        return firm;
    }

    public async Task<string> Product(string firm, string name, IReadOnlyList<string> rights) => $"{(await Post(
        $"/api/v1/firms/{firm}/products",
        new { name, rights, income = new[] { Year(2022, "10000000.00"), Year(2023, "12000000.00"), Year(2024, "14400000.00") } }, HttpStatusCode.Created))["id"]}";

    /// <summary>What the appraiser states beside what the register knows: royalty, cost, rate, conclusion.</summary>
    public static JsonObject Fill(JsonObject request, string growth = "0.05", int years = 8, string share = "0.03", bool simulated = false)
    {
        var income = request["methods"]!.AsArray().Single(m => $"{m!["id"]}" == "revenue_share")!.AsObject();
        (income["income"]!["growth"], income["income"]!["years"]) = (growth, years);
        income["share"] = new JsonObject { ["way"] = "typed", ["rate"] = new JsonObject { ["value"] = share, ["source"] = "许可合同", ["kind"] = "contract" } };
        income["tax"] = new JsonObject { ["value"] = "0.15", ["source"] = "高新技术企业证书" };
        request["methods"] = new JsonArray(income.DeepClone());
        request["discount"] = new JsonObject { ["way"] = "typed", ["tax"] = "after_tax", ["rate"] = new JsonObject { ["value"] = "0.16", ["source"] = "折现率测算表" } };
        request["not_used"] = new JsonObject { ["cost"] = "成本与价值弱对应", ["market"] = "没有可比交易" };
        request["conclusion"] = new JsonObject { ["pick"] = "revenue_share", ["reason"] = "收益稳定" };
        if (simulated)
        {
            request["simulation"] = new JsonObject { ["method"] = "revenue_share", ["paths"] = 2000, ["seed"] = 7, ["growth_spread"] = "0.05", ["share_spread"] = "0.2", ["rate_spread"] = "0.02" };
        }

        return request;
    }

    public static long Fen(JsonNode? yuan) => (long)(decimal.Parse($"{yuan}", System.Globalization.CultureInfo.InvariantCulture) * 100);

    private static object Year(int year, string revenue) => new { year, revenue, source = $"{year} 年收入明细", asOf = $"{year + 1}-03-31" };
}
