using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>The closed expression language: what binds tighter, what is not known, what is refused and where.</summary>
public sealed class RuleExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("100 / 10 / 5", "2")]
    [InlineData("-2 * -3", "6")]
    [InlineData("--5", "5")]
    [InlineData("2 - -3", "5")]
    [InlineData(".5 + 0.10", "0.60")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max(3, min(9, 5), 4) - 1", "4")]
    [InlineData("A.balance-B.balance", "60")]
    [InlineData("2022-03-28 - 2021-12-28", "90")]
    [InlineData("date - closing", "365")]
    public void Evaluate_Numbers_BindAsInArithmetic(string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Compile(text, RuleType.Number).Evaluate(Facts.Known).Raw);

    [Theory]
    [InlineData("true or true and false", true)] // and before or
    [InlineData("(true or true) and false", false)]
    [InlineData("not false and false", false)] // not before and
    [InlineData("not 1 > 2", true)] // comparison before not
    [InlineData("not not true", true)]
    [InlineData("1 + 1 == 2 and 2 != 3", true)]
    [InlineData("true == not_failed", true)]
    [InlineData("A.balance > 99.99", true)]
    [InlineData("A.balance > 100", false)]
    [InlineData("A.balance >= 100", true)]
    [InlineData("A.balance < 100.01 and A.balance <= 100 and A.balance == 100.00", true)]
    [InlineData("2024-02-29 < 2024-03-01", true)]
    [InlineData("date >= closing + 365", true)]
    [InlineData("date > closing + 365", false)]
    [InlineData("max(closing, 2030-01-01) > date", true)]
    public void Evaluate_Flags_BindAsInLogic(string text, bool value) => Assert.Equal(RuleValue.Of(value), Compile(text).Evaluate(Facts.Known));

    [Theory]
    [InlineData("AAA > AA+", true)]
    [InlineData("AA+ > AA", true)]
    [InlineData("AA > AA-", true)]
    [InlineData("AA- > A+", true)]
    [InlineData("A- > BBB+", true)]
    [InlineData("BBB- > BB+", true)]
    [InlineData("CCC > CC", true)]
    [InlineData("CC > C", true)]
    [InlineData("C > D", true)]
    [InlineData("AAAsf == AAA", true)]
    [InlineData("rating < AA", true)] // AA-
    [InlineData("rating<AA- or rating==AA-", true)]
    [InlineData("min(AAA, rating, A) == A", true)]
    [InlineData("A.balance == 100 and rating > A", true)] // a tranche called A beside the grade A
    public void Evaluate_Grades_CompareByQuality(string text, bool value) => Assert.Equal(RuleValue.Of(value), Compile(text).Evaluate(Facts.Known));

    [Theory]
    [InlineData("insolvent or true", "true")]
    [InlineData("true or insolvent", "true")]
    [InlineData("insolvent or false", "?")]
    [InlineData("false or insolvent", "?")]
    [InlineData("insolvent and false", "false")]
    [InlineData("false and insolvent", "false")]
    [InlineData("insolvent and true", "?")]
    [InlineData("not insolvent", "?")]
    [InlineData("insolvent == insolvent", "?")]
    [InlineData("rating < AA or insolvent", "?")]
    [InlineData("rating < AA or insolvent or A.balance > 1", "true")]
    [InlineData("1 / (A.balance - 100) > 0", "?")] // a division by zero is not known, and does not fire
    [InlineData("1 / 0 > 0 or true", "true")]
    [InlineData("79228162514264337593543950335 * 10 > 0", "?")]
    [InlineData("min(1, A.balance / 0) > 0", "?")]
    public void Evaluate_WhatIsNotKnown_FollowsKleene(string text, string value) => Assert.Equal(value, Compile(text).Evaluate(Facts.Unknown).ToString());

    [Theory]
    [InlineData("A.balance > 99 or insolvent", "A.balance [100] > 99 or insolvent [?] → true")]
    [InlineData("rating<AA", "rating [?]<AA → ?")]
    public void Explain_AnyExpression_PutsEachValueBesideItsName(string text, string said) => Assert.Equal(said, Compile(text).Explain(Facts.Unknown));

    [Theory]
    [InlineData("A.balance @ 1", "RULE-0104", 11)]
    [InlineData("A.balance = 1", "RULE-0105", 11)]
    [InlineData("1 > 2 > 3", "RULE-0105", 7)]
    [InlineData("1 >", "RULE-0105", 4)]
    [InlineData("", "RULE-0105", 1)]
    [InlineData("(1 > 0", "RULE-0105", 7)]
    [InlineData("1 > 0)", "RULE-0105", 6)]
    [InlineData("1 > 0 1", "RULE-0105", 7)]
    [InlineData("min(1) > 0", "RULE-0105", 1)]
    [InlineData("min 1 > 0", "RULE-0105", 5)]
    [InlineData("A.balanse > 1", "RULE-0106", 1)]
    [InlineData("A.balance", "RULE-0107", 1)]
    [InlineData("A.balance > closing", "RULE-0107", 11)]
    [InlineData("A.balance > AAA", "RULE-0107", 11)]
    [InlineData("not A.balance", "RULE-0107", 5)]
    [InlineData("true > false", "RULE-0107", 6)]
    [InlineData("A.balance and true", "RULE-0107", 1)]
    [InlineData("closing + closing > date", "RULE-0107", 9)]
    [InlineData("min(1, closing) > 1", "RULE-0107", 1)]
    [InlineData("min(true, false)", "RULE-0107", 1)]
    [InlineData("-true == true", "RULE-0107", 2)]
    [InlineData("1.2.3 > 0", "RULE-0108", 1)]
    [InlineData("1 > 1234567890123456789012345678901", "RULE-0108", 5)]
    [InlineData("system(\"rm\") > 0", "RULE-0104", 8)]
    public void Compile_WhatIsNotInTheLanguage_IsRefusedAtItsColumn(string text, string code, int column)
    {
        var refusal = Assert.Single(RuleExpression.Compile(text, Facts.Known, RuleType.Flag).Refusals);

        Assert.Equal((code, column), (refusal.Code, refusal.Column));
        Assert.NotEqual("", refusal.Expected.En);
    }

    [Fact]
    public void Compile_ANameOneLetterOff_SuggestsTheRightOne() =>
        Assert.Equal("A.balance", RuleExpression.Compile("A.balanse > 1", Facts.Known, RuleType.Flag).Refusals[0].Expected.En);

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Compile_Parentheses_AreBoundedInDepth(int depth, bool ok)
    {
        // The outermost expression is one level itself.
        var compiled = RuleExpression.Compile(new string('(', depth) + "true" + new string(')', depth), Facts.Known, RuleType.Flag);

        Assert.Equal(ok, compiled.Ok);
        Assert.Equal(ok ? [] : ["RULE-0102"], compiled.Refusals.Select(r => r.Code));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("min(1,")]
    [InlineData("1 + ")]
    [InlineData("true and ")]
    public void Compile_TenThousandTimesTheSame_IsRefusedAtOnce(string part)
    {
        var clock = Stopwatch.StartNew();

        foreach (var count in (int[])[60, 500, 10_000])
        {
            var text = new StringBuilder().Insert(0, part, count).Append("true").ToString();
            _ = RuleExpression.Compile(text, Facts.Known, RuleType.Flag);
        }

        var refused = RuleExpression.Compile(new StringBuilder().Insert(0, part, 10_000).ToString(), Facts.Known, RuleType.Flag);
        Assert.Equal("RULE-0101", refused.Refusals[0].Code);
        Assert.True(clock.ElapsedMilliseconds < 2_000);
    }

    [Fact]
    public void CompileAndEvaluate_AnyTokensInAnyOrder_NeverThrows()
    {
        string[] tokens = ["A.balance", "rating", "date", "closing", "insolvent", "true", "1", "0", ".5", "2024-02-29", "AA-", "AAA", "+", "-", "*", "/", ">", ">=", "==", "!=", "(", ")", ",", "and", "or", "not", "min(", "max(", "=", "@", "中", "\ud800", "\0", "1e9", "9999-12-31", "79228162514264337593543950335"];
        var (seed, compiled) = (608_000, 0);
        var count = Repo.Long ? 1_000_000 : 60_000;
        for (var n = 0; n < count; n++)
        {
            var random = new Random(seed + n);
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => tokens[random.Next(tokens.Length)]));
            try
            {
                var expression = RuleExpression.Compile(text, Facts.Known, (RuleType)random.Next(4));
                if (expression.Ok)
                {
                    compiled++;
                    expression.Value.Explain(Facts.Known);
                    expression.Value.Explain(Facts.Unknown);
                }
                else
                {
                    Assert.InRange(expression.Refusals[0].Column, 1, text.Length + 1);
                }
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.IAssertionException)
            {
                throw new InvalidOperationException($"seed {seed + n}: {text}", problem);
            }
        }

        Assert.True(compiled > count / 200, $"only {compiled} of {count} compiled from seed {seed}");
    }

    private static RuleExpression Compile(string text, RuleType type = RuleType.Flag) => RuleExpression.Compile(text, Facts.Known, type).Value;

    private sealed class Facts(bool known) : IRuleVocabulary, IRuleFacts
    {
        private static readonly (string Name, RuleType Type)[] All =
        [
            ("A.balance", RuleType.Number), ("B.balance", RuleType.Number), ("rating", RuleType.Grade), ("insolvent", RuleType.Flag),
            ("not_failed", RuleType.Flag), ("date", RuleType.Date), ("closing", RuleType.Date),
        ];

        public static readonly Facts Known = new(true);
        public static readonly Facts Unknown = new(false);

        public IReadOnlyCollection<string> Names => [.. All.Select(n => n.Name)];

        public bool TryFind(string name, out int slot, out RuleType type)
        {
            slot = Array.FindIndex(All, n => n.Name == name);
            type = slot < 0 ? default : All[slot].Type;
            return slot >= 0;
        }

        public RuleValue Get(int slot) => All[slot].Name switch
        {
            "A.balance" => RuleValue.Of(100m),
            "B.balance" => RuleValue.Of(40m),
            "rating" when known && Grade.TryParse("AA-", out var grade) => RuleValue.Of(grade),
            "insolvent" when known => RuleValue.Of(false),
            "not_failed" => RuleValue.Of(true),
            "date" => RuleValue.Of(new DateOnly(2026, 1, 20)),
            "closing" => RuleValue.Of(new DateOnly(2025, 1, 20)),
            _ => RuleValue.Unknown(All[slot].Type),
        };
    }
}
