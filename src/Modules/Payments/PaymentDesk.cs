using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Payments;

/// <summary>What the room's use cases work with.</summary>
internal sealed class PaymentDesk(Store store, TimeProvider clock, BankDays days, IEnumerable<IChannel> channels, IAnswerReader answers, IStatementReader statements, IBalanceReader balances, LedgerBooks books, BookDoor ledger)
{
    public Store Store => store;

    public TimeProvider Clock => clock;

    /// <summary>银行工作日.</summary>
    public BusinessCalendar Calendar => days.Calendar;

    public IReadOnlyList<IChannel> Channels { get; } = [.. channels];

    public IAnswerReader Answers => answers;

    public IStatementReader Statements => statements;

    public IBalanceReader Balances => balances;

    public LedgerBooks Books => books;

    public BookDoor Ledger => ledger;

    /// <summary>The day in China.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public IChannel? Channel(string code) => Channels.FirstOrDefault(c => c.Code == code);

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}

/// <summary>The days on which banks work.</summary>
internal sealed record BankDays(BusinessCalendar Calendar);
