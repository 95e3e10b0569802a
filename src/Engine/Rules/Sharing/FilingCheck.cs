using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;

namespace Zhirong.Engine.Rules.Sharing;

/// <summary>Leverage and suspension: whether the fund takes a further loan.</summary>
public static class FilingCheck
{
    public static FilingAnswer Of(FilingRule rule, FactSheet sheet)
    {
        var (steps, missing, allowed) = (new List<SchemeStep>(), new List<string>(), new List<bool?>());
        long? most = null;
        if (rule.Leverage is { } leverage)
        {
            var (size, portfolio) = (sheet.Fen("fund.size"), sheet.Fen("fund.portfolio"));
            most = size is { } fen ? ExactAmount.OfFen(fen).Times(leverage).Fen() : null;
            allowed.Add(most is null || portfolio is null ? null : portfolio <= most);
            missing.AddRange(new[] { ("fund.size", size), ("fund.portfolio", portfolio) }.Where(f => f.Item2 is null).Select(f => f.Item1));
            steps.Add(SchemeStep.Of("leverage", "放大倍数", "leverage", most is { } limit ? Money.FenText(limit) : null, ("multiple", leverage.ToString(CultureInfo.InvariantCulture)), ("portfolio", portfolio is { } held ? Money.FenText(held) : null), ("holds", SchemeCase.Told(allowed[^1]))));
        }

        if (rule.SuspendAbove is { } above)
        {
            var rate = sheet.Of("fund.npl_rate");
            allowed.Add(rate is null ? null : rate.Raw <= above);
            missing.AddRange(rate is null ? ["fund.npl_rate"] : []);
            steps.Add(SchemeStep.Of("suspension", "暂停线", "suspension", above.ToString(CultureInfo.InvariantCulture), ("rate", rate?.Text), ("holds", SchemeCase.Told(allowed[^1]))));
        }

        return new(SchemeCase.All(allowed), most, steps, missing);
    }
}
