using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Resolve;

/// <summary>Prepares tranches, fees and supports: fractions and amounts by period.</summary>
internal static class NoteResolver
{
    public static ResolvedTranche Tranche(DealDefinition deal, TrancheTerms tranche, IReadOnlyList<ResolvedPeriod> periods, LineNames lines)
    {
        var coupon = Fraction.FromDecimal(tranche.Coupon);
        var interest = new Fraction[periods.Count];
        var scheduled = new long[periods.Count];
        var previous = deal.Dates.Closing;
        for (var k = 0; k < periods.Count; k++)
        {
            var date = periods[k].Date;
            interest[k] = coupon * DayCounts.YearFraction(tranche.DayCount, previous, date, new(previous, date), periods[^1].Date);
            scheduled[k] = tranche.Amortisation switch
            {
                TrancheAmortisation.UnitSchedule => (Fraction.FromDecimal(tranche.UnitPrincipal[k]) * new Fraction(1, 100)).Of(tranche.Size.Fen, deal.Money.Rounding),
                TrancheAmortisation.TargetBalance => tranche.TargetBalances[k].Fen,
                _ => 0,
            };
            previous = date;
        }

        // A maturity between two dates (lint says so) is paid on the next one, never on the first.
        var maturity = tranche.ExpectedMaturity is { } own ? deal.Dates.PaymentDates.ToList().FindIndex(d => d >= own) : -1;
        var last = maturity < 0 ? periods.Count - 1 : maturity;
        return new()
        {
            Terms = tranche,
            Size = tranche.Size.Fen,
            Interest = interest,
            Scheduled = scheduled,
            LastPeriod = last,
            Units = deal.Money.UnitDecimals is null ? 0 : tranche.Size.Fen / deal.Money.UnitFace.Fen,
            UnitDecimals = deal.Money.UnitDecimals ?? 0,
            InterestLine = lines[$"{tranche.Id}.interest"],
            PrincipalLine = lines[$"{tranche.Id}.principal"],
            ResidualLine = lines[$"{tranche.Id}.residual"],
        };
    }

    public static ResolvedFee Fee(DealDefinition deal, FeeTerms fee, IReadOnlyList<ResolvedPeriod> periods, LineNames lines)
    {
        var basis = fee.Kind is FeeKind.PayoutRate ? [] : fee.Basis.Select(b => Part(deal, b)).ToArray();
        var annual = basis.All(b => b.Kind is BasisKind.Constant or BasisKind.PoolBalance or BasisKind.TrancheBalance) && fee.Kind == FeeKind.Rate;
        var rate = Fraction.FromDecimal(fee.Rate);
        var vat = Fraction.FromDecimal(fee.Vat);
        var capRate = fee.Cap?.Rate is { } capped ? Fraction.FromDecimal(capped) : default(Fraction?);
        return new()
        {
            Terms = fee,
            Basis = basis.Length == 0 && fee.Kind != FeeKind.PayoutRate ? [new(BasisKind.Constant, 0, deal.Size.Fen)] : basis,
            Factor = [.. periods.Select(p => annual ? rate * new Fraction(p.Days, 365) : rate)],
            CapFactor = capRate is { } cap ? [.. periods.Select(p => annual || fee.Kind == FeeKind.Fixed ? cap * new Fraction(p.Days, 365) : cap)] : null,
            CapAmount = fee.Cap?.Amount?.Fen ?? long.MaxValue,
            Vat = vat,
            Surcharge = Fraction.FromDecimal(fee.Surcharge),
            Bears = [.. deal.Tranches.Select(t => fee.Basis.Count == 0 ? !t.Residual : fee.Basis.Contains(t.Id))],
            Line = lines[fee.Id],
        };
    }

    private static BasisPart Part(DealDefinition deal, string basis) => basis switch
    {
        FeeBasis.Size => new(BasisKind.Constant, 0, deal.Size.Fen),
        FeeBasis.PoolBalance => new(BasisKind.PoolBalance, 0, 0),
        FeeBasis.InterestCollected => new(BasisKind.Interest, 0, 0),
        FeeBasis.PrincipalCollected => new(BasisKind.Principal, 0, 0),
        FeeBasis.DiscountCollected => new(BasisKind.Discount, 0, 0),
        FeeBasis.RecoveryCollected => new(BasisKind.Recovery, 0, 0),
        _ => new(BasisKind.TrancheBalance, deal.Tranches.ToList().FindIndex(t => $"{t.Id}.balance" == basis), 0),
    };

    public static ResolvedSupport Support(DealDefinition deal, SupportTerms support, LineNames lines)
    {
        var covers = new bool[lines.All.Count];
        foreach (var fee in deal.Fees)
        {
            covers[lines[fee.Id]] = support.Covers.Contains(fee.Id) || support.Covers.Contains(fee.Kind == FeeKind.Tax ? "tax" : "fees");
        }

        var protects = new List<int>();
        for (var t = 0; t < deal.Tranches.Count; t++)
        {
            foreach (var line in (string[])[$"{deal.Tranches[t].Id}.interest", $"{deal.Tranches[t].Id}.principal"])
            {
                if (support.Covers.Contains(line))
                {
                    covers[lines[line]] = true;
                    protects.Add(t);
                }
            }
        }

        return new()
        {
            Terms = support,
            Covers = covers,
            DrawIn = [.. Enum.GetValues<OrderMode>().Select(m => support.DrawIn.Contains(m))],
            Limit = support.Limit?.Fen ?? long.MaxValue,
            Protects = protects.Count > 0 ? [.. protects.Distinct()] : [.. Enumerable.Range(0, deal.Tranches.Count).Where(t => !deal.Tranches[t].Residual)],
            RepayLine = lines[$"{support.Id}.repay"],
            FundLine = lines[$"{support.Id}.fund"],
            ReleaseLine = lines[$"{support.Id}.release"],
        };
    }
}
