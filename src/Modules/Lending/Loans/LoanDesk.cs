using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Payments;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Loans;

/// <summary>What the use cases of facilities and loans work with.</summary>
internal sealed class LoanDesk(LendingDesk lending, LoanLaw law, LedgerBooks books, PayoutDoor payouts)
{
    public LendingDesk Lending => lending;

    public Store Store => lending.Store;

    public LoanLaw Law => law;

    public LedgerBooks Books => books;

    public PayoutDoor Payouts => payouts;

    public BusinessCalendar Calendar => lending.Calendar;

    public TimeProvider Clock => lending.Clock;

    /// <summary>The day in China.</summary>
    public DateOnly Today => lending.Today;

    /// <summary>Set by tests that show what would be drawn without the guard of the line.</summary>
    internal bool Unguarded { get; set; }

    public Guid NewId() => lending.NewId();
}
