using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Credit;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Costs;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Securitization;
using Zhirong.Modules.Securitization.Analysis;
using Zhirong.Modules.Securitization.Reports;
using Zhirong.Platform.Office.Reports;

namespace Zhirong.Modules.Tests.Reports;

/// <summary>Reports of the founding deals, as the endpoints make them.</summary>
internal static class ReportCases
{
    private static string Root { get; } = FindRoot();

    public static MarketData Market { get; } = new(
        HolidayTable.Parse(Directory.EnumerateFiles(Path.Combine(Root, "data", "holidays"), "2*.json").Order(StringComparer.Ordinal).Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f)))).Value,
        LprTable.Parse(File.ReadAllText(Path.Combine(Root, "data", "rates", "lpr.csv"))).Value);

    /// <summary>The text of a founding deal.</summary>
    public static string Deal(string id) => File.ReadAllText(Path.Combine(Root, "cases", id, "deal.yaml"));

    /// <summary>A deal of 36 monthly dates.</summary>
    public static string Monthly() => Deal("S05").Replace("{every: 3M, first: 2022-03-28, last: 2024-12-28}", "{every: 1M, first: 2022-01-28, last: 2024-12-28}", StringComparison.Ordinal)
        .Replace("periods: 12, every: 3M", "periods: 36, every: 1M", StringComparison.Ordinal).Replace("nominal/4", "nominal/12", StringComparison.Ordinal)
        .Replace("amort: unit_schedule, unit_principal: [8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.33, 8.37]", "amort: pass_through", StringComparison.Ordinal);

    /// <summary>A scenario in which the named obligors stop on the first date and the named support is off.</summary>
    public static string Defaults(string name, string support, params string[] obligors) =>
        $$$"""{"schema":"ipabs-scenario/v1","id":"{{{name}}}","defaults":[{{{string.Join(',', obligors.Select(o => $$"""{"obligor":"{{o}}","period":1,"recovery":"0.20","lag":0}"""))}}}],"set":{"support.{{{support}}}.limit":"0"}}""";

    /// <summary>The report of a deal text and a scenario; the runs stay readable while the test uses them.</summary>
    public static Prepared Of(string deal, string? scenario, Language language)
    {
        var text = Encoding.UTF8.GetBytes(deal);
        var plain = DealPreparation.From(text, null, Market.Holidays);
        var shown = scenario is null ? plain : DealPreparation.From(text, Encoding.UTF8.GetBytes(scenario), Market.Holidays);
        if (plain.Deal is null || shown.Deal is null)
        {
            throw new InvalidOperationException(string.Join("; ", plain.ShapeRefusals.Concat(shown.ShapeRefusals).Concat(plain.Findings).Select(r => r.Sentence(Language.En))));
        }

        var run = new ExactMachine(shown.Deal).Run(shown.Scenario!);
        var before = scenario is null ? null : new ExactMachine(plain.Deal).Run(plain.Scenario!);
        var costs = plain.Definition!.Costs is { } terms ? DealCosts.Of(plain.Definition, terms with { Items = [] }, Market.Lpr).Refusals : [];
        var input = new ReportInput
        {
            Deal = plain.Deal,
            Run = run,
            BaseRun = before,
            Scenario = scenario is null ? null : ScenarioReader.Read(Encoding.UTF8.GetBytes(scenario)).Value,
            Analysis = DealAnalysis.Of(plain.Deal, Market),
            Outline = DealOutline.Of(plain.Deal),
            Findings = [.. plain.Findings, .. costs, .. RunWarnings.Of(run)],
            InputHash = $"sha256:{shown.InputHash}",
            Language = language,
            AsOf = new(2026, 3, 9),
            Version = "0.1.0",
        };
        return new(input, ReportContents.Of(input));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zhirong.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Zhirong.slnx above {AppContext.BaseDirectory}.");
    }
}

internal sealed record Prepared(ReportInput Input, Report Report) : IDisposable
{
    public void Dispose()
    {
        Input.Run.Dispose();
        Input.BaseRun?.Dispose();
    }
}
