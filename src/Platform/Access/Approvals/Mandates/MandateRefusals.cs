using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Model;

namespace Zhirong.Platform.Access.Approvals.Mandates;

/// <summary>The numbered refusals of mandates, in the order they are tested.</summary>
internal static class MandateRefusals
{
    public static Refusal Act(string found) => ApprovalRefusals.Make("APV-0501", "act", found.Length <= 80 ? found : found[..80], new("规则允许授权额度的操作", "an act whose rule allows mandates"), new("该操作不能授权额度", "There are no mandates for this act"));

    public static Refusal Text(string field, int found, int most) => ApprovalRefusals.Make("APV-0502", field, $"{found}", new($"不超过 {most} 个字符，名称必填", $"at most {most} characters; a title is required"), new($"{field} 为空或过长", $"{field} is empty or too long"));

    public static Refusal Amount(string field, string found) => ApprovalRefusals.Make("APV-0503", field, found.Length <= 40 ? found : found[..40], new($"0.01 到 {Money.Limit} 元", $"0.01 to {Money.Limit} yuan"), new("金额须大于零、至多两位小数", "The amount must be above zero with at most two decimals"));

    public static Refusal Daily(Money daily, Money limit) => ApprovalRefusals.Make("APV-0504", "daily", $"{daily}", Words.Same($"≥ {limit}"), new("日累计上限不得低于单笔上限", "The daily cap is at least the limit of one act"));

    public static Refusal Span(DateOnly first, DateOnly until, DateOnly today) => ApprovalRefusals.Make("APV-0505", "first", $"{first:yyyy-MM-dd} … {until:yyyy-MM-dd}", new($"自 {today:yyyy-MM-dd} 起，至多 366 天", $"from {today:yyyy-MM-dd} on, at most 366 days"), new("授权期间不对", "The days of the mandate cannot be used"));

    public static Refusal Ended(string state) => ApprovalRefusals.Make("APV-0506", "state", state, new("未终止的授权", "a mandate that was not ended"), new("授权已终止", "The mandate was ended before"));
}
