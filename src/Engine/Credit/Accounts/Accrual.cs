using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Credit.Accounts;

/// <summary>Interest that runs up day by day: exact inside, posted in whole fen so that the days always sum to the rounded whole.</summary>
/// <param name="Exact">Fen times rates and parts, over a denominator the owner knows.</param>
/// <param name="Posted">Fen posted so far.</param>
internal readonly record struct Accrual(Int128 Exact, long Posted)
{
    /// <summary>Adds a day; tells what it adds to the fen posted.</summary>
    public (Accrual Next, long Delta) Add(Int128 part, Int128 denominator, RoundingMode mode)
    {
        var exact = checked(Exact + part);
        var total = Rounded(exact, denominator, mode);
        return (new(exact, total), total - Posted);
    }

    public static long Rounded(Int128 exact, Int128 denominator, RoundingMode mode)
    {
        var (quotient, rest) = Int128.DivRem(exact, denominator);
        var twice = rest * 2;
        var up = twice > denominator || (twice == denominator && (mode == RoundingMode.HalfUp || !Int128.IsEvenInteger(quotient)));
        return checked((long)quotient + (up ? 1 : 0));
    }
}

/// <summary>What fell due and is not wholly paid.</summary>
/// <param name="Number">The instalment.</param>
/// <param name="DueOn">The day it was to be paid.</param>
/// <param name="Principal">Fen unpaid.</param>
/// <param name="Interest">Fen unpaid.</param>
/// <param name="Overdue">Whether its principal stands among the overdue.</param>
internal readonly record struct LoanDue(int Number, DateOnly DueOn, long Principal, long Interest, bool Overdue)
{
    public bool IsPaid => Principal == 0 && Interest == 0;
}
