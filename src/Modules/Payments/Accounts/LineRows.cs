using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Payments.Accounts;

/// <summary>The words of a line's state.</summary>
internal static class LineStates
{
    public const string Open = "open";
    public const string Matched = "matched";
    public const string Differing = "differing";
    public const string Explained = "explained";
    public const string Repeated = "repeated";
    public const string Pending = "pending";
    public const string Untrusted = "untrusted";

    public static IReadOnlyList<string> All { get; } = [Open, Matched, Differing, Explained, Repeated, Pending, Untrusted];

    public const string Paid = "paid";
    public const string Back = "back";
    public const string Receipt = "receipt";
}

/// <summary>Statements' lines as rows, by prepared commands: there may be very many.</summary>
internal static class LineRows
{
    private const int Chunk = 2000;

    private static readonly TableShape Shape = new(
        "pay_line",
        TableShape.Text("id"), TableShape.Text("statement_id"), TableShape.Text("account_id"), TableShape.Int("n"), TableShape.Text("day"), TableShape.Text("value_day"), TableShape.Long("fen"), TableShape.Int("reversal"), TableShape.Text("name"), TableShape.Text("counterparty"), TableShape.Text("reference"), TableShape.Text("end_to_end_id"), TableShape.Text("loan_no"), TableShape.Text("text"), TableShape.Long("after_fen"), TableShape.Text("print"), TableShape.Text("state"), TableShape.Int("settling"), TableShape.Text("note"));

    private static readonly TableShape Prints = new("pay_line", TableShape.Text("print"), TableShape.Text("account_id"), TableShape.Text("state"));

    /// <summary>Prints of lines: what tells each from every other of its account; lines alike in all are numbered.</summary>
    public static IReadOnlyList<string> PrintsOf(IReadOnlyList<StatementLine> lines)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. lines.Select(line =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{line.Date:yyyy-MM-dd}\n{line.Amount.Fen}\n{line.Reference}\n{line.EndToEndId}\n{line.CounterpartyName}\n{line.CounterpartyAccount}\n{line.LoanNo}\n{line.Text}\n{(line.BalanceAfter is { } after ? after.Fen : 0)}\n{line.Status}");
            var number = seen[text] = seen.GetValueOrDefault(text) + 1;
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\n{number}")).AsSpan(0, 16));
        })];
    }

    /// <summary>Those of the prints that the account has from statements that add up.</summary>
    public static HashSet<string> Known(Session session, Guid account, IReadOnlyList<string> prints)
    {
        var (known, own) = (new HashSet<string>(StringComparer.Ordinal), RowValues.Of(account));
        foreach (var chunk in prints.Chunk(Chunk))
        {
            session.Find(Prints, "print", [.. chunk], row =>
            {
                if (row.Text(1) == own && row.Text(2) != LineStates.Untrusted)
                {
                    known.Add(row.Text(0));
                }
            });
        }

        return known;
    }

    public static void Insert(Session session, PaymentDesk desk, Guid statement, Guid account, bool trusted, IReadOnlyList<StatementLine> lines, IReadOnlyList<string> prints, HashSet<string> known)
    {
        foreach (var chunk in lines.Index().Chunk(Chunk))
        {
            var rows = new RowSet(Shape);
            foreach (var (n, line) in chunk)
            {
                var state = !trusted ? LineStates.Untrusted : line.Status != LineStatus.Booked ? LineStates.Pending : known.Contains(prints[n]) ? LineStates.Repeated : LineStates.Open;
                rows.Add(
                    RowValues.Of(desk.NewId()), RowValues.Of(statement), RowValues.Of(account), line.Number, RowValues.Of(line.Date), RowValues.Of(line.ValueDate), line.Amount.Fen, line.Reversal ? 1 : 0, line.CounterpartyName, line.CounterpartyAccount, line.Reference, line.EndToEndId, line.LoanNo, line.Text, line.BalanceAfter?.Fen, prints[n], state, 0, "");
            }

            session.Insert(rows);
        }
    }
}
