using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Approvals.Routes;

/// <summary>审批路径: for every act who must agree before it is done, as data (<c>zhirong/approvals/v1</c>).</summary>
public sealed record RouteSet
{
    public required string Code { get; init; }

    public required Words Name { get; init; }

    /// <summary>Rises with every change of the file.</summary>
    public required int Version { get; init; }

    /// <summary>The day the version was written down.</summary>
    public required DateOnly Dated { get; init; }

    /// <summary>What the rules follow.</summary>
    public required Words Source { get; init; }

    /// <summary>How sure that is, as written: <c>assumption, editable</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>In the order written; one for each act and kind of organisation.</summary>
    public required IReadOnlyList<ApprovalRule> Rules { get; init; }
}

/// <summary>What an act needs: an exemption with its reason, or steps by amount.</summary>
public sealed record ApprovalRule
{
    /// <summary><c>payments.batch.approve</c>.</summary>
    public required string Act { get; init; }

    public required Words Title { get; init; }

    /// <summary>Kinds of organisation it holds for; empty for all that have no rule of their own.</summary>
    public IReadOnlyList<string> Organisations { get; init; } = [];

    /// <summary>Why the act needs nobody's approval; null when it does.</summary>
    public Words? Exempt { get; init; }

    /// <summary>Whether acts inside a mandate run at once.</summary>
    public bool Mandate { get; init; }

    /// <summary>Whether it is done without approval while the organisation has nobody else who could decide; that is recorded.</summary>
    public bool UnlessAlone { get; init; }

    /// <summary>Whether an organisation's own routes may change the steps but not exempt the act.</summary>
    public bool Floor { get; init; }

    /// <summary>Rising by amount, the last without a limit; empty when exempt.</summary>
    public IReadOnlyList<RouteLevel> Levels { get; init; } = [];

    /// <summary>The level of an amount; the highest when the amount is not known.</summary>
    public RouteLevel LevelOf(Money? amount) => amount is { } known ? Levels.First(level => level.UpTo is not { } limit || known <= limit) : Levels[^1];
}

/// <summary>The steps of acts up to an amount.</summary>
public sealed record RouteLevel
{
    /// <summary>The largest amount it holds for, that amount included; null without limit.</summary>
    public Money? UpTo { get; init; }

    /// <summary>Days after which what nobody decided lapses.</summary>
    public int DecideDays { get; init; } = 30;

    /// <summary>Days a resolution stays valid: what is not done by then needs a new one.</summary>
    public int ValidDays { get; init; } = 90;

    /// <summary>In the order in which they are decided.</summary>
    public required IReadOnlyList<RouteStep> Steps { get; init; }
}

/// <summary>How a step is decided.</summary>
public enum StepKind
{
    /// <summary>One person of the roles.</summary>
    Person,

    /// <summary>Several, in any order, each for a seat of its own roles.</summary>
    Parallel,

    /// <summary>双人调查: two different persons of the same roles.</summary>
    Investigators,

    /// <summary>A vote with quorum, recusal and veto.</summary>
    Committee,
}

/// <summary>One step of a route.</summary>
public sealed record RouteStep
{
    public required StepKind Kind { get; init; }

    /// <summary>The roles of each person needed; empty for a committee.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Seats { get; init; } = [];

    /// <summary>Only for a committee.</summary>
    public Ballot? Ballot { get; init; }

    public bool ConditionsAllowed { get; init; }

    /// <summary>Every role that has something to decide here.</summary>
    public IEnumerable<string> Roles => Ballot is { } ballot ? ballot.Roles : Seats.SelectMany(seat => seat).Distinct();
}

/// <summary>How a committee decides.</summary>
public sealed record Ballot
{
    /// <summary>Whoever has one of these is a member.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>How many of the members must vote.</summary>
    public required Threshold Quorum { get; init; }

    /// <summary>How many must be in favour.</summary>
    public required Threshold Votes { get; init; }

    /// <summary>Whether votes are counted against all members instead of those who voted.</summary>
    public bool OfMembers { get; init; }

    /// <summary>Whether a recused member leaves the number the quorum is counted from.</summary>
    public bool RecusalLowers { get; init; }

    /// <summary>Members whose vote against ends the matter.</summary>
    public IReadOnlyList<string> Veto { get; init; } = [];

    /// <summary>Members who may close the ballot before everybody has voted, and send a matter back.</summary>
    public IReadOnlyList<string> Chair { get; init; } = [];
}

/// <summary>A share (<c>2/3</c>, <c>&gt;1/2</c>) or a number of persons (<c>3</c>).</summary>
/// <param name="Part">Numerator, or the number of persons.</param>
/// <param name="Whole">Denominator; 0 for a number of persons.</param>
/// <param name="Over">More than the share, not just as much.</param>
public readonly record struct Threshold(int Part, int Whole, bool Over = false)
{
    /// <summary>Nobody never meets it.</summary>
    public bool Met(int count, int of) => count > 0 && (Whole == 0
        ? Over ? count > Part : count >= Part
        : Over ? (long)count * Whole > (long)Part * of : (long)count * Whole >= (long)Part * of);

    public override string ToString() => $"{(Over ? ">" : "")}{Part}{(Whole == 0 ? "" : $"/{Whole}")}";
}
