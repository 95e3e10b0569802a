using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Life;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Concluding;

/// <summary>What happened to a right between two base dates.</summary>
public enum ValueEventKind
{
    /// <summary>未缴年费终止, 期满, 放弃 or 全部无效: nothing is left.</summary>
    Ended,

    /// <summary>权利恢复: the end is taken back.</summary>
    Restored,

    /// <summary>提出无效宣告请求 or a suit over ownership: the value counts with a probability.</summary>
    Contested,

    /// <summary>维持有效: the contest is over.</summary>
    Upheld,

    /// <summary>签订许可: fees come on top.</summary>
    Licensed,

    /// <summary>许可终止: those fees fall away.</summary>
    LicenceEnded,
}

/// <summary>An event with the day it takes effect, which may lie before the day it was recorded.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Effective">The day it takes effect.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Survival">For a contest: probability that the right stands; else null.</param>
/// <param name="Fees">For a licence: its fees by calendar year; else null.</param>
public sealed record ValueEvent(ValueEventKind Kind, DateOnly Effective, string Source, Figure? Survival = null, IncomeForecast? Fees = null)
{
    public static IReadOnlyList<string> KindWords { get; } = ["ended", "restored", "contested", "upheld", "licensed", "licence_ended"];

    public static Words Title(ValueEventKind kind) => kind switch
    {
        ValueEventKind.Ended => new("权利终止", "right ended"),
        ValueEventKind.Restored => new("权利恢复", "right restored"),
        ValueEventKind.Contested => new("效力存争议", "validity contested"),
        ValueEventKind.Upheld => new("维持有效", "validity upheld"),
        ValueEventKind.Licensed => new("签订许可", "licence signed"),
        _ => new("许可终止", "licence ended"),
    };
}

/// <summary>One event with the value after it.</summary>
public sealed record RolledEvent(ValueEvent Event, decimal Before, decimal After);

/// <summary>The same case at a later base date.</summary>
/// <param name="TimeOnly">Nothing changed but the date.</param>
/// <param name="Events">What each event did, in the order of their effect.</param>
/// <param name="Value">After all events.</param>
/// <param name="Notes">Events left out because they take effect later.</param>
public sealed record RolledValue(MethodValue TimeOnly, IReadOnlyList<RolledEvent> Events, Money Value, IReadOnlyList<Refusal> Notes);

/// <summary>M14: elapsed periods fall away, what is left is discounted to the new date, then events are applied in the order they take effect.</summary>
public static class RollForward
{
    public static Result<RolledValue> Of(IncomeCase of, AppraisalTerms terms, DateOnly to, IReadOnlyList<ValueEvent> events)
    {
        if (to <= terms.BaseDate)
        {
            return AppraisalRefusals.BackInTime(terms.BaseDate, to);
        }

        var years = Rounding.Decimals(of.Life.Years - EconomicLife.YearsBetween(terms.BaseDate, to), 2, RoundingMode.Down);
        if (years <= 0)
        {
            return AppraisalRefusals.LifeOver("life", years);
        }

        var later = terms with { BaseDate = to };
        var life = of.Life with { Years = years };
        var passed = YearsPassed(terms.BaseDate, to);
        var moved = of with { Life = life, Share = of.Share with { Rate = of.Share.In(passed + 1) } };
        var start = IncomeMethod.Value(moved, later);
        return start.Ok ? Apply(moved, later, start.Value, events) : Result<RolledValue>.Refused(start.Refusals);
    }

    /// <summary>Periods that are over, or under way: the share of the period that is under way now is the first of the new axis.</summary>
    private static int YearsPassed(DateOnly from, DateOnly to)
    {
        static int FirstYear(DateOnly date) => date.Month == 12 ? date.Year + 1 : date.Year;
        return FirstYear(to) - FirstYear(from);
    }

    private static Result<RolledValue> Apply(IncomeCase of, AppraisalTerms terms, MethodValue start, IReadOnlyList<ValueEvent> events)
    {
        var (alive, survival, licences) = (true, 1m, new List<(string Source, decimal Value)>());
        var (rolled, notes) = (new List<RolledEvent>(), new List<Refusal>());
        var value = start.Unrounded;
        foreach (var happened in events.OrderBy(e => e.Effective))
        {
            if (happened.Effective > terms.BaseDate)
            {
                notes.Add(AppraisalRefusals.EventLater(ValueEvent.KindWords[(int)happened.Kind], happened.Effective));
                continue;
            }

            switch (happened.Kind)
            {
                case ValueEventKind.Ended or ValueEventKind.Restored:
                    alive = happened.Kind == ValueEventKind.Restored;
                    break;
                case ValueEventKind.Contested when happened.Survival is { Value: >= 0 and <= 1 } chance:
                    survival = chance.Value;
                    break;
                case ValueEventKind.Contested:
                    return AppraisalRefusals.Unknown("events.survival", new("0 到 1 的维持概率", "a probability from 0 to 1 that the right stands"));
                case ValueEventKind.Upheld:
                    survival = 1;
                    break;
                case ValueEventKind.Licensed:
                    var fees = Fees(of, terms, happened);
                    if (!fees.Ok)
                    {
                        return Result<RolledValue>.Refused(fees.Refusals);
                    }

                    licences.Add((happened.Source, fees.Value));
                    break;
                default:
                    licences.RemoveAll(l => l.Source == happened.Source);
                    break;
            }

            var after = alive ? (start.Unrounded + licences.Sum(l => l.Value)) * survival : 0;
            rolled.Add(new(happened, value, after));
            value = after;
        }

        return new RolledValue(start, rolled, Money.Rounded(value), notes);
    }

    private static Result<decimal> Fees(IncomeCase of, AppraisalTerms terms, ValueEvent happened)
    {
        if (happened.Fees is not { } fees)
        {
            return AppraisalRefusals.Unknown("events.fees", new("许可费按年金额", "the fees by year"));
        }

        var value = IncomeMethod.Value(of with { Forecast = fees with { Measure = IncomeMeasure.Fees }, Share = ShareRate.Whole(IncomeMeasure.Fees), AmortisationYears = null }, terms);
        return value.Ok ? value.Value.Unrounded : Result<decimal>.Refused(value.Refusals);
    }
}
