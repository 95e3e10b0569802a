using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules.Schemes;

/// <summary>The numbered refusals of schemes: 01 a rule, 02 the facts of a case.</summary>
public static class SchemeRefusals
{
    public static Refusal SharesNotOne(string path, decimal sum) => Make(
        "SCH-0101", path, sum.ToString(CultureInfo.InvariantCulture), new("合计恰为 1", "exactly 1 in all"), new("各方比例合计不为 1", "The shares do not sum to 1"));

    public static Refusal UnknownParty(string path, string id, IReadOnlyCollection<string> known) => Make(
        "SCH-0102", path, id, Words.Same(FieldRefusals.Nearest(id, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal))), new($"规则没有声明参与方 {id}", $"The rule declares no party {id}"));

    public static Refusal UnknownFact(string path, string name, IReadOnlyCollection<string> known) => Make(
        "SCH-0103", path, name, Words.Same(FieldRefusals.Nearest(name, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal).Take(60))),
        FieldRefusals.Nearest(name, known) is { } near ? new($"规则没有事实 {name}，是否想写 {near}", $"The rule knows no fact {name}; did you mean {near}") : new($"规则没有事实 {name}", $"The rule knows no fact {name}"));

    public static Refusal WrongKind(string path, string name, FactKind kind) => Make(
        "SCH-0104", path, name, Words.Same(SchemeFact.KindWords[(int)kind]), new($"事实 {name} 的类型不合此处", $"The fact {name} is of another kind than is wanted here"));

    public static Refusal NotRising(string path, string found) => Make(
        "SCH-0105", path, found, new("自 0 起首尾相接、逐级上升", "steps that rise without a gap, from 0"), new("分档没有逐级上升", "The steps do not rise without a gap"));

    public static Refusal NoDefault(string path) => Make(
        "SCH-0106", path, "when", new("最后一档没有条件", "a last row without a condition"), new("比例表没有兜底的一档", "No row is left when none of the conditions holds"));

    public static Refusal NothingStated(string path) => Make(
        "SCH-0107", path, "0", new("至少一项，或以 open 写明未公布的内容", "at least one, or words in open of what is not published"), new("规则没有任何金额或比例", "The rule states no figure"));

    public static Refusal UnknownName(string path, string id, IReadOnlyCollection<string> known) => Make(
        "SCH-0108", path, id, Words.Same(FieldRefusals.Nearest(id, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal))), new($"规则没有声明 {id}", $"The rule does not declare {id}"));

    public static Refusal DaysBackwards(string path, DateOnly end, DateOnly start) => Make(
        "SCH-0109", path, Day(end), new($"不早于 {Day(start)}", $"not before {Day(start)}"), new("结束日早于开始日", "The end lies before the beginning"));

    public static Refusal OneOfTwo(string path, string found, string wanted) => Make(
        "SCH-0110", path, found, Words.Same(wanted), new("写法必须且只能取其一", "Exactly one way of saying it is wanted"));

    public static Refusal FactTwice(string path, string name) => Make(
        "SCH-0201", path, name, new("每个事实只写一次", "each fact once"), new($"事实 {name} 写了两次", $"The fact {name} is given twice"));

    public static Refusal TooLarge(string path, string found) => Make(
        "SCH-0202", path, found, new("小于 10^15 元", "below 10^15 yuan"), new("计算所得金额超出范围", "The amount computed is beyond what is handled"));

    public static Refusal CostsBeyondRecovery(string path, string found, string gross) => Make(
        "SCH-0203", path, found, new($"不超过追偿所得 {gross}", $"at most the recoveries, {gross}"), new("追偿费用超过追偿所得", "The cost of recovery exceeds the recoveries"));

    public static Refusal PartBeyondWhole(string path, string found, string whole) => Make(
        "SCH-0204", path, found, new($"不超过 {whole}", $"at most {whole}"), new("部分金额超过其整体", "A part exceeds its whole"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found.Length <= 60 ? found : found[..60], Expected = expected, Message = message };
}
