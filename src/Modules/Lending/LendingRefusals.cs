using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending;

/// <summary>
/// The numbered refusals of the room: 00xx forms, 01xx pledges, 02xx steps of a registration, 03xx filing packages and registries' answers,
/// 09xx files of rules.
/// </summary>
internal static class LendingRefusals
{
    public const string StaleCode = "LEN-0007";

    public static Refusal Text(string path, string found, int most) => Make("LEN-0001", path, found, new($"1 到 {most} 个字符", $"1 to {most} characters"), new("内容为空或过长", "The text is empty or too long"));

    public static Refusal Word(string path, string found, IReadOnlyList<string> words) => Make("LEN-0002", path, found, Words.Same(string.Join(" | ", words)), new("不在可选范围内", "Not one of the words allowed"));

    public static Refusal Amount(string path, string found) => Make("LEN-0003", path, found, new($"0.01 到 {Money.Limit} 元，至多两位小数", $"0.01 to {Money.Limit} yuan, at most two decimals"), new("金额不能使用", "The amount cannot be used"));

    public static Refusal Day(string path, string found, Words expected) => Make("LEN-0004", path, found, expected, new("日期不能使用", "The day cannot be used"));

    public static Refusal Count(string path, int found, int least, int most) => Make("LEN-0005", path, $"{found}", Words.Same($"{least} … {most}"), new("数量不对", "There are too few or too many"));

    public static Refusal Right(string path, string found) => Make("LEN-0006", path, found, new("登记簿中可见的权利", "a right of the register that you may see"), new("没有这项权利", "There is no such right"));

    public static Refusal Stale(int found, int stands) => Make(StaleCode, "baseVersion", $"{found}", Words.Same($"{stands}"), new("已被他人修改，请按最新内容重做", "Somebody else changed it; look at it as it stands now"));

    public static Refusal CreditCode(string path, string found) => Make("LEN-0008", path, found, new("18 位统一社会信用代码", "a unified social credit code of 18 characters"), new("统一社会信用代码有误", "The unified social credit code is wrong"));

    public static Refusal Hash(string path, string found) => Make("LEN-0009", path, found, new("64 位十六进制 SHA-256", "SHA-256 as 64 hexadecimal digits"), new("校验值写法有误", "The hash cannot be used"));

    public static Refusal Twice(string path, string found) => Make("LEN-0101", path, found, new("每项权利一次", "each right once"), new("同一权利出现两次", "The same right stands twice"));

    public static Refusal Allocated(string found, string secured) => Make("LEN-0102", "items", found, Words.Same(secured), new("各项权利分摊的金额之和须等于担保金额，一分不差", "What the rights are allocated must sum to the secured amount to the fen"));

    public static Refusal NoRegistry(string path, string found) => Make("LEN-0103", path, found, new("有登记机构受理的类别", "a category that a registry takes"), new("没有登记机构受理这类权利的质押", "No registry takes a pledge of this category"));

    public static Refusal Shortfall(string path, string found, string before, string shortfall) => Make("LEN-0104", path, found, Words.Same($"≥ {before}"), new($"置换后的价值低于换出的价值，差 {shortfall} 元", $"The value put in is below the value taken out by {shortfall} yuan"));

    public static Refusal NotHeld(string path, string found) => Make("LEN-0106", path, found, new("本质押中仍在押的权利", "a right this pledge still holds"), new("这项权利不在押", "The pledge does not hold this right"));

    public static Refusal NoValue(string path, string found) => Make("LEN-0107", path, found, new("有价值的权利", "a right with a value"), new("没有价值，不能比较覆盖", "Without a value coverage cannot be compared"));

    public static Refusal Moved(string found, string expected) => Make("LEN-0109", "items", found, Words.Same(expected), new("换入权利分摊的金额之和须等于换出权利的分摊金额，一分不差", "What comes in is allocated exactly what goes out, to the fen"));

    public static Refusal NumberThere(string found) => Make("LEN-0111", "contractNo", found, new("尚未使用的合同编号", "a contract number not used yet"), new("这个合同编号已有质押", "A pledge with this contract number is there already"));

    public static Refusal RuleTwice(string path, string found) => Make("LEN-0901", path, found, new("每项一条", "each once"), new("规则重复", "The rule stands twice"));

    public static Refusal RuleDays(string path, string found, DateOnly from) => Make("LEN-0902", path, found, Words.Same($"{from:yyyy-MM-dd}"), new("有效期先后不对或重叠", "The days in force overlap or are in the wrong order"));

    public static Refusal RuleKind(string path, string found) => Make("LEN-0903", path, found, new("权利类别", "a category of rights"), new("没有这类权利", "There is no such category"));

    public static Refusal Make(string code, string path, string found, Words expected, Words message) => new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message };
}
