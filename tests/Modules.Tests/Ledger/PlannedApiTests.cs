using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Ledger;

/// <summary>Planned entries: put in by another room, matched through the server.</summary>
public sealed class PlannedApiTests(Desk.Desk desk)
{
    private static readonly DateOnly Due = new(2026, 6, 20);

    [Fact]
    public async Task Replace_BySetsOfASeries_KeepsWhatWasMatched()
    {
        var own = await LedgerDesk.Open(desk);
        var series = $"deal-{own.Id}";
        var first = await Replace(own, $"run-1-{own.Id}", series, Draft("100.00"), Draft("50.00"), Draft("30.00"));
        Assert.Equal((3, 0, "180.00", false), (first.Planned, first.Replaced, $"{first.Total}", first.Unchanged));
        var again = await Replace(own, $"run-1-{own.Id}", series, Draft("1.00"));
        Assert.Equal((3, 0, "180.00", true), (again.Planned, again.Replaced, $"{again.Total}", again.Unchanged));
        var rows = (await own.Get("/planned"))["items"]!.AsArray();
        var paid = LedgerDesk.Entry("120.00", "4103", "100201");
        await own.Post(paid);
        await Match(rows[0]!, paid, null);
        await Match(rows[1]!, paid, "20.00");
        var second = await Replace(own, $"run-2-{own.Id}", series, Draft("70.00"));
        // What is paid fulfils the new plan first; only what it has no room for stays with the old one.
        Assert.Equal((1, 3), (second.Planned, second.Replaced));
        var list = await own.Get("/planned");
        Assert.Equal(["cancelled 100.00 30.00 0.00", "cancelled 30.00 0.00 0.00", "cancelled 50.00 20.00 0.00", "matched 70.00 70.00 0.00"], list["items"]!.AsArray().Select(p => $"{p!["state"]} {p["amount"]} {p["matched"]} {p["open"]}").Order());
        Assert.Equal("""{"planned":"120.00","matched":"120.00","open":"0.00"}""", list["totals"]!.ToJsonString());
        Assert.Equal([0, 1, 3], new[] { "open", "matched", "cancelled" }.Select(s => (int)own.Get($"/planned?state={s}").GetAwaiter().GetResult()["total"]!));
        Assert.Equal(0, (int)(await own.Get("/planned?from=2026-06-21"))["total"]!);
        await using var read = desk.Store.Read(Viewer.Local);
        Assert.Equal(new PlannedSummary(Guid.Parse(own.Id), 3, 0), PlannedEntries.Summary(read, $"run-1-{own.Id}"));
        Assert.Null(PlannedEntries.Summary(read, "run-0"));
        await using var stranger = desk.Store.Read(new(Guid.CreateVersion7(), "x"));
        Assert.Null(PlannedEntries.Summary(stranger, $"run-1-{own.Id}"));
        Assert.Equal(0, (int)(await own.Get())["openPlanned"]!);
    }

    [Fact]
    public async Task Replace_WithBadRows_WritesNothing()
    {
        var own = await LedgerDesk.Open(desk);
        var refused = await Refuse(own, Draft("1.00"), Draft("1.00") with { Debit = "0" }, Draft("1.00") with { Credit = "4103" }, Draft("0.00"));
        Assert.Equal(["LDG-0105 planned.1.debit", "LDG-0113 credit", "LDG-0103 planned.3.amount"], refused.Select(r => $"{r.Code} {r.Path}"));
        Assert.Equal(0, (int)(await own.Get("/planned"))["total"]!);
    }

    [Fact]
    public async Task Candidates_ForAPlannedEntry_ComeBestFirst()
    {
        var own = await LedgerDesk.Open(desk);
        await Replace(own, $"run-{own.Id}", own.Id, Draft("100.00"));
        var planned = (await own.Get("/planned"))["items"]![0]!;
        var (far, near, part, other) = (LedgerDesk.Entry("100.00", "4103", "100201", "2026-06-10"), LedgerDesk.Entry("100.00", "4103", "100201", "2026-06-21"), LedgerDesk.Entry("60.00", "4103", "100201", "2026-06-20"), LedgerDesk.Entry("100.00", "100201", "4103"));
        var back = LedgerDesk.Entry("100.00", "4103", "100201", "2026-06-20");
        await own.Post(far, near, part, other, back);
        await desk.Post($"/api/v1/ledger/entries/{back["id"]}/reverse", new { id = Guid.CreateVersion7(), effective = "2026-06-30" }, HttpStatusCode.Created);
        var found = (await own.Get($"/planned/{planned["id"]}/candidates"))["entries"]!.AsArray();
        Assert.Equal([$"{near["id"]} 100.00 1", $"{far["id"]} 100.00 -10", $"{part["id"]} 60.00 0"], found.Select(c => $"{c!["id"]} {c["fits"]} {c["days"]}"));
        Assert.Equal("测试", $"{found[0]!["memo"]}");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync($"{own.Path}/planned/{Guid.CreateVersion7()}/candidates")).StatusCode);
    }

    [Fact]
    public async Task Match_AndUnmatch_MoveTheOpenAmount()
    {
        var own = await LedgerDesk.Open(desk);
        await Replace(own, $"run-{own.Id}", own.Id, Draft("100.00"), Draft("100.00"));
        var rows = (await own.Get("/planned"))["items"]!.AsArray();
        var (paid, foreign) = (LedgerDesk.Entry("130.00", "4103", "100201"), LedgerDesk.Entry("130.00", "100201", "4103"));
        await own.Post(paid, foreign);
        var path = $"/api/v1/ledger/planned/{rows[0]!["id"]}/matches";
        var matched = await Match(rows[0]!, paid, null);
        Assert.Equal(("matched", "0.00", 1), ($"{matched["state"]}", $"{matched["open"]}", matched["matches"]!.AsArray().Count));
        Assert.True(JsonNode.DeepEquals(matched, await Match(rows[0]!, paid, null)));
        Assert.Equal("LDG-0123", await own.Refused(HttpMethod.Post, path, new { entryId = $"{paid["id"]}", amount = "99.00" }));
        Assert.Equal("LDG-0122", await own.Refused(HttpMethod.Post, path, new { entryId = $"{foreign["id"]}" }));
        var second = $"/api/v1/ledger/planned/{rows[1]!["id"]}/matches";
        Assert.Equal("LDG-0123", await own.Refused(HttpMethod.Post, second, new { entryId = $"{foreign["id"]}" }));
        Assert.Equal("LDG-0123", await own.Refused(HttpMethod.Post, second, new { entryId = Guid.CreateVersion7() }));
        Assert.Equal("LDG-0123", await own.Refused(HttpMethod.Post, second, new { entryId = $"{paid["id"]}", amount = "30.01" }));
        Assert.Equal("LDG-0103", await own.Refused(HttpMethod.Post, second, new { entryId = $"{paid["id"]}", amount = "x" }));
        Assert.Equal(("partly", "70.00"), (await Match(rows[1]!, paid, null)) is var partly ? ($"{partly["state"]}", $"{partly["open"]}") : default);
        Assert.Equal(["100.00", "30.00"], (await desk.Get($"/api/v1/ledger/entries/{paid["id"]}"))["planned"]!.AsArray().Select(p => $"{p!["amount"]}"));
        var open = await Desk.Desk.Json(await desk.Http.DeleteAsync($"{path}/{paid["id"]}"), HttpStatusCode.OK);
        Assert.Equal(("open", "100.00"), ($"{open["state"]}", $"{open["open"]}"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.DeleteAsync($"{path}/{paid["id"]}")).StatusCode);

        // A correction opens again what the entry fulfilled.
        await desk.Post($"/api/v1/ledger/entries/{paid["id"]}/reverse", new { id = Guid.CreateVersion7(), effective = "2026-06-30" }, HttpStatusCode.Created);
        Assert.Equal(["open 100.00", "open 100.00"], (await own.Get("/planned"))["items"]!.AsArray().Select(p => $"{p!["state"]} {p["open"]}"));
        Assert.Equal("WEB-0105", await own.Refused(HttpMethod.Post, $"/api/v1/ledger/planned/{Guid.CreateVersion7()}/matches", new { entryId = Guid.CreateVersion7() }, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Post_ForAPlannedEntry_MatchesItOrPostsNothing()
    {
        var own = await LedgerDesk.Open(desk);
        await Replace(own, $"run-{own.Id}", own.Id, Draft("100.00"));
        var planned = (await own.Get("/planned"))["items"]![0]!;
        var (wrong, right) = (LedgerDesk.Entry("100.00", "100202", "400201"), LedgerDesk.Entry("40.00", "4103", "100201"));
        wrong["planned"] = $"{planned["id"]}";
        right["planned"] = $"{planned["id"]}";
        var results = await own.Post(wrong, right, right);
        Assert.Equal(["refused", "created", "exists"], results.Select(r => $"{r!["result"]}"));
        Assert.Equal("LDG-0123", $"{results[0]!["errors"]![0]!["code"]}");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync($"/api/v1/ledger/entries/{wrong["id"]}")).StatusCode);
        Assert.Equal("60.00", $"{(await own.Get("/planned"))["items"]![0]!["open"]}");
    }

    private static PlannedDraft Draft(string yuan) => new(Due, "4103", "100201", Money.Cny(decimal.Parse(yuan)), "A.interest", new("利息", "Interest"));

    private async Task<PlannedChange> Replace(LedgerDesk own, string set, string series, params PlannedDraft[] drafts)
    {
        var written = await desk.Store.Commits.Once(Viewer.Local, null, TimeProvider.System, work => Task.FromResult(desk.Part<PlannedEntries>().Replace(work, Guid.Parse(own.Id), set, series, "测算 1", drafts)));
        Assert.Empty(written.Refusals);
        return written.Value!;
    }

    private async Task<IReadOnlyList<Refusal>> Refuse(LedgerDesk own, params PlannedDraft[] drafts) =>
        (await desk.Store.Commits.Once(Viewer.Local, null, TimeProvider.System, work => Task.FromResult(desk.Part<PlannedEntries>().Replace(work, Guid.Parse(own.Id), "bad", "bad", "bad", drafts)))).Refusals;

    private Task<JsonNode> Match(JsonNode planned, JsonNode entry, string? amount) =>
        desk.Post($"/api/v1/ledger/planned/{planned["id"]}/matches", new { entryId = $"{entry["id"]}", amount });
}
