using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Loans.Proceeds;

/// <summary>The numbered refusals of the use of proceeds (LEN-133x).</summary>
internal static class ProceedsRefusals
{
    public static Refusal NoPayout(int n) => LendingRefusals.Make("LEN-1331", "n", $"{n}", new("这笔贷款的支付序号", "the number of a payment of this loan"), new("没有这笔支付", "There is no such payment"));

    public static Refusal NotPaid(string state) => LendingRefusals.Make("LEN-1332", "payout", state, Words.Same("paid"), new("款项尚未付出或已退回，无需证明用途", "The money is not paid or came back; there is nothing to prove"));

    public static Refusal Twice(int n, string number) => LendingRefusals.Make("LEN-1333", "sha256", $"{n}: {number}", new("尚未留存的文件与凭证号", "a file and number not kept yet"), new("同一凭证已用于这笔支付", "The same paper proves this payment already"));

    public static Refusal Above(string found, string most) => LendingRefusals.Make("LEN-1334", "amount", found, Words.Same($"≤ {most}"), new("超过这笔支付的金额", "Above the payment it is of"));

    public static Refusal NoProof(int n) => LendingRefusals.Make("LEN-1335", "proof", $"{n}", new("仍有效的凭证", "a proof that stands"), new("没有这份凭证，或已撤回", "There is no such proof, or it is taken back"));

    public static Refusal FoundBefore(int n) => LendingRefusals.Make("LEN-1336", "n", $"{n}", new("没有未办结的挪用", "no open finding of misuse"), new("这笔支付已有未办结的挪用事项", "A finding of misuse of this payment is open already"));
}
