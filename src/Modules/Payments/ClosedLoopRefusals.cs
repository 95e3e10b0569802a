using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments;

/// <summary>The numbered refusals of closed-loop accounts, in the order they are tested: every use has a matched source and a permitted purpose.</summary>
internal static class ClosedLoopRefusals
{
    public static Refusal Purpose(string path, string found, IReadOnlyList<string> permitted) => PaymentRefusals.Make("PAY-0401", path, found, Words.Same(string.Join(" | ", permitted)), new("封闭账户不得用于该用途", "The closed-loop account may not be used for this purpose"));

    public static Refusal NoSource(string path) => PaymentRefusals.Make("PAY-0402", path, "—", new("已匹配的资金来源", "a matched source"), new("封闭账户的支出须写明资金来源", "A use of a closed-loop account must name its source"));

    public static Refusal UnknownSource(string path, string found) => PaymentRefusals.Make("PAY-0403", path, found, new("本账户已匹配的进账", "money that came into this account and was matched"), new("没有这笔已匹配的资金来源", "There is no such matched source"));

    public static Refusal SourceSum(string path, Money found, Money expected) => PaymentRefusals.Make("PAY-0404", path, $"{found}", Words.Same($"{expected}"), new("各来源之和须等于付款金额", "What is taken of the sources must be the amount paid"));

    public static Refusal TooSmall(string path, Money found, Money left) => PaymentRefusals.Make("PAY-0405", path, $"{found}", Words.Same($"≤ {left}"), new("超过该来源的可用余额", "More is taken than the source has left"));

    public static Refusal SourceTwice(string path, string found) => PaymentRefusals.Make("PAY-0406", path, found, new("每个来源只列一次", "each source once"), new("同一来源列了两次", "A source is named twice"));

    public static Refusal NotClosedLoop(string path) => PaymentRefusals.Make("PAY-0407", path, "—", new("封闭账户的付款", "a payment of a closed-loop account"), new("付款账户不是封闭账户，不写资金来源", "The account is not closed-loop; no source is named"));
}
