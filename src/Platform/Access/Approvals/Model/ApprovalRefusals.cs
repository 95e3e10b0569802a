using Zhirong.Engine.Basics;

namespace Zhirong.Platform.Access.Approvals.Model;

/// <summary>The numbered refusals of deciding, in the order they are tested.</summary>
public static class ApprovalRefusals
{
    public const string SelfCode = "APV-0103";

    public static Refusal NotOpen(string state) => Make("APV-0101", "state", state, Words.Same("open"), new("审批事项已不在审批中", "The case is not open"));

    public static Refusal Late(DateOnly day, DateOnly last) => Make("APV-0102", "on", $"{day:yyyy-MM-dd}", Words.Same($"≤ {last:yyyy-MM-dd}"), new("已过审批期限", "The time to decide is over"));

    public static Refusal Self(string name) => Make(SelfCode, "by", name, new("发起人及其受托人以外的人", "somebody other than who began it or acts in his place"),
        new("不得审批自己发起的事项；发起人的受托人亦同", "Nobody approves what he began himself, nor does whoever acts in his place"));

    public static Refusal Delegation(string found) => Make("APV-0104", "for", found, new("委托人本人给您的、当日有效并包含该操作的委托", "a delegation given to you by the person himself, valid today and for this act"),
        new("没有有效的委托；受托人不得转委托", "There is no delegation that holds; nobody delegates on what was delegated to him"));

    public static Refusal Role(string found, IEnumerable<string> roles) => Make("APV-0105", "roles", found, Words.Same(string.Join(" | ", roles.Distinct())),
        new("您的角色在本步骤没有待填的席位", "Your roles have no seat to fill in this step"));

    public static Refusal Again(string name) => Make("APV-0106", "by", name, new("本轮尚未表态的人", "somebody who has not spoken in this round"),
        new("每人在一个事项中每轮只表态一次，本人与受托合并计算", "Everybody speaks once in a round of a case, for himself or for another"));

    public static Refusal Kind(string found, Words expected) => Make("APV-0107", "decision", found, expected, new("本步骤不能这样决定", "This cannot be decided in this step"));

    public static Refusal Note(string path, int found, int most) => Make("APV-0108", path, $"{found}", new($"1 到 {most} 个字符", $"1 to {most} characters"), new("请写明理由", "Say why"));

    public static Refusal Conditions(int found) => Make("APV-0109", "conditions", $"{found}", new("1 到 20 条，每条 1 到 500 个字符", "1 to 20, each of 1 to 500 characters"), new("附条件同意须写明条件，其他决定不带条件", "An approval with conditions names them, others have none"));

    public static Refusal Quorum(int present, string quorum, int of) => Make("APV-0110", "decision", $"{present}/{of}", Words.Same(quorum), new("未达法定人数，不能结束表决", "There is no quorum; the ballot cannot be closed"));

    public static Refusal NotInitiator(string name) => Make("APV-0111", "by", name, new("发起人本人", "who began the case"), new("只有发起人可以这样做", "Only who began it may do this"));

    public static Refusal NotReturned(string state) => Make("APV-0112", "state", state, Words.Same("returned"), new("该事项不在退回补充状态", "The case was not sent back"));

    public static Refusal Condition(int found) => Make("APV-0113", "condition", $"{found}", new("本轮尚未确认的条件", "a condition of this round that is still open"), new("没有这项待落实的条件", "There is no such open condition"));

    public static Refusal NotMet(int found) => Make("APV-0114", "condition", $"{found}", new("发起人先说明落实情况", "the initiator's word first that it is met"), new("条件尚未落实", "Nobody said that the condition is met"));

    public static Refusal NotConfirmer(string name) => Make("APV-0115", "by", name, new("提出条件的人，或该步骤角色中的其他人", "who set the condition, or another of the step's roles"), new("您不能确认这项条件", "You cannot confirm this condition"));

    public static Refusal Decision(string found) => Make("APV-0116", "decision", found.Length <= 60 ? found : found[..60], Words.Same(string.Join(" | ", ApprovalWords.Kinds)), new("没有这种决定", "There is no such decision"));

    public static Refusal Stale(int given, int stands) => Make(StaleCode, "baseVersion", $"{given}", Words.Same($"{stands}"), new("该事项已有新的表态或补充，请重新查看", "The case has changed; look at it again"));

    public static Refusal Amount(Money? given, Money? stands) => Make("APV-0118", "amount", $"{given}", Words.Same($"{stands}"), new("补充不得改变金额，否则审批层级不同；请撤回后重新发起", "A supplement keeps the amount, since the route goes by it; withdraw and begin again"));

    public const string StaleCode = "APV-0117";

    internal static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
