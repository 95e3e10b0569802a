using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments;

/// <summary>The numbered refusals of statements, matching, receipts and differences.</summary>
internal static class AccountRefusals
{
    public static Refusal FileTooLarge(long bytes, long limit) => PaymentRefusals.Make("PAY-0901", "", $"{bytes}", new($"不超过 {limit} 字节", $"at most {limit} bytes"), new("文件过大，未读入", "The file is too large and was not read"));

    public static Refusal UnknownAccount(string path, string found) => PaymentRefusals.Make("PAY-0902", path, found, new("已登记的自有账户", "an own account that is entered"), new("对账单的账户未登记，未读入", "The statement's account is not entered; nothing was read"));

    public static Refusal Untrusted() => PaymentRefusals.Make("PAY-0903", "statement", "—", new("自身平衡的对账单", "a statement that adds up"), new("对账单自身不平，不得用于匹配", "The statement does not add up; nothing is matched with it"));

    public static Refusal LineState(string found) => PaymentRefusals.Make("PAY-0904", "state", found, Words.Same("open | differing | explained"), new("该流水已有归属", "The line stands for something already"));

    public static Refusal MatchAmount(Money found, Money expected) => PaymentRefusals.Make("PAY-0905", "amount", $"{found}", Words.Same($"{expected}"), new("金额不同，不得匹配", "Amounts that differ are not matched"));

    public static Refusal MatchSign(string found) => PaymentRefusals.Make("PAY-0906", "kind", found, new("付款对支出，应收与退回对收入", "payments with money out, receipts and returns with money in"), new("收支方向不符", "Money in and out do not fit"));

    public static Refusal Settling() => PaymentRefusals.Make("PAY-0907", "line", "—", new("未因此结算的匹配", "a match that settled nothing"), new("付款因这条流水而结算或退回，匹配不能撤销", "The payment was settled or returned by this line; the match is not taken back"));

    public static Refusal SourceUsed(Money used) => PaymentRefusals.Make("PAY-0908", "source", $"{used}", new("尚未动用的来源", "a source not yet used"), new("该进账已作为资金来源动用", "The money was used as a source already"));

    public static Refusal MatchState(string path, string found, string expected) => PaymentRefusals.Make("PAY-0909", path, found, Words.Same(expected), new("该状态不能匹配", "What is in this state cannot be matched"));

    public static Refusal Taken(string path, string found) => PaymentRefusals.Make("PAY-0910", path, found, new("尚未匹配的收付", "a payment or receipt not yet matched"), new("已与另一条流水匹配", "It is matched with another line already"));

    public static Refusal ClosedLoopLine() => PaymentRefusals.Make("PAY-0408", "line", "—", new("与付款匹配", "a match with a payment"), new("封闭账户的支出不能以说明了结，须对应有来源、有用途的付款", "Money that left a closed-loop account is not explained away; it needs a payment with a source and a purpose"));

    public static Refusal OnlyTheBank(string found) => PaymentRefusals.Make("PAY-0911", "kind", found, new("银行更正或补记账", "the bank's correction, or posting"), new("此类差异不能以说明了结", "This difference cannot be explained away"));

    public static Refusal Own(string who) => PaymentRefusals.Make("PAY-0912", "by", who, new("制单人以外的人", "somebody other than the batch's maker"), new("制单人不能认定自己批次的差异", "A maker does not decide differences of his own batch"));

    public static Refusal DifferenceState(string found) => PaymentRefusals.Make("PAY-0913", "state", found, Words.Same("open"), new("该差异已了结", "The difference is settled already"));

    public static Refusal Balances(string path, string found) => PaymentRefusals.Make("PAY-0914", path, found, new("带日期的余额", "a balance with its day"), new("余额没有日期", "The balance has no day"));

    public static Refusal TooMany(int found, int most) => PaymentRefusals.Make("PAY-0915", "", $"{found}", new($"至多 {most} 行，请缩小范围", $"at most {most} rows; narrow it"), new("超过工作簿的行数上限", "More rows than a workbook holds"));

    public static Refusal Titles(string found) => PaymentRefusals.Make("PAY-0916", "titles", found, new("首行含收款人名称、账号、金额", "a first row with payee name, account and amount"), new("表格首行缺少必要的列名", "The first row lacks titles that are needed"));

    public static Refusal Future(DateOnly found, DateOnly today) => PaymentRefusals.Make("PAY-0917", "date", PaymentRefusals.Day(found), Words.Same($"≤ {PaymentRefusals.Day(today)}"), new("只能清点已过的日子", "Only days that have come can be counted"));
}
