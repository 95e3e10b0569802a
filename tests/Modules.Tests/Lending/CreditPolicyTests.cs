using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A version of a credit policy from the first draft over a second person's approval to the day it decides, on both databases.</summary>
public sealed class CreditPolicyTests
{
    private const string Policies = "/api/v1/lending/policies";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Version_FromDraftToItsDay_DecidesFromThenOnAndLeavesOldDecisionsAlone(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var (path, number) = await Assessed(house);
        var shipped = await house.Get($"{Policies}/three-views");
        var (text, hash) = ($"{shipped["text"]}", $"{shipped["versions"]![0]!["hash"]}");
        var today = DateOnly.ParseExact($"{(await house.Get(path))["assessments"]![0]!["result"]!["day"]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

        // What is refused, each by its number, before anybody is asked to approve it.
        var stricter = text.Replace("name: pass_total, value: 60", "name: pass_total, value: 90", StringComparison.Ordinal);
        Assert.Equal("LEN-1004", await Refused(house, Changed(text, "2", $"sha256:{new string('0', 64)}", today)));
        Assert.Equal("LEN-1003", await Refused(house, Changed(text, "2", hash, today.AddDays(-1))));
        Assert.Equal("LEN-1002", await Refused(house, Changed(text, "1", hash, today)));
        Assert.Equal("LEN-1001", await Refused(house, Changed(text, "2", hash, today).Replace("id: three-views", "id: other", StringComparison.Ordinal)));
        Assert.Equal("POL-0308", await Refused(house, Changed(stricter, "2", hash, today)));
        Assert.Equal("LEN-0007", await Refused(house, Changed(text, "2", hash, today), from: 3));

        // The analysis says the same while it is written, with the fields that differ; the replay says whom it would hit.
        var second = Changed(text.Replace("zh: 通过线", "zh: 通过分数线", StringComparison.Ordinal), "2", hash, today);
        var examined = await house.Post($"{Policies}/examine", new { text = second });
        Assert.True(examined["passes"]!.GetValue<bool>());
        Assert.Equal(hash, $"{examined["parent"]}");
        Assert.Contains(examined["changes"]!.AsArray(), c => $"{c!["path"]} {c["before"]} {c["after"]}" == "parameters.0.zh 通过线 通过分数线");
        Assert.Equal("POL-0308", $"{(await house.Post($"{Policies}/examine", new { text = stricter }))["findings"]![0]!["code"]}");
        Assert.Equal(number, $"{(await house.Post("/api/v1/lending/replays", new { text = stricter }))["changes"]![0]!["number"]}");

        await Approved(house, second, from: 0, versions: 2);
        await house.Post($"{path}/review", new { act = "assess", baseVersion = await Version(house, path) });
        await Approved(house, Changed(second, "3", $"{(await house.Get($"{Policies}/three-views"))["versions"]![0]!["hash"]}", today.AddDays(30), parentBefore: hash), from: 1, versions: 3);
        var assessed = await house.Post($"{path}/review", new { act = "assess", baseVersion = await Version(house, path) });

        // The second decides, the third waits for its day, the first decision is still made again to the byte.
        Assert.Equal(["2", "2", "1"], assessed["assessments"]!.AsArray().Select(a => $"{a!["policyVersion"]}"));
        Assert.True((await house.Get($"{path}/assessments/1/replay"))["same"]!.GetValue<bool>());
        var detail = await house.Get($"{Policies}/three-views");
        Assert.Equal(["3 scheduled", "2 in_force", "1 past"], detail["versions"]!.AsArray().Select(v => $"{v!["version"]} {v["state"]}"));
        var row = (await house.Get(Policies))["rows"]!.AsArray().Single(r => $"{r!["code"]}" == "three-views")!;
        Assert.Equal(("2", "3", "1"), ($"{row["version"]}", $"{row["next"]}", $"{row["decided"]}"));
        Assert.Equal("赵岩", $"{row["checker"]}");
        Assert.NotEqual($"{row["author"]}", $"{row["checker"]}");
    }

    /// <summary>What is wrong with a table is named with an input that shows it; what cannot be read is named by its place.</summary>
    [Fact]
    public async Task Examine_ATableWithAGapAndAnOverlap_GivesAnExampleOfEach()
    {
        await using var house = await ValuationHouse.Open();
        var text = $"{(await house.Get($"{Policies}/pledge-rate"))["text"]}";
        var gap = await house.Post($"{Policies}/examine", new { text = text.Replace("\">= short_term_days\"], then: [cap_invention]", "\"> 800\"], then: [cap_invention]", StringComparison.Ordinal) });
        var found = gap["findings"]!.AsArray().Single(f => $"{f!["code"]}" == "POL-0301")!;
        Assert.StartsWith("steps.cap", $"{found["path"]}", StringComparison.Ordinal);
        Assert.Contains(found["example"]!.AsArray(), e => $"{e!["input"]} {e["value"]}" == "ip.category invention");
        var overlap = await house.Post($"{Policies}/examine", new { text = text.Replace("not(invention, utility_model, trademark)", "not(invention, utility_model)", StringComparison.Ordinal) });
        Assert.Contains(overlap["findings"]!.AsArray(), f => $"{f!["code"]}" == "POL-0302" && $"{f["path"]}" == "steps.cap.rows.other");
        var unknown = await house.Post($"{Policies}/examine", new { text = text.Replace("then: [cap_invention]", "then: [cap_inventions]", StringComparison.Ordinal) });
        Assert.Equal(("false", "steps.cap.rows.invention.then.rate"), ($"{unknown["readable"]}", $"{unknown["findings"]![0]!["path"]}"));
        Assert.False((await house.Post($"{Policies}/examine", new { text = "schema: [" }))["readable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Try_TypedFactsAndAStoredApplication_ShowsRowsWithTheirMargins()
    {
        await using var house = await ValuationHouse.Open();
        var (path, number) = await Assessed(house);
        var text = $"{(await house.Get($"{Policies}/pledge-rate"))["text"]}";
        var facts = new Dictionary<string, object> { ["ip.category"] = "invention", ["ip.value"] = new { value = "8000000.00", date = "2026-02-01" }, ["ip.in_force"] = "true", ["ip.seized"] = "false", ["ip.pledged"] = "false", ["ip.expires"] = "2027-03-01", ["loan.ends"] = "2027-03-02", ["x"] = "" };
        var tried = (await house.Post($"{Policies}/try", new { text, day = "2026-03-02", facts }))["decision"]!;
        Assert.Equal(("decline", "PL-104"), ($"{tried["outcome"]}", $"{tried["reasons"]![0]!["code"]}"));
        Assert.Equal("-1", $"{tried["steps"]![0]!["fired"]![0]!["conditions"]![0]!["has"]}");
        Assert.Equal("POL-0402", $"{(await house.Post($"{Policies}/try", new { text, facts = new { no = "1" } }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-1006", $"{(await house.Post($"{Policies}/try", new { text, application = "SQ-0" }, HttpStatusCode.UnprocessableEntity))["code"]}");

        var stored = await house.Post($"{Policies}/try", new { text = $"{(await house.Get($"{Policies}/three-views"))["text"]}", application = number });
        Assert.Equal($"{(await house.Get(path))["assessments"]![0]!["result"]!["decision"]!["factsHash"]}", $"{stored["decision"]!["factsHash"]}");
    }

    /// <summary>A table leaves as a workbook and its rows come back as they were; a DMN file becomes a draft; another workbook is refused.</summary>
    [Fact]
    public async Task Files_TableToWorkbookAndBack_KeepsEveryCell()
    {
        await using var house = await ValuationHouse.Open();
        var text = $"{(await house.Get($"{Policies}/pledge-rate"))["text"]}";
        using var sheet = await house.Http.PostAsJsonAsync($"{Policies}/sheet", new { text, step = "cap" });
        var bytes = await sheet.Content.ReadAsByteArrayAsync();
        var rows = (await Sent(house, $"{Policies}/sheet/rows", bytes))["rows"]!.AsArray().Select(r => r!.AsArray().Select(c => $"{c}").ToArray()).ToList();
        Assert.Equal(["id", "when.category", "when.spare", "then.rate", "outcome", "reason", "note"], rows[0]);
        Assert.Equal(["invention-short", "invention", "< short_term_days", "cap_invention * short_term_factor"], rows[2][..4]);
        Assert.Equal(7, rows.Count);
        Assert.Equal("LEN-1005", $"{(await house.Post($"{Policies}/sheet", new { text, step = "none" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.StartsWith("OFF-", $"{(await Sent(house, $"{Policies}/sheet/rows", Encoding.UTF8.GetBytes("x")))["code"]}", StringComparison.Ordinal);

        const string Dmn = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rates" name="rates"><inputData id="a" name="age"><variable name="age" typeRef="number"/></inputData><decision id="d" name="rate"><variable name="rate" typeRef="number"/><informationRequirement><requiredInput href="#a"/></informationRequirement><decisionTable hitPolicy="UNIQUE"><input><inputExpression typeRef="number"><text>age</text></inputExpression></input><output typeRef="number"/><rule><inputEntry><text>&lt; 3</text></inputEntry><outputEntry><text>0.5</text></outputEntry></rule><rule><inputEntry><text>&gt;= 3</text></inputEntry><outputEntry><text>0.4</text></outputEntry></rule></decisionTable></decision></definitions>""";
        var draft = $"{(await Sent(house, $"{Policies}/dmn", Encoding.UTF8.GetBytes(Dmn)))["text"]}";
        Assert.True((await house.Post($"{Policies}/examine", new { text = draft }))["readable"]!.GetValue<bool>());
    }

    private static async Task<JsonNode> Sent(ValuationHouse house, string path, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } };
        using var answer = await house.Http.PostAsync(path, content);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>The text as a further version: its number, its parent, its first day.</summary>
    private static string Changed(string text, string version, string parent, DateOnly from, string? parentBefore = null)
    {
        var head = $"version: \"{version}\"\nparent: {parent}\neffective: {{from: {from:yyyy-MM-dd}}}\n";
        var lines = text.Split('\n').Where(l => !l.StartsWith("version:", StringComparison.Ordinal) && !l.StartsWith("effective:", StringComparison.Ordinal) && (parentBefore is null || !l.StartsWith("parent:", StringComparison.Ordinal))).ToList();
        lines.Insert(2, head.TrimEnd());
        return string.Join('\n', lines);
    }

    private static async Task<string> Refused(ValuationHouse house, string text, int from = 0) =>
        $"{(await house.Post(Policies, new { code = "three-views", from, text, reason = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}";

    private static async Task<int> Version(ValuationHouse house, string path) => (await house.Get(path))["row"]!["version"]!.GetValue<int>();

    private static async Task Approved(ValuationHouse house, string text, int from, int versions)
    {
        var asked = await house.Post(Policies, new { code = "three-views", from, text, reason = "分数线" }, HttpStatusCode.Accepted);
        using var risk = await house.As("risk-manager");
        await house.Post($"/api/v1/approvals/{asked["approval"]}/decide", new { round = 1, decision = "approve" }, who: risk);
        for (var tries = 0; tries < 300 && (await house.Get($"{Policies}/three-views"))["versions"]!.AsArray().Count < versions; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(versions, (await house.Get($"{Policies}/three-views"))["versions"]!.AsArray().Count);
    }

    /// <summary>An application with every rating known, submitted and assessed once.</summary>
    private static async Task<(string Path, string Number)> Assessed(ValuationHouse house)
    {
        var firm = $"{(await house.Post("/api/v1/firms", new { code = "91310115591693856A", name = "甲公司", region = "330106" }, HttpStatusCode.Created))["firm"]!["id"]}";
        var ratings = new Dictionary<string, object> { ["patent.inventions"] = 5, ["patent.score"] = "72", ["patent.litigation"] = "none", ["equity.rounds"] = 1, ["equity.founder_share"] = "0.45", ["equity.share_pledged"] = "0.1", ["market.revenue_growth"] = "0.15", ["market.orders_cover"] = "0.6", ["market.top_customer"] = "0.35" };
        var drafted = await house.Post("/api/v1/lending/applications", new { form = new { firmId = firm, product = "standard-pledge", amount = "1000000.00", months = 12, purpose = "采购", ratings } }, HttpStatusCode.Created);
        var path = $"/api/v1/lending/applications/{drafted["row"]!["id"]}";
        await house.Post($"{path}/steps", new { act = "submit", baseVersion = 1 });
        await house.Post($"{path}/review", new { act = "assess", baseVersion = 2 });
        return (path, $"{drafted["row"]!["number"]}");
    }
}
