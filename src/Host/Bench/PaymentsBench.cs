using System.Globalization;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Reconciling;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Host.Bench;

/// <summary>Times payment files: a statement of 100 000 lines read from the disk and matched, an instruction written, a camt message read.</summary>
internal static class PaymentsBench
{
    private const int Lines = 100_000;
    private const int Items = 10_000;

    /// <summary>How many lines are off by a fen: three of every three hundred begun.</summary>
    private const int Off = Lines / 300 * 3 + 2;

    /// <summary>What a person at the workbench still waits for.</summary>
    private const double ReconcileMilliseconds = 10_000;

    public static IEnumerable<BenchLine> Run()
    {
        var folder = Directory.CreateTempSubdirectory("zhirong-bench-");
        try
        {
            var reader = new StatementReader(Home.Sheets());
            var expected = Expected();
            var csv = Path.Combine(folder.FullName, "statement.csv");
            File.WriteAllText(csv, Csv(expected), new UTF8Encoding(true));
            yield return new("payments.reconcile", Stopwatches.PerUnit(() => Reconcile(reader, csv, expected), 1).Seconds * 1e3, ReconcileMilliseconds, "ms");

            var camt = Path.Combine(folder.FullName, "statement.xml");
            File.WriteAllText(camt, Camt(expected));
            yield return new("payments.camt053", Stopwatches.PerUnit(() => Read(reader, camt), Lines).Seconds * 1e6, null, "us");

            var (channel, order) = (new ChannelShelf(Home.Sheets()).Find("pain.001.001.09")!, Order());
            yield return new("payments.pain001", Stopwatches.PerUnit(() => channel.Write(order).Value[0].Bytes.Length.ToString(CultureInfo.InvariantCulture), Items).Seconds * 1e6, null, "us");
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static StatementFile Read(StatementReader reader, string path)
    {
        using var file = File.OpenRead(path);
        var read = reader.Read(file);
        return read.Ok && read.Value.Statements.Single().AddsUp ? read.Value : throw new InvalidOperationException("The bench's own statement does not add up.");
    }

    private static void Reconcile(StatementReader reader, string path, ExpectedPayment[] expected)
    {
        var lines = Read(reader, path).Statements.Single().Lines.Select(l => new KeptLine(new Guid(l.Number, 0, 0, new byte[8]), l));
        var outcome = Reconciliation.Of(lines, expected, ReconciliationTolerance.Usual);
        if (outcome.Matched.Count + outcome.Differing.Count != Lines || outcome.Differing.Count != Off)
        {
            throw new InvalidOperationException($"{outcome.Matched.Count} matched, {outcome.Differing.Count} differing of {Lines}.");
        }
    }

    /// <summary>A third each with an end-to-end id, with a 借据号, and with amount and name alone.</summary>
    private static ExpectedPayment[] Expected()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Lines).Select(n => new ExpectedPayment
        {
            Id = new Guid(n, 1, 0, new byte[8]),
            Date = new DateOnly(2026, 11, 1).AddDays(n * 28 / Lines),
            Amount = Money.OfFen(random.NextInt64(100, 1_000_000_000) * (n % 2 == 0 ? 1 : -1)),
            CounterpartyName = $"第{n % 3_000}号（宁波）有限公司",
            EndToEndId = n % 3 == 0 ? $"E{n:00000000}" : null,
            LoanNo = n % 3 == 1 ? $"JJ{n / 30:000000}" : null,
        })];
    }

    /// <summary>The statement of what is expected, every hundredth off by a fen under its id.</summary>
    private static IEnumerable<(ExpectedPayment Payment, Money Amount, Money Balance)> Booked(ExpectedPayment[] expected)
    {
        var balance = Money.Wan(10_000);
        foreach (var (n, payment) in expected.Index())
        {
            // Three of every three hundred, each of them with an id.
            var off = n % 300 is 0 or 99 or 198 ? 1 : 0;
            var amount = payment.Amount + Money.OfFen(off);
            balance += amount;
            yield return (payment, amount, balance);
        }
    }

    private static string Csv(ExpectedPayment[] expected)
    {
        var text = new StringBuilder("账号,1202020209900012345\r\n交易日期,借方发生额,贷方发生额,余额,对方户名,交易流水号,业务参考号,借据号\r\n");
        foreach (var (n, (payment, amount, balance)) in Booked(expected).Index())
        {
            var (debit, credit) = amount.Fen < 0 ? ($"{-amount}", "") : ("", $"{amount}");
            text.Append(CultureInfo.InvariantCulture, $"{payment.Date:yyyy-MM-dd},{debit},{credit},{balance},{payment.CounterpartyName},LS{n:00000000},{payment.EndToEndId},{payment.LoanNo}\r\n");
        }

        return text.ToString();
    }

    private static string Camt(ExpectedPayment[] expected)
    {
        var booked = Booked(expected).ToList();
        var text = new StringBuilder("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>B</MsgId><CreDtTm>2026-11-30T20:00:00</CreDtTm></GrpHdr><Stmt><Id>B</Id><Acct><Id><Othr><Id>1</Id></Othr></Id><Ccy>CNY</Ccy></Acct>");
        foreach (var (kind, balance) in ((string, Money)[])[("OPBD", Money.Wan(10_000)), ("CLBD", booked[^1].Balance)])
        {
            text.Append(CultureInfo.InvariantCulture, $"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">{Size(balance)}</Amt><CdtDbtInd>{Direction(balance)}</CdtDbtInd><Dt><Dt>2026-11-01</Dt></Dt></Bal>");
        }

        foreach (var (n, (payment, amount, _)) in booked.Index())
        {
            var role = amount.Fen < 0 ? "Cdtr" : "Dbtr";
            text.Append(CultureInfo.InvariantCulture, $"<Ntry><Amt Ccy=\"CNY\">{Size(amount)}</Amt><CdtDbtInd>{Direction(amount)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{payment.Date:yyyy-MM-dd}</Dt></BookgDt><AcctSvcrRef>LS{n:00000000}</AcctSvcrRef><BkTxCd/><NtryDtls><TxDtls><Refs><EndToEndId>{payment.EndToEndId ?? "NOTPROVIDED"}</EndToEndId></Refs><RltdPties><{role}><Pty><Nm>{payment.CounterpartyName}</Nm></Pty></{role}></RltdPties><RmtInf><Ustrd>放款</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>");
        }

        return text.Append("</Stmt></BkToCstmrStmt></Document>").ToString();
    }

    private static string Size(Money amount) => (amount.Fen < 0 ? -amount : amount).ToString();

    private static string Direction(Money amount) => amount.Fen < 0 ? "DBIT" : "CRDT";

    private static PaymentOrder Order() => new()
    {
        MessageId = "BENCH-1",
        CreatedAt = new(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(8)),
        RequestedDate = new(2026, 11, 30),
        DebtorName = "专项计划",
        DebtorAccount = "1202020209900012345",
        DebtorAgentCnaps = "102100099996",
        Purpose = "放款",
        Items = [.. Enumerable.Range(0, Items).Select(n => new PaymentOrderItem
        {
            EndToEndId = $"BENCH-1-{n:00000}",
            PayeeName = $"第{n}号有限公司",
            PayeeAccount = $"6222020200{n:000000000}",
            AgentCnaps = "103100000026",
            Amount = Money.OfFen(100_000_00 + n),
            Remittance = "放款",
            LoanNo = $"JJ{n:000000}",
        })],
    };
}
