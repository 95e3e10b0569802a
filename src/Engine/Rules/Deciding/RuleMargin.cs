namespace Zhirong.Engine.Rules.Deciding;

/// <summary>By how much a condition holds or fails.</summary>
internal static class RuleMargin
{
    /// <summary>Not negative where the condition holds; null without a distance. Of several conditions that all must hold, the tightest.</summary>
    public static decimal? Of(RuleNode node, IRuleFacts facts, in RuleValue cell)
    {
        switch (node)
        {
            case RuleNode.Not not:
                return -Of(not.Operand, facts, cell);
            case RuleNode.Binary { Operator: RuleOperator.And or RuleOperator.Or } both:
                var (left, right) = (Of(both.Left, facts, cell), Of(both.Right, facts, cell));
                return left is null ? right : right is null ? left : both.Operator == RuleOperator.And ? Math.Min(left.Value, right.Value) : Math.Max(left.Value, right.Value);
            case RuleNode.Binary { Operator: >= RuleOperator.Greater and <= RuleOperator.NotEqual, Left.Type: RuleType.Number or RuleType.Date or RuleType.Grade } compared:
                return Distance(compared, RuleEvaluation.Of(compared.Left, facts, cell, default), RuleEvaluation.Of(compared.Right, facts, cell, default));
            default:
                return null;
        }
    }

    private static decimal? Distance(RuleNode.Binary node, in RuleValue left, in RuleValue right)
    {
        if (!left.Known || !right.Known)
        {
            return null;
        }

        try
        {
            return node.Operator switch
            {
                RuleOperator.Greater or RuleOperator.GreaterOrEqual => left.Raw - right.Raw,
                RuleOperator.Less or RuleOperator.LessOrEqual => right.Raw - left.Raw,
                RuleOperator.Equal => -Math.Abs(left.Raw - right.Raw),
                _ => Math.Abs(left.Raw - right.Raw),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
