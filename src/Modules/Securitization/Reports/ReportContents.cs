namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Puts the sections of a report together, in the order a committee reads them.</summary>
internal static class ReportContents
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    public static DealReport Of(ReportInput input)
    {
        var wording = new Wording(input.Language);
        var outline = input.Outline;
        var name = wording.Name(outline.NameZh, outline.NameEn, outline.Code);
        return new()
        {
            Language = input.Language,
            Kind = wording.T("交易概要", "Deal summary"),
            Name = name,
            Head = wording.T($"知融 · 交易概要 · {Wording.Plain(outline.Code)}", $"Zhirong · Deal summary · {Wording.Plain(outline.Code)}"),
            Facts = TitleBlock(input, wording),
            Sections = Sections(input, wording),
            Disclaimer = wording.T(
                "本报告由知融依据所载交易文本、情景与公布数据计算得出。知融只计算，不提供投资、法律、会计、税务或评级意见；标注为假设的内容须由使用者自行核实。",
                "This report was computed by Zhirong from the deal text, scenario and published data named in it. Zhirong computes; it does not give investment, legal, accounting, tax or rating advice. What is marked as assumed is for the reader to verify."),
            PrintHint = wording.T("打印：按 Ctrl+P（macOS 为 ⌘P），纸张选 A4，缩放 100%，打开“背景图形”。此行不会印出。", "To print: Ctrl+P (⌘P on macOS), paper A4, scale 100%, background graphics on. This line is not printed."),
            AsOf = input.AsOf,
        };
    }

    /// <summary>The scenario shown, in words.</summary>
    public static string Scenario(ReportInput input, Wording wording) =>
        input.BaseRun is null ? wording.T("基准（无情景）", "base (no scenario)") : Wording.Plain(input.Run.Scenario);

    private static IReadOnlyList<ReportFact> TitleBlock(ReportInput input, Wording wording)
    {
        var outline = input.Outline;
        return
        [
            new(wording.T("交易编号", "Deal"), Wording.Plain(outline.Code)),
            new(wording.T("挂牌市场", "Market"), ReportTerms.Market(outline.Market, wording)),
            new(wording.T("交易结构", "Structure"), ReportTerms.Structure(outline.Structure, wording)),
            new(wording.T("发行规模", "Issue size"), Amount(Wording.Fen(outline.Size), wording)),
            new(wording.T("设立日", "Closing"), wording.Day(input.Deal.Definition.Dates.Closing)),
            new(wording.T("预期到期日", "Expected maturity"), wording.Day(input.Deal.Definition.Dates.ExpectedMaturity)),
            .. input.BaseRun is null ? Array.Empty<ReportFact>() : [new ReportFact(wording.T("情景", "Scenario"), Scenario(input, wording))],
            new(wording.T("报告日期", "Report date"), wording.Day(input.AsOf)),
            new(wording.T("软件版本", "Software"), wording.T($"知融 {Wording.Plain(input.Version)}", $"Zhirong {Wording.Plain(input.Version)}")),
            new(wording.T("输入校验值（SHA-256）", "Input hash (SHA-256)"), Wording.Plain(input.InputHash.Replace("sha256:", "", StringComparison.Ordinal))),
        ];
    }

    /// <summary>A single amount with its unit: 14,500.00 万元, CNY 145,000,000.00.</summary>
    public static string Amount(long fen, Wording wording) => wording.T($"{Wording.Wan(fen)} 万元", $"CNY {Wording.Yuan(fen)}");

    private static List<ReportSection> Sections(ReportInput input, Wording wording)
    {
        List<(string Id, string Title, IReadOnlyList<ReportBlock> Blocks)> parts =
        [
            ("overview", wording.T("交易概览", "Overview"), OverviewSection.Of(input, wording)),
            ("structure", wording.T("交易结构", "Structure"), StructureSection.Of(input, wording)),
            ("pool", wording.T("基础资产", "Pool"), PoolSection.Of(input, wording)),
            ("tranches", wording.T("证券", "Securities"), TrancheSection.Of(input, wording)),
            ("cash", wording.T("现金流", "Cash flows"), CashSection.Of(input, wording)),
            ("support", wording.T("增信与触发", "Supports and triggers"), SupportSection.Of(input, wording)),
            ("costs", wording.T("费用与企业综合融资成本", "Fees and borrowers' all-in cost"), CostSection.Of(input, wording)),
        ];
        if (input.BaseRun is not null)
        {
            parts.Add(("scenario", wording.T("情景", "Scenario"), ScenarioSection.Of(input, wording)));
        }

        parts.Add(("findings", wording.T("校验发现与数据来源", "Findings and sources"), FindingSection.Of(input, wording)));
        parts.Add(("seals", wording.T("签章处", "Seals"), FindingSection.Seals(input, wording)));
        return [.. parts.Select((part, i) => Fitted(part, i + 1, wording))];
    }

    /// <summary>
    /// A section lies when a table of figures does not fit upright; what does not fit even then is split by columns. Tables and
    /// pictures are numbered here, within their section.
    /// </summary>
    private static ReportSection Fitted((string Id, string Title, IReadOnlyList<ReportBlock> Blocks) part, int number, Wording wording)
    {
        var landscape = part.Blocks.OfType<ReportTable>().Any(table => TableFit.Of(table, TableFit.Upright) is null);
        var (tables, figures, blocks) = (0, 0, new List<ReportBlock>());
        foreach (var block in part.Blocks)
        {
            blocks.AddRange(block switch
            {
                ReportTable table => Pieces(Numbered(table), landscape ? TableFit.Lying : TableFit.Upright, wording),
                ReportStructure structure => [structure with { Title = Figure(structure.Title), Table = Numbered(structure.Table) }],
                ReportChart chart => [chart with { Title = Figure(chart.Title) }],
                _ => [block],
            });
        }

        return new(part.Id, wording.En ? $"{number}. {part.Title}" : $"{Numerals[number - 1]}、{part.Title}", landscape, blocks);

        ReportTable Numbered(ReportTable table) => table with { Title = $"{wording.T("表", "Table")} {number}-{++tables}{wording.T("　", ". ")}{table.Title}" };

        string Figure(string title) => $"{wording.T("图", "Figure")} {number}-{++figures}{wording.T("　", ". ")}{title}";
    }

    private static IEnumerable<ReportBlock> Pieces(ReportTable table, decimal width, Wording wording) =>
        TableFit.Split(table, width, part => wording.T($"（续 {part - 1}）", $" (continued {part - 1})"));
}
