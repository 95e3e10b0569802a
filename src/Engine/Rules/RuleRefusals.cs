using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Rules;

/// <summary>The numbered refusals of an expression; the path is set by whoever owns the text.</summary>
public static class RuleRefusals
{
    public static Refusal TooLong(int length, int limit) => Make("RULE-0101", 1, $"{length}", ($"不超过 {limit} 个字符", $"at most {limit} characters"), ("表达式过长", "The expression is too long"));

    public static Refusal TooDeep(int column, int limit) => Make("RULE-0102", column, $"> {limit}", ($"嵌套不超过 {limit} 层", $"nesting of at most {limit} levels"), ("表达式嵌套过深", "The expression is nested too deeply"));

    public static Refusal TooBig(int column, int limit) => Make("RULE-0103", column, $"> {limit}", ($"不超过 {limit} 项", $"at most {limit} terms"), ("表达式项数过多", "The expression has too many terms"));

    public static Refusal Character(int column, string found) => Make("RULE-0104", column, found, ("数字、日期、评级、名称或运算符", "a number, date, grade, name or operator"), ("表达式里有不认识的字符", "The expression holds an unknown character"));

    public static Refusal Unexpected(int column, string found, Words expected) => Make("RULE-0105", column, found, (expected.Zh, expected.En), ("表达式写法有误", "The expression is malformed"));

    public static Refusal UnknownName(int column, string name, IReadOnlyCollection<string> known)
    {
        var near = FieldRefusals.Nearest(name, known);
        var list = string.Join(", ", known.Order(StringComparer.Ordinal).Take(40));
        return near is null
            ? Make("RULE-0106", column, name, (list, list), ("表达式里有不认识的名称", "The expression uses an unknown name"))
            : Make("RULE-0106", column, name, (near, near), ($"表达式里有不认识的名称，是否想写 {near}", $"The expression uses an unknown name; did you mean {near}"));
    }

    public static Refusal Types(int column, string found, Words expected) => Make("RULE-0107", column, found, (expected.Zh, expected.En), ("表达式的类型不符", "The types in the expression do not fit"));

    public static Refusal Number(int column, string found) => Make("RULE-0108", column, found, ("不超过 28 位的十进制数", "a decimal of at most 28 digits"), ("表达式里的数字无法表示", "A number in the expression cannot be held"));

    public static Refusal Function(int column, string name, IReadOnlyCollection<string> known) =>
        Make("RULE-0109", column, name, FieldRefusals.Nearest(name, known) is { } near ? (near, near) : (string.Join(", ", known), string.Join(", ", known)), ("没有这个函数", "There is no such function"));

    public static Refusal Text(int column, string found) => Make("RULE-0110", column, found, ("成对的引号", "a closing quotation mark"), ("文字没有结束", "A text does not end"));

    public static Refusal Pattern(int column, string found) => Make("RULE-0111", column, found, ("写成常量的、合法的正则表达式", "a well-formed pattern, written as a constant"), ("匹配用的式样不对", "The pattern cannot be used"));

    private static Refusal Make(string code, int column, string found, (string Zh, string En) expected, (string Zh, string En) message) => new()
    {
        Code = code,
        Path = "",
        Found = found.Length <= 60 ? found : found[..60],
        Expected = new(expected.Zh, expected.En),
        Message = new($"{message.Zh}（第 {column} 列）", $"{message.En} (column {column})"),
        Column = column,
    };
}
