namespace Zhirong.Engine.Rules;

/// <summary>Values of expression trees, three-valued: what is not known stays not known unless the rest decides alone.</summary>
internal static class RuleEvaluation
{
    /// <param name="node">The tree.</param>
    /// <param name="facts">The values of names.</param>
    /// <param name="cell">What <c>$</c> stands for.</param>
    /// <param name="item">What <c>#</c> stands for.</param>
    public static RuleValue Of(RuleNode node, IRuleFacts facts, in RuleValue cell, in RuleValue item) => node switch
    {
        RuleNode.Constant constant => constant.Value,
        RuleNode.Name name => name.Slot switch { RuleNode.CellSlot => cell, RuleNode.ItemSlot => item, _ => facts.Get(name.Slot) },
        RuleNode.Binary binary => Binary(binary, facts, cell, item),
        RuleNode.Negate negate => Of(negate.Operand, facts, cell, item) is { Known: true } v ? RuleValue.Of(-v.Raw) : RuleValue.Unknown(RuleType.Number),
        RuleNode.Not not => Of(not.Operand, facts, cell, item) is { Known: true } v ? RuleValue.Of(v.Raw == 0) : RuleValue.Unknown(RuleType.Flag),
        RuleNode.Choice choice => Of(choice.Condition, facts, cell, item) is { Known: true } v ? Of(v.Raw != 0 ? choice.Yes : choice.No, facts, cell, item) : RuleValue.Unknown(node.Type),
        RuleNode.Items items => Items(items, facts, cell, item),
        RuleNode.Quantified some => Quantified(some, facts, cell),
        RuleNode.Call call => Call(call, facts, cell, item),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    /// <summary>The value of a tree without names; null when it has some, or its value is unknown.</summary>
    public static RuleValue? Constant(RuleNode node) =>
        node is RuleNode.Constant constant ? constant.Value
        : !node.Occurrences.Any(n => n.Slot != RuleNode.ItemSlot) && Of(node, NoFacts.One, default, default) is { Known: true } value ? value : null;

    private static RuleValue Binary(RuleNode.Binary node, IRuleFacts facts, in RuleValue cell, in RuleValue item)
    {
        var left = Of(node.Left, facts, cell, item);
        switch (node.Operator)
        {
            case RuleOperator.And when left is { Known: true, Raw: 0 }:
            case RuleOperator.Or when left.IsTrue:
                return left;
        }

        var right = Of(node.Right, facts, cell, item);
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
            RuleOperator.Equal => RuleValue.Of(left.Equals(right)),
            RuleOperator.NotEqual => RuleValue.Of(!left.Equals(right)),
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

    private static RuleValue Items(RuleNode.Items items, IRuleFacts facts, in RuleValue cell, in RuleValue item)
    {
        var values = new RuleValue[items.Members.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Of(items.Members[i], facts, cell, item);
            if (!values[i].Known)
            {
                return RuleValue.Unknown(items.Type);
            }
        }

        return items.Type == RuleType.Texts ? RuleValue.Of(values.Select(v => v.Text)) : RuleValue.Of(values.Select(v => v.Raw));
    }

    private static RuleValue Call(RuleNode.Call call, IRuleFacts facts, in RuleValue cell, in RuleValue item)
    {
        var values = new RuleValue[call.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Of(call.Arguments[i], facts, cell, item);
            if (!values[i].Known)
            {
                return RuleValue.Unknown(call.Type);
            }
        }

        return RuleFunctions.Of(call, values);
    }

    private static RuleValue Quantified(RuleNode.Quantified node, IRuleFacts facts, in RuleValue cell)
    {
        var list = Of(node.List, facts, cell, default);
        if (!list.Known)
        {
            return RuleValue.Unknown(RuleType.Flag);
        }

        // some: one true decides; all: one false decides; none: one true decides against.
        var (decides, answer) = node.Function switch { RuleFunction.Some => (true, true), RuleFunction.All => (false, false), _ => (true, false) };
        var open = false;
        foreach (var member in list.Type == RuleType.Texts ? list.Texts.Select(RuleValue.Of) : list.Numbers.Select(RuleValue.Of))
        {
            var fits = Of(node.Condition, facts, cell, member);
            if (fits.Known && fits.IsTrue == decides)
            {
                return RuleValue.Of(answer);
            }

            open |= !fits.Known;
        }

        return open ? RuleValue.Unknown(RuleType.Flag) : RuleValue.Of(!answer);
    }

    private sealed class NoFacts : IRuleFacts
    {
        public static readonly NoFacts One = new();

        public RuleValue Get(int slot) => default;
    }
}
