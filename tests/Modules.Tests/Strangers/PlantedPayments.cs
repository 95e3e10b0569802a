using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Modules.Payments;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>
/// The owner's payments: for every step of a batch one that stands just before it, payments of one batch in every state an endpoint
/// asks for, and a statement with a line for everything that can be done with one. The book stays behind the bank, so that something
/// waits to be posted.
/// </summary>
internal sealed class PlantedPayments(PlantedDesk desk, HttpClient checker)
{
    private const string Mark = PlantedDesk.Mark, Number = "33010700170001", Wallet = "0023170017001701";

    private static int amounts;

    /// <summary>A batch of one payment to the payee planted, of an amount of its own.</summary>
    public static object Batch(PlantedDesk desk, int items = 1, string text = Mark) => new
    {
        title = $"{text} 投放",
        accountId = desk.Behind["payAccount"],
        channel = "ecny",
        valueDate = Today(desk),
        purpose = $"{text} 用途",
        items = Enumerable.Range(0, items).Select(_ => new { payeeName = $"{text} 收款人", account = Wallet, kind = "ecny_wallet", operatingBank = "宁波银行", amount = $"10.{Interlocked.Increment(ref amounts) % 90 + 10}", purpose = $"{text} 用途", loanNo = $"{text}-1" }).ToList(),
    };

    public static string Today(PlantedDesk desk) => $"{desk.Server.Services.GetRequiredService<PaymentDesk>().Today:yyyy-MM-dd}";

    public async Task Plant()
    {
        var book = Id(await desk.Post("/api/v1/ledger/books", new { code = $"{Mark}-PAY", name = $"{Mark} 收付账簿", kind = "plan", openedOn = "2026-06-01" }));
        desk.Behind["payAccount"] = desk.Behind["openedPayAccount"] = await Account(new { role = "own", kind = "bank", number = Number, name = $"{Mark} 专项计划", agentName = "宁波银行", agentCnaps = "313332082914", bookId = book, bookAccount = "100201", counterAccount = "130301", note = Mark });
        desk.Behind["closedLoop"] = desk.Behind["changePayAccount"] = await Account(new { role = "own", kind = "bank", number = $"{Number}9", name = $"{Mark} 封闭账户", agentCnaps = "313332082914", closedLoop = true, purposes = new[] { $"{Mark} 用途" } });
        await Account(new { role = "payee", kind = "ecny_wallet", number = Wallet, name = $"{Mark} 收款人", operatingBank = "宁波银行" });
        foreach (var step in (string[])["amendBatch", "checkBatch", "cancelBatch"])
        {
            desk.Behind[step] = await Made();
        }

        foreach (var step in (string[])["approveBatch", "reopenBatch"])
        {
            desk.Behind[step] = await Checked();
        }

        desk.Behind["sendBatch"] = await Approved();
        await Sent();
        await Statement();
        desk.Behind["approvals"] = (await desk.Post($"/api/v1/payments/batches/{desk.Behind["approveBatch"]}/approve", new { baseVersion = 2, note = $"{Mark} 请审批" }, checker))["approval"]!.GetValue<string>();
    }

    private async Task<string> Account(object account) => Id(await desk.Post("/api/v1/payments/accounts", account));

    private async Task<string> Made(int items = 1) => Id(await desk.Post("/api/v1/payments/batches", Batch(desk, items)));

    private async Task<string> Checked(int items = 1)
    {
        var batch = await Made(items);
        await desk.Post($"/api/v1/payments/batches/{batch}/check", new { baseVersion = 1 }, checker);
        return batch;
    }

    private async Task<string> Approved(int items = 1)
    {
        var batch = await Checked(items);
        desk.Behind["readApproval"] = (await desk.Agreed($"/api/v1/payments/batches/{batch}/approve", new { baseVersion = 2, note = Mark }, checker, "approver"))["row"]!["id"]!.GetValue<string>();
        return batch;
    }

    /// <summary>Four payments sent: one heard nothing of, one asked about, one refused, one paid.</summary>
    private async Task Sent()
    {
        var batch = desk.Behind["batches"] = await Approved(4);
        desk.Behind["files"] = Id((await desk.Post($"/api/v1/payments/batches/{batch}/send", new { baseVersion = 3 }))["files"]![0]!);
        var items = (await desk.Get($"/api/v1/payments/batches/{batch}/items"))["items"]!.AsArray();
        (desk.Behind["items"], desk.Behind["retryItem"]) = (Id(items[0]!), Id(items[2]!));
        desk.Behind["queries"] = await Asked(Id(items[1]!));
        await desk.Post($"/api/v1/payments/queries/{await Asked(Id(items[2]!))}/answer", new { answer = "rejected", note = $"{Mark} 银行答复" });
        await Upload("answers", Answer($"{items[3]!["endToEndId"]}", $"{items[3]!["amount"]}"));
        Assert.NotNull((await desk.Get($"/api/v1/payments/items/{Id(items[3]!)}"))["attempts"]![0]!["unposted"]);
    }

    private async Task<string> Asked(string item) => Id((await desk.Post($"/api/v1/payments/items/{item}/query", new { way = $"{Mark} 柜台" }))["attempts"]![0]!["queries"]![0]!);

    /// <summary>Lines to match, to take a match back from, to explain, to post; and one left over, which is a difference.</summary>
    private async Task Statement()
    {
        await Upload("statements", Camt("5.01", "6.02", "7.03", "8.04", "9.05"));
        var lines = (await desk.Get($"/api/v1/payments/lines?accountId={desk.Behind["payAccount"]}"))["items"]!.AsArray().ToDictionary(l => $"{l!["amount"]}", l => Id(l!));
        var planned = await desk.Post("/api/v1/payments/receipts", new
        {
            accountId = desk.Behind["payAccount"],
            receipts = ((string[])["5.01", "6.02", "8.04", "100.00"]).Select(amount => new { due = Today(desk), payerName = $"{Mark} 付款人", amount, purpose = $"{Mark} 还款" }),
        });
        var receipts = planned["receipts"]!.AsArray().ToDictionary(r => $"{r!["amount"]}", r => Id(r!));
        foreach (var amount in (string[])["6.02", "8.04"])
        {
            await desk.Post($"/api/v1/payments/lines/{lines[amount]}/match", new { kind = "receipt", id = receipts[amount], note = Mark });
        }

        (desk.Behind["lines"], desk.Behind["unmatchPayLine"], desk.Behind["explainPayLine"]) = (lines["5.01"], lines["6.02"], lines["7.03"]);
        (desk.Behind["expected"], desk.Behind["receipts"], desk.Behind["postReceipt"]) = (receipts["5.01"], receipts["100.00"], receipts["8.04"]);
        await desk.Post("/api/v1/payments/differences/count", new { date = Today(desk) });
        var difference = (await desk.Get("/api/v1/payments/differences?kind=unmatched_line&pageSize=500"))["items"]!.AsArray().Single(d => $"{d!["subjectId"]}" == lines["9.05"])!;
        Assert.Equal(1, difference["version"]!.GetValue<int>());
        desk.Behind["differences"] = Id(difference);
    }

    private static string Id(JsonNode answer) => answer["id"]!.GetValue<string>();

    private async Task Upload(string where, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/payments/{where}") { Content = content };
        request.Headers.Add("X-File-Name", $"{Mark}.xml");
        desk.Told(await Desk.Desk.Json(await desk.Owner.SendAsync(request), HttpStatusCode.OK));
    }

    /// <summary>The bank's word that a payment is made.</summary>
    private string Answer(string endToEnd, string amount) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>A1</MsgId><CreDtTm>{Today(desk)}T10:00:00+08:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>X</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>{endToEnd}</OrgnlEndToEndId><TxSts>ACSC</TxSts><AcctSvcrRef>{Mark}P1</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="CNY">{amount}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """;

    /// <summary>A statement of today with money in.</summary>
    private string Camt(params string[] amounts)
    {
        var (day, total) = (Today(desk), amounts.Sum(a => decimal.Parse(a, System.Globalization.CultureInfo.InvariantCulture)));
        var entries = amounts.Select((amount, n) => $"""<Ntry><Amt Ccy="CNY">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{Mark}L{n}</AcctSvcrRef><BkTxCd/></Ntry>""");
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>{day}T20:00:00+08:00</CreDtTm></GrpHdr><Stmt><Id>{Mark}S</Id><FrToDt><FrDtTm>{day}T00:00:00</FrDtTm><ToDtTm>{day}T23:59:59</ToDtTm></FrToDt><Acct><Id><Othr><Id>{Number}</Id></Othr></Id></Acct>
            {Balance("OPBD", 0)}{Balance("CLBD", total)}{string.Concat(entries)}</Stmt></BkToCstmrStmt></Document>
            """;

        string Balance(string kind, decimal amount) => FormattableString.Invariant($"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">{amount:0.00}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>");
    }
}
