using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Model;

/// <summary>What can happen to a batch or one of its items, as its history says it.</summary>
internal static class StepWords
{
    public const string Made = "made";
    public const string Amended = "amended";
    public const string Confirmed = "confirmed";
    public const string Checked = "checked";
    public const string Approved = "approved";
    public const string Reopened = "reopened";
    public const string Cancelled = "cancelled";
    public const string Sent = "sent";
    public const string Heard = "heard";
    public const string Repeated = "repeated";
    public const string Behind = "behind";
    public const string Contradiction = "contradiction";
    public const string Differs = "differs";
    public const string Explained = "explained";
    public const string Queried = "queried";
    public const string Answered = "answered";
    public const string Retried = "retried";
    public const string RetryWithdrawn = "retry_withdrawn";
    public const string Posted = "posted";
    public const string NotPosted = "not_posted";

    private static readonly Dictionary<string, Words> Titles = new(StringComparer.Ordinal)
    {
        [Made] = new("制单", "Made"),
        [Amended] = new("修改", "Amended"),
        [Confirmed] = new("确认提示", "Warning confirmed"),
        [Checked] = new("复核", "Checked"),
        [Approved] = new("审批通过", "Approved"),
        [Reopened] = new("退回修改", "Reopened"),
        [Cancelled] = new("撤销", "Cancelled"),
        [Sent] = new("发送指令", "Instruction sent"),
        [Heard] = new("银行回执", "Bank answered"),
        [Repeated] = new("重复回执", "Answer repeated"),
        [Behind] = new("较早回执，不改变状态", "Earlier answer, nothing changed"),
        [Contradiction] = new("回执前后矛盾", "Answers contradict"),
        [Differs] = new("回执与指令不符", "Answer differs from the instruction"),
        [Explained] = new("差异说明", "Difference explained"),
        [Queried] = new("向银行查询", "Bank queried"),
        [Answered] = new("查询答复", "Query answered"),
        [Retried] = new("申请重付", "Another attempt asked for"),
        [RetryWithdrawn] = new("重付作废", "Further attempt withdrawn"),
        [Posted] = new("记账", "Posted"),
        [NotPosted] = new("未能记账", "Could not be posted"),
    };

    public static Words Title(string word) => Titles[word];
}
