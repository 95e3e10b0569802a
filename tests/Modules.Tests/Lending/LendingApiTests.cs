using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Valuation;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A pledge through the server: pasted numbers, a filing that is stopped until its grounds are settled, a defect notice answered, a release that two people agree to.</summary>
public sealed class LendingApiTests
{
    [Fact]
    public async Task Registration_FromPastedNumbersToPartialRelease_GoesThroughTheServer()
    {
        await using var house = await ValuationHouse.Open();
        var rights = new[] { await house.Right("甲公司"), await house.Right("甲公司", "另一种阀门"), await house.Right("乙公司", "他人的阀门") };
        var numbers = new List<string>();
        foreach (var right in rights)
        {
            numbers.Add($"{(await house.Get($"/api/v1/rights/{right}"))["right"]!["number"]}");
        }

        await Checked(house, numbers);
        var party = new { name = "甲公司", address = "某市某路 1 号" };
        var order = new { contractNo = "ZY-2026-1", mainContractNo = "JK-1", pledgors = new[] { party }, pledgee = new { name = "丙银行", address = "某市某路 2 号" }, claimKind = "loan", secured = "1000000.01", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = "本金、利息与实现质权的费用", items = rights.Take(2).Select(r => new { rightId = r, value = "800000.00", valueSource = "评估报告" }).ToArray() };
        var made = await house.Post("/api/v1/pledges", order, HttpStatusCode.Created, key: "p-1");
        Assert.Equal($"{made}", $"{await house.Post("/api/v1/pledges", order, HttpStatusCode.Created, key: "p-1")}");
        Assert.Equal("LEN-0111", $"{(await house.Post("/api/v1/pledges", order, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal(["500000.01", "500000.00"], made["items"]!.AsArray().Select(i => $"{i!["allocated"]}"));
        var (pledge, path) = ($"{made["row"]!["id"]}", $"/api/v1/registrations/{made["registrations"]![0]!["id"]}");

        await Filed(house, path, rights);
        await house.Post($"{path}/registry-steps", new { act = "accept", on = "2026-03-03", receiptNo = "SL-1" }, HttpStatusCode.Created);
        var defect = await house.Post($"{path}/registry-steps", new { act = "notify_defect", on = "2026-03-04", receiptNo = "BZ-1", note = "请补交委托书" }, HttpStatusCode.Created);
        Assert.Equal(("2026-03-19", "cure"), ($"{defect["row"]!["due"]}", $"{defect["row"]!["dueKind"]}"));
        await house.Post($"{path}/steps", new { act = "answer_defect", on = "2026-03-05", documents = new[] { new { name = "委托书.pdf", sha256 = new string('a', 64) } } }, HttpStatusCode.Created);
        var registered = await house.Post($"{path}/registry-steps", new { act = "register", on = "2026-03-06", effective = "2026-03-05", registrationNo = "Y2026330000001" }, HttpStatusCode.Created);
        Assert.Equal(("registered", "2026-03-06", "2026-03-05", ""), ($"{registered["row"]!["state"]}", $"{registered["row"]!["registered"]}", $"{registered["row"]!["effective"]}", $"{registered["row"]!["expires"]}"));
        Assert.Contains((await house.Get($"/api/v1/rights/{rights[0]}?day=2026-03-06"))["encumbrances"]!.AsArray(), e => $"{e!["origin"]} {e["registrationNo"]}" == "registration Y2026330000001");

        // Neither by hand nor by one person alone does a pledge that is registered go away.
        var encumbrance = (await house.Get($"/api/v1/rights/{rights[0]}"))["encumbrances"]!.AsArray().Single()!["id"];
        Assert.Equal("AST-0204", $"{(await house.Post($"/api/v1/rights/{rights[0]}/encumbrances/{encumbrance}/end", new { on = "2026-04-01", note = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        var asked = await house.Post($"{path}/cancellation", new { act = "request_cancel", on = "2026-04-01", rights = new[] { rights[1] } }, HttpStatusCode.Accepted);
        Assert.Equal("registered", $"{(await house.Get(path))["row"]!["state"]}");
        await Agreed(house, $"{asked["approval"]}", path);
        await house.Post($"{path}/registry-steps", new { act = "confirm_cancel", on = "2026-04-03", receiptNo = "ZX-1" }, HttpStatusCode.Created);
        var after = await house.Get($"/api/v1/pledges/{pledge}");
        Assert.Equal(("perfected", "500000.01", "released"), ($"{after["row"]!["state"]}", $"{after["row"]!["secured"]}", $"{after["items"]![1]!["state"]}"));

        var zip = await house.Http.GetAsync($"{path}/package.zip");
        Assert.Equal(("application/zip", true), (zip.Content.Headers.ContentType!.MediaType, zip.Headers.Contains("X-Evidence-Id")));
        var leaves = (await house.Get($"/api/v1/evidence/subjects/pledge/{pledge}"))["leaves"]!.AsArray().Select(l => $"{l!["event"]}").ToHashSet();
        Assert.Superset(new HashSet<string> { "PledgeMade", "GroundStated", "RegistrationMoved", "PledgeRegistered", "PledgeReleased", "FilingPackageMade" }, leaves);
        Assert.Equal([$"{made["registrations"]![0]!["id"]}"], (await house.Get("/api/v1/registrations?q=ZY-2026&registry=patent&state=registered"))["items"]!.AsArray().Select(r => $"{r!["id"]}"));
    }

    /// <summary>Any spelling, what is repeated, unknown or mistyped, and whose right it is not.</summary>
    private static async Task Checked(ValuationHouse house, List<string> numbers)
    {
        var pasted = $"序号\t专利号\nZL{numbers[0]}，{numbers[1].Replace(".", "", StringComparison.Ordinal)}\n{numbers[0]}\n{numbers[2]}\n201799999999.9\n{numbers[0][..^1]}{(numbers[0][^1] == '0' ? '1' : '0')}";
        var answer = await house.Post("/api/v1/registrations/precheck", new { numbers = pasted, debtEnd = "2028-12-31", pledgors = new[] { new { name = "甲公司" } } });
        var rows = answer["rows"]!.AsArray();
        Assert.Equal(["unverified", "unverified", "repeated", "fails", "unknown", "unknown"], rows.Select(r => $"{r!["outcome"]}"));
        Assert.Equal(numbers[1], $"{rows[1]!["number"]}");
        Assert.Equal(["P07", "P11", "P12"], rows[0]!["grounds"]!.AsArray().Where(g => $"{g!["outcome"]}" == "unverified").Select(g => $"{g!["code"]}"));
        var owner = rows[3]!["grounds"]![0]!;
        Assert.Equal(("P01", "fails", "hard"), ($"{owner["code"]}", $"{owner["outcome"]}", $"{owner["kind"]}"));
        Assert.Contains("乙公司", $"{owner["fact"]}", StringComparison.Ordinal);
        Assert.NotEqual("", $"{owner["asOf"]}");
        Assert.Equal("LEN-0005", $"{(await house.Post("/api/v1/registrations/precheck", new { numbers = "，；", debtEnd = "2028-12-31", pledgors = Array.Empty<object>() }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    private static async Task Filed(ValuationHouse house, string path, string[] rights)
    {
        await house.Post($"{path}/steps", new { act = "sign", on = "2026-03-02" }, HttpStatusCode.Created);
        var submit = new { act = "submit", on = "2026-03-02", channel = "online" };
        var refused = await house.Post($"{path}/steps", submit, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("LEN-0209", 4), ($"{refused["code"]}", refused["errors"]!.AsArray().Count));
        foreach (var ground in (string[])["P11", "P12"])
        {
            await house.Post($"{path}/statements", new { kind = "confirmation", ground, who = "客户经理", document = "复审无效检索记录", on = "2026-03-02" }, HttpStatusCode.Created);
        }

        Assert.Equal("LEN-0217", $"{(await house.Post($"{path}/statements", new { kind = "confirmation", ground = "P99", who = "x", document = "x", on = "2026-03-02" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0218", $"{(await house.Post($"{path}/statements", new { kind = "consent", ground = "P08", who = "x", document = "x", on = "2026-03-02", rightId = rights[2] }, HttpStatusCode.UnprocessableEntity))["code"]}");
        var filed = await house.Post($"{path}/steps", submit, HttpStatusCode.Created);
        Assert.Equal(("submitted", "2026-03-04", "office"), ($"{filed["row"]!["state"]}", $"{filed["row"]!["due"]}", $"{filed["row"]!["dueKind"]}"));
        Assert.Equal("LEN-0201", $"{(await house.Post($"{path}/steps", submit, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0002", $"{(await house.Post($"{path}/steps", new { act = "register", on = "2026-03-03" }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    private static async Task Agreed(ValuationHouse house, string approval, string path)
    {
        using var risk = await house.As("risk-manager");
        await house.Post($"/api/v1/approvals/{approval}/decide", new { round = 1, decision = "approve" }, who: risk);
        JsonNode now = null!;
        for (var tries = 0; tries < 300 && $"{(now = await house.Get(path))["row"]!["state"]}" != "cancel_pending"; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal("cancel_pending", $"{now["row"]!["state"]}");
    }
}
