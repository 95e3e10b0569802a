using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>Why a line was paid what it was paid on a date: due, cap, cash, support, shortage, rule and place in the order.</summary>
public sealed record LineReason
{
    public required int Period { get; init; }

    public required DateOnly Date { get; init; }

    public required string Line { get; init; }

    public required OrderMode Mode { get; init; }

    /// <summary>Place of the step, as a path in the deal file: <c>waterfalls.normal.3</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>One-based place of the line among the lines of the order.</summary>
    public required int Position { get; init; }

    public required int Positions { get; init; }

    public required Money Due { get; init; }

    /// <summary>What had to be paid on the date (a sweep's schedule, not its whole balance).</summary>
    public required Money Owed { get; init; }

    public Money? Cap { get; init; }

    public required Money Available { get; init; }

    public required Money FromSupport { get; init; }

    public required Money Paid { get; init; }

    public required Money Shortage { get; init; }

    /// <summary>The step's condition as written, when it has one; <see cref="Skipped"/> tells its outcome.</summary>
    public string? Condition { get; init; }

    public required bool Skipped { get; init; }

    /// <summary>How the due was computed.</summary>
    public required Words Formula { get; init; }

    /// <summary>The lines that came earlier in the order, with what they took.</summary>
    public required IReadOnlyList<KeyValuePair<string, Money>> Before { get; init; }

    /// <summary>All places of a line on a date (a line may stand twice in an order); refused when the run has no such line (RUN-0201).</summary>
    /// <param name="run">The run.</param>
    /// <param name="period">One-based payment period.</param>
    /// <param name="line">Line name as in <c>paid</c>.</param>
    public static Result<IReadOnlyList<LineReason>> Of(DealRun run, int period, string line)
    {
        var index = run.Line(line);
        if (index < 0 || period < 1 || period > run.Deal.PeriodCount)
        {
            return Refused(run, period, line);
        }

        var reasons = new List<LineReason>();
        var before = new List<KeyValuePair<string, Money>>();
        var traces = run.Traces(period - 1);
        for (var i = 0; i < traces.Length; i++)
        {
            if (traces[i].Line == index)
            {
                reasons.Add(Reason(run, period - 1, traces[i], i + 1, traces.Length, [.. before]));
            }

            before.Add(new(run.Deal.Lines[traces[i].Line], Money.OfFen(traces[i].Paid)));
        }

        return reasons.Count > 0 ? reasons : Refused(run, period, line);
    }

    private static Refusal Refused(DealRun run, int period, string line)
    {
        var known = string.Join(", ", run.Deal.Lines);
        return new()
        {
            Code = "RUN-0201",
            Path = "why",
            Found = $"{period}:{line}",
            Expected = new($"1…{run.Deal.PeriodCount}:（{known}）", $"1…{run.Deal.PeriodCount}:({known})"),
            Message = new("这一期没有这个支付项", "There is no such line on that date"),
        };
    }

    private static LineReason Reason(DealRun run, int k, in LineTrace trace, int position, int positions, IReadOnlyList<KeyValuePair<string, Money>> before)
    {
        var deal = run.Deal;
        var operation = deal.Orders[(int)trace.Mode][trace.Operation];
        return new()
        {
            Period = k + 1,
            Date = deal.Periods[k].Date,
            Line = deal.Lines[trace.Line],
            Mode = trace.Mode,
            Rule = $"waterfalls.{Written(deal, trace.Mode).Word()}.{operation.Step}",
            Position = position,
            Positions = positions,
            Due = Money.OfFen(trace.Due),
            Owed = Money.OfFen(trace.Owed),
            Cap = trace.Cap == long.MaxValue ? null : Money.OfFen(trace.Cap),
            Available = Money.OfFen(trace.Available),
            FromSupport = Money.OfFen(trace.FromSupport),
            Paid = Money.OfFen(trace.Paid),
            Shortage = Money.OfFen(trace.Skipped ? 0 : trace.Short),
            Condition = operation.When < 0 ? null : deal.Conditions[operation.When].Text,
            Skipped = trace.Skipped,
            Formula = LineFormula.Of(run, k, operation),
            Before = before,
        };
    }

    /// <summary>The order a mode really runs: its own, or the one it falls back to.</summary>
    private static OrderMode Written(ResolvedDeal deal, OrderMode mode)
    {
        while (mode != OrderMode.Normal && !deal.Definition.Orders.ContainsKey(mode))
        {
            mode = mode == OrderMode.Accelerated ? OrderMode.Normal : OrderMode.Accelerated;
        }

        return mode;
    }
}
