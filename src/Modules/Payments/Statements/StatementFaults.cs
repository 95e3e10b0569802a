using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>What is wrong with a statement or an answer that can be read (PAY-07xx).</summary>
internal static class StatementFaults
{
    public static Refusal Sum(string where, Money opening, Money sum, Money closing) => Make("PAY-0701", where, $"{opening} + {sum} = {opening + sum}", Words.Same($"{closing}"),
        new("期初余额加发生额不等于期末余额", "Opening balance and lines do not come to the closing balance"));

    public static Refusal Running(string place, int number, Money computed, Money stated) => Make("PAY-0702", place, $"{stated}", Words.Same($"{computed}"),
        new($"第 {number} 笔之后的余额对不上", $"The balance printed behind line {number} does not follow"));

    public static Refusal NoBalances(string where) => Make("PAY-0703", where, "—", new("期初、期末余额或逐笔余额", "opening and closing, or running balances"),
        new("对账单没有余额，无法核对合计", "The statement has no balances, so its sum cannot be checked"), Severity.Warning);

    public static Refusal Totals(string where, string stated, string counted, Words what) => Make("PAY-0704", where, stated, Words.Same(counted),
        new($"{what.Zh}与明细不符", $"The {what.En} stated differs from the lines"));

    public static Refusal Twice(string place, int number, string reference) => Make("PAY-0705", place, reference, new("每笔只出现一次", "each line once"),
        new($"第 {number} 笔与前面的一笔完全相同", $"Line {number} repeats an earlier line"), Severity.Warning);

    public static Refusal Details(string place, Money entry, Money details) => Make("PAY-0706", place, $"{details}", Words.Same($"{entry}"),
        new("分录明细之和不等于分录金额，按整笔读取", "The entry's details do not come to its amount; it was read as one line"), Severity.Warning);

    public static Refusal Page(string where, string page) => Make("PAY-0707", where, page, new("完整的对账单", "the whole statement"),
        new("这只是多页对账单的一页", "This is one page of a longer statement"), Severity.Warning);

    public static Refusal Outside(string place, DateOnly date, DateOnly from, DateOnly to) => Make("PAY-0708", place, $"{date:yyyy-MM-dd}", Words.Same($"{from:yyyy-MM-dd} … {to:yyyy-MM-dd}"),
        new("记账日不在对账期间内", "A line lies outside the period"), Severity.Warning);

    public static Refusal Balances(string place, string kind, Money first, Money second) => Make("PAY-0709", place, $"{second}", Words.Same($"{first}"),
        new($"同一种余额（{kind}）出现两个不同的数", $"The same balance ({kind}) is stated twice with different figures"));

    public static Refusal ItemTwice(string place, string id) => Make("PAY-0711", place, id, new("每笔只回复一次", "each item answered once"),
        new("同一笔重复回复", "The same item is answered twice with the same words"), Severity.Warning);

    public static Refusal Contradiction(string place, string id, string words) => Make("PAY-0712", place, words, new("一种结果", "one outcome"),
        new($"同一笔 {id} 有互相矛盾的结果", $"Item {id} has outcomes that contradict each other"), Severity.Warning);

    public static Refusal UnknownStatus(string place, string found, IEnumerable<string> known) => Make("PAY-0713", place, found, Words.Same(string.Join(" | ", known)),
        new("不认识的状态，按“未知”处理", "An unknown status; taken as unknown"), Severity.Warning);

    public static Refusal AnswerTotals(string place, string stated, string counted, Words what) => Make("PAY-0714", place, stated, Words.Same(counted),
        new($"回执所载{what.Zh}与其明细不符", $"The {what.En} of the answer differs from its items"), Severity.Warning);

    private static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Error) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message, Severity = severity };
}
