using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Listings;
using Zhirong.Engine.Matching.Needs;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Ranking;

/// <summary>A score or a part of one, in whole millionths, so that parts sum exactly. It orders listings and is no measure of value.</summary>
public readonly record struct Score(long Millionths) : IComparable<Score>
{
    public double Estimate => Millionths / 1e6;

    public static Score operator +(Score a, Score b) => new(a.Millionths + b.Millionths);

    public static bool operator <(Score a, Score b) => a.Millionths < b.Millionths;

    public static bool operator >(Score a, Score b) => a.Millionths > b.Millionths;

    public static bool operator <=(Score a, Score b) => a.Millionths <= b.Millionths;

    public static bool operator >=(Score a, Score b) => a.Millionths >= b.Millionths;

    public static Score Sum(IEnumerable<Score> parts) => new(parts.Sum(p => p.Millionths));

    public int CompareTo(Score other) => Millionths.CompareTo(other.Millionths);
}

/// <summary>What one word adds by standing in one field.</summary>
/// <param name="Times">How often it stands there.</param>
public sealed record WordReason(NeedWord Word, ListingField Field, int Times, Score Part);

/// <summary>What the closest pair of IPC symbols adds.</summary>
public sealed record IpcReason(IpcSymbol Needed, IpcSymbol Listed, IpcLevel Level, decimal Closeness, Score Part);

/// <summary>A listing that fits, with all that makes its score.</summary>
/// <param name="Words">In the need's order, then by field; their parts and the IPC's sum to <see cref="Score"/>.</param>
/// <param name="Ipc">Null where no symbol of the need comes near one of the listing.</param>
/// <param name="Found">Stretches of the need that stand in the listing.</param>
/// <param name="Missing">Stretches of the need of which nothing stands in it.</param>
public sealed record RankedListing(Listing Listing, Score Score, IReadOnlyList<WordReason> Words, IpcReason? Ipc, IReadOnlyList<string> Found, IReadOnlyList<string> Missing);

/// <summary>A listing that would fit by its words and does not meet a condition.</summary>
public sealed record FailedListing(Listing Listing, Score Score, IReadOnlyList<ConditionFailure> Failures);

/// <summary>The answer to a need.</summary>
public sealed record MatchResult
{
    public required Need Need { get; init; }

    public required MatchParameters Parameters { get; init; }

    /// <summary>Listings looked through.</summary>
    public required int Considered { get; init; }

    /// <summary>Those that fit, whether shown or not.</summary>
    public required int Matched { get; init; }

    /// <summary>Those that would fit but for a condition.</summary>
    public required int Failed { get; init; }

    /// <summary>Best first; equal scores by id.</summary>
    public required IReadOnlyList<RankedListing> Matches { get; init; }

    /// <summary>Best first, at most as many as matches are shown.</summary>
    public required IReadOnlyList<FailedListing> Failures { get; init; }

    /// <summary>Stretches of the need that stand in no listing at all.</summary>
    public required IReadOnlyList<string> Nowhere { get; init; }
}
