using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Excel.Cells;

/// <summary>Collects findings; past a number a person would read they are only counted.</summary>
internal sealed class Findings
{
    private const int MostErrors = 200;
    private const int MostTold = 100;
    private readonly List<Refusal> found = [];
    private int told;

    /// <summary>How many errors there are, those no longer listed included.</summary>
    public int Errors { get; private set; }

    public IReadOnlyList<Refusal> List => found;

    public void Add(Refusal refusal)
    {
        var error = refusal.Severity == Severity.Error;
        Errors += error ? 1 : 0;
        told += error ? 0 : 1;
        if (error ? Errors <= MostErrors : told <= MostTold)
        {
            found.Add(refusal);
        }
    }
}
