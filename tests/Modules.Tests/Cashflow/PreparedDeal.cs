using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Modules.Securitization.Cashflow;
using Zhirong.Modules.Tests.Excel;

namespace Zhirong.Modules.Tests.Cashflow;

/// <summary>A deal text and a scenario text on their way to an exact run.</summary>
internal sealed class PreparedDeal : IDisposable
{
    private static readonly HolidayTable Holidays = HolidayTable.Parse(
        Directory.EnumerateFiles(Path.Combine(Deals.Root, "data", "holidays"), "2*.json").Order(StringComparer.Ordinal)
            .Select(file => KeyValuePair.Create(Path.GetFileName(file), File.ReadAllText(file)))).Value;

    public PreparedDeal(string text, string? scenario = null)
    {
        var prepared = DealPreparation.From(Encoding.UTF8.GetBytes(text), scenario is null ? null : (ReadOnlyMemory<byte>?)Encoding.UTF8.GetBytes(scenario), Holidays);
        if (prepared.Deal is null || prepared.Scenario is null)
        {
            throw new InvalidOperationException(string.Join('\n', prepared.ShapeRefusals.Concat(prepared.Findings).Select(r => $"{r.Line}:{r.Column} {r.Path} {r.Code} {r.Sentence(Language.En)}")));
        }

        (Deal, Scenario) = (prepared.Deal, prepared.Scenario);
        Run = new ExactMachine(Deal).Run(Scenario);
    }

    public ResolvedDeal Deal { get; }

    public ResolvedScenario Scenario { get; }

    public DealRun Run { get; }

    public byte[] Workbook(Language language = Language.Zh, AmountUnit unit = AmountUnit.Yuan) =>
        CashflowWorkbook.Write(Deal, Scenario, Run, new() { Language = language, Unit = unit });

    public CashTable Table => new(Run, new(Deal.Definition), Language.Zh);

    public void Dispose() => Run.Dispose();

    public static string Case(string id) => File.ReadAllText(Path.Combine(Deals.Root, "cases", id, "deal.yaml"));

    public static string Bench(string name) => File.ReadAllText(Path.Combine(Deals.Root, "bench", $"{name}.yaml"));

    public static string Default(string obligor, int period, string more = "", string set = "") =>
        $$"""{"schema":"ipabs-scenario/v1","id":"{{obligor}} stops","defaults":[{"obligor":"{{obligor}}","period":{{period}},"recovery":"0.30","lag":2}]{{more}},"set":{ {{set}} } }""";
}
