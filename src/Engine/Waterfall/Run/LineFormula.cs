using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>How a line's due comes about, in words and with the figures of the date.</summary>
internal static class LineFormula
{
    public static Words Of(DealRun run, int k, Operation operation)
    {
        var deal = run.Deal;
        return operation.Kind switch
        {
            OperationKind.Fee => Fee(run, k, deal.Fees[operation.Index]),
            OperationKind.Interest => Interest(run, k, operation.Index),
            OperationKind.Principal => Principal(run, k, operation),
            OperationKind.Claim => new($"增信代偿债权余额（上期末 {Earlier(run, k, operation.Index)}，本期新代偿 {Yuan(run.DrawnFen(k, operation.Index))}）",
                $"the provider's claim (before {Earlier(run, k, operation.Index)}, drawn today {Yuan(run.DrawnFen(k, operation.Index))})"),
            OperationKind.FundReserve => new($"准备金目标 {Yuan(deal.Supports[operation.Index].Terms.Target.Fen)}（受保护各档清偿后为 0）减余额", $"the reserve's target {Yuan(deal.Supports[operation.Index].Terms.Target.Fen)} (0 once all it protects is repaid) less its balance"),
            OperationKind.ReleaseReserve => new("准备金余额全部转回可分配资金", "the reserve's whole balance back into cash"),
            _ => new("支付完前面各项后的全部剩余", "all that is left after the lines before"),
        };
    }

    private static string Yuan(long fen) => $"{fen / 100m:#,##0.00}";

    private static string Earlier(DealRun run, int k, int support) => Yuan(k == 0 ? 0 : run.SupportFen(k - 1, support));

    private static long Opening(DealRun run, int k, int tranche) => k == 0 ? run.Deal.Tranches[tranche].Size : run.BalanceFen(k - 1, tranche);

    private static Words Interest(DealRun run, int k, int index)
    {
        var tranche = run.Deal.Tranches[index];
        var (balance, coupon) = (Yuan(Opening(run, k, index)), tranche.Terms.Coupon);
        var (days, name) = (run.Deal.Periods[k].Days, DayCounts.Name(tranche.Terms.DayCount));
        return tranche.Units > 0
            ? new($"期初余额 {balance} × {coupon * 100:0.00##}% × {name}（{days} 天），按每份四舍五入到 {tranche.UnitDecimals} 位后乘 {tranche.Units} 份，加以前未付利息", $"opening balance {balance} × {coupon * 100:0.00##}% × {name} ({days} days), rounded per unit to {tranche.UnitDecimals} places times {tranche.Units} units, plus earlier unpaid interest")
            : new($"期初余额 {balance} × {coupon * 100:0.00##}% × {name}（{days} 天），加以前未付利息", $"opening balance {balance} × {coupon * 100:0.00##}% × {name} ({days} days), plus earlier unpaid interest");
    }

    private static Words Principal(DealRun run, int k, Operation operation)
    {
        var tranche = run.Deal.Tranches[operation.Index];
        var balance = Yuan(Opening(run, k, operation.Index));
        if (operation.Amount == PrincipalAmount.All)
        {
            return new($"全部余额（期初 {balance}）", $"the whole balance (opening {balance})");
        }

        if (k >= tranche.LastPeriod)
        {
            return new($"最后一期，全部余额（期初 {balance}）", $"the last date: the whole balance (opening {balance})");
        }

        return tranche.Terms.Amortisation switch
        {
            TrancheAmortisation.UnitSchedule => new($"每百元还本 {tranche.Terms.UnitPrincipal[k]} × 面值 {Yuan(tranche.Size)} ÷ 100，加以前未付本金", $"{tranche.Terms.UnitPrincipal[k]} per 100 of face {Yuan(tranche.Size)}, plus earlier unpaid principal"),
            TrancheAmortisation.TargetBalance => new($"期初余额 {balance} 减目标余额 {Yuan(tranche.Scheduled[k])}", $"opening balance {balance} less the target {Yuan(tranche.Scheduled[k])}"),
            TrancheAmortisation.PassThrough => new("本期收回的本金与回收款，过手支付", "principal and recoveries collected in the period, passed through"),
            _ => new($"到期一次还本，本期 0（期初余额 {balance}）", $"bullet: nothing before maturity (opening {balance})"),
        };
    }

    private static Words Fee(DealRun run, int k, ResolvedFee fee)
    {
        var (terms, days) = (fee.Terms, run.Deal.Periods[k].Days);
        var basis = string.Join(" + ", terms.Basis.DefaultIfEmpty("size"));
        var ceiling = terms.Cap is null ? null : terms.Cap.Amount is { } most ? Yuan(most.Fen) : $"{terms.Cap.Rate * 100:0.####}%";
        var cap = ceiling is null ? new Words("", "") : new($"，上限 {ceiling}", $", capped at {ceiling}");
        var arrears = terms.Arrears ? new Words("，加以前未付", ", plus earlier unpaid") : new("", "");
        var body = terms.Kind switch
        {
            FeeKind.Tax => new($"{basis} {Yuan(run.Period(k).Interest)} ÷ (1 + {terms.Vat}) × {terms.Vat}，另加其 {terms.Surcharge} 的附加", $"{basis} {Yuan(run.Period(k).Interest)} ÷ (1 + {terms.Vat}) × {terms.Vat}, plus surcharges of {terms.Surcharge} of it"),
            FeeKind.Fixed => new Words($"固定 {Yuan(terms.Amount.Fen)}", $"fixed {Yuan(terms.Amount.Fen)}"),
            FeeKind.PayoutRate => new($"{(terms.OnPaid ? "实付" : "应付")}本息 × {terms.Rate * 100:0.####}%", $"{(terms.OnPaid ? "paid" : "planned")} payout × {terms.Rate * 100:0.####}%"),
            _ => new($"{basis} × {terms.Rate * 100:0.####}% × {days} ÷ 365", $"{basis} × {terms.Rate * 100:0.####}% × {days} ÷ 365"),
        };
        return new(body.Zh + cap.Zh + arrears.Zh, body.En + cap.En + arrears.En);
    }
}
