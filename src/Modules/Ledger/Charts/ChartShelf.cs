using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Charts;

/// <summary>The charts an installation offers, one for each kind of book.</summary>
public sealed class ChartShelf(IReadOnlyList<Chart> charts)
{
    public IReadOnlyList<Chart> All { get; } = charts;

    /// <summary>Null when there is none for the kind.</summary>
    public Chart? Of(string kind) => All.FirstOrDefault(c => c.Kind.Word() == kind);
}
