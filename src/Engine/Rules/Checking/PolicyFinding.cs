using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules.Checking;

/// <summary>Something found before a policy is published, with an input that shows it.</summary>
/// <param name="What">Code, place, gravity and sentence.</param>
/// <param name="Example">Values by column or fact; empty where no input is needed to see it.</param>
public sealed record PolicyFinding(Refusal What, IReadOnlyList<KeyValuePair<string, string>> Example);

/// <summary>The numbered findings: POL-03xx.</summary>
internal static class PolicyFindings
{
    public static Refusal Gap(string path, string example) => Make("POL-0301", path, example, new("每种输入都有一行，或给出 default", "a row for every input, or a default"), new("有输入没有任何一行适用", "No row is met by this input"));

    public static Refusal Overlap(string path, string rows, string example) => Make("POL-0302", path, $"{rows}: {example}", new("唯一命中的表中每种输入至多一行", "one row at most in a table of hit policy U"), new("两行同时适用", "Two rows are met by one input"));

    public static Refusal Disagree(string path, string rows, string example) => Make("POL-0303", path, $"{rows}: {example}", new("同时适用的行结果相同", "rows that say the same where they meet"), new("两行同时适用而结果不同", "Two rows are met by one input and differ"));

    public static Refusal Hidden(string path, string rows, string example) => Make("POL-0304", path, $"{rows}: {example}", new("轮得到的行", "a row that can be reached"), new("此行永远轮不到，前面的行已全部覆盖", "The row is never reached: rows before it take all it would"));

    public static Refusal Never(string path, string cell) => Make("POL-0305", path, cell, new("事实允许的取值", "a value the fact may have"), new("此条件永不成立", "The condition can never hold"));

    public static Refusal NoReason(string path) => Make("POL-0306", path, "—", new("reason", "reason"), new("给出结论的行没有理由码", "A row says something of the application without a reason code"));

    public static Refusal UnusedReason(string path, string code) => Make("POL-0307", path, code, new("被某行引用", "used by a row"), new("理由码没有用到", "The reason code is never used"), Severity.Warning);

    public static Refusal TestFails(string path, string found, string expected) => Make("POL-0308", path, found, Words.Same(expected), new("政策自带的测试不通过", "A test inside the policy fails"));

    public static Refusal NoTests(Severity severity) => Make("POL-0309", "tests", "0", new("至少一个测试", "at least one test"), new("政策没有自带测试", "The policy has no tests"), severity);

    public static Refusal NotChecked(string path, string found) => Make("POL-0310", path, found, new("另一人复核", "another person's check"), new("已发布的政策须由编写人以外的人复核", "A published policy is checked by somebody other than its author"));

    public static Refusal NoResult(string path, string output) => Make("POL-0311", path, "—", Words.Same(output), new("此行没有给出结果", "The row gives no result"));

    public static Refusal Unverified(string path, string value) => Make("POL-0312", path, value, new("与来源核对", "compared with its source"), new("数值未经核对", "A figure is not verified"), Severity.Info);

    public static Refusal UnusedFact(string path, string name) => Make("POL-0313", path, name, new("被某一步引用", "used by a step"), new("事实没有用到", "The fact is never used"), Severity.Warning);

    public static Refusal NotJudged(string path, string rows) => Make("POL-0314", path, rows, new("只与常数比较的条件", "conditions that compare with constants"), new("这些行的条件要计算，空缺与重叠无法全部判断", "Conditions of these rows compute; gaps and overlaps cannot be judged wholly"), Severity.Info);

    public static Refusal TooLarge(string path, int limit) => Make("POL-0315", path, $"> {limit}", new("较小的表", "a smaller table"), new("表太大，没有查完空缺", "The table is too large to search all of it for gaps"), Severity.Warning);

    public static Refusal NoPoints(string path, string example) => Make("POL-0316", path, example, new("每个取值都有分数", "points for every value"), new("有取值没有分数", "A value has no points"));

    public static Refusal NoFigures() => Make("POL-0317", "figures", "—", new("figures 或带 outcome 的行", "figures, or rows with an outcome"), new("政策不给出任何结论或数值", "The policy gives neither an outcome nor a figure"));

    private static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Error) => PolicyRefusals.Make(code, path, found, expected, message, severity);
}
