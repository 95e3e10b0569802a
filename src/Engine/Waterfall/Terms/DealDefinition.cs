using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Waterfall.Terms;

/// <summary>A deal as agreed (<c>ipabs/v1</c>): stored, versioned and hashed; never computed with directly.</summary>
public sealed record DealDefinition
{
    public required string Id { get; init; }

    public required Words Name { get; init; }

    /// <summary>SSE, SZSE or IB (银行间).</summary>
    public required string Market { get; init; }

    /// <summary>One of the six structure presets; data for lint and reports, the engine is one.</summary>
    public required string Structure { get; init; }

    public required MoneyTerms Money { get; init; }

    public required DateTerms Dates { get; init; }

    /// <summary>发行规模: the sum of all tranches.</summary>
    public required Money Size { get; init; }

    public required PoolTerms Pool { get; init; }

    public required IReadOnlyList<TrancheTerms> Tranches { get; init; }

    public required IReadOnlyList<AccountTerms> Accounts { get; init; }

    public required IReadOnlyList<FeeTerms> Fees { get; init; }

    public required IReadOnlyList<SupportTerms> Supports { get; init; }

    public required IReadOnlyList<TriggerTerms> Triggers { get; init; }

    /// <summary>The orders of payment that are written down; <c>normal</c> always is.</summary>
    public required IReadOnlyDictionary<OrderMode, IReadOnlyList<StepTerms>> Orders { get; init; }

    public ShelfTerms? Shelf { get; init; }

    public IReadOnlyDictionary<string, string> Parties { get; init; } = new Dictionary<string, string>();

    /// <summary>Lint rules the parties knowingly set aside, each with its reason.</summary>
    public IReadOnlyList<WaiverTerms> Waivers { get; init; } = [];

    /// <summary>Where the figures come from; the longest fitting path holds.</summary>
    public IReadOnlyList<OriginTerms> Origins { get; init; } = [];

    /// <summary>What the borrowers pay and receive beside the debts; null when the deal says nothing of it.</summary>
    public CostTerms? Costs { get; init; }

    /// <summary>The document the terms were read from; positions for findings and the ground for <c>set</c>.</summary>
    public required DocNode Source { get; init; }
}

/// <summary>The four orders of payment, in rising severity.</summary>
public enum OrderMode
{
    Normal,
    Accelerated,
    PostDefault,
    Termination,
}

/// <summary>The words for the modes as written in files.</summary>
public static class OrderModes
{
    public static readonly IReadOnlyList<string> Words = ["normal", "accelerated", "post_default", "termination"];

    public static string Word(this OrderMode mode) => Words[(int)mode];

    public static Words Title(this OrderMode mode) => mode switch
    {
        OrderMode.Normal => new("正常", "normal"),
        OrderMode.Accelerated => new("加速清偿", "accelerated"),
        OrderMode.PostDefault => new("违约后", "post-default"),
        _ => new("终止", "termination"),
    };
}

/// <param name="UnitFace">Face value of one note unit in yuan, normally 100.</param>
/// <param name="UnitDecimals">When set, interest and partial payments are rounded per unit to this many decimals of a yuan.</param>
public sealed record MoneyTerms(RoundingMode Rounding, Money UnitFace, int? UnitDecimals);

public sealed record DateTerms
{
    public required DateOnly Closing { get; init; }

    public required DateOnly Cutoff { get; init; }

    public required DateOnly ExpectedMaturity { get; init; }

    public required DateOnly LegalMaturity { get; init; }

    /// <summary>Unrolled payment dates, ascending.</summary>
    public required IReadOnlyList<DateOnly> PaymentDates { get; init; }

    /// <summary>The interval the payment dates were written with; null when they are listed.</summary>
    public Tenor? PaymentsEvery { get; init; }

    public required DayKind Calendar { get; init; }

    public required RollRule Roll { get; init; }

    /// <summary>Named offsets in business days from the rolled payment date T, as written.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Offsets { get; init; }
}

public sealed record TrancheTerms
{
    public required string Id { get; init; }

    public Words? Name { get; init; }

    public required Money Size { get; init; }

    /// <summary>Annual coupon; 0 for a tranche without one.</summary>
    public required decimal Coupon { get; init; }

    public required DayCountConvention DayCount { get; init; }

    public required TrancheAmortisation Amortisation { get; init; }

    /// <summary>For <see cref="TrancheAmortisation.UnitSchedule"/>: principal per 100 of face on each payment date.</summary>
    public IReadOnlyList<decimal> UnitPrincipal { get; init; } = [];

    /// <summary>For <see cref="TrancheAmortisation.TargetBalance"/>: the balance to reach on each payment date.</summary>
    public IReadOnlyList<Money> TargetBalances { get; init; } = [];

    /// <summary>Takes what is left (次级); bears no paying fee unless listed.</summary>
    public required bool Residual { get; init; }

    /// <summary>A payment date on which the whole balance is scheduled, when earlier than the deal's last.</summary>
    public DateOnly? ExpectedMaturity { get; init; }

    public string? Holder { get; init; }

    public string? Rating { get; init; }
}

public enum TrancheAmortisation
{
    Bullet,
    UnitSchedule,
    TargetBalance,
    PassThrough,
    Residual,
}

/// <param name="Receives">Which collections arrive here: interest, principal, recovery.</param>
public sealed record AccountTerms(string Id, IReadOnlyList<string> Receives);

public enum FeeKind
{
    Tax,
    Rate,
    Fixed,
    PayoutRate,
}

public sealed record FeeTerms
{
    public required string Id { get; init; }

    public Words? Name { get; init; }

    public required FeeKind Kind { get; init; }

    /// <summary>Annual rate of a rate fee, or the rate on a payout.</summary>
    public decimal Rate { get; init; }

    public Money Amount { get; init; } = Money.Zero;

    /// <summary>What the rate applies to: size, pool.balance, &lt;tranche&gt;.balance, or collections of the period; tranche ids for a payout fee.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>VAT rate. A tax fee takes it out of gross (1+vat) income; on other fees it comes on top.</summary>
    public decimal Vat { get; init; }

    /// <summary>Local surcharges as a share of the VAT.</summary>
    public decimal Surcharge { get; init; }

    public CapTerms? Cap { get; init; }

    /// <summary>Missed amounts stay due.</summary>
    public bool Arrears { get; init; } = true;

    /// <summary>A payout fee on what is planned (default) or on what was really paid.</summary>
    public bool OnPaid { get; init; }
}

/// <summary>A ceiling: a fixed amount, or an annual rate on the fee's basis (the deal's size for an order step).</summary>
public sealed record CapTerms(Money? Amount, decimal? Rate);

public enum SupportKind
{
    CashReserve,
    TopUp,
    Guarantee,
    Liquidity,
}

public sealed record SupportTerms
{
    public required string Id { get; init; }

    public Words? Name { get; init; }

    public required SupportKind Kind { get; init; }

    public string? Provider { get; init; }

    /// <summary>Supports are drawn in rising order.</summary>
    public required int Order { get; init; }

    /// <summary>Most that may be drawn (liquidity: outstanding at once); null = unlimited.</summary>
    public Money? Limit { get; init; }

    public Money Initial { get; init; } = Money.Zero;

    public Money Target { get; init; } = Money.Zero;

    /// <summary>Lines covered, with the groups <c>tax</c> and <c>fees</c>.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>Whether a draw leaves a claim to be repaid by the order.</summary>
    public bool Claims { get; init; } = true;

    public required IReadOnlyList<OrderMode> DrawIn { get; init; }
}

/// <param name="Then">A mode, when the trigger changes the order.</param>
/// <param name="Act">A named act that moves no money, otherwise.</param>
public sealed record TriggerTerms(string Id, Words? Name, string When, OrderMode? Then, string? Act);

public enum StepKind
{
    PayTax,
    PayFee,
    PayInterest,
    PayPrincipal,
    PaySupportClaim,
    RepayLiquidity,
    FundReserve,
    ReleaseReserve,
    DrawSupport,
    Transfer,
    BuyAssets,
    WriteOff,
    PayResidual,
    TrapCash,
}

public enum PrincipalAmount
{
    Scheduled,
    Target,
    PassThrough,
    All,
}

public sealed record StepTerms
{
    public required StepKind Kind { get; init; }

    /// <summary>Zero-based position in its order.</summary>
    public required int Position { get; init; }

    public required IReadOnlyList<string> What { get; init; }

    public PrincipalAmount Amount { get; init; }

    public string? When { get; init; }

    public CapTerms? Cap { get; init; }

    /// <summary>The members of <see cref="What"/> that share what there is in proportion to what they are due.</summary>
    public IReadOnlyList<string> PariPassu { get; init; } = [];

    public string? FromAccount { get; init; }

    public string? ToAccount { get; init; }
}

public sealed record WaiverTerms(string Code, string Reason);

/// <summary>储架: one no-objection letter, several series.</summary>
public sealed record ShelfTerms
{
    public required string Id { get; init; }

    public required Money Cap { get; init; }

    /// <summary>How many series the letter allows.</summary>
    public required int Series { get; init; }

    public required DateOnly NoObjection { get; init; }

    public required int ValidMonths { get; init; }

    public decimal? MaxTermYears { get; init; }

    public Money? MinPerObligor { get; init; }

    public Money? MaxPerObligor { get; init; }

    public IReadOnlyList<ShelfSeries> Used { get; init; } = [];
}

public sealed record ShelfSeries(int Series, Money Size, DateOnly? Established);
