using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Tests.Waterfall.Reference;

/// <summary>Everything a deal remembers, by name, in yuan; a date is tried on a copy.</summary>
internal sealed class ReferenceState
{
    public Dictionary<string, decimal> Balance { get; private init; } = [];

    public Dictionary<string, decimal> Interest { get; private init; } = [];

    public Dictionary<string, decimal> Principal { get; private init; } = [];

    public Dictionary<string, decimal> Fee { get; private init; } = [];

    /// <summary>What lies in a reserve, what a provider may claim back.</summary>
    public Dictionary<string, decimal> Support { get; private init; } = [];

    public Dictionary<string, decimal> Drawn { get; private init; } = [];

    public Dictionary<string, decimal> Cash { get; private init; } = [];

    public static ReferenceState Opening(DealDefinition deal) => new()
    {
        Balance = deal.Tranches.ToDictionary(t => t.Id, t => t.Size.Yuan),
        Interest = deal.Tranches.ToDictionary(t => t.Id, _ => 0m),
        Principal = deal.Tranches.ToDictionary(t => t.Id, _ => 0m),
        Fee = deal.Fees.ToDictionary(f => f.Id, _ => 0m),
        Support = deal.Supports.ToDictionary(s => s.Id, s => s.Kind == SupportKind.CashReserve ? s.Initial.Yuan : 0m),
        Drawn = deal.Supports.ToDictionary(s => s.Id, _ => 0m),
        Cash = deal.Accounts.Count == 0 ? new() { ["cash"] = 0m } : deal.Accounts.ToDictionary(a => a.Id, _ => 0m),
    };

    public ReferenceState Copy() => new()
    {
        Balance = new(Balance),
        Interest = new(Interest),
        Principal = new(Principal),
        Fee = new(Fee),
        Support = new(Support),
        Drawn = new(Drawn),
        Cash = new(Cash),
    };
}

/// <summary>One payment date as the reference sees it.</summary>
internal sealed class ReferenceDate
{
    public OrderMode Mode { get; set; }

    public bool Failed { get; set; }

    public required ReferenceState After { get; set; }

    public Dictionary<string, decimal> Paid { get; } = [];

    public Dictionary<string, decimal> Unpaid { get; } = [];

    public Dictionary<string, decimal> Drawn { get; } = [];

    public decimal WrittenOff { get; set; }
}
