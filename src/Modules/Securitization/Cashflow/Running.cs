using static Zhirong.Modules.Securitization.Cashflow.Formula;

namespace Zhirong.Modules.Securitization.Cashflow;

/// <summary>An amount that rises and falls while a date is paid; asked at any moment it is one formula.</summary>
internal sealed class Running(Formula start)
{
    private readonly List<Formula> plus = [];
    private readonly List<Formula> minus = [];
    private Formula from = start;

    public Formula Now => Net(from, plus, minus);

    public void Add(Formula amount) => plus.Add(amount);

    public void Take(Formula amount) => minus.Add(amount);

    /// <summary>Goes on from a cell that holds the present amount.</summary>
    public void Restart(Formula cell)
    {
        from = cell;
        plus.Clear();
        minus.Clear();
    }
}

/// <summary>What changes while an order pays a date.</summary>
internal sealed class OrderState
{
    public required Running Cash { get; init; }

    public required IReadOnlyList<Running> Balance { get; init; }

    public required IReadOnlyList<Running> Interest { get; init; }

    /// <summary>Scheduled principal due and unpaid.</summary>
    public required IReadOnlyList<Running> Principal { get; init; }

    public required IReadOnlyList<Running> Fee { get; init; }

    /// <summary>Reserve balances and claims.</summary>
    public required IReadOnlyList<Running> Support { get; init; }

    /// <summary>What a support may still bring on the date; null where it brings nothing in this order.</summary>
    public required IReadOnlyList<Running?> Room { get; init; }

    /// <summary>Draws of the date by support.</summary>
    public required IReadOnlyList<List<Formula>> Draws { get; init; }

    public required Formula SupportFailed { get; init; }

    /// <summary>Conditions under which an earlier step kept all cash.</summary>
    public List<Formula> Trapped { get; } = [];

    /// <summary>Shortages of lines a provider had promised to pay.</summary>
    public List<Formula> Broken { get; } = [];
}

/// <summary>What an order would do on a date.</summary>
internal sealed record OrderOutcome
{
    /// <summary>By line: what was due and what was paid, over all its places.</summary>
    public Dictionary<string, Formula> Due { get; } = [];

    public Dictionary<string, List<Formula>> Paid { get; } = [];

    /// <summary>By support.</summary>
    public required IReadOnlyList<Formula> Drawn { get; init; }

    /// <summary>By tranche: scheduled principal left unpaid, and what was written off.</summary>
    public required IReadOnlyList<Formula> PrincipalLeft { get; init; }

    public required IReadOnlyList<List<Formula>> WrittenOff { get; init; }

    /// <summary>Cash left for the next date.</summary>
    public required Formula CashLeft { get; init; }

    /// <summary>1 when a provider fell short.</summary>
    public required Formula Failed { get; init; }

    public Formula PaidOf(string line) => Paid.TryGetValue(line, out var parts) ? Net(0, parts, []) : 0;
}
