using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>One balance the core system states.</summary>
/// <param name="Account">Account or subject; null where the loan alone is named.</param>
/// <param name="LoanNo">借据号.</param>
public sealed record StatedBalance(string? Account, string? LoanNo, string? Name, DateOnly? Date, Money Balance, string Place);

/// <summary>余额文件: balances of one day, with what is wrong with them.</summary>
/// <param name="Faults">A loan or account twice, a total that differs.</param>
public sealed record BalanceFile(string Format, string MessageId, DateOnly? Date, IReadOnlyList<StatedBalance> Balances, IReadOnlyList<Refusal> Faults);

/// <summary>Reads balance files; an installation has one with its mappings.</summary>
public interface IBalanceReader
{
    /// <summary>The balances of a file, or refusals (PAY-06xx).</summary>
    Result<BalanceFile> Read(Stream file);
}

/// <summary>Reads balance files of a core system (xlsx, csv) by mapping.</summary>
public sealed class BalanceReader(SheetShelf shelf) : IBalanceReader
{
    public const int MostBalances = 500_000;

    public Result<BalanceFile> Read(Stream file) => FileRefused.Catch(() =>
    {
        using var stream = new PeekedStream(file);
        var kind = TextEncodings.Kind(stream.First);
        if (kind == FileKind.Xml)
        {
            throw new FileRefused(FileRefusals.OtherKind("XML"));
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var (balances, faults) = (new List<StatedBalance>(), new List<Refusal>());
        var tables = SheetFile.Open(stream, kind, [.. shelf.Of(SheetKind.Balance)]);
        foreach (var open in tables)
        {
            foreach (var row in open.Above)
            {
                open.Table.Labels(row, values);
            }

            balances.AddRange(open.Rows.Select(row => Balance(open.Table, row, values)).OfType<StatedBalance>());
            if (balances.Count > MostBalances)
            {
                throw new FileRefused(FileRefusals.TooMany("", MostBalances));
            }
        }

        foreach (var twice in balances.GroupBy(b => (b.Account, b.LoanNo, b.Date)).Where(g => g.Skip(1).Any()))
        {
            faults.Add(StatementFaults.ItemTwice(twice.Last().Place, $"{twice.Key.LoanNo ?? twice.Key.Account}"));
        }

        var total = balances.Aggregate(Money.Zero, (sum, b) => sum + b.Balance);
        if (values.TryGetValue("total", out var text) && SheetText.Amount(text, "total") is { } stated && stated != total)
        {
            faults.Add(StatementFaults.Totals("total", $"{stated}", $"{total}", new("余额合计", "sum of balances")));
        }

        var date = values.TryGetValue("date", out var day) ? SheetText.Day(day, "date") : null;
        return new BalanceFile($"sheet.{tables[0].Table.Mapping.Id}", stream.Id(Channels.PaymentOrder.LongestId), date, balances, faults);
    });

    private static StatedBalance? Balance(SheetTable table, SheetRow row, Dictionary<string, string> values)
    {
        var (account, loan) = (table.Number(row, "account"), table.Number(row, "loanNo"));
        var key = SheetText.Key(account ?? loan ?? "");
        if (key.Length == 0 || key is "合计" or "总计")
        {
            if (!table.Labels(row, values) && table[row, "balance"] is { Length: > 0 } total)
            {
                values.TryAdd("total", total);
            }

            return null;
        }

        var balance = SheetText.Amount(table[row, "balance"], $"{row.Place} balance") ?? throw new FileRefused(FileRefusals.Amount($"{row.Place} balance", "—"));
        return new(account, loan, table.Word(row, "name"), SheetText.Day(table[row, "date"], $"{row.Place} date"), balance, row.Place);
    }
}
