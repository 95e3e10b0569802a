using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Payments;
using Zhirong.Modules.Payments.UseCases;
using Zhirong.Modules.Tests.Ledger;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>Payments through the server, with the real channels and readers.</summary>
public sealed class PaymentsApiTests(Desk.Desk desk)
{
    private static int opened;

    [Fact]
    public async Task Table_PastedWithChineseTitles_BecomesItems()
    {
        var read = await Upload("/api/v1/payments/table?purpose=放款", Encoding.UTF8.GetBytes("序号\t收款人户名\t收款账号\t开户行\t联行号\t金额（元）\t借据号\n1\t甲公司\t6222 0001\t宁波银行\t313332082914\t1,234,567.89\tJJ1\n2\t乙公司\t6222 0002\t宁波银行\t313332082914\t2300万\tJJ2\n合计\t\t\t\t\t24234567.89\t\n"));
        Assert.Empty(read["findings"]!.AsArray());
        Assert.Equal(("24234567.89", "62220001", "1234567.89", "JJ2"), ($"{read["total"]}", $"{read["items"]![0]!["account"]}", $"{read["items"]![0]!["amount"]}", $"{read["items"]![1]!["loanNo"]}"));
        Assert.Equal("PAY-0916", $"{(await Upload("/api/v1/payments/table", "随便\t什么\n1\t2\n"u8.ToArray(), HttpStatusCode.UnprocessableEntity))["code"]}");
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetBytes("户名,账号,行号,金额\n丙公司,6222,313332082914,1.005\n");
        Assert.Equal("PAY-0111 items.0.amount", (await Upload("/api/v1/payments/table", gbk))["findings"]!.AsArray().Select(f => $"{f!["code"]} {f["path"]}").Single());
        Assert.Equal("PAY-0202", $"{(await Upload("/api/v1/payments/table", "户名,账号,金额\n"u8.ToArray(), HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    [Fact]
    public async Task Batch_ThroughTheServer_IsMadeCheckedSentAndExported()
    {
        var (account, number) = await Account();
        var request = new { title = "第一期", accountId = account, channel = "pain.001.001.09", valueDate = Workday(), purpose = "放款", items = new[] { new { payeeName = "甲公司", account = "62220001", amount = "100.00", agentCnaps = "313332082914", agentName = "宁波银行" } } };
        var batch = await desk.Post("/api/v1/payments/batches", request, HttpStatusCode.Created, key: $"b-{number}");
        Assert.Equal($"{batch}", $"{await desk.Post("/api/v1/payments/batches", request, HttpStatusCode.Created, key: $"b-{number}")}");
        var id = $"{batch["id"]}";
        Assert.Equal(("draft", "草稿", "100.00"), ($"{batch["state"]}", $"{batch["stateTitle"]}", $"{batch["total"]}"));
        var findings = (await desk.Get($"/api/v1/payments/batches/{id}/findings"))["findings"]!.AsArray();
        Assert.Contains("PAY-0216", findings.Select(f => $"{f!["code"]}"));
        Assert.Equal("PAY-0206", await Code(HttpMethod.Post, $"/api/v1/payments/batches/{id}/check", new { baseVersion = 1 }));
        var confirm = findings.Where(f => $"{f!["severity"]}" == "warning").Select(f => new { code = $"{f!["code"]}", path = $"{f["path"]}", found = $"{f["found"]}", reason = "电话核实" });
        Assert.Equal("checked", $"{(await desk.Post($"/api/v1/payments/batches/{id}/check", new { baseVersion = 1, confirm }))["state"]}");
        Assert.Equal("PAY-0203", await Code(HttpMethod.Post, $"/api/v1/payments/batches/{id}/approve", new { baseVersion = 1 }));
        Assert.Equal("PAY-0204", await Code(HttpMethod.Post, $"/api/v1/payments/batches/{id}/approve", new { baseVersion = 2 }));
        var other = Viewer.Local with { Person = "审批人", User = Guid.CreateVersion7() };
        var approved = await desk.Store.Commits.Once(other, null, TimeProvider.System, work => ApproveBatch.Approve(work, Guid.Parse(id), new(2), desk.Part<PaymentDesk>()), TestContext.Current.CancellationToken);
        Assert.Empty(approved.Refusals);
        var sent = await desk.Post($"/api/v1/payments/batches/{id}/send", new { baseVersion = 3 }, key: $"s-{number}");
        Assert.Equal("sent", $"{sent["batch"]!["state"]}");
        Assert.Equal($"{sent}", $"{await desk.Post($"/api/v1/payments/batches/{id}/send", new { baseVersion = 3 }, key: $"s-{number}")}");
        var file = await desk.Http.GetStringAsync($"/api/v1/payments/files/{sent["files"]![0]!["id"]}/content", TestContext.Current.CancellationToken);
        var item = (await desk.Get($"/api/v1/payments/batches/{id}/items"))["items"]![0]!;
        Assert.Contains($"<EndToEndId>{item["endToEndId"]}</EndToEndId>", file, StringComparison.Ordinal);
        Assert.Contains("<Document", file, StringComparison.Ordinal);

        // The bank's answer, as pain.002 and then as camt.054 would be read, settles it to the fen.
        var answer = Pain002($"{item["endToEndId"]}", "ACSC", "100.00");
        var read = await Upload("/api/v1/payments/answers", answer);
        Assert.Equal(("1", "moved", "settled", "False"), ($"{read["moved"]}", $"{read["items"]![0]!["heed"]}", $"{read["items"]![0]!["state"]}", $"{read["repeated"]}".Replace("false", "False", StringComparison.Ordinal)));
        Assert.Equal("true", $"{(await Upload("/api/v1/payments/answers", answer))["repeated"]}".ToLowerInvariant());
        var detail = await desk.Get($"/api/v1/payments/items/{item["id"]}");
        Assert.Equal(("settled", 1), ($"{detail["item"]!["state"]}", detail["attempts"]!.AsArray().Count));
        Assert.Contains("heard", detail["history"]!.AsArray().Select(h => $"{h!["what"]}"));
        Assert.Contains("sent", (await desk.Get($"/api/v1/payments/batches/{id}/history"))["items"]!.AsArray().Select(h => $"{h!["what"]}"));
        Assert.Contains(id, (await desk.Get($"/api/v1/payments/batches?state=settled&query=甲公司"))["items"]!.AsArray().Select(b => $"{b!["id"]}"));
        var sheet = WorkbookReader.Read(await desk.Http.GetByteArrayAsync($"/api/v1/payments/batches/{id}/batch.xlsx", TestContext.Current.CancellationToken)).Value.Sheets[0];
        Assert.Contains(sheet.Cells, c => c.Text == "甲公司");
        Assert.Contains(sheet.Cells, c => c.Text == "100" && c.Formula);
        Assert.Equal(HttpStatusCode.OK, (await desk.Http.GetAsync("/api/v1/payments/differences.xlsx?lang=en", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Statement_ByMappedSheet_IsImportedAndItsLinesListed()
    {
        var (account, number) = await Account();
        var camt = Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M{number}</MsgId><CreDtTm>2026-11-27T20:00:00+08:00</CreDtTm></GrpHdr><Stmt><Id>S{number}</Id><FrToDt><FrDtTm>2026-11-27T00:00:00</FrDtTm><ToDtTm>2026-11-27T23:59:59</ToDtTm></FrToDt><Acct><Id><Othr><Id>{number}</Id></Othr></Id></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-27</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-27</Dt></Dt></Bal>
            <Ntry><Amt Ccy="CNY">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-27</Dt></BookgDt><AcctSvcrRef>R{number}</AcctSvcrRef><BkTxCd/></Ntry></Stmt></BkToCstmrStmt></Document>
            """.Trim());
        var read = await Upload("/api/v1/payments/statements", camt);
        Assert.Equal(("camt.053.001.08", "true", "1"), ($"{read["format"]}", $"{read["statements"]![0]!["trusted"]}".ToLowerInvariant(), $"{read["statements"]![0]!["lines"]}"));
        var line = (await desk.Get($"/api/v1/payments/lines?accountId={account}&state=open&from=2026-11-27&to=2026-11-27"))["items"]!.AsArray().Single()!;
        Assert.Equal(("-3.00", $"R{number}"), ($"{line["amount"]}", $"{line["reference"]}"));
        Assert.Empty((await desk.Get($"/api/v1/payments/lines?accountId={account}&from=2026-11-28"))["items"]!.AsArray());
        Assert.Empty((await desk.Get($"/api/v1/payments/lines/{line["id"]}/candidates"))["candidates"]!.AsArray());
        Assert.Equal("explained", $"{(await desk.Post($"/api/v1/payments/lines/{line["id"]}/explain", new { note = "手续费" }))["state"]}");
        Assert.Equal("PAY-0904", await Code(HttpMethod.Post, $"/api/v1/payments/lines/{line["id"]}/explain", new { note = "又" }));
        Assert.Single((await desk.Get($"/api/v1/payments/statements?accountId={account}"))["items"]!.AsArray());
        Assert.Equal("WEB-0106", await Code(HttpMethod.Get, "/api/v1/payments/lines?state=lost", null));
        Assert.Equal("WEB-0106", await Code(HttpMethod.Get, "/api/v1/payments/differences?kind=lost", null));
        var bomb = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><Document>&x;</Document>");
        Assert.StartsWith("PAY-06", $"{(await Upload("/api/v1/payments/statements", bomb, HttpStatusCode.UnprocessableEntity))["code"]}", StringComparison.Ordinal);
        Assert.StartsWith("PAY-06", $"{(await Upload("/api/v1/payments/answers", bomb, HttpStatusCode.UnprocessableEntity))["code"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_EnteredChangedAndListed_KeepTheirForm()
    {
        var (account, number) = await Account();
        Assert.Equal("PAY-0106", await Code(HttpMethod.Post, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number, name = "x", agentCnaps = "313332082914" }));
        Assert.Equal("PAY-0110", await Code(HttpMethod.Post, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = number + "9", name = "x", agentCnaps = "313332082914", closedLoop = true }));
        Assert.Equal("PAY-0109", await Code(HttpMethod.Post, "/api/v1/payments/accounts", new { role = "own", kind = "bank", number = number + "9", name = "x", agentCnaps = "313332082914", bookAccount = "100203" }));
        var seen = await desk.Get($"/api/v1/payments/accounts/{account}");
        var stale = await desk.Agreed($"/api/v1/payments/accounts/{account}", new { name = "新名", active = true, baseVersion = 9, agentCnaps = "313332082914" }, "failed", HttpMethod.Put);
        Assert.Equal("PAY-0203", $"{stale["answer"]!["code"]}");
        await desk.Agreed($"/api/v1/payments/accounts/{account}", new { name = "新名", active = true, baseVersion = (int)seen["version"]!, agentCnaps = "313332082914", closedLoop = true, purposes = new[] { "研发" } }, "done", HttpMethod.Put);
        var changed = await desk.Get($"/api/v1/payments/accounts/{account}");
        Assert.Equal(("新名", "2"), ($"{changed["name"]}", $"{changed["version"]}"));
        Assert.Equal("0.00", $"{(await desk.Get($"/api/v1/payments/accounts/{account}/closed-loop"))["sources"]}");
        Assert.Contains(account, (await desk.Get($"/api/v1/payments/accounts?role=own&closedLoop=true&query={number}"))["items"]!.AsArray().Select(a => $"{a!["id"]}"));
        Assert.Contains("ecny", (await desk.Get("/api/v1/payments/channels"))["channels"]!.AsArray().Select(c => $"{c!["code"]}"));
    }

    private async Task<(string Id, string Number)> Account()
    {
        var (own, number) = (await LedgerDesk.Open(desk), $"33{Interlocked.Increment(ref opened):00000000}");
        var account = await desk.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number, name = "测试专项计划", agentCnaps = "313332082914", agentName = "宁波银行", bookId = own.Id, bookAccount = "100201", counterAccount = "130301" }, HttpStatusCode.Created);
        return ($"{account["id"]}", number);
    }

    /// <summary>The next day on which banks work, from today.</summary>
    private string Workday()
    {
        var part = desk.Part<PaymentDesk>();
        return $"{part.Calendar.Roll(part.Today, Zhirong.Engine.Basics.RollRule.Following).Date:yyyy-MM-dd}";
    }

    private static byte[] Pain002(string endToEnd, string status, string amount) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>A-{endToEnd}</MsgId><CreDtTm>2026-11-30T10:00:00+08:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>X</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>{endToEnd}</OrgnlEndToEndId><TxSts>{status}</TxSts><AcctSvcrRef>REF-{endToEnd[^8..]}</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy="CNY">{amount}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """.Trim());

    private async Task<JsonNode> Upload(string path, byte[] bytes, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("X-File-Name", Uri.EscapeDataString("文件.xml"));
        return await Desk.Desk.Json(await desk.Http.SendAsync(request), expected);
    }

    private async Task<string> Code(HttpMethod method, string path, object? body, HttpStatusCode status = HttpStatusCode.UnprocessableEntity) =>
        $"{(await Desk.Desk.Json(body is null ? await desk.Http.GetAsync(path) : await desk.Send(method, path, body), status))["code"]}";
}
