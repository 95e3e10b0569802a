using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>Diligence from the register and from people, kept and held against an appraisal, on both databases.</summary>
public sealed class DiligenceApiTests
{
    private const string Code = "91310115591693856A";

    /// <summary>Today in China: what is typed in stands from today.</summary>
    private static string Day { get; } = $"{DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime):yyyy-MM-dd}";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Diligence_OfAFirmWithThreeFlaws_FindsThemAndLowersTheAppraisal(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var rights = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            rights.Add(await house.Right("甲公司", $"一种阀门 {i}", $"201{6 + i}-02-15", trl: 9));
        }

        var firm = await house.Firm(Code, "甲公司");
        var product = await house.Product(firm, "电磁阀", rights);
        var appraisal = await Appraised(house, firm, product);
        var before = ValuationHouse.Fen(appraisal["row"]!["total"]);

        // Nothing but the register: nothing is lowered, and what nobody knows does not pass.
        var first = await house.Post("/api/v1/diligence", new { firmId = firm, day = Day, purpose = "pledge", appraisalId = $"{appraisal["row"]!["id"]}" }, HttpStatusCode.Created, key: "d-1");
        Assert.Equal($"{first}", $"{await house.Post("/api/v1/diligence", new { firmId = firm, day = Day, purpose = "pledge", appraisalId = $"{appraisal["row"]!["id"]}" }, HttpStatusCode.Created, key: "d-1")}");
        Assert.Equal(("open", "0", "4"), ($"{first["row"]!["answer"]}", $"{first["row"]!["fatal"]}", $"{first["row"]!["rights"]}"));
        Assert.Equal("unknown", State(first, "freeze", rights[0]));
        Assert.Equal("clear", State(first, "title-holder", rights[0]));
        Assert.Empty(first["since"]!["changes"]!.AsArray());
        Assert.Equal(before, ValuationHouse.Fen(first["row"]!["before"]));

        // Three flaws: a lapse by an event, a second holder, a freeze.
        await house.Post($"/api/v1/rights/{rights[0]}/events", new { effect = "lapsed", recordedOn = "2026-02-20", effectiveOn = "2025-08-15", text = "未缴年费专利权终止" }, HttpStatusCode.Created);
        await house.Post($"/api/v1/rights/{rights[1]}/statements", new { owners = new[] { new { name = "甲公司", share = 0.7m }, new { name = "乙大学", share = 0.3m } } }, HttpStatusCode.Created);
        await house.Post("/api/v1/diligence/answers", new { subject = "right", subjectId = rights[2], fact = "freeze", value = "yes", source = "某区人民法院协助执行通知书", sourceDate = "2026-03-01" }, HttpStatusCode.Created);
        var second = await house.Post("/api/v1/diligence", new { firmId = firm, day = Day, purpose = "pledge", appraisalId = $"{appraisal["row"]!["id"]}" }, HttpStatusCode.Created);
        Assert.Equal("no", $"{second["row"]!["answer"]}");
        Assert.Equal(("finding fatal", "finding major", "finding fatal"), (State(second, "state", rights[0]), State(second, "title-holder", rights[1]), State(second, "freeze", rights[2])));
        Assert.Equal($"{first["row"]!["id"]}", $"{second["since"]!["previousId"]}");
        Assert.Superset(new HashSet<string> { $"state {rights[0]}", $"title-holder {rights[1]}", $"freeze {rights[2]}" }, second["since"]!["changes"]!.AsArray().Select(c => $"{c!["item"]} {c["right"]}").ToHashSet());

        // The kept one is what it was, and the appraisal is read with the newest.
        Assert.Equal(first["result"]!.ToJsonString(), (await house.Get($"/api/v1/diligence/{first["row"]!["id"]}"))["result"]!.ToJsonString());
        var opened = await house.Get($"/api/v1/appraisals/{appraisal["row"]!["id"]}");
        var lines = opened["afterDiligence"]!["rights"]!.AsArray().ToDictionary(r => $"{r!["id"]}", r => r!);
        Assert.Equal(("0", "0.00", "0"), ($"{lines[rights[0]]["factor"]}", $"{lines[rights[0]]["after"]}", $"{lines[rights[2]]["factor"]}"));
        Assert.Equal("0.7", $"{lines[rights[1]]["factor"]}");
        Assert.Equal(ValuationHouse.Fen(lines[rights[3]]["before"]), ValuationHouse.Fen(lines[rights[3]]["after"]));
        Assert.Equal(ValuationHouse.Fen(opened["afterDiligence"]!["value"]), lines.Values.Sum(l => ValuationHouse.Fen(l["after"])));
        Assert.Equal($"{opened["afterDiligence"]!["value"]}", $"{second["row"]!["after"]}");
        Assert.Equal(("fatal", $"{second["row"]!["id"]}"), ($"{opened["diligence"]!["grade"]}", $"{opened["diligence"]!["id"]}"));
        Assert.Equal($"{second["row"]!["after"]}", $"{(await house.Get("/api/v1/appraisals"))["items"]![0]!["afterDiligence"]}");

        // A flaw taken away restores its line, and only that.
        await house.Post("/api/v1/diligence/answers", new { subject = "right", subjectId = rights[2], fact = "freeze", value = "no", source = "解除保全通知书", sourceDate = Day }, HttpStatusCode.Created);
        var third = await house.Post("/api/v1/diligence", new { firmId = firm, day = Day, purpose = "pledge", appraisalId = $"{appraisal["row"]!["id"]}" }, HttpStatusCode.Created);
        Assert.Equal("clear", State(third, "freeze", rights[2]));
        Assert.Equal(ValuationHouse.Fen(third["row"]!["after"]), ValuationHouse.Fen(second["row"]!["after"]) + ValuationHouse.Fen(lines[rights[2]]["before"]));

        Assert.Equal([$"{third["row"]!["id"]}", $"{second["row"]!["id"]}"], (await house.Get($"/api/v1/diligence?firm={firm}&right={rights[0]}&answer=no"))["items"]!.AsArray().Select(i => $"{i!["id"]}"));
        Assert.Equal([true, false], (await house.Get($"/api/v1/diligence/answers?subject={rights[2]}"))["items"]!.AsArray().Select(i => (bool)i!["stands"]!));
        Assert.Equal("DiligenceMade", $"{(await house.Get($"/api/v1/evidence/subjects/diligence/{third["row"]!["id"]}"))["leaves"]![0]!["event"]}");
        await using var read = house.Store.Read(Viewer.Everything("check the room's books in a test"));
        Assert.All(new ValuationTables().Verify(read.Session).ToList(), check => Assert.Empty(check.Wrong));
    }

    [Fact]
    public async Task Diligence_AskedWrongly_IsRefusedByItsNumber()
    {
        await using var house = await ValuationHouse.Open();
        var right = await house.Right("甲公司");
        var firm = await house.Firm(Code, "甲公司", figures: false);
        foreach (var (body, code, path) in ((object, string, string)[])
        [
            (new { day = Day, purpose = "pledge" }, "DIL-1101", "firmId"),
            (new { firmId = Guid.NewGuid(), day = Day, purpose = "pledge" }, "VAL-2005", "firmId"),
            (new { rightIds = new[] { Guid.NewGuid() }, day = Day, purpose = "pledge" }, "VAL-2007", "rightIds.0"),
            (new { firmId = firm, day = Day, purpose = "gift" }, "VAL-2002", "purpose"),
            (new { firmId = firm, day = "2199-01-01", purpose = "pledge" }, "DIL-1105", "day"),
            (new { firmId = firm, day = Day, purpose = "pledge", appraisalId = Guid.NewGuid() }, "DIL-1104", "appraisalId"),
        ])
        {
            var refused = await house.Post("/api/v1/diligence", body, HttpStatusCode.UnprocessableEntity);
            Assert.Equal((code, path), ($"{refused["code"]}", $"{refused["errors"]![0]!["path"]}"));
        }

        foreach (var (body, code) in ((object, string)[])
        [
            (new { subject = "right", subjectId = right, fact = "freez", value = "no", source = "x", sourceDate = Day }, "DIL-1201"),
            (new { subject = "firm", subjectId = firm, fact = "freeze", value = "no", source = "x", sourceDate = Day }, "DIL-1201"),
            (new { subject = "right", subjectId = right, fact = "freeze", value = "maybe", source = "x", sourceDate = Day }, "DIL-1202"),
            (new { subject = "right", subjectId = right, fact = "trl", value = "high", source = "x", sourceDate = Day }, "DIL-1202"),
            (new { subject = "right", subjectId = right, fact = "freeze", value = "no", source = "", sourceDate = Day }, "VAL-2001"),
            (new { subject = "right", subjectId = right, fact = "freeze", value = "no", source = "x", sourceDate = "2198-01-01" }, "DIL-1203"),
            (new { subject = "right", subjectId = Guid.NewGuid(), fact = "freeze", value = "no", source = "x", sourceDate = Day }, "VAL-2007"),
        ])
        {
            Assert.Equal(code, $"{(await house.Post("/api/v1/diligence/answers", body, HttpStatusCode.UnprocessableEntity))["code"]}");
        }

        // The rights of one holder need no firm, and nothing is kept by a calculation.
        var calculated = await house.Post("/api/v1/diligence/calculate", new { rightIds = new[] { right }, day = Day, purpose = "transfer" });
        Assert.Equal("clear", State(calculated, "title-holder", right));
        Assert.Equal("0", $"{(await house.Get("/api/v1/diligence"))["total"]}");
        Assert.Equal(15, (await house.Get("/api/v1/diligence/checklist"))["chapters"]!.AsArray().Count);
    }

    /// <summary>A plastics maker copied before it was protected: infringed rights, an open field, an uncovered class.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Analysis_OfAPlasticsMaker_NamesInfringedRightsAndGaps(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var mould = await house.Right("甲塑料公司", "一种注塑模具", "2022-05-01", ipc: "B29C45/73");
        for (var i = 0; i < 6; i++)
        {
            await house.Right($"对手{i % 3}", $"一种挤出装置 {i}", $"2023-0{1 + i}-10", ipc: "B29C48/10");
        }

        var firm = await house.Firm(Code, "甲塑料公司");
        var product = await house.Product(firm, "周转箱", [mould]);
        await house.Post("/api/v1/diligence/answers", new { subject = "right", subjectId = mould, fact = "infringed", value = "pending", source = "维权线索清单", sourceDate = "2026-03-01", happenedOn = "2023-11-05", note = "三省出现仿品" }, HttpStatusCode.Created);
        await house.Post("/api/v1/diligence/answers", new { subject = "right", subjectId = mould, fact = "infringed", value = "won", source = "判决书", sourceDate = "2026-03-01", happenedOn = "2025-02-11" }, HttpStatusCode.Created);
        var made = await house.Post("/api/v1/analyses", new { firmId = firm, day = Day, products = new[] { new { productId = product, onSale = "2022-03-01", classes = new[] { 20 } } } }, HttpStatusCode.Created);
        var gaps = made["result"]!["gaps"]!.AsArray().Select(g => $"{g!["kind"]} {g["file"]}").ToList();
        Assert.Superset(new HashSet<string> { "product_uncovered design", "product_uncovered trademark", "class_uncovered trademark", "field_open patent", "sold_before_filing none", "protected_late patent" }, gaps.ToHashSet());
        Assert.DoesNotContain("product_uncovered patent", gaps);
        Assert.Equal((mould, "2", "2023-11-05", "True"), ($"{made["result"]!["infringed"]![0]!["right"]}", $"{made["result"]!["infringed"]![0]!["times"]}", $"{made["result"]!["infringed"]![0]!["first"]}", $"{(bool)made["result"]!["infringed"]![0]!["late"]!}"));
        var extrusion = made["result"]!["competition"]!.AsArray().Single(c => $"{c!["field"]}" == "B29C 48/00");
        Assert.Equal(("6", "0.333333", "0"), ($"{extrusion!["filings"]}", $"{extrusion["hhi"]}", $"{extrusion["ownShare"]}"));
        Assert.Equal(made["result"]!.ToJsonString(), (await house.Get($"/api/v1/analyses/{made["row"]!["id"]}"))["result"]!.ToJsonString());
        Assert.Equal($"{made["row"]!["id"]}", $"{(await house.Get($"/api/v1/analyses?firm={firm}"))["items"]![0]!["id"]}");

        // The sets the register itself gives are named in the reader's language.
        using var english = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/analyses/{made["row"]!["id"]}") { Headers = { { "Accept-Language", "en" } } };
        var sources = (await Desk.Desk.Json(await house.Http.SendAsync(english, TestContext.Current.CancellationToken), HttpStatusCode.OK))["result"]!["sources"]!;
        Assert.Equal(("rights in B29C in the register", "products in the register", "登记簿中 B29C 的权利"), ($"{sources["compared"]!["source"]}", $"{sources["products"]!["source"]}", $"{made["result"]!["sources"]!["compared"]!["source"]}"));
        Assert.Equal("6", $"{made["row"]!["compared"]}");

        // Held against a peer named, only his rights count; nobody of that name: to be verified.
        var peer = await house.Post("/api/v1/analyses", new { firmId = firm, day = Day, peers = new[] { "对手1" } }, HttpStatusCode.Created);
        Assert.Equal("2", $"{peer["row"]!["compared"]}");
        var nobody = await house.Post("/api/v1/analyses", new { firmId = firm, day = Day, peers = new[] { "无此公司" } }, HttpStatusCode.Created);
        Assert.Null(nobody["row"]!["compared"]);
        Assert.Contains(nobody["result"]!["unknowns"]!.AsArray(), u => $"{u!["what"]}" == "compared");
        Assert.Equal("DIL-1301", $"{(await house.Post("/api/v1/analyses", new { firmId = firm, day = Day, products = new[] { new { productId = Guid.NewGuid() } } }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    private static string State(JsonNode made, string item, string right)
    {
        var found = made["result"]!["items"]!.AsArray().Single(i => $"{i!["item"]}" == item && $"{i["right"]}" == right)!;
        return $"{found["state"]} {found["grade"]}".Trim();
    }

    private static async Task<JsonNode> Appraised(ValuationHouse house, string firm, string product)
    {
        var draft = await house.Post("/api/v1/appraisals/draft", new { firmId = firm, productId = product, baseDate = "2025-06-30", purpose = "pledge", valueType = "market" });
        return await house.Post("/api/v1/appraisals", new { name = "电磁阀产品组", firmId = firm, request = ValuationHouse.Fill(draft["request"]!.AsObject()), reason = "首次" }, HttpStatusCode.Created);
    }
}
