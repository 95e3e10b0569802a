using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>Turns the orders of payment into flat lists of operations with compiled conditions.</summary>
internal sealed class OrderCompiler(DealDefinition deal, LineNames lines, IReadOnlyList<ResolvedPeriod> periods)
{
    private readonly DealVocabulary vocabulary = new(deal);
    private readonly List<RuleExpression> conditions = [];
    private readonly List<string> accounts = [.. deal.Accounts.Count == 0 ? ["cash"] : deal.Accounts.Select(a => a.Id)];

    public RuleExpression[] Conditions => [.. conditions];

    public string[] Accounts => [.. accounts];

    public Operation[][] Compile()
    {
        var orders = new Operation[4][];
        for (var mode = OrderMode.Normal; mode <= OrderMode.Termination; mode++)
        {
            orders[(int)mode] = deal.Orders.TryGetValue(mode, out var steps)
                ? [.. steps.SelectMany(Step)]
                : orders[mode == OrderMode.Accelerated ? 0 : 1];
        }

        return orders;
    }

    /// <summary>Compiles a condition that lint has accepted.</summary>
    public RuleExpression Condition(string text) => RuleExpression.Compile(text, vocabulary, RuleType.Flag).Value;

    private IEnumerable<Operation> Step(StepTerms step)
    {
        var when = -1;
        if (step.When is not null)
        {
            when = conditions.Count;
            conditions.Add(Condition(step.When));
        }

        if (step.Kind == StepKind.DrawSupport)
        {
            // Draws happen between the dry run and the run wherever this step stands.
            return [];
        }

        if (step.Kind is StepKind.TrapCash or StepKind.Transfer)
        {
            return [Operation(step, step.Kind == StepKind.TrapCash ? OperationKind.Trap : OperationKind.Transfer, Account(step.ToAccount), -1, when)];
        }

        var operations = step.What.Select(id => Line(step, id, when)).ToList();
        Group(step, operations);
        return operations;
    }

    /// <summary>Puts the members of a pari passu group next to each other, at the place of the first. Steps that share no cash have none.</summary>
    private static void Group(StepTerms step, List<Operation> operations)
    {
        if (step.PariPassu.Count < 2 || step.Kind is StepKind.ReleaseReserve or StepKind.WriteOff)
        {
            return;
        }

        var members = operations.Where((_, i) => step.PariPassu.Contains(step.What[i])).ToList();
        var at = operations.IndexOf(members[0]);
        operations.RemoveAll(members.Contains);
        operations.InsertRange(at, members);
        members[0].Group = members.Count;
        members.Skip(1).ToList().ForEach(m => m.Follows = true);
    }

    private Operation Line(StepTerms step, string id, int when)
    {
        var tranche = deal.Tranches.ToList().FindIndex(t => t.Id == id);
        var support = deal.Supports.ToList().FindIndex(s => s.Id == id);
        var (kind, index, line) = step.Kind switch
        {
            StepKind.PayTax or StepKind.PayFee => (OperationKind.Fee, deal.Fees.ToList().FindIndex(f => f.Id == id), lines[id]),
            StepKind.PayInterest => (OperationKind.Interest, tranche, lines[$"{id}.interest"]),
            StepKind.PayPrincipal => (OperationKind.Principal, tranche, lines[$"{id}.principal"]),
            StepKind.PayResidual => (OperationKind.Residual, tranche, lines[$"{id}.residual"]),
            StepKind.FundReserve => (OperationKind.FundReserve, support, lines[$"{id}.fund"]),
            StepKind.ReleaseReserve => (OperationKind.ReleaseReserve, support, lines[$"{id}.release"]),
            StepKind.WriteOff => (OperationKind.WriteOff, tranche, -1),
            _ => (OperationKind.Claim, support, lines[$"{id}.repay"]),
        };
        return Operation(step, kind, index, line, when);
    }

    private Operation Operation(StepTerms step, OperationKind kind, int index, int line, int when) => new()
    {
        Kind = kind,
        Index = index,
        Line = line,
        Step = step.Position,
        Amount = step.Amount,
        When = when,
        CapAmount = step.Cap?.Amount?.Fen ?? long.MaxValue,
        CapFactor = step.Cap?.Rate is { } rate ? [.. periods.Select(p => Fraction.FromDecimal(rate) * new Fraction(p.Days, 365))] : null,
        Account = Account(step.FromAccount),
    };

    private int Account(string? id) => id is null ? 0 : Math.Max(0, accounts.IndexOf(id));
}
