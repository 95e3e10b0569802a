using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Lending.Products.Matching;

namespace Zhirong.Modules.Lending.Loans.Promises;

/// <summary>Where an indicator stands when it is promised, as the register holds it.</summary>
/// <param name="Figure">In ten-thousandths of the unit.</param>
/// <param name="Source">Statement or register, in both languages.</param>
/// <param name="On">The day it is known of.</param>
internal sealed record IndicatorBaseline(long Figure, string Source, DateOnly On)
{
    /// <summary>What a list may name: figures of the last whole year's statement, and rights in force on the day.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["statement.revenue", "statement.net_profit", "statement.rd_expense", "statement.rd_ratio", "statement.debt_ratio", "rights.inventions", "rights.patents", "rights.trademarks", "rights.software"];

    /// <summary>Null where the register does not hold it: it is to be verified by a person.</summary>
    /// <param name="firm">With all of its rights.</param>
    public static IndicatorBaseline? Of(PromisedIndicator indicator, FirmFacts firm, DateOnly day)
    {
        if (indicator.Baseline.StartsWith("rights.", StringComparison.Ordinal))
        {
            RightKind[] kinds = indicator.Baseline switch
            {
                "rights.inventions" => [RightKind.Invention],
                "rights.patents" => [RightKind.Invention, RightKind.UtilityModel, RightKind.Design],
                "rights.trademarks" => [RightKind.Trademark, RightKind.GiMark],
                _ => [RightKind.SoftwareCopyright],
            };

            // A register that holds no right of the firm does not say that it has none; what is pledged is in force all the same.
            return firm.Rights.Count == 0 ? null : new(firm.Rights.Count(r => r.Right.Kind is { } kind && kinds.Contains(kind) && r.Right.State.State.InForce()) * 10_000L, "权利登记 / register of rights", day);
        }

        if (indicator.Baseline.Length == 0 || FirmFacts.LastYear(firm.Firm, day) is not { } year)
        {
            return null;
        }

        decimal? known = indicator.Baseline switch
        {
            "statement.rd_ratio" => FirmFacts.Ratio(FirmFacts.Figure(year, "rd_expense"), FirmFacts.Figure(year, "revenue")) * 100m,
            "statement.debt_ratio" => FirmFacts.Ratio(FirmFacts.Figure(year, "total_liabilities"), FirmFacts.Figure(year, "total_assets")) * 100m,
            _ => FirmFacts.Figure(year, indicator.Baseline["statement.".Length..]),
        };
        return known is { } figure && IndicatorFigure.Of(indicator.Unit, figure) is { } kept ? new(kept, $"{year.Source} {year.PeriodEnd:yyyy-MM-dd}", year.AsOf) : null;
    }
}
