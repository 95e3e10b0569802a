using Zhirong.Modules.Ledger.Model;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Ledger.Posting;

/// <summary>The accounts a transaction touches: read and locked together in the order of their numbers, written back once.</summary>
internal sealed class AccountBoard
{
    private static readonly TableShape Shape = new(
        "ldg_account",
        TableShape.Long("no"), TableShape.Text("code"), TableShape.Text("normal"), TableShape.Text("rule"), TableShape.Long("limit_fen"), TableShape.Int("closed"), TableShape.Long("debit"), TableShape.Long("credit"), TableShape.Long("pending_debit"), TableShape.Long("pending_credit"), TableShape.Long("lines"), TableShape.Long("last_line"), TableShape.Int("last_day"));

    private static readonly TableShape Balances = new(
        "ldg_account", TableShape.Long("no"), TableShape.Long("debit"), TableShape.Long("credit"), TableShape.Long("pending_debit"), TableShape.Long("pending_credit"), TableShape.Long("lines"), TableShape.Long("last_line"), TableShape.Int("last_day"));

    private readonly Dictionary<long, AccountState> accounts = [];
    private readonly DaySums days = new();

    public AccountState this[long no] => accounts[no];

    public static AccountBoard Load(Session session, IEnumerable<long> numbers)
    {
        var board = new AccountBoard();
        var keys = new SortedSet<long>(numbers);
        session.Find(Shape, "no", [.. keys.Select(no => (object)no)], row => board.accounts[row.Long(0)] = Read(row), locked: true);
        return board;
    }

    /// <summary>Adds created entries' lines to their days; called once for each board, before it is saved.</summary>
    public void AddDays(Session session, IEnumerable<(SignedLine Line, DateOnly Effective)> lines) => days.Add(session, accounts, lines);

    public void Save(Session session)
    {
        var balances = new RowSet(Balances);
        foreach (var account in accounts.Values.Where(a => a.Changed))
        {
            balances.Add(account.No, account.Debit, account.Credit, account.PendingDebit, account.PendingCredit, account.Lines, account.LastLine, account.LastDay);
        }

        session.Update(balances);
        days.Save(session);
    }

    private static AccountState Read(IRow row) => new AccountState
    {
        No = row.Long(0),
        Code = row.Text(1),
        Normal = row.Text(2) == "debit" ? Side.Debit : Side.Credit,
        Rule = row.Text(3) switch { "not_below_zero" => AccountRule.NotBelowZero, "limit" => AccountRule.Limit, _ => AccountRule.None },
        LimitFen = row.LongOrNull(4) ?? 0,
        Closed = row.Long(5) != 0,
        LastLine = row.Long(11),
        LastDay = row.Int(12),
    }.With(row.Long(6), row.Long(7), row.Long(8), row.Long(9), row.Long(10));
}
