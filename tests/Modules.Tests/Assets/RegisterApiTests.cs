using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>The register through the server.</summary>
public sealed class RegisterApiTests(Desk.Desk desk)
{
    private static int given = 41_000_000;

    [Fact]
    public async Task Right_EnteredByHand_BecomesAProfileWithEveryStrand()
    {
        var number = Fresh();
        var body = new { kind = "invention", number, statement = new { title = "一种钠离子电池正极材料", titleEn = "Sodium-ion cathode", owners = new object[] { new { name = "甲公司", share = 0.6, code = "91310115591693856A" }, new { name = "乙大学", share = 0.4 } }, dates = new { filing = "2019-02-15", grant = "2021-05-07" }, ipc = new[] { "H01M10/054" }, claims = 10, trl = 7 } };
        var made = await desk.Post("/api/v1/rights", body, HttpStatusCode.Created, key: $"r-{number}");
        Assert.Equal($"{made}", $"{await desk.Post("/api/v1/rights", body, HttpStatusCode.Created, key: $"r-{number}")}");
        var (id, right) = ($"{made["right"]!["id"]}", made["right"]!);
        Assert.Equal(("granted", "2039-02-15", "发明专利", "2"), ($"{right["state"]!["state"]}", $"{right["expires"]}", $"{right["kindTitle"]}", $"{right["holders"]!.AsArray().Count}"));
        Assert.Equal("AST-0107", await Code(HttpMethod.Post, "/api/v1/rights", body));

        await desk.Post($"/api/v1/rights/{id}/events", new { effect = "pledge_on", recordedOn = "2024-01-12", effectiveOn = "2024-01-10", facts = new { registration_number = "Y2024", pledgee = "某银行" } }, HttpStatusCode.Created);
        Assert.Equal("AST-0202", await Code(HttpMethod.Post, $"/api/v1/rights/{id}/events", new { effect = "pledge_on", recordedOn = "2024-01-12", effectiveOn = "2024-01-10", facts = new { registration_number = "Y2024", pledgee = "某银行" } }));
        await desk.Post($"/api/v1/rights/{id}/encumbrances", new { kind = "ordinary_licence", holder = "丙公司", from = "2023-01-01", until = "2027-12-31" }, HttpStatusCode.Created);
        await desk.Post($"/api/v1/rights/{id}/trades", new { kind = "ordinary_licence", grantor = "甲公司", taker = "丙公司", signed = "2022-12-20", amount = "120000.50", royalty = 0.03 }, HttpStatusCode.Created);
        await desk.Post($"/api/v1/rights/{id}/events", new { effect = "fee_paid", effectiveOn = "2026-02-01", facts = new { year = "8" } }, HttpStatusCode.Created);
        var profile = await desk.Get($"/api/v1/rights/{id}?day=2026-11-28");
        Assert.Equal(["pledge", "ordinary_licence"], profile["right"]!["encumbered"]!.AsArray().Select(e => $"{e}").OrderDescending());
        Assert.Equal(("120000.50", "0.03"), ($"{profile["trades"]![0]!["amount"]}", $"{profile["trades"]![0]!["royalty"]}"));
        Assert.Equal(("7", "0.6"), ($"{profile["trl"]}", $"{profile["holders"]!.AsArray().Single(h => $"{h!["name"]}" == "甲公司")!["share"]}"));
        Assert.Equal(["paid", "ahead"], profile["fees"]!.AsArray().Where(f => (int)f!["year"]! is 8 or 9).Select(f => $"{f!["state"]}"));
        var strands = profile["strands"]!.AsArray().ToDictionary(s => $"{s!["strand"]}", s => s!["gaps"]!.AsArray().Select(g => $"{g!["gap"]}").ToList());
        Assert.Equal(["legal", "ownership", "fees", "use", "trades", "encumbrances", "technology"], strands.Keys);
        Assert.Contains("products", strands["use"]);
        Assert.DoesNotContain("trl", strands["use"]);
        Assert.Equal(["cited_by", "family"], strands["technology"]);

        // What was true, and what was known.
        await desk.Post($"/api/v1/rights/{id}/events", new { effect = "lapsed", recordedOn = "2025-10-15", effectiveOn = "2025-02-15" }, HttpStatusCode.Created);
        var standing = await desk.Get($"/api/v1/rights/{id}/standing?day=2025-06-01&known=2025-06-01");
        Assert.Equal(("lapsed", "granted"), ($"{standing["effective"]!["state"]}", $"{standing["known"]!["state"]}"));
        Assert.Equal("pledge Y2024", $"{standing["encumbrances"]![0]}");
        var events = (await desk.Get($"/api/v1/evidence/subjects/right/{id}"))["leaves"]!.AsArray().Select(l => $"{l!["event"]}").ToList();
        Assert.Superset((HashSet<string>)["RightRegistered", "RightEventRecorded", "RightEncumbered", "TradeRecorded"], events.ToHashSet());
    }

    [Theory]
    [InlineData("invention", "201910561574.8", "AST-0105")]
    [InlineData("invention", "ABC", "AST-0104")]
    [InlineData("design", "201910561574.9", "AST-0108")]
    [InlineData("patent", "201910561574.9", "AST-0103")]
    [InlineData("trademark", "", "AST-0102")]
    public async Task Right_WithAWrongNumber_IsRefused(string kind, string number, string code) =>
        Assert.Equal(code, await Code(HttpMethod.Post, "/api/v1/rights", new { kind, number, statement = new { title = "x" } }));

    [Fact]
    public async Task Right_WithWrongFacts_IsRefusedFieldByField()
    {
        async Task<string> With(object statement) => await Code(HttpMethod.Post, "/api/v1/rights", new { kind = "invention", number = Fresh(), statement });
        Assert.Equal("AST-0111", await With(new { title = "x", dates = new { filing = "2020-01-01", grant = "2019-01-01" } }));
        Assert.Equal("AST-0112", await With(new { title = "x", dates = new { filed = "2020-01-01" } }));
        Assert.Equal("AST-0110", await With(new { title = "x", owners = new[] { new { name = "甲", share = 0.5 }, new { name = "乙", share = 0.6 } } }));
        Assert.Equal("AST-0301", await With(new { title = "x", owners = new[] { new { name = "甲", code = "91310115591693866A" } } }));
        Assert.Equal("AST-0109", await With(new { title = "x", trl = 10 }));
        Assert.Equal("AST-0111", await With(new { title = "x", asOf = "2099-01-01" }));
        var odd = await desk.Post("/api/v1/rights", new { kind = "invention", number = Fresh(), statement = new { title = "x", owners = new[] { new { name = "试点企业", code = "91350211M00013FA1N" } } } }, HttpStatusCode.Created);
        Assert.Equal("AST-0301", $"{odd["warnings"]![0]!["code"]}");
    }

    public static TheoryData<string, string, string, string> Kinds => new()
    {
        { "trademark", "registration", "2016-11-28", "2026-11-28" },
        { "gi_mark", "registration", "2020-03-01", "2030-03-01" },
        { "software", "first_publication", "2020-03-01", "2071-01-01" },
        { "work", "creation", "2020-03-01", "2071-01-01" },
        { "ic_layout", "filing", "2020-03-01", "2030-03-01" },
        { "data_ip", "registration", "2025-03-01", "2028-03-01" },
        { "plant_variety", "grant", "2020-03-01", "2035-03-01" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Right_OfEveryCategory_HasItsTerm(string kind, string field, string on, string expires)
    {
        var made = await desk.Post("/api/v1/rights", new { kind, number = $"N{Fresh()}", statement = new { title = kind, dates = new Dictionary<string, string> { [field] = on } } }, HttpStatusCode.Created);
        Assert.Equal(expires, $"{made["right"]!["expires"]}");
    }

    [Fact]
    public async Task Statement_ThatIsOlder_NeverOverwrites()
    {
        var id = await Right(new { title = "新名称", asOf = "2025-01-01" });
        await desk.Post($"/api/v1/rights/{id}/statements", new { title = "旧名称", claims = 5, asOf = "2020-01-01" }, HttpStatusCode.Created);
        var profile = await desk.Get($"/api/v1/rights/{id}");
        var title = profile["fields"]!.AsArray().Single(f => $"{f!["field"]}" == "title.zh")!;
        Assert.Equal(("新名称", "旧名称", "2020-01-01"), ($"{title["value"]}", $"{title["differing"]![0]!["value"]}", $"{title["differing"]![0]!["asOf"]}"));
        Assert.Equal("5", $"{profile["fields"]!.AsArray().Single(f => $"{f!["field"]}" == "claims")!["value"]}");

        // What a person types in later on the same day counts.
        await desk.Post($"/api/v1/rights/{id}/statements", new { title = "再改", asOf = "2025-01-01" }, HttpStatusCode.Created);
        Assert.Equal("再改", $"{(await desk.Get($"/api/v1/rights/{id}"))["right"]!["title"]}");
    }

    [Fact]
    public async Task Question_AboutAnAmbiguousEvent_IsAnsweredByASecondPerson()
    {
        var number = Fresh();
        await desk.Part<Intake>().Take(Viewer.Local, new($"{number}.xml", number, "test", Records.Day("2024-01-01")), [new ReadItem.Taken(Records.Patent(number, "问题专利", "甲公司", "2019-01-01") with { Events = [Records.Event("PLDC", "2023-01-01", "2022-12-20", ("registration_number", "Q1"), ("pledgee", "某银行"))] })], TestContext.Current.CancellationToken);
        var right = (await desk.Get($"/api/v1/rights?query={number}"))["items"]!.AsArray().Single()!;
        Assert.Equal(("1", "0"), ($"{right["questions"]}", $"{right["encumbered"]!.AsArray().Count}"));
        var question = (await desk.Get("/api/v1/rights/questions?pageSize=500"))["items"]!.AsArray().Single(q => $"{q!["rightId"]}" == $"{right["id"]}")!;
        var agreed = await desk.Agreed($"/api/v1/rights/questions/{question["id"]}/answer", new { effect = "pledge_on", note = "经查登记簿" });
        Assert.Contains(agreed["fields"]!.AsArray(), f => $"{f!["name"]}" == "effect" && $"{f["after"]}".Contains("质押", StringComparison.Ordinal));
        right = (await desk.Get($"/api/v1/rights/{right["id"]}"))["right"]!;
        Assert.Equal(("0", "pledge"), ($"{right["questions"]}", $"{right["encumbered"]![0]}"));
        Assert.Equal("AST-0205", await Code(HttpMethod.Post, $"/api/v1/rights/questions/{question["id"]}/answer", new { effect = "none", note = "再答" }));
    }

    [Fact]
    public async Task Search_ByWordsHolderClassStateAndEnd_FindsWhatItShould()
    {
        var mark = $"琥珀{Fresh()[6..11]}";
        var first = await Right(new { title = $"一种{mark}阀门装置", owners = new[] { new { name = "珊瑚阀门有限公司" } }, dates = new { filing = "2015-01-10", grant = "2017-01-01" }, ipc = new[] { "F16K1/00" } });
        var second = await Right(new { title = $"{mark}电池", owners = new[] { new { name = "海葵电池有限公司" } }, dates = new { filing = "2019-01-10" }, ipc = new[] { "H01M4/00" } });
        async Task<List<string>> Found(string query) => [.. (await desk.Get($"/api/v1/rights?{query}"))["items"]!.AsArray().Select(r => $"{r!["id"]}").Where(id => id == first || id == second)];
        Assert.Equal([second, first], await Found($"query={mark}"));
        Assert.Equal([first], await Found($"query={mark} 阀门"));
        Assert.Equal([first], await Found($"query={mark}&owner=珊瑚"));
        Assert.Equal([second], await Found($"query={mark}&ipc=h01m"));
        Assert.Equal([first], await Found($"query={mark}&state=in_force"));
        Assert.Equal([second], await Found($"query={mark}&state=pending"));
        Assert.Equal([second], await Found($"query={mark}&state=applied"));
        Assert.Equal([first], await Found($"query={mark}&expiringBefore=2035-01-10"));
        Assert.Empty(await Found($"query={mark}&expiringBefore=2035-01-09"));
        Assert.Empty(await Found($"query={mark}&state=in_force&day=2016-12-31"));
        Assert.Equal([first], await Found($"query={mark}&state=expired&day=2035-01-10"));
        Assert.Equal([second, first], await Found($"query={mark}&state=unknown&day=2031-01-01"));
        Assert.Empty(await Found($"query={mark}&encumbered=true"));
        await desk.Post($"/api/v1/rights/{second}/encumbrances", new { kind = "freeze", holder = "某法院", from = "2024-01-01" }, HttpStatusCode.Created);
        Assert.Equal([second], await Found($"query={mark}&encumbered=true"));
        Assert.Equal([first], await Found($"query={mark}&encumbered=false"));
        Assert.Equal([first, second], await Found($"query={mark}&sort=expires"));
        var number = $"{(await desk.Get($"/api/v1/rights/{first}"))["right"]!["number"]}";
        Assert.Equal([first], await Found($"query=ZL{number}"));
        Assert.Equal([first], await Found($"query={number[..12]}"));
        Assert.Equal([first], await Found("owner=珊瑚阀门&query=琥"));
        Assert.Equal("WEB-0106", await Code(HttpMethod.Get, "/api/v1/rights?state=lost", null));
        Assert.Equal("WEB-0106", await Code(HttpMethod.Get, "/api/v1/rights?kind=lost", null));
        Assert.Empty((await desk.Get("/api/v1/rights?query=\"' OR 1=1 -- *&pageSize=1"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Firm_WithFiguresAndProducts_ShowsWhatDoesNotBalance()
    {
        var code = $"91330203MA2{Fresh()[5..11]}";
        code += Engine.Basics.CreditCode.CheckCharacter(code);
        var made = await desk.Post("/api/v1/firms", new { code, name = $"文昌鱼{code}公司", formerNames = new[] { $"旧名{code}" }, region = "330203", industry = "C3962", industryEdition = "2017", tags = new[] { "专精特新" } }, HttpStatusCode.Created);
        var firm = $"{made["firm"]!["id"]}";
        Assert.Equal("AST-0302", await Code(HttpMethod.Post, "/api/v1/firms", new { code, name = "x" }));
        Assert.Equal("AST-0301", await Code(HttpMethod.Post, "/api/v1/firms", new { code = "91310115591693866A", name = "x" }));
        Assert.Equal("AST-0103", await Code(HttpMethod.Post, "/api/v1/firms", new { code = "91110110666007217T", name = "x", industry = "C3962" }));
        var statement = await desk.Post($"/api/v1/firms/{firm}/statements", new { periodEnd = "2025-12-31", months = 12, figures = new { total_assets = "100.00", total_liabilities = "60.00", equity = "39.99", revenue = "200.00" }, source = "审计报告", asOf = "2026-03-31", audited = true });
        Assert.Equal("AST-0306 total_assets 99.99", string.Join(' ', statement["findings"]!.AsArray().Select(f => $"{f!["code"]} {f["path"]} {f["expected"]}")));
        Assert.Equal("AST-0305", await Code(HttpMethod.Post, $"/api/v1/firms/{firm}/statements", new { periodEnd = "2025-12-31", months = 12, figures = new { sales = "1" }, source = "x", asOf = "2026-03-31" }));
        var right = await Right(new { title = "产品专利", owners = new[] { new { name = $"旧名{code}" } }, dates = new { filing = "2018-01-01", grant = "2019-01-01" } });
        var product = await desk.Post($"/api/v1/firms/{firm}/products", new { name = "正极材料", rights = new[] { right }, income = new[] { new { year = 2024, revenue = "150.00", source = "销售明细", asOf = "2025-01-31" }, new { year = 2025, revenue = "200.00", source = "销售明细", asOf = "2026-01-31" } } }, HttpStatusCode.Created);
        Assert.Equal("AST-0303", await Code(HttpMethod.Post, $"/api/v1/firms/{firm}/products", new { name = "x", rights = new[] { Guid.NewGuid() }, income = Array.Empty<object>() }));
        var profile = await desk.Get($"/api/v1/firms/{firm}");
        Assert.Equal(("1", "1", "2023,2024"), ($"{profile["rights"]}", $"{profile["inForce"]}", string.Join(',', profile["missing"]!.AsArray())));
        Assert.Equal("200.00", $"{(await desk.Get($"/api/v1/rights/{right}"))["products"]![0]!["income"]![1]!["revenue"]}");
        Assert.Equal([right], (await desk.Get($"/api/v1/rights?firm={firm}"))["items"]!.AsArray().Select(r => $"{r!["id"]}"));
        Assert.Equal([firm], (await desk.Get($"/api/v1/firms?query=旧名{code}"))["items"]!.AsArray().Select(f => $"{f!["id"]}"));
        using var changed = await desk.Send(HttpMethod.Put, $"/api/v1/firms/{firm}/products/{product["id"]}", new { name = "改名", rights = new[] { right }, income = Array.Empty<object>(), baseVersion = 9 });
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        using var renamed = await desk.Send(HttpMethod.Put, $"/api/v1/firms/{firm}", new { baseVersion = 1, name = $"新名{code}" });
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        Assert.Contains($"文昌鱼{code}公司", (await desk.Get($"/api/v1/firms/{firm}"))["firm"]!["formerNames"]!.AsArray().Select(n => $"{n}"));
    }

    [Fact]
    public async Task Encumbrance_TypedIn_IsEndedByHandAndOneOfAnEventIsNot()
    {
        var id = await Right(new { title = "x", dates = new { filing = "2018-01-01", grant = "2019-01-01" } });
        await desk.Post($"/api/v1/rights/{id}/encumbrances", new { kind = "pledge", holder = "某银行", from = "2024-01-01" }, HttpStatusCode.Created);
        await desk.Post($"/api/v1/rights/{id}/events", new { effect = "freeze_on", effectiveOn = "2024-05-01" }, HttpStatusCode.Created);
        var lying = (await desk.Get($"/api/v1/rights/{id}"))["encumbrances"]!.AsArray().ToDictionary(e => $"{e!["origin"]}", e => $"{e!["id"]}");
        Assert.Equal("AST-0204", await Code(HttpMethod.Post, $"/api/v1/rights/{id}/encumbrances/{lying["event"]}/end", new { on = "2025-01-01", note = "x" }));
        var ended = await desk.Agreed($"/api/v1/rights/{id}/encumbrances/{lying["hand"]}/end", new { on = "2025-01-01", note = "已还清" });
        var until = ended["fields"]!.AsArray().Single(f => $"{f!["name"]}" == "until")!;
        Assert.Equal(("—", "2025-01-01"), ($"{until["before"]}", $"{until["after"]}"));
        Assert.Equal(["freeze"], (await desk.Get($"/api/v1/rights/{id}?day=2025-01-01"))["right"]!["encumbered"]!.AsArray().Select(e => $"{e}"));
        Assert.Equal("AST-0111", await Code(HttpMethod.Post, $"/api/v1/rights/{id}/encumbrances", new { kind = "pledge", holder = "x", from = "2024-01-01", until = "2023-01-01" }));
    }

    private async Task<string> Right(object statement) => $"{(await desk.Post("/api/v1/rights", new { kind = "invention", number = Fresh(), statement }, HttpStatusCode.Created))["right"]!["id"]}";

    /// <summary>An application number nobody used, with its check digit.</summary>
    private static string Fresh()
    {
        var digits = $"20201{Interlocked.Increment(ref given) % 10_000_000:0000000}";
        return $"{digits}.{Modules.Assets.Model.CnNumber.Check(digits)}";
    }

    private async Task<string> Code(HttpMethod method, string path, object? body)
    {
        using var answer = body is null ? await desk.Http.GetAsync(path) : await desk.Send(method, path, body);
        Assert.False(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return $"{JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]}";
    }
}
