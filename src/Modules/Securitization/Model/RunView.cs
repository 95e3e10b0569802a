using System.Text.Json;
using System.Text.Json.Serialization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Securitization.Model;

public sealed record RunWarning(string Code, string Message);

public sealed record CollectedView(string Interest, string Principal, string Recovery);

/// <summary>A trigger that fired: one-based period and its condition with the values it had.</summary>
public sealed record FiredView(int K, string Trigger, string Reason);

/// <summary>One payment date of a run, as <c>zhirong/deal-run/v1</c> prints it.</summary>
public sealed record PeriodView
{
    public required int K { get; init; }

    public required string Date { get; init; }

    public required string PayDate { get; init; }

    public required int Days { get; init; }

    public required string Mode { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Provisional { get; init; }

    public required CollectedView Collected { get; init; }

    public required string Defaulted { get; init; }

    public required string CumDefaultRatio { get; init; }

    public required IReadOnlyDictionary<string, string> Drawn { get; init; }

    public required IReadOnlyDictionary<string, string> Paid { get; init; }

    public required IReadOnlyDictionary<string, string> Unpaid { get; init; }

    public required IReadOnlyDictionary<string, string> Balances { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WrittenOff { get; init; }

    public required string CarriedCash { get; init; }

    public required string Check { get; init; }

    public required IReadOnlyDictionary<string, string> Chain { get; init; }
}

public sealed record TrancheSummaryView(string Interest, string Principal, string Residual, string? Wal, string? Irr, string Unpaid);

/// <summary>A run as <c>deal run --json</c> prints it, with the triggers that fired.</summary>
public sealed record RunView
{
    public required string Schema { get; init; }

    public required string Deal { get; init; }

    public required string Scenario { get; init; }

    public required string InputHash { get; init; }

    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    public required IReadOnlyList<PeriodView> Periods { get; init; }

    public required IReadOnlyDictionary<string, TrancheSummaryView> Summary { get; init; }

    public IReadOnlyList<FiredView> Fired { get; init; } = [];

    /// <summary>Taken from the very bytes the command line prints, so that both always say the same.</summary>
    internal static RunView Of(DealRun run, string inputHash, Language language) =>
        JsonSerializer.Deserialize<RunView>(Bytes(run, inputHash, language), WebJson.Options)! with
        {
            Fired = [.. run.FiredTriggers.Select(f => new FiredView(f.Period, f.Trigger, f.Reason))],
        };

    private static byte[] Bytes(DealRun run, string inputHash, Language language)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            DealRunJson.Write(writer, run, inputHash, RunWarnings.Of(run), language);
        }

        return memory.ToArray();
    }
}
