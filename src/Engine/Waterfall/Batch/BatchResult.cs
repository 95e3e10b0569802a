namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>Totals of each scenario, as estimates in yuan and years.</summary>
public sealed class BatchResult
{
    private readonly double[][] interest;
    private readonly double[][] principal;
    private readonly double[][] residual;
    private readonly double[][] unpaid;
    private readonly double[][] life;
    private readonly double[][] drawn;

    internal BatchResult(int count, int tranches, int supports)
    {
        Count = count;
        (interest, principal, residual, unpaid, life) = (Columns(tranches), Columns(tranches), Columns(tranches), Columns(tranches), Columns(tranches));
        drawn = Columns(supports);
        Defaulted = new double[count];

        double[][] Columns(int n) => [.. Enumerable.Range(0, n).Select(_ => new double[count])];
    }

    public int Count { get; }

    /// <summary>Scenarios that took the exact run because the deal uses a term the vector path does not have.</summary>
    public int ExactRuns { get; internal set; }

    internal double[] Defaulted { get; }

    /// <summary>Interest paid to a tranche (by position), one figure for each scenario.</summary>
    public Span<double> InterestEstimate(int tranche) => interest[tranche];

    public Span<double> PrincipalEstimate(int tranche) => principal[tranche];

    public Span<double> ResidualEstimate(int tranche) => residual[tranche];

    /// <summary>Balance left after the last date.</summary>
    public Span<double> UnpaidEstimate(int tranche) => unpaid[tranche];

    /// <summary>Principal-weighted years from closing, ACT/365F, over what was paid; 0 when nothing was.</summary>
    public Span<double> AverageLifeEstimate(int tranche) => life[tranche];

    /// <summary>All draws on a support (by position).</summary>
    public Span<double> DrawnEstimate(int support) => drawn[support];

    /// <summary>Principal defaulted.</summary>
    public ReadOnlySpan<double> DefaultedEstimate => Defaulted;
}
