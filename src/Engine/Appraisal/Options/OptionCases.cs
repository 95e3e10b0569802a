using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Appraisal.Options;

/// <summary>How a real option is computed.</summary>
public enum OptionModel
{
    BlackScholes,
    Binomial,
    Simulation,
}

/// <summary>M6: the right to make an investment, or to give a project up.</summary>
public sealed record RealOptionCase : IMethodCase
{
    public required string Id { get; init; }

    public required OptionModel Model { get; init; }

    /// <summary>Call: to invest; put: to abandon for a residual value.</summary>
    public required OptionSide Side { get; init; }

    /// <summary>S, present value of the project's income in yuan.</summary>
    public required Figure Worth { get; init; }

    /// <summary>K, the investment or the residual value in yuan.</summary>
    public required Figure Investment { get; init; }

    public required Figure Years { get; init; }

    /// <summary>Risk-free rate, continuous.</summary>
    public required Figure Rate { get; init; }

    public required Figure Volatility { get; init; }

    /// <summary>q; null takes the cost of delay, 1 ÷ years left: each year of waiting loses a year of protection.</summary>
    public Figure? Yield { get; init; }

    /// <summary>Binomial: steps. Simulation: dates.</summary>
    public int Steps { get; init; } = 500;

    public int Paths { get; init; } = 100_000;

    public ulong Seed { get; init; } = 1;

    public Method Method => Method.RealOption;

    public IReadOnlyList<QualityUse> QualityUses => [];

    public static IReadOnlyList<string> ModelWords { get; } = ["black_scholes", "binomial", "simulation"];

    public Result<MethodValue> Value(AppraisalTerms terms)
    {
        foreach (var figure in new[] { Worth, Investment, Years, Volatility })
        {
            if (figure.Value <= 0)
            {
                return AppraisalRefusals.OutOfRange(figure.Name, figure.Value, new("大于 0", "above 0"));
            }
        }

        if ((double)Volatility.Value * Math.Sqrt((double)Years.Value) > 20 || Years.Value > 100 || Math.Abs(Rate.Value) > 1)
        {
            return AppraisalRefusals.OutOfRange(Volatility.Name, Volatility.Value, new("波动率 × √年数不超过 20、年数不超过 100、利率不超过 1", "volatility × √years at most 20, years at most 100, rate at most 1"));
        }

        var yield = Yield?.Value ?? 1 / Years.Value;
        var terms1 = new OptionTerms(Side, (double)Worth.Value, (double)Investment.Value, (double)Rate.Value, (double)yield, (double)Volatility.Value, (double)Years.Value);
        var black = BlackScholes.Of(terms1);
        var steps = new List<Step>
        {
            new(new("延迟成本 q", "cost of delay q"), Yield is null ? $"1 ÷ {Figure.Text(Years.Value)}" : Figure.Text(yield), yield),
            new(Words.Same("d1"), "(ln(S/K) + (r − q + σ²/2)·T) ÷ (σ√T)", Rounded(black.D1)),
            new(Words.Same("d2"), "d1 − σ√T", Rounded(black.D2)),
            new(new("欧式（BSM）", "European (BSM)"), "S·e^(−qT)·N(d1) − K·e^(−rT)·N(d2)", Rounded(black.Estimate)),
        };
        var estimate = Estimate(terms1, black, steps);
        if (estimate is not { } value || !double.IsFinite(value))
        {
            return AppraisalRefusals.NotANumber($"{Worth.Name}");
        }

        var now = Side == OptionSide.Call ? Worth.Value - Investment.Value : Investment.Value - Worth.Value;
        steps.Add(new(new("立即行权的净现值", "net present value of acting now"), "S − K", now));
        steps.Add(new(new("等待的价值", "value of waiting"), "option − NPV", Rounded(value) - now));
        return MethodValue.Of(Id, Method, terms, Rounded(value), [Worth.Shown, Investment.Shown, Years.Shown, Rate.Shown, Volatility.Shown, .. Yield is null ? [] : new[] { Yield.Shown }]) with { Steps = steps };
    }

    private double? Estimate(OptionTerms option, BlackScholesValue black, List<Step> steps)
    {
        switch (Model)
        {
            case OptionModel.Binomial:
                var tree = new BinomialTree().Estimate(option, Steps, ExerciseStyle.American);
                steps.Add(new(new($"美式二叉树（{Steps} 步）", $"American tree, {Steps} steps"), "CRR", Rounded(tree ?? 0)));
                return tree;
            case OptionModel.Simulation:
                var simulated = new LongstaffSchwartz().Of(option, Paths, Steps, Seed);
                steps.Add(new(new($"最小二乘蒙特卡洛（{Paths} 条路径，{Steps} 个行权日，种子 {Seed}）", $"Longstaff-Schwartz, {Paths} paths, {Steps} dates, seed {Seed}"), "LSM", Rounded(simulated.Estimate)));
                steps.Add(new(new("标准误", "standard error"), "s.e.", Rounded(simulated.StandardError)));
                return simulated.Estimate;
            default:
                return black.Estimate;
        }
    }

    internal static decimal Rounded(double estimate) => double.IsFinite(estimate) && Math.Abs(estimate) < 1e15 ? Rounding.Decimals((decimal)estimate, 8) : 0;
}

/// <summary>M7: a research project with the right to abandon it.</summary>
public sealed record ResearchCase : IMethodCase
{
    public required string Id { get; init; }

    public required ResearchProject Project { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public int Paths { get; init; } = 20_000;

    public int StepsPerYear { get; init; } = 4;

    public ulong Seed { get; init; } = 1;

    public Method Method => Method.ResearchOption;

    public IReadOnlyList<QualityUse> QualityUses => [];

    public Result<MethodValue> Value(AppraisalTerms terms)
    {
        var (plain, option) = (Project.Simulate(Paths, StepsPerYear, Seed, false), Project.Simulate(Paths, StepsPerYear, Seed, true));
        if (!double.IsFinite(option.Estimate) || Math.Abs(option.Estimate) > 1e15)
        {
            return AppraisalRefusals.NotANumber(Figures[0].Name);
        }

        return MethodValue.Of(Id, Method, terms, RealOptionCase.Rounded(option.Estimate), [.. Figures.Select(f => f.Shown)]) with
        {
            Steps =
            [
                new(new("无不确定性的净现值", "net present value without uncertainty"), "closed form", RealOptionCase.Rounded(Project.WithoutUncertainty())),
                new(new("不可放弃的价值", "value without the right to abandon"), $"{Paths} paths, seed {Seed}", RealOptionCase.Rounded(plain.Estimate)),
                new(new("可放弃的价值", "value with the right to abandon"), $"{Paths} paths, seed {Seed}", RealOptionCase.Rounded(option.Estimate)),
                new(new("标准误", "standard error"), "s.e.", RealOptionCase.Rounded(option.StandardError)),
            ],
        };
    }
}
