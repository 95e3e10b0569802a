using System.Runtime.Intrinsics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>
/// Conditions over lanes. Money compares with half a fen of tolerance, ratios with 1e-12, so that an estimate falls on the
/// same side as the exact figure unless it stands on the edge.
/// </summary>
internal sealed unsafe class BatchConditions
{
    private const double MoneyTolerance = 0.005;
    private const double RatioTolerance = 1e-12;

    private readonly BatchPlan plan;
    private readonly BatchLanes lanes;
    private readonly int firstSupport;
    private RuleValue rating;
    private RuleValue insolvent;
    private int period;

    public BatchConditions(BatchPlan plan, BatchLanes lanes)
    {
        this.plan = plan;
        this.lanes = lanes;
        firstSupport = new DealVocabulary(plan.Deal.Definition).FirstSupport;
    }

    public void Facts(BatchScenarios scenarios) => (rating, insolvent) = (scenarios.ServicerRating, scenarios.ServicerInsolvent);

    public void At(int k) => period = k;

    /// <summary>All bits set in the lanes of one vector where the condition is known and true.</summary>
    public Vector512<double> True(RuleExpression condition, int vector) => Flag(condition.Root, vector).True;

    private readonly ref struct Flags(Vector512<double> isTrue, Vector512<double> unknown)
    {
        public Vector512<double> True { get; } = isTrue;

        public Vector512<double> Unknown { get; } = unknown;
    }

    private static Vector512<double> All => Vector512<double>.AllBitsSet;

    private static Vector512<double> None => Vector512<double>.Zero;

    private Flags Flag(RuleNode node, int vector)
    {
        switch (node)
        {
            case RuleNode.Constant constant:
                return new(constant.Value.IsTrue ? All : None, None);
            case RuleNode.Name { Slot: DealVocabulary.SupportFailed }:
                return new(AlignedRows.At(lanes.Row(lanes.FailedRow), vector), None);
            case RuleNode.Name:
                return new(insolvent.IsTrue ? All : None, insolvent.Known ? None : All);
            case RuleNode.Not not:
                var inner = Flag(not.Operand, vector);
                return new(~(inner.True | inner.Unknown), inner.Unknown);
            case RuleNode.Binary { Operator: RuleOperator.And or RuleOperator.Or } logic:
                return Logic(logic, vector);
            default:
                return Compare((RuleNode.Binary)node, vector);
        }
    }

    private Flags Logic(RuleNode.Binary node, int vector)
    {
        var left = Flag(node.Left, vector);
        var right = Flag(node.Right, vector);
        if (node.Operator == RuleOperator.Or)
        {
            var either = left.True | right.True;
            return new(either, (left.Unknown | right.Unknown) & ~either);
        }

        var both = left.True & right.True;
        var falses = ~(left.True | left.Unknown) | ~(right.True | right.Unknown);
        return new(both, (left.Unknown | right.Unknown) & ~falses);
    }

    private Flags Compare(RuleNode.Binary node, int vector)
    {
        if (node.Left.Type == RuleType.Flag)
        {
            var a = Flag(node.Left, vector);
            var b = Flag(node.Right, vector);
            var unknownFlags = a.Unknown | b.Unknown;
            var same = ~(a.True ^ b.True);
            return new((node.Operator == RuleOperator.Equal ? same : ~same) & ~unknownFlags, unknownFlags);
        }

        var left = Number(node.Left, vector);
        var right = Number(node.Right, vector);
        var unknown = Vector512.Equals(left, left) & Vector512.Equals(right, right);
        var tolerance = Vector512.Create(Money(node.Left) || Money(node.Right) ? MoneyTolerance : RatioTolerance);
        var truth = node.Operator switch
        {
            RuleOperator.Greater => Vector512.GreaterThan(left, right + tolerance),
            RuleOperator.GreaterOrEqual => Vector512.GreaterThanOrEqual(left, right - tolerance),
            RuleOperator.Less => Vector512.LessThan(left, right - tolerance),
            RuleOperator.LessOrEqual => Vector512.LessThanOrEqual(left, right + tolerance),
            RuleOperator.Equal => Vector512.LessThanOrEqual(Vector512.Abs(left - right), tolerance),
            _ => Vector512.GreaterThan(Vector512.Abs(left - right), tolerance),
        };
        return new(truth & unknown, ~unknown);
    }

    private static bool Money(RuleNode node) => node switch
    {
        RuleNode.Name name => name.Slot is DealVocabulary.Size or DealVocabulary.PoolBalance or >= DealVocabulary.FirstTranche,
        RuleNode.Negate negate => Money(negate.Operand),
        RuleNode.Binary { Operator: RuleOperator.Divide } => false,
        RuleNode.Binary binary => Money(binary.Left) || Money(binary.Right),
        _ => false,
    };

    /// <summary>A number, date or grade over the lanes; NaN stands for unknown.</summary>
    private Vector512<double> Number(RuleNode node, int vector)
    {
        switch (node)
        {
            case RuleNode.Constant constant:
                return Vector512.Create((double)constant.Value.Raw);
            case RuleNode.Name name:
                return Name(name.Slot, vector);
            case RuleNode.Negate negate:
                return -Number(negate.Operand, vector);
            default:
                var binary = (RuleNode.Binary)node;
                var (left, right) = (Number(binary.Left, vector), Number(binary.Right, vector));
                return binary.Operator switch
                {
                    RuleOperator.Add => left + right,
                    RuleOperator.Subtract => left - right,
                    RuleOperator.Multiply => left * right,
                    RuleOperator.Divide => Vector512.ConditionalSelect(Vector512.Equals(right, None), Vector512.Create(double.NaN), left / right),
                    RuleOperator.Min => Vector512.Min(left, right),
                    _ => Vector512.Max(left, right),
                };
        }
    }

    private Vector512<double> Name(int slot, int vector)
    {
        var dates = plan.Deal.Definition.Dates;
        return slot switch
        {
            DealVocabulary.Date => Vector512.Create((double)plan.Deal.Periods[period].Date.DayNumber),
            DealVocabulary.Closing => Vector512.Create((double)dates.Closing.DayNumber),
            DealVocabulary.ExpectedMaturity => Vector512.Create((double)dates.ExpectedMaturity.DayNumber),
            DealVocabulary.LegalMaturity => Vector512.Create((double)dates.LegalMaturity.DayNumber),
            DealVocabulary.Size => Vector512.Create((double)plan.Deal.Definition.Size.Yuan),
            DealVocabulary.PoolBalance => Yuan(lanes.PoolRow, vector),
            DealVocabulary.CumDefaultRatio => AlignedRows.At(lanes.Row(lanes.DefaultedRow), vector) / Vector512.Create(plan.InitialPool),
            DealVocabulary.PoolCount => AlignedRows.At(lanes.Row(lanes.CountRow), vector),
            DealVocabulary.ServicerRating => Vector512.Create(rating.Known ? (double)rating.Raw : double.NaN),
            _ => slot >= firstSupport ? Yuan(lanes.SupportRow + slot - firstSupport, vector) : Tranche(slot - DealVocabulary.FirstTranche, vector),
        };
    }

    private Vector512<double> Tranche(int slot, int vector) =>
        Yuan((slot % 3 == 0 ? lanes.BalanceRow : slot % 3 == 1 ? lanes.InterestRow : lanes.PrincipalRow) + (slot / 3), vector);

    private Vector512<double> Yuan(int row, int vector) => AlignedRows.At(lanes.Row(row), vector) * 0.01;
}
