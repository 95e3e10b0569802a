using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Subsidies;

/// <summary>One item from base to caps; every step is told.</summary>
internal sealed class ItemCalculation(SubsidyItem item, SchemeCase known)
{
    private readonly List<SchemeStep> steps = [];
    private readonly List<string> missing = [];

    /// <param name="ruleHolds">Whether the conditions of the rule hold.</param>
    public Result<ItemAid> Of(bool? ruleHolds)
    {
        var conditions = item.Conditions.Select(known.Ask).ToList();
        missing.AddRange(conditions.SelectMany(c => c.Missing));
        var holds = SchemeCase.All([ruleHolds, .. conditions.Select(c => c.Holds)]);
        if (holds == false)
        {
            return new ItemAid(item, AidState.Refused, 0, null, conditions, [], []);
        }

        var raw = Raw();
        if (raw is not { } exact)
        {
            return new ItemAid(item, AidState.Open, null, null, conditions, steps, [.. missing.Distinct(StringComparer.Ordinal)]);
        }

        if (exact.Fen() is not { } fen)
        {
            return SchemeRefusals.TooLarge($"items.{item.Id}", exact.Yuan());
        }

        steps.Add(SchemeStep.Of("rounded", "四舍五入到分", "rounded half up to the fen", Money.FenText(fen), ("raw", exact.Yuan())));
        fen = CapSteps.Apply(item.Caps, fen, known, steps, missing);
        var open = holds is null || missing.Count > 0;
        return new ItemAid(item, open ? AidState.Open : AidState.Granted, open ? null : fen, open ? fen : null, conditions, steps, [.. missing.Distinct(StringComparer.Ordinal)]);
    }

    private ExactAmount? Raw()
    {
        var (based, part) = (Base(), Multiplier());
        if (based is not { } amount || part is not { } factor)
        {
            return null;
        }

        return amount.Times(factor);
    }

    private ExactAmount? Base()
    {
        var based = item.Base.Kind switch
        {
            BaseKind.Amount => Fixed(),
            BaseKind.InterestPaid or BaseKind.FeePaid => Paid(),
            _ => OverTime(),
        };
        if (based is not { } amount || item.Base.AtMost is not { } fact)
        {
            return based;
        }

        if (Want(known.Sheet.Fen(fact), fact) is not { } ceiling)
        {
            // The base itself remains what it is at most.
            return based;
        }

        var over = amount.MoreThan(ExactAmount.OfFen(ceiling));
        steps.Add(SchemeStep.Of("at_most", "不超过实际支付额", "not more than what was paid", Money.FenText(ceiling), ("fact", fact), ("bound", SchemeCase.Told(over)), ("source", Source(fact))));
        return over ? ExactAmount.OfFen(ceiling) : amount;
    }

    private ExactAmount? Fixed()
    {
        if (Want(item.Base.AmountFen, $"items.{item.Id}.base.amount") is not { } fen)
        {
            return null;
        }

        steps.Add(SchemeStep.Of("base", "固定金额", "fixed amount", Money.FenText(fen)));
        if (item.Base.Times is not { } fact)
        {
            return ExactAmount.OfFen(fen);
        }

        if (known.Sheet.Of(fact) is not { } count)
        {
            missing.Add(fact);
            return null;
        }

        steps.Add(SchemeStep.Of("times", "乘以数量", "times the count", count.Text, ("fact", fact), ("source", count.Source)));
        return ExactAmount.OfFen(fen).Times(Math.Max(0, count.Raw));
    }

    private ExactAmount? Paid()
    {
        if (Want(known.Sheet.Fen(item.Base.Fact), item.Base.Fact) is not { } fen)
        {
            return null;
        }

        steps.Add(SchemeStep.Of("base", "实际支付额", "what was paid", Money.FenText(fen), ("fact", item.Base.Fact), ("source", Source(item.Base.Fact))));
        return ExactAmount.OfFen(fen);
    }

    private ExactAmount? OverTime()
    {
        var rate = item.Base.Kind == BaseKind.Percent ? Want(item.Base.Percent, $"items.{item.Id}.base.percent") : Reference();
        if (rate is { } percent && item.Base.Kind == BaseKind.Percent)
        {
            steps.Add(SchemeStep.Of("rate", "规则比例", "rate of the rule", Text(percent)));
        }

        var years = new SubsidyYears(item.Time, item.Base.Fact, known.Sheet, steps, missing).PrincipalYears();
        return rate is { } known1 && years is { } amount ? amount.Times(known1) : null;
    }

    private decimal? Reference()
    {
        if (!known.Quotes.TryGetValue(item.Base.Rate!, out var quote))
        {
            missing.AddRange(known.Unquoted.GetValueOrDefault(item.Base.Rate!, [item.Base.Rate!]));
            return null;
        }

        steps.Add(SchemeStep.Of("rate", "参考利率", "reference rate", Text(quote.Rate), ("curve", quote.Curve), ("on", Day(quote.On)), ("published", Day(quote.Published)), ("source", quote.Source)));
        if (!item.Base.LowerActual)
        {
            return quote.Rate;
        }

        if (known.Sheet.Of("loan.rate") is not { } actual)
        {
            missing.Add("loan.rate");
            return quote.Rate;
        }

        var lower = actual.Raw < quote.Rate;
        steps.Add(SchemeStep.Of("lower_actual", "实际利率低于参考利率时取实际利率", "the loan's own rate where it is lower", Text(lower ? actual.Raw : quote.Rate), ("actual", Text(actual.Raw)), ("bound", SchemeCase.Told(lower)), ("source", actual.Source)));
        return Math.Max(0, lower ? actual.Raw : quote.Rate);
    }

    private decimal? Multiplier()
    {
        foreach (var row in item.Multiplier)
        {
            switch (known.Holds(row.When))
            {
                case true:
                    steps.Add(SchemeStep.Of("multiplier", row.Title.Zh, row.Title.En, row.Value is { } value ? Text(value) : null, ("row", row.Id)));
                    return Want(row.Value, $"items.{item.Id}.multiplier.{row.Id}.value");
                case null:
                    missing.AddRange(known.Missing(row.When!));
                    return null;
            }
        }

        return 1m;
    }

    private T? Want<T>(T? value, string name)
        where T : struct
    {
        if (value is null)
        {
            missing.Add(name);
        }

        return value;
    }

    private string? Source(string fact) => known.Sheet.Of(fact) is { Source.Length: > 0 } said ? said.Source : null;

    private static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
