using Zhirong.Engine.Rules;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>What a name of the expression language stands for on a date: its value, and whether it is known.</summary>
internal readonly record struct RuleFact(Formula Value, Formula Known)
{
    public RuleFact(Formula value)
        : this(value, Yes)
    {
    }
}

/// <summary>
/// Translates the closed expression language into formulas, with its three-valued logic: a condition has one formula for
/// "known and true" and one for "known and false", so that an unknown never fires.
/// </summary>
/// <param name="facts">The names.</param>
/// <param name="constant">A cell for a number written in the expression, or null to write the number itself.</param>
internal sealed class RuleFormula(Func<string, RuleFact> facts, Func<RuleNode.Constant, Formula?> constant)
{
    /// <summary>Known and true.</summary>
    public Formula Holds(RuleNode node) => Truth(node).True;

    private (Formula True, Formula False) Truth(RuleNode node)
    {
        switch (node)
        {
            case RuleNode.Not not:
                var inner = Truth(not.Operand);
                return (inner.False, inner.True);
            case RuleNode.Binary { Operator: RuleOperator.And } and:
                var (a, b) = (Truth(and.Left), Truth(and.Right));
                return (And(a.True, b.True), Or(a.False, b.False));
            case RuleNode.Binary { Operator: RuleOperator.Or } or:
                var (c, d) = (Truth(or.Left), Truth(or.Right));
                return (Or(c.True, d.True), And(c.False, d.False));
            case RuleNode.Binary { Left.Type: RuleType.Flag } flags:
                var (e, f) = (Truth(flags.Left), Truth(flags.Right));
                var (same, differ) = (Or(And(e.True, f.True), And(e.False, f.False)), Or(And(e.True, f.False), And(e.False, f.True)));
                return flags.Operator == RuleOperator.Equal ? (same, differ) : (differ, same);
            case RuleNode.Binary comparison:
                return Compared(comparison);
            case RuleNode.Constant flag:
                return (new Flag(flag.Value.IsTrue), new Flag(!flag.Value.IsTrue));
            default:
                var fact = facts(((RuleNode.Name)node).Text);
                return (And(fact.Known, fact.Value), And(fact.Known, Not(fact.Value)));
        }
    }

    private (Formula True, Formula False) Compared(RuleNode.Binary node)
    {
        var (left, right) = (Value(node.Left), Value(node.Right));
        var known = And(left.Known, right.Known);
        var (holds, fails) = node.Operator switch
        {
            RuleOperator.Greater => (left.Value > right.Value, left.Value <= right.Value),
            RuleOperator.GreaterOrEqual => (left.Value >= right.Value, left.Value < right.Value),
            RuleOperator.Less => (left.Value < right.Value, left.Value >= right.Value),
            RuleOperator.LessOrEqual => (left.Value <= right.Value, left.Value > right.Value),
            RuleOperator.Equal => (Same(left.Value, right.Value), Differ(left.Value, right.Value)),
            _ => (Differ(left.Value, right.Value), Same(left.Value, right.Value)),
        };
        return (And(known, holds), And(known, fails));
    }

    private RuleFact Value(RuleNode node)
    {
        switch (node)
        {
            case RuleNode.Constant { Value.Type: RuleType.Date } date:
                return new(CellDates.Serial(DateOnly.FromDayNumber((int)date.Value.Raw)));
            case RuleNode.Constant number:
                return new(constant(number) ?? number.Value.Raw);
            case RuleNode.Name name:
                return facts(name.Text);
            case RuleNode.Negate negate:
                var operand = Value(negate.Operand);
                return operand with { Value = 0 - operand.Value };
            default:
                return Computed((RuleNode.Binary)node);
        }
    }

    private RuleFact Computed(RuleNode.Binary node)
    {
        var (left, right) = (Value(node.Left), Value(node.Right));
        var known = And(left.Known, right.Known);
        return node.Operator switch
        {
            RuleOperator.Add => new(left.Value + right.Value, known),
            RuleOperator.Subtract => new(left.Value - right.Value, known),
            RuleOperator.Multiply => new(left.Value * right.Value, known),
            RuleOperator.Min => new(Min(left.Value, right.Value), known),
            RuleOperator.Max => new(Max(left.Value, right.Value), known),
            // Dividing by zero leaves the value unknown.
            _ => new(left.Value / If(Same(right.Value, 0), 1, right.Value), And(known, Differ(right.Value, 0))),
        };
    }
}
