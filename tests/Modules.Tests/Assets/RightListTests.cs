using System.Net;
using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Lists in every order, the same list as a workbook, and what hangs together with a right.</summary>
public sealed class RightListTests(Desk.Desk desk)
{
    private static int given = 63_000_000;

    [Fact]
    public async Task List_InEveryOrder_AndItsExport_ShowTheSameRights()
    {
        var mark = $"清单{Fresh()[6..11]}";
        await Right(new { title = $"{mark}乙", owners = new[] { new { name = "Beta公司" } }, dates = new { filing = "2019-03-01" } });
        await Right(new { title = $"{mark}丙", owners = new[] { new { name = "Alpha公司" } }, dates = new { filing = "2018-03-01" } });
        await Right(new { title = $"{mark}=1+1", owners = new[] { new { name = "Gamma公司" } }, dates = new { filing = "2020-03-01" } });
        async Task<List<string>> Titles(string sort) => [.. (await desk.Get($"/api/v1/rights?query={mark}&sort={sort}"))["items"]!.AsArray().Select(r => $"{r!["title"]}"[mark.Length..])];
        Assert.Equal(["=1+1", "丙", "乙"], await Titles("newest"));
        Assert.Equal(["乙", "丙", "=1+1"], await Titles("number"));
        Assert.Equal(["=1+1", "乙", "丙"], await Titles("filed"));
        Assert.Equal(["丙", "乙", "=1+1"], await Titles("expires"));
        Assert.Equal(["=1+1", "丙", "乙"], await Titles("title"));
        Assert.Equal(["丙", "乙", "=1+1"], await Titles("holder"));

        // Exactly the list, in its order; a title that looks like a formula stays a title; the same question gives the same bytes.
        var path = $"/api/v1/rights/export?query={mark}&sort=holder&day=2026-11-28";
        var bytes = await desk.Http.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(bytes, await desk.Http.GetByteArrayAsync(path, TestContext.Current.CancellationToken));
        var cells = WorkbookReader.Read(bytes).Value.Sheets[0].Cells;
        Assert.Equal([$"{mark}丙", $"{mark}乙", $"{mark}=1+1"], cells.Where(c => c.Text.StartsWith(mark, StringComparison.Ordinal)).Select(c => c.Text));
        Assert.Contains(cells, c => c.Text == "Alpha公司");
        using var wrong = await desk.Http.GetAsync("/api/v1/rights/export?sort=luck", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact]
    public async Task Fees_OfALapsedRight_EndWithTheYearThatWasNotPaid()
    {
        var id = await Right(new { title = "x", dates = new { filing = "2019-02-15", grant = "2021-05-07" } });
        async Task<List<string>> Due(string day) => [.. (await desk.Get($"/api/v1/rights/{id}?day={day}"))["fees"]!.AsArray().Select(f => $"{f!["due"]}")];
        Assert.Equal("2038-02-15", (await Due("2026-11-28"))[^1]);
        await desk.Post($"/api/v1/rights/{id}/events", new { effect = "lapsed", recordedOn = "2025-10-15", effectiveOn = "2025-02-15" }, HttpStatusCode.Created);
        Assert.Equal("2025-02-15", (await Due("2026-11-28"))[^1]);
        Assert.Equal("2038-02-15", (await Due("2024-11-28"))[^1]);
    }

    [Fact]
    public async Task Family_OfARight_NamesItsOtherRights()
    {
        var family = $"F{Fresh()[5..12]}";
        var first = await Right(new { title = "同族一", familyId = family });
        var second = await Right(new { title = "同族二", familyId = family });
        var relatives = (await desk.Get($"/api/v1/rights/{first}"))["family"]!["rights"]!.AsArray();
        Assert.Equal([second], relatives.Select(r => $"{r!["id"]}"));
        Assert.Equal("同族二", $"{relatives[0]!["title"]}");
    }

    private async Task<string> Right(object statement) => $"{(await desk.Post("/api/v1/rights", new { kind = "invention", number = Fresh(), statement }, HttpStatusCode.Created))["right"]!["id"]}";

    private static string Fresh()
    {
        var digits = $"20211{Interlocked.Increment(ref given) % 10_000_000:D7}";
        return $"{digits}.{CnNumber.Check(digits)}";
    }
}
