using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Reading;

/// <summary>What a check proves.</summary>
public enum CheckKind
{
    /// <summary>录入: a fact was stored and read back; nothing more.</summary>
    Input,

    /// <summary>推算: an engine computed it.</summary>
    Derived,

    /// <summary>观察: counted from records the run made.</summary>
    Observed,
}

/// <summary>How a published figure bounds the computed one; x is the published figure.</summary>
public enum Comparator
{
    /// <summary>The same value.</summary>
    Equals,

    /// <summary>近 x: 0.95x ≤ v &lt; x.</summary>
    Near,

    /// <summary>x余, 多, 超, 突破: x &lt; v &lt; x + one unit of the last non-zero printed digit.</summary>
    Over,

    /// <summary>约 x %: within two points.</summary>
    AboutPercent,

    /// <summary>不超过, 以内: v ≤ x.</summary>
    AtMost,

    /// <summary>至少: v ≥ x.</summary>
    AtLeast,

    /// <summary>低于: v &lt; x.</summary>
    Below,

    /// <summary>高于: v &gt; x.</summary>
    Above,

    /// <summary>"等": the computed list holds everything published.</summary>
    Contains,

    /// <summary>x1 – x2, both included.</summary>
    Between,

    /// <summary>The request was accepted.</summary>
    Accepted,

    /// <summary>The request was refused for the published reason: a code, or a code and a path.</summary>
    Refused,
}

/// <summary>One published figure and where the computed one comes from.</summary>
public sealed record CheckDefinition
{
    /// <summary>The words in files, in the order of <see cref="Comparator"/>.</summary>
    public static readonly IReadOnlyList<string> Comparators =
        ["equals", "near", "over", "about_percent", "at_most", "at_least", "below", "above", "contains", "between", "accepted", "refused"];

    /// <summary>The words in files and results, in the order of <see cref="CheckKind"/>.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["input", "derived", "observed"];

    public required string Id { get; init; }

    public required string Part { get; init; }

    public required CheckKind Kind { get; init; }

    public required Words Title { get; init; }

    /// <summary>As printed, marks included: <c>2000多万</c>, <c>2.2 %</c>; the items of a list.</summary>
    public required IReadOnlyList<string> Published { get; init; }

    public required Comparator Comparator { get; init; }

    /// <summary>Name of the part's output; null only when a room is missing.</summary>
    public string? Of { get; init; }

    /// <summary>The room the check waits for; null when nothing is missing.</summary>
    public string? Needs { get; init; }

    /// <summary>Where the figure stands, when it is not the case's publication.</summary>
    public Words? Source { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }
}

/// <param name="Set">Changes as for <c>--set</c>.</param>
/// <param name="MustFail">Ids of exactly the checks that then fail.</param>
public sealed record CaseVariation(string Id, Words Title, IReadOnlyList<string> Set, IReadOnlyList<string> MustFail);

/// <param name="Path">As for <c>--set</c>: <c>assumptions.guarantee_rate</c>.</param>
/// <param name="Value">As the run used it.</param>
public sealed record CaseAssumption(string Path, string Value, Words Reason);

/// <summary>A case as written: facts, assumptions, parts to play, checks and variations.</summary>
public sealed record CaseDefinition
{
    public required string Id { get; init; }

    public required Words Title { get; init; }

    public required IReadOnlyList<CaseAssumption> Assumptions { get; init; }

    /// <summary>The parts in the order they are played, each with its parameters.</summary>
    public required IReadOnlyList<KeyValuePair<string, DocMap>> Parts { get; init; }

    public required IReadOnlyList<CheckDefinition> Checks { get; init; }

    public required IReadOnlyList<CaseVariation> Variations { get; init; }
}
