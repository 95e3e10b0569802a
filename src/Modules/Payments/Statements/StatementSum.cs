using System.Globalization;
using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>Adds up one statement while its lines pass by, and says where it breaks; needs a few megabytes however long it is.</summary>
/// <remarks>Bank exports run from the oldest line to the newest or the other way round: running balances may follow in either order.</remarks>
internal sealed class StatementSum
{
    /// <summary>Most faults of one kind that are told.</summary>
    private const int MostTold = 20;

    /// <summary>How many lines are remembered to find them again.</summary>
    private const int MostRemembered = 500_000;

    private readonly HashSet<ulong> seen = [];
    private readonly Dictionary<string, int> told = [];
    private readonly List<Refusal> faults = [];
    private Money sum = Money.Zero;
    private Money credits = Money.Zero;
    private Money debits = Money.Zero;
    private int creditCount;
    private int debitCount;
    private StatementLine? first;
    private StatementLine? last;
    private Refusal? upBreak;
    private Refusal? downBreak;
    private bool everyLineHasBalance = true;
    private bool everyCountBooked = true;

    public void Line(StatementLine line)
    {
        var print = Print(line);
        if (seen.Count < MostRemembered ? !seen.Add(print) : seen.Contains(print))
        {
            Fault(StatementFaults.Twice(line.Place, line.Number, line.Reference ?? line.EndToEndId ?? $"{line.Amount}"));
        }

        if (line.Status != LineStatus.Booked)
        {
            return;
        }

        sum += line.Amount;
        if (last?.BalanceAfter is { } before && line.BalanceAfter is { } after)
        {
            upBreak ??= before + line.Amount == after ? null : StatementFaults.Running(line.Place, line.Number, before + line.Amount, after);
            downBreak ??= before - last.Amount == after ? null : StatementFaults.Running(line.Place, line.Number, before - last.Amount, after);
        }

        everyLineHasBalance &= line.BalanceAfter is not null;
        first ??= line;
        last = line;
    }

    /// <summary>Counts one entry for the totals; an entry may have become several lines.</summary>
    /// <param name="credit">The side it stands on: a figure in red stands on the side it takes away from.</param>
    public void Count(Money amount, bool credit, LineStatus status)
    {
        everyCountBooked &= status == LineStatus.Booked;
        if (credit)
        {
            (credits, creditCount) = (credits + amount, creditCount + 1);
        }
        else
        {
            (debits, debitCount) = (debits - amount, debitCount + 1);
        }
    }

    public void Fault(Refusal fault)
    {
        told[fault.Code] = told.GetValueOrDefault(fault.Code) + 1;
        if (told[fault.Code] <= MostTold)
        {
            faults.Add(fault);
        }
    }

    /// <summary>The statement's foot with balances completed and every fault.</summary>
    public BankStatement Close(BankStatement head, StatedTotals totals)
    {
        var (opening, closing) = (head.Opening, head.Closing);
        if (first is not null && last is not null && everyLineHasBalance)
        {
            var newestFirst = NewestFirst(opening, closing);
            var (oldest, newest) = newestFirst ? (last, first) : (first, last);
            if ((newestFirst ? downBreak : upBreak) is { } broken)
            {
                Fault(broken);
            }

            CheckEnd(opening, oldest.BalanceAfter!.Value - oldest.Amount, oldest);
            opening ??= oldest.BalanceAfter!.Value - oldest.Amount;
            closing ??= newest.BalanceAfter;
        }
        else if (upBreak is not null && downBreak is not null)
        {
            Fault(upBreak);
        }

        if (opening is { } from && closing is { } to)
        {
            if (from + sum != to)
            {
                Fault(StatementFaults.Sum(head.Account, from, sum, to));
            }
        }
        else
        {
            Fault(StatementFaults.NoBalances(head.Account));
        }

        // Whether totals count what is not booked, banks do not agree on.
        if (everyCountBooked)
        {
            Check(head.Account, totals);
        }

        return head with { Lines = [], Opening = opening, Closing = closing, Faults = [.. head.Faults, .. faults] };
    }

    private void CheckEnd(Money? stated, Money computed, StatementLine oldest)
    {
        if (stated is { } opening && opening != computed)
        {
            Fault(StatementFaults.Running(oldest.Place, oldest.Number, opening + oldest.Amount, oldest.BalanceAfter!.Value));
        }
    }

    /// <summary>The order in which the running balances follow; where both break or both hold, the balances stated and then the dates decide.</summary>
    private bool NewestFirst(Money? opening, Money? closing) => (upBreak, downBreak) switch
    {
        (null, not null) => false,
        (not null, null) => true,
        _ when closing is { } to && first!.BalanceAfter == to && last!.BalanceAfter != to => true,
        _ when opening is { } from && last!.BalanceAfter - last.Amount == from && first!.BalanceAfter - first.Amount != from => true,
        _ => first!.Date > last!.Date,
    };

    private void Check(string where, StatedTotals totals)
    {
        Compare(totals.Count, creditCount + debitCount, new("总笔数", "number of lines"));
        Compare(totals.CreditCount, creditCount, new("贷方笔数", "number of credits"));
        Compare(totals.DebitCount, debitCount, new("借方笔数", "number of debits"));
        Compare(totals.Credits, credits, new("贷方合计", "sum of credits"));
        Compare(totals.Debits, debits, new("借方合计", "sum of debits"));
        Compare(totals.Sum, credits + debits, new("发生额合计", "sum of all lines"));

        void Compare<T>(T? stated, T counted, Words what)
            where T : struct, IEquatable<T>
        {
            if (stated is { } value && !value.Equals(counted))
            {
                Fault(StatementFaults.Totals(where, $"{value}", $"{counted}", what));
            }
        }
    }

    /// <summary>FNV-1a over everything a line says, its number and place aside.</summary>
    private static ulong Print(StatementLine line)
    {
        var hash = 14695981039346656037UL;
        foreach (var text in (ReadOnlySpan<string?>)[line.Reference, line.EndToEndId, line.LoanNo, line.CounterpartyAccount, line.CounterpartyName, line.Text,
            string.Create(CultureInfo.InvariantCulture, $"{line.Date.DayNumber} {line.Amount.Fen} {line.BalanceAfter?.Fen} {line.Status}")])
        {
            foreach (var rune in (text ?? "\u0001").AsSpan().EnumerateRunes())
            {
                hash = (hash ^ (uint)rune.Value) * 1099511628211UL;
            }

            hash = (hash ^ 0x1F) * 1099511628211UL;
        }

        return hash;
    }
}

/// <summary>Totals a statement states about itself; null: not stated.</summary>
internal sealed record StatedTotals
{
    public int? Count { get; init; }

    public int? CreditCount { get; init; }

    public int? DebitCount { get; init; }

    public Money? Credits { get; init; }

    public Money? Debits { get; init; }

    /// <summary>Credits and debits together, both counted above zero.</summary>
    public Money? Sum { get; init; }
}
