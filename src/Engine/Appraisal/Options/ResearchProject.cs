using Zhirong.Engine.Appraisal.Simulation;

namespace Zhirong.Engine.Appraisal.Options;

/// <summary>
/// A research project after Schwartz (2004): it costs <see cref="Investment"/> a year until an uncertain remaining cost is
/// spent, may fail altogether meanwhile, then earns an uncertain cash flow until the patent ends. Money in any one unit.
/// </summary>
public sealed record ResearchProject
{
    /// <summary>C₀, yearly net cash flow were it there today.</summary>
    public required double CashFlow { get; init; }

    /// <summary>α, its drift a year.</summary>
    public required double Drift { get; init; }

    /// <summary>η, its risk premium.</summary>
    public required double RiskPremium { get; init; }

    /// <summary>φ, its volatility.</summary>
    public required double CashVolatility { get; init; }

    /// <summary>M: at the end the project is worth M times the cash flow of a year.</summary>
    public required double TerminalMultiple { get; init; }

    /// <summary>I, the most that can be invested in a year.</summary>
    public required double Investment { get; init; }

    /// <summary>K₀, expected cost to completion.</summary>
    public required double Cost { get; init; }

    /// <summary>σ of the cost.</summary>
    public required double CostVolatility { get; init; }

    /// <summary>λ, chance a year that the project fails before it is completed (as a rate).</summary>
    public required double FailureRate { get; init; }

    /// <summary>ρ between cost and cash flow.</summary>
    public required double Correlation { get; init; }

    /// <summary>r, continuous.</summary>
    public required double Rate { get; init; }

    /// <summary>T, years until the patent ends.</summary>
    public required double Years { get; init; }

    /// <summary>Value at completion of each unit of cash flow then, with so many years left.</summary>
    internal double Earned(double yearsLeft)
    {
        var a = Rate - (Drift - RiskPremium);
        var held = Math.Exp(-a * yearsLeft);
        return (Math.Abs(a) < 1e-12 ? yearsLeft : (1 - held) / a) + (TerminalMultiple * held);
    }

    /// <summary>What it is worth if nothing were uncertain but failure: a closed form.</summary>
    public double WithoutUncertainty()
    {
        var completion = Cost / Investment;
        var discount = Rate + FailureRate;
        var spent = Investment * (Math.Abs(discount) < 1e-12 ? Math.Min(completion, Years) : (1 - Math.Exp(-discount * Math.Min(completion, Years))) / discount);
        return completion >= Years ? -spent
            : (CashFlow * Math.Exp((Drift - RiskPremium) * completion) * Earned(Years - completion) * Math.Exp(-discount * completion)) - spent;
    }

    /// <summary>√variance of the total cost: K₀·√(σ² ÷ (2 − σ²)).</summary>
    public double CostDeviation => Cost * Math.Sqrt(CostVolatility * CostVolatility / (2 - (CostVolatility * CostVolatility)));

    /// <summary>Simulates the project, with the right to abandon it at every step or without.</summary>
    /// <param name="paths">Rounded down to a multiple of 16.</param>
    /// <param name="stepsPerYear">4 in the paper's setting.</param>
    /// <param name="seed">The same seed gives the same value.</param>
    /// <param name="mayAbandon">Whether going on is decided by regression at every step.</param>
    public SimulatedOption Simulate(int paths, int stepsPerYear, ulong seed, bool mayAbandon) =>
        new ResearchPaths(this, Math.Max(1, paths / 16) * 16, stepsPerYear, seed).Value(mayAbandon);
}

/// <summary>The paths of a research project, kept whole because the decision runs backward.</summary>
/// <remarks>
/// Plain steps, as in the paper: a step's investment is paid at its start, a project that spends its last cost within a step is
/// completed at its end. Finer steps come nearer to continuous time.
/// </remarks>
internal sealed class ResearchPaths
{
    private const int Terms = 6;
    private readonly ResearchProject project;
    private readonly int paths;
    private readonly int steps;
    private readonly double dt;
    private readonly float[] costs;
    private readonly float[] flows;

    // Step at whose end a path completes; steps for one that never does.
    private readonly int[] completed;

    public ResearchPaths(ResearchProject project, int paths, int stepsPerYear, ulong seed)
    {
        (this.project, this.paths) = (project, paths);
        steps = (int)Math.Ceiling(project.Years * stepsPerYear);
        dt = project.Years / steps;
        (costs, flows) = (new float[steps * paths], new float[(steps + 1) * paths]);
        completed = new int[paths];
        Array.Fill(completed, steps);
        Walk(new(seed));
    }

    private void Walk(Draws draws)
    {
        var (p, root) = (project, Math.Sqrt(dt));
        var drift = (p.Drift - p.RiskPremium - (p.CashVolatility * p.CashVolatility / 2)) * dt;
        var other = Math.Sqrt(1 - (p.Correlation * p.Correlation));
        for (var block = 0; block < paths; block += 16)
        {
            var (k, c) = (new double[16], new double[16]);
            Array.Fill(k, p.Cost);
            Array.Fill(c, p.CashFlow);
            for (var t = 0; t < steps; t++)
            {
                var (zs, ys) = (draws.Normals(), draws.Normals());
                for (var lane = 0; lane < 16; lane++)
                {
                    var (z, y) = ((double)zs[lane], (double)ys[lane]);
                    var i = block + lane;
                    (costs[(t * paths) + i], flows[(t * paths) + i]) = ((float)k[lane], (float)c[lane]);
                    if (k[lane] > 0)
                    {
                        var next = k[lane] - (p.Investment * dt) + (p.CostVolatility * Math.Sqrt(p.Investment * k[lane]) * root * z);
                        completed[i] = next <= 0 ? t : completed[i];
                        k[lane] = Math.Max(0, next);
                    }

                    c[lane] *= Math.Exp(drift + (p.CashVolatility * root * ((p.Correlation * z) + (other * y))));
                    flows[((t + 1) * paths) + i] = (float)c[lane];
                }
            }
        }
    }

    public SimulatedOption Value(bool mayAbandon)
    {
        var (p, value) = (project, new double[paths]);
        var (kill, spend) = (Math.Exp(-(p.Rate + p.FailureRate) * dt), p.Investment * dt);
        var sums = new double[Terms * (Terms + 1)];
        var (rule, terms) = (new double[Terms], new double[Terms]);
        for (var t = steps - 1; t >= 0; t--)
        {
            Array.Clear(sums);
            for (var i = 0; i < paths; i++)
            {
                if (t > completed[i])
                {
                    continue;
                }

                value[i] = ((t == completed[i] ? Earned(t + 1, i) : value[i]) * kill) - spend;
                if (mayAbandon && t > 0)
                {
                    Basis(terms, t, i);
                    NormalEquations.Add(sums, Terms, terms, value[i]);
                }
            }

            if (mayAbandon && t > 0 && NormalEquations.Solve(sums, Terms, rule))
            {
                Abandon(t, value, rule, terms);
            }
        }

        var mean = value.Average();
        var error = Math.Sqrt(value.Sum(v => (v - mean) * (v - mean)) / paths / paths);
        return new(mayAbandon ? Math.Max(0, mean) : mean, error);
    }

    private void Abandon(int t, double[] value, double[] rule, double[] terms)
    {
        for (var i = 0; i < paths; i++)
        {
            if (t > completed[i])
            {
                continue;
            }

            Basis(terms, t, i);
            var goOn = 0.0;
            for (var q = 0; q < Terms; q++)
            {
                goOn += terms[q] * rule[q];
            }

            value[i] = goOn < 0 ? 0 : value[i];
        }
    }

    private double Earned(int t, int i) => flows[(t * paths) + i] * project.Earned(project.Years - (t * dt));

    private void Basis(double[] terms, int t, int i)
    {
        var (k, c) = (costs[(t * paths) + i] / project.Cost, flows[(t * paths) + i] / project.CashFlow);
        (terms[0], terms[1], terms[2], terms[3], terms[4], terms[5]) = (1, k, k * k, c, c * c, k * c);
    }
}
