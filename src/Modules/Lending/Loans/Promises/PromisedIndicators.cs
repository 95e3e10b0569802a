using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>What a miss leads to; nothing of it is ever applied by itself.</summary>
/// <param name="Kind"><c>none</c>, <c>task</c>, <c>rate_step</c>.</param>
/// <param name="Days">Calendar days of a task from the day it was measured, 1 to 365; 0 of others.</param>
/// <param name="BasisPoints">By how much a higher rate is proposed, 1 to 1000; 0 of others.</param>
public sealed record MissedRule(string Kind, int Days, int BasisPoints);

/// <summary>An indicator a borrower may promise.</summary>
/// <param name="Unit"><c>yuan</c> (two decimals), <c>percent</c> (four), <c>count</c> (none).</param>
/// <param name="Direction"><c>at_least</c>, <c>at_most</c>.</param>
/// <param name="Baseline">Where the register holds its figure; empty where it does not.</param>
public sealed record PromisedIndicator(string Id, Words Title, string Unit, string Direction, string Baseline, MissedRule Missed);

/// <summary>Indicators borrowers may promise when they apply: <c>zhirong/promised-indicators/v1</c>.</summary>
/// <param name="Version">Rises with every change; what was submitted stays as it was frozen.</param>
/// <param name="Months">From the first payout to the day of a promise that names none, 1 to 120.</param>
/// <param name="Roll">What becomes of a measuring day that is none of work; never before the promise runs out.</param>
public sealed record PromisedIndicators(string Id, string Version, int Months, RollRule Roll, IReadOnlyList<PromisedIndicator> Indicators)
{
    /// <summary>What the file's <c>schema</c> says.</summary>
    public const string Schema = "zhirong/promised-indicators/v1";

    private static readonly string[] Rolls = ["following", "none"];

    /// <summary>Id and version.</summary>
    public string Name => $"{Id} {Version}";

    /// <summary>Null where the list has none of the id.</summary>
    public PromisedIndicator? Find(string? id) => Indicators.FirstOrDefault(i => i.Id == id);

    /// <summary>Reads the file; refused with DOC, FLD, LEN-1351 (a consequence with what it does not take).</summary>
    public static Result<PromisedIndicators> Read(ReadOnlyMemory<byte> bytes) => FileFields.File(bytes, Schema, (root, refusals) =>
    {
        root.Date("dated", required: true);
        root.Flag("verified");
        var source = root.Map("source", required: true);
        source?.Text("zh", required: true);
        source?.Text("en", required: true);
        source?.Finish();
        FileFields.Title(root, "");
        var roll = root.OneOf("roll", Rolls, required: true) == "none" ? RollRule.None : RollRule.Following;
        var indicators = FileFields.Items(root, "indicators", refusals, item => One(item, refusals), required: true, max: 200);
        return new PromisedIndicators(FileFields.Id(root, refusals), root.Text("version", required: true) ?? "", root.Whole("months", 1, 120, required: true) ?? 12, roll, indicators);
    });

    private static PromisedIndicator One(FieldReader item, List<Refusal> refusals) => new(
        FileFields.Id(item, refusals), FileFields.Title(item, ""), item.OneOf("unit", PromiseWords.Units, required: true) ?? PromiseWords.Count, item.OneOf("direction", PromiseWords.Directions, required: true) ?? PromiseWords.AtLeast,
        item.OneOf("baseline", IndicatorBaseline.Sources) ?? "", Missed(item, refusals));

    private static MissedRule Missed(FieldReader item, List<Refusal> refusals)
    {
        var map = item.Map("missed", required: true);
        var kind = map?.OneOf("kind", PromiseWords.Consequences, required: true) ?? PromiseWords.Nothing;
        var days = map?.Whole("days", 1, 365, required: kind == PromiseWords.Task);
        var points = map?.Whole("basis_points", 1, 1_000, required: kind == PromiseWords.RateStep);
        foreach (var (key, found, of) in new[] { ("days", days, PromiseWords.Task), ("basis_points", points, PromiseWords.RateStep) })
        {
            if (found is { } given && kind != of)
            {
                refusals.Add(PromiseRefusals.Consequence($"{item.Join("missed")}.{key}", $"{given}", kind));
            }
        }

        map?.Finish();
        return new(kind, days ?? 0, points ?? 0);
    }
}
