using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The pages of the ledger and of the evidence, with a book on them, and a proof checked by the page itself.</summary>
public sealed class BookTests(Desk desk)
{
    [Fact]
    public async Task Pages_OfABook_AreSoundAndAccessible()
    {
        var (book, account, leaf) = await Book();
        var faults = new List<string>();
        await using var page = await desk.Open("/");
        foreach (var (name, path) in ((string, string)[])[
            ("books", "/ledger/books"), ("accounts", $"/ledger/books/{book}/accounts"), ("journal", $"/ledger/books/{book}/journal"), ("holds", $"/ledger/books/{book}/holds"), ("planned", $"/ledger/books/{book}/planned"), ("entry", $"/ledger/books/{book}/new"),
            ("statement", $"/ledger/accounts/{account}"), ("evidence", "/evidence"), ("leaf", $"/evidence/{leaf}"), ("verify", "/evidence/verify")])
        {
            await page.Go(path);
            faults.AddRange(await page.In(Look.Pairs, name));
        }

        DeskPage.NothingWrong(faults);
    }

    [Fact]
    public async Task Evidence_VerifiedOnItsPage_PassesAndATamperedBundleIsNamed()
    {
        var (_, _, leaf) = await Book();
        await using var page = await desk.Open($"/evidence/{leaf}");
        await page.Button("在此核验").ClickAsync();
        await Assertions.Expect(page.Page.GetByText("通过").First).ToBeVisibleAsync();

        using var http = desk.Client();
        var bundle = await http.GetStringAsync($"/api/v1/evidence/leaves/{leaf}/bundle");
        var tampered = bundle.Replace("\"900.00\"", "\"901.00\"", StringComparison.Ordinal);
        Assert.NotEqual(bundle, tampered);
        await page.Go("/evidence/verify");
        await page.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "bundle.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(tampered) });
        await Assertions.Expect(page.Page.GetByText("items[0].content").First).ToBeVisibleAsync();
        await page.Picture("verify-tampered");
    }

    /// <summary>A book with an entry of 900.00, its custody account, and the evidence of the entry under a checkpoint.</summary>
    private async Task<(string Book, string Account, string Leaf)> Book()
    {
        using var http = desk.Client();
        var book = await Post(http, "/api/v1/ledger/books", new { code = $"B{Guid.NewGuid():N}"[..12], name = "浏览器测试账簿", kind = "plan", openedOn = "2026-11-20" });
        var (id, entry) = (book["id"]!.GetValue<string>(), Guid.CreateVersion7());
        var lines = new[] { new { account = "100201", side = "debit", amount = "900.00" }, new { account = "250201", side = "credit", amount = "900.00" } };
        await Post(http, $"/api/v1/ledger/books/{id}/entries", new { entries = new[] { new { id = entry, effective = "2026-11-20", @event = "NotesIssued", memo = "募集资金到账", lines } } });
        var accounts = JsonNode.Parse(await http.GetStringAsync($"/api/v1/ledger/books/{id}/accounts"))!["accounts"]!.AsArray();
        var custody = accounts.First(a => a!["code"]!.GetValue<string>() == "100201")!["id"]!.GetValue<string>();
        for (var tries = 0; ; tries++)
        {
            var leaf = JsonNode.Parse(await http.GetStringAsync($"/api/v1/evidence/subjects/entry/{entry}"))!["leaves"]![0]!;
            if (leaf["index"] is not null)
            {
                return (id, custody, leaf["id"]!.GetValue<string>());
            }

            Assert.True(tries < 100, "no checkpoint within ten seconds");
            await Task.Delay(100);
        }
    }

    private static async Task<JsonNode> Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsync(path, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
