using Zhirong.Engine.Appraisal.Income;
using Zhirong.Engine.Appraisal.Simulation;

namespace Zhirong.Engine.Appraisal.Groups;

/// <summary>How often the simulated value fell between equal steps.</summary>
/// <param name="Edges">Yuan; one more than the counts.</param>
/// <param name="Counts">Draws between each two edges.</param>
/// <param name="Outside">Draws beyond the ends.</param>
public sealed record ValueDistribution(IReadOnlyList<double> Edges, IReadOnlyList<int> Counts, int Outside)
{
    private const int Steps = 32;

    /// <summary>The draws of the appraisal's own simulation, drawn again from its seed; null when it has none.</summary>
    public static ValueDistribution? Of(GroupValue value)
    {
        if (value.Case.Simulation is not { } asked || value.Simulated is not { } simulated || simulated.High <= simulated.Low
            || value.Case.Methods.OfType<IncomeCase>().FirstOrDefault(m => m.Id == asked.Method) is not { } income
            || value.Methods.FirstOrDefault(m => m.Id == asked.Method) is not { } method)
        {
            return null;
        }

        // Nine draws of ten lie between P5 and P95; the tails take a third of that on the left, a half on the right.
        var span = simulated.High - simulated.Low;
        var (from, to) = (simulated.Low - (span / 3), simulated.High + (span / 2));
        var edges = Enumerable.Range(0, Steps + 1).Select(i => from + ((to - from) * i / Steps)).ToArray();
        var simulation = new IncomeSimulation(asked.Paths);
        simulation.Run(UncertainIncome.Of(income, method, asked), asked.Seed);
        var counts = simulation.Counts(edges);
        return new(edges, counts, simulation.Paths - counts.Sum());
    }
}
