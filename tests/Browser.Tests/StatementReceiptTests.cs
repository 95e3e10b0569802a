using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>A bank's statement file with receipts of loans, from the file to the loans, on the pages.</summary>
public sealed class StatementReceiptTests(Desk desk)
{
    /// <summary>What fits goes to its loan at once; a part, a surplus and a stranger wait until a person says what they are; the same file does nothing again.</summary>
    [Fact]
    public async Task Statement_WithReceiptsOfLoans_IsAllocated_AndTheRestDecidedByAPerson()
    {
        using var http = desk.Client();
        var mark = $"{Guid.NewGuid():N}"[..8];
        var bank = await LoanSeeds.Bank(http);
        var line = $"{(await RightTests.Post(http, "/api/v1/facilities", new { number = $"ED-{mark}", kind = "revolving", borrower = "甲公司", amount = "5000000.00", from = "2026-01-01", until = "2199-12-31", bookId = bank.Book, conditions = Array.Empty<string>() }))["row"]!["id"]}";
        var loans = new List<string>();
        foreach (var n in (int[])[1, 2])
        {
            loans.Add(await LoanSeeds.Living(desk, http, bank, line, $"JJ-{mark}-{n}", "120000.00"));
        }

        await RightTests.Post(http, "/api/v1/payments/receipts", new { accountId = bank.Account, receipts = new[] { new { due = LoanSeeds.Today, payerName = "甲公司", amount = "10000.00", purpose = "按期还款", loanNo = $"JJ-{mark}-1" } } });
        var file = new FilePayload { Name = "回款.csv", MimeType = "text/csv", Buffer = LoanSeeds.Statement(bank.Number, [("10000.00", "甲公司", $"JJ-{mark}-1", ""), ("5000.01", "甲公司", $"JJ-{mark}-2", ""), ("777.77", $"无名公司{mark}", "", "")]) };
        await using var page = await desk.Open("/payments/statements");
        foreach (var again in (bool[])[false, true])
        {
            await page.Go("/payments/statements");
            await page.Button("导入对账单").First.ClickAsync();
            await page.Page.Locator(".ant-modal input[type=file]").SetInputFilesAsync(file);
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Status)).ToBeVisibleAsync();
            await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog).GetByText("这份文件此前已导入")).ToHaveCountAsync(again ? 1 : 0);
        }

        // The part names its loan: entered with the amount that came, and matched.
        await page.Go($"/payments/reconciliation?account={bank.Account}&state=open");
        await page.Page.GetByText("5,000.01").First.ClickAsync();
        await page.Button("登记为到账款项").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("#receipt-loanNo")).ToHaveValueAsync($"JJ-{mark}-2");
        await page.Page.Locator(".ant-modal-footer .ant-btn-primary").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        for (var tries = 0; tries < 100 && (await Receipts(http, loans[0]), await Receipts(http, loans[1])) != ("10000.00", "5000.01"); tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(("10000.00", "5000.01"), (await Receipts(http, loans[0]), await Receipts(http, loans[1])));
        await page.Go($"/payments/reconciliation?account={bank.Account}&state=open");
        await Assertions.Expect(page.Page.GetByText($"无名公司{mark}").First).ToBeVisibleAsync();
        await page.Page.GetByText($"无名公司{mark}").First.ClickAsync();
        await page.Picture("statement-held");
        await page.Page.Locator("#line-note").FillAsync("来款方待查");
        await page.Button("说明", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByText($"无名公司{mark}")).ToHaveCountAsync(0);
        await page.Go($"/payments/reconciliation?account={bank.Account}");
        var faults = new List<string>(await page.In(Look.Pairs, "statement-held", words: false));
        await page.Go($"/loans/{loans[1]}");
        faults.AddRange(await page.In(Look.Pairs, "loan-received", words: false));
        DeskPage.NothingWrong(faults);
    }

    private static async Task<string> Receipts(HttpClient http, string loan) => string.Join(' ', JsonNode.Parse(await http.GetStringAsync($"/api/v1/loans/{loan}"))!["events"]!.AsArray().Where(e => $"{e!["kind"]}" == "receipt" && e["undoneOn"] is null).Select(e => $"{e!["amount"]}"));
}
