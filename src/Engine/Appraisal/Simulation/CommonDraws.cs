using System.Runtime.Intrinsics;

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
        normals = new(Inputs * Row);
        royalty = new(Row);
        var draws = new Draws(seed);
        for (var k = 0; k < Inputs * Row; k += 16)
        {
            draws.Normals(out var low, out var high);
            low.Store(normals.Start + k);
            high.Store(normals.Start + k + 8);
        }
    }

    public int Paths { get; }

    internal int Row { get; }

    internal double* Input(int input) => normals.Start + (input * Row);

    /// <summary>e^(spread × draw) for the royalty, kept while the spread stays the same.</summary>
    internal double* Royalty(double spread)
    {
        if (spread != royaltySpread)
        {
            var z = Input(1);
            for (var k = 0; k < Row; k += 8)
            {
                Lanes.Exp(Vector512.Load(z + k) * Vector512.Create(spread)).Store(royalty.Start + k);
            }

            royaltySpread = spread;
        }

        return royalty.Start;
    }
}
