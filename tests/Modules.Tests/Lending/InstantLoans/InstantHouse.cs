using System.Net;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.InstantLoans;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.InstantLoans;

/// <summary>A server with a bank's book, an account of customers' deposits, and firms with inventions that are known well enough for an index.</summary>
internal sealed class InstantHouse : IAsyncDisposable
{
    private int given;

    private InstantHouse(ValuationHouse house) => House = house;

    public ValuationHouse House { get; }

    public string Account { get; private set; } = "";

    public string Book { get; private set; } = "";

    public DateOnly Today => House.Part<InstantDesk>().Today;

    public static async Task<InstantHouse> Open(DatabaseKind kind)
    {
        var house = new InstantHouse(await ValuationHouse.Open(kind));
        house.Book = $"{(await house.House.Post("/api/v1/ledger/books", new { code = "BANK", name = "信贷账簿", kind = "bank", openedOn = $"{house.Today:yyyy-MM-dd}" }, HttpStatusCode.Created))["id"]}";
        house.Account = $"{(await house.House.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "3306000001", name = "行内入账户", agentCnaps = "313337009014", bookId = house.Book, bookAccount = "201101", counterAccount = "130301" }, HttpStatusCode.Created))["id"]}";
        return house;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private string Code()
    {
        var first = $"91330602MA{++given:0000000}";
        return first + CreditCode.CheckCharacter(first);
    }

    /// <summary>A firm with three inventions cited four times each; its id.</summary>
    public async Task<(string Firm, IReadOnlyList<string> Rights)> Firm(string name, bool cited = true)
    {
        var firm = $"{(await House.Post("/api/v1/firms", new { code = Code(), name, region = "330602" }, HttpStatusCode.Created))["firm"]!["id"]}";
        foreach (var (year, revenue) in ((int, string)[])[(2024, "40000000.00"), (2025, "46000000.00")])
        {
            await House.Post($"/api/v1/firms/{firm}/statements", new { periodEnd = $"{year}-12-31", months = 12, figures = new { revenue, rd_expense = "3000000.00", total_assets = "60000000.00", total_liabilities = "20000000.00", equity = "40000000.00" }, source = $"{year} 年审计报告", asOf = $"{year + 1}-04-20" });
        }

        var rights = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            rights.Add(await House.Right(name, $"一种薄膜 {n}", "2019-02-15"));
            if (cited)
            {
                await House.Post($"/api/v1/rights/{rights[^1]}/statements", new { citedBy = 4 }, HttpStatusCode.Created);
            }
        }

        return (firm, rights);
    }

    /// <summary>Approved by a second person; its id.</summary>
    public async Task<string> Mandate(string code, string total = "5000000.00", bool firstFund = true, string? ownIndex = null)
    {
        var asked = await House.Post("/api/v1/lending/mandates", new { code, title = "快贷", product = "index-loan", policy = "index-loan", firmCap = "3000000.00", total, dayCap = total, from = $"{Today:yyyy-MM-dd}", until = $"{Today.AddDays(90):yyyy-MM-dd}", accountId = Account, firstFund, mostInWindow = 9, blocked = new[] { new { code = "坏企业" } }, ownIndex }, HttpStatusCode.Accepted);
        await Agree($"{asked["approval"]}");
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await House.Get($"/api/v1/lending/mandates?q={code}"))["items"]!.AsArray() is [var made])
            {
                return $"{made!["id"]}";
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The mandate was not made.");
    }

    public async Task Agree(string approval)
    {
        using var risk = await House.As("risk-manager");
        await House.Post($"/api/v1/approvals/{approval}/decide", new { round = 1, decision = "approve" }, who: risk);
    }

    public static object Ask(string mandate, string no, string firm, string name, string amount = "2000000.00", object? facts = null, string account = "6217001")
    {
        var stated = new Dictionary<string, object> { ["firm.founded"] = "2015-06-01", ["firm.dishonest"] = new { value = false, source = "中国执行信息公开网", date = $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}" }, ["firm.tax_rating"] = "A", ["firm.overdue_days"] = 0 };
        return new { mandateId = mandate, requestNo = no, firmId = firm, amount, months = 12, purpose = "采购原料", payee = name, account, facts = facts ?? stated };
    }

    public Task<JsonNode> Asked(object ask, HttpStatusCode expected = HttpStatusCode.Created) => House.Post("/api/v1/lending/instant", ask, expected);

    public static object Signature(JsonNode offer) => new { signer = "法定代表人", provider = "电子签平台", reference = "ES-1", sha256 = $"{offer["contract"]!["sha256"]}", signedAt = DateTimeOffset.UtcNow.ToString("O") };

    public Task<JsonNode> Sign(JsonNode offer, HttpStatusCode expected = HttpStatusCode.OK, string? key = null) => House.Post($"/api/v1/lending/instant/{offer["row"]!["id"]}/sign", Signature(offer), expected, key);

    public async Task<string> Refused(JsonNode offer) => $"{(await Sign(offer, HttpStatusCode.UnprocessableEntity))["code"]}";
}
