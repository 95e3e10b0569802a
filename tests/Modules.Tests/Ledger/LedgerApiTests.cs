using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Books, accounts, entries and statements through the server.</summary>
public sealed class LedgerApiTests(Desk.Desk desk)
{
    [Fact]
    public async Task Charts_OfTheInstallation_AreOneForEachKind()
    {
        var charts = (await desk.Get("/api/v1/ledger/charts"))["charts"]!.AsArray();
        Assert.Equal(["bank", "plan", "guarantor", "insurer", "fund", "escrow"], charts.Select(c => $"{c!["kind"]}"));
        Assert.Contains(charts[1]!["accounts"]!.AsArray(), a => $"{a!["code"]} {a["rule"]} {a["normal"]}" == "100201 not_below_zero debit");
    }

    [Fact]
    public async Task Books_OpenedAndListed_ShowWhatStandsInThem()
    {
        var own = await LedgerDesk.Open(desk);
        var listed = Assert.Single((await desk.Get($"/api/v1/ledger/books?query={own.Code.ToLowerInvariant()}&kind=plan"))["items"]!.AsArray(), b => $"{b!["code"]}" == own.Code)!;
        Assert.True(JsonNode.DeepEquals(await own.Get(), listed));
        Assert.Equal(("2026-06-30", 1, "1000000.00", "1000000.00"), ($"{listed["businessDate"]}", (int)listed["entries"]!, $"{listed["debits"]}", $"{listed["credits"]}"));
        Assert.Equal("LDG-0115", await own.Refused(HttpMethod.Post, "/api/v1/ledger/books", new { code = own.Code, name = "again", kind = "plan", openedOn = "2026-06-01" }));
        Assert.Equal("LDG-0116", await own.Refused(HttpMethod.Post, "/api/v1/ledger/books", new { code = "X", name = "x", kind = "shop", openedOn = "2026-06-01" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Http.GetAsync("/api/v1/ledger/books?kind=shop")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/accounts")]
    [InlineData("/entries")]
    [InlineData("/holds")]
    [InlineData("/planned")]
    [InlineData("/trial-balance.xlsx")]
    [InlineData("/journal.xlsx")]
    public async Task Book_ThatIsNotThere_IsNotFound(string path) =>
        Assert.Equal("WEB-0105", (await Desk.Desk.Json(await desk.Http.GetAsync($"/api/v1/ledger/books/{Guid.CreateVersion7()}{path}"), HttpStatusCode.NotFound))["code"]!.GetValue<string>());

    [Fact]
    public async Task Post_ManyEntries_StandOrFallAlone()
    {
        var own = await LedgerDesk.Open(desk);
        var (good, again) = (LedgerDesk.Entry("250.50", "4103", "100201"), LedgerDesk.Entry("1.00", "4103", "100201"));
        var first = await own.Post(good);
        Assert.Equal("created", $"{first[0]!["result"]}");
        var changed = good.DeepClone().AsObject();
        changed["memo"] = "别的";
        var results = await own.Post(good, changed, again, LedgerDesk.Entry("2.00", "nowhere", "100201"), LedgerDesk.Entry("-1", "4103", "100201"), LedgerDesk.Entry("1.005", "4103", "100201"), LedgerDesk.Entry("9000000.00", "4103", "100201"), LedgerDesk.Entry("1.00", "4103", "100201", "2026-07-01"));
        Assert.Equal(["exists", "refused", "created", "refused", "refused", "refused", "refused", "refused"], results.Select(r => $"{r!["result"]}"));
        Assert.Equal(["LDG-0110 memo", "LDG-0105 lines.0.account", "LDG-0103 lines.0.amount", "LDG-0103 lines.0.amount", "LDG-0111 accounts.100201", "LDG-0107 effective"], results.Where(r => $"{r!["result"]}" == "refused").Select(r => $"{r!["errors"]![0]!["code"]} {r["errors"]![0]!["path"]}"));
        Assert.Equal((long)first[0]!["sequence"]!, (long)results[0]!["sequence"]!);
        Assert.Equal("999748.50", $"{(await own.Account("100201"))["balance"]}");
        Assert.Equal("WEB-0102", await own.Refused(HttpMethod.Post, $"{own.Path}/entries", new { entries = Array.Empty<int>() }));
        Assert.Equal("WEB-0105", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/books/{Guid.CreateVersion7()}/entries", new JsonObject { ["entries"] = new JsonArray(LedgerDesk.Entry("1", "a", "b")) }.ToJsonString(), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Accounts_AsOf_ShowWhatWasKnownThen()
    {
        var own = await LedgerDesk.Open(desk);
        var first = (await own.Post(LedgerDesk.Entry("100.00", "4103", "100201", "2026-06-20")))[0]!;
        await Task.Delay(5);
        await own.Post(LedgerDesk.Entry("7.00", "4103", "100201", "2026-06-10"));
        async Task<string> Balance(string query)
        {
            var answer = await own.Get($"/accounts?{query}");
            Assert.True((bool)answer["totals"]!["balanced"]!);
            var account = answer["accounts"]!.AsArray().Single(a => $"{a!["code"]}" == "100201")!;
            Assert.Equal(query.Length > 0, account["available"] is null);
            return $"{account["balance"]}";
        }

        Assert.Equal("999893.00", await Balance(""));
        Assert.Equal("999993.00", await Balance("effective=2026-06-15"));
        Assert.Equal("1000000.00", await Balance($"effective=2026-06-15&recorded={first["recordedAt"]}"));
        Assert.Equal("999900.00", await Balance($"recorded={first["recordedAt"]}"));
        Assert.Equal("0.00", await Balance("recorded=2020-01-01T00:00:00Z"));
        Assert.Equal("WEB-0106", $"{(await Desk.Desk.Json(await desk.Http.GetAsync($"{own.Path}/accounts?effective=June"), HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    [Fact]
    public async Task Account_AddedAndChanged_KeepsItsRule()
    {
        var own = await LedgerDesk.Open(desk);
        var body = new { code = "9001.X", zh = "备用", en = "Spare", @class = "asset", normal = "debit", rule = "limit", limit = "50.00" };
        var added = await desk.Post($"{own.Path}/accounts", body, HttpStatusCode.Created);
        Assert.Equal(("limit", "50.00", "0.00"), ($"{added["rule"]}", $"{added["limit"]}", $"{added["available"]}"));
        Assert.Equal("LDG-0115", await own.Refused(HttpMethod.Post, $"{own.Path}/accounts", body));
        Assert.Equal("LDG-0126", await own.Refused(HttpMethod.Post, $"{own.Path}/accounts", body with { code = "9001.Y", rule = "none" }));
        Assert.Equal("LDG-0125", await own.Refused(HttpMethod.Post, $"{own.Path}/accounts", body with { code = "9001.Y", normal = "left" }));
        Assert.Equal("LDG-0117", await own.Refused(HttpMethod.Post, $"{own.Path}/accounts", body with { code = "9001.Y", zh = " " }));
        Assert.Equal("LDG-0124", await own.Refused(HttpMethod.Post, $"{own.Path}/accounts", body with { code = "a b" }));
        Assert.Equal("LDG-0112 accounts.9001.X", (await own.Post(LedgerDesk.Entry("50.01", "9001.X", "100201")))[0]!["errors"]!.AsArray().Select(e => $"{e!["code"]} {e["path"]}").Single());
        Assert.Equal("created", $"{(await own.Post(LedgerDesk.Entry("50.00", "9001.X", "100201")))[0]!["result"]}");

        var path = $"/api/v1/ledger/accounts/{added["id"]}";
        var change = new { zh = "备用金", en = "Spare", rule = "limit", limit = (string?)"60.00", closed = false, baseVersion = 1 };
        Assert.Equal("LDG-0120", await own.Refused(HttpMethod.Put, path, change with { limit = "49.99" }));
        Assert.Equal("LDG-0121", await own.Refused(HttpMethod.Put, path, change with { closed = true }));
        var changed = await Desk.Desk.Json(await desk.Send(HttpMethod.Put, path, change), HttpStatusCode.OK);
        Assert.Equal(("备用金", "60.00", 2), ($"{changed["zh"]}", $"{changed["limit"]}", (int)changed["version"]!));
        Assert.Equal("LDG-0119", await own.Refused(HttpMethod.Put, path, change, HttpStatusCode.Conflict));
        await own.Post(LedgerDesk.Entry("50.00", "100201", "9001.X"));
        Assert.True((bool)(await Desk.Desk.Json(await desk.Send(HttpMethod.Put, path, change with { closed = true, baseVersion = 2 }), HttpStatusCode.OK))["closed"]!);
        Assert.Equal("LDG-0106", $"{(await own.Post(LedgerDesk.Entry("1.00", "9001.X", "100201")))[0]!["errors"]![0]!["code"]}");
        Assert.Equal("WEB-0105", await own.Refused(HttpMethod.Put, $"/api/v1/ledger/accounts/{Guid.CreateVersion7()}", change, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Reverse_AnEntry_LinksBothWaysAndOnlyOnce()
    {
        var own = await LedgerDesk.Open(desk);
        var entry = LedgerDesk.Entry("12.00", "4103", "100201", "2026-06-15");
        await own.Post(entry);
        var body = new { id = Guid.CreateVersion7(), effective = "2026-06-30", memo = "记错" };
        var reversal = await desk.Post($"/api/v1/ledger/entries/{entry["id"]}/reverse", body, HttpStatusCode.Created);
        Assert.Equal($"{entry["id"]}", $"{reversal["reverses"]}");
        Assert.Equal(["4103 credit", "100201 debit"], reversal["lines"]!.AsArray().Select(l => $"{l!["account"]} {l["side"]}"));
        Assert.True(JsonNode.DeepEquals(reversal, await desk.Post($"/api/v1/ledger/entries/{entry["id"]}/reverse", body, HttpStatusCode.Created)));
        Assert.Equal("LDG-0108", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/entries/{entry["id"]}/reverse", body with { id = Guid.CreateVersion7() }));
        Assert.Equal("LDG-0108", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/entries/{reversal["id"]}/reverse", body with { id = Guid.CreateVersion7() }));
        Assert.Equal("WEB-0105", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/entries/{Guid.CreateVersion7()}/reverse", body, HttpStatusCode.NotFound));
        var detail = await desk.Get($"/api/v1/ledger/entries/{entry["id"]}");
        Assert.Equal($"{body.id}", $"{detail["reversedBy"]}");
        Assert.Equal(own.Code, $"{detail["book"]!["code"]}");
        Assert.NotEqual(Guid.Empty, Guid.Parse($"{detail["evidence"]!["id"]}"));
        Assert.Null(detail["source"]);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync($"/api/v1/ledger/entries/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task Journal_Filtered_GivesWhatFitsNewestFirst()
    {
        var own = await LedgerDesk.Open(desk);
        var entries = Enumerable.Range(1, 9).Select(n => LedgerDesk.Entry($"{n}.00", "4103", "100201", $"2026-06-{10 + n}")).ToList();
        entries[2]["memo"] = "100%_手续费";
        entries[4]["event"] = "Fee";
        entries[5]["subject"] = new JsonObject { ["kind"] = "loan", ["id"] = "L-77" };
        entries[6]["lines"] = new JsonArray(LedgerDesk.Line("4103", "debit", "3.00"), LedgerDesk.Line("4103", "debit", "4.00"), LedgerDesk.Line("100201", "credit", "7.00"));
        await own.Post([.. entries]);
        await desk.Post($"/api/v1/ledger/entries/{entries[0]["id"]}/reverse", new { id = Guid.CreateVersion7(), effective = "2026-06-30" }, HttpStatusCode.Created);
        async Task<string> Amounts(string query)
        {
            var answer = await own.Get($"/entries?{query}");
            var items = answer["items"]!.AsArray();
            Assert.Equal(items.Select(i => (long)i!["sequence"]!).OrderDescending(), items.Select(i => (long)i!["sequence"]!));
            return $"{answer["total"]}: {string.Join(' ', items.Select(i => $"{i!["amount"]}"[..^3]))}";
        }

        Assert.Equal("11: 1 9 8 7 6 5 4 3 2 1 1000000", await Amounts(""));
        Assert.Equal("11: 7 6 5", await Amounts("page=2&pageSize=3"));
        Assert.Equal("4: 7 6 5 4", await Amounts("from=2026-06-14&to=2026-06-17"));
        Assert.Equal("1: 3", await Amounts("query=100%25_"));
        Assert.Equal("1: 6", await Amounts("query=l-77"));
        Assert.Equal("1: 5", await Amounts("event=Fee"));
        Assert.Equal("1: 8", await Amounts("query=8.00"));
        Assert.Equal("1: 1", await Amounts("reversed=true"));
        Assert.Equal("9: 9 8 7 6 5 4 3 2 1000000", await Amounts("reversed=false"));
        Assert.Equal("11: 1 9 8 7 6 5 4 3 2 1 1000000", await Amounts("account=100201"));
        Assert.Equal("1: 1000000", await Amounts("account=400201"));
        Assert.Equal("3: 7 6 5", await Amounts("account=4103&from=2026-06-15&to=2026-06-17"));
        Assert.Equal("1: 5", await Amounts("account=4103&event=Fee"));
        Assert.Equal("8: 9 8", await Amounts("account=4103&reversed=false&pageSize=2"));

        // The seventh has two lines on the account: eleven lines, ten entries, each on one page.
        var pages = new List<string>();
        for (var page = 1; page <= 6; page++)
        {
            pages.AddRange((await own.Get($"/entries?account=4103&pageSize=2&page={page}"))["items"]!.AsArray().Select(i => $"{i!["amount"]}"[..^3]));
        }

        Assert.Equal("1 9 8 7 6 5 4 3 2 1", string.Join(' ', pages));
        Assert.Equal("LDG-0105", $"{(await Desk.Desk.Json(await desk.Http.GetAsync($"{own.Path}/entries?account=0"), HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    [Fact]
    public async Task Entry_MadeForARecord_NamesItsSource()
    {
        var own = await LedgerDesk.Open(desk);
        var entry = LedgerDesk.Entry("1.00", "4103", "100201");
        entry["subject"] = new JsonObject { ["kind"] = "loan", ["id"] = "L-1" };
        await own.Post(entry);
        var source = (await desk.Get($"/api/v1/ledger/entries/{entry["id"]}"))["source"]!;
        Assert.Equal(("loan", "L-1", "loan L-1"), ($"{source["kind"]}", $"{source["id"]}", $"{source["title"]}"));
        Assert.Null(source["href"]);
    }

    [Fact]
    public async Task Statement_InBothOrders_RunsToTheSameClosing()
    {
        var own = await LedgerDesk.Open(desk);
        await own.Post(LedgerDesk.Entry("10.00", "4103", "100201", "2026-06-20"), LedgerDesk.Entry("5.00", "4103", "100201", "2026-06-10"), LedgerDesk.Entry("3.00", "100201", "4103", "2026-06-25"));
        var path = $"/api/v1/ledger/accounts/{(await own.Account("100201"))["id"]}/statement";
        async Task<string> Shown(string query)
        {
            var s = await desk.Get($"{path}?{query}");
            return $"{s["opening"]} | {string.Join(' ', s["page"]!["items"]!.AsArray().Select(l => $"{l!["side"]}:{l["amount"]}={l["balance"]}"))} | {s["closing"]} {s["debits"]} {s["credits"]} {s["page"]!["total"]}";
        }

        Assert.Equal("0.00 | debit:1000000.00=1000000.00 credit:10.00=999990.00 credit:5.00=999985.00 debit:3.00=999988.00 | 999988.00 1000003.00 15.00 4", await Shown(""));
        Assert.Equal("0.00 | debit:1000000.00=1000000.00 credit:5.00=999995.00 credit:10.00=999985.00 debit:3.00=999988.00 | 999988.00 1000003.00 15.00 4", await Shown("order=effective"));
        Assert.Equal("999995.00 | credit:10.00=999985.00 | 999985.00 0.00 10.00 1", await Shown("from=2026-06-15&to=2026-06-20"));
        Assert.Equal("0.00 | credit:5.00=999985.00 debit:3.00=999988.00 | 999988.00 1000003.00 15.00 4", await Shown("page=2&pageSize=2"));
        Assert.Equal("0.00 |  | 0.00 0.00 0.00 0", await Shown("recorded=2020-01-01T00:00:00Z"));
        Assert.Equal(["4103"], (await desk.Get($"{path}?page=2&pageSize=1"))["page"]!["items"]![0]!["counter"]!.AsArray().Select(c => $"{c}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Http.GetAsync($"{path}?order=up")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync($"/api/v1/ledger/accounts/{Guid.CreateVersion7()}/statement")).StatusCode);
    }

    [Theory]
    [InlineData("trial-balance.xlsx?lang=en&effective=2026-06-30", "Trial balance")]
    [InlineData("journal.xlsx?lang=en", "Journal")]
    [InlineData("statement.xlsx?lang=en&order=effective", "Account statement")]
    public async Task Workbook_OfABook_CanBeRead(string name, string title)
    {
        var own = await LedgerDesk.Open(desk);
        var path = name.StartsWith("statement", StringComparison.Ordinal) ? $"/api/v1/ledger/accounts/{(await own.Account("100201"))["id"]}" : own.Path;
        var answer = await desk.Http.GetAsync($"{path}/{name}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("spreadsheetml", answer.Content.Headers.ContentType!.MediaType!);
        var book = WorkbookReader.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains(book.Value.Sheets, s => s.Name == title);
    }
}
