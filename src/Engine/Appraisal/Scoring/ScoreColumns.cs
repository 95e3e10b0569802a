using System.Runtime.CompilerServices;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>
/// Raw figures of many subjects, one column of floats for each indicator of a rubric in its order; NaN is missing. What was
/// scored by people or by words stands as its score. Sixteen subjects lie together, indicator after indicator, so that whoever
/// scores them reads memory from its beginning to its end.
/// </summary>
public sealed unsafe class ScoreColumns
{
    /// <summary>Subjects that lie together.</summary>
    internal const int Tile = 16;

    private readonly float[] memory;
    private readonly byte[] vetoes;
    private readonly IReadOnlyList<Indicator> indicators;
    private readonly int width;

    /// <param name="rubric">Whose indicators the columns are.</param>
    /// <param name="count">Subjects, at least one; times the indicators they fit into one array (some two thousand million figures).</param>
    public ScoreColumns(Rubric rubric, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Rubric = rubric;
        Count = count;
        indicators = rubric.Indicators;
        width = indicators.Count;
        var figures = ((long)count + Tile - 1) / Tile * Tile * width;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figures, Array.MaxLength - Tile, nameof(count));
        memory = GC.AllocateArray<float>((int)figures + Tile, pinned: true);
        vetoes = GC.AllocateArray<byte>(Rows, pinned: true);
    }

    public Rubric Rubric { get; }

    public int Count { get; }

    /// <summary>Bytes held.</summary>
    public long Bytes => ((long)memory.Length * sizeof(float)) + vetoes.Length;

    internal int Rows => (Count + Tile - 1) / Tile * Tile;

    /// <summary>The column of an indicator by its place in the rubric.</summary>
    public ScoreColumn Column(int indicator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(indicator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indicator, width);
        return new(this, indicator);
    }

    /// <summary>1 where a veto makes a subject's total 0.</summary>
    public Span<byte> Vetoes => vetoes.AsSpan(0, Count);

    /// <summary>
    /// Writes what is known of a subject as <see cref="Scorer"/> takes it: the fact where it has a step or a scale, else the
    /// expert's score, else missing. Scores of indicators the rubric does not have, or takes from facts alone, are passed over.
    /// </summary>
    /// <param name="subject">Place among the subjects.</param>
    /// <param name="scenario">The use, for a veto may concern some uses alone.</param>
    /// <param name="kind">Category of the right, for the same reason.</param>
    /// <param name="facts">Facts by name.</param>
    /// <param name="scores">Experts' scores by indicator, 0 to 100.</param>
    public void Put(int subject, Scenario scenario, string kind, IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, decimal> scores)
    {
        for (var k = 0; k < width; k++)
        {
            Cell(k, subject) = Raw(indicators[k], facts, scores);
        }

        vetoes[subject] = Rubric.Vetoes.Any(v => v.Effect != VetoEffect.Warning && v.Concerns(kind, scenario.Id) && facts.TryGetValue(v.Fact, out var word) && v.In.Contains(word)) ? (byte)1 : (byte)0;
    }

    /// <summary>Whether a rubric reads these columns: the same indicators in the same order, scored the same way.</summary>
    public bool Fits(Rubric rubric) => ReferenceEquals(rubric, Rubric) || indicators.Select(Shape).SequenceEqual(rubric.Indicators.Select(Shape));

    private static (string, IndicatorMode, LinearScale?) Shape(Indicator indicator) => (indicator.Id, indicator.Mode, indicator.Scale);

    private static float Raw(Indicator indicator, IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, decimal> scores)
    {
        if (indicator.Mode != IndicatorMode.Expert && indicator.Fact is { } name && facts.TryGetValue(name, out var fact))
        {
            if (indicator.Scale is not null && FieldReader.TryNumber(fact, out var number))
            {
                return (float)number;
            }

            if (indicator.Anchors.FirstOrDefault(a => a.Matches(fact)) is { } anchor)
            {
                return OfScore(indicator, anchor.Score);
            }
        }

        return indicator.Mode != IndicatorMode.Auto && scores.TryGetValue(indicator.Id, out var score) ? OfScore(indicator, score) : float.NaN;
    }

    /// <summary>A score as the column writes it: where it holds a raw figure, the figure that has this score.</summary>
    private static float OfScore(Indicator indicator, decimal score) =>
        (float)(indicator.Scale is { } scale ? scale.Low + (score / 100 * (scale.High - scale.Low)) : score);

    internal byte* VetoStart => (byte*)Unsafe.AsPointer(ref vetoes[0]);

    /// <summary>The first tile, on a line of the processor's cache.</summary>
    internal float* Start => (float*)(((nint)Unsafe.AsPointer(ref memory[0]) + 63) & ~(nint)63);

    internal ref float Cell(int indicator, int subject)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(subject);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(subject, Count);
        return ref Start[((((long)(subject / Tile)) * width) + indicator) * Tile + (subject % Tile)];
    }
}

/// <summary>One indicator's figures, by subject.</summary>
public readonly struct ScoreColumn
{
    private readonly ScoreColumns columns;
    private readonly int indicator;

    internal ScoreColumn(ScoreColumns columns, int indicator) => (this.columns, this.indicator) = (columns, indicator);

    public int Length => columns.Count;

    public ref float this[int subject] => ref columns.Cell(indicator, subject);
}
