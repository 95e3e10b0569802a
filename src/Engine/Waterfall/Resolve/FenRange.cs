using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>Whether everything a deal can ever owe fits into a 64-bit count of fen, so that no sum wraps into another amount.</summary>
internal static class FenRange
{
    private const decimal Most = 9_000_000_000_000_000_000m;

    /// <summary>
    /// A bound, not an estimate: every fee on every basis at its highest rate with VAT and surcharges at 100 %, nothing ever paid,
    /// all dates added up.
    /// </summary>
    public static bool Holds(DealDefinition deal)
    {
        var dates = deal.Dates.PaymentDates;
        var years = ((dates[^1].DayNumber - deal.Dates.Cutoff.DayNumber) / 365) + 1;
        var stock = deal.Size.Fen + deal.Pool.Obligors.Sum(o => (decimal)o.Principal.Fen) + deal.Tranches.Sum(t => (decimal)t.Size.Fen)
            + deal.Supports.Sum(s => (decimal)s.Initial.Fen + s.Target.Fen);
        var charges = 1 + deal.Fees.Where(f => f.Kind != FeeKind.Fixed).Sum(f => Math.Max(1, f.Basis.Count));
        var fixedFees = deal.Fees.Where(f => f.Kind == FeeKind.Fixed).Sum(f => (decimal)f.Amount.Fen);
        return 3m * (stock * charges + fixedFees) * (dates.Count + years) <= Most;
    }
}
