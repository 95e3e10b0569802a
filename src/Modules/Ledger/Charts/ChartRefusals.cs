using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Ledger.Charts;

/// <summary>The numbered refusals of a chart file beyond those of a single field.</summary>
internal static class ChartRefusals
{
    public static Refusal Schema(string path, string found) => Make("LDG-0201", path, found, Words.Same(ChartReader.Schema),
        new("不是会计科目表文件", "Not a chart of accounts"));

    public static Refusal Code(string path, string found) => Make("LDG-0202", path, found, new($"4 到 10 位数字，下级代码以点分隔，总长不超过 {ChartReader.LongestCode}", $"4 to 10 digits, sub-codes behind dots, at most {ChartReader.LongestCode} characters"),
        new($"科目代码 {path} 的写法不对", $"{path} is no account code"));

    public static Refusal Twice(string path, string code, int firstLine) => Make("LDG-0203", path, code, new($"每个代码只出现一次（第 {firstLine} 行已有）", $"each code once (already on line {firstLine})"),
        new($"科目代码 {code} 重复", $"The account code {code} stands twice"));

    public static Refusal Side(string path, string found, string expected) => Make("LDG-0204", path, found, new($"{expected}，备抵科目须写 contra: true", $"{expected}; a contra account says contra: true"),
        new($"{path} 与科目类别不符", $"{path} does not fit the account's class"));

    public static Refusal Contra(string path) => Make("LDG-0205", path, "true", new("仅用于表内、余额方向与类别相反的科目", "only for an account of the balance sheet whose side is the other one than its class has"),
        new($"{path} 不适用于该科目", $"{path} does not apply to this account"));

    public static Refusal Limit(string path, string found, bool wanted) => Make("LDG-0206", path, found, wanted ? new("rule 为 limit 时必填", "an amount, since the rule is limit") : new("rule 不为 limit 时不填", "nothing, since the rule is not limit"),
        new($"{path} 与 rule 不符", $"{path} does not fit the rule"));

    public static Refusal Length(string path, int found, int limit) => Make("LDG-0207", path, $"{found}", new($"1 到 {limit} 个字符", $"1 to {limit} characters"),
        new($"{path} 的长度不对", $"{path} has the wrong length"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = path,
        Found = found,
        Expected = expected,
        Message = message,
    };
}
