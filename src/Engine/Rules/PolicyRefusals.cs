using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules;

/// <summary>The numbered refusals and findings of policies: 01 the file, 02 how its parts fit, 03 publish-time findings, 04 facts, 05 DMN.</summary>
public static class PolicyRefusals
{
    public static Refusal Columns(string path, int found, int expected) => Make("POL-0101", path, $"{found}", new($"{expected} 个单元格", $"{expected} cells"), new("单元格数与列数不符", "The row has another number of cells than the table has columns"));

    public static Refusal Value(string path, string found, RuleType type) => Make("POL-0102", path, found, Words.Same(type.ToString()), new("值与声明的类型不符", "The value does not have the declared type"));

    public static Refusal Weights(string path, decimal sum) => Make("POL-0103", path, Text(sum), Words.Same("1"), new("权重合计不等于 1", "The weights do not sum to 1"));

    public static Refusal Bins(string path) => Make("POL-0104", path, "—", new("line 与 bins 二选一", "either line or bins"), new("指标须有且只有一种打分方式", "An indicator is scored in exactly one way"));

    public static Refusal Bands(string path) => Make("POL-0105", path, "—", new("分数由高到低、不重复", "scores from high to low, none twice"), new("等级的分数线次序不对", "The bands of grades are out of order"));

    public static Refusal Backwards(string path, string found, string bound) => Make("POL-0106", path, found, new($"不小于 {bound}", $"not below {bound}"), new("上限小于下限", "The end lies before the beginning"));

    public static Refusal Parent(string path, string found) => Make("POL-0107", path, found, new("sha256: 加 64 位十六进制", "sha256: and 64 hexadecimal digits"), new("父版本的哈希写法不对", "The parent's hash is malformed"));

    public static Refusal UnknownColumn(string path, string found, IReadOnlyCollection<string> known) => Make("POL-0108", path, found, Words.Same(FieldRefusals.Nearest(found, known) ?? string.Join(", ", known)), new("表中没有这一列", "The table has no such column"));

    public static Refusal NameTwice(string path, string name) => Make("POL-0201", path, name, new("不重复的名称", "a name used once"), new($"名称 {name} 已经用过", $"The name {name} is already taken"));

    public static Refusal OutputType(string path, string found, string expected) => Make("POL-0202", path, found, Words.Same(expected), new("结果的类型与列不符", "The result does not have the type of its column"));

    public static Refusal Aggregate(string path, string found) => Make("POL-0203", path, found, new("恰好一个数字结果列（C# 可为任意一列）", "exactly one output, a number (any type for C#)"), new("汇总型命中规则只作用于一列", "A hit policy that aggregates works on one column"));

    public static Refusal NoValues(string path) => Make("POL-0204", path, "—", new("结果列的 values，最优先者在前", "values of the output, best first"), new("按优先级命中须列明结果的次序", "The hit policy needs the order of the output's values"));

    public static Refusal NotAmong(string path, string found, IReadOnlyCollection<string> values) => Make("POL-0205", path, found, Words.Same(string.Join(" | ", values)), new("结果不在列明的取值之内", "The result is none of the column's values"));

    public static Refusal NoPolicy(string path, string found, IReadOnlyCollection<string> known) => Make("POL-0206", path, found, Words.Same(known.Count == 0 ? "—" : FieldRefusals.Nearest(found, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal))), new($"找不到子决策 {found}", $"The policy {found} that decides a part was not found"));

    public static Refusal Cycle(string path, string chain) => Make("POL-0207", path, chain, new("不回到自身的调用", "policies that do not lead back to themselves"), new("子决策循环调用", "The policies call each other in a circle"));

    public static Refusal NotPassed(string path, string fact) => Make("POL-0208", path, fact, new("with 中给出，或同名同类型的事实", "a value under with, or a fact of the same name and type"), new($"子决策需要的事实 {fact} 没有给出", $"The fact {fact} that the other policy needs is not passed to it"));

    public static Refusal UnknownReason(string path, string code, IReadOnlyCollection<string> known) => Make("POL-0209", path, code, Words.Same(FieldRefusals.Nearest(code, known) ?? (known.Count == 0 ? "reasons" : string.Join(", ", known.Order(StringComparer.Ordinal)))), new($"没有声明理由码 {code}", $"The reason code {code} is not declared"));

    public static Refusal FigureType(string path, string found) => Make("POL-0210", path, found, new("数字", "a number"), new("只有数字可以取整", "Only a number is rounded"));

    public static Refusal NotInForce(DateOnly day, DateOnly? from, DateOnly? to) => Make("POL-0401", "day", Day(day), new($"{(from is { } f ? Day(f) : "…")} 至 {(to is { } t ? Day(t) : "…")}", $"{(from is { } g ? Day(g) : "…")} to {(to is { } u ? Day(u) : "…")}"), new("政策在该日未生效", "The policy is not in force on that day"));

    public static Refusal UnknownFact(string path, string name, IReadOnlyCollection<string> known) => Make("POL-0402", path, name, Words.Same(FieldRefusals.Nearest(name, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal).Take(40))),
        FieldRefusals.Nearest(name, known) is { } near ? new($"政策没有事实 {name}，是否想写 {near}", $"The policy knows no fact {name}; did you mean {near}") : new($"政策没有事实 {name}", $"The policy knows no fact {name}"));

    public static Refusal OutOfRange(string path, string found, string bounds) => Make("POL-0403", path, found, Words.Same(bounds), new("事实的值超出声明的范围", "The fact lies outside its declared range"));

    public static Refusal SourceLater(string path, DateOnly date, DateOnly day) => Make("POL-0404", path, Day(date), new($"不晚于 {Day(day)}", $"not after {Day(day)}"), new("资料的日期晚于决策日", "The source is newer than the day of decision"));

    public static Refusal NoApplications() => Make("POL-0405", "applications", "0", new("至少一份申请", "at least one application"), new("没有申请", "There is no application"));

    internal static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Error) =>
        new() { Code = code, Path = path, Found = found.Length <= 120 ? found : found[..120], Expected = expected, Message = message, Severity = severity };

    internal static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
