using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Discounting;

/// <summary>The five ways to a discount rate.</summary>
public enum DiscountWay
{
    /// <summary>风险累加法.</summary>
    BuildUp,

    /// <summary>CAPM 与加权平均资本成本.</summary>
    Capital,

    /// <summary>资产回报率拆分法.</summary>
    AssetReturn,

    /// <summary>行业平均收益率.</summary>
    Industry,

    /// <summary>录入.</summary>
    Typed,
}

/// <summary>A discount rate, its tax basis, and how it came about.</summary>
public sealed record DiscountRate
{
    public required DiscountWay Way { get; init; }

    /// <summary>A fraction: 0.18 is 18 %.</summary>
    public required decimal Rate { get; init; }

    public required TaxBasis Tax { get; init; }

    public required IReadOnlyList<AppraisalInput> Inputs { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>True when a score of the right's quality moved the rate.</summary>
    public bool MovedByQuality { get; init; }

    public static IReadOnlyList<string> WayWords { get; } = ["build_up", "capital", "asset_return", "industry", "typed"];

    /// <summary>A rate typed in, with its origin.</summary>
    public static Result<DiscountRate> Typed(Figure rate, TaxBasis tax) => Checked(DiscountWay.Typed, rate.Name, rate.Value, tax, [rate.Shown], []);

    /// <summary>The mean return of the industry, from a published source, plus what this right adds.</summary>
    public static Result<DiscountRate> Industry(Figure mean, Figure? adjustment, TaxBasis tax)
    {
        var rate = mean.Value + (adjustment?.Value ?? 0);
        return Checked(DiscountWay.Industry, mean.Name, rate, tax, [mean.Shown, .. adjustment is null ? [] : new[] { adjustment.Shown }],
            [new(new("行业收益率加调整", "industry return and adjustment"), $"{Figure.Text(mean.Value)} + {Figure.Text(adjustment?.Value ?? 0)}", rate)]);
    }

    internal static Result<DiscountRate> Checked(DiscountWay way, string path, decimal rate, TaxBasis tax, IReadOnlyList<AppraisalInput> inputs, IReadOnlyList<Step> steps) =>
        rate is > 0 and <= 2
            ? new DiscountRate { Way = way, Rate = rate, Tax = tax, Inputs = inputs, Steps = steps }
            : AppraisalRefusals.OutOfRange(path, rate, new("大于 0、不超过 2 的折现率", "a discount rate above 0 and at most 2"));
}
