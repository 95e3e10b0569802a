namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>What a person can say about a case.</summary>
public enum DecisionKind
{
    /// <summary>同意; in a committee a vote in favour.</summary>
    Approve,

    /// <summary>有条件同意.</summary>
    Conditions,

    /// <summary>退回补充: back to whoever began it.</summary>
    Return,

    /// <summary>不同意; in a committee a vote against.</summary>
    Refuse,

    /// <summary>弃权, only in a committee: counted as present.</summary>
    Abstain,

    /// <summary>回避: takes no part.</summary>
    Recuse,

    /// <summary>The chair closes the ballot before everybody has voted.</summary>
    Close,
}

/// <summary>Where a case stands.</summary>
public enum CaseState
{
    Open,

    /// <summary>Waits for what was asked to be added.</summary>
    Returned,

    /// <summary>Approved, once its conditions are met.</summary>
    Conditional,

    /// <summary>Approved and about to be done.</summary>
    Approved,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Approved, but the act itself was refused.</summary>
    Failed,

    Refused,

    Withdrawn,

    /// <summary>Nobody decided in time, or the resolution is too old.</summary>
    Expired,

    /// <summary>Done without approval since nobody else could decide.</summary>
    Alone,

    /// <summary>Done at once inside a mandate.</summary>
    Mandated,
}

/// <summary>One decision as it was made; never changed.</summary>
/// <param name="Round">1, and one more after each supplement.</param>
/// <param name="Step">Zero-based step.</param>
/// <param name="Decider">Who, and in whose place.</param>
/// <param name="Note">Why; required for what stops a case.</param>
/// <param name="Conditions">Only with <see cref="DecisionKind.Conditions"/>.</param>
/// <param name="On">The day.</param>
public sealed record Decision(int Round, int Step, DecisionKind Kind, Decider Decider, string Note, IReadOnlyList<string> Conditions, DateOnly On);

/// <summary>A condition of an approval.</summary>
/// <param name="Round">Round and step in which it was set.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Met">How the initiator says it is met; null while open.</param>
/// <param name="ConfirmedBy">Who agreed that it is; null while open.</param>
public sealed record Condition(int Round, int Step, string Text, Guid SetBy, string? Met = null, Officer? ConfirmedBy = null);

/// <summary>The words of states and decisions as stored and sent.</summary>
public static class ApprovalWords
{
    public static readonly IReadOnlyList<string> States = ["open", "returned", "conditional", "approved", "done", "failed", "refused", "withdrawn", "expired", "alone", "mandated"];

    public static readonly IReadOnlyList<string> Kinds = ["approve", "conditions", "return", "refuse", "abstain", "recuse", "close"];

    public static string Word(this CaseState state) => States[(int)state];

    public static string Word(this DecisionKind kind) => Kinds[(int)kind];

    public static CaseState State(string word) => (CaseState)States.ToList().IndexOf(word);

    public static DecisionKind? Kind(string word) => Kinds.ToList().IndexOf(word) is var n and >= 0 ? (DecisionKind)n : null;
}
