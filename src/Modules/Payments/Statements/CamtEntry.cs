using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>One <c>Ntry</c> of a camt message, turned into one line, or into one for each of its details when they come to its amount.</summary>
internal sealed partial class CamtEntry
{
    /// <summary>Most details of one entry.</summary>
    public const int MostDetails = 200_000;

    private readonly List<Detail> details = [];
    private IsoElement? amount;
    private string? direction;
    private LineStatus status;
    private bool reversal;
    private DateOnly? booked;
    private DateOnly? valued;
    private string? reference;
    private string? text;
    private string place = "";

    /// <summary>Reads the entry the cursor stands on.</summary>
    public static CamtEntry Read(IsoCursor cursor)
    {
        var entry = new CamtEntry { place = cursor.Place };
        foreach (var name in cursor.Children())
        {
            if (name == "NtryDtls")
            {
                foreach (var inner in cursor.Children())
                {
                    if (inner == "TxDtls")
                    {
                        entry.Add(cursor.Element());
                    }
                }
            }
            else if (name is "Amt" or "CdtDbtInd" or "RvslInd" or "Sts" or "BookgDt" or "ValDt" or "AcctSvcrRef" or "AddtlNtryInf" or "NtryRef")
            {
                entry.Take(cursor.Element());
            }
        }

        return entry;
    }

    /// <summary>The entry as one line.</summary>
    public StatementLine Whole(int number)
    {
        var total = (amount ?? throw new FileRefused(FileRefusals.Missing(place, "Amt"))).Money();
        var sign = Sign(direction, place);
        var day = booked ?? valued ?? throw new FileRefused(FileRefusals.Missing(place, "BookgDt"));
        return new()
        {
            Number = number,
            Date = day,
            ValueDate = valued,
            Amount = sign < 0 ? -total : total,
            Status = status,
            Reversal = reversal,
            Reference = reference,
            Text = text ?? "",
            Place = place,
        };
    }

    /// <summary>The entry's lines, numbered from the whole's number on.</summary>
    public IEnumerable<StatementLine> Lines(StatementLine whole, StatementSum sum) => details.Count switch
    {
        0 => [whole],
        1 => [details[0].On(whole)],
        _ => Split(whole, sum),
    };

    private List<StatementLine> Split(StatementLine whole, StatementSum sum)
    {
        var (parts, lines) = (Money.Zero, new List<StatementLine>());
        foreach (var detail in details)
        {
            if (detail.Amount is not { } part)
            {
                // Details without amounts only describe the entry.
                return [details[0].On(whole) with { EndToEndId = null, CounterpartyName = null, CounterpartyAccount = null, LoanNo = null }];
            }

            var signed = (detail.Direction is { } own ? Sign(own, detail.Place) : whole.Amount.Fen < 0 ? -1 : 1) < 0 ? -part : part;
            parts += signed;
            lines.Add(detail.On(whole) with { Number = whole.Number + lines.Count, Amount = signed, Place = detail.Place });
        }

        if (parts == whole.Amount)
        {
            return lines;
        }

        sum.Fault(StatementFaults.Details(whole.Place, whole.Amount, parts));
        return [whole];
    }

    private void Add(IsoElement details)
    {
        if (this.details.Count == MostDetails)
        {
            throw new FileRefused(FileRefusals.TooMany(place, MostDetails));
        }

        this.details.Add(new(details));
    }

    private void Take(IsoElement element)
    {
        switch (element.Name)
        {
            case "Amt":
                amount = element;
                break;
            case "CdtDbtInd":
                direction = element.Text;
                break;
            case "RvslInd":
                reversal = element.Text is "true" or "1";
                break;
            case "Sts":
                status = Status(element);
                break;
            case "BookgDt":
                booked = element.Day();
                break;
            case "ValDt":
                valued = element.Day();
                break;
            case "AcctSvcrRef":
                reference = Given(element.Text);
                break;
            case "NtryRef":
                reference ??= Given(element.Text);
                break;
            default:
                text = Given(element.Text);
                break;
        }
    }

    private static LineStatus Status(IsoElement element) => (element.TextAt("Cd") ?? element.TextAt("Prtry") ?? element.Text) switch
    {
        "BOOK" => LineStatus.Booked,
        "PDNG" or "FUTR" => LineStatus.Pending,
        "INFO" => LineStatus.Information,
        var other => throw new FileRefused(FileRefusals.Word($"{element.Place} Sts", other, ["BOOK", "PDNG", "FUTR", "INFO"])),
    };

    internal static int Sign(string? direction, string place) => direction switch
    {
        "CRDT" => 1,
        "DBIT" => -1,
        _ => throw new FileRefused(FileRefusals.Word($"{place} CdtDbtInd", direction ?? "—", ["CRDT", "DBIT"])),
    };

    /// <summary>ISO 20022 wants some ids filled even when there is none.</summary>
    internal static string? Given(string? id) => id is null or "" or "NOTPROVIDED" or "NOT PROVIDED" or "NONREF" or "NOTAVAILABLE" ? null : id;

    [GeneratedRegex(@"借据(?:号|编号)?[:：]?\s*(?<no>[A-Za-z0-9-]{4,35})", RegexOptions.CultureInvariant)]
    internal static partial Regex LoanNo();

    /// <summary>What one <c>TxDtls</c> says; the tree it came from is let go.</summary>
    private sealed class Detail
    {
        private readonly string? endToEnd;
        private readonly string? reference;
        private readonly string? text;
        private readonly string? loan;
        private readonly string? returned;
        private readonly Party debtor;
        private readonly Party creditor;

        public Detail(IsoElement details)
        {
            Place = details.Place;
            Direction = details.TextAt("CdtDbtInd");
            Amount = (details.At("Amt") ?? details.At("AmtDtls", "TxAmt", "Amt") ?? details.At("AmtDtls", "InstdAmt", "Amt"))?.Money();
            endToEnd = Given(details.TextAt("Refs", "EndToEndId"));
            reference = Given(details.TextAt("Refs", "AcctSvcrRef")) ?? Given(details.TextAt("Refs", "TxId"));
            (debtor, creditor) = (Party.Of(details, "Dbtr"), Party.Of(details, "Cdtr"));
            (text, loan) = Remittance(details);
            returned = details.At("RtrInf") is { } why
                ? string.Join(' ', ((string?[])[why.TextAt("Rsn", "Cd") ?? why.TextAt("Rsn", "Prtry"), .. why.All("AddtlInf").Select(i => i.Text)]).OfType<string>())
                : null;
        }

        public string Place { get; }

        public string? Direction { get; }

        public Money? Amount { get; }

        /// <summary>The line of an entry with what this detail adds. The other side of money in is the debtor, of money out the creditor; of money that came back, the one it was for.</summary>
        public StatementLine On(StatementLine whole)
        {
            var other = (whole.Amount.Fen >= 0) == (returned is null && !whole.Reversal) ? debtor : creditor;
            return whole with
            {
                EndToEndId = endToEnd,
                Reference = reference ?? whole.Reference,
                CounterpartyName = other.Name,
                CounterpartyAccount = other.Account,
                LoanNo = loan,
                Text = text is null ? whole.Text : whole.Text.Length == 0 || whole.Text == text ? text : $"{whole.Text} {text}",
                ReturnReason = returned,
            };
        }

        private static (string? Text, string? Loan) Remittance(IsoElement details)
        {
            if (details.At("RmtInf") is not { } remittance)
            {
                return (details.TextAt("AddtlTxInf"), null);
            }

            var text = string.Join(' ', remittance.All("Ustrd").Select(u => u.Text));
            var loan = remittance.All("Strd").Select(s => s.At("RfrdDocInf")).OfType<IsoElement>()
                .FirstOrDefault(d => d.TextAt("Tp", "CdOrPrtry", "Prtry") == Channels.PainDocument.LoanDocument)?.TextAt("Nb");
            loan ??= LoanNo().Match(text) is { Success: true } found ? found.Groups["no"].Value : null;
            return (text.Length == 0 ? null : text, loan);
        }
    }

    private readonly record struct Party(string? Name, string? Account)
    {
        public static Party Of(IsoElement details, string role)
        {
            if (details.At("RltdPties") is not { } parties)
            {
                return default;
            }

            var account = parties.At(role + "Acct", "Id");
            return new(
                parties.TextAt(role, "Pty", "Nm") ?? parties.TextAt(role, "Nm"),
                account?.TextAt("Othr", "Id") ?? account?.TextAt("IBAN"));
        }
    }
}
