using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>Why an event of a loan's life does not count (CRED-04); the path is the event's id.</summary>
internal static class AccountRefusals
{
    public static Refusal NotAboveZero(LoanEvent of) => Make("CRED-0401", of, "≤ 0", new("大于零", "above zero"), new("金额不大于零", "The amount is not above zero"));

    public static Refusal NoLoan(LoanEvent of, string state) => Make("CRED-0402", of, state, new("已放款且未结清、未核销的贷款", "a loan drawn and neither repaid nor written off"), new("贷款当前状态不接受此操作", "The loan does not take this event as it stands"));

    public static Refusal Drawing(LoanEvent of, Money drawn, Money limit) => Make("CRED-0403", of, $"{drawn}", new($"累计不超过 {limit}，首笔在放款日", $"at most {limit} in all, the first on the disbursement"), new("放款超出约定", "The drawdown goes beyond what was agreed"));

    public static Refusal Arrears(LoanEvent of, DateOnly due) => Make("CRED-0404", of, $"{due:yyyy-MM-dd}", new("没有到期未付的款项", "nothing due and unpaid"), new("尚有到期未付款项", "Something due is not paid"));

    public static Refusal TooMuch(LoanEvent of, Money amount, Money most) => Make("CRED-0405", of, $"{amount}", new($"不超过 {most}", $"at most {most}"), new("金额超过未到期本金", "The amount is above the principal it concerns"));

    public static Refusal Rate(LoanEvent of, decimal rate) => Make("CRED-0406", of, $"{rate}", new("0 到 1", "0 to 1"), new("利率或费率不在允许范围", "The rate is out of range"));

    public static Refusal Terms(LoanEvent of, string found, Words expected) => Make("CRED-0407", of, found, expected, new("新条款与贷款现状不符", "The new terms do not fit the loan as it stands"));

    public static Refusal ExtensionTooLong(LoanEvent of, int months, decimal most) => Make("CRED-0408", of, $"{months}", new($"至多 {most} 个月", $"at most {most} months"), new("展期超过政策期限", "The extension is longer than the policy allows"));

    private static Refusal Make(string code, LoanEvent of, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = of.Id,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
