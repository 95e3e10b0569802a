using Zhirong.Engine.Waterfall.Run;

namespace Zhirong.Modules.Securitization.Reports;

/// <summary>Figures of a run as a report asks for them, in fen; periods are zero-based.</summary>
internal sealed class RunFigures
{
    private readonly Dictionary<string, int> lines;

    public RunFigures(DealRun run)
    {
        Run = run;
        Lines = LineTitles.Of(run.Deal);
        lines = Lines.Select((line, i) => (line.Line, i)).ToDictionary(l => l.Line, l => l.i);
        Summary = DealSummary.Of(run);
    }

    public DealRun Run { get; }

    public IReadOnlyList<LineTitle> Lines { get; }

    public IReadOnlyList<TrancheSummary> Summary { get; }

    public int Periods => Run.Deal.PeriodCount;

    public bool Residual(string tranche) => Run.Deal.Definition.Tranches.Any(t => t.Id == tranche && t.Residual);

    /// <summary>Index of a tranche in the run's own terms; -1 when they have none of that id.</summary>
    public int Tranche(string id) => Run.Deal.Definition.Tranches.ToList().FindIndex(t => t.Id == id);

    public int Support(string id) => Run.Deal.Definition.Supports.ToList().FindIndex(s => s.Id == id);

    /// <summary>Paid to a line on a date; 0 when the run has no such line.</summary>
    public long Paid(int period, string line) => lines.TryGetValue(line, out var index) ? Run.PaidFen(period, index) : 0;

    public long PaidInAll(string line) => Enumerable.Range(0, Periods).Sum(k => Paid(k, line));

    public long Collected(int period)
    {
        var row = Run.Period(period);
        return row.Interest + row.Principal + row.Recovery;
    }

    public long Drawn(int period) => Enumerable.Range(0, Run.Deal.Definition.Supports.Count).Sum(s => Run.DrawnFen(period, s));

    /// <summary>Sum over the lines of one kind whose owner fits.</summary>
    public long Sum(int period, LineKind kind, Func<string, bool>? owner = null) =>
        Lines.Where(l => l.Kind == kind && (owner is null || owner(l.Owner))).Sum(l => Paid(period, l.Line));

    /// <summary>Left unpaid on a date, over all lines.</summary>
    public long Unpaid(int period) => Enumerable.Range(0, Lines.Count).Sum(i => Run.UnpaidFen(period, i));

    /// <summary>Cash there on a date: carried over, collected, drawn and released.</summary>
    public long In(int period) => Run.Period(period).Opening + Collected(period) + Drawn(period) + Sum(period, LineKind.Release);

    /// <summary>Cash gone on a date, with what is carried on.</summary>
    public long Out(int period) => Lines.Where(l => l.Kind != LineKind.Release).Sum(l => Paid(period, l.Line)) + Run.Period(period).Carried;
}
