namespace Zhirong.Engine.Basics;

/// <summary>A letter credit grade on the Chinese long-term scale, <c>AAA</c> best, <c>D</c> worst; an <c>sf</c> suffix is read and dropped.</summary>
/// <remarks><c>default(Grade)</c> is <c>D</c>. Grades order by quality: <c>AAA &gt; AA+ &gt; AA</c>.</remarks>
public readonly record struct Grade : IComparable<Grade>
{
    private static readonly string[] Scale =
    [
        "D", "C", "CC", "CCC-", "CCC", "CCC+", "B-", "B", "B+", "BB-", "BB", "BB+", "BBB-", "BBB", "BBB+",
        "A-", "A", "A+", "AA-", "AA", "AA+", "AAA",
    ];

    private Grade(int rank) => Rank = rank;

    /// <summary>Position on the scale, 0 for D; only its order has a meaning.</summary>
    public int Rank { get; }

    public static bool TryParse(ReadOnlySpan<char> text, out Grade grade)
    {
        text = text.Trim();
        if (text.EndsWith("sf", StringComparison.Ordinal))
        {
            text = text[..^2];
        }

        for (var i = 0; i < Scale.Length; i++)
        {
            if (text.SequenceEqual(Scale[i]))
            {
                grade = new(i);
                return true;
            }
        }

        grade = default;
        return false;
    }

    public static Grade OfRank(int rank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Scale.Length);
        return new(rank);
    }

    public static bool operator <(Grade left, Grade right) => left.Rank < right.Rank;

    public static bool operator >(Grade left, Grade right) => left.Rank > right.Rank;

    public static bool operator <=(Grade left, Grade right) => left.Rank <= right.Rank;

    public static bool operator >=(Grade left, Grade right) => left.Rank >= right.Rank;

    public int CompareTo(Grade other) => Rank.CompareTo(other.Rank);

    public override string ToString() => Scale[Rank];
}
