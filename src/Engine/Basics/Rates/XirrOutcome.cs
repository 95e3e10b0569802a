namespace Zhirong.Engine.Basics;

/// <summary>How many rates make the flows worth nothing.</summary>
public enum XirrStatus
{
    /// <summary>No rate in the range.</summary>
    None,

    /// <summary>Exactly one.</summary>
    One,

    /// <summary>More than one: there is no <em>the</em> internal rate, and none is picked.</summary>
    Several,
}

/// <summary>The internal rates of dated flows, with the reason when there is not exactly one.</summary>
public sealed record XirrOutcome
{
    private static readonly Words SeveralRates = new(
        "现金流正负号变化不止一次，有多个内部收益率，不能取其一",
        "The flows change sign more than once and have several internal rates; none may be picked");

    private XirrOutcome(XirrStatus status, IReadOnlyList<double> roots, Words reason)
    {
        Status = status;
        Roots = roots;
        Reason = reason;
    }

    public static XirrOutcome TooFewDates { get; } = new(XirrStatus.None, [], new(
        "非零现金流不足两个日期", "There are flows other than zero on fewer than two dates"));

    public static XirrOutcome OneSign { get; } = new(XirrStatus.None, [], new(
        "现金流全为同一方向", "All flows have the same sign"));

    public static XirrOutcome OutOfRange { get; } = new(XirrStatus.None, [], new(
        "在 −99.99% 至 10000% 之间没有使净现值为零的年利率",
        "No annual rate between −99.99 % and 10,000 % makes the net present value zero"));

    public XirrStatus Status { get; }

    /// <summary>Annual effective rates as decimals (0.1 is 10 %), ascending; estimates to about 1e-12.</summary>
    public IReadOnlyList<double> Roots { get; }

    /// <summary>Why there is not exactly one rate; empty when there is.</summary>
    public Words Reason { get; }

    /// <summary>The one rate. Throws unless the status is <see cref="XirrStatus.One"/>.</summary>
    public double Root => Status == XirrStatus.One
        ? Roots[0]
        : throw new InvalidOperationException($"No single internal rate: {Reason.En}");

    /// <summary>The one rate rounded to ten decimals (四舍五入). Throws unless the status is <see cref="XirrStatus.One"/>.</summary>
    public decimal Rate => Rounding.Decimals((decimal)Root, 10);

    internal static XirrOutcome Of(IReadOnlyList<double> roots) => roots.Count switch
    {
        0 => OutOfRange,
        1 => new(XirrStatus.One, roots, Words.Same("")),
        _ => new(XirrStatus.Several, roots, SeveralRates),
    };
}
