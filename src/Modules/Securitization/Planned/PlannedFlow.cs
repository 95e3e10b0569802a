using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Securitization.Planned;

/// <summary>One amount a run expects to move in the plan's book, debit against credit.</summary>
internal sealed record PlannedFlow
{
    /// <summary>The closing date, or the rolled payment date of the period.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>One-based period; 0 for the closing.</summary>
    public required int Period { get; init; }

    /// <summary>Account code of the plan's chart, or one of <see cref="FlowPlan.Accounts"/>.</summary>
    public required string Debit { get; init; }

    public required string Credit { get; init; }

    /// <summary>Always above zero.</summary>
    public required long Fen { get; init; }

    /// <summary>What the run calls it: <c>A.interest</c>, <c>topup.repay</c>; else <c>collected.interest</c>, <c>drawn.topup</c>, <c>A.writtenOff</c>, <c>pool.loss</c>, <c>closing.A</c>.</summary>
    public required string Line { get; init; }

    public required Words Memo { get; init; }

    /// <summary>暂定: the date stands on a year without published holidays; nothing real may be paid by it.</summary>
    public bool Provisional { get; init; }
}

/// <summary>An account to be opened below one of the chart; it takes class, normal side and rule from there.</summary>
/// <param name="Code"><c>250201.A</c>.</param>
/// <param name="Parent">Code in the chart: <c>250201</c>.</param>
/// <param name="Name">What is added to the parent's name: the tranche's, fee's or support's.</param>
internal sealed record PlannedAccount(string Code, string Parent, Words Name);

/// <summary>All that a run expects to move, date by date, and the accounts it needs beyond the chart.</summary>
internal sealed record FlowPlan(IReadOnlyList<PlannedFlow> Flows, IReadOnlyList<PlannedAccount> Accounts);
