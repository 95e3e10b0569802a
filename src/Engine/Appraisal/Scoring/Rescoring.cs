using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>Totals and grades of many subjects.</summary>
/// <param name="Totals">0 to 100; NaN where a side has no score.</param>
/// <param name="Grades">Place of the grade in the rubric, best first; <see cref="Rescoring.Insufficient"/>, <see cref="Rescoring.Vetoed"/>.</param>
public sealed record RescoreResult(float[] Totals, byte[] Grades);

/// <summary>
/// Scores millions by one rubric and scenario, sixteen at a time, as estimates within 0.001 points of the exact
/// <see cref="Scorer"/>; where a raw figure finer than a cell holds a side within 0.001 points of its floor, the floor may count or not. Parts of the columns may be scored by different threads.
/// </summary>
public sealed unsafe class Rescoring
{
    public const byte Insufficient = 254;
    public const byte Vetoed = 255;

    private const int MostSides = 10;
    private const float Rounding = 2e-6f;

    private readonly Rubric rubric;
    private readonly int[] sideEnds;
    private readonly int[] groupEnds;
    private readonly float[] weights;
    private readonly float[] groupWeights;
    private readonly float[] sideWeights;
    private readonly float[] floors;
    private readonly float[] floorFactors;
    private readonly float[] gradeFrom;

    public Rescoring(Rubric rubric, Scenario scenario)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rubric.Sides.Count, MostSides);
        this.rubric = rubric;
        var indicators = rubric.Indicators;
        List<IndicatorGroup> groups = [.. rubric.Sides.SelectMany(s => s.Groups)];
        groupEnds = Ends(groups.Select(g => g.Indicators.Count));
        sideEnds = Ends(rubric.Sides.Select(s => s.Groups.Count));
        weights = [.. groups.SelectMany(g => g.Indicators.Select(_ => (float)(g.Weight / g.Indicators.Count / ScoreColumns.Parts)))];
        groupWeights = [.. groups.Select(g => (float)g.Weight)];
        sideWeights = [.. scenario.Weights.Select(w => (float)w)];
        // A side that just reaches its floor may fall a rounding short of it.
        floors = [.. rubric.Sides.Select(s => s.FloorBelow is { } floor ? (float)(floor / 100) - Rounding : -1)];
        floorFactors = [.. rubric.Sides.Select(s => (float)s.FloorFactor)];
        gradeFrom = [.. rubric.Grades.SkipLast(1).Select(g => (float)g.From)];
    }

    /// <summary>Scores all subjects.</summary>
    /// <param name="columns">Their figures.</param>
    /// <param name="into">A result of as many subjects, to be overwritten; null makes a new one.</param>
    public RescoreResult Run(ScoreColumns columns, RescoreResult? into = null)
    {
        var result = into ?? new(new float[columns.Count], new byte[columns.Count]);
        Run(columns, result, 0, columns.Count);
        return result;
    }

    /// <summary>Scores the subjects from <paramref name="from"/> (a multiple of 16) to before <paramref name="to"/>.</summary>
    public void Run(ScoreColumns columns, RescoreResult into, int from, int to)
    {
        if (!columns.Fits(rubric))
        {
            throw new ArgumentException("columns of another rubric", nameof(columns));
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(from % 16, 0, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, columns.Count);
        var width = weights.Length;
        var sides = stackalloc Vector512<float>[MostSides];
        fixed (float* totals = into.Totals)
        fixed (byte* grades = into.Grades)
        {
            for (var i = from; i < to; i += ScoreColumns.Tile)
            {
                var tile = columns.Start + ((long)i * width);
                var gaps = Dense(tile, sides);
                var thin = gaps ? WithGaps(tile, sides) : Vector512<float>.Zero;
                var total = Total(sides);
                var grade = Grade(total, thin);
                Veto(columns.VetoStart + i, ref total, ref grade);
                if (i + ScoreColumns.Tile <= to)
                {
                    total.Store(totals + i);
                    Bytes(grade).Store(grades + i);
                }
                else
                {
                    Tail(total, grade, totals + i, grades + i, to - i);
                }
            }
        }
    }

    private static int[] Ends(IEnumerable<int> sizes)
    {
        var end = 0;
        return [.. sizes.Select(size => end += size)];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Wide(Vector256<ushort> parts) => Vector512.ConvertToSingle(
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(parts) : Vector512.Create(Vector256.WidenLower(parts), Vector256.WidenUpper(parts)).AsInt32());

    /// <summary>The sides of sixteen subjects with nothing missing; true when something is, and the sides mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Dense(ushort* tile, Vector512<float>* sides)
    {
        var most = Vector256<ushort>.Zero;
        var k = 0;
        fixed (float* w = weights)
        {
            for (var s = 0; s < sideEnds.Length; s++)
            {
                var sum = Vector512<float>.Zero;
                var end = groupEnds[sideEnds[s] - 1];
                for (; k < end; k++)
                {
                    var parts = Vector256.Load(tile + (k * ScoreColumns.Tile));
                    most = Vector256.Max(most, parts);
                    sum = Vector512.FusedMultiplyAdd(Wide(parts), Vector512.Create(w[k]), sum);
                }

                sides[s] = sum;
            }
        }

        return Vector256.EqualsAny(most, Vector256.Create(ScoreColumns.Missing));
    }

    /// <summary>Means of what is there, weights of what is there; returns all bits where the evidence is too thin for a grade.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector512<float> WithGaps(ushort* tile, Vector512<float>* sides)
    {
        var covered = Vector512<float>.Zero;
        int g = 0, k = 0;
        for (var s = 0; s < sideEnds.Length; s++)
        {
            var (sum, weight) = (Vector512<float>.Zero, Vector512<float>.Zero);
            for (; g < sideEnds[s]; g++)
            {
                var (points, present, size) = (Vector512<float>.Zero, Vector512<float>.Zero, groupEnds[g] - k);
                for (; k < groupEnds[g]; k++)
                {
                    var parts = Wide(Vector256.Load(tile + (k * ScoreColumns.Tile)));
                    var there = Vector512.LessThan(parts, Vector512.Create((float)ScoreColumns.Missing));
                    points += there & (parts * Vector512.Create(1f / ScoreColumns.Parts));
                    present += there & Vector512<float>.One;
                }

                var any = Vector512.GreaterThan(present, Vector512<float>.Zero);
                var part = any & Vector512.Create(groupWeights[g]);
                sum += part * (any & (points / Vector512.MaxNative(present, Vector512<float>.One)));
                weight += part;
                covered += Vector512.Create(groupWeights[g] * sideWeights[s] / size) * present;
            }

            // 0 ÷ 0 is NaN: no score on this side, none in all, unless the side weighs nothing.
            var side = sum / weight;
            sides[s] = sideWeights[s] == 0 ? Vector512.ConditionalSelect(Vector512.Equals(side, side), side, Vector512<float>.Zero) : side;
        }

        // Weights that just reach the floor may fall a rounding short of it.
        return Vector512.LessThan(covered, Vector512.Create((float)rubric.Coverage - Rounding));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Total(Vector512<float>* sides)
    {
        var total = Vector512<float>.Zero;
        for (var s = 0; s < sideWeights.Length; s++)
        {
            total = Vector512.FusedMultiplyAdd(sides[s], Vector512.Create(sideWeights[s]), total);
        }

        for (var s = 0; s < floors.Length; s++)
        {
            if (floors[s] >= 0)
            {
                total = Vector512.ConditionalSelect(Vector512.LessThan(sides[s], Vector512.Create(floors[s])), total * Vector512.Create(floorFactors[s]), total);
            }
        }

        return total * Vector512.Create(100f);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<int> Grade(Vector512<float> total, Vector512<float> thin)
    {
        var grade = Vector512<int>.Zero;
        foreach (var from in gradeFrom)
        {
            grade -= Vector512.LessThan(total, Vector512.Create(from)).AsInt32();
        }

        var none = (thin.AsInt32() | ~Vector512.Equals(total, total).AsInt32());
        return Vector512.ConditionalSelect(none, Vector512.Create((int)Insufficient), grade);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Veto(byte* vetoes, ref Vector512<float> total, ref Vector512<int> grade)
    {
        var bytes = Vector128.Load(vetoes);
        if (bytes == Vector128<byte>.Zero)
        {
            return;
        }

        for (var lane = 0; lane < 16; lane++)
        {
            if (bytes[lane] != 0)
            {
                total = total.WithElement(lane, 0);
                grade = grade.WithElement(lane, Vetoed);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Bytes(Vector512<int> grade)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector128Byte(grade.AsUInt32());
        }

        var halves = Vector256.Narrow(grade.GetLower().AsUInt32(), grade.GetUpper().AsUInt32());
        return Vector128.Narrow(halves.GetLower(), halves.GetUpper());
    }

    private static void Tail(Vector512<float> total, Vector512<int> grade, float* totals, byte* grades, int count)
    {
        for (var lane = 0; lane < count; lane++)
        {
            totals[lane] = total[lane];
            grades[lane] = (byte)grade[lane];
        }
    }
}
