using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;
using Zhirong.Platform.Office.Workbooks;
using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>参数: every term of the deal as a cell; the blue ones may be changed.</summary>
internal sealed class TermSheet
{
    private readonly ResolvedDeal deal;
    private readonly DealDefinition terms;
    private int row = 1;

    public TermSheet(ResolvedDeal deal, ResolvedScenario scenario, PaymentPlan plan, Language language)
    {
        (this.deal, terms) = (deal, deal.Definition);
        Sheet = new(new Words("参数", "Terms").In(language), language, terms: true);
        Sheet.Say(row++, 1, new("参数：浅黄底带框的单元格可以修改，其余由公式得出或为日期", "Terms: shaded cells with a frame may be changed, the others are formulas or dates"), CellStyle.Title);
        Deal();
        Tranches = [.. Table(new("各档证券", "Tranches"), TrancheHeads, terms.Tranches, Tranche)];
        Size = SizeCell();
        Fees = [.. Table(new("费用", "Fees"), FeeHeads, terms.Fees, Fee)];
        Supports = [.. Table(new("增信", "Supports"), SupportHeads, terms.Supports, Support)];
        StepCaps(plan);
        Thresholds(plan);
        Facts(scenario);
        Dates();
        Sheet.Widths[2] = 40;
        Sheet.Widths[7] = 24;
        Sheet.Frozen = (1, 2);
    }

    public LiveSheet Sheet { get; }

    public LiveCell Size { get; }

    public LiveCell Closing { get; private set; } = null!;

    public LiveCell ExpectedMaturity { get; private set; } = null!;

    public LiveCell LegalMaturity { get; private set; } = null!;

    public IReadOnlyList<TrancheCells> Tranches { get; }

    public IReadOnlyList<FeeCells> Fees { get; }

    public IReadOnlyList<SupportCells> Supports { get; }

    /// <summary>Caps of steps by the order they are written in and their position.</summary>
    public Dictionary<(OrderMode Mode, int Position), CapCells> Caps { get; } = [];

    public LiveCell Rating { get; private set; } = null!;

    /// <summary>1, 0 or blank for unknown.</summary>
    public LiveCell Insolvent { get; private set; } = null!;

    public List<LiveCell> PaymentDates { get; } = [];

    public List<LiveCell> Days { get; } = [];

    /// <summary>By tranche and date: the year fraction as a numerator and a denominator.</summary>
    public Dictionary<(int Tranche, int Period), (Formula Numerator, Formula Denominator)> Years { get; } = [];

    /// <summary>By tranche and date: principal per 100 of face, or the balance to reach.</summary>
    public Dictionary<(int Tranche, int Period), LiveCell> Schedule { get; } = [];

    private readonly Dictionary<(string Trigger, int Column), LiveCell> thresholds = [];

    /// <summary>The input cell of a number in a trigger's condition.</summary>
    public Formula? Threshold(string trigger, RuleNode.Constant constant) => thresholds.TryGetValue((trigger, constant.Column), out var cell) ? cell : (Formula?)null;

    private static readonly Words[] TrancheHeads =
    [
        new("代码", "Id"), new("名称", "Name"), new("规模（元）", "Size"), new("票面利率", "Coupon"), new("利率分子", "Numerator"), new("利率分母", "Denominator"),
        new("计息基准", "Day count"), new("还本方式", "Amortisation"),
    ];

    private static readonly Words[] FeeHeads =
    [
        new("代码", "Id"), new("名称", "Name"), new("费率", "Rate"), new("分子", "Numerator"), new("分母", "Denominator"), new("金额（元）", "Amount"),
        new("增值税率", "VAT"), new("分子", "Numerator"), new("分母", "Denominator"), new("附加率", "Surcharge"), new("分子", "Numerator"), new("分母", "Denominator"),
        new("上限（元）", "Cap"), new("上限费率", "Cap rate"), new("分子", "Numerator"), new("分母", "Denominator"), new("计费基数", "Basis"),
    ];

    private static readonly Words[] SupportHeads =
    [
        new("代码", "Id"), new("名称", "Name"), new("限额（元，空为不限）", "Limit (blank: unlimited)"), new("期初余额", "Initial"), new("目标余额", "Target"),
        new("支取次序", "Draw order"), new("覆盖", "Covers"),
    ];

    private void Deal()
    {
        Head(new("交易", "Deal"), [new("代码", "Id"), new("名称", "Name"), new("取整", "Rounding"), new("设立日", "Closing"), new("预期到期日", "Expected maturity"), new("法定到期日", "Legal maturity")]);
        Sheet.Put(row, 1, terms.Id, CellStyle.Text);
        Sheet.Say(row, 2, terms.Name, CellStyle.Wrapped);
        Sheet.Say(row, 3, terms.Money.Rounding switch
        {
            RoundingMode.HalfUp => new("四舍五入", "half up"),
            RoundingMode.HalfEven => new("四舍六入五成双", "half even"),
            _ => new Words("舍去", "down"),
        }, CellStyle.Text);
        Closing = Sheet.Day(row, 4, terms.Dates.Closing);
        ExpectedMaturity = Sheet.Day(row, 5, terms.Dates.ExpectedMaturity);
        LegalMaturity = Sheet.Day(row, 6, terms.Dates.LegalMaturity);
        row++;
    }

    private void Head(Words title, IReadOnlyList<Words> heads)
    {
        row++;
        Sheet.Say(row++, 1, title, CellStyle.Subtitle);
        for (var n = 0; n < heads.Count; n++)
        {
            Sheet.Say(row, n + 1, heads[n], CellStyle.Header);
        }

        row++;
    }

    private List<TCells> Table<TTerms, TCells>(Words title, IReadOnlyList<Words> heads, IReadOnlyList<TTerms> items, Func<TTerms, TCells> write)
    {
        if (items.Count > 0)
        {
            Head(title, heads);
        }

        var cells = new List<TCells>();
        foreach (var item in items)
        {
            cells.Add(write(item));
            row++;
        }

        return cells;
    }

    private void Named(string id, Words? name)
    {
        Sheet.Put(row, 1, id, CellStyle.Text);
        Sheet.Say(row, 2, PaymentPlan.Named(name, id), CellStyle.Text);
    }

    private LiveCell Amount(int column, Money amount) => Sheet.Put(row, column, amount.Yuan, CellStyle.InputMoney);

    /// <summary>A rate and, beside it, the whole numbers it is made of.</summary>
    private RateCells Rate(int column, decimal rate) => Rate(Sheet, row, column, rate);

    public static RateCells Rate(LiveSheet sheet, int row, int column, decimal rate)
    {
        var input = sheet.Put(row, column, rate, CellStyle.InputPercent);
        var address = column + 2;
        var denominator = sheet.Live(row, address, ExactRounding.Denominator(input), CellStyle.Whole);
        return new(input, sheet.Live(row, column + 1, ExactRounding.Numerator(input, denominator), CellStyle.Whole), denominator);
    }

    private TrancheCells Tranche(TrancheTerms tranche)
    {
        Named(tranche.Id, tranche.Name);
        Sheet.Put(row, 7, tranche.Coupon == 0 ? "" : DayCounts.Name(tranche.DayCount), CellStyle.Text);
        Sheet.Say(row, 8, Amortisation(tranche.Amortisation), CellStyle.Text);
        return new(Amount(3, tranche.Size), tranche is { Residual: true, Coupon: 0 } ? null : Rate(4, tranche.Coupon));
    }

    private static Words Amortisation(TrancheAmortisation kind) => kind switch
    {
        TrancheAmortisation.Bullet => new("到期一次还本", "bullet"),
        TrancheAmortisation.UnitSchedule => new("按每百元还本计划", "schedule per 100 of face"),
        TrancheAmortisation.TargetBalance => new("目标余额", "target balance"),
        TrancheAmortisation.PassThrough => new("过手", "pass-through"),
        _ => new("剩余收益", "residual"),
    };

    private LiveCell SizeCell()
    {
        Sheet.Say(row, 2, new("发行规模", "Deal size"), CellStyle.TotalText);
        var sum = terms.Tranches.Sum(t => t.Size.Fen) == terms.Size.Fen;
        return sum ? Sheet.Live(row++, 3, Sum(Tranches[0].Size, Tranches[^1].Size), CellStyle.Total) : Sheet.Put(row++, 3, terms.Size.Yuan, CellStyle.InputMoney);
    }

    private FeeCells Fee(FeeTerms fee)
    {
        Named(fee.Id, fee.Name);
        Sheet.Put(row, 17, fee.Kind == FeeKind.Fixed ? "" : string.Join(" + ", fee.Basis.DefaultIfEmpty(fee.Kind == FeeKind.PayoutRate ? "payout" : "size")), CellStyle.Text);
        var taxed = fee.Kind == FeeKind.Tax || fee.Vat != 0;
        return new(
            fee.Kind is FeeKind.Rate or FeeKind.PayoutRate ? Rate(3, fee.Rate) : null,
            fee.Kind == FeeKind.Fixed ? Amount(6, fee.Amount) : null,
            taxed ? Rate(7, fee.Vat) : null,
            taxed ? Rate(10, fee.Surcharge) : null,
            fee.Cap?.Amount is { } most ? Amount(13, most) : null,
            fee.Cap?.Rate is { } capped ? Rate(14, capped) : null);
    }

    private SupportCells Support(SupportTerms support)
    {
        Named(support.Id, support.Name);
        Sheet.Put(row, 6, support.Order, CellStyle.Whole);
        Sheet.Put(row, 7, string.Join(", ", support.Covers), CellStyle.Wrapped);
        return support.Kind == SupportKind.CashReserve
            ? new(null, Amount(4, support.Initial), Amount(5, support.Target))
            : new(support.Limit is { } limit ? Amount(3, limit) : Sheet.Put(row, 3, CellValue.Nothing, CellStyle.InputMoney), null, null);
    }

    private void StepCaps(PaymentPlan plan)
    {
        var capped = plan.Orders.Values.SelectMany(o => o).SelectMany(r => r.Members).Where(l => l.Step.Cap is not null).DistinctBy(l => (l.Mode, l.Step.Position)).ToList();
        Table(new("支付步骤的上限", "Caps of steps"), [new("步骤", "Step"), new("支付项", "Lines"), new("上限（元）", "Cap"), new("年费率", "Annual rate"), new("分子", "Numerator"), new("分母", "Denominator")], capped, line =>
        {
            Sheet.Put(row, 1, $"{line.Mode.Word()}.{line.Step.Position}", CellStyle.Text);
            Sheet.Put(row, 2, string.Join(", ", line.Step.What), CellStyle.Text);
            return Caps[(line.Mode, line.Step.Position)] = new(
                line.Step.Cap!.Amount is { } most ? Amount(3, most) : null, line.Step.Cap.Rate is { } rate ? Rate(4, rate) : null);
        });
    }

    /// <summary>The numbers that stand in the triggers' conditions.</summary>
    private void Thresholds(PaymentPlan plan) =>
        Table(new("触发条件", "Triggers"), [new("代码", "Id"), new("条件", "Condition"), new("门槛 1", "Threshold 1"), new("门槛 2", "Threshold 2"), new("门槛 3", "Threshold 3")], plan.Triggers, trigger =>
        {
            Sheet.Put(row, 1, trigger.Terms.Id, CellStyle.Text);
            Sheet.Put(row, 2, trigger.When.Text, CellStyle.Wrapped);
            foreach (var (n, constant) in Numbers(trigger.When.Root).OrderBy(c => c.Column).Index())
            {
                thresholds[(trigger.Terms.Id, constant.Column)] = Sheet.Put(row, 3 + n, constant.Value.Raw, CellStyle.InputDecimal);
            }

            return trigger;
        });

    private static IEnumerable<RuleNode.Constant> Numbers(RuleNode node) => node switch
    {
        RuleNode.Constant { Value.Type: RuleType.Number } constant => [constant],
        RuleNode.Binary binary => Numbers(binary.Left).Concat(Numbers(binary.Right)),
        RuleNode.Negate negate => Numbers(negate.Operand),
        RuleNode.Not not => Numbers(not.Operand),
        _ => [],
    };

    private void Facts(ResolvedScenario scenario)
    {
        Head(new("外部事实（空为未知）", "Outside facts (blank: unknown)"), [new("代码", "Id"), new("名称", "Name"), new("值", "Value")]);
        Named("servicer.rating", new("资产服务机构评级", "servicer's rating"));
        Rating = Sheet.Put(row++, 3, scenario.ServicerRating.Known ? (CellValue)scenario.ServicerRating.ToString() : CellValue.Nothing, CellStyle.Input);
        Named("servicer.insolvent", new("资产服务机构破产（1 是，0 否）", "servicer insolvent (1 yes, 0 no)"));
        Insolvent = Sheet.Put(row++, 3, scenario.ServicerInsolvent.Known ? (CellValue)scenario.ServicerInsolvent.Raw : CellValue.Nothing, CellStyle.InputWhole);
    }

    /// <summary>The payment dates with each tranche's year fraction and schedule.</summary>
    private void Dates()
    {
        var heads = new List<Words> { new("期次", "No."), new("日期", "Date"), new("兑付日", "Paid on"), new("天数", "Days") };
        var first = row + 3;
        foreach (var (t, tranche) in terms.Tranches.Index())
        {
            YearColumns(t, tranche, first, heads);
            Scheduled(t, tranche, first, heads);
        }

        Head(new("各期", "Dates"), heads);
        foreach (var (k, period) in deal.Periods.Index())
        {
            Sheet.Put(row, 1, period.Number, CellStyle.Whole);
            PaymentDates.Add(Sheet.Day(row, 2, period.Date));
            Sheet.Day(row, 3, period.PayDate);
            Days.Add(Sheet.Live(row, 4, (Formula)PaymentDates[k] - (k == 0 ? Closing : PaymentDates[k - 1]), CellStyle.Whole));
            row++;
        }

        foreach (var (t, tranche) in terms.Tranches.Index())
        {
            foreach (var (k, days) in Days.Index())
            {
                Years.TryAdd((t, k), (days, tranche.DayCount switch { DayCountConvention.Act360 => 360, DayCountConvention.Act364 => 364, _ => 365 }));
            }
        }
    }

    /// <summary>Year fractions that are not plain days get columns of their own.</summary>
    private void YearColumns(int t, TrancheTerms tranche, int first, List<Words> heads)
    {
        if (tranche.DayCount is DayCountConvention.Act365F or DayCountConvention.Act360 or DayCountConvention.Act364)
        {
            return;
        }

        var previous = terms.Dates.Closing;
        foreach (var (k, period) in deal.Periods.Index())
        {
            var fraction = DayCounts.YearFraction(tranche.DayCount, previous, period.Date, new(previous, period.Date), deal.Periods[^1].Date);
            Years[(t, k)] = (Sheet.Put(first + k, heads.Count + 1, fraction.Numerator, CellStyle.Whole), Sheet.Put(first + k, heads.Count + 2, fraction.Denominator, CellStyle.Whole));
            previous = period.Date;
        }

        heads.Add(new($"{tranche.Id} 年数分子", $"{tranche.Id} years, numerator"));
        heads.Add(new($"{tranche.Id} 年数分母", $"{tranche.Id} years, denominator"));
    }

    private void Scheduled(int t, TrancheTerms tranche, int first, List<Words> heads)
    {
        if (tranche.Amortisation is not (TrancheAmortisation.UnitSchedule or TrancheAmortisation.TargetBalance))
        {
            return;
        }

        var unit = tranche.Amortisation == TrancheAmortisation.UnitSchedule;
        for (var k = 0; k < deal.PeriodCount; k++)
        {
            Schedule[(t, k)] = unit
                ? Sheet.Put(first + k, heads.Count + 1, tranche.UnitPrincipal[k], CellStyle.InputDecimal)
                : Sheet.Put(first + k, heads.Count + 1, tranche.TargetBalances[k].Yuan, CellStyle.InputMoney);
        }

        heads.Add(unit ? new($"{tranche.Id} 每百元还本", $"{tranche.Id} principal per 100") : new($"{tranche.Id} 目标余额", $"{tranche.Id} target balance"));
    }
}
