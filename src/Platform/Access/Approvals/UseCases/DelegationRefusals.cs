using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <summary>The numbered refusals of delegations, in the order they are tested.</summary>
internal static class DelegationRefusals
{
    public static Refusal Oneself(string name) => ApprovalRefusals.Make("APV-0401", "to", name, new("另一个人", "somebody else"), new("不能委托自己", "Nobody delegates to himself"));

    public static Refusal NobodyHere(string found) => ApprovalRefusals.Make("APV-0402", "to", found, new("本机构在任的用户", "a person with a role in this organisation"), new("受托人不在本机构任职", "The person has no role in this organisation"));

    public static Refusal Acts(string found) => ApprovalRefusals.Make("APV-0403", "acts", found.Length <= 60 ? found : found[..60], new("1 到 50 个操作代码，如 payments.* 或 *", "1 to 50 acts such as payments.* or *"), new("委托的操作写法有误", "The acts cannot be read"));

    public static Refusal Span(DateOnly first, DateOnly last, DateOnly today) => ApprovalRefusals.Make("APV-0404", "first", $"{first:yyyy-MM-dd} … {last:yyyy-MM-dd}", new($"自 {today:yyyy-MM-dd} 起，至多 366 天", $"from {today:yyyy-MM-dd} on, at most 366 days"), new("委托期间不对", "The days of the delegation cannot be used"));

    public static Refusal Note(int found) => ApprovalRefusals.Make("APV-0405", "note", $"{found}", new("不超过 500 个字符", "at most 500 characters"), new("说明过长", "The note is too long"));

    public static Refusal NotTheirs(string name) => ApprovalRefusals.Make("APV-0406", "by", name, new("委托人或受托人", "who gave it or who got it"), new("只有委托人和受托人可以终止委托", "Only who gave a delegation or got it ends it"));

    public static Refusal Ended(string state) => ApprovalRefusals.Make("APV-0407", "state", state, new("未终止的委托", "a delegation that was not ended"), new("委托已终止", "The delegation was ended before"));
}
