namespace Zhirong.Engine.Appraisal.Options;

/// <summary>Right to buy or right to sell.</summary>
public enum OptionSide
{
    Call,
    Put,
}

/// <summary>A plain option; every figure an estimate.</summary>
/// <param name="Side">Call or put.</param>
/// <param name="Spot">S: for a patent, present value of the income it would bring.</param>
/// <param name="Strike">K: for a patent, the investment needed.</param>
/// <param name="Rate">r, continuous.</param>
/// <param name="Yield">q, continuous: the income, or the cost of waiting.</param>
/// <param name="Volatility">σ a year.</param>
/// <param name="Years">T.</param>
public sealed record OptionTerms(OptionSide Side, double Spot, double Strike, double Rate, double Yield, double Volatility, double Years)
{
    public double Exercise => Math.Max(0, Side == OptionSide.Call ? Spot - Strike : Strike - Spot);
}

/// <summary>A value with the two figures people check it by.</summary>
public sealed record BlackScholesValue(double Estimate, double D1, double D2);

/// <summary>Black, Scholes and Merton.</summary>
public static class BlackScholes
{
    public static BlackScholesValue Of(OptionTerms o)
    {
        var spread = o.Volatility * Math.Sqrt(o.Years);
        var d1 = (Math.Log(o.Spot / o.Strike) + ((o.Rate - o.Yield + (o.Volatility * o.Volatility / 2)) * o.Years)) / spread;
        var d2 = d1 - spread;
        var (income, cost) = (o.Spot * Math.Exp(-o.Yield * o.Years), o.Strike * Math.Exp(-o.Rate * o.Years));
        var value = o.Side == OptionSide.Call
            ? (income * NormalCurve.Cdf(d1)) - (cost * NormalCurve.Cdf(d2))
            : (cost * NormalCurve.Cdf(-d2)) - (income * NormalCurve.Cdf(-d1));
        return new(value, d1, d2);
    }
}
