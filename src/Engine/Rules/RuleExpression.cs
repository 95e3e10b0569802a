using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;

namespace Zhirong.Engine.Rules;

/// <summary>
/// A compiled expression of the closed language: numbers, dates, grades, flags, names, <c>+ - * /</c>, comparisons,
/// <c>and or not</c>, <c>min max</c>; in policies texts, lists and functions too. It can only compute; it cannot reach anything.
/// </summary>
public sealed class RuleExpression
{
    private const int MaxLength = 4000;

    private RuleExpression(string text, RuleNode root, IReadOnlyList<RuleNode.Name> names)
    {
        Text = text;
        Root = root;
        Names = names;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    public RuleNode Root { get; }

    /// <summary>Every name the expression reads, once each, in order of appearance.</summary>
    public IReadOnlyList<RuleNode.Name> Names { get; }

    /// <summary>Compiles once; evaluates many times. Refusals (RULE-0101 … RULE-0111) carry the column.</summary>
    public static Result<RuleExpression> Compile(string text, IRuleVocabulary vocabulary, RuleType expected) => Compile(text, vocabulary, expected, RuleDialect.Deal);

    /// <param name="text">The expression.</param>
    /// <param name="vocabulary">The names it may use.</param>
    /// <param name="expected">The type it must have; null takes any.</param>
    /// <param name="dialect">How much of the language it may use.</param>
    /// <param name="words">Texts that need no quotation marks.</param>
    public static Result<RuleExpression> Compile(string text, IRuleVocabulary vocabulary, RuleType? expected, RuleDialect dialect, IReadOnlyCollection<string>? words = null) =>
        Compile(text, vocabulary, dialect, null, words, parser => parser.Whole(), expected);

    /// <summary>
    /// A decision table's cell: a test of <c>$</c>, the column's value, such as <c>&gt;= 80</c>, <c>[1..5)</c>, <c>"a", "b"</c>,
    /// <c>not(2)</c>, <c>-</c> (anything), or a condition of its own.
    /// </summary>
    public static Result<RuleExpression> CompileCell(string text, IRuleVocabulary vocabulary, RuleType cell, IReadOnlyCollection<string>? words = null) =>
        Compile(text, vocabulary, RuleDialect.Policy, cell, words, parser => parser.Cell(), RuleType.Flag);

    private static Result<RuleExpression> Compile(string text, IRuleVocabulary vocabulary, RuleDialect dialect, RuleType? cell, IReadOnlyCollection<string>? words, Func<RuleParser, RuleNode> read, RuleType? expected)
    {
        if (text.Length > MaxLength)
        {
            return RuleRefusals.TooLong(text.Length, MaxLength);
        }

        var tokens = RuleLexer.Read(text, dialect);
        if (!tokens.Ok)
        {
            return Result<RuleExpression>.Refused(tokens.Refusals);
        }

        try
        {
            var root = read(new RuleParser(tokens.Value, vocabulary, dialect, cell, words));
            if (expected is { } type && root.Type != type)
            {
                return RuleRefusals.Types(root.Column, root.Type.ToString(), Words.Same(type.ToString()));
            }

            var names = new List<RuleNode.Name>();
            Collect(root, names);
            return new RuleExpression(text, root, names);
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>The value under the given facts; unknown facts, division by zero and overflow make it unknown where they matter.</summary>
    public RuleValue Evaluate(IRuleFacts facts) => RuleEvaluation.Of(Root, facts, default, default);

    /// <summary>A cell's answer for the column's value.</summary>
    public RuleValue Test(RuleValue cell, IRuleFacts facts) => RuleEvaluation.Of(Root, facts, cell, default);

    /// <summary>
    /// By how much a cell holds for the column's value (negative: fails), in the value's own unit; null where there is no distance or it is
    /// not known.
    /// </summary>
    public decimal? Margin(RuleValue cell, IRuleFacts facts) => RuleMargin.Of(Root, facts, cell);

    /// <summary>
    /// The expression with the value of every name and the outcome, for example
    /// <c>pool.cum_default_ratio [0.137931] > 0.10 or support.failed [false] → true</c>.
    /// </summary>
    public string Explain(IRuleFacts facts)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var name in Root.Occurrences.Where(n => n.Slot >= 0).OrderBy(n => n.Column))
        {
            var end = name.Column - 1 + name.Text.Length;
            text.Append(Text, from, end - from).Append(" [").Append(Shown(facts.Get(name.Slot))).Append(']');
            from = end;
        }

        return text.Append(Text, from, Text.Length - from).Append(" → ").Append(Evaluate(facts)).ToString();
    }

    /// <summary>The text with the value of every name beside it: <c>&lt;= limit [250000]</c>. A text without names is itself.</summary>
    public string WithValues(string text, IRuleFacts facts)
    {
        foreach (var name in Names)
        {
            var at = text.IndexOf(name.Text, StringComparison.Ordinal);
            if (at >= 0)
            {
                text = text.Insert(at + name.Text.Length, $" [{Shown(facts.Get(name.Slot))}]");
            }
        }

        return text;
    }

    /// <summary>A value for reading: a number of endless decimals is cut to eight.</summary>
    private static string Shown(RuleValue value) =>
        value is { Known: true, Type: RuleType.Number, Raw.Scale: > 8 } ? $"{decimal.Round(value.Raw, 8, MidpointRounding.AwayFromZero)}…" : value.ToString();

    private static void Collect(RuleNode root, List<RuleNode.Name> names)
    {
        foreach (var name in root.Occurrences.Where(n => n.Slot >= 0).OrderBy(n => n.Column))
        {
            if (!names.Exists(n => n.Slot == name.Slot))
            {
                names.Add(name);
            }
        }
    }
}
