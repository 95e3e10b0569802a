using Zhirong.Engine.Waterfall.Resolve;

namespace Zhirong.Engine.Waterfall.Run;

/// <summary>All that changes while a deal runs, in one array of fen so that a date can be tried and taken back.</summary>
internal sealed class MachineState
{
    private readonly long[] values;
    private readonly long[] saved;
    private readonly int tranches;
    private readonly int fees;
    private readonly int supports;
    private readonly int accounts;

    public MachineState(ResolvedDeal deal)
    {
        tranches = deal.Tranches.Length;
        fees = deal.Fees.Length;
        supports = deal.Supports.Length;
        accounts = deal.Accounts.Length;
        values = new long[(3 * tranches) + fees + (2 * supports) + (2 * accounts)];
        saved = new long[values.Length];
    }

    public Span<long> Balance => values.AsSpan(0, tranches);

    /// <summary>Interest due and unpaid; between dates what is left from earlier ones.</summary>
    public Span<long> Interest => values.AsSpan(tranches, tranches);

    /// <summary>Scheduled principal due and unpaid.</summary>
    public Span<long> Principal => values.AsSpan(2 * tranches, tranches);

    /// <summary>Fees due and unpaid.</summary>
    public Span<long> Fee => values.AsSpan(3 * tranches, fees);

    /// <summary>A reserve's balance, a provider's claim.</summary>
    public Span<long> Support => values.AsSpan((3 * tranches) + fees, supports);

    /// <summary>All draws so far.</summary>
    public Span<long> Drawn => values.AsSpan((3 * tranches) + fees + supports, supports);

    public Span<long> Cash => values.AsSpan((3 * tranches) + fees + (2 * supports), accounts);

    /// <summary>Held back in each account until the date is over: what a part payment on units could not use.</summary>
    public Span<long> Held => values.AsSpan((3 * tranches) + fees + (2 * supports) + accounts, accounts);

    /// <summary>Everything in the accounts, held back or not.</summary>
    public long TotalCash
    {
        get
        {
            var total = 0L;
            foreach (var amount in values.AsSpan((3 * tranches) + fees + (2 * supports)))
            {
                total += amount;
            }

            return total;
        }
    }

    /// <summary><see cref="Support"/> as saved.</summary>
    public ReadOnlySpan<long> SavedSupport => saved.AsSpan((3 * tranches) + fees, supports);

    /// <summary><see cref="Drawn"/> as saved.</summary>
    public ReadOnlySpan<long> SavedDrawn => saved.AsSpan((3 * tranches) + fees + supports, supports);

    public void Clear() => Array.Clear(values);

    public void Save() => values.CopyTo(saved, 0);

    public void Restore() => saved.CopyTo(values, 0);
}
