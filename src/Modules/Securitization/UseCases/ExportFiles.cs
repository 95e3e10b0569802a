using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Modules.Securitization.Cashflow;
using Zhirong.Modules.Securitization.Excel;
using Zhirong.Modules.Securitization.Reports;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Securitization.UseCases;

/// <summary>A file to hand on.</summary>
internal sealed record ExportFile(byte[] Bytes, string ContentType);

/// <summary>What an export is made from.</summary>
internal sealed record ExportSource
{
    /// <summary>The deal as written.</summary>
    public required string Text { get; init; }

    public required DealPreparation Prepared { get; init; }

    /// <summary>The deal without the scenario; the same as <see cref="Prepared"/> when there is none.</summary>
    public required DealPreparation Base { get; init; }

    /// <summary>What the scenario supposes; null for the base.</summary>
    public required ScenarioDefinition? Scenario { get; init; }

    public required MarketData Market { get; init; }

    public required Language Language { get; init; }

    public required AmountUnit Unit { get; init; }

    /// <summary>When the file is made; a report prints its day.</summary>
    public required DateTimeOffset Moment { get; init; }

    public CashflowOptions Options => new() { Language = Language, Unit = Unit, InputHash = Prepared.InputHash };

    public DateOnly Today => DateOnly.FromDateTime(Moment.ToOffset(TimeSpan.FromHours(8)).DateTime);

    public byte[] Run(Func<DealRun, byte[]> write)
    {
        using var run = new ExactMachine(Prepared.Deal!).Run(Prepared.Scenario!);
        return write(run);
    }
}

/// <summary>The kinds of files the desk exports, by name.</summary>
internal static class ExportFiles
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static IReadOnlyList<string> Kinds { get; } = ["terms.xlsx", "cashflow.xlsx", "cashflow.csv", "deal.yaml", "report.html", "report.pdf", "report.docx"];

    /// <summary>Whether a kind shows figures and so needs a deal that can be computed.</summary>
    public static bool NeedsRun(string kind) => kind.StartsWith("cashflow", StringComparison.Ordinal) || kind.StartsWith("report", StringComparison.Ordinal);

    public static async Task<Result<ExportFile>> Of(string kind, ExportSource source, PagePrinter printer, CancellationToken cancel)
    {
        switch (kind)
        {
            case "terms.xlsx":
                return new ExportFile(DealWorkbook.Write(DocReader.Read(source.Text).Value, source.Language), Workbook);
            case "cashflow.xlsx":
                return new ExportFile(source.Run(run => CashflowWorkbook.Write(run.Deal, source.Prepared.Scenario!, run, source.Options)), Workbook);
            case "cashflow.csv":
                return new ExportFile(source.Run(run => CashflowCsv.Write(run.Deal, source.Prepared.Scenario!, run, source.Options)), "text/csv; charset=utf-8");
            case "report.html":
                return new ExportFile(Encoding.UTF8.GetBytes(ReportPage.Write(Report(source))), "text/html; charset=utf-8");
            case "report.docx":
                return new ExportFile(ReportDocument.Write(Report(source)), Document);
            case "report.pdf":
                var printed = await printer.Print(ReportPage.Write(Report(source)), source.Moment, cancel);
                return printed.Ok ? new ExportFile(printed.Value, "application/pdf") : Result<ExportFile>.Refused(printed.Refusals);
            default:
                return new ExportFile(Encoding.UTF8.GetBytes(source.Text), "application/yaml; charset=utf-8");
        }
    }

    public static Report Report(ExportSource source)
    {
        var deal = source.Base.Deal ?? source.Prepared.Deal!;
        using var run = new ExactMachine(source.Prepared.Deal!).Run(source.Prepared.Scenario!);
        using var baseRun = source.Scenario is null ? null : new ExactMachine(deal).Run(ResolvedScenario.Base);
        return ReportContents.Of(new()
        {
            Deal = deal,
            Run = run,
            BaseRun = baseRun,
            Scenario = source.Scenario,
            Analysis = DealAnalysis.Of(deal, source.Market),
            Outline = DealOutline.Of(deal),
            Findings = [.. source.Base.Findings, .. Calculate.CostFindings(source.Base, source.Market), .. RunWarnings.Of(run)],
            InputHash = source.Prepared.InputHash,
            Language = source.Language,
            AsOf = source.Today,
            Version = ProductVersion,
        });
    }

    private static string ProductVersion { get; } = typeof(ExportFiles).Assembly.GetName().Version?.ToString(3) ?? "";
}
