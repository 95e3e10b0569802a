using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Tests.Reports;
using Zhirong.Modules.Valuation.Reports.Appraisals;
using Zhirong.Modules.Valuation.Reports.Requests;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>The appraisal report: its order, its figures, its sources, what it may call itself.</summary>
public sealed partial class AppraisalReportTests
{
    private static readonly DateTimeOffset Moment = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The order of the body as the profession writes it; volumes 声明, 摘要, 正文, 附件.</summary>
    [Theory]
    [InlineData(Language.Zh, "声明|摘要|一、委托方、产权持有者和其他报告使用者|二、评估目的|三、评估对象和范围|四、价值类型及定义|五、评估基准日|六、评估依据|七、评估方法|八、评估程序实施过程|九、评估假设|十、评估结论|十一、特别事项说明|十二、使用限制说明|十三、评估报告日|十四、签字盖章|附件一　评估明细表|附件二　现金流与现值计算表|附件三　输入数据及来源|附件四　计算参数及来源|附件五　指标评分表|附件六　不确定性分析|附件七　各口径价值与企业数据比对|附件八　尽调后价值|附件九　动态重估")]
    [InlineData(Language.En, "Declaration|Summary|1. Client, owner and other users|2. Purpose|3. Object and scope|4. Type of value and its definition|5. Base date|6. Grounds|7. Methods|8. What was done|9. Assumptions|10. Conclusion|11. Special matters|12. Limits of use|13. Report date|14. Signatures and seals|Annex 1. Rights and values|Annex 2. Cash flows|Annex 3. Every input with its source|Annex 4. Parameters used|Annex 5. Score sheet|Annex 6. How sure|Annex 7. Bases side by side, tests against the firm|Annex 8. Value after diligence|Annex 9. Roll-forward")]
    public void Of_RichAppraisal_HasEveryPartInTheOrderOfTheProfession(Language language, string titles)
    {
        var report = AppraisalReport.Of(AppraisalCases.Rich(language));
        Assert.Equal(titles.Split('|'), report.Sections.Select(s => s.Title));
        Assert.All(report.Sections, section => Assert.NotEmpty(section.Blocks));
        var (page, document) = (ReadReport.OfPage(ReportPage.Write(report)), ReadReport.OfDocument(ReportDocument.Write(report)));
        Assert.All(report.Sections, section => Assert.True(page.Contains(section.Title, StringComparison.Ordinal) && document.Contains(section.Title, StringComparison.Ordinal), section.Title));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Write_SameInput_GivesTheSameBytes(Language language)
    {
        var (one, two) = (AppraisalReport.Of(AppraisalCases.Rich(language)), AppraisalReport.Of(AppraisalCases.Rich(language)));
        Assert.Equal(ReportPage.Write(one), ReportPage.Write(two));
        var bytes = ReportDocument.Write(one);
        Assert.Equal(bytes, ReportDocument.Write(two));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Of_Request_ShowsEveryFigureWithItsSourceAndDate()
    {
        var input = AppraisalCases.Rich(Language.Zh);
        var inputs = RequestInputs.Of(input.Request, input.Value);
        var stated = Leaves().Matches(AppraisalCases.Example);
        Assert.True(stated.Count > 40);
        Assert.All(stated, s => Assert.Contains(inputs, i => i.Text == s.Groups[1].Value && i.Origin?.Source == s.Groups[2].Value.Trim()));
        var rows = ReadReport.RowsOfPage(ReportPage.Write(AppraisalReport.Of(input)));
        var labels = new RequestLabels(input.Value.Case, new Wording(Language.Zh));
        foreach (var one in inputs.Where(i => i.Origin is not null))
        {
            var (text, origin) = (labels.Value(one.Key, one.Text), one.Origin!);
            Assert.Contains(rows, r => r.Length == 5 && r[1] == text && r[2] == Origin.Title(origin.Kind).Zh && r[3] == (origin.Source.Length == 0 ? "—" : origin.Source) && r[4] == (origin.Date is { } date ? Wording.Iso(date) : "—"));
        }

        // What the engine took is there too, wherever it came from.
        foreach (var taken in input.Value.Methods.SelectMany(m => m.Inputs).Where(i => i.Origin.Kind is not (OriginKind.Computed or OriginKind.Unverified)))
        {
            Assert.Contains(rows, r => r.Length == 5 && r[3] == taken.Origin.Source);
        }
    }

    [Fact]
    public void Of_BareFigure_IsListedAsToBeVerified()
    {
        var input = AppraisalCases.Plain(Language.Zh, AppraisalCases.Example.Replace("{value: 0.15, source: 高新技术企业证书}\n  - id: cost", "0.15\n  - id: cost", StringComparison.Ordinal));
        var tax = Assert.Single(RequestInputs.Of(input.Request, input.Value), i => i.Path == "methods.royalty.tax");
        Assert.Equal(OriginKind.Unverified, tax.Origin!.Kind);
        var page = ReportPage.Write(AppraisalReport.Of(input));
        Assert.Contains(ReadReport.RowsOfPage(page), r => r is ["收入分成法 · 所得税", "0.15", "待核实", "—", "—"]);
        Assert.Contains("其中证据 11、", ReadReport.OfPage(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingFromTheRegister_SaysToBeVerifiedInsteadOfGuessing()
    {
        var report = AppraisalReport.Of(AppraisalCases.Plain(Language.Zh, AppraisalCases.Example));
        var rights = report.Sections.Single(s => s.Id == "object").Blocks.OfType<ReportTable>().Single();
        Assert.All(rights.Rows, row => Assert.Equal(["待核实", "待核实", "待核实"], new[] { 4, 6, 7 }.Select(c => row.Cells[c].Text)));
        var text = ReadReport.OfPage(ReportPage.Write(report));
        Assert.Contains("尽调后价值：待核实，没有可用的尽职调查", text, StringComparison.Ordinal);
        Assert.Contains("没有报告日及以前对这些权利的尽职调查", text, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Sections, s => s.Id == "annex-scores");
    }

    /// <summary>None, one, the same person twice, the same certificate twice: a watermark; two people: none.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("甲:1", true)]
    [InlineData("甲:1,甲:2", true)]
    [InlineData("甲:1,乙:1", true)]
    [InlineData("甲:1,乙:2", false)]
    public void Of_Signatures_DecideTheWatermarkAndNothingElse(string signatures, bool marked)
    {
        var input = AppraisalCases.Rich(Language.Zh, AppraisalCases.Example.Replace("source: 资产评估报告", "source: 外部评估意见", StringComparison.Ordinal)) with
        {
            Signatures = [.. signatures.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':')).Select(s => new AppraiserSignature($"评估师{s[0]}", $"3300{s[1]}", new(2026, 1, 15)))],
        };
        var report = AppraisalReport.Of(input);
        var (html, docx) = (ReportPage.Write(report), ReportDocument.Write(report));
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.Equal(marked, html.Contains("<div class=\"watermark\" aria-hidden=\"true\">价值分析报告</div>", StringComparison.Ordinal));
        Assert.Equal(marked, document.MainDocumentPart!.HeaderParts.Single().Header.InnerXml.Contains("string=\"价值分析报告\"", StringComparison.Ordinal));
        Assert.Equal("价值分析报告", report.Kind);
        foreach (var text in new[] { ReadReport.OfPage(html), ReadReport.OfDocument(docx) })
        {
            Assert.All(input.Signatures.DistinctBy(s => s.Certificate), s => Assert.True(text.Contains(s.Name, StringComparison.Ordinal) && text.Contains(s.Certificate, StringComparison.Ordinal)));

            // Never the name of a statutory report, never a claim of conformity.
            Assert.DoesNotContain("资产评估报告", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("符合 ?(GB|《|资产评估)", text);
        }
    }

    [Theory]
    [InlineData("pledge", "质权自办理出质登记时设立", "目的所要求的各项检查均已具备")]
    [InlineData("transfer", "转让、许可或作价入股", "目的所要求的各项检查均已具备")]
    [InlineData("balance_sheet", "是否确认、如何计量由会计主体", "目的所要求的各项检查均已具备")]
    [InlineData("securitization", "评估值与许可合同现金流相互独立列示", "尚不具备：入池现金流（许可合同收益）")]
    public void Of_Purpose_ChangesItsTextTestsAndMatters(string purpose, string said, string tested)
    {
        var text = ReadReport.OfPage(ReportPage.Write(AppraisalReport.Of(AppraisalCases.Rich(Language.Zh, AppraisalCases.Example.Replace("purpose: pledge", $"purpose: {purpose}", StringComparison.Ordinal)))));
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains(tested, text, StringComparison.Ordinal);
        Assert.Equal(purpose == "pledge", text.Contains("质权自办理出质登记时设立", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_English_HasNoChineseBeyondTheRequestsOwnWords()
    {
        var input = AppraisalCases.Rich(Language.En);
        string[] said =
        [
            AppraisalCases.Example, AppraisalCases.Parameters.Royalties.Source, input.Name, $"{input.Parties}", .. input.Details.Values.Select(d => $"{d}"), .. input.After!.Rights.Select(r => r.Reason),
            .. input.Scores!.Subjects.SelectMany(s => s.Subject.Scores.Select(f => f.Origin.Source).Concat(s.Subject.Facts.Select(f => f.Origin.Source))),
        ];
        var own = Chinese().Matches(string.Join('\n', said))
            .Select(m => m.Value).Distinct().OrderByDescending(text => text.Length).ToList();
        foreach (var text in new[] { ReadReport.OfPage(ReportPage.Write(AppraisalReport.Of(input))), ReadReport.OfDocument(ReportDocument.Write(AppraisalReport.Of(input))) })
        {
            Assert.Equal("", string.Join(' ', Chinese().Matches(own.Aggregate(text, (left, word) => left.Replace(word, "", StringComparison.Ordinal))).Select(m => m.Value)));
        }
    }

    [Fact]
    public void Write_PageAndDocument_HoldTheSameTables()
    {
        var report = AppraisalReport.Of(AppraisalCases.Rich(Language.Zh));
        var page = ReadReport.RowsOfPage(ReportPage.Write(report)).Select(Joined).ToList();
        var document = ReadReport.RowsOfDocument(ReportDocument.Write(report)).Select(Joined).ToHashSet();
        Assert.True(page.Count > 250);
        Assert.All(page, row => Assert.Contains(row, document));

        static string Joined(string[] row) => string.Join('|', row).Replace(" ", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task Print_Report_HoldsTheFiguresOfThePageInsideTheMarginsAndTheMarkOnEveryPage(Language language)
    {
        var report = AppraisalReport.Of(AppraisalCases.Rich(language));
        var html = ReportPage.Write(report);
        var printer = PagePrinter.OfMachine();
        var pdf = (await printer.Print(html, Moment, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(pdf, (await printer.Print(html, Moment, TestContext.Current.CancellationToken)).Value);
        var pages = ReadReport.PagesOfPdf(pdf);
        Assert.InRange(pages.Length, 16, 32);
        var whole = string.Concat(pages);
        Assert.All(Figures(report), figure => Assert.Contains(figure, whole, StringComparison.Ordinal));
        Assert.All(report.Sections, section => Assert.Contains(Blank().Replace(section.Title, ""), whole, StringComparison.Ordinal));
        Assert.Empty(ReadReport.Overflows(pdf, margin: 45));
        var opened = ReadReport.ByLibreOffice(ReportDocument.Write(report));
        var converted = string.Concat(ReadReport.PagesOfPdf(opened));
        Assert.All(Figures(report), figure => Assert.Contains(figure, converted, StringComparison.Ordinal));
        Assert.Empty(ReadReport.Overflows(opened, margin: 40));
        if (Environment.GetEnvironmentVariable("ZHIRONG_LOOK") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"appraisal-{language}.pdf"), pdf, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"appraisal-docx-{language}.pdf"), opened, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Key_EveryWordOfTheRequestsFormat_IsTold()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(Repo.Read("src", "Host", "Schemas", "value-request-v1.json"));
        Assert.Empty(Properties(schema.RootElement).Distinct().Where(key => RequestWords.Key(key) is null));
    }

    private static IEnumerable<string> Properties(System.Text.Json.JsonElement node) => node.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => node.EnumerateObject().SelectMany(p => p.Name == "properties" && p.Value.ValueKind == System.Text.Json.JsonValueKind.Object ? p.Value.EnumerateObject().Select(k => k.Name).Concat(Properties(p.Value)) : Properties(p.Value)),
        System.Text.Json.JsonValueKind.Array => node.EnumerateArray().SelectMany(Properties),
        _ => [],
    };

    private static List<string> Figures(Report report) =>
        [.. report.Sections.SelectMany(s => s.Blocks).OfType<ReportTable>().SelectMany(t => t.Rows.Where(r => r.Role != RowRole.Group).SelectMany(r => r.Cells.Where((_, c) => t.Columns[c].Kind == ColumnKind.Figure)))
            .Select(c => Blank().Replace(c.Text, "")).Where(text => text.Length > 0).Distinct()];

    /// <summary>A figure written with its source.</summary>
    [GeneratedRegex(@"\{value: (-?[\d.]+), [^}]*source: ([^,}]+)")]
    private static partial Regex Leaves();

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
