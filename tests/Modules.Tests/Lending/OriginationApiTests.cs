using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>From what a firm can get to a decided application, through the server on both databases.</summary>
public sealed class OriginationApiTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Application_FromMatchToResolution_IsKeptAndCanBeMadeAgain(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var firm = await Founded(house);
        await Matched(house, firm);
        var (path, version) = await Drafted(house, firm);

        // A double submission is one: the second finds another version, or by its key the same answer.
        var submit = new { act = "submit", baseVersion = version };
        var submitted = await house.Post($"{path}/steps", submit, key: "s-1");
        Assert.Equal($"{submitted}", $"{await house.Post($"{path}/steps", submit, key: "s-1")}");
        Assert.Equal("LEN-0007", $"{(await house.Post($"{path}/steps", submit, HttpStatusCode.Conflict))["code"]}");
        Assert.Equal(("submitted", "reviewer", 1), ($"{submitted["row"]!["state"]}", $"{submitted["row"]!["waits"]}", submitted["row"]!["snapshot"]!.GetValue<int>()));
        Assert.Equal("LEN-0551", $"{(await house.Send(HttpMethod.Put, path, new { baseVersion = Version(submitted), form = new { } }, HttpStatusCode.UnprocessableEntity))["code"]}");

        // 退回补件, filled in, submitted again: a second snapshot beside the first.
        var returned = await house.Post($"{path}/review", new { act = "return", baseVersion = Version(submitted), note = "请补评估资料", items = new[] { "评估报告" } });
        Assert.Equal(("returned", "applicant", "评估报告"), ($"{returned["row"]!["state"]}", $"{returned["row"]!["waits"]}", $"{returned["asked"]![0]}"));
        var again = await house.Post($"{path}/steps", new { act = "submit", baseVersion = Version(returned) });
        Assert.Equal(2, again["row"]!["snapshot"]!.GetValue<int>());

        var assessed = await house.Post($"{path}/review", new { act = "assess", baseVersion = Version(again) });
        var assessment = assessed["assessments"]![0]!;
        var result = assessment["result"]!;
        Assert.Equal(("refer", "3000000.00", "in_review"), ($"{assessment["outcome"]}", $"{assessment["limit"]}", $"{assessed["row"]!["state"]}"));
        Assert.Equal(["identity", "dishonest", "rights", "diligence", "limit"], result["screen"]!.AsArray().Select(s => $"{s!["id"]}"));
        Assert.Equal("ProductCap", $"{result["limit"]!["ceilings"]!.AsArray().Single(c => c!["binds"]!.GetValue<bool>())!["ground"]}");
        var replay = await house.Get($"{path}/assessments/1/replay");
        Assert.Equal((true, $"{replay["kept"]}"), (replay["same"]!.GetValue<bool>(), $"{replay["again"]}"));

        await Decided(house, path, assessed);
    }

    /// <summary>Somebody who saved meanwhile is not written over: the second is told what differs.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Edit_TwoOfficersAtOnce_OneSavesTheOtherSeesWhatDiffers(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var drafted = await house.Post("/api/v1/lending/applications", new { form = new { amount = "100" } }, HttpStatusCode.Created);
        var path = $"/api/v1/lending/applications/{drafted["row"]!["id"]}";
        using var other = await house.As("risk-manager");
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = System.Net.Http.Json.JsonContent.Create(new { baseVersion = 1, form = new { amount = $"{n + 1}00", purpose = $"用途 {n}" } }) };
            using var answer = await (n % 2 == 0 ? house.Http : other).SendAsync(request);
            return (answer.StatusCode, Body: JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
        }));

        var won = Assert.Single(tries, t => t.StatusCode == HttpStatusCode.OK);
        Assert.All(tries.Where(t => t.StatusCode != HttpStatusCode.OK), t =>
        {
            Assert.Equal((HttpStatusCode.Conflict, "LEN-0007"), (t.StatusCode, $"{t.Body["code"]}"));
            Assert.Equal($"{won.Body["form"]!["purpose"]}", $"{t.Body["current"]!["form"]!["purpose"]}");
            Assert.Contains(t.Body["current"]!["differences"]!.AsArray(), d => $"{d!["path"]} {d["theirs"]}" == $"purpose {won.Body["form"]!["purpose"]}");
        });
        Races.Told("two officers save one application", kind, tries.Length, 1, tries.Where(t => t.StatusCode != HttpStatusCode.OK).Select(t => $"{t.Body["code"]}"));
        Assert.Equal($"{won.Body["form"]!["amount"]}", $"{(await house.Get(path))["form"]!["amount"]}");
    }

    /// <summary>Eight drafts at once have eight numbers.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draft_ManyAtOnce_EachHasANumberOfItsOwn(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.Post("/api/v1/lending/applications", new { form = new { } }, HttpStatusCode.Created)));

        Races.Told("drafts begun", kind, made.Length, made.Select(m => $"{m["row"]!["number"]}").Distinct().Count());
        Assert.Equal(8, made.Select(m => $"{m["row"]!["number"]}").Distinct().Count());
    }

    [Fact]
    public async Task Submit_AFormThatIsNotComplete_NamesEveryField()
    {
        await using var house = await ValuationHouse.Open();
        var drafted = await house.Post("/api/v1/lending/applications", new { form = new { amount = "abc", ratings = new Dictionary<string, object> { ["equity.rounds"] = new { value = "1", date = "2099-01-01" } } } }, HttpStatusCode.Created);
        var refused = await house.Post($"/api/v1/lending/applications/{drafted["row"]!["id"]}/steps", new { act = "submit", baseVersion = 1 }, HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["form.firmId", "form.product", "form.amount", "form.months", "form.purpose", "form.ratings.equity.rounds.date"], refused["errors"]!.AsArray().Select(e => $"{e!["path"]}"));
    }

    /// <summary>Promises are frozen with baseline, source and words; what the register does not hold is left to be verified; each fault by its field.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Submit_FreezesWhatIsPromised_WithItsBaseline(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var firm = await Founded(house);
        var list = await house.Get($"/api/v1/lending/indicators?firm={firm}");
        string Base(string id) => list["rows"]!.AsArray().Single(r => $"{r!["id"]}" == id)! is var row ? $"{row["baseline"]} {row["baselineSource"]}" : "";
        Assert.Equal(("52000000.00 2025 年审计报告 2025-12-31", "10 2025 年审计报告 2025-12-31", "3 权利登记", " "), (Base("revenue"), Base("rd_ratio"), Base("inventions"), Base("rd_staff")));
        Assert.Equal(" ", (await house.Get("/api/v1/lending/indicators"))["rows"]![0]! is var bare ? $"{bare["baseline"]} {bare["baselineSource"]}" : "");

        var (path, version) = await Drafted(house, firm);
        var form = (await house.Get(path))["form"]!.DeepClone();
        form["rights"] = new JsonArray();
        form["promises"] = new JsonArray(new JsonObject { ["indicator"] = "revenue", ["target"] = "60000000" }, new JsonObject { ["indicator"] = "rd_staff", ["target"] = "1.5" }, new JsonObject { ["indicator"] = "revenue", ["target"] = "1", ["by"] = "2020-01-01" });
        var saved = await house.Send(HttpMethod.Put, path, new { baseVersion = version, form }, HttpStatusCode.OK);
        var refused = await house.Post($"{path}/steps", new { act = "submit", baseVersion = Version(saved) }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["LEN-1357 form.promises.1.target", "LEN-1356 form.promises.2.indicator", "LEN-0004 form.promises.2.by"], refused["errors"]!.AsArray().Select(e => $"{e!["code"]} {e["path"]}"));

        form["promises"] = new JsonArray(new JsonObject { ["indicator"] = "revenue", ["target"] = "60000000" }, new JsonObject { ["indicator"] = "rd_staff", ["target"] = "15", ["by"] = "2199-06-30" });
        saved = await house.Send(HttpMethod.Put, path, new { baseVersion = Version(saved), form }, HttpStatusCode.OK);
        var submitted = await house.Post($"{path}/steps", new { act = "submit", baseVersion = Version(saved) });
        var promises = submitted["snapshot"]!["facts"]!["promises"]!;
        Assert.Equal(("platform 1", "12"), ($"{promises["list"]}", $"{promises["months"]}"));
        Assert.Equal(["revenue 60000000.00  52000000.00 task", "rd_staff 15 2199-06-30  none"], promises["items"]!.AsArray().Select(i => $"{i!["id"]} {i["target"]} {i["by"]} {i["baseline"]?["value"]} {i["missed"]!["kind"]}"));
        Assert.Equal("approver", $"{(await house.Post($"{path}/review", new { act = "assess", baseVersion = Version(submitted) }))["row"]!["waits"]}");
    }

    /// <summary>A product of one's own takes a second person and stands in the place of the shipped one.</summary>
    [Fact]
    public async Task SaveProduct_OfTheOrganisation_WaitsForASecondPerson()
    {
        await using var house = await ValuationHouse.Open();
        var shipped = await house.Get("/api/v1/lending/products/standard-pledge");
        var text = $"{shipped["text"]}".Replace("version: \"1\"", "version: \"2\"", StringComparison.Ordinal).Replace("spread_bp: 100", "spread_bp: 40", StringComparison.Ordinal);
        var asked = await house.Post("/api/v1/lending/products", new { code = "standard-pledge", from = 0, text, reason = "降价" }, HttpStatusCode.Accepted);
        Assert.Equal(0, (await house.Get("/api/v1/lending/products/standard-pledge"))["row"]!["number"]!.GetValue<int>());
        await Agree(house, $"{asked["approval"]}", async () => (await house.Get("/api/v1/lending/products/standard-pledge"))["row"]!["number"]!.GetValue<int>() == 1);
        var own = await house.Get("/api/v1/lending/products/standard-pledge");
        Assert.Equal(("40", 2), ($"{own["row"]!["spread"]}", own["versions"]!.AsArray().Count));
        Assert.Equal("100", $"{(await house.Get("/api/v1/lending/products/standard-pledge?number=0"))["row"]!["spread"]}");
    }

    private static int Version(JsonNode detail) => detail["row"]!["version"]!.GetValue<int>();

    /// <summary>A high-tech firm of Hangzhou with three inventions and last year's figures.</summary>
    private static async Task<string> Founded(ValuationHouse house)
    {
        var made = await house.Post("/api/v1/firms", new { code = "91310115591693856A", name = "甲公司", region = "330106", tags = new[] { "高新技术企业" } }, HttpStatusCode.Created);
        var firm = $"{made["firm"]!["id"]}";
        await house.Post($"/api/v1/firms/{firm}/statements", new { periodEnd = "2025-12-31", months = 12, figures = new { revenue = "52000000.00", rd_expense = "5200000.00", total_assets = "60000000.00", total_liabilities = "20000000.00", equity = "40000000.00" }, source = "2025 年审计报告", asOf = "2026-04-20", audited = true });
        foreach (var title in (string[])["一种阀门", "一种泵", "一种密封件"])
        {
            await house.Right("甲公司", title);
        }

        return firm;
    }

    private static readonly Dictionary<string, object> Typed = new() { ["firm.dishonest"] = new { value = false, source = "中国执行信息公开网", date = "2026-11-01" }, ["firm.overdue_days"] = 0, ["firm.founded"] = "2015-06-01", ["guarantee.kind"] = "none" };

    private static async Task Matched(ValuationHouse house, string firm)
    {
        var answer = await house.Post("/api/v1/lending/match", new { firmId = firm, amount = "2000000", months = 12, facts = Typed });
        var first = answer["products"]![0]!;
        Assert.Equal(("abc-kechuang-e", "1"), ($"{first["product"]!["code"]}", $"{first["rank"]}"));
        Assert.Contains(answer["facts"]!.AsArray(), f => $"{f!["name"]} {f["value"]} {f["typed"]}" == "ip.inventions 3 件 false");
        Assert.Contains(answer["facts"]!.AsArray(), f => $"{f!["name"]} {f["value"]} {f["typed"]}" == "firm.founded 2015-06-01 true");
        var lost = answer["products"]!.AsArray().Single(p => $"{p!["product"]!["code"]}" == "suzhidai")!;
        Assert.Equal("refused", $"{lost["fit"]}");
        Assert.Contains(lost["conditions"]!.AsArray(), c => $"{c!["sentence"]}" == "注册地：需要 江苏省（32），现有 330106");
        Assert.Equal("LEN-0504", $"{(await house.Post("/api/v1/lending/match", new { amount = "1", months = 1, facts = new { no = 1 } }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0503", $"{(await house.Post("/api/v1/lending/match", new { amount = "1", months = 1, firmId = Guid.NewGuid() }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    private static async Task<(string Path, int Version)> Drafted(ValuationHouse house, string firm)
    {
        var form = new
        {
            firmId = firm,
            product = "abc-kechuang-e",
            amount = "2000000.00",
            months = 12,
            purpose = "采购原材料",
            facts = Typed,
            ratings = new Dictionary<string, object> { ["patent.score"] = "72", ["patent.litigation"] = "none", ["equity.rounds"] = 1, ["equity.founder_share"] = "0.45", ["equity.share_pledged"] = "0.1", ["market.revenue_growth"] = "0.15", ["market.orders_cover"] = "0.6", ["market.top_customer"] = "0.35" },
        };
        var drafted = await house.Post("/api/v1/lending/applications", new { form }, HttpStatusCode.Created);
        Assert.Equal(("draft", "甲公司", "2000000.00"), ($"{drafted["row"]!["state"]}", $"{drafted["row"]!["firmName"]}", $"{drafted["row"]!["amount"]}"));
        return ($"/api/v1/lending/applications/{drafted["row"]!["id"]}", Version(drafted));
    }

    private static async Task Decided(ValuationHouse house, string path, JsonNode assessed)
    {
        object Resolution(string outcome, string? amount = null, string? note = null, string? expires = null) => new { outcome, amount, note, expiresOn = expires, baseVersion = Version(assessed), reasons = outcome == "refused" ? new[] { "尚无尽职调查" } : [], conditions = outcome == "conditions" ? new[] { "完成尽职调查" } : [] };
        var day = $"{DateTime.UtcNow.AddDays(90):yyyy-MM-dd}";
        Assert.Equal("LEN-0562", $"{(await house.Post($"{path}/resolution", Resolution("approved", "3000000.01", "x", day), HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0563", $"{(await house.Post($"{path}/resolution", Resolution("conditions", "2000000", null, day), HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0565", $"{(await house.Post($"{path}/resolution", Resolution("approved", "2000000", "x"), HttpStatusCode.UnprocessableEntity))["code"]}");
        var asked = await house.Post($"{path}/resolution", Resolution("refused"), HttpStatusCode.Accepted);
        await Agree(house, $"{asked["approval"]}", async () => $"{(await house.Get(path))["row"]!["state"]}" == "decided");
        var refused = await house.Get(path);
        Assert.Equal(("refused", "尚无尽职调查"), ($"{refused["row"]!["outcome"]}", $"{refused["resolution"]!["reasons"]![0]}"));

        // 复议: back in review with the text, the steps and the first assessment still there.
        var contested = await house.Post($"{path}/steps", new { act = "contest", baseVersion = Version(refused), note = "已补尽职调查" });
        Assert.Equal(("in_review", "", 1), ($"{contested["row"]!["state"]}", $"{contested["row"]!["outcome"]}", contested["assessments"]!.AsArray().Count));
        var leaves = (await house.Get($"/api/v1/evidence/subjects/loan_application/{contested["row"]!["id"]}"))["leaves"]!.AsArray().Select(l => $"{l!["event"]}").ToHashSet();
        Assert.Superset(new HashSet<string> { "ApplicationDrafted", "ApplicationMoved", "ApplicationDecided" }, leaves);
        var page = await house.Get("/api/v1/lending/applications?waits=approver");
        Assert.Equal(("1", "1"), ($"{page["total"]}", $"{page["counts"]!.AsArray().Single(c => $"{c!["state"]}" == "in_review")!["count"]}"));
        await Replayed(house);
        await Previewed(house);
    }

    /// <summary>A product that asks for fewer months than were asked for would lose the stored application, and says by which condition.</summary>
    private static async Task Previewed(ValuationHouse house)
    {
        var text = $"{(await house.Get("/api/v1/lending/products/abc-kechuang-e"))["text"]}";
        var same = await house.Post("/api/v1/lending/products/preview", new { text });
        Assert.Equal((0, $"{same["applications"]![0]!["after"]}"), (same["changes"]!.AsArray().Count, $"{same["applications"]![0]!["before"]}"));
        var narrower = await house.Post("/api/v1/lending/products/preview", new { text = text.Replace("amount: {min: 100000", "amount: {min: 2500000", StringComparison.Ordinal) });
        Assert.Contains(narrower["changes"]!.AsArray(), c => $"{c!["path"]} {c["after"]}" == "terms.amount.min 2500000");
        var lost = Assert.Single(narrower["applications"]!.AsArray())!;
        Assert.Equal(("refused", 1), ($"{lost["after"]}", narrower["fits"]!.AsArray().Single(f => $"{f!["fit"]}" == "refused")!["after"]!.GetValue<int>()));
        Assert.NotEmpty(lost["why"]!.AsArray());
        var broken = await house.Post("/api/v1/lending/products/preview", new { text = text.Replace("lpr: ", "lpr: 9", StringComparison.Ordinal) });
        Assert.Equal(("false", "terms.rate.lpr"), ($"{broken["readable"]}", $"{broken["findings"]![0]!["path"]}"));
    }

    /// <summary>A pass mark of 90 would turn the stored application down a notch; the version in force changes nothing.</summary>
    private static async Task Replayed(ValuationHouse house)
    {
        var same = await house.Post("/api/v1/lending/replays", new { policy = "three-views" });
        Assert.Equal(("1", 0), ($"{same["applications"]}", same["changes"]!.AsArray().Count));
        var text = File.ReadAllText(Repo.At("data", "policies", "three-views.yaml")).Replace("name: pass_total, value: 60", "name: pass_total, value: 90", StringComparison.Ordinal);
        var changed = Assert.Single((await house.Post("/api/v1/lending/replays", new { text }))["changes"]!.AsArray())!;
        Assert.Equal(("approve", "refer", "TV-102"), ($"{changed["before"]}", $"{changed["after"]}", $"{changed["gained"]![0]}"));
        Assert.Equal("LEN-0564", $"{(await house.Post("/api/v1/lending/replays", new { policy = "none" }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    private static async Task Agree(ValuationHouse house, string approval, Func<Task<bool>> done)
    {
        using var risk = await house.As("risk-manager");
        await house.Post($"/api/v1/approvals/{approval}/decide", new { round = 1, decision = "approve" }, who: risk);
        for (var tries = 0; tries < 300 && !await done(); tries++)
        {
            await Task.Delay(50);
        }

        Assert.True(await done());
    }
}
