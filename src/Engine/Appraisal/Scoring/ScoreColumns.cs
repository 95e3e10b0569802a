using System.Runtime.CompilerServices;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>
/// Raw figures of many subjects, one column of floats for each indicator of a rubric in its order; NaN is missing. What was
/// scored by people or by words stands as its score.
/// </summary>
public sealed unsafe class ScoreColumns
{
    private readonly float[][] memory;
    private readonly byte[] vetoes;

    /// <param name="rubric">Whose indicators the columns are.</param>
    /// <param name="count">Subjects.</param>
    public ScoreColumns(Rubric rubric, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Rubric = rubric;
        Count = count;
        memory = [.. rubric.Indicators.Select(_ => GC.AllocateArray<float>(Rows + 16, pinned: true))];
        vetoes = GC.AllocateArray<byte>(Rows, pinned: true);
    }

    public Rubric Rubric { get; }

    public int Count { get; }

    /// <summary>Bytes held.</summary>
    public long Bytes => memory.Sum(m => (long)m.Length * sizeof(float)) + vetoes.Length;

    internal int Rows => (Count + 15) / 16 * 16;

    /// <summary>The column of an indicator by its place in the rubric.</summary>
    public Span<float> Column(int indicator) => new(Start(indicator), Count);

    /// <summary>1 where a veto makes a subject's total 0.</summary>
    public Span<byte> Vetoes => vetoes.AsSpan(0, Count);

    internal byte* VetoStart => (byte*)Unsafe.AsPointer(ref vetoes[0]);

    internal float* Start(int indicator) => (float*)(((nint)Unsafe.AsPointer(ref memory[indicator][0]) + 63) & ~(nint)63);
}
