using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.Law;

/// <param name="To">Last year of protection with this amount; bands follow each other.</param>
public sealed record FeeBand(int To, Money Amount);

public sealed record FeeScale(string Office, RightKind Kind, IReadOnlyList<FeeBand> Bands)
{
    /// <summary>Null beyond the last band.</summary>
    public Money? Of(int year) => Bands.FirstOrDefault(b => year <= b.To)?.Amount;
}

/// <summary>A fee for one year of protection.</summary>
/// <param name="Year">1 is the year that begins with the filing.</param>
/// <param name="Due">Last day to pay without surcharge period: the anniversary of the filing.</param>
/// <param name="GraceEnd">Last day to pay at all.</param>
/// <param name="Surcharge">What is added when it is paid on the day asked about.</param>
/// <param name="Lapse">From when the right is lost when it is not paid, however late that is said.</param>
/// <param name="State"><c>paid</c>, <c>ahead</c>, <c>due</c> (in the days of grace), <c>missed</c> (the grace is over and no payment is known).</param>
public sealed record AnnualFee(int Year, DateOnly Due, DateOnly GraceEnd, Money Amount, Money Surcharge, DateOnly Lapse, string State);

/// <summary>Annual fees as data. Amounts are full ones; reductions for small applicants are not known to the register.</summary>
public sealed class FeeRules(int version, int graceMonths, IReadOnlyList<decimal> surcharge, IReadOnlyList<FeeScale> scales)
{
    public int Version { get; } = version;

    public int GraceMonths { get; } = graceMonths;

    public IReadOnlyList<FeeScale> Scales { get; } = scales;

    /// <summary>
    /// The fees of a right from the first after its grant. Year n begins on the (n−1)th anniversary of the filing, on which its fee is
    /// due; what was due at the grant is paid with it.
    /// </summary>
    /// <param name="until">First day no longer in force by law: no fee falls due for a year beyond it.</param>
    /// <param name="paid">Years known to be paid.</param>
    /// <param name="day">The day asked about.</param>
    public IReadOnlyList<AnnualFee> Of(string office, RightKind kind, DateOnly filed, DateOnly granted, DateOnly until, IReadOnlySet<int> paid, DateOnly day)
    {
        if (Scales.FirstOrDefault(s => s.Office == office && s.Kind == kind) is not { } scale)
        {
            return [];
        }

        var fees = new List<AnnualFee>();
        var newest = paid.Count == 0 ? 0 : paid.Max();
        for (var year = 2; scale.Of(year) is { } amount; year++)
        {
            var due = filed.AddYears(year - 1);
            if (due >= until)
            {
                break;
            }

            if (due < granted)
            {
                continue;
            }

            // Who paid a later year has paid the earlier ones: the office takes them in order.
            var grace = due.AddMonths(GraceMonths);
            var state = year <= newest ? "paid" : day <= due ? "ahead" : day <= grace ? "due" : "missed";
            fees.Add(new(year, due, grace, amount, state == "due" ? Surcharge(amount, due, day) : Money.Zero, due, state));
        }

        return fees;
    }

    /// <summary>The surcharge for paying on a day of grace: by months begun after the due day.</summary>
    public Money Surcharge(Money amount, DateOnly due, DateOnly day)
    {
        for (var month = 1; month <= surcharge.Count; month++)
        {
            if (day <= due.AddMonths(month))
            {
                return day <= due ? Money.Zero : Money.Rounded(amount.Yuan * surcharge[month - 1]);
            }
        }

        return Money.Rounded(amount.Yuan * surcharge[^1]);
    }
}
