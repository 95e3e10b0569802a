using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>Loans that live, made through the API as people and a bank make them, for the pages to show.</summary>
internal static class LoanSeeds
{
    public sealed record Lender(string Book, string Account, string Number);

    public static string Today => $"{DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd}";

    /// <summary>A bank's book with ten million in it, and the account it pays from and collects on.</summary>
    public static async Task<Lender> Bank(HttpClient http)
    {
        var mark = $"{Guid.NewGuid():N}"[..8];
        var book = $"{(await RightTests.Post(http, "/api/v1/ledger/books", new { code = $"BK-{mark}", name = $"信贷账簿{mark}", kind = "bank", openedOn = "2026-01-01" }))["id"]}";
        var lines = new[] { new { account = "1003", side = "debit", amount = "10000000.00" }, new { account = "4001", side = "credit", amount = "10000000.00" } };
        await RightTests.Post(http, $"/api/v1/ledger/books/{book}/entries", new { entries = new[] { new { id = Guid.CreateVersion7(), effective = Today, @event = "Funded", memo = "营运资金", lines } } });
        var number = $"33{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";
        var account = $"{(await RightTests.Post(http, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number, name = $"放款与回款户{mark}", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }))["id"]}";
        return new(book, account, number);
    }

    /// <summary>A loan under a line, ordered, checked, approved, sent, and paid by the bank's own statement; its id.</summary>
    public static async Task<string> Living(Desk desk, HttpClient http, Lender bank, string line, string number, string principal)
    {
        var order = new { number, principal, disbursedOn = Today, purpose = "采购原料", accountId = bank.Account, channel = "pain.001.001.09", terms = new { method = "equalInstalment", count = 12, annualRate = "0.06" }, payouts = new[] { new { payee = "东海化工有限公司", account = "33100200300", amount = principal, contractNo = $"CG-{number}", agentCnaps = "313332082914" } } };
        var made = await RightTests.Post(http, $"/api/v1/facilities/{line}/loans", order);
        var (loan, batch) = ($"{made["row"]!["id"]}", $"{made["payouts"]![0]!["batchId"]}");
        await PaymentSeeds.Approved(desk, http, batch);
        await RightTests.Post(http, $"/api/v1/payments/batches/{batch}/send", new { baseVersion = await PaymentSeeds.Version(http, batch) });
        var item = (await PaymentSeeds.Items(desk, batch))[0];
        await PaymentSeeds.Send(http, "/api/v1/payments/statements", Statement(bank.Number, [($"-{principal}", "东海化工有限公司", "", $"{item["endToEndId"]}")]));
        for (var tries = 0; tries < 200; tries++)
        {
            if ($"{JsonNode.Parse(await http.GetStringAsync($"/api/v1/loans/{loan}"))!["row"]!["state"]}" == "active")
            {
                return loan;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"loan {number} was not paid out");
        return "";
    }

    /// <summary>A statement in the shipped layout with debit and credit in columns of their own; amounts below zero went out.</summary>
    public static byte[] Statement(string account, IReadOnlyList<(string Amount, string Name, string LoanNo, string EndToEnd)> lines)
    {
        var (opening, rows) = (50_000_000m, new List<string>());
        var balance = opening;
        foreach (var (amount, name, loan, endToEnd) in lines)
        {
            var yuan = decimal.Parse(amount, CultureInfo.InvariantCulture);
            balance += yuan;
            rows.Add($"{Today},{(yuan < 0 ? Two(-yuan) : "")},{(yuan > 0 ? Two(yuan) : "")},{Two(balance)},{name},{Guid.NewGuid():N},{endToEnd},{loan},往来款");
        }

        return Encoding.UTF8.GetBytes($"账号,{account}\r\n币种,CNY\r\n起始日期,{Today}\r\n终止日期,{Today}\r\n期初余额,{Two(opening)}\r\n期末余额,{Two(balance)}\r\n\r\n交易日期,借方发生额,贷方发生额,余额,对方户名,交易流水号,端到端标识号,借据号,摘要\r\n{string.Join("\r\n", rows)}\r\n");
    }

    private static string Two(decimal yuan) => yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
