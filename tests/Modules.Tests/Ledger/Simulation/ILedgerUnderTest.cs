using Zhirong.Modules.Ledger.Model;

namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>
/// A ledger as the simulation sees it. Every command answers <c>created</c> (a new entry or hold), <c>done</c> (anything else),
/// <c>exists</c>, <c>LDG-0110 memo</c> (exists with another memo) or the code of the first refusal.
/// </summary>
internal interface ILedgerUnderTest
{
    Task<string> Do(Command command);

    /// <summary>Balance on the normal side, of entries effective by a day and recorded up to and including an entry; null for all.</summary>
    Task<long> Balance(string book, string account, DateOnly? effective, Guid? through);

    /// <summary>Accounts in the order of their codes; those on which nothing was ever posted or held may be left out.</summary>
    Task<IReadOnlyList<TrialRow>> Trial(string book, DateOnly? effective, Guid? through);

    /// <summary>Every line in recorded order with the balance after it on the normal side.</summary>
    Task<IReadOnlyList<StatementRow>> Statement(string book, string account);

    /// <summary>Every hold, in any order.</summary>
    Task<IReadOnlyList<HoldRow>> Holds(string book);
}

/// <param name="PendingDebit">Zero when the question names a day or an entry, as <paramref name="PendingCredit"/>.</param>
/// <param name="Available">The balance on the normal side less what is held against it; the balance alone when the question names a day or an entry.</param>
internal sealed record TrialRow(string Account, long Debit, long Credit, long PendingDebit, long PendingCredit, long Available)
{
    public bool Empty => Debit == 0 && Credit == 0 && PendingDebit == 0 && PendingCredit == 0;
}

internal sealed record StatementRow(Guid Entry, Side Side, long Fen, long Balance);

/// <param name="State">pending, posted, voided, expired.</param>
/// <param name="Posted">Fen of the entry that came of it; 0 while there is none.</param>
internal sealed record HoldRow(Guid Id, string State, long Posted);
