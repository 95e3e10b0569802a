using Xunit;
using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;

namespace Zhirong.Host.Tests.Cases;

public sealed class ComparisonTests
{
    [Theory]
    // equals
    [InlineData("equals", "1.45亿", "money", "145000000.00", "true")]
    [InlineData("equals", "1.45亿", "money", "145000000.01", "false")]
    [InlineData("equals", "3,030,500.00", "money", "3030500.00", "true")]
    [InlineData("equals", "2.2 %", "rate", "0.022", "true")]
    [InlineData("equals", "2.2％", "rate", "0.0220000001", "false")]
    [InlineData("equals", "0.022", "rate", "0.022", "true")]
    [InlineData("equals", "87", "number", "87", "true")]
    [InlineData("equals", "87件", "number", "86", "false")]
    [InlineData("equals", "1年", "number", "1", "true")]
    // 近 x: 0.95x ≤ v < x
    [InlineData("near", "近2000万", "money", "18999999.99", "false")]
    [InlineData("near", "近2000万", "money", "19000000.00", "true")]
    [InlineData("near", "近2000万", "money", "19999999.99", "true")]
    [InlineData("near", "近2000万", "money", "20000000.00", "false")]
    // x多, x余, 超 x, 突破 x: x < v < x + one unit of the last non-zero printed digit
    [InlineData("over", "2000多万", "money", "20000000.00", "false")]
    [InlineData("over", "2000多万", "money", "20000000.01", "true")]
    [InlineData("over", "2000多万", "money", "29999999.99", "true")]
    [InlineData("over", "2000多万", "money", "30000000.00", "false")]
    [InlineData("over", "9.9万余", "money", "99000.00", "false")]
    [InlineData("over", "9.9万余", "money", "99999.99", "true")]
    [InlineData("over", "9.9万余", "money", "100000.00", "false")]
    [InlineData("over", "9000余万", "money", "99999999.99", "true")]
    [InlineData("over", "9000余万", "money", "100000000.00", "false")]
    [InlineData("over", "突破500亿", "money", "59999999999.99", "true")]
    [InlineData("over", "超500亿", "money", "60000000000.00", "false")]
    [InlineData("over", "1亿4500万余", "money", "145999999.99", "true")]
    [InlineData("over", "1亿4500万余", "money", "146000000.00", "false")]
    [InlineData("over", "600余户", "number", "600", "false")]
    [InlineData("over", "600余户", "number", "699", "true")]
    [InlineData("over", "600余户", "number", "700", "false")]
    [InlineData("over", "2.5 %余", "rate", "0.0259", "true")]
    [InlineData("over", "2.5 %余", "rate", "0.026", "false")]
    // 约 x %: ±2 points
    [InlineData("about_percent", "约 40 %", "rate", "0.38", "true")]
    [InlineData("about_percent", "约 40 %", "rate", "0.3799999999", "false")]
    [InlineData("about_percent", "40 %左右", "rate", "0.42", "true")]
    [InlineData("about_percent", "40 %", "rate", "0.4200000001", "false")]
    // bounds
    [InlineData("at_most", "不超过 2 %", "rate", "0.02", "true")]
    [InlineData("at_most", "2 %以内", "rate", "0.0200000001", "false")]
    [InlineData("below", "低于 2 %", "rate", "0.02", "false")]
    [InlineData("below", "< 2 %", "rate", "0.0199999999", "true")]
    [InlineData("at_least", "不少于31件", "number", "31", "true")]
    [InlineData("at_least", "≥ 50", "number", "49", "false")]
    [InlineData("above", "高于 0", "money", "0.00", "false")]
    [InlineData("above", "> 0", "money", "0.01", "true")]
    [InlineData("between", "38 %–42 %", "rate", "0.42", "true")]
    [InlineData("between", "38%至42%", "rate", "0.3799999999", "false")]
    [InlineData("between", "99000-100000", "money", "99000.00", "true")]
    // texts, dates, lists
    [InlineData("equals", "AAA", "text", "AAA", "true")]
    [InlineData("equals", "AAA", "text", "AA+", "false")]
    [InlineData("equals", "2021年12月28日", "date", "2021-12-28", "true")]
    [InlineData("equals", "2021-12-28", "date", "2021-12-29", "false")]
    [InlineData("contains", "a|b", "list", "b|c|a", "true")]
    [InlineData("contains", "a|d", "list", "b|c|a", "false")]
    [InlineData("equals", "a|b", "list", "b|a", "false")]
    // decisions
    [InlineData("accepted", "受理", "decision", "", "true")]
    [InlineData("accepted", "受理", "decision", "LINT-0124 shelf.cap", "false")]
    [InlineData("refused", "LINT-0124 shelf.cap", "decision", "LINT-0124 shelf.cap", "true")]
    [InlineData("refused", "LINT-0124", "decision", "LINT-0124 shelf.cap", "true")]
    [InlineData("refused", "LINT-0124 shelf.series", "decision", "LINT-0124 shelf.cap", "false")]
    [InlineData("refused", "LINT-0124 shelf.cap", "decision", "LINT-0124 shelf.cap|LINT-0124 shelf.series", "false")]
    [InlineData("refused", "LINT-0124", "decision", "", "false")]
    // what cannot be computed is never what was published
    [InlineData("below", "2 %", "missing", "", "false")]
    // texts that cannot be read, marks and kinds that do not fit
    [InlineData("equals", "two", "number", "2", "CASE-0112")]
    [InlineData("equals", "1.2.3亿", "money", "1.00", "CASE-0112")]
    [InlineData("over", "0余", "number", "1", "CASE-0112")]
    [InlineData("equals", "yesterday", "date", "2021-12-28", "CASE-0112")]
    [InlineData("between", "42 %–38 %", "rate", "0.4", "CASE-0112")]
    [InlineData("equals", "2000多万", "money", "20000000.00", "CASE-0113")]
    [InlineData("over", "不超过2000万", "money", "20000000.00", "CASE-0113")]
    [InlineData("at_most", "低于 2 %", "rate", "0.01", "CASE-0113")]
    [InlineData("about_percent", "40", "number", "41", "CASE-0114")]
    [InlineData("contains", "87", "number", "87", "CASE-0114")]
    [InlineData("near", "AAA", "text", "AAA", "CASE-0114")]
    [InlineData("accepted", "受理", "number", "1", "CASE-0114")]
    [InlineData("equals", "1", "decision", "", "CASE-0114")]
    public void Holds_AroundTheBoundary_IsTrueInsideOnly(string comparator, string published, string kind, string computed, string expected)
    {
        var check = new CheckDefinition
        {
            Id = "c",
            Part = "p",
            Kind = CheckKind.Derived,
            Title = Words.Same("c"),
            Published = published.Split('|'),
            Comparator = (Comparator)CheckDefinition.Comparators.ToList().IndexOf(comparator),
            Line = 7,
            Column = 5,
        };

        var holds = Comparison.Holds(check, Value(kind, computed));

        Assert.Equal(expected, holds.Ok ? holds.Value ? "true" : "false" : holds.Refusals[0].Code);
        Assert.All(holds.Refusals, r => Assert.Equal(7, r.Line));
    }

    private static CaseValue Value(string kind, string text) => kind switch
    {
        "money" => CaseValue.Of(Money.Cny(decimal.Parse(text))),
        "rate" => CaseValue.Rate(decimal.Parse(text)),
        "number" => CaseValue.Of(decimal.Parse(text)),
        "date" => CaseValue.Of(DateOnly.ParseExact(text, "yyyy-MM-dd")),
        "text" => CaseValue.Of(text),
        "list" => CaseValue.List(text.Split('|')),
        "missing" => CaseValue.Missing(Words.Same("no")),
        _ => CaseValue.Decision([.. text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Reason)], ""),
    };

    private static Refusal Reason(string text) => new() { Code = text.Split(' ')[0], Path = text.Split(' ')[1], Found = "", Expected = default, Message = default };
}
