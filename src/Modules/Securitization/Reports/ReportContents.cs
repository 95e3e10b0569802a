using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Puts the sections of a report together, in the order a committee reads them.</summary>
internal static class ReportContents
{
    public static Report Of(ReportInput input)
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

    private static IReadOnlyList<ReportSection> Sections(ReportInput input, Wording wording)
    {
        List<ReportPart> parts =
        [
            new("overview", wording.T("交易概览", "Overview"), OverviewSection.Of(input, wording)),
            new("structure", wording.T("交易结构", "Structure"), StructureSection.Of(input, wording)),
            new("pool", wording.T("基础资产", "Pool"), PoolSection.Of(input, wording)),
            new("tranches", wording.T("证券", "Securities"), TrancheSection.Of(input, wording)),
            new("cash", wording.T("现金流", "Cash flows"), CashSection.Of(input, wording)),
            new("support", wording.T("增信与触发", "Supports and triggers"), SupportSection.Of(input, wording)),
            new("costs", wording.T("费用与企业综合融资成本", "Fees and borrowers' all-in cost"), CostSection.Of(input, wording)),
        ];
        if (input.BaseRun is not null)
        {
            parts.Add(new("scenario", wording.T("情景", "Scenario"), ScenarioSection.Of(input, wording)));
        }

        parts.Add(new("findings", wording.T("校验发现与数据来源", "Findings and sources"), FindingSection.Of(input, wording)));
        parts.Add(new("seals", wording.T("签章处", "Seals"), FindingSection.Seals(input, wording)));
        return ReportLayout.Sections(parts, wording);
    }
}
