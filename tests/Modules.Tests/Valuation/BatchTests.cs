using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Tests.Cashflow;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Valuation.Batches;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>Ninety-two rights of five firms in one go, with reasons, and again with the same bytes.</summary>
public sealed class BatchTests(ITestOutputHelper output)
{
    private static readonly int[] Portfolio = [19, 19, 18, 18, 18];

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Batch_OfNinetyTwoRights_ValuesEachWithReasonsAndRepeatsToTheByte(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var firms = await Firms(house);
        var asked = Asked(firms);
        var first = await Done(house, await house.Post("/api/v1/appraisals/batches", asked, HttpStatusCode.Created));
        var (id, sums) = ($"{first.Batch["row"]!["id"]}", first.Job["result"]!);
        output.WriteLine($"{kind}: {sums.ToJsonString()}");
        Assert.Equal((5, 5, 4, 1), ((int)first.Batch["row"]!["groups"]!, (int)sums["groups"]!, (int)sums["valued"]!, (int)sums["refused"]!));
        var rows = first.Batch["rights"]!["items"]!.AsArray();
        Assert.Equal(92, rows.Count);
        Assert.All(rows, r => Assert.NotEqual("", $"{r!["reason"]}"));
        foreach (var group in first.Batch["groups"]!.AsArray().Where(g => $"{g!["state"]}" == "valued"))
        {
            var own = rows.Where(r => (int)r!["group"]! == (int)group!["no"]!).ToList();
            foreach (var (sum, part) in new[] { ("total", "value"), ("low", "low"), ("high", "high") })
            {
                Assert.Equal(ValuationHouse.Fen(group![sum]), own.Where(r => r![part] is not null).Sum(r => ValuationHouse.Fen(r![part])));
            }
        }

        // The utility models of 2014 ended before the base date: told, not valued.
        var over = rows.Where(r => $"{r!["state"]}" == "left_out").ToList();
        Assert.NotEmpty(over);
        Assert.All(over, r => Assert.True(r!["value"] is null && $"{r["reason"]}".Contains("未列入", StringComparison.Ordinal)));

        // The firm without a product has no income to go by, and says so.
        Assert.Contains(first.Batch["groups"]!.AsArray().Single(g => $"{g!["state"]}" == "refused")!["remarks"]!.AsArray(), r => $"{r!["path"]}".EndsWith("income.last", StringComparison.Ordinal));

        // What one firm alone assumes.
        var (before, after) = (Total(first.Batch, 0), Total(first.Batch, 1));
        Assert.True(before > after, $"{before} {after}");

        var kept = await house.Get($"/api/v1/appraisals?batch={id}");
        Assert.Equal(4, (int)kept["total"]!);
        var again = await Done(house, await house.Post("/api/v1/appraisals/batches", asked, HttpStatusCode.Created));
        Assert.NotEqual(id, $"{again.Batch["row"]!["id"]}");
        Assert.Equal(sums.ToJsonString(), again.Job["result"]!.ToJsonString());
        Assert.Equal(await Results(house, id), await Results(house, $"{again.Batch["row"]!["id"]}"));
        await using var read = house.Store.Read(Viewer.Everything("check the room's books in a test"));
        Assert.All(new ValuationTables().Verify(read.Session).ToList(), check => Assert.Empty(check.Wrong));
    }

    [Fact]
    public async Task Workbook_OfNinetyTwoRights_ComputesItselfAndFollowsAChangedMethod()
    {
        await using var house = await ValuationHouse.Open();
        var firms = await Firms(house);
        var done = await Done(house, await house.Post("/api/v1/appraisals/batches", Asked(firms), HttpStatusCode.Created));
        var id = $"{done.Batch["row"]!["id"]}";
        var bytes = await house.Http.GetByteArrayAsync($"/api/v1/appraisals/batches/{id}/workbook", TestContext.Current.CancellationToken);
        var total = decimal.Parse($"{done.Job["result"]!["total"]}", System.Globalization.CultureInfo.InvariantCulture);
        var method = WorkbookReader.Read(bytes).Value.Sheets[2].Cells.Single(c => c is { Row: 5, Column: 7 });
        var computed = Recalculation.Of(new Dictionary<string, byte[]> { ["kept"] = bytes, ["changed"] = Recalculation.WithInput(bytes, "产品组", "G5", decimal.Parse(method.Text, System.Globalization.CultureInfo.InvariantCulture) + 1_000_000m) });

        // Nothing stored passes: LibreOffice computed all of it, and it is what the product kept.
        var summary = Column(computed["kept"].Sheets[0], 2);
        Assert.Equal([5m, 92m], summary[..2]);
        Assert.Equal((total, total), (summary[3], summary[4]));
        Assert.Equal([0m, 0m, 0m], summary[5..8]);
        var rights = computed["kept"].Sheets[3];
        Assert.Equal(92, rights.Cells.Where(c => c is { Column: 2, Row: > 4 }).Select(c => c.Text).Distinct().Count());
        var kept = rights.Cells.Where(c => c is { Column: 10, Row: > 4 }).ToDictionary(c => c.Row, c => c.Text);
        Assert.Equal(kept, rights.Cells.Where(c => c is { Column: 9, Row: > 4 }).ToDictionary(c => c.Row, c => c.Text));
        Assert.DoesNotContain(computed["kept"].Sheets.SelectMany(s => s.Cells), c => c.Kind == ReadKind.Error);

        // Against the firm: its groups over its revenue of the newest year.
        var firm = computed["kept"].Sheets[1].Cells.Where(c => c.Row == 5).ToDictionary(c => c.Column, c => c.Text);
        Assert.Equal(decimal.Round(decimal.Parse(firm[7], null) / decimal.Parse(firm[4], null), 4), decimal.Parse(firm[8], null));

        // A million more by the only method of the first group: its total, the sum and its rights move by as much, and the kept figures stand.
        var moved = Column(computed["changed"].Sheets[0], 2);
        Assert.Equal((total + 1_000_000m, total, 1m), (moved[3], moved[4], moved[5]));
        Assert.Equal(0m, moved[6]);

        static List<decimal> Column(SheetContent sheet, int column) => [.. sheet.Cells.Where(c => c.Column == column && c.Row > 4).OrderBy(c => c.Row).Select(c => decimal.Parse(c.Text, System.Globalization.CultureInfo.InvariantCulture))];
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xlsx")]
    public async Task Template_DownloadedAndUploadedAgain_AsksForTheSameBatch(string format)
    {
        await using var house = await ValuationHouse.Open();
        var firms = await Firms(house);
        var asked = JsonNode.Parse(JsonSerializer.Serialize(Asked(firms), JsonSerializerOptions.Web))!.AsObject();
        asked["format"] = format;
        using var made = await house.Http.PostAsJsonAsync("/api/v1/appraisals/batches/template", asked, TestContext.Current.CancellationToken);
        var file = await made.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var read = await Uploaded(house, file, HttpStatusCode.OK);
        Assert.Equal(("五家企业", "2025-06-30", "securitization", "market"), ($"{read["name"]}", $"{read["baseDate"]}", $"{read["purpose"]}", $"{read["valueType"]}"));
        Assert.Equal(Portfolio, read["groups"]!.AsArray().Select(g => (int)g!["rights"]!));
        var again = new { name = "五家企业", baseDate = "2025-06-30", purpose = "securitization", valueType = "market", template = read["template"], firms = read["groups"]!.AsArray().Select(g => g!["asked"]) };
        var (first, second) = (await Done(house, await house.Post("/api/v1/appraisals/batches", Asked(firms), HttpStatusCode.Created)), await Done(house, await house.Post("/api/v1/appraisals/batches", again, HttpStatusCode.Created)));
        Assert.Equal((4, $"{first.Job["result"]!["total"]}"), ((int)second.Job["result"]!["valued"]!, $"{second.Job["result"]!["total"]}"));
        Assert.Equal(file.Length > 0, (await house.Http.GetByteArrayAsync($"/api/v1/appraisals/batches/{first.Batch["row"]!["id"]}/template?format={format}", TestContext.Current.CancellationToken)).Length > 0);

        // What the register does not know is named, all of it at once.
        if (format == "json")
        {
            var wrong = JsonNode.Parse(file)!;
            (wrong["groups"]![0]!["firm"], wrong["groups"]![2]!["rights"]![0]!["number"], wrong["groups"]![3]!["product"]) = ("91310000000000000X", "ZL209912345678.9", "没有的产品");
            Assert.Equal(["VAL-0933", "VAL-0935", "VAL-0934"], (await Uploaded(house, System.Text.Encoding.UTF8.GetBytes(wrong.ToJsonString()), HttpStatusCode.UnprocessableEntity))["errors"]!.AsArray().Select(e => $"{e!["code"]}"));
            Assert.Equal("VAL-0931", $"{(await Uploaded(house, "{}"u8.ToArray(), HttpStatusCode.UnprocessableEntity))["code"]}");
        }
    }

    [Fact]
    public void Parameters_AsLinesAndBack_AreTheSameTemplate()
    {
        const string Template = """{"discount":{"way":"typed","tax":"after_tax","rate":{"value":"0.18","kind":"assumption","source":"专家判断","date":"2026-01-31"}},"methods":[{"id":"revenue_share","method":"revenue_share","income":{"growth":"0.05","years":6}},{"id":"cost","method":"replacement","flag":true}],"sensitivity":[1,2]}""";
        var lines = BatchParameters.Lines(JsonNode.Parse(Template)!.AsObject());
        Assert.Contains(lines, l => l is { Path: "methods.revenue_share.income.growth", Value: "0.05" });
        Assert.Equal(Template, BatchParameters.Template(lines)!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private static async Task<JsonNode> Uploaded(ValuationHouse house, byte[] file, HttpStatusCode expected)
    {
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new("application/octet-stream");
        return await Desk.Desk.Json(await house.Http.PostAsync("/api/v1/appraisals/batches/template/read", body), expected);
    }

    [Fact]
    public async Task Batch_OfAskedForWhatCannotBe_IsRefusedBeforeAJobBegins()
    {
        await using var house = await ValuationHouse.Open();
        var right = await house.Right("企业0");
        var firm = await house.Firm(CreditCode(0), "企业0");
        object Of(object template, params object[] firms) => new { name = "x", baseDate = "2025-06-30", purpose = "pledge", template, firms };
        async Task<string> Code(object body) => $"{(await house.Post("/api/v1/appraisals/batches", body, HttpStatusCode.UnprocessableEntity))["code"]}";
        Assert.Equal("VAL-2201", await Code(Of(new { group = new { } }, new { firmId = firm, rightIds = new[] { right } })));
        Assert.Equal("VAL-2202", await Code(Of(new { }, new { firmId = firm, rightIds = new[] { right } }, new { firmId = firm, rightIds = new[] { right } })));
        Assert.Equal("VAL-2005", await Code(Of(new { }, new { firmId = Guid.NewGuid() })));
        Assert.Equal("VAL-2009", await Code(Of(new { })));
    }

    [Fact]
    public void Merge_OfListsWithIds_TakesTheTemplatesOrderAndKeepsWhatItDoesNotMention()
    {
        var merged = RequestMerge.Over(
            JsonNode.Parse("""{"a":{"x":1,"y":2},"methods":[{"id":"m1","income":{"last":"5"}},{"id":"m2","k":1}],"plain":[1,2]}""")!,
            JsonNode.Parse("""{"a":{"y":3},"methods":[{"id":"m3"},{"id":"m1","income":{"growth":"0.1"}}],"plain":[9],"new":true}""")!);
        Assert.Equal("""{"a":{"x":1,"y":3},"methods":[{"id":"m3"},{"id":"m1","income":{"last":"5","growth":"0.1"}}],"plain":[9],"new":true}""", merged.ToJsonString());
    }

    private static async Task<List<string>> Firms(ValuationHouse house)
    {
        var firms = new List<string>();
        foreach (var (f, count) in Portfolio.Index())
        {
            var rights = new List<string>();
            for (var i = 0; i < count; i++)
            {
                rights.Add(await house.Right($"企业{f}", $"一种装置 {f}-{i}", $"{2014 + (i % 8)}-03-01", i % 4 == 0 ? "utility_model" : "invention"));
            }

            firms.Add(await house.Firm(CreditCode(f), $"企业{f}", figures: f != 1));
            if (f < 4)
            {
                await house.Product(firms[f], $"产品{f}", rights);
            }
        }

        return firms;
    }

    private static object Asked(List<string> firms)
    {
        var request = new JsonObject { ["methods"] = new JsonArray(new JsonObject { ["id"] = "revenue_share", ["income"] = new JsonObject() }) };
        var template = ValuationHouse.Fill(request, simulated: true);
        return new { name = "五家企业", baseDate = "2025-06-30", purpose = "securitization", valueType = "market", template, firms = firms.Select((firmId, i) => i == 1 ? (object)new { firmId, assumptions = new { methods = new[] { new { id = "revenue_share", income = new { growth = "0.01" } } } } } : new { firmId }) };
    }

    private static async Task<(JsonNode Batch, JsonNode Job)> Done(ValuationHouse house, JsonNode row)
    {
        JsonNode job;
        for (var tries = 0; $"{(job = await house.Get($"/api/v1/jobs/{row["jobId"]}"))["job"]!["state"]}" is var state && state != "done"; tries++)
        {
            Assert.True(state is "waiting" or "running" && tries < 600, job.ToJsonString());
            await Task.Delay(100);
        }

        return (await house.Get($"/api/v1/appraisals/batches/{row["id"]}?pageSize=500"), job);
    }

    private static long Total(JsonNode batch, int no) => ValuationHouse.Fen(batch["groups"]!.AsArray().Single(g => (int)g!["no"]! == no)!["total"]);

    private static async Task<string> Results(ValuationHouse house, string batch)
    {
        await using var read = house.Store.Read(Viewer.Everything("compare two batches in a test"));
        return string.Join('\n', read.Session.List("SELECT result FROM val_batch_group WHERE batch_id = @p0 ORDER BY no", row => row.Text(0), batch));
    }

    /// <summary>A unified social credit code that checks (GB 32100-2015).</summary>
    private static string CreditCode(int n)
    {
        const string Signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var first = $"9131011{n}591693856";
        var (sum, weight) = (0, 1);
        foreach (var c in first)
        {
            (sum, weight) = (sum + (Signs.IndexOf(c, StringComparison.Ordinal) * weight), weight * 3 % 31);
        }

        return $"{first}{Signs[(31 - (sum % 31)) % 31]}";
    }
}
