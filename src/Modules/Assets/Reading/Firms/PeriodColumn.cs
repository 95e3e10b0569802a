using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Firms;

/// <summary>A column of a statement: where its labels and its figures stand, and of which period it is.</summary>
/// <param name="Label">Zero-based; a balance sheet has labels on both sides.</param>
internal readonly record struct PeriodColumn(int Label, int Value, FirmPeriod Period)
{
    private static readonly string[] Present = ["期末余额", "期末数", "期末金额", "本期金额", "本期数", "本年金额", "本年数", "本年累计金额", "本年累计数", "本年累计"];
    private static readonly string[] YearEnd = ["年初余额", "期初余额", "年初数", "期初数", "年初金额", "上年年末余额", "上年末余额", "上年年末"];
    private static readonly string[] YearAgo = ["上期金额", "上年金额", "上期数", "上年数", "上年同期", "上年同期金额", "上年同期数"];
    private static readonly string[] Between = ["行次", "附注", "注释", "序号", "附注编号", "行号", "NO."];

    /// <summary>The columns a row of titles names by year, or against the period stated above by 期末, 年初, 本期 and 上期; none where it names no period.</summary>
    public static IReadOnlyList<PeriodColumn> Of(List<string> titles, FirmPeriod? stated)
    {
        var columns = new List<PeriodColumn>();
        var label = 0;
        for (var c = 0; c < titles.Count; c++)
        {
            var key = Folding.Key(titles[c]);
            if (c > label && (FirmText.Period(titles[c]) ?? Against(key, stated)) is { } period)
            {
                columns.Add(new(label, c, period));
            }
            else if (key.Length > 0 && !Between.Contains(key))
            {
                label = c;
            }
        }

        return columns;
    }

    private static FirmPeriod? Against(string key, FirmPeriod? stated)
    {
        if (stated is not { } now)
        {
            return null;
        }

        var before = now.End.Year - 1;
        return Present.Contains(key) ? now
            : YearEnd.Contains(key) ? new(new(before, 12, 31), 12)
            : YearAgo.Contains(key) ? new(new(before, now.End.Month, DateTime.DaysInMonth(before, now.End.Month)), now.Months)
            : null;
    }
}
