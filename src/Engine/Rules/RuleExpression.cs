using System.Text;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules;

/// <summary>
/// A compiled expression of the closed language: numbers, dates, grades, flags, names, <c>+ - * /</c>, comparisons,
/// <c>and or not</c>, <c>min max</c>. It can only compute; it cannot call anything.
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

    /// <summary>Compiles once; evaluates many times. Refusals (RULE-0101 … RULE-0108) carry the column.</summary>
    public static Result<RuleExpression> Compile(string text, IRuleVocabulary vocabulary, RuleType expected)
    {
        if (text.Length > MaxLength)
        {
            return RuleRefusals.TooLong(text.Length, MaxLength);
        }

        var tokens = RuleLexer.Read(text);
        if (!tokens.Ok)
        {
            return Result<RuleExpression>.Refused(tokens.Refusals);
        }

        try
        {
            var root = new RuleParser(tokens.Value, vocabulary).Whole();
            if (root.Type != expected)
            {
                return RuleRefusals.Types(root.Column, root.Type.ToString(), Words.Same(expected.ToString()));
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
    public RuleValue Evaluate(IRuleFacts facts) => Evaluate(Root, facts);

    /// <summary>
    /// The expression with the value of every name and the outcome, for example
    /// <c>pool.cum_default_ratio [0.137931] > 0.10 or support.failed [false] → true</c>.
    /// </summary>
    public string Explain(IRuleFacts facts)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var name in Occurrences(Root).OrderBy(n => n.Column))
        {
            var end = name.Column - 1 + name.Text.Length;
            text.Append(Text, from, end - from).Append(" [").Append(Shown(facts.Get(name.Slot))).Append(']');
            from = end;
        }

        return text.Append(Text, from, Text.Length - from).Append(" → ").Append(Evaluate(facts)).ToString();
    }

    /// <summary>A value for reading: a number of endless decimals is cut to eight.</summary>
    private static string Shown(RuleValue value) =>
        value is { Known: true, Type: RuleType.Number, Raw.Scale: > 8 } ? $"{decimal.Round(value.Raw, 8, MidpointRounding.AwayFromZero)}…" : value.ToString();

    private static RuleValue Evaluate(RuleNode node, IRuleFacts facts) => node switch
    {
        RuleNode.Constant constant => constant.Value,
        RuleNode.Name name => facts.Get(name.Slot),
        RuleNode.Negate negate => Evaluate(negate.Operand, facts) is { Known: true } v ? RuleValue.Of(-v.Raw) : RuleValue.Unknown(RuleType.Number),
        RuleNode.Not not => Evaluate(not.Operand, facts) is { Known: true } v ? RuleValue.Of(v.Raw == 0) : RuleValue.Unknown(RuleType.Flag),
        RuleNode.Binary binary => Binary(binary, facts),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static RuleValue Binary(RuleNode.Binary node, IRuleFacts facts)
    {
        var left = Evaluate(node.Left, facts);
        switch (node.Operator)
        {
            case RuleOperator.And when left is { Known: true, Raw: 0 }:
            case RuleOperator.Or when left.IsTrue:
                return left;
        }

        var right = Evaluate(node.Right, facts);
        if (node.Operator is RuleOperator.And or RuleOperator.Or)
        {
            var decides = node.Operator == RuleOperator.Or;
            return right.Known && right.Raw != 0 == decides ? right
                : left.Known && right.Known ? RuleValue.Of(!decides) : RuleValue.Unknown(RuleType.Flag);
        }

        if (!left.Known || !right.Known)
        {
            return RuleValue.Unknown(node.Type);
        }

        return node.Operator switch
        {
            RuleOperator.Greater => RuleValue.Of(left.Raw > right.Raw),
            RuleOperator.GreaterOrEqual => RuleValue.Of(left.Raw >= right.Raw),
            RuleOperator.Less => RuleValue.Of(left.Raw < right.Raw),
            RuleOperator.LessOrEqual => RuleValue.Of(left.Raw <= right.Raw),
            RuleOperator.Equal => RuleValue.Of(left.Raw == right.Raw),
            RuleOperator.NotEqual => RuleValue.Of(left.Raw != right.Raw),
            RuleOperator.Min => left.Raw <= right.Raw ? left : right,
            RuleOperator.Max => left.Raw >= right.Raw ? left : right,
            _ => Arithmetic(node, left.Raw, right.Raw),
        };
    }

    private static RuleValue Arithmetic(RuleNode.Binary node, decimal left, decimal right)
    {
        if (node.Operator == RuleOperator.Divide && right == 0)
        {
            return RuleValue.Unknown(node.Type);
        }

        try
        {
            return RuleValue.OfRaw(node.Type, node.Operator switch
            {
                RuleOperator.Add => left + right,
                RuleOperator.Subtract => left - right,
                RuleOperator.Multiply => left * right,
                _ => left / right,
            });
        }
        catch (OverflowException)
        {
            return RuleValue.Unknown(node.Type);
        }
    }

    private static void Collect(RuleNode root, List<RuleNode.Name> names)
    {
        foreach (var name in Occurrences(root).OrderBy(n => n.Column))
        {
            if (!names.Exists(n => n.Slot == name.Slot))
            {
                names.Add(name);
            }
        }
    }

    private static IEnumerable<RuleNode.Name> Occurrences(RuleNode node) => node switch
    {
        RuleNode.Name name => [name],
        RuleNode.Negate negate => Occurrences(negate.Operand),
        RuleNode.Not not => Occurrences(not.Operand),
        RuleNode.Binary binary => Occurrences(binary.Left).Concat(Occurrences(binary.Right)),
        _ => [],
    };
}
