using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Holds and the business date through the server.</summary>
public sealed class HoldApiTests(Desk.Desk desk)
{
    private sealed record Hold(string Id, string Debit, string Credit, string Amount, string? Expires, string Event, string Memo)
    {
        public static Hold New(string amount, string? expires = null) => new($"{Guid.CreateVersion7()}", "4103", "100201", amount, expires, "Reserved", "保证金");
    }

    [Fact]
    public async Task Place_Post_ReleasesTheRestOnce()
    {
        var own = await LedgerDesk.Open(desk);
        var hold = Hold.New("600000.00");
        var placed = await desk.Post($"{own.Path}/holds", hold, HttpStatusCode.Created);
        Assert.Equal(("pending", "2026-06-30", "600000.00"), ($"{placed["state"]}", $"{placed["createdOn"]}", $"{placed["amount"]}"));
        Assert.True(JsonNode.DeepEquals(placed, await desk.Post($"{own.Path}/holds", hold, HttpStatusCode.Created)));
        Assert.Equal("LDG-0110", await own.Refused(HttpMethod.Post, $"{own.Path}/holds", hold with { Memo = "别的" }));
        Assert.Equal(("1000000.00", "400000.00", "600000.00"), ($"{(await own.Account("100201"))["balance"]}", $"{(await own.Account("100201"))["available"]}", $"{(await own.Account("100201"))["pendingCredit"]}"));
        Assert.Equal("LDG-0111", await own.Refused(HttpMethod.Post, $"{own.Path}/holds", Hold.New("400000.01")));
        Assert.Equal("LDG-0111", $"{(await own.Post(LedgerDesk.Entry("400000.01", "4103", "100201")))[0]!["errors"]![0]!["code"]}");

        var post = new { id = Guid.CreateVersion7(), amount = (string?)"500000.00", effective = "2026-06-30", memo = "划付" };
        var path = $"/api/v1/ledger/holds/{hold.Id}/post";
        Assert.Equal("LDG-0114", await own.Refused(HttpMethod.Post, path, post with { amount = "600000.01" }));
        Assert.Equal("LDG-0103", await own.Refused(HttpMethod.Post, path, post with { amount = "0" }));
        Assert.Equal("LDG-0107", await own.Refused(HttpMethod.Post, path, post with { effective = "2026-07-01" }));
        var posted = await desk.Post(path, post);
        Assert.Equal(("posted", "500000.00", $"{post.id}"), ($"{posted["state"]}", $"{posted["posted"]}", $"{posted["entry"]}"));
        Assert.True(JsonNode.DeepEquals(posted, await desk.Post(path, post)));
        Assert.Equal("LDG-0109", await own.Refused(HttpMethod.Post, path, post with { id = Guid.CreateVersion7() }));
        Assert.Equal("LDG-0109", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/holds/{hold.Id}/void", new { memo = "" }));
        var entry = await desk.Get($"/api/v1/ledger/entries/{post.id}");
        Assert.Equal((hold.Id, "500000.00"), ($"{entry["hold"]}", $"{entry["amount"]}"));
        Assert.Equal(("500000.00", "500000.00"), ($"{(await own.Account("100201"))["balance"]}", $"{(await own.Account("100201"))["available"]}"));
        Assert.Equal(["HoldPlaced", "HoldPosted"], await Events("hold", hold.Id));
        Assert.Equal("WEB-0105", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/holds/{Guid.CreateVersion7()}/post", post, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Post_OfAHoldWithTheIdOfAnotherEntry_IsRefused()
    {
        var own = await LedgerDesk.Open(desk);
        var hold = Hold.New("10.00");
        await desk.Post($"{own.Path}/holds", hold, HttpStatusCode.Created);
        var entry = LedgerDesk.Entry("10.00", "4103", "100201");
        (entry["event"], entry["memo"]) = ("Reserved", "x");
        await own.Post(entry);
        Assert.Equal("LDG-0110", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/holds/{hold.Id}/post", new { id = $"{entry["id"]}", effective = "2026-06-30", memo = "x" }));
        Assert.Equal("pending", $"{(await own.Get("/holds"))["items"]![0]!["state"]}");
        Assert.Equal("10.00", $"{(await own.Account("100201"))["pendingCredit"]}");
    }

    [Fact]
    public async Task Place_OfWhatCannotBe_IsRefused()
    {
        var own = await LedgerDesk.Open(desk);
        var path = $"{own.Path}/holds";
        Assert.Equal("LDG-0113", await own.Refused(HttpMethod.Post, path, Hold.New("1.00") with { Debit = "100201" }));
        Assert.Equal("LDG-0105", await own.Refused(HttpMethod.Post, path, Hold.New("1.00") with { Credit = "0" }));
        Assert.Equal("LDG-0103", await own.Refused(HttpMethod.Post, path, Hold.New("0.00")));
        Assert.Equal("LDG-0117", await own.Refused(HttpMethod.Post, path, Hold.New("1.00") with { Event = "" }));
        Assert.Equal("LDG-0127", await own.Refused(HttpMethod.Post, path, Hold.New("1.00", "2026-06-29")));
        Assert.Equal(0, (int)(await own.Get("/holds"))["total"]!);
        Assert.Equal("WEB-0105", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/books/{Guid.CreateVersion7()}/holds", Hold.New("1.00"), HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Void_AHold_GivesBackWhatItHeld()
    {
        var own = await LedgerDesk.Open(desk);
        var hold = Hold.New("10.00");
        await desk.Post($"{own.Path}/holds", hold, HttpStatusCode.Created);
        Assert.Equal("voided", $"{(await desk.Post($"/api/v1/ledger/holds/{hold.Id}/void", new { memo = "取消" }))["state"]}");
        Assert.Equal("1000000.00", $"{(await own.Account("100201"))["available"]}");
        Assert.Equal("LDG-0109", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/holds/{hold.Id}/void", new { memo = "" }));
        Assert.Equal(["HoldPlaced", "HoldVoided"], await Events("hold", hold.Id));
        Assert.Equal((1, 0), ((int)(await own.Get("/holds?state=voided"))["total"]!, (int)(await own.Get("/holds?state=pending"))["total"]!));
    }

    [Fact]
    public async Task BusinessDate_Moved_ExpiresHoldsTheDayAfterTheirLast()
    {
        var own = await LedgerDesk.Open(desk);
        var (ends, stays, open) = (Hold.New("10.00", "2026-07-01"), Hold.New("20.00", "2026-07-02"), Hold.New("30.00"));
        foreach (var hold in (Hold[])[ends, stays, open])
        {
            await desk.Post($"{own.Path}/holds", hold, HttpStatusCode.Created);
        }

        var first = await desk.Post($"{own.Path}/business-date", new { date = "2026-07-01" });
        Assert.Empty(first["expired"]!.AsArray());
        var moved = await desk.Post($"{own.Path}/business-date", new { date = "2026-07-02" });
        Assert.Equal("2026-07-02", $"{moved["book"]!["businessDate"]}");
        Assert.Equal([$"{ends.Id} expired"], moved["expired"]!.AsArray().Select(h => $"{h!["id"]} {h["state"]}"));
        Assert.Equal("50.00", $"{(await own.Account("100201"))["pendingCredit"]}");
        Assert.Equal("LDG-0118", await own.Refused(HttpMethod.Post, $"{own.Path}/business-date", new { date = "2026-07-02" }));
        Assert.Equal("LDG-0109", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/holds/{ends.Id}/post", new { id = Guid.CreateVersion7(), effective = "2026-07-01", memo = "" }));
        Assert.Equal(["HoldPlaced", "HoldExpired"], await Events("hold", ends.Id));
        Assert.Equal(["BookOpened", "BusinessDateMoved", "BusinessDateMoved", "BusinessDateMoved"], await Events("book", own.Id));
    }

    private async Task<List<string>> Events(string kind, string id)
    {
        await using var read = desk.Store.Read(Viewer.Local);
        return [.. EvidenceLeaves.Find(read.Session, kind, id).Select(leaf => read.Session.First("SELECT event FROM evd_leaf WHERE id = @p0", row => row.Text(0), leaf.Id.ToString())!)];
    }
}
