using System.Globalization;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Sheets;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>Reads a bank's statement sheet by its mapping, row by row; a change of the account column begins another statement.</summary>
internal sealed class StatementSheet(SheetTable table, IStatementSink sink)
{
    private static readonly HashSet<string> SumWords = ["合计", "总计", "TOTAL"];
    private static readonly HashSet<string> PartWords = ["小计", "本页合计", "本页小计", "累计", "本日合计", "本月合计"];
    private static readonly HashSet<string> Yuan = ["CNY", "RMB", "人民币", "人民币元", "156", "01"];

    private static readonly string[] Amounts = ["amount", "credit", "debit"];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly List<BankStatement> statements = [];
    private StatementSum sum = new();
    private string? account;
    private DateOnly? first;
    private DateOnly? last;
    private int number;
    private int total;

    public List<BankStatement> Read(OpenTable open)
    {
        foreach (var row in open.Above)
        {
            table.Labels(row, values);
        }

        Currency("", values.GetValueOrDefault("currency", ""));
        foreach (var row in open.Rows)
        {
            if (IsMovement(row))
            {
                Movement(row);
            }
        }

        if (account is not null)
        {
            End();
        }
        else if (statements.Count == 0 && values.TryGetValue("account", out var only))
        {
            // Not one movement: the head alone is a statement.
            Begin(only);
            End();
        }

        return statements;
    }

    /// <summary>Rows of sums, labels and remarks are taken for what they are; what has an amount but no day is refused by its day.</summary>
    private bool IsMovement(SheetRow row)
    {
        var day = table[row, "date"];
        var moves = Amounts.Any(f => table[row, f].Length > 0);
        if (moves && day.Length > 0 && char.IsAsciiDigit(day[0]))
        {
            return true;
        }

        var words = row.Cells.Select(c => SheetText.Key(c.Text)).ToHashSet(StringComparer.Ordinal);
        if (words.Overlaps(SumWords) || words.Overlaps(PartWords))
        {
            Totals(row, words);
            return false;
        }

        return !table.Labels(row, values) && moves;
    }

    private void Totals(SheetRow row, HashSet<string> words)
    {
        if (!words.Overlaps(SumWords))
        {
            return;
        }

        foreach (var (field, name) in ((string, string)[])[("credit", "credits"), ("debit", "debits")])
        {
            if (table[row, field] is { Length: > 0 } text)
            {
                values.TryAdd(name, text);
            }
        }

        table.Labels(row, values);
    }

    private void Movement(SheetRow row)
    {
        Currency(row.Place, table[row, "currency"]);
        var of = table.Number(row, "account") ?? values.GetValueOrDefault("account") ?? "";
        if (of != account)
        {
            if (account is not null)
            {
                End();
            }

            Begin(of);
        }

        var line = Line(row);
        if (++total > CamtReader.MostLines)
        {
            throw new FileRefused(FileRefusals.TooMany(row.Place, CamtReader.MostLines));
        }

        (first, last) = (first is { } f && f < line.Date ? f : line.Date, last is { } l && l > line.Date ? l : line.Date);
        sum.Count(line.Amount, line.Amount.Fen >= 0 != line.Reversal, line.Status);
        sum.Line(line);
        sink.Line(line);
    }

    private StatementLine Line(SheetRow row)
    {
        var (amount, reversal) = Amount(row);
        var day = table[row, "date"];
        return new()
        {
            Number = ++number,
            Date = SheetText.Day(day, $"{row.Place} date") ?? throw new FileRefused(FileRefusals.Date($"{row.Place} date", day)),
            ValueDate = SheetText.Day(table[row, "valueDate"], $"{row.Place} valueDate"),
            Amount = amount,
            Reversal = reversal,
            CounterpartyName = table.Word(row, "counterpartyName"),
            CounterpartyAccount = table.Number(row, "counterpartyAccount"),
            Reference = table.Number(row, "reference"),
            EndToEndId = table.Number(row, "endToEndId"),
            LoanNo = table.Number(row, "loanNo") ?? (CamtEntry.LoanNo().Match(table[row, "text"]) is { Success: true } found ? found.Groups["no"].Value : null),
            Text = table[row, "text"],
            BalanceAfter = SheetText.Amount(table[row, "balance"], $"{row.Place} balance"),
            Place = row.Place,
        };
    }

    /// <summary>Money in less money out; a figure in red (below zero) in its column is a reversal.</summary>
    private (Money Amount, bool Reversal) Amount(SheetRow row)
    {
        var where = $"{row.Place} amount";
        if (table.Has("credit") && table.Has("debit"))
        {
            var (credit, debit) = (SheetText.Amount(table[row, "credit"], where), SheetText.Amount(table[row, "debit"], where));
            return ((credit?.Fen ?? 0) != 0, (debit?.Fen ?? 0) != 0) switch
            {
                (true, true) => throw new FileRefused(FileRefusals.Amount(where, $"{credit} / {debit}")),
                (false, true) => (-debit!.Value, debit.Value.Fen < 0),
                _ => credit is null && debit is null ? throw new FileRefused(FileRefusals.Amount(where, "—")) : (credit ?? Money.Zero, credit?.Fen < 0),
            };
        }

        var amount = SheetText.Amount(table[row, "amount"], where) ?? throw new FileRefused(FileRefusals.Amount(where, "—"));
        if (!table.Has("direction"))
        {
            return (amount, false);
        }

        var word = table[row, "direction"];
        return table.Mapping.Directions.TryGetValue(SheetText.Key(word), out var sign)
            ? (sign < 0 ? -amount : amount, amount.Fen < 0)
            : throw new FileRefused(FileRefusals.Word($"{row.Place} direction", word, table.Mapping.Directions.Keys));
    }

    private static void Currency(string place, string found)
    {
        if (found.Length > 0 && !Yuan.Contains(SheetText.Key(found)))
        {
            throw new FileRefused(FileRefusals.Currency($"{place} currency".Trim(), found));
        }
    }

    private void Begin(string of)
    {
        (account, number, first, last, sum) = (of, 0, null, null, new());
        sink.Begin(Head());
    }

    private BankStatement Head() => new()
    {
        Id = "",
        Account = account ?? values.GetValueOrDefault("account", ""),
        AccountName = values.GetValueOrDefault("accountName"),
        From = Day("from"),
        To = Day("to"),
        Opening = Sum("opening"),
        Closing = Sum("closing"),
        Lines = [],
    };

    private void End()
    {
        var head = Head();
        var foot = sum.Close(head with { From = head.From ?? first, To = head.To ?? last }, new()
        {
            Count = Count("count"),
            CreditCount = Count("creditCount"),
            DebitCount = Count("debitCount"),
            Credits = Sum("credits"),
            Debits = Sum("debits"),
        });
        statements.Add(foot);
        sink.End(foot);
        account = null;
    }

    private DateOnly? Day(string field) => values.TryGetValue(field, out var text) ? SheetText.Day(text, field) : null;

    private Money? Sum(string field) => values.TryGetValue(field, out var text) ? SheetText.Amount(text, field) : null;

    private int? Count(string field) => !values.TryGetValue(field, out var text) ? null
        : int.TryParse(text.TrimEnd('笔'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count) ? count
        : throw new FileRefused(FileRefusals.Word(field, text, ["0 … 2147483647"]));
}
