using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;

namespace Zhirong.Host.Bench;

/// <summary>A bank with an approved mandate and many firms that have inventions and statements; each borrows once, over HTTP.</summary>
internal sealed class InstantLoad : IDisposable
{
    /// <summary>What each firm borrows.</summary>
    public const long Fen = 1_000_000_00;

    private const int RightsOfOne = 3;

    private readonly HttpClient http;
    private readonly string mandate;
    private readonly string[] firms;

    private InstantLoad(HttpClient http, string mandate, string[] firms) => (this.http, this.mandate, this.firms) = (http, mandate, firms);

    /// <summary>Milliseconds from the moment a borrower was to come: until he was sent, until his contract was there, until he was paid.</summary>
    internal readonly record struct Times(double Late, double Asked, double Paid);

    public static async Task<InstantLoad> Open(Store store, string address, int borrowers)
    {
        var http = await SignedIn(address, DemoPeople.Everything);
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));
        var book = await Post(http, "/api/v1/ledger/books", new { code = "BENCH", name = "bench", kind = "bank", openedOn = $"{day:yyyy-MM-dd}" });
        var account = await Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "3306000001", name = "bench", agentCnaps = "313337009014", bookId = $"{book["id"]}", bookAccount = "201101", counterAccount = "130301" });
        var firms = await Firms(http, store, borrowers);
        return new(http, await Mandate(http, address, $"{account["id"]}", day, borrowers), firms);
    }

    /// <summary>One borrower from his application to the money.</summary>
    /// <param name="planned">When he was to come, on the stopwatch.</param>
    /// <param name="twice">Whether he signs twice at once, as who double-clicks.</param>
    public async Task<Times> Loan(int no, long planned, bool twice)
    {
        var late = Stopwatch.GetElapsedTime(planned).TotalMilliseconds;
        var offer = await Post(
            http, "/api/v1/lending/instant",
            new
            {
                mandateId = mandate,
                requestNo = $"B{no:000000}",
                firmId = firms[no],
                amount = Money.FenText(Fen),
                months = 12,
                purpose = "采购原料",
                payee = Name(no),
                account = $"6217{no:00000000}",
                facts = new Dictionary<string, object> { ["firm.founded"] = "2015-06-01", ["firm.dishonest"] = new { value = false, source = "中国执行信息公开网", date = $"{DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}" }, ["firm.tax_rating"] = "A", ["firm.overdue_days"] = 0 },
            },
            $"ask-{no}");
        var asked = Stopwatch.GetElapsedTime(planned).TotalMilliseconds;
        var signature = new { signer = "法定代表人", provider = "bench", reference = $"ES-{no}", sha256 = $"{offer["contract"]?["sha256"] ?? throw new InvalidOperationException($"{offer}")}", signedAt = DateTimeOffset.UtcNow.ToString("O") };
        Task<JsonNode> Sign() => Post(http, $"/api/v1/lending/instant/{offer["row"]!["id"]}/sign", signature, $"sign-{no}");
        var (first, again) = (Sign(), twice ? Sign() : null);
        var paid = await first;
        var at = Stopwatch.GetElapsedTime(planned).TotalMilliseconds;
        if ($"{paid["row"]!["state"]}" != "paid" || (again is not null && $"{(await again)["row"]!["loanId"]}" != $"{paid["row"]!["loanId"]}"))
        {
            throw new InvalidOperationException($"{paid}");
        }

        return new(late, asked, at);
    }

    public void Dispose() => http.Dispose();

    private static string Name(int no) => string.Create(CultureInfo.InvariantCulture, $"绍兴第{no:00000}号科技有限公司");

    private static async Task<HttpClient> SignedIn(string address, string login)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new(address) };
        await Post(http, "/api/v1/access/sign-in", new { login, password = DemoPeople.Password });
        return http;
    }

    /// <summary>Firms with two years of statements, and three inventions each, taken in as an export is.</summary>
    private static async Task<string[]> Firms(HttpClient http, Store store, int count)
    {
        var records = Enumerable.Range(0, count * RightsOfOne).Select(n => new ReadItem.Taken(Record(n)));
        await new Intake(store, Home.Register(), TimeProvider.System).Take(Viewer.Local, new("bench", Convert.ToHexStringLower(SHA256.HashData("bench"u8)), "bench", new(2026, 10, 1)), records);
        var firms = new string[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (no, _) =>
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"91330602MA{no:0000000}");
            var firm = $"{(await Post(http, "/api/v1/firms", new { code = code + CreditCode.CheckCharacter(code), name = Name(no), region = "330602" }))["firm"]!["id"]}";
            foreach (var (year, revenue) in ((int, string)[])[(2024, "40000000.00"), (2025, "46000000.00")])
            {
                await Post(http, $"/api/v1/firms/{firm}/statements", new { periodEnd = $"{year}-12-31", months = 12, figures = new { revenue, rd_expense = "3000000.00", total_assets = "60000000.00", total_liabilities = "20000000.00", equity = "40000000.00" }, source = "bench", asOf = $"{year + 1}-04-20" });
            }

            firms[no] = firm;
        });
        return firms;
    }

    private static SourceRecord Record(int n)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"20191{n:0000000}");
        return new()
        {
            Place = new(n + 2, new(2026, 10, 1)),
            Kind = RightKind.Invention,
            Numbers = [new("CN", NumberUse.Application, $"{digits}.{CnNumber.Check(digits)}", "", "")],
            Titles = [new("zh", "一种薄膜")],
            Dates = [new("filing", new(2019, 2, 15)), new("grant", new(2021, 2, 15))],
            Parties = [new(PartyRole.Owner, Name(n / RightsOfOne))],
            Classes = [new("ipc", "F16K31/06", true)],
            Claims = 10,
            CitedBy = 4,
        };
    }

    /// <summary>Made by one person and approved by another; its id.</summary>
    private static async Task<string> Mandate(HttpClient http, string address, string account, DateOnly day, int borrowers)
    {
        var total = Money.FenText(Fen * borrowers);
        var asked = await Post(http, "/api/v1/lending/mandates", new { code = "BENCH", title = "bench", product = "index-loan", policy = "index-loan", firmCap = Money.FenText(Fen), total, dayCap = total, from = $"{day:yyyy-MM-dd}", until = $"{day.AddDays(90):yyyy-MM-dd}", accountId = account, firstFund = true });
        using var second = await SignedIn(address, "risk-manager");
        await Post(second, $"/api/v1/approvals/{asked["approval"]}/decide", new { round = 1, decision = "approve" });
        for (var tries = 0; tries < 200; tries++)
        {
            var found = await http.GetFromJsonAsync<JsonNode>("/api/v1/lending/mandates?q=BENCH");
            if (found!["items"]!.AsArray() is [var made])
            {
                return $"{made!["id"]}";
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The mandate was not made.");
    }

    private static async Task<JsonNode> Post(HttpClient http, string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(bytes)! : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(bytes)}");
    }
}
