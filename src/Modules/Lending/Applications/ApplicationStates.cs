using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Applications;

/// <summary>States of an application, acts that move it, and who is waited for.</summary>
internal static class ApplicationStates
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
    public const string Returned = "returned";
    public const string InReview = "in_review";
    public const string Decided = "decided";
    public const string Withdrawn = "withdrawn";

    public const string Submit = "submit";
    public const string Withdraw = "withdraw";
    public const string Contest = "contest";
    public const string Return = "return";
    public const string Assess = "assess";
    public const string Decide = "decide";

    private static readonly (string State, Words Title, string Waits)[] States =
    [
        (Draft, new("草稿", "draft"), "applicant"),
        (Submitted, new("已提交", "submitted"), "reviewer"),
        (Returned, new("退回补件", "returned for papers"), "applicant"),
        (InReview, new("评审中", "in review"), "approver"),
        (Decided, new("已决定", "decided"), ""),
        (Withdrawn, new("已撤回", "withdrawn"), ""),
    ];

    private static readonly (string Act, Words Title, string[] From, string To)[] Acts =
    [
        (Submit, new("提交", "submit"), [Draft, Returned], Submitted),
        (Withdraw, new("撤回", "withdraw"), [Draft, Submitted, Returned, InReview], Withdrawn),
        (Contest, new("申请复议", "ask for a review of the refusal"), [Decided], InReview),
        (Return, new("退回补件", "return for papers"), [Submitted, InReview], Returned),
        (Assess, new("评审测算", "assess"), [Submitted, InReview], InReview),
        (Decide, new("作出决定", "decide"), [InReview], Decided),
    ];

    public static IReadOnlyList<string> Words { get; } = [.. States.Select(s => s.State)];

    /// <summary>Acts of whoever applies.</summary>
    public static IReadOnlyList<string> Applicants { get; } = [Submit, Withdraw, Contest];

    /// <summary>Acts of whoever reviews, the resolution aside.</summary>
    public static IReadOnlyList<string> Reviewers { get; } = [Return, Assess];

    public static Words Title(string state) => Array.Find(States, s => s.State == state).Title;

    public static Words ActTitle(string act) => Array.Find(Acts, a => a.Act == act).Title;

    public static string Waits(string state) => Array.Find(States, s => s.State == state).Waits;

    /// <summary>The state an act leads to; null where the state does not take it.</summary>
    public static string? After(string state, string act) => Array.Find(Acts, a => a.Act == act) is { Act: not null } found && found.From.Contains(state) ? found.To : null;

    /// <summary>The acts a state takes; a refusal alone can be contested.</summary>
    public static IReadOnlyList<string> Possible(string state, string outcome) => [.. Acts.Where(a => a.From.Contains(state) && (a.Act != Contest || outcome == "refused")).Select(a => a.Act)];

    /// <summary>Whether what is filled in may be changed.</summary>
    public static bool Open(string state) => state is Draft or Returned;
}
