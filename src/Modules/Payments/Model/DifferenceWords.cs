using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Model;

/// <summary>The kinds of difference between our books and the bank's word, each with its name and why it matters.</summary>
internal static class DifferenceWords
{
    public const string Amount = "amount";
    public const string PayeeName = "payee_name";
    public const string PayeeAccount = "payee_account";
    public const string UnknownItem = "unknown_item";
    public const string Contradiction = "contradiction";
    public const string PaidTwice = "paid_twice";
    public const string Unposted = "unposted";
    public const string Unanswered = "unanswered";
    public const string Untrusted = "untrusted";
    public const string UnmatchedLine = "unmatched_line";
    public const string DifferingLine = "differing_line";
    public const string LineTwice = "line_twice";
    public const string UseWithoutSource = "use_without_source";
    public const string MissingReceipt = "missing_receipt";
    public const string MissingPayment = "missing_payment";
    public const string Balance = "balance";
    public const string LoanBalance = "loan_balance";
    public const string MissingBalance = "missing_balance";

    public const string Open = "open";
    public const string Explained = "explained";
    public const string Gone = "gone";

    public static IReadOnlyList<string> States { get; } = [Open, Explained, Gone];

    private static readonly Dictionary<string, (Words Title, Words Why)> All = new(StringComparer.Ordinal)
    {
        [Amount] = (new("金额不符", "Amount"), new("银行回执金额与付款指令不同，未结算", "The bank's amount is not the instruction's; nothing was settled")),
        [PayeeName] = (new("户名不符", "Payee name"), new("银行回执的收款户名与指令不同，待认定", "The bank's payee is not the instruction's; somebody must look")),
        [PayeeAccount] = (new("账号不符", "Payee account"), new("银行回执的收款账号与指令不同，待认定", "The bank's account is not the instruction's; somebody must look")),
        [UnknownItem] = (new("未知回执", "Answer to nothing sent"), new("回执所答的款项不是本机构发出的", "The answer is about a payment not sent from here")),
        [Contradiction] = (new("回执矛盾", "Contradiction"), new("银行先后说法不能同时为真", "What the bank said cannot all be true")),
        [PaidTwice] = (new("可能重付", "Paid twice"), new("前一次付款迟到结算，另一次已发出或已付", "An earlier attempt settled late while another was sent")),
        [Unposted] = (new("未记账", "Not posted"), new("银行已付或已退，账簿尚未记账", "The bank paid or returned it, the book has not posted it")),
        [Unanswered] = (new("逾期无回执", "Unanswered"), new("过了付款日银行仍无最终答复", "The value date has passed without a final answer")),
        [Untrusted] = (new("对账单不平", "Statement does not add up"), new("对账单自身不平，未用于对账", "The statement does not add up and was not used")),
        [UnmatchedLine] = (new("单边流水", "Line without a payment"), new("银行有、账上无", "The bank has it, our records do not")),
        [DifferingLine] = (new("流水不符", "Line differs"), new("流水与应有的收付对上但有出入", "The line stands for a payment but differs from it")),
        [LineTwice] = (new("重复流水", "Paid or received twice"), new("同一收付在流水中出现两次", "One payment stands in the statement twice")),
        [UseWithoutSource] = (new("封闭账户无来源支出", "Closed-loop use without a source"), new("封闭账户有支出，但没有对应的付款和来源", "Money left a closed-loop account without a payment and a source")),
        [MissingReceipt] = (new("应收未到", "Receipt missing"), new("到期应收款未在流水中出现", "A receipt is due and not on the account")),
        [MissingPayment] = (new("已付未见流水", "Payment not on the statement"), new("账上已付，流水中没有", "Paid by our records, not on the statement")),
        [Balance] = (new("余额不符", "Balance"), new("账簿余额与银行余额不同", "The book's balance is not the bank's")),
        [LoanBalance] = (new("借据余额不符", "Loan balance"), new("按收付累计的借据余额与核心系统不同", "The loan's balance by our payments is not the core system's")),
        [MissingBalance] = (new("缺余额", "No balance given"), new("当日没有收到银行余额", "No balance of the day was received")),
    };

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Keys];

    public static Words Title(string kind) => All[kind].Title;

    public static Words Why(string kind) => All[kind].Why;

    /// <summary>Those that a person cannot explain away: only the bank's word, or posting, ends them.</summary>
    public static bool OnlyTheBank(string kind) => kind is Amount or Unposted;

    /// <summary>Those after which an item is not paid again while they are open.</summary>
    public static bool ForbidsPaying(string kind) => kind is Amount or PayeeName or PayeeAccount or Contradiction or PaidTwice;

    /// <summary>Those that belong to their day: the next day has its own.</summary>
    public static bool OfADay(string kind) => kind is Balance or LoanBalance or MissingBalance;
}
