using System.Runtime.Intrinsics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>
/// Conditions over lanes, one node at a time for all of them. Money compares with half a fen of tolerance, ratios with 1e-12, so
/// that an estimate falls on the same side as the exact figure unless it stands on the edge.
/// </summary>
/// <remarks>A flag takes two rows, where it is true and where it is unknown, as bits; an unknown number is NaN.</remarks>
internal sealed unsafe class BatchConditions
{
    private const double MoneyTolerance = 0.005;
    private const double RatioTolerance = 1e-12;

    private readonly BatchPlan plan;
    private readonly BatchLanes lanes;
    private readonly AlignedRows stack;
    private readonly int firstSupport;
    private RuleValue rating;
    private RuleValue insolvent;
    private int period;

    public BatchConditions(BatchPlan plan, BatchLanes lanes)
    {
        this.plan = plan;
        this.lanes = lanes;
        firstSupport = new DealVocabulary(plan.Deal.Definition).FirstSupport;
        var deepest = plan.Deal.Conditions.Concat(plan.Deal.Triggers.Select(t => t.When)).Select(c => Depth(c.Root)).DefaultIfEmpty(1).Max();
        stack = new((2 * deepest) + 2);
    }

    private static Vector512<double> All => Vector512<double>.AllBitsSet;

    private static Vector512<double> None => Vector512<double>.Zero;

    public void Facts(BatchScenarios scenarios) => (rating, insolvent) = (scenarios.ServicerRating, scenarios.ServicerInsolvent);

    public void At(int k) => period = k;

    /// <summary>A row with all bits set in the lanes where the condition is known and true; good until the next call.</summary>
    public double* True(RuleExpression condition)
    {
        Flag(condition.Root, 0);
        return stack.Row(0);
    }

    private static int Depth(RuleNode node) => node switch
    {
        RuleNode.Negate negate => Depth(negate.Operand),
        RuleNode.Not not => Depth(not.Operand),
        RuleNode.Binary binary => Math.Max(Depth(binary.Left), 1 + Depth(binary.Right)),
        _ => 1,
    };

    /// <summary>Writes a flag into the rows at <paramref name="at"/> (true) and after it (unknown).</summary>
    private void Flag(RuleNode node, int at)
    {
        switch (node)
        {
            case RuleNode.Constant constant:
                Fill(at, constant.Value.IsTrue ? All : None, None);
                break;
            case RuleNode.Name { Slot: DealVocabulary.SupportFailed }:
                Copy(lanes.Row(lanes.FailedRow), at);
                break;
            case RuleNode.Name:
                Fill(at, insolvent.IsTrue ? All : None, insolvent.Known ? None : All);
                break;
            case RuleNode.Not not:
                Flag(not.Operand, at);
                for (var v = 0; v < AlignedRows.Vectors; v++)
                {
                    AlignedRows.Put(stack.Row(at), v, ~(AlignedRows.At(stack.Row(at), v) | AlignedRows.At(stack.Row(at + 1), v)));
                }

                break;
            case RuleNode.Binary { Left.Type: RuleType.Flag } binary:
                Flag(binary.Left, at);
                Flag(binary.Right, at + 2);
                Logic(binary.Operator, at);
                break;
            default:
                Compare((RuleNode.Binary)node, at);
                break;
        }
    }

    private void Fill(int at, Vector512<double> isTrue, Vector512<double> unknown)
    {
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(stack.Row(at), v, isTrue);
            AlignedRows.Put(stack.Row(at + 1), v, unknown);
        }
    }

    private void Copy(double* flags, int at)
    {
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(stack.Row(at), v, AlignedRows.At(flags, v));
            AlignedRows.Put(stack.Row(at + 1), v, None);
        }
    }

    /// <summary>Kleene's and, or, and the equality of flags.</summary>
    private void Logic(RuleOperator op, int at)
    {
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var left = AlignedRows.At(stack.Row(at), v);
            var leftUnknown = AlignedRows.At(stack.Row(at + 1), v);
            var right = AlignedRows.At(stack.Row(at + 2), v);
            var rightUnknown = AlignedRows.At(stack.Row(at + 3), v);
            var unknown = leftUnknown | rightUnknown;
            var truth = op switch
            {
                RuleOperator.Or => left | right,
                RuleOperator.And => left & right,
                RuleOperator.Equal => ~(left ^ right) & ~unknown,
                _ => (left ^ right) & ~unknown,
            };
            unknown = op switch
            {
                RuleOperator.Or => unknown & ~truth,
                RuleOperator.And => unknown & (left | leftUnknown) & (right | rightUnknown),
                _ => unknown,
            };
            AlignedRows.Put(stack.Row(at), v, truth);
            AlignedRows.Put(stack.Row(at + 1), v, unknown);
        }
    }

    private void Compare(RuleNode.Binary node, int at)
    {
        Number(node.Left, at);
        Number(node.Right, at + 1);
        var tolerance = Vector512.Create(Money(node.Left) || Money(node.Right) ? MoneyTolerance : RatioTolerance);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var left = AlignedRows.At(stack.Row(at), v);
            var right = AlignedRows.At(stack.Row(at + 1), v);
            var known = Vector512.Equals(left, left) & Vector512.Equals(right, right);
            var truth = node.Operator switch
            {
                RuleOperator.Greater => Vector512.GreaterThan(left, right + tolerance),
                RuleOperator.GreaterOrEqual => Vector512.GreaterThanOrEqual(left, right - tolerance),
                RuleOperator.Less => Vector512.LessThan(left, right - tolerance),
                RuleOperator.LessOrEqual => Vector512.LessThanOrEqual(left, right + tolerance),
                RuleOperator.Equal => Vector512.LessThanOrEqual(Vector512.Abs(left - right), tolerance),
                _ => Vector512.GreaterThan(Vector512.Abs(left - right), tolerance),
            };
            AlignedRows.Put(stack.Row(at), v, truth & known);
            AlignedRows.Put(stack.Row(at + 1), v, ~known);
        }
    }

    private static bool Money(RuleNode node) => node switch
    {
        RuleNode.Name name => name.Slot is DealVocabulary.Size or DealVocabulary.PoolBalance or >= DealVocabulary.FirstTranche,
        RuleNode.Negate negate => Money(negate.Operand),
        RuleNode.Binary { Operator: RuleOperator.Divide } => false,
        RuleNode.Binary binary => Money(binary.Left) || Money(binary.Right),
        _ => false,
    };

    /// <summary>Writes a number, date or grade into the row at <paramref name="at"/>.</summary>
    private void Number(RuleNode node, int at)
    {
        switch (node)
        {
            case RuleNode.Constant constant:
                stack.Fill(at, (double)constant.Value.Raw);
                break;
            case RuleNode.Name name:
                Name(name.Slot, at);
                break;
            case RuleNode.Negate negate:
                Number(negate.Operand, at);
                Scale(stack.Row(at), -1, at);
                break;
            default:
                Number(((RuleNode.Binary)node).Left, at);
                Number(((RuleNode.Binary)node).Right, at + 1);
                Arithmetic(((RuleNode.Binary)node).Operator, at);
                break;
        }
    }

    private void Arithmetic(RuleOperator op, int at)
    {
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            var left = AlignedRows.At(stack.Row(at), v);
            var right = AlignedRows.At(stack.Row(at + 1), v);
            AlignedRows.Put(stack.Row(at), v, op switch
            {
                RuleOperator.Add => left + right,
                RuleOperator.Subtract => left - right,
                RuleOperator.Multiply => left * right,
                RuleOperator.Divide => Vector512.ConditionalSelect(Vector512.Equals(right, None), Vector512.Create(double.NaN), left / right),
                RuleOperator.Min => Vector512.Min(left, right),
                _ => Vector512.Max(left, right),
            });
        }
    }

    private void Name(int slot, int at)
    {
        var dates = plan.Deal.Definition.Dates;
        switch (slot)
        {
            case DealVocabulary.Date:
                stack.Fill(at, plan.Deal.Periods[period].Date.DayNumber);
                break;
            case DealVocabulary.Closing:
                stack.Fill(at, dates.Closing.DayNumber);
                break;
            case DealVocabulary.ExpectedMaturity:
                stack.Fill(at, dates.ExpectedMaturity.DayNumber);
                break;
            case DealVocabulary.LegalMaturity:
                stack.Fill(at, dates.LegalMaturity.DayNumber);
                break;
            case DealVocabulary.Size:
                stack.Fill(at, (double)plan.Deal.Definition.Size.Yuan);
                break;
            case DealVocabulary.ServicerRating:
                stack.Fill(at, rating.Known ? (double)rating.Raw : double.NaN);
                break;
            case DealVocabulary.CumDefaultRatio:
                Scale(lanes.Row(lanes.DefaultedRow), 1 / plan.InitialPool, at);
                break;
            case DealVocabulary.PoolCount:
                Scale(lanes.Row(lanes.CountRow), 1, at);
                break;
            default:
                Scale(lanes.Row(MoneyRow(slot)), 0.01, at);
                break;
        }
    }

    private int MoneyRow(int slot)
    {
        if (slot == DealVocabulary.PoolBalance)
        {
            return lanes.PoolRow;
        }

        var tranche = slot - DealVocabulary.FirstTranche;
        return slot >= firstSupport
            ? lanes.SupportRow + slot - firstSupport
            : (tranche % 3 == 0 ? lanes.BalanceRow : tranche % 3 == 1 ? lanes.InterestRow : lanes.PrincipalRow) + (tranche / 3);
    }

    private void Scale(double* row, double factor, int at)
    {
        var factors = Vector512.Create(factor);
        for (var v = 0; v < AlignedRows.Vectors; v++)
        {
            AlignedRows.Put(stack.Row(at), v, AlignedRows.At(row, v) * factors);
        }
    }
}
