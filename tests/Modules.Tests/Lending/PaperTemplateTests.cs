using System.Net;
using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Papers;
using Zhirong.Modules.Lending.Papers.Own;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Reports;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A template of one's own from the first draft over a second person's approval to the documents made by it, on both databases.</summary>
public sealed class PaperTemplateTests
{
    private const string Templates = "/api/v1/lending/paper-templates";
    private const string Code = "conditions-checklist";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Version_FromDraftToItsDay_MakesDocumentsFromThenOnAndLeavesOldOnesAlone(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var today = house.Part<LoanDesk>().Today;
        var line = await Line(house);
        var shipped = $"{(await house.Get($"{Templates}/{Code}"))["text"]}";
        var first = await Made(house, line);
        Assert.Contains("逐项落实情况", await Page(house, first), StringComparison.Ordinal);

        // What is refused, each by its number, before anybody is asked to approve it.
        Assert.Equal("LEN-1504", await Refused(house, Changed(shipped, "2", today).Replace($"id: {Code}", "id: other", StringComparison.Ordinal)));
        Assert.Equal("LEN-1505", await Refused(house, Changed(shipped, "1", today)));
        Assert.Equal("LEN-1506", await Refused(house, Changed(shipped, "2", today.AddDays(-1))));
        Assert.Equal("LEN-1506", await Refused(house, shipped.Replace("version: \"1\"", "version: \"2\"", StringComparison.Ordinal).Replace("逐项落实情况", "落实情况", StringComparison.Ordinal)));
        Assert.Equal("LEN-1507", await Refused(house, Loan()));
        Assert.Equal("LEN-1509", await Refused(house, Changed(shipped, "2", today, "逐项落实情况")));
        Assert.Equal("LEN-0911", await Refused(house, Changed(shipped, "2", today).Replace("{borrower}", "{borower}", StringComparison.Ordinal)));
        Assert.Equal("LEN-0007", await Refused(house, Changed(shipped, "2", today), from: 1));

        // Who asked cannot approve; a second person can, and only then is there a version.
        var asked = await house.Post(Templates, new { code = Code, from = 0, text = Changed(shipped, "2", today), reason = "按我行格式" }, HttpStatusCode.Accepted);
        Assert.Equal("APV-0103", $"{(await house.Post($"/api/v1/approvals/{asked["approval"]}/decide", new { round = 1, decision = "approve" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Single((await house.Get($"{Templates}/{Code}"))["versions"]!.AsArray());
        await Decided(house, $"{asked["approval"]}", 2);
        var detail = await house.Get($"{Templates}/{Code}");
        Assert.Equal(["2 in_force", "1 past"], detail["versions"]!.AsArray().Select(v => $"{v!["version"]} {v["state"]}"));
        Assert.Equal(($"{detail["versions"]![1]!["hash"]}", "按我行格式", "赵岩"), ($"{detail["versions"]![0]!["parentHash"]}", $"{detail["versions"]![0]!["reason"]}", $"{detail["versions"]![0]!["checker"]}"));

        // The document made before keeps its words to the byte; the next one is by the new text.
        Assert.Contains("逐项落实情况", await Page(house, first), StringComparison.Ordinal);
        var row = (await house.Get($"/api/v1/lending/papers?about=facility&id={line}"))["rows"]!.AsArray().Single(r => $"{r!["template"]}" == Code)!;
        Assert.Equal(("true", "2"), ($"{row["changed"]}", $"{row["templateVersion"]}"));
        var second = await Made(house, line);
        Assert.Contains("我行落实情况", await Page(house, second), StringComparison.Ordinal);
        Assert.NotEqual(first, second);

        // The third waits for its day; until then the second stands.
        var third = Changed(shipped, "3", today.AddDays(20), "我行第三版");
        await Decided(house, $"{(await house.Post(Templates, new { code = Code, from = 1, text = third, reason = "x" }, HttpStatusCode.Accepted))["approval"]}", 3);
        var listed = (await house.Get(Templates))["rows"]!.AsArray().Single(r => $"{r!["code"]}" == Code)!;
        Assert.Equal(("2", "3", "true", "2"), ($"{listed["version"]}", $"{listed["next"]}", $"{listed["own"]}", $"{listed["made"]}"));
        Assert.Empty(Wrong(house));
        Assert.Contains((await house.Get("/api/v1/evidence/leaves?kind=paper_template"))["items"]!.AsArray(), l => $"{l!["event"]}" == "PaperTemplateSaved");
    }

    /// <summary>Two save at once from the same version: one is kept, the other is told that it stands no longer (409), and writes nothing.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Save_TwoAtOnceFromTheSameVersion_KeepsOneAndTellsTheOther(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var (desk, today) = (house.Part<PaperDesk>(), house.Part<LoanDesk>().Today);
        var shipped = await File.ReadAllTextAsync(Repo.At("data", "documents", $"{Code}.yaml"));
        var saves = await Task.WhenAll(Enumerable.Range(2, 6).Select(n => Task.Run(() => SaveTemplate.Save(desk, Viewer.Local, new(Code, 0, Changed(shipped, $"{n}", today, $"第 {n} 份"), "同时保存"), null, null, Language.Zh))));

        Assert.Single(saves, s => s.Refusals.Count == 0);
        Assert.All(saves.Where(s => s.Refusals.Count > 0), s => Assert.Equal("LEN-0007", s.Refusals[0].Code));
        var kept = await house.Get($"{Templates}/{Code}");
        Assert.Equal(2, kept["versions"]!.AsArray().Count);
        Assert.Equal("1", $"{kept["newest"]}");
        await using var read = house.Store.Read(Viewer.Local);
        var theirs = SaveTemplate.Theirs(read, desk, new(Code, 0, shipped, "x"))!;
        Assert.Equal($"{kept["text"]}", theirs.Text);
        Assert.Contains(theirs.Changes, c => c.Path == "sections.conditions.blocks.0.zh" && c.Before == "逐项落实情况");
    }

    /// <summary>Where the last day of one's own has passed, the shipped one stands again; a document by a template that stands no longer can still be read.</summary>
    [Fact]
    public void Standing_ByDay_IsTheLatestThatCoversItElseTheShipped()
    {
        var shipped = PaperReader.Read(File.ReadAllBytes(Repo.At("data", "documents", $"{Code}.yaml"))).Value;
        NumberedTemplate Own(int number, string from, string? until) => new(number, shipped, new() { TemplateId = Guid.Empty, Number = number, Name = $"{number}", Text = "", Hash = "", Parent = 0, ParentHash = "", EffectiveFrom = DateOnly.Parse(from, null), EffectiveTo = until is null ? null : DateOnly.Parse(until, null), Reason = "", SavedAt = 0, SavedBy = "", CheckedBy = "" });
        NumberedTemplate[] texts = [new(0, shipped, null), Own(1, "2026-02-01", null), Own(2, "2026-03-01", "2026-03-31"), Own(3, "2026-02-01", "2026-02-28")];

        int? At(string day, params int[] which) => TemplateShelf.Standing([.. which.Select(n => texts[n])], DateOnly.Parse(day, null))?.Number;
        Assert.Equal(0, At("2026-01-31", 0, 1, 2, 3));
        Assert.Equal(3, At("2026-02-28", 0, 1, 2, 3));
        Assert.Equal(2, At("2026-03-01", 0, 1, 2, 3));
        Assert.Equal(1, At("2026-04-01", 0, 1, 2, 3));
        Assert.Equal(0, At("2026-04-01", 0, 2, 3));
        Assert.Null(At("2026-04-01", 2, 3));
    }

    [Theory]
    [InlineData("{amount|money}", "{amount|percent}", "LEN-1501", 15, 39)]
    [InlineData("{amount|money}", "{borrower|money}", "LEN-1501", 15, 39)]
    [InlineData("{amount|money}", "{amount|shout}", "LEN-0912", 15, 39)]
    [InlineData("{amount|money}", "{amuont|money}", "LEN-0911", 15, 39)]
    [InlineData("{amount|money}", "{amount|money", "LEN-0915", 15, 39)]
    [InlineData("kind: figure, is: \"{secured|money}\"", "kind: figure, is: \"{state}\"", "LEN-1502", 48, 71)]
    [InlineData("rows: pledges", "rows: pledge", "LEN-0913", 41, 15)]
    [InlineData("{zh: 额度编号, en: Line, is", "{zh: 额度编号, is", "LEN-1508", 13, 5)]
    [InlineData("version: \"1\"", "version: \"1\"\neffective: {from: 2026-05-01, until: 2026-04-30}", "LEN-1503", 5, 38)]
    [InlineData("version: \"1\"", "version: \"1\"\nunknown: x", "FLD-0104", 5, 1)]
    public void Read_ATextWithOneFault_NamesItWithLineAndColumn(string sound, string wrong, string code, int line, int column)
    {
        var text = File.ReadAllText(Repo.At("data", "documents", $"{Code}.yaml"));
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var refusals = ExamineTemplate.Read(text.Replace(sound, wrong, StringComparison.Ordinal)).Refusals;

        Assert.Equal((code, line, column), refusals.Select(r => (r.Code, r.Line, r.Column)).First(r => r.Code == code));
    }

    /// <summary>Every field of every record says what it is; a word for it is never the other language's.</summary>
    [Fact]
    public void Meanings_OfEveryFieldOfEveryRecord_AreThereInBothLanguages()
    {
        foreach (var subject in PaperSubjects.Kinds.Select(PaperSubjects.Of))
        {
            var words = subject.Fields.Select(f => PlaceMeanings.Of(null, f).Title).Concat(subject.Lists.SelectMany(l => l.Value.Select(f => PlaceMeanings.Of(l.Key, f).Title).Append(PlaceMeanings.List(l.Key))));
            Assert.All(words, w => Assert.True(w.Zh.Length > 0 && w.En.Length > 0 && !w.En.Any(c => c >= 0x4e00)));
        }
    }

    /// <summary>The preview is the document itself, marked as a specimen, as a page and as PDF; it keeps nothing and tells no stranger.</summary>
    [Fact]
    public async Task Preview_OfAStoredRecord_IsTheDocumentAsASpecimen()
    {
        await using var house = await ValuationHouse.Open();
        var line = await Line(house);
        var text = Changed(await File.ReadAllTextAsync(Repo.At("data", "documents", $"{Code}.yaml")), "2", house.Part<LoanDesk>().Today);
        var order = new { text, record = line };
        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(await Sent(house, order)));
        Assert.All((string[])["甲公司", "200,000.00", "我行落实情况", "样稿", "保单"], word => Assert.Contains(word, page, StringComparison.Ordinal));
        Assert.Contains("Specimen", Encoding.UTF8.GetString(await Sent(house, new { text, record = line, lang = "en" })), StringComparison.Ordinal);
        var pdf = await Sent(house, new { text, record = line, format = "pdf" });
        Assert.Equal(pdf, await Sent(house, new { text, record = line, format = "pdf" }));
        Assert.All((string[])["200,000.00", "我行落实情况"], word => Assert.Contains(word, string.Concat(ReadReport.PagesOfPdf(pdf)), StringComparison.Ordinal));
        Assert.Equal("LEN-0002", $"{(await house.Post($"{Templates}/preview", new { text, record = line, format = "odt" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0911", $"{(await house.Post($"{Templates}/preview", new { text = text.Replace("{borrower}", "{who}", StringComparison.Ordinal), record = line }, HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Post($"{Templates}/preview", new { text, record = Guid.NewGuid() }, HttpStatusCode.NotFound);
        Assert.Empty((await house.Get($"/api/v1/lending/papers?about=facility&id={line}"))["rows"]!.AsArray().Single(r => $"{r!["template"]}" == Code)!["versions"]!.AsArray());

        var places = await house.Get($"{Templates}/places/facility?record={line}");
        var amount = places["fields"]!.AsArray().Single(f => $"{f!["name"]}" == "amount")!;
        Assert.Equal(("金额", "200,000.00", "{amount|money}"), ($"{amount["title"]}", $"{amount["example"]}", $"{amount["writes"]![0]}"));
        Assert.Equal("保单", $"{places["lists"]!.AsArray().Single(l => $"{l!["name"]}" == "conditions")!["fields"]!.AsArray().Single(f => $"{f!["name"]}" == "title")!["example"]}");
        Assert.Equal(line, $"{(await house.Get($"{Templates}/records/facility?q=ED-"))["rows"]![0]!["id"]}");
        Assert.Empty((await house.Get($"{Templates}/records/facility?q=none"))["rows"]!.AsArray());
        await house.Get($"{Templates}/places/nothing", HttpStatusCode.UnprocessableEntity);
        await house.Get($"{Templates}/places/facility?record={Guid.NewGuid()}", HttpStatusCode.NotFound);
        await house.Get($"{Templates}/none", HttpStatusCode.NotFound);
        using var stranger = await house.As("custodian");
        Assert.Empty((await Desk.Desk.Json(await stranger.GetAsync($"{Templates}/records/facility"), HttpStatusCode.OK))["rows"]!.AsArray());
    }

    /// <summary>A document no template ships: its first version is one's own, and it is there for its kind of record.</summary>
    [Fact]
    public async Task Save_ATemplateNobodyShips_CanBeMadeFromItsDay()
    {
        await using var house = await ValuationHouse.Open();
        var (line, today) = (await Line(house), house.Part<LoanDesk>().Today);
        var text = Changed(await File.ReadAllTextAsync(Repo.At("data", "documents", $"{Code}.yaml")), "1", today).Replace($"id: {Code}", "id: our-checklist", StringComparison.Ordinal);
        var saved = await SaveTemplate.Save(house.Part<PaperDesk>(), Viewer.Local, new("our-checklist", 0, text, "新文件"), null, null, Language.Zh);
        Assert.Empty(saved.Refusals);
        var made = await house.Post("/api/v1/lending/papers", new { about = "facility", id = line, template = "our-checklist" }, HttpStatusCode.Created);
        Assert.Contains(made["rows"]!.AsArray(), r => $"{r!["template"]}" == "our-checklist" && $"{r["versions"]![0]!["n"]}" == "1");
    }

    private static List<string> Wrong(ValuationHouse house)
    {
        using var read = house.Store.Read(Viewer.Everything("check what is kept of templates in a test"));
        return [.. TemplateModel.Verify(read.Session).SelectMany(c => c.Wrong)];
    }

    private static async Task<byte[]> Sent(ValuationHouse house, object order)
    {
        using var answer = await house.Http.PostAsync($"{Templates}/preview", new StringContent(System.Text.Json.JsonSerializer.Serialize(order), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string Changed(string text, string version, DateOnly from, string title = "我行落实情况") =>
        text.Replace("version: \"1\"", $"version: \"{version}\"\neffective: {{from: {from:yyyy-MM-dd}}}", StringComparison.Ordinal).Replace("逐项落实情况", title, StringComparison.Ordinal);

    /// <summary>The text of a template of loans under the id of one of lines.</summary>
    private static string Loan() => File.ReadAllText(Repo.At("data", "documents", "drawdown-notice.yaml")).Replace("id: drawdown-notice", $"id: {Code}", StringComparison.Ordinal).Replace("version: \"1\"", "version: \"2\"\neffective: {from: 2199-01-01}", StringComparison.Ordinal);

    private static async Task<string> Refused(ValuationHouse house, string text, int from = 0) =>
        $"{(await house.Post(Templates, new { code = Code, from, text, reason = "x" }, HttpStatusCode.UnprocessableEntity))["code"]}";

    private static async Task Decided(ValuationHouse house, string approval, int versions)
    {
        using var risk = await house.As("risk-manager");
        await house.Post($"/api/v1/approvals/{approval}/decide", new { round = 1, decision = "approve" }, who: risk);
        for (var tries = 0; tries < 300 && (await house.Get($"{Templates}/{Code}"))["versions"]!.AsArray().Count < versions; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(versions, (await house.Get($"{Templates}/{Code}"))["versions"]!.AsArray().Count);
    }

    private static async Task<string> Line(ValuationHouse house)
    {
        var today = $"{house.Part<LoanDesk>().Today:yyyy-MM-dd}";
        var book = $"{(await house.Post("/api/v1/ledger/books", new { code = "BANK", name = "信贷账簿", kind = "bank", openedOn = today }, HttpStatusCode.Created))["id"]}";
        return $"{(await house.Post("/api/v1/facilities", new { number = "ED-1", kind = "single", borrower = "甲公司", amount = "200000.00", from = today, until = today, bookId = book, conditions = new[] { "保单" } }, HttpStatusCode.Created))["row"]!["id"]}";
    }

    private static async Task<string> Made(ValuationHouse house, string line)
    {
        var list = await house.Post("/api/v1/lending/papers", new { about = "facility", id = line, template = Code }, HttpStatusCode.Created);
        return $"{list["rows"]!.AsArray().Single(r => $"{r!["template"]}" == Code)!["versions"]![0]!["id"]}";
    }

    private static async Task<string> Page(ValuationHouse house, string paper) => WebUtility.HtmlDecode(await house.Http.GetStringAsync($"/api/v1/lending/papers/{paper}"));
}
