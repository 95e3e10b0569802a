using System.Buffers;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>
/// The exact result of one run, in fen. Trace rows lie in a pooled buffer: dispose when done. Words are made on demand by
/// <see cref="DealRunJson"/> and <see cref="LineReason"/>.
/// </summary>
public sealed class DealRun : IDisposable
{
    private readonly int tranches;
    private readonly int supports;
    private LineTrace[] traces;
    private int traceCount;

    internal DealRun(ResolvedDeal deal, string scenario)
    {
        Deal = deal;
        Scenario = scenario;
        tranches = deal.Tranches.Length;
        supports = deal.Supports.Length;
        var periods = deal.PeriodCount;
        Rows = new PeriodRow[periods];
        TrancheBalances = new long[periods * tranches];
        SupportBalances = new long[periods * supports];
        Draws = new long[periods * supports];
        InterestLeft = new long[tranches];
        traces = ArrayPool<LineTrace>.Shared.Rent(Math.Max(16, periods * (deal.Orders.Max(o => o.Length) + 1)));
    }

    public ResolvedDeal Deal { get; }

    public string Scenario { get; }

    internal PeriodRow[] Rows { get; }

    internal long[] TrancheBalances { get; }

    /// <summary>Reserve balances and claims.</summary>
    internal long[] SupportBalances { get; }

    internal long[] Draws { get; }

    internal long LateRecovery { get; set; }

    /// <summary>Interest due and unpaid by tranche after the last date, also where the order never came to pay it.</summary>
    internal long[] InterestLeft { get; }

    internal List<TriggerFired> Fired { get; } = [];

    /// <summary>The triggers that fired, in the order they did: one-based period, trigger id, condition with the values it had.</summary>
    public IReadOnlyList<(int Period, string Trigger, string Reason)> FiredTriggers =>
        [.. Fired.Select(f => (f.Period + 1, Deal.Triggers[f.Trigger].Terms.Id, f.Reason))];

    /// <summary>Triggers whose condition could not be known, by index, with the names that were missing.</summary>
    internal SortedSet<int> UnknownTriggers { get; } = [];

    /// <summary>Conditions of steps that could not be known, by index.</summary>
    internal SortedSet<int> UnknownConditions { get; } = [];

    internal int TraceCount => traceCount;

    internal ReadOnlySpan<LineTrace> Traces(int period) =>
        traces.AsSpan(Rows[period].FirstTrace, Rows[period].TraceCount);

    internal Span<LineTrace> TracesFrom(int first) => traces.AsSpan(first, traceCount - first);

    internal void TruncateTraces(int count) => traceCount = count;

    internal ref LineTrace NextTrace()
    {
        if (traceCount == traces.Length)
        {
            var larger = ArrayPool<LineTrace>.Shared.Rent(traces.Length * 2);
            traces.CopyTo(larger, 0);
            ArrayPool<LineTrace>.Shared.Return(traces);
            traces = larger;
        }

        ref var next = ref traces[traceCount++];
        next = default;
        return ref next;
    }

    /// <summary>Fen paid to a line (by index into <see cref="ResolvedDeal.Lines"/>) on a zero-based date, over all its places in the order.</summary>
    public long PaidFen(int period, int line)
    {
        var sum = 0L;
        foreach (ref readonly var trace in Traces(period))
        {
            sum += trace.Line == line ? trace.Paid : 0;
        }

        return sum;
    }

    /// <summary>Fen left unpaid of what was owed on a zero-based date.</summary>
    public long UnpaidFen(int period, int line)
    {
        var left = 0L;
        foreach (ref readonly var trace in Traces(period))
        {
            // The last place of a line in the order tells what remained.
            left = trace.Line == line && !trace.Skipped ? trace.Short : left;
        }

        return left;
    }

    /// <summary>Balance of a tranche (by position in the terms) after a zero-based date.</summary>
    public long BalanceFen(int period, int tranche) => TrancheBalances[(period * tranches) + tranche];

    /// <summary>A reserve's balance or a provider's claim after a zero-based date.</summary>
    public long SupportFen(int period, int support) => SupportBalances[(period * supports) + support];

    public long DrawnFen(int period, int support) => Draws[(period * supports) + support];

    /// <summary>Index of a line name, -1 when the deal has no such line.</summary>
    public int Line(string name) => Deal.Lines.ToList().IndexOf(name);

    public PeriodRow Period(int period) => Rows[period];

    public void Dispose()
    {
        if (traces.Length > 0)
        {
            ArrayPool<LineTrace>.Shared.Return(traces);
            traces = [];
            traceCount = 0;
        }
    }
}

/// <summary>A trigger that fired for the first time, with its condition and the values it had.</summary>
internal readonly record struct TriggerFired(int Period, int Trigger, string Reason);

/// <summary>The pool's side of one date, in fen.</summary>
public struct PeriodRow
{
    public OrderMode Mode { get; internal set; }

    public long Opening { get; internal set; }

    public long Interest { get; internal set; }

    public long Principal { get; internal set; }

    public long Recovery { get; internal set; }

    public long Defaulted { get; internal set; }

    public long CumulativeDefaulted { get; internal set; }

    /// <summary>Cash kept for the next date.</summary>
    public long Carried { get; internal set; }

    /// <summary>In minus out; always 0.</summary>
    public long Check { get; internal set; }

    /// <summary>Principal written off on this date.</summary>
    public long WrittenOff { get; internal set; }

    internal int FirstTrace { get; set; }

    internal int TraceCount { get; set; }
}
