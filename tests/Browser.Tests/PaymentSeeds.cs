using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Accounts, batches and a bank's files, made through the API for the pages to show.</summary>
internal static class PaymentSeeds
{
    public sealed record Kept(string Id, string Number);

    /// <summary>The day in China.</summary>
    private static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An own account, kept in a book that has a million on it.</summary>
    public static async Task<Kept> Account(Desk desk, bool closedLoop)
    {
        using var http = desk.Client();
        var number = $"3315{Guid.NewGuid():N}"[..20];
        var book = (await Post(http, "/api/v1/ledger/books", new { code = $"P{Guid.NewGuid():N}"[..12], name = "放款账簿", kind = "plan", openedOn = Today }))["id"]!.GetValue<string>();
        var lines = new[] { new { account = "100201", side = "debit", amount = "1000000.00" }, new { account = "250201", side = "credit", amount = "1000000.00" } };
        await Post(http, $"/api/v1/ledger/books/{book}/entries", new { entries = new[] { new { id = Guid.CreateVersion7(), effective = Today, @event = "NotesIssued", memo = "募集资金到账", lines } } });
        string[] purposes = closedLoop ? ["流动资金", "研发费用"] : [];
        var account = await Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number, name = "浏览器测试专项计划", agentName = "宁波银行", agentCnaps = "313332082914", closedLoop, purposes, bookId = book, bookAccount = "100201", counterAccount = "130301" });
        return new(account["id"]!.GetValue<string>(), number);
    }

    public static async Task<IReadOnlyList<JsonNode>> Items(Desk desk, string batch)
    {
        using var http = desk.Client();
        return [.. JsonNode.Parse(await http.GetStringAsync($"/api/v1/payments/batches/{batch}/items"))!["items"]!.AsArray().Select(i => i!)];
    }

    /// <summary>What the operator answers about one payment.</summary>
    public static byte[] Answer(JsonNode item, string status) => Encoding.UTF8.GetBytes(
        $"端到端标识号,钱包编号,处理结果,原因,金额（元）,收款人名称,运营机构流水号,入账日期\r\n{item["endToEndId"]},{item["account"]},{status},,{item["amount"]},{item["payeeName"]},EC{item["endToEndId"]},{Today}\r\n");

    /// <summary>A batch that is sent, with one payment rejected and one not answered; a closed-loop account with a source, a fee and a difference.</summary>
    public static async Task<(string Batch, string Item, string Account)> Everything(Desk desk)
    {
        using var http = desk.Client();
        var (paying, loop) = (await Account(desk, closedLoop: false), await Account(desk, closedLoop: true));
        object Item(string name, string wallet, string amount) => new { payeeName = name, account = wallet, kind = "ecny_wallet", operatingBank = "中国银行", amount, loanNo = $"L{wallet}" };
        var batch = await Post(http, "/api/v1/payments/batches", new { title = "数字人民币投放", accountId = paying.Id, channel = "ecny", valueDate = Today, purpose = "流动资金", items = new[] { Item("余姚甲公司", $"{Random.Shared.NextInt64(1_000_000_000)}", "600000.00"), Item("余姚乙公司", $"{Random.Shared.NextInt64(1_000_000_000)}", "100000.01") } });
        var id = batch["id"]!.GetValue<string>();
        await Approved(desk, http, id);
        await Post(http, $"/api/v1/payments/batches/{id}/send", new { baseVersion = await Version(http, id) });
        var items = await Items(desk, id);
        await Send(http, "/api/v1/payments/answers", Answer(items[0], "交易失败"));
        await Post(http, "/api/v1/payments/receipts", new { accountId = loop.Id, receipts = new[] { new { due = Today, payerName = "余姚丙公司", amount = "5000.00", purpose = "回款" }, new { due = Today, payerName = "余姚丁公司", amount = "7000.00", purpose = "回款" } } });
        await Send(http, "/api/v1/payments/statements", Statement(loop.Number));
        await Post(http, "/api/v1/payments/differences/count", new { date = Today });
        return (id, items[0]["id"]!.GetValue<string>(), loop.Id);
    }

    /// <summary>Checked with every warning confirmed, approved by another than its maker.</summary>
    public static async Task Approved(Desk desk, HttpClient maker, string id)
    {
        using var checker = await desk.Client("payments-checker");
        var findings = JsonNode.Parse(await maker.GetStringAsync($"/api/v1/payments/batches/{id}/findings"))!["findings"]!.AsArray();
        var confirm = findings.Select(f => new { code = f!["code"]!.GetValue<string>(), path = f["path"]!.GetValue<string>(), found = f["found"]!.GetValue<string>(), reason = "已核对" }).ToArray();
        await Post(checker, $"/api/v1/payments/batches/{id}/check", new { baseVersion = await Version(maker, id), confirm });
        await Post(checker, $"/api/v1/payments/batches/{id}/approve", new { baseVersion = await Version(maker, id) });
        await Agreed(desk, id);
    }

    /// <summary>The demonstration's approver agrees to what was asked for about a batch; waits until it is done.</summary>
    public static async Task Agreed(Desk desk, string batch)
    {
        using var approver = await desk.Client("approver");
        for (var (tries, decided) = (0, false); tries < 300; tries++)
        {
            if ($"{JsonNode.Parse(await approver.GetStringAsync($"/api/v1/payments/batches/{batch}"))!["state"]}" == "approved")
            {
                return;
            }

            var waiting = decided ? null : JsonNode.Parse(await approver.GetStringAsync("/api/v1/approvals?pageSize=500"))!["items"]!.AsArray().FirstOrDefault(row => $"{row!["subjectId"]}" == batch);
            if (waiting is not null)
            {
                await Post(approver, $"/api/v1/approvals/{waiting["id"]}/decide", new { round = 1, decision = "approve" });
                decided = true;
            }

            await Task.Delay(100);
        }

        Assert.Fail("what was approved was not done");
    }

    public static async Task<int> Version(HttpClient http, string id) => JsonNode.Parse(await http.GetStringAsync($"/api/v1/payments/batches/{id}"))!["version"]!.GetValue<int>();

    private static byte[] Statement(string account) => Encoding.UTF8.GetBytes(string.Join("\r\n",
        $"账号,{account}", "币种,CNY", $"起始日期,{Today}", $"终止日期,{Today}", "期初余额,0.00", "期末余额,5984.50", "",
        "交易日期,借方发生额,贷方发生额,余额,对方户名,交易流水号,摘要",
        $"{Today},,5000.00,5000.00,余姚丙公司,{Guid.NewGuid():N},回款",
        $"{Today},15.50,,4984.50,宁波银行,{Guid.NewGuid():N},手续费",
        $"{Today},,1000.00,5984.50,无名公司,{Guid.NewGuid():N},转入", ""));

    private static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
        return await Read(answer);
    }

    public static async Task<JsonNode> Send(HttpClient http, string path, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await http.PostAsync(path, content);
        return await Read(answer);
    }

    private static async Task<JsonNode> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
