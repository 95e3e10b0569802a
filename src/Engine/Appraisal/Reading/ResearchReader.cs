using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Options;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Engine.Appraisal.Reading;

/// <summary>Reads a research option.</summary>
internal static class ResearchReader
{
    private const decimal Most = 1_000_000_000_000m;

    public static ResearchCase Read(string id, FieldReader reader, List<Refusal> refusals)
    {
        var figures = new List<Figure>();
        double Get(string key, decimal min, decimal max)
        {
            figures.Add(FactFields.Needed(reader, key, refusals, min, max));
            return (double)figures[^1].Value;
        }

        var project = new ResearchProject
        {
            CashFlow = Get("cash_flow", 0.01m, Most),
            Drift = Get("drift", -1, 1),
            RiskPremium = Get("risk_premium", 0, 1),
            CashVolatility = Get("cash_volatility", 0, 3),
            TerminalMultiple = Get("terminal_multiple", 0, 100),
            Investment = Get("investment_a_year", 0.01m, Most),
            Cost = Get("cost", 0.01m, Most),
            CostVolatility = Get("cost_volatility", 0, 1.4m),
            FailureRate = Get("failure_rate", 0, 5),
            Correlation = Get("correlation", -1, 1),
            Rate = Get("rate", 0, 1),
            Years = Get("years", 0.25m, 50),
        };
        return new()
        {
            Id = id,
            Project = project,
            Figures = figures,
            Paths = reader.Whole("paths", 1000, 100_000) ?? 20_000,
            StepsPerYear = reader.Whole("steps_per_year", 1, 12) ?? 4,
            Seed = (ulong)(reader.Whole("seed", 0, int.MaxValue) ?? 1),
        };
    }
}
