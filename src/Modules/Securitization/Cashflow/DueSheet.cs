using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>What is due on a date before anything is paid.</summary>
/// <param name="Interest">By tranche: interest due with what earlier dates left unpaid.</param>
/// <param name="Principal">By tranche: scheduled principal due.</param>
/// <param name="Fees">By fee: the fee due with what earlier dates left unpaid.</param>
internal sealed record DueCells(IReadOnlyList<Formula> Interest, IReadOnlyList<Formula> Principal, IReadOnlyList<LiveCell> Fees);

/// <summary>What a date starts from.</summary>
/// <param name="Balance">Balances of tranches.</param>
/// <param name="InterestLeft">Interest left unpaid.</param>
/// <param name="PrincipalLeft">Scheduled principal left unpaid.</param>
/// <param name="FeeLeft">Fees left unpaid that stay due.</param>
/// <param name="Support">Reserve balances and claims.</param>
/// <param name="Drawn">All draws so far.</param>
/// <param name="Failed">1 when a provider has failed on an earlier date.</param>
internal sealed record OpeningState(
    IReadOnlyList<Formula> Balance, IReadOnlyList<Formula> InterestLeft, IReadOnlyList<Formula> PrincipalLeft,
    IReadOnlyList<Formula> FeeLeft, IReadOnlyList<Formula> Support, IReadOnlyList<Formula> Drawn, Formula Failed);

/// <summary>应付底稿: interest, scheduled principal, taxes and fees as they become due, each with basis, numerator and denominator.</summary>
internal sealed class DueSheet(ResolvedDeal deal, PaymentPlan plan, TermSheet terms, PoolSheet pool, ExactRounding rounding, Language language)
{
    public const int HeadRow = 3;

    private readonly DealDefinition definition = deal.Definition;
    private RowCursor cursor = null!;

    public LiveSheet Sheet { get; } = new(new Words("应付底稿", "Dues").In(language), language) { Frozen = (HeadRow, 2), RepeatRows = HeadRow };

    /// <summary>Writes one date.</summary>
    /// <param name="k">Zero-based date.</param>
    /// <param name="opening">The state before the date.</param>
    /// <param name="mode">The mode the triggers chose, 0 to 3.</param>
    /// <param name="cash">Cash at hand with what was collected.</param>
    public DueCells Date(int k, OpeningState opening, LiveCell mode, Formula cash)
    {
        Sheet.Say(1, 1, new("应付底稿：每项应付的基数、分子、分母与金额", "Dues: basis, numerator, denominator and amount of everything due"), CellStyle.Title);
        cursor = new(Sheet, HeadRow + 1 + k, HeadRow, k == 0);
        cursor.Value(new("期次", "No."), deal.Periods[k].Number, CellStyle.Whole);
        cursor.Value(new("日期", "Date"), CellDates.Serial(deal.Periods[k].Date), CellStyle.Date);
        var interest = definition.Tranches.Select((t, n) => Interest(t, n, k, opening)).ToList();
        var raises = new PassThrough(deal, plan, cursor).Raises(pool.Periods[k], opening, mode);
        var principal = definition.Tranches.Select((t, n) => Principal(t, n, k, opening, raises.GetValueOrDefault(n))).ToList();
        var fees = definition.Fees.Select((f, n) => Fee(f, n, k, opening, new(interest, principal, []), mode, cash)).ToList();
        return new(interest, principal, fees);
    }

    private static Words Name(TrancheTerms tranche) => PaymentPlan.Named(tranche.Name, tranche.Id);

    private Formula Interest(TrancheTerms tranche, int t, int k, OpeningState opening)
    {
        if (terms.Tranches[t].Coupon is not { } coupon)
        {
            return 0;
        }

        var name = Name(tranche).And(new("利息", "interest"));
        var year = terms.Years[(t, k)];
        var numerator = cursor.Whole(name.And(new("分子", "numerator")), coupon.Numerator * year.Numerator);
        var denominator = cursor.Whole(name.And(new("分母", "denominator")), coupon.Denominator * year.Denominator);
        var basis = cursor.Money(name.And(new("基数", "basis")), opening.Balance[t]);
        var accrued = cursor.Money(name.And(new("本期", "of the period")), rounding.Part(basis, numerator, denominator));
        return cursor.Money(name.And(new("应付", "due")), Net(opening.InterestLeft[t], [accrued], []));
    }

    private Formula Principal(TrancheTerms tranche, int t, int k, OpeningState opening, Formula? raise)
    {
        var name = Name(tranche).And(new("计划本金", "scheduled principal"));
        var (balance, left) = (opening.Balance[t], opening.PrincipalLeft[t]);
        var last = tranche.ExpectedMaturity is { } own ? deal.Periods.Index().FirstOrDefault(p => p.Item.Date >= own, (Index: deal.PeriodCount - 1, Item: deal.Periods[^1])).Index : deal.PeriodCount - 1;
        if (k >= last)
        {
            return cursor.Money(name, balance);
        }

        var scheduled = tranche.Amortisation switch
        {
            TrancheAmortisation.UnitSchedule => Min(balance, Net(left, [UnitSchedule(t, k, name)], [])),
            TrancheAmortisation.TargetBalance => Max(0, Fen(balance - (Formula)terms.Schedule[(t, k)])),
            _ => IsZero(left) ? left : Min(balance, left),
        };
        return raise is null ? cursor.Money(name, scheduled) : cursor.Money(name, Min(balance, Fen(scheduled + raise)));
    }

    /// <summary>So much per 100 of face: the size times millionths of a yuan, over a hundred.</summary>
    private LiveCell UnitSchedule(int t, int k, Words name)
    {
        var numerator = cursor.Whole(name.And(new("分子（百万分之一元）", "numerator (millionths)")), Round(terms.Schedule[(t, k)] * (Formula)1_000_000, 0));
        return cursor.Money(name.And(new("本期计划", "of the period")), rounding.Part(Fixed(terms.Tranches[t].Size), numerator, 100_000_000));
    }

    private LiveCell Fee(FeeTerms fee, int f, int k, OpeningState opening, DueCells due, LiveCell mode, Formula cash)
    {
        var (name, cells) = (PaymentPlan.Named(fee.Name, fee.Id), terms.Fees[f]);
        var collections = fee.Kind == FeeKind.PayoutRate || fee.Basis.Any(b => b is FeeBasis.InterestCollected or FeeBasis.PrincipalCollected or FeeBasis.DiscountCollected or FeeBasis.RecoveryCollected);
        var annual = !collections && fee.Kind == FeeKind.Rate;
        Formula BasisOf() => fee.Kind == FeeKind.PayoutRate ? Payout(fee, opening, due, mode, cash) : Basis(fee, k, opening);
        var basis = fee.Kind == FeeKind.Fixed && cells.CapRate is null ? null : cursor.Money(name.And(new("基数", "basis")), BasisOf());
        Formula days = terms.Days[k];
        Formula Share(RateCells rate, bool perYear) => perYear
            ? rounding.Part(basis!, rate.Numerator * days, rate.Denominator * (Formula)365)
            : rounding.Part(basis!, rate.Numerator, rate.Denominator);
        var charge = fee.Kind switch
        {
            FeeKind.Tax => Contained(name, basis!, cells.Vat!),
            FeeKind.Fixed => cursor.Money(name.And(new("费额", "charge")), cells.Amount!),
            _ => cursor.Money(name.And(new("费额", "charge")), Share(cells.Rate!, annual)),
        };
        var today = new List<Formula> { charge };
        if (cells.Vat is not null)
        {
            var vat = fee.Kind == FeeKind.Tax ? charge : cursor.Money(name.And(new("增值税", "VAT")), rounding.Part(charge, cells.Vat.Numerator, cells.Vat.Denominator));
            today.Add(cursor.Money(name.And(new("附加", "surcharge")), rounding.Part(vat, cells.Surcharge!.Numerator, cells.Surcharge.Denominator)));
            today.AddRange(fee.Kind == FeeKind.Tax ? [] : [vat]);
        }

        var total = Net(0, today, []);
        if (cells.CapAmount is not null || cells.CapRate is not null)
        {
            List<Formula> caps = [total];
            caps.AddRange(cells.CapAmount is { } most ? [most] : []);
            caps.AddRange(cells.CapRate is { } rate ? [cursor.Money(name.And(new("上限", "cap")), Share(rate, annual || fee.Kind == FeeKind.Fixed))] : []);
            total = cursor.Money(name.And(new("本期", "of the period")), Min(caps));
        }

        return cursor.Money(name.And(new("应付", "due")), fee.Arrears ? Net(opening.FeeLeft[f], [total], []) : total);
    }

    /// <summary>VAT out of an income that contains it: v ÷ (1 + v).</summary>
    private LiveCell Contained(Words name, LiveCell basis, RateCells vat)
    {
        var gross = cursor.Whole(name.And(new("价税合计分母", "gross denominator")), vat.Numerator + (Formula)vat.Denominator);
        return cursor.Money(name.And(new("增值税", "VAT")), rounding.Part(basis, vat.Numerator, gross));
    }

    private Formula Basis(FeeTerms fee, int k, OpeningState opening)
    {
        var collected = pool.Periods[k];
        return Net(0, fee.Basis.DefaultIfEmpty(FeeBasis.Size).Select(basis => basis switch
        {
            FeeBasis.Size => Fixed(terms.Size),
            FeeBasis.PoolBalance => k == 0 ? pool.Opening : pool.Periods[k - 1].Balance,
            FeeBasis.InterestCollected => collected.Interest,
            FeeBasis.PrincipalCollected => collected.Principal,
            FeeBasis.DiscountCollected => collected.Discount,
            FeeBasis.RecoveryCollected => collected.Recovery,
            _ => opening.Balance[definition.Tranches.Index().First(t => $"{t.Item.Id}.balance" == basis).Index],
        }), []);
    }

    /// <summary>Planned payout: interest and scheduled principal; outside the normal order what cash and reserves can repay.</summary>
    private Formula Payout(FeeTerms fee, OpeningState opening, DueCells due, LiveCell mode, Formula cash)
    {
        var bears = definition.Tranches.Index().Where(t => fee.Basis.Count == 0 ? !t.Item.Residual : fee.Basis.Contains(t.Item.Id)).Select(t => t.Index).ToList();
        var interest = Net(0, bears.Select(t => due.Interest[t]), []);
        var normal = Net(0, bears.SelectMany(t => (Formula[])[due.Interest[t], due.Principal[t]]), []);
        if (plan.Modes.Count == 1)
        {
            return normal;
        }

        var funds = Net(cash, definition.Supports.Index().Where(s => s.Item.Kind == SupportKind.CashReserve).Select(s => opening.Support[s.Index]), [interest]);
        var balance = Net(0, bears.Select(t => opening.Balance[t]), []);
        return If(Same(mode, 0), normal, Fen(interest + Min(balance, Max(0, funds))));
    }
}
