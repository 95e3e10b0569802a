using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Diligence;

/// <summary>The numbered refusals of due diligence: 01 a case, 02 a checklist.</summary>
public static class DiligenceRefusals
{
    public static Refusal UnknownFact(string path, string name, IReadOnlyCollection<string> known) => Make(
        "DIL-0101", path, name, Words.Same(FieldRefusals.Nearest(name, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal))),
        FieldRefusals.Nearest(name, known) is { } near ? new($"清单中没有事实 {name}，是否想写 {near}", $"The checklist knows no fact {name}; did you mean {near}") : new($"清单中没有事实 {name}", $"The checklist knows no fact {name}"));

    public static Refusal SharesBeyondOne(string path, decimal sum) => Make(
        "DIL-0102", path, sum.ToString(CultureInfo.InvariantCulture), new("合计不超过 1", "at most 1 in all"), new("共有份额合计超过 1", "The holders' shares exceed 1"));

    public static Refusal NumberTwice(string path, string number) => Make(
        "DIL-0103", path, number, new("每项权利只列一次", "each right once"), new($"权利 {number} 列了两次", $"The right {number} is listed twice"));

    public static Refusal UnknownRight(string path, string id, IReadOnlyCollection<string> known) => Make(
        "DIL-0104", path, id, Words.Same(FieldRefusals.Nearest(id, known) ?? string.Join(", ", known.Take(20))), new($"产品所用的权利 {id} 不在本案中", $"The right {id} of the product is not in this case"));

    public static Refusal PeriodBackwards(string path, DateOnly until, DateOnly from) => Make(
        "DIL-0105", path, Day(until), new($"不早于 {Day(from)}", $"not before {Day(from)}"), new("结束日早于开始日", "The end lies before the beginning"));

    public static Refusal NoRights() => Make(
        "DIL-0106", "rights", "0", new("至少一项权利", "at least one right"), new("没有列出权利", "No right is listed"));

    public static Refusal SourceLater(string path, DateOnly date, DateOnly day) => Make(
        "DIL-0107", path, Day(date), new($"不晚于尽调日 {Day(day)}", $"not after the day examined, {Day(day)}"), new("资料的日期晚于尽调日", "The source is newer than the day examined"));

    public static Refusal Undeclared(string path, string name, IReadOnlyCollection<string> known) => Make(
        "DIL-0201", path, name, Words.Same(FieldRefusals.Nearest(name, known) ?? "facts"), new($"清单引用了未声明的 {name}", $"The checklist names {name}, which it does not declare"));

    public static Refusal WrongScope(string path, string name) => Make(
        "DIL-0202", path, name, new("同一范围（权利或企业）的事实", "a fact of the same scope, right or firm"), new($"事实 {name} 与检查项的范围不同", $"The fact {name} is of another scope than the item"));

    public static Refusal ConclusionOpen(string path) => Make(
        "DIL-0203", path, "when", new("最后一条没有条件", "a last rule without conditions"), new("结论规则没有兜底的一条", "No conclusion is left when none of the rules fits"));

    public static Refusal NeverClear(string path) => Make(
        "DIL-0204", path, "—", new("至少一个条件", "at least one condition"), new("检查项没有写明何时为未见异常", "The item does not say when it is clear"));

    public static Refusal ClaimsTooMuch(string path, string text) => Make(
        "DIL-0205", path, text, new("写明等级与系数为假设", "words that call grades and factors assumptions"), new("清单的声明必须写明等级与系数为假设", "The checklist's statement has to call its grades and factors assumptions"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Refusal Make(string code, string path, string found, Words expected, Words message, Severity severity = Severity.Error) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message, Severity = severity };
}
