using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Reports;

/// <summary>试算平衡表 as it is to be written.</summary>
internal sealed record TrialBalance
{
    public required string BookCode { get; init; }

    public required string BookName { get; init; }

    public required DateOnly BusinessDate { get; init; }

    /// <summary>Entries effective by this day only; null for all.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>Entries recorded by this instant only; null for all.</summary>
    public DateTimeOffset? Recorded { get; init; }

    /// <summary>In the order to be shown.</summary>
    public required IReadOnlyList<TrialBalanceRow> Rows { get; init; }

    /// <summary>Holds are known as they are now, not as they were.</summary>
    public bool ShowsHolds => Effective is null && Recorded is null;
}

/// <param name="Debit">Fen posted on the debit side.</param>
/// <param name="Credit">Fen posted on the credit side.</param>
/// <param name="PendingDebit">Fen held on the debit side.</param>
/// <param name="PendingCredit">Fen held on the credit side.</param>
internal sealed record TrialBalanceRow(string Code, Words Name, AccountClass Class, Side Normal, long Debit, long Credit, long PendingDebit = 0, long PendingCredit = 0)
{
    public long Balance => Normal == Side.Debit ? Debit - Credit : Credit - Debit;

    /// <summary>The balance less what is held against it.</summary>
    public long Available => Balance - (Normal == Side.Debit ? PendingCredit : PendingDebit);
}
