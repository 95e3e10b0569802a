namespace Zhirong.Engine.Waterfall.Batch;

/// <summary>
/// The changing figures of a block of scenarios side by side: one row of lanes for each figure, the saved part in front so
/// that a date can be tried and taken back.
/// </summary>
internal sealed unsafe class BatchLanes
{
    private readonly AlignedRows memory;
    private readonly int savedRows;
    private int rows;

    public BatchLanes(BatchPlan plan)
    {
        var tranches = plan.Tranches;
        (BalanceRow, InterestRow, PrincipalRow) = (Rows(tranches), Rows(tranches), Rows(tranches));
        (PaidInterestRow, LifeRow, ResidualRow) = (Rows(tranches), Rows(tranches), Rows(tranches));
        FeeRow = Rows(plan.Fees);
        (SupportRow, DrawnRow) = (Rows(plan.Supports), Rows(plan.Supports));
        CashRow = Rows(1);
        TrappedRow = Rows(1);
        savedRows = rows;
        SavedRow = Rows(savedRows);
        (CollectedInterestRow, CollectedPrincipalRow, CollectedDiscountRow, RecoveryRow) = (Rows(1), Rows(1), Rows(1), Rows(1));
        (PoolRow, PoolOpeningRow, CountRow, DefaultedRow, FailedRow) = (Rows(1), Rows(1), Rows(1), Rows(1), Rows(1));
        (TodayRow, RoomRow) = (Rows(plan.Supports), Rows(plan.Supports));
        ModeRow = Rows(1);
        MaskRow = Rows(1);
        StepMaskRow = Rows(1);
        FailedTodayRow = Rows(1);
        OpeningBalanceRow = Rows(tranches);
        var widest = plan.Deal.Orders.SelectMany(o => o).Select(o => o.Group).DefaultIfEmpty(1).Max();
        (LackRow, DrawnLineRow) = (Rows(widest), Rows(widest));
        memory = new(rows);
    }

    public int BalanceRow { get; }

    public int InterestRow { get; }

    public int PrincipalRow { get; }

    public int PaidInterestRow { get; }

    public int LifeRow { get; }

    public int ResidualRow { get; }

    public int FeeRow { get; }

    public int SupportRow { get; }

    public int DrawnRow { get; }

    public int CashRow { get; }

    /// <summary>All bits set where the order was stopped by trap_cash.</summary>
    public int TrappedRow { get; }

    public int SavedRow { get; }

    public int CollectedInterestRow { get; }

    public int CollectedPrincipalRow { get; }

    public int CollectedDiscountRow { get; }

    public int RecoveryRow { get; }

    public int PoolRow { get; }

    public int PoolOpeningRow { get; }

    public int CountRow { get; }

    public int DefaultedRow { get; }

    /// <summary>Lanes in which a provider fell short on this date or earlier, as bits.</summary>
    public int FailedRow { get; }

    public int TodayRow { get; }

    /// <summary>What each support may still give on this date.</summary>
    public int RoomRow { get; }

    /// <summary>The mode of each lane as a number.</summary>
    public int ModeRow { get; }

    /// <summary>Lanes an order runs for, as bits.</summary>
    public int MaskRow { get; }

    /// <summary>Lanes in which the current step's condition holds.</summary>
    public int StepMaskRow { get; }

    /// <summary>Lanes in which a provider fell short on this date, as bits.</summary>
    public int FailedTodayRow { get; }

    public int OpeningBalanceRow { get; }

    /// <summary>What each member of a pari passu group lacks in cash.</summary>
    public int LackRow { get; }

    /// <summary>What each member of a pari passu group has drawn.</summary>
    public int DrawnLineRow { get; }

    public double* Row(int row) => memory.Row(row);

    public void Fill(int row, double value) => memory.Fill(row, value);

    public void Clear() => memory.Clear();

    public void Save() => memory.Rows(0, savedRows).CopyTo(memory.Rows(SavedRow, savedRows));

    public void Restore() => memory.Rows(SavedRow, savedRows).CopyTo(memory.Rows(0, savedRows));

    private int Rows(int count)
    {
        var first = rows;
        rows += count;
        return first;
    }
}
