using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Charts;

/// <summary>会计科目表: the accounts a book of one kind is opened with (<c>zhirong/chart/v1</c>).</summary>
public sealed record Chart
{
    public required BookKind Kind { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Rises with every change of the file; a book keeps the accounts it was opened with.</summary>
    public required int Version { get; init; }

    /// <summary>The day the version was written down.</summary>
    public required DateOnly Dated { get; init; }

    /// <summary>The text codes and names follow.</summary>
    public required Words Source { get; init; }

    /// <summary>How sure the source is, as written: <c>recalled, unverified</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>In the order written; codes are unique.</summary>
    public required IReadOnlyList<ChartAccount> Accounts { get; init; }

    public Words Name => new(Zh, En);

    /// <summary>The account with a code; null when the chart has none.</summary>
    public ChartAccount? Find(string code) => Accounts.FirstOrDefault(a => a.Code == code);
}
