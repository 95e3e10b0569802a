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
}
