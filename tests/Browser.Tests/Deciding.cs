using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Xunit;

namespace Zhirong.Browser.Tests;

/// <summary>The second person, on his own page.</summary>
internal static class Deciding
{
    /// <summary>Agrees to the newest thing of an act that waits for him; returns once it is done.</summary>
    public static async Task Agreed(Desk desk, string act, string login = "approver")
    {
        using var http = await desk.Client(login);
        JsonNode? asked = null;
        for (var tries = 0; tries < 100 && asked is null; tries++)
        {
            var waiting = JsonNode.Parse(await http.GetStringAsync("/api/v1/approvals?pageSize=500"))!["items"]!.AsArray();
            asked = waiting.Where(row => $"{row!["act"]}" == act).OrderBy(row => $"{row!["openedAt"]}", StringComparer.Ordinal).LastOrDefault();
            await Task.Delay(asked is null ? 100 : 0);
        }

        Assert.True(asked is not null, $"nothing of {act} waits for {login}");
        await using var page = await desk.Blank(login: login);
        await page.Go($"/approvals/{asked["id"]}");
        await page.Button("同意", exact: true).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已办理", new() { Timeout = 40_000 });
    }
}
