using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>The share of a one-date pool that may default, with nothing recovered and no support, before the senior notes lose a fen.</summary>
/// <param name="Keep">What must be collected: (senior principal + interest + other fees) ÷ (collections − taxes) of the base case.</param>
/// <remarks>Taxes follow what is collected; the other fees ahead of a senior line stay what they are. The share is a fraction: 0.05 is 5 %.</remarks>
public sealed record BreakEven(Fraction Keep)
{
    /// <summary>Largest default share, 0 when the pool does not even carry the notes without a default.</summary>
    public Fraction DefaultShare => Keep > Fraction.One ? Fraction.Zero : Fraction.One - Keep;

    /// <summary>Closed form for deals with one payment date; others are refused (RUN-0301), nothing collected likewise (RUN-0302).</summary>
    public static Result<BreakEven> Of(ResolvedDeal deal)
    {
        if (deal.PeriodCount != 1)
        {
            return Refused("RUN-0301", $"{deal.PeriodCount}", new("一个兑付日", "one payment date"), new("多个兑付日没有闭式的盈亏平衡违约率", "There is no closed form of the break-even default share over several payment dates"));
        }

        using var run = new ExactMachine(deal).Run(ResolvedScenario.Base);
        var row = run.Period(0);
        var (taxes, needed, ahead) = (0L, 0L, 0L);
        foreach (ref readonly var trace in run.Traces(0))
        {
            var operation = deal.Orders[(int)trace.Mode][trace.Operation];
            if (operation.Kind == OperationKind.Fee)
            {
                var tax = deal.Fees[operation.Index].Terms.Kind == FeeKind.Tax;
                (taxes, ahead) = tax ? (taxes + trace.Due, ahead) : (taxes, ahead + trace.Due);
            }
            else if (operation.Kind is OperationKind.Interest or OperationKind.Principal && !deal.Tranches[operation.Index].Terms.Residual)
            {
                // A fee after the last senior line costs the senior notes nothing.
                (needed, ahead) = (needed + ahead + trace.Owed, 0);
            }
        }

        var kept = row.Interest + row.Principal - taxes;
        return kept <= 0
            ? Refused("RUN-0302", Money.FenText(kept), new("扣税后的归集款大于 0", "collections after taxes above 0"), new("资产池没有可用的归集款", "The pool collects nothing"))
            : new BreakEven(new Fraction(needed, kept));
    }

    private static Refusal Refused(string code, string found, Words expected, Words message) => new()
    {
        Code = code,
        Path = "dates.payment_dates",
        Found = found,
        Expected = expected,
        Message = message,
    };
}
