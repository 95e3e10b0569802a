using System.Globalization;
using System.Security;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>A bank that answers orders in ISO 20022, written apart from the product's own code.</summary>
internal static class TestBank
{
    /// <param name="said">Status, reason code and text of each item.</param>
    public static string Pain002(string message, PaymentOrder order, IEnumerable<(PaymentOrderItem Item, string Status, string? Reason, string? Text)> said, string? group = null, string? sum = null)
    {
        var old = message == "pain.002.001.03";
        var text = new StringBuilder($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:{message}"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>ANSWER-1</MsgId><CreDtTm>2026-11-30T10:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>{order.MessageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
            <OrgnlNbOfTxs>{order.Items.Count}</OrgnlNbOfTxs><OrgnlCtrlSum>{sum ?? order.Total.ToString()}</OrgnlCtrlSum>{(group is null ? "" : $"<GrpSts>{group}</GrpSts>")}</OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>{order.MessageId}</OrgnlPmtInfId>
            """);
        foreach (var (item, status, reason, words) in said)
        {
            var why = reason is null ? "" : $"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn>{(words is null ? "" : $"<AddtlInf>{Escaped(words)}</AddtlInf>")}</StsRsnInf>";
            var payee = old ? $"<Cdtr><Nm>{Escaped(item.PayeeName)}</Nm></Cdtr>" : $"<Cdtr><Pty><Nm>{Escaped(item.PayeeName)}</Nm></Pty></Cdtr>";
            text.Append($"""
                <TxInfAndSts><StsId>{item.EndToEndId}</StsId><OrgnlInstrId>{item.EndToEndId}</OrgnlInstrId><OrgnlEndToEndId>{item.EndToEndId}</OrgnlEndToEndId><TxSts>{status}</TxSts>{why}
                <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">{item.Amount}</InstdAmt></Amt>{payee}<CdtrAcct><Id><Othr><Id>{item.PayeeAccount}</Id></Othr></Id></CdtrAcct></OrgnlTxRef></TxInfAndSts>
                """);
        }

        return text.Append("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>").ToString();
    }

    /// <summary>A statement of one account as camt.053 or, without balances, camt.054; lines that share a reference and day stay entries of their own.</summary>
    public static string Camt(string message, BankStatement statement)
    {
        var (old, notification) = (message.EndsWith(".02", StringComparison.Ordinal), message.StartsWith("camt.054", StringComparison.Ordinal));
        var text = new StringBuilder($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:{message}"><{(notification ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt")}>
            <GrpHdr><MsgId>{statement.Id}</MsgId><CreDtTm>2026-11-30T20:00:00+08:00</CreDtTm></GrpHdr>
            <{(notification ? "Ntfctn" : "Stmt")}><Id>{statement.Id}</Id><CreDtTm>2026-11-30T20:00:00+08:00</CreDtTm>
            <Acct><Id><Othr><Id>{statement.Account}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
            """);
        if (!notification)
        {
            text.Append(Balance("OPBD", statement.Opening!.Value, statement.From!.Value)).Append(Balance("CLBD", statement.Closing!.Value, statement.To!.Value));
        }

        foreach (var line in statement.Lines)
        {
            text.Append(Entry(line, old));
        }

        return text.Append($"</{(notification ? "Ntfctn" : "Stmt")}></{(notification ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt")}></Document>").ToString();
    }

    public static string Entry(StatementLine line, bool old)
    {
        var back = line.Reversal || line.ReturnReason is not null;
        var role = (line.Amount.Fen >= 0) == !back ? "Dbtr" : "Cdtr";
        var status = line.Status == LineStatus.Booked ? "BOOK" : line.Status == LineStatus.Pending ? "PDNG" : "INFO";
        var name = line.CounterpartyName is { } n ? old ? $"<{role}><Nm>{Escaped(n)}</Nm></{role}>" : $"<{role}><Pty><Nm>{Escaped(n)}</Nm></Pty></{role}>" : "";
        var account = line.CounterpartyAccount is { } a ? $"<{role}Acct><Id><Othr><Id>{a}</Id></Othr></Id></{role}Acct>" : "";
        var loan = line.LoanNo is { } l ? $"<Strd><RfrdDocInf><Tp><CdOrPrtry><Prtry>LOAN</Prtry></CdOrPrtry></Tp><Nb>{l}</Nb></RfrdDocInf></Strd>" : "";
        var remittance = line.Text.Length > 0 || loan.Length > 0 ? $"<RmtInf>{(line.Text.Length > 0 ? $"<Ustrd>{Escaped(line.Text)}</Ustrd>" : "")}{loan}</RmtInf>" : "";
        var returned = line.ReturnReason is { } why ? $"<RtrInf><Rsn><Cd>{why}</Cd></Rsn></RtrInf>" : "";
        var refs = line.EndToEndId is { } id ? $"<Refs><EndToEndId>{id}</EndToEndId></Refs>" : "";
        return $"""
            <Ntry><Amt Ccy="CNY">{Size(line.Amount)}</Amt><CdtDbtInd>{Direction(line.Amount)}</CdtDbtInd>{(line.Reversal ? "<RvslInd>true</RvslInd>" : "")}<Sts>{(old ? status : $"<Cd>{status}</Cd>")}</Sts>
            <BookgDt><Dt>{Day(line.Date)}</Dt></BookgDt>{(line.ValueDate is { } v ? $"<ValDt><Dt>{Day(v)}</Dt></ValDt>" : "")}{(line.Reference is { } r ? $"<AcctSvcrRef>{r}</AcctSvcrRef>" : "")}<BkTxCd><Prtry><Cd>1</Cd></Prtry></BkTxCd>
            <NtryDtls><TxDtls>{refs}{(old ? "" : $"<Amt Ccy=\"CNY\">{Size(line.Amount)}</Amt><CdtDbtInd>{Direction(line.Amount)}</CdtDbtInd>")}{(name + account is { Length: > 0 } parties ? $"<RltdPties>{parties}</RltdPties>" : "")}{remittance}{returned}</TxDtls></NtryDtls></Ntry>
            """;
    }

    /// <summary>A statement of random lines that adds up.</summary>
    public static BankStatement Random(Random random, int lines, bool reversals = true)
    {
        var day = new DateOnly(2026, 11, 1);
        var balance = random.NextInt64(-1_000_000, 1_000_000_000);
        var opening = balance;
        var list = new List<StatementLine>();
        for (var n = 1; n <= lines; n++)
        {
            day = day.AddDays(random.Next(3) == 0 ? 1 : 0);
            var fen = random.NextInt64(1, 1_000_000_000) * (random.Next(2) == 0 ? 1 : -1);
            balance += fen;
            var back = reversals && fen > 0 && random.Next(8) == 0;
            list.Add(new()
            {
                Number = n,
                Date = day,
                ValueDate = random.Next(2) == 0 ? null : day.AddDays(1),
                Amount = Money.OfFen(fen),
                Reversal = back && random.Next(2) == 0,
                ReturnReason = back ? "AC04" : null,
                CounterpartyName = random.Next(4) == 0 ? null : $"对手方<{random.Next(50)}>&公司",
                CounterpartyAccount = random.Next(4) == 0 ? null : $"6222{random.NextInt64(100_000_000_000_000)}",
                Reference = $"LS{n:00000000}",
                EndToEndId = random.Next(3) == 0 ? null : $"E{random.Next(1_000_000)}-{n}",
                LoanNo = random.Next(3) == 0 ? $"JJ{random.Next(1000)}" : null,
                Text = random.Next(3) == 0 ? "" : $"摘要 {random.Next(100)}",
                BalanceAfter = Money.OfFen(balance),
                Place = "",
            });
        }

        return new() { Id = "STMT-1", Account = "1202020209900012345", From = new(2026, 11, 1), To = day, Opening = Money.OfFen(opening), Closing = Money.OfFen(balance), Lines = list };
    }

    private static string Balance(string kind, Money amount, DateOnly day) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">{Size(amount)}</Amt><CdtDbtInd>{Direction(amount)}</CdtDbtInd><Dt><Dt>{Day(day)}</Dt></Dt></Bal>";

    private static string Size(Money amount) => (amount.Fen < 0 ? -amount : amount).ToString();

    private static string Direction(Money amount) => amount.Fen < 0 ? "DBIT" : "CRDT";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
