using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Ledger.Posting;

/// <summary>An account as it stands inside a transaction: locked, changed in memory, written once.</summary>
internal sealed class AccountState
{
    public required long No { get; init; }

    public required string Code { get; init; }

    public required Side Normal { get; init; }

    public required AccountRule Rule { get; init; }

    public required long LimitFen { get; init; }

    public required bool Closed { get; init; }

    public long Debit { get; private set; }

    public long Credit { get; private set; }

    public long PendingDebit { get; private set; }

    public long PendingCredit { get; private set; }

    /// <summary>Lines posted on it.</summary>
    public long Lines { get; private set; }

    /// <summary>Its newest line; 0 before the first.</summary>
    public long LastLine { get; set; }

    /// <summary>Its latest effective day; 0 before the first.</summary>
    public int LastDay { get; set; }

    public bool Changed { get; private set; }

    public AccountState With(long debit, long credit, long pendingDebit, long pendingCredit, long lines)
    {
        (Debit, Credit, PendingDebit, PendingCredit, Lines) = (debit, credit, pendingDebit, pendingCredit, lines);
        return this;
    }

    /// <summary>Debits less credits.</summary>
    public long Net => Debit - Credit;

    /// <summary>The balance on the normal side.</summary>
    public long Balance => Normal == Side.Debit ? Net : -Net;

    /// <summary>
    /// Why the account's rule forbids a change; null when it allows it. Holds that would take from the balance count as taken,
    /// holds that would add to it count as added.
    /// </summary>
    /// <param name="debit">Fen added on the debit side, posted or held.</param>
    /// <param name="credit">Fen added on the credit side, posted or held.</param>
    public Refusal? Forbids(AccountRule rule, long debit, long credit)
    {
        if (Rule != rule || rule == AccountRule.None)
        {
            return null;
        }

        var grows = Normal == Side.Debit ? debit - credit : credit - debit;
        var (more, less) = Normal == Side.Debit ? (PendingDebit, PendingCredit) : (PendingCredit, PendingDebit);
        return rule == AccountRule.NotBelowZero
            ? grows < 0 && Balance - less + grows < 0 ? LedgerRefusals.BelowZero(Code, Money.OfFen(Balance - less + grows)) : null
            : grows > 0 && Balance + more + grows > LimitFen ? LedgerRefusals.AboveLimit(Code, Money.OfFen(Balance + more + grows), Money.OfFen(LimitFen)) : null;
    }

    /// <summary>Sums of an account stay far below what 64 bits hold; null when an amount more leaves them there.</summary>
    public Refusal? Overflows(long fen) => Math.Max(Math.Max(Debit, Credit), Math.Max(PendingDebit, PendingCredit)) > Most - fen ? LedgerRefusals.Full(Code) : null;

    private const long Most = 2_000_000_000_000_000_000;

    /// <summary>Whether the rule holds of the account as it stands.</summary>
    public bool Keeps(AccountRule rule, long limit)
    {
        var (more, less) = Normal == Side.Debit ? (PendingDebit, PendingCredit) : (PendingCredit, PendingDebit);
        return rule switch { AccountRule.NotBelowZero => Balance - less >= 0, AccountRule.Limit => Balance + more <= limit, _ => true };
    }

    /// <summary>Posts a line: debit above zero, credit below.</summary>
    public void Post(long fen)
    {
        Debit = checked(Debit + Math.Max(fen, 0));
        Credit = checked(Credit + Math.Max(-fen, 0));
        Lines++;
        Changed = true;
    }

    public void HoldDebit(long fen) => (PendingDebit, Changed) = (checked(PendingDebit + fen), true);

    public void HoldCredit(long fen) => (PendingCredit, Changed) = (checked(PendingCredit + fen), true);
}
