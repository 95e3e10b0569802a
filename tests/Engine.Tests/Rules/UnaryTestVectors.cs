using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using Zhirong.Engine.Rules;

namespace Zhirong.Engine.Tests.Rules;

/// <summary>The unary tests of <c>tests/golden/unary-tests.json</c> (gorules/zen, MIT), each asked of a cell.</summary>
public sealed partial class UnaryTestVectors
{
    /// <summary>
    /// What the language refuses on purpose: luck. A policy whose answer depends on a draw cannot be replayed to the same bytes.
    /// </summary>
    private static readonly Dictionary<string, string> Refused = new() { ["rand(100) >= 0 and rand(100) <= 100"] = "RULE-0109" };

    [Fact]
    public void CompileCell_EveryVector_AnswersAsPublished()
    {
        var (asked, refused) = (0, 0);
        foreach (var vector in Repo.Golden("unary-tests.json").GetProperty("unaryTests").EnumerateArray())
        {
            var (test, input, output) = (vector.GetProperty("test").GetString()!, vector.GetProperty("input").GetString()!, vector.GetProperty("output").GetString()!);
            var value = Value(input);
            var cell = RuleExpression.CompileCell(test, NoNames.One, value.Type);
            if (Refused.TryGetValue(test, out var code))
            {
                Assert.Equal(code, Assert.Single(cell.Refusals).Code);
                refused++;
                continue;
            }

            Assert.True(cell.Ok, $"{test}: {(cell.Ok ? "" : cell.Refusals[0].Code + " " + cell.Refusals[0].Message.En)}");
            Assert.True(RuleValue.Of(output == "true") == cell.Value.Test(value, NoNames.One), $"{test} of {input}");
            asked++;
        }

        Assert.Equal((44, 1), (asked, refused));
    }

    [Theory]
    [InlineData("[1..5]", 1, true)]
    [InlineData("[1..5]", 5, true)]
    [InlineData("[1..5)", 5, false)]
    [InlineData("(1..5]", 1, false)]
    [InlineData("]1..5[", 1, false)]
    [InlineData("]1..5[", 1.01, true)]
    [InlineData("not(1, 2)", 2, false)]
    [InlineData("not(1, 2)", 3, true)]
    [InlineData("not([1..2])", 2.5, true)]
    [InlineData("1, 2, >= 10", 10, true)]
    [InlineData("≥ 10，≤ 1", 1, true)]
    [InlineData("(> 1 and < 3) or 7", 7, true)]
    [InlineData("(1 + 1)", 2, true)]
    [InlineData("[1, 2, 3]", 2, true)]
    [InlineData("[1, 2, 3]", 4, false)]
    [InlineData("$ * 2 > 9", 5, true)]
    [InlineData("-", 5, true)]
    [InlineData("-5", -5, true)]
    [InlineData("if($ > 3, 4, 5)", 4, true)]
    [InlineData("$ in [1, 2] or $ not in [1, 2, 3]", 3, false)]
    [InlineData("floor(12345, 1000)", 12000, true)]
    public void Test_OfANumber_HoldsWhereItShould(string cell, double value, bool holds) =>
        Assert.Equal(RuleValue.Of(holds), RuleExpression.CompileCell(cell, NoNames.One, RuleType.Number).Value.Test(RuleValue.Of((decimal)value), NoNames.One));

    /// <summary>An unknown value meets the dash alone; a list of all that can be is no dash.</summary>
    [Theory]
    [InlineData("-", "true")]
    [InlineData("> 5", "?")]
    [InlineData("not(> 5)", "?")]
    [InlineData("> 5 or true == true", "true")]
    [InlineData("1, 2", "?")]
    public void Test_OfTheUnknown_IsUnknown(string cell, string says) =>
        Assert.Equal(says, RuleExpression.CompileCell(cell, NoNames.One, RuleType.Number).Value.Test(RuleValue.Unknown(RuleType.Number), NoNames.One).ToString());

    [Theory]
    [InlineData("> ", "RULE-0105")]
    [InlineData("[1..5", "RULE-0105")]
    [InlineData("\"open", "RULE-0110")]
    [InlineData("> \"a\"", "RULE-0107")]
    [InlineData("system(\"rm\")", "RULE-0109")]
    [InlineData("abs(\"a\")", "RULE-0107")]
    [InlineData("matches(\"a\", \"[\")", "RULE-0111")]
    [InlineData("#", "RULE-0105")]
    [InlineData("some([1], some([2], # > 1))", "RULE-0105")]
    [InlineData("[1, \"a\"]", "RULE-0107")]
    [InlineData("> nothing", "RULE-0106")]
    [InlineData("`${1 +}`", "RULE-0105")]
    [InlineData("1, ", "RULE-0105")]
    public void CompileCell_WhatIsNoTest_IsRefused(string cell, string code) =>
        Assert.Equal(code, Assert.Single(RuleExpression.CompileCell(cell, NoNames.One, RuleType.Number).Refusals).Code);

    /// <summary>What deals froze stays as it was: texts and functions are not in their language.</summary>
    [Theory]
    [InlineData("\"a\" == \"a\"")]
    [InlineData("abs(1) > 0")]
    [InlineData("1 in [1, 2]")]
    [InlineData("`a`")]
    [InlineData("1 ≥ 0")]
    public void Compile_InADeal_TakesNothingOfPolicies(string text)
    {
        Assert.False(RuleExpression.Compile(text, NoNames.One, RuleType.Flag).Ok);
    }

    [Fact]
    public void CompileCell_AnyTokensInAnyOrder_NeverThrows()
    {
        string[] tokens = ["$", "#", "1", "\"a\"", "'b'", "`${", "}`", "[", "]", "(", ")", "..", ",", "-", "not", "and", "or", "in", ">=", "<", "==", "some(", "matches(", "if(", "abs(", "len(", "true", "2024-02-29", "AA-", ":", "\ud800", "“高”", "≥", "1e9", "min(", "79228162514264337593543950335", "*", "/ 0"];
        const int Seed = 70_000;
        var compiled = 0;
        for (var n = 0; n < 20_000; n++)
        {
            var random = new Random(Seed + n);
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => tokens[random.Next(tokens.Length)]));
            try
            {
                var type = (RuleType)random.Next(7);
                if (RuleExpression.CompileCell(text, NoNames.One, type) is { Ok: true } cell)
                {
                    compiled++;
                    cell.Value.Test(RuleValue.Unknown(type), NoNames.One);
                    cell.Value.Test(type switch { RuleType.Text => RuleValue.Of("a"), RuleType.Texts => RuleValue.Of(["a"]), RuleType.Numbers => RuleValue.Of([1m]), _ => RuleValue.OfRaw(type, 1) }, NoNames.One);
                }
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.IAssertionException)
            {
                throw new InvalidOperationException($"seed {Seed + n}: {text}", problem);
            }
        }

        Assert.True(compiled > 100, $"only {compiled} compiled from seed {Seed}");
    }

    /// <summary>The vectors write their inputs as JavaScript does: <c>{$: 'FR'}</c>.</summary>
    private static RuleValue Value(string input)
    {
        var json = Key().Replace(input, "\"$\":").Replace('\'', '"');
        var value = JsonDocument.Parse(json).RootElement.GetProperty("$");
        return value.ValueKind switch
        {
            JsonValueKind.String => RuleValue.Of(value.GetString()!),
            JsonValueKind.Number => RuleValue.Of(decimal.Parse(value.GetRawText(), CultureInfo.InvariantCulture)),
            JsonValueKind.Array => RuleValue.Of(value.EnumerateArray().Select(v => v.GetDecimal())),
            _ => RuleValue.Of(value.GetBoolean()),
        };
    }

    [GeneratedRegex("""["]?\$["]?\s*:""")]
    private static partial Regex Key();

    private sealed class NoNames : IRuleVocabulary, IRuleFacts
    {
        public static readonly NoNames One = new();

        public IReadOnlyCollection<string> Names => [];

        public bool TryFind(string name, out int slot, out RuleType type)
        {
            (slot, type) = (0, default);
            return false;
        }

        public RuleValue Get(int slot) => default;
    }
}
