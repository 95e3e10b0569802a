using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Platform.Access.Approvals;

/// <summary>What somebody said about a change that was done.</summary>
/// <param name="Person">Who decided; with the one in whose place, where there is one.</param>
/// <param name="On">The day.</param>
public sealed record GivenApproval(string Person, Words Title, DateOnly On, string Note, IReadOnlyList<string> Conditions);

/// <summary>The door for rooms that write down who approved a change of one of their records.</summary>
public static class SubjectApprovals
{
    /// <summary>The decisions of the newest case in which an act on a record was approved and done; none where it needed no approval.</summary>
    public static IReadOnlyList<GivenApproval> Of(ZhirongContext read, string act, string subjectKind, string subjectId)
    {
        ArgumentNullException.ThrowIfNull(read);
        var conditions = new Conditions().Given("a.act", "=", act).Given("a.subject_kind", "=", subjectKind).Given("a.subject_id", "=", subjectId).Given("a.state", "=", CaseState.Done.Word());
        return ApprovalReading.Some(read, conditions, " ORDER BY a.changed_at DESC, a.id DESC LIMIT 1") is [var done] ? [.. done.Case.Decisions.Select(Said)] : [];
    }

    private static GivenApproval Said(Decision decision) => new(
        decision.Decider.Principal is { } principal ? $"{decision.Decider.Person.Name}（{principal.Name}）" : decision.Decider.Person.Name, Title(decision.Kind), decision.On, decision.Note, decision.Conditions);

    private static Words Title(DecisionKind kind) => kind switch
    {
        DecisionKind.Approve => new("同意", "approves"),
        DecisionKind.Conditions => new("有条件同意", "approves with conditions"),
        DecisionKind.Return => new("退回补充", "returns it"),
        DecisionKind.Refuse => new("不同意", "refuses"),
        DecisionKind.Abstain => new("弃权", "abstains"),
        DecisionKind.Recuse => new("回避", "takes no part"),
        _ => new("结束表决", "closes the ballot"),
    };
}
