using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Basics;
using Zhirong.Host.Serve;
using Zhirong.Modules.Lending.InstantLoans;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;

namespace Zhirong.Host.Bench;

/// <summary>
/// Times instant loans through the server's own HTTP door on SQLite, fifty a second whether or not it keeps up: application, index, decision and
/// contract in one request, then signature, payment, entry and evidence in another. A loan's time runs from the moment it was due to begin, so
/// that waiting counts; the signing itself takes none here. Afterwards loans, payments and entries are counted.
/// </summary>
internal static class InstantBench
{
    private const int PerSecond = 50;
    private const int Loans = 400;
    private const int Warm = 100;

    /// <summary>As asked: a loan in three tenths of a second for ninety-nine of a hundred.</summary>
    private const double Milliseconds = 300;

    private sealed record Borrower(string Id, string Name, string Account);

    public static IEnumerable<BenchLine> Run()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Home.Folder, ".build", "bench", $"instant-{Guid.NewGuid():N}")).FullName;
        try
        {
            return In(folder).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<IReadOnlyList<BenchLine>> In(string folder)
    {
        var (store, server) = await DeskServer.Start(new(0, folder) { Founding = [] }, CancellationToken.None);
        await using (store)
        await using (server)
        {
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new(DeskServer.Address(server)) };
            await Post(http, "/api/v1/access/sign-in", new { login = DemoPeople.Everything, password = DemoPeople.Password });
            var desk = server.Services.GetRequiredService<InstantDesk>();
            var (mandate, borrowers) = (await Mandate(http, desk), await Borrowers(http));
            for (var n = 0; n < Warm; n++)
            {
                await Lend(http, mandate, borrowers[n], n);
            }

            var (start, watch) = (TimeSpan.FromMilliseconds(50), Stopwatch.StartNew());
            var times = await Task.WhenAll(Enumerable.Range(0, Loans).Select(async n =>
            {
                var due = start + TimeSpan.FromSeconds((double)n / PerSecond);
                await Task.Delay(due > watch.Elapsed ? due - watch.Elapsed : TimeSpan.Zero);
                await Lend(http, mandate, borrowers[Warm + n], Warm + n);
                return (watch.Elapsed - due).TotalMilliseconds;
            }));
            await Counted(store, mandate);
            await server.StopAsync();
            var sorted = times.Order().ToList();
            return [new("instant.http", sorted[(int)Math.Ceiling(sorted.Count * 0.99) - 1], Milliseconds, "ms"), new("instant.http.median", sorted[sorted.Count / 2], null, "ms")];
        }
    }

    private static async Task Lend(HttpClient http, string mandate, Borrower borrower, int n)
    {
        // No two amounts of one borrower are alike: the same payment twice would be held back as paid before.
        var amount = $"{10_000 + n}.00";
        var facts = new Dictionary<string, object> { ["firm.founded"] = "2015-06-01", ["firm.dishonest"] = new { value = "false", source = "bench", date = $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}" }, ["firm.tax_rating"] = "A", ["firm.overdue_days"] = "0" };
        var offer = await Post(http, "/api/v1/lending/instant", new { mandateId = mandate, requestNo = $"B-{n}", firmId = borrower.Id, amount, months = 12, purpose = "bench", payee = borrower.Name, account = borrower.Account, facts });
        var paid = await Post(http, $"/api/v1/lending/instant/{offer["row"]!["id"]}/sign", new { signer = "bench", provider = "bench", reference = $"ES-{n}", sha256 = $"{offer["contract"]?["sha256"]}", signedAt = $"{offer["row"]!["at"]}" });
        if ($"{paid["row"]!["state"]}" != "paid")
        {
            throw new InvalidOperationException($"Loan {n} was not paid: {paid["row"]!["state"]}");
        }
    }

    private static async Task<string> Mandate(HttpClient http, InstantDesk desk)
    {
        var book = await Post(http, "/api/v1/ledger/books", new { code = "BENCH", name = "bench", kind = "bank", openedOn = $"{desk.Today:yyyy-MM-dd}" });
        var account = await Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "330600001", name = "bench", agentCnaps = "313337009014", bookId = $"{book["id"]}", bookAccount = "201101", counterAccount = "130301" });
        var made = await MakeLoanMandate.Make(desk, Viewer.Local, new("BENCH", "bench", "index-loan", "index-loan", "3000000.00", "100000000.00", "100000000.00", desk.Today, desk.Today.AddDays(30), Guid.Parse($"{account["id"]}"), FirstFund: true, MostInWindow: 100), null, null, Language.Zh);
        return $"{(made.Value ?? throw new InvalidOperationException(made.Refusals[0].Sentence(Language.En))).Row.Id}";
    }

    private static async Task<IReadOnlyList<Borrower>> Borrowers(HttpClient http)
    {
        var borrowers = new List<Borrower>();
        for (var n = 0; n < Warm + Loans; n++)
        {
            var name = $"第{n}号（绍兴）有限公司";
            var first = $"91330602MA{n:0000000}";
            var firm = $"{(await Post(http, "/api/v1/firms", new { code = first + CreditCode.CheckCharacter(first), name, region = "330602" }))["firm"]!["id"]}";
            foreach (var (year, revenue) in ((int, string)[])[(2024, "40000000.00"), (2025, "46000000.00")])
            {
                await Post(http, $"/api/v1/firms/{firm}/statements", new { periodEnd = $"{year}-12-31", months = 12, figures = new { revenue, rd_expense = "3000000.00" }, source = "bench", asOf = $"{year + 1}-04-20" });
            }

            for (var right = 0; right < 2; right++)
            {
                await Post(http, "/api/v1/rights", new { kind = "invention", number = Number((n * 2) + right), statement = new { title = $"方法 {right}", owners = new[] { new { name } }, dates = new { filing = "2019-02-15", grant = "2021-02-15" }, citedBy = 4 } });
            }

            borrowers.Add(new(firm, name, $"62{n:00000000}"));
        }

        return borrowers;
    }

    private static string Number(int n)
    {
        var digits = $"20191{n:0000000}";
        var sum = digits.Select((c, i) => (c - '0') * (2 + (i % 8))).Sum() % 11;
        return $"{digits}.{(sum == 10 ? "X" : $"{sum}")}";
    }

    /// <summary>None lost, none twice: decisions, loans, payments and entries agree, and the room's own checks find nothing.</summary>
    private static async Task Counted(Store store, string mandate)
    {
        await using var read = store.Read(Viewer.Everything("count what a bench lent"));
        long One(string sql) => read.Session.First(sql, row => row.Long(0));
        const long All = Loans + Warm;
        var (paid, loans, settled, entries) = (One("SELECT count(*) FROM len_instant WHERE state = 'paid'"), One("SELECT count(DISTINCT loan_id) FROM len_instant WHERE state = 'paid'"), One("SELECT count(*) FROM pay_item WHERE state = 'settled'"), One("SELECT count(*) FROM ldg_entry WHERE event = 'PaymentSettled'"));
        var wrong = new LendingTables().Verify(read.Session).SelectMany(c => c.Wrong.Select(w => $"{c.Name} {w}")).ToList();
        if ((paid, loans, settled, entries) != (All, All, All, All) || wrong.Count > 0)
        {
            throw new InvalidOperationException($"{All} loans of {mandate}: {paid} paid, {loans} loans, {settled} payments, {entries} entries; {string.Join("; ", wrong.Take(5))}");
        }
    }

    private static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsync(path, JsonContent.Create(body, options: JsonSerializerOptions.Web));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }
}
