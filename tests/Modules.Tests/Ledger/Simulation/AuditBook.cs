using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>A book as the auditor keeps it: nothing but lists.</summary>
internal sealed class AuditBook(string code, DateOnly openedOn)
{
    public string Code { get; } = code;

    public DateOnly OpenedOn { get; } = openedOn;

    public DateOnly BusinessDate { get; set; } = openedOn;

    public List<AuditAccount> Accounts { get; } = [];

    public List<AuditHold> Holds { get; } = [];

    public AuditAccount? Account(string account) => Accounts.Find(a => a.Code == account);
}

internal sealed class AuditAccount(string code, Side normal)
{
    public string Code { get; } = code;

    public Side Normal { get; } = normal;

    public AccountRule Rule { get; set; }

    public long Limit { get; set; }

    public bool Closed { get; set; }

    public long Debit { get; set; }

    public long Credit { get; set; }

    public long PendingDebit { get; set; }

    public long PendingCredit { get; set; }

    /// <summary>Every line ever posted here, in recorded order.</summary>
    public List<(AuditEntry Entry, Side Side, long Fen)> Lines { get; } = [];

    public long Posted => Normal == Side.Debit ? Debit - Credit : Credit - Debit;

    /// <summary>Held on the side on which the account shrinks.</summary>
    public long HeldAgainst => Normal == Side.Debit ? PendingCredit : PendingDebit;

    /// <summary>Held on the side on which the account grows.</summary>
    public long HeldFor => Normal == Side.Debit ? PendingDebit : PendingCredit;
}

/// <param name="Number">One-based, over all books, in recorded order.</param>
/// <param name="Hold">The hold it came from; null for any other.</param>
internal sealed record AuditEntry(int Number, PostEntry Body, Guid? Hold)
{
    public Guid? ReversedBy { get; set; }
}

internal sealed class AuditHold(PlaceHold body)
{
    public PlaceHold Body { get; } = body;

    public string State { get; set; } = "pending";

    public long Posted { get; set; }
}
