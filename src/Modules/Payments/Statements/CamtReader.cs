using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>Reads camt.053 (statements) and camt.054 (notifications), .02 and .08, entry by entry.</summary>
internal static class CamtReader
{
    public static readonly IReadOnlyList<string> Statements = ["camt.053.001.02", "camt.053.001.08"];

    public static readonly IReadOnlyList<string> Notifications = ["camt.054.001.02", "camt.054.001.08"];

    /// <summary>Most lines of a file.</summary>
    public const int MostLines = 2_000_000;

    /// <summary>Reads what the cursor stands on; the file's statements are without lines, those go to the sink.</summary>
    public static StatementFile Read(IsoCursor cursor, IStatementSink sink)
    {
        var header = default(IsoElement);
        var statements = new List<BankStatement>();
        foreach (var root in cursor.Children())
        {
            if (root is not ("BkToCstmrStmt" or "BkToCstmrDbtCdtNtfctn"))
            {
                throw new FileRefused(FileRefusals.NotThisMessage(root, ["BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn"]));
            }

            foreach (var name in cursor.Children())
            {
                if (name == "GrpHdr")
                {
                    header = cursor.Element();
                }
                else if (name is "Stmt" or "Ntfctn")
                {
                    statements.Add(new CamtAccount(cursor, sink, header, name == "Ntfctn").Read());
                }
            }
        }

        return new()
        {
            Format = cursor.Message,
            MessageId = header?.TextAt("MsgId") ?? throw new FileRefused(FileRefusals.Missing("GrpHdr", "MsgId")),
            CreatedAt = IsoValues.Time(header.TextAt("CreDtTm")),
            Statements = statements.Count > 0 ? statements : throw new FileRefused(FileRefusals.Missing(cursor.Message, "Stmt | Ntfctn")),
        };
    }

    /// <summary>One <c>Stmt</c> or <c>Ntfctn</c>: its head comes before its entries.</summary>
    private sealed class CamtAccount(IsoCursor cursor, IStatementSink sink, IsoElement? header, bool notification)
    {
        private readonly StatementSum sum = new();
        private readonly Dictionary<string, Money> balances = [];
        private StatedTotals totals = new();
        private BankStatement head = new() { Id = "", Account = "", Lines = [] };
        private bool begun;
        private int lines;

        public BankStatement Read()
        {
            if (header?.At("MsgPgntn") is { } pages)
            {
                Page(pages);
            }

            foreach (var name in cursor.Children())
            {
                if (name == "Ntry")
                {
                    Entry();
                }
                else if (name is "Id" or "Acct" or "Bal" or "FrToDt" or "StmtPgntn" or "NtfctnPgntn" or "TxsSummry")
                {
                    Head(cursor.Element());
                }
            }

            Begin();
            var foot = sum.Close(head, totals);
            // A notification has no balances and owes none.
            foot = notification ? foot with { Faults = [.. foot.Faults.Where(f => f.Code != "PAY-0703")] } : foot;
            sink.End(foot);
            return foot;
        }

        private void Entry()
        {
            Begin();
            var entry = CamtEntry.Read(cursor);
            var whole = entry.Whole(lines + 1);
            sum.Count(whole.Amount, whole.Amount.Fen >= 0, whole.Status);
            foreach (var line in entry.Lines(whole, sum))
            {
                if (++lines > MostLines)
                {
                    throw new FileRefused(FileRefusals.TooMany(line.Place, MostLines));
                }

                if (head is { From: { } from, To: { } to } && line.Status == LineStatus.Booked && (line.Date < from || line.Date > to))
                {
                    sum.Fault(StatementFaults.Outside(line.Place, line.Date, from, to));
                }

                sum.Line(line);
                sink.Line(line);
            }
        }

        private void Begin()
        {
            if (begun)
            {
                return;
            }

            begun = true;
            if (head.Account.Length == 0)
            {
                throw new FileRefused(FileRefusals.Missing(cursor.Place, "Acct/Id"));
            }

            head = head with { Opening = Balance("OPBD", "PRCD"), Closing = Balance("CLBD") };
            sink.Begin(head);
        }

        private Money? Balance(params ReadOnlySpan<string> kinds)
        {
            foreach (var kind in kinds)
            {
                if (balances.TryGetValue(kind, out var balance))
                {
                    return balance;
                }
            }

            return null;
        }

        private void Head(IsoElement element)
        {
            switch (element.Name)
            {
                case "Id":
                    head = head with { Id = element.Text };
                    break;
                case "Acct":
                    Account(element);
                    break;
                case "Bal":
                    Take(element);
                    break;
                case "FrToDt":
                    head = head with { From = (element.At("FrDtTm") ?? element.At("FrDt"))?.Day(), To = (element.At("ToDtTm") ?? element.At("ToDt"))?.Day() };
                    break;
                case "TxsSummry":
                    Totals(element);
                    break;
                default:
                    Page(element);
                    break;
            }
        }

        private void Account(IsoElement account)
        {
            if (account.TextAt("Ccy") is { } currency and not "CNY")
            {
                throw new FileRefused(FileRefusals.Currency($"{account.Place} Acct", currency));
            }

            head = head with
            {
                Account = account.TextAt("Id", "Othr", "Id") ?? account.TextAt("Id", "IBAN") ?? "",
                AccountName = account.TextAt("Ownr", "Nm") ?? account.TextAt("Nm"),
            };
        }

        private void Take(IsoElement balance)
        {
            if (balance.TextAt("Tp", "CdOrPrtry", "Cd") is not { } kind || kind is not ("OPBD" or "PRCD" or "CLBD"))
            {
                return;
            }

            var size = (balance.At("Amt") ?? throw new FileRefused(FileRefusals.Missing(balance.Place, "Amt"))).Money();
            var value = CamtEntry.Sign(balance.TextAt("CdtDbtInd"), balance.Place) < 0 ? -size : size;
            if (!balances.TryAdd(kind, value) && balances[kind] != value)
            {
                sum.Fault(StatementFaults.Balances(balance.Place, kind, balances[kind], value));
            }
        }

        private void Totals(IsoElement summary) => totals = new()
        {
            Count = Count(summary, "TtlNtries"),
            Sum = summary.At("TtlNtries", "Sum")?.Sum(),
            CreditCount = Count(summary, "TtlCdtNtries"),
            Credits = summary.At("TtlCdtNtries", "Sum")?.Sum(),
            DebitCount = Count(summary, "TtlDbtNtries"),
            Debits = summary.At("TtlDbtNtries", "Sum")?.Sum(),
        };

        private static int? Count(IsoElement summary, string kind) => summary.TextAt(kind, "NbOfNtries") is { } text
            ? int.TryParse(text, out var count) ? count : throw new FileRefused(FileRefusals.Word($"{summary.Place} NbOfNtries", text, ["0 … 2147483647"]))
            : null;

        private void Page(IsoElement pages)
        {
            if (pages.TextAt("PgNb") is not (null or "1") || pages.TextAt("LastPgInd") is "false" or "0")
            {
                sum.Fault(StatementFaults.Page(pages.Place, $"{pages.TextAt("PgNb") ?? "?"}, LastPgInd {pages.TextAt("LastPgInd") ?? "?"}"));
            }
        }
    }
}
