using System.Runtime.CompilerServices;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Scoring;

/// <summary>
/// Scores of many subjects, one column for each indicator of a rubric in its order. A cell takes two bytes: the score in
/// <see cref="Parts"/> of its scale, so that every score of two decimals is held exactly and any other to a twelfth of a
/// hundredth of a point. Sixteen subjects lie together, indicator after indicator, so that whoever scores them reads memory
/// from its beginning to its end.
/// </summary>
public sealed unsafe class ScoreColumns
{
    /// <summary>Subjects that lie together.</summary>
    internal const int Tile = 16;

    /// <summary>A full score; 600 parts are a point of 100.</summary>
    internal const int Parts = 60_000;

    internal const ushort Missing = ushort.MaxValue;

    /// <summary>Cells on a line of the processor's cache.</summary>
    private const int Line = 32;

    private readonly ushort[] memory;
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(figures, Array.MaxLength - Line, nameof(count));
        memory = GC.AllocateArray<ushort>((int)figures + Line, pinned: true);
        vetoes = GC.AllocateArray<byte>(Rows, pinned: true);
    }

    public Rubric Rubric { get; }

    public int Count { get; }

    /// <summary>Bytes held.</summary>
    public long Bytes => ((long)memory.Length * sizeof(ushort)) + vetoes.Length;

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
            Cell(k, subject) = Part(indicators[k], facts, scores);
        }

        vetoes[subject] = Rubric.Vetoes.Any(v => v.Effect != VetoEffect.Warning && v.Concerns(kind, scenario.Id) && facts.TryGetValue(v.Fact, out var word) && v.In.Contains(word)) ? (byte)1 : (byte)0;
    }

    /// <summary>Whether a rubric reads these columns: the same indicators in the same order, scored the same way.</summary>
    public bool Fits(Rubric rubric) => ReferenceEquals(rubric, Rubric) || indicators.Select(Shape).SequenceEqual(rubric.Indicators.Select(Shape));

    private static (string, IndicatorMode, LinearScale?) Shape(Indicator indicator) => (indicator.Id, indicator.Mode, indicator.Scale);

    private static ushort Part(Indicator indicator, IReadOnlyDictionary<string, string> facts, IReadOnlyDictionary<string, decimal> scores)
    {
        if (indicator.Mode != IndicatorMode.Expert && indicator.Fact is { } name && facts.TryGetValue(name, out var fact))
        {
            if (indicator.Scale is { } scale && FieldReader.TryNumber(fact, out var number))
            {
                return OfScore(scale.Score(number));
            }

            if (indicator.Anchors.FirstOrDefault(a => a.Matches(fact)) is { } anchor)
            {
                return OfScore(anchor.Score);
            }
        }

        return indicator.Mode != IndicatorMode.Auto && scores.TryGetValue(indicator.Id, out var score) ? OfScore(score) : Missing;
    }

    private static ushort OfScore(decimal score) => (ushort)decimal.Round(Math.Clamp(score, 0, 100) * (Parts / 100));

    /// <summary>What a figure weighs on the indicator's scale, or a score where it has none; NaN is missing.</summary>
    internal ushort PartOf(int indicator, float figure)
    {
        if (float.IsNaN(figure))
        {
            return Missing;
        }

        var (low, high) = Ends(indicator);
        return (ushort)Math.Round(Math.Clamp((figure - low) / (high - low), 0, 1) * Parts);
    }

    internal float FigureOf(int indicator, ushort part)
    {
        var (low, high) = Ends(indicator);
        return part == Missing ? float.NaN : (float)(low + ((high - low) * part / Parts));
    }

    private (double Low, double High) Ends(int indicator) => indicators[indicator].Scale is { } scale ? ((double)scale.Low, (double)scale.High) : (0, 100);

    internal byte* VetoStart => (byte*)Unsafe.AsPointer(ref vetoes[0]);

    /// <summary>The first tile, on a line of the processor's cache.</summary>
    internal ushort* Start => (ushort*)(((nint)Unsafe.AsPointer(ref memory[0]) + 63) & ~(nint)63);

    internal ref ushort Cell(int indicator, int subject)
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

    /// <summary>The raw figure where the indicator has a scale, else its score; NaN is missing. Reads as it was rounded to parts.</summary>
    public float this[int subject]
    {
        get => columns.FigureOf(indicator, columns.Cell(indicator, subject));
        set => columns.Cell(indicator, subject) = columns.PartOf(indicator, value);
    }
}
