namespace Zhirong.Engine.Rules;

/// <summary>The operators of the closed grammar.</summary>
public enum RuleOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    And,
    Or,
    Min,
    Max,
}

/// <summary>One node of a typed expression tree; the column is one-based in the expression's text.</summary>
public abstract record RuleNode(RuleType Type, int Column)
{
    public sealed record Constant(RuleValue Value, int Column) : RuleNode(Value.Type, Column);

    public sealed record Name(string Text, int Slot, RuleType Type, int Column) : RuleNode(Type, Column);

    public sealed record Negate(RuleNode Operand, int Column) : RuleNode(RuleType.Number, Column);

    public sealed record Not(RuleNode Operand, int Column) : RuleNode(RuleType.Flag, Column);

    public sealed record Binary(RuleOperator Operator, RuleNode Left, RuleNode Right, RuleType Type, int Column) : RuleNode(Type, Column);

    /// <summary>A list written out.</summary>
    public sealed record Items(IReadOnlyList<RuleNode> Members, RuleType Type, int Column) : RuleNode(Type, Column);

    /// <summary>One of the built-in functions.</summary>
    public sealed record Call(RuleFunction Function, IReadOnlyList<RuleNode> Arguments, RuleType Type, int Column) : RuleNode(Type, Column)
    {
        /// <summary>What <c>matches</c> looks for, made once.</summary>
        internal System.Text.RegularExpressions.Regex? Pattern { get; init; }
    }

    /// <summary><c>if(condition, yes, no)</c>; an unknown condition is unknown, whatever the two sides say.</summary>
    public sealed record Choice(RuleNode Condition, RuleNode Yes, RuleNode No, int Column) : RuleNode(Yes.Type, Column);

    /// <summary><c>some</c>, <c>all</c> or <c>none</c> of a list's members fit a condition, in which <c>#</c> is the member.</summary>
    public sealed record Quantified(RuleFunction Function, RuleNode List, RuleNode Condition, int Column) : RuleNode(RuleType.Flag, Column);

    /// <summary>The slot of <c>$</c>, the value a cell is asked about.</summary>
    public const int CellSlot = -1;

    /// <summary>The slot of <c>#</c>, the member of a list.</summary>
    public const int ItemSlot = -2;

    /// <summary>The nodes directly below.</summary>
    public IEnumerable<RuleNode> Children => this switch
    {
        Negate negate => [negate.Operand],
        Not not => [not.Operand],
        Binary binary => [binary.Left, binary.Right],
        Items items => items.Members,
        Call call => call.Arguments,
        Choice choice => [choice.Condition, choice.Yes, choice.No],
        Quantified some => [some.List, some.Condition],
        _ => [],
    };

    /// <summary>Every name in the tree, <c>$</c> and <c>#</c> included, as often as it stands there.</summary>
    public IEnumerable<Name> Occurrences => this is Name own ? [own] : Children.SelectMany(c => c.Occurrences);
}
