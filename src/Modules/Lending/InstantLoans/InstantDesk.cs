using Zhirong.Modules.Lending.Loans;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.InstantLoans;

/// <summary>What the use cases of mandates and instant loans work with.</summary>
internal sealed class InstantDesk(Origination origination, LoanDesk loans)
{
    public Origination Origination => origination;

    public LoanDesk Loans => loans;

    public LendingDesk Lending => loans.Lending;

    public Store Store => loans.Store;

    public TimeProvider Clock => loans.Clock;

    public MandateShelf Texts { get; } = new();

    /// <summary>The day in China.</summary>
    public DateOnly Today => loans.Today;

    public Guid NewId() => loans.NewId();

    /// <summary>What decisions of a mandate share and stopping it takes alone.</summary>
    public static string Lock(Guid mandate) => $"mandate {mandate}";
}
