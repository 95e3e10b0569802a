namespace Zhirong.Engine.Appraisal.Simulation;

/// <summary>The same draws for many assets (common random numbers): differences between assets are then no noise.</summary>
public sealed unsafe class CommonDraws
{
    internal const int Inputs = 5;
    private readonly AlignedDoubles normals;
    private readonly AlignedDoubles royalty;
    private double royaltySpread = double.NaN;

    /// <param name="seed">The same seed gives the same draws.</param>
    /// <param name="paths">Rounded up to a multiple of 16 in memory.</param>
    public CommonDraws(ulong seed, int paths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        Paths = paths;
        Row = (paths + 15) / 16 * 16;
        normals = new(Inputs * Row / 2);
        royalty = new(Row / 2);
        var draws = new Draws(seed);
        draws.Fill(Input(0), Inputs * Row);
    }

    public int Paths { get; }

    internal int Row { get; }

    internal float* Input(int input) => (float*)normals.Start + (input * Row);

    /// <summary>e^(spread × draw) for the royalty, kept while the spread stays the same.</summary>
    internal float* Royalty(double spread)
    {
        var raised = (float*)royalty.Start;
        if (spread != royaltySpread)
        {
            new ReadOnlySpan<float>(Input(1), Row).CopyTo(new(raised, Row));
            Draws.Raise(raised, spread, Row);
            royaltySpread = spread;
        }

        return raised;
    }
}
