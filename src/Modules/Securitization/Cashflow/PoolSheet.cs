using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Run;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>The pool's cash on one payment date, as cells.</summary>
internal sealed record PoolCells(LiveCell Interest, LiveCell Principal, LiveCell Discount, LiveCell Recovery, LiveCell Defaulted, LiveCell Balance, LiveCell Count);

/// <summary>资产: every obligor's instalments, and their sums by payment date.</summary>
internal sealed class PoolSheet
{
    /// <summary>With more obligors the sums by date are values.</summary>
    public const int MostObligors = 60;

    private const int MostRows = 20_000;
    private const int HeadRow = 3;

    private readonly ResolvedDeal deal;
    private readonly ExactRounding rounding;
    private readonly IReadOnlyList<ObligorPlan> plans;
    private readonly List<ObligorCells?> obligors = [];
    private int row = HeadRow + 1;

    public PoolSheet(ResolvedDeal deal, IReadOnlyList<ObligorFlow> flows, ExactRounding rounding, Language language)
    {
        (this.deal, this.rounding) = (deal, rounding);
        plans = [.. deal.Definition.Pool.Obligors.Zip(flows, (terms, flow) => new ObligorPlan(deal, terms, flow))];
        Live = plans.Count <= MostObligors && plans.Sum(p => p.Rows.Count) <= MostRows;
        Loans = new(new Words("资产", "Pool").In(language), language);
        Totals = new(new Words("资产合计", "Pool totals").In(language), language);
        Principal = Live ? Contracts() : Sum();
        if (Live)
        {
            Instalments();
        }

        Dates();
    }

    public bool Live { get; }

    public LiveSheet Loans { get; }

    public LiveSheet Totals { get; }

    /// <summary>Principal of all obligors at cut-off.</summary>
    public LiveCell Principal { get; }

    /// <summary>Balance at closing that belongs to the pool.</summary>
    public LiveCell Opening { get; private set; } = null!;

    public List<PoolCells> Periods { get; } = [];

    /// <summary>Obligors given as values, with the reason.</summary>
    public IEnumerable<(string Obligor, Words Reason)> AsValues => Live ? plans.Where(p => p.Reason is not null).Select(p => (p.Terms.Id, p.Reason!.Value)) : [];

    private LiveCell Sum()
    {
        Loans.Say(1, 1, new($"资产：债务人超过 {MostObligors} 户，各期合计以数值给出", $"Pool: more than {MostObligors} obligors, sums by date are given as values"), CellStyle.Title);
        Loans.Say(2, 1, new("债务人本金合计", "Principal of all obligors"), CellStyle.Text);
        return Loans.Put(2, 2, Yuan(deal.Definition.Pool.Obligors.Sum(o => o.Principal.Fen)), CellStyle.InputMoney);
    }

    private static decimal Yuan(long fen) => fen / 100m;

    /// <summary>The contracts: principal and rate as inputs, the instalment of a level or equal-principal debt as a formula.</summary>
    private LiveCell Contracts()
    {
        Loans.Say(1, 1, new("资产：逐户合同与各期还款（浅黄底可改；标“数值”的行取自测算结果）", "Pool: contracts and instalments (shaded cells may be changed; rows marked 'value' are the run's figures)"), CellStyle.Title);
        Words[] heads =
        [
            new("债务人", "Obligor"), new("名称", "Name"), new("本金（元）", "Principal"), new("年利率", "Rate"), new("分子", "Numerator"), new("分母", "Denominator"),
            new("还款方式", "Repayment"), new("期数", "Instalments"), new("每期利率", "Rate of a period"), new("每期额/每期本金", "Instalment or its principal"),
        ];
        foreach (var (n, head) in heads.Index())
        {
            Loans.Say(HeadRow, n + 1, head, CellStyle.Header);
        }

        var principals = new List<LiveCell>();
        foreach (var plan in plans)
        {
            principals.Add(Contract(plan));
            row++;
        }

        Loans.Say(row, 1, new("合计", "Total"), CellStyle.TotalText);
        return Loans.Live(row++, 3, Formula.Sum(principals[0], principals[^1]), CellStyle.Total);
    }

    private LiveCell Contract(ObligorPlan plan)
    {
        var terms = plan.Terms;
        Loans.Put(row, 1, terms.Id, CellStyle.Text);
        Loans.Put(row, 2, terms.Name ?? "", CellStyle.Text);
        if (plan.Reason is not null)
        {
            Loans.Say(row, 7, Value, CellStyle.Note);
            obligors.Add(null);
            return Loans.Put(row, 3, terms.Principal.Yuan, CellStyle.Money);
        }

        var principal = Loans.Put(row, 3, terms.Principal.Yuan, CellStyle.InputMoney);
        var rate = TermSheet.Rate(Loans, row, 4, terms.Contract.Rate);
        Loans.Say(row, 7, Kind(terms.Contract), CellStyle.Text);
        var count = Loans.Put(row, 8, plan.Rows.Count, CellStyle.Whole);
        obligors.Add(new(principal, rate, Instalment(terms.Contract, principal, rate, count)));
        return principal;
    }

    private static Words Value { get; } = new("数值", "value");

    private static Words Kind(ContractTerms contract) => contract.Amortisation switch
    {
        ContractAmortisation.Level => contract.InAdvance ? new("等额，先付", "level, in advance") : new("等额本息", "level"),
        ContractAmortisation.EqualPrincipal => new("等额本金", "equal principal"),
        ContractAmortisation.InterestThenBullet => new("按期付息到期还本", "interest, then bullet"),
        _ => contract.InterestAtMaturity ? new("到期一次还本付息", "bullet") : new("按期付息到期还本", "interest by period, bullet"),
    };

    private LiveCell? Instalment(ContractTerms contract, LiveCell principal, RateCells rate, LiveCell count)
    {
        if (contract.Amortisation == ContractAmortisation.EqualPrincipal)
        {
            return Loans.Live(row, 10, rounding.Part(principal, 1, count), CellStyle.Money);
        }

        if (contract.Amortisation != ContractAmortisation.Level)
        {
            return null;
        }

        var period = ObligorPlan.PeriodOfYear(contract, deal.Definition.Dates);
        var i = Loans.Live(row, 9, (Formula)rate.Numerator * period.Numerator / ((Formula)rate.Denominator * period.Denominator), CellStyle.Decimal);
        var grown = Power(1 + (Formula)i, count);
        var before = contract.InAdvance ? Power(1 + (Formula)i, (Formula)count - 1) : grown;
        return Loans.Live(row, 10, If(Same(i, 0), rounding.Part(principal, 1, count), rounding.Plain((Formula)principal * i * before / (grown - 1))), CellStyle.Money);
    }

    /// <summary>The instalments, obligor by obligor.</summary>
    private void Instalments()
    {
        row++;
        Words[] heads =
        [
            new("债务人", "Obligor"), new("归入期次", "Falls to date"), new("合同日", "Contract date"), new("天数/年数分子", "Days or years, numerator"), new("年基数", "Year"),
            new("期初余额", "Balance before"), new("分子", "Numerator"), new("分母", "Denominator"), new("利息", "Interest"), new("本金", "Principal"),
            new("期末余额", "Balance after"), new("其中折价收益", "Discount income"), new("回收款", "Recovery"), new("新增违约", "Defaulted"), new("性质", "Kind"),
        ];
        foreach (var (n, head) in heads.Index())
        {
            Loans.Say(row, n + 1, head, CellStyle.Header);
        }

        row++;
        first = row;
        foreach (var (plan, cells) in plans.Zip(obligors))
        {
            if (cells is null)
            {
                Values(plan);
            }
            else
            {
                Rows(plan, cells);
            }
        }

        last = row - 1;
    }

    private int first;
    private int last;

    private void Rows(ObligorPlan plan, ObligorCells cells)
    {
        var contract = plan.Terms.Contract;
        LiveCell? after = null;
        foreach (var (n, plain) in plan.Rows.Index())
        {
            Loans.Put(row, 1, plan.Terms.Id, CellStyle.Text);
            Loans.Put(row, 2, plain.Period, CellStyle.Whole);
            Loans.Day(row, 3, plain.Date);
            var year = plain.Days is { } days ? (days, (long)ObligorPlan.Denominator(contract)!) : (plain.Year.Numerator, plain.Year.Denominator);
            var (part, whole) = (Loans.Put(row, 4, year.Item1, CellStyle.Whole), Loans.Put(row, 5, year.Item2, CellStyle.Whole));
            var balance = Loans.Live(row, 6, after is null ? cells.Principal : after, CellStyle.Money);
            var numerator = Loans.Live(row, 7, Fixed(cells.Rate.Numerator) * part, CellStyle.Whole);
            var denominator = Loans.Live(row, 8, Fixed(cells.Rate.Denominator) * whole, CellStyle.Whole);
            var interest = Loans.Live(row, 9, rounding.Part(balance, numerator, denominator), CellStyle.Money);
            var principal = Loans.Live(row, 10, n == plan.Rows.Count - 1 ? balance : contract.Amortisation switch
            {
                ContractAmortisation.Level => Min(balance, Max(0, Fen(Fixed(cells.Instalment!) - interest))),
                ContractAmortisation.EqualPrincipal => Min(balance, Fixed(cells.Instalment!)),
                _ => 0,
            }, CellStyle.Money);
            after = Loans.Live(row++, 11, Fen((Formula)balance - principal), CellStyle.Money);
        }
    }

    private void Values(ObligorPlan plan)
    {
        var flow = plan.Flow;
        var balance = plan.Terms.Principal.Fen;
        if (flow.Opening != balance)
        {
            Values(plan, 0, balance, 0, balance - flow.Opening, flow.Opening, 0, 0, 0);
        }

        balance = flow.Opening;
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            if (balance != flow.Balance[k] || flow.Interest[k] != 0 || flow.Recovery[k] != 0 || flow.Discount[k] != 0 || flow.Principal[k] != 0)
            {
                Values(plan, k + 1, balance, flow.Interest[k], flow.Principal[k], flow.Balance[k], flow.Discount[k], flow.Recovery[k], flow.Defaulted[k]);
            }

            balance = flow.Balance[k];
        }
    }

    private void Values(ObligorPlan plan, int period, params ReadOnlySpan<long> fen)
    {
        Loans.Put(row, 1, plan.Terms.Id, CellStyle.Text);
        Loans.Put(row, 2, period, CellStyle.Whole);
        ReadOnlySpan<int> columns = [6, 9, 10, 11, 12, 13, 14];
        for (var n = 0; n < columns.Length; n++)
        {
            Loans.Put(row, columns[n], Yuan(fen[n]), CellStyle.Money);
        }

        Loans.Say(row++, 15, Value, CellStyle.Note);
    }

    /// <summary>The sums by payment date.</summary>
    private void Dates()
    {
        Totals.Say(1, 1, new("资产合计：逐户之和", "Pool totals: sums over obligors"), CellStyle.Title);
        Opening = Live && first <= last
            ? Totals.Live(2, 8, deal.Definition.Pool.ClosingCollectionsToOriginator ? Fen((Formula)Principal - ByPeriod(0, 10)) : Principal, CellStyle.Money)
            : Totals.Put(2, 8, Yuan(plans.Sum(p => p.Flow.Opening)), CellStyle.Money);
        Totals.Say(2, 7, new("期初（归入资产池）", "Opening (the pool's)"), CellStyle.Text);
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            var cursor = new RowCursor(Totals, HeadRow + 1 + k, HeadRow, k == 0);
            cursor.Value(new("期次", "No."), deal.Periods[k].Number, CellStyle.Whole);
            cursor.Value(new("日期", "Date"), CellDates.Serial(deal.Periods[k].Date), CellStyle.Date);
            var interest = Total(cursor, new("利息", "Interest"), k, 9, p => p.Interest);
            var principal = Total(cursor, new("本金", "Principal"), k, 10, p => p.Principal);
            var discount = Total(cursor, new("其中折价收益", "Discount income"), k, 12, p => p.Discount);
            var recovery = Total(cursor, new("回收款", "Recovery"), k, 13, p => p.Recovery);
            var defaulted = Total(cursor, new("新增违约", "Defaulted"), k, 14, p => p.Defaulted);
            var balance = cursor.Money(new("正常余额", "Performing balance"), Net(k == 0 ? Opening : Periods[k - 1].Balance, [], [principal, defaulted]));
            var count = cursor.Value(new("在池户数（数值）", "Obligors owing (value)"), plans.Count(p => p.Flow.Balance[k] > 0), CellStyle.Whole);
            Periods.Add(new(interest, principal, discount, recovery, defaulted, balance, count));
        }

        Loans.Frozen = (HeadRow, 1);
        Loans.RepeatRows = HeadRow;
        Totals.Frozen = (HeadRow, 2);
        Totals.RepeatRows = HeadRow;
    }

    private LiveCell Total(RowCursor cursor, Words heading, int k, int column, Func<ObligorFlow, IReadOnlyList<long>> of) => Live && first <= last
        ? cursor.Money(heading, ByPeriod(k + 1, column))
        : cursor.Value(heading.And(Value), Yuan(plans.Sum(p => of(p.Flow)[k])), CellStyle.Money);

    private Formula ByPeriod(int period, int column) => Fen(new Call("SUMIF", [new Area(Edge(first, 2), Edge(last, 2)), period, new Area(Edge(first, column), Edge(last, column))]));

    private LiveCell Edge(int at, int column) => Loans.Find(at, column) ?? Loans.Put(at, column, CellValue.Nothing, CellStyle.Money);
}
