using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Papers;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>Documents of a loan, from the assessed application to the payee: every figure from the record, a new version only where something changed, the same bytes when asked again.</summary>
public sealed class PaperTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Papers_FromTheApplicationToThePayee_SayWhatIsRecorded(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var rights = new[] { await house.Right("甲公司"), await house.Right("甲公司", "一种泵") };
        var application = await Assessed(house);

        // Before the resolution the memo says so; after it, it is another version with the approver.
        var memo = await Made(house, "loan_application", application, "credit-memo");
        Assert.Equal((1, 1), (memo, await Made(house, "loan_application", application, "credit-memo")));
        var first = await Page(house, "loan_application", application, "credit-memo");
        Assert.All((string[])["审查审批报告", "甲公司", "2,000,000.00", "采购原材料", "股权融资轮次", "待核实", "产品上限", "尚未作出审批决定"], text => Assert.Contains(text, first, StringComparison.Ordinal));
        await Refused(house, application);
        Assert.Equal(2, await Made(house, "loan_application", application, "credit-memo"));
        var second = await Page(house, "loan_application", application, "credit-memo");
        Assert.All((string[])["不同意", "股权资料待核实", "同意审查意见"], text => Assert.Contains(text, second, StringComparison.Ordinal));
        Assert.Contains("To be verified", await Page(house, "loan_application", application, "credit-memo", "en"), StringComparison.Ordinal);
        await Made(house, "loan_application", application, "qualification");
        await Made(house, "loan_application", application, "policy-advice");

        var pledge = await Pledged(house, rights);
        await Made(house, "pledge", pledge, "pledge-contract");
        var contract = await Page(house, "pledge", pledge, "pledge-contract");
        Assert.All((string[])["最高债权额为人民币 1,000,000.01 元（大写：壹佰万元零壹分）", "500,000.01", "1,600,000.00", "一种泵"], text => Assert.Contains(text, contract, StringComparison.Ordinal));

        var (line, loan) = await Drawn(house);
        foreach (var (about, id, template) in ((string, string, string)[])[("facility", line, "loan-contract"), ("facility", line, "conditions-checklist"), ("loan", loan, "drawdown-notice"), ("loan", loan, "payee-instruction")])
        {
            Assert.Equal(template == "conditions-checklist" ? 2 : 1, await Made(house, about, id, template));
            Assert.DoesNotContain("{", (await Page(house, about, id, template)).Split("<body", 2)[1], StringComparison.Ordinal);
        }

        Assert.Contains("丙供应商", await Page(house, "loan", loan, "payee-instruction"), StringComparison.Ordinal);
        await Files(house, loan);
        await Duty(house, loan);
        await Fields(house, [("loan_application", application), ("facility", line), ("pledge", pledge), ("loan", loan), ("loan_file", loan)]);
    }

    /// <summary>The file of a loan names what is not on record, and no longer once it is; the condition that was met in time is no gap.</summary>
    private static async Task Duty(ValuationHouse house, string loan)
    {
        Assert.Equal(1, await Made(house, "loan_file", loan, "duty-of-care"));
        var before = await Page(house, "loan_file", loan, "duty-of-care");
        Assert.All((string[])["额度没有关联贷款申请", "受托支付第 1 笔（丙供应商）：付款中", "丙供应商", "CG-1", "保单 1"], text => Assert.Contains(text, before, StringComparison.Ordinal));
        Assert.All((string[])["放款条件未落实", "在放款之后落实", "催收记录", "{"], text => Assert.DoesNotContain(text, before.Split("<body", 2)[1], StringComparison.Ordinal));

        await house.Post($"/api/v1/loans/{loan}/contacts", new { on = $"{house.Part<LoanDesk>().Today:yyyy-MM-dd}", channel = "phone", person = "王会计", said = "款项未到账" }, HttpStatusCode.Created);
        Assert.Equal(2, await Made(house, "loan_file", loan, "duty-of-care"));
        Assert.Contains("王会计", await Page(house, "loan_file", loan, "duty-of-care"), StringComparison.Ordinal);
        Assert.Contains("no application stands behind the line", await Page(house, "loan_file", loan, "duty-of-care", "en"), StringComparison.Ordinal);
    }

    /// <summary>A template whose words name what no record has is refused by place.</summary>
    [Fact]
    public void Read_ATemplateWithPlacesNobodyFills_NamesEachOfThem()
    {
        var text = File.ReadAllText(Repo.At("data", "documents", "drawdown-notice.yaml"))
            .Replace("{principal|capital}", "{principle|shout}", StringComparison.Ordinal).Replace("rows: schedule", "rows: plan", StringComparison.Ordinal).Replace("is: \"{number}\"", "is: \"{number\"", StringComparison.Ordinal);
        var refused = LoanDocuments.Read([Encoding.UTF8.GetBytes(text), File.ReadAllBytes(Repo.At("data", "documents", "credit-memo.yaml")), File.ReadAllBytes(Repo.At("data", "documents", "credit-memo.yaml"))]).Refusals;

        Assert.Equal(["LEN-0911", "LEN-0912", "LEN-0913", "LEN-0914", "LEN-0915"], refused.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(refused.Where(r => r.Code is "LEN-0911" or "LEN-0912"), r => Assert.True(r.Path == "sections.loan.blocks.0.facts.1.is" || r.Found is "days" or "due_on" or "interest" or "due" or "balance" or "n", r.Path));
    }

    /// <summary>A firm whose shares nobody looked at, asking for two million.</summary>
    private static async Task<string> Assessed(ValuationHouse house)
    {
        var made = await house.Post("/api/v1/firms", new { code = "91310115591693856A", name = "甲公司", region = "330106", tags = new[] { "高新技术企业" } }, HttpStatusCode.Created);
        var ratings = new Dictionary<string, object> { ["patent.score"] = "72", ["patent.litigation"] = "none", ["equity.founder_share"] = "0.45", ["equity.share_pledged"] = "0.1", ["market.revenue_growth"] = "0.15", ["market.orders_cover"] = "0.6", ["market.top_customer"] = "0.35" };
        var form = new { firmId = $"{made["firm"]!["id"]}", product = "abc-kechuang-e", amount = "2000000.00", months = 12, purpose = "采购原材料", ratings };
        var drafted = await house.Post("/api/v1/lending/applications", new { form }, HttpStatusCode.Created);
        var id = $"{drafted["row"]!["id"]}";
        Assert.Equal("LEN-0922", $"{(await house.Post("/api/v1/lending/papers", new { about = "loan_application", id, template = "credit-memo" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Post($"/api/v1/lending/applications/{id}/steps", new { act = "submit", baseVersion = 1 });
        await house.Post($"/api/v1/lending/applications/{id}/review", new { act = "assess", baseVersion = 2 });
        return id;
    }

    private static async Task Refused(ValuationHouse house, string application)
    {
        var path = $"/api/v1/lending/applications/{application}";
        var asked = await house.Post($"{path}/resolution", new { outcome = "refused", baseVersion = 3, reasons = new[] { "股权资料待核实" } }, HttpStatusCode.Accepted);
        using var risk = await house.As("risk-manager");
        await house.Post($"/api/v1/approvals/{asked["approval"]}/decide", new { round = 1, decision = "approve", note = "同意审查意见" }, who: risk);
        for (var tries = 0; tries < 300 && $"{(await house.Get(path))["row"]!["state"]}" != "decided"; tries++)
        {
            await Task.Delay(50);
        }

        // The case is done a moment after the resolution is.
        for (var tries = 0; tries < 300 && $"{(await house.Get($"/api/v1/approvals/{asked["approval"]}"))["row"]!["state"]}" != "done"; tries++)
        {
            await Task.Delay(50);
        }
    }

    private static async Task<string> Pledged(ValuationHouse house, string[] rights)
    {
        var order = new { contractNo = "ZY-1", mainContractNo = "ED-1", pledgors = new[] { new { name = "甲公司", address = "某市某路 1 号" } }, pledgee = new { name = "丙银行", address = "某市某路 2 号" }, claimKind = "credit_line", maximum = true, secured = "1000000.01", debtFrom = "2026-01-01", debtTo = "2028-12-31", scope = "本金、利息与实现质权的费用", items = rights.Select(r => new { rightId = r, value = "800000.00", valueSource = "评估报告" }).ToArray() };
        return $"{(await house.Post("/api/v1/pledges", order, HttpStatusCode.Created))["row"]!["id"]}";
    }

    private static async Task<(string Line, string Loan)> Drawn(ValuationHouse house)
    {
        var today = $"{house.Part<LoanDesk>().Today:yyyy-MM-dd}";
        var book = $"{(await house.Post("/api/v1/ledger/books", new { code = "BANK", name = "信贷账簿", kind = "bank", openedOn = today }, HttpStatusCode.Created))["id"]}";
        var account = $"{(await house.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "3300010001", name = "放款专户", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }, HttpStatusCode.Created))["id"]}";
        var line = $"{(await house.Post("/api/v1/facilities", new { number = "ED-1", kind = "single", borrower = "甲公司", amount = "200000.00", from = today, until = today, bookId = book, conditions = new[] { "保单" } }, HttpStatusCode.Created))["row"]!["id"]}";
        await Made(house, "facility", line, "conditions-checklist", HttpStatusCode.Created);
        await house.Post($"/api/v1/facilities/{line}/conditions/1", new { document = "保单 1", on = today, baseVersion = 1 });
        var loan = await house.Post($"/api/v1/facilities/{line}/loans", new { number = "JJ-1", principal = "120000.00", disbursedOn = today, purpose = "采购原料", accountId = account, channel = "pain.001.001.09", terms = new { method = "equalInstalment", count = 12, annualRate = "0.06" }, payouts = new[] { new { payee = "丙供应商", account = "33100200300", amount = "120000.00", contractNo = "CG-1", agentCnaps = "313332082914" } } }, HttpStatusCode.Created);
        Assert.Equal("true", $"{(await Row(house, "facility", line, "conditions-checklist"))["changed"]}");
        Assert.Equal(2, await Made(house, "facility", line, "conditions-checklist"));
        return (line, $"{loan["row"]!["id"]}");
    }

    /// <summary>Made, or standing; the number of its newest version.</summary>
    private static async Task<int> Made(ValuationHouse house, string about, string id, string template, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var list = await house.Post("/api/v1/lending/papers", new { about, id, template }, expected);
        var row = list["rows"]!.AsArray().Single(r => $"{r!["template"]}" == template)!;
        Assert.Equal("false", $"{row["changed"]}");
        return row["versions"]![0]!["n"]!.GetValue<int>();
    }

    private static async Task<JsonNode> Row(ValuationHouse house, string about, string id, string template) => (await house.Get($"/api/v1/lending/papers?about={about}&id={id}"))["rows"]!.AsArray().Single(r => $"{r!["template"]}" == template)!;

    private static async Task<string> Page(ValuationHouse house, string about, string id, string template, string lang = "zh") =>
        WebUtility.HtmlDecode(await house.Http.GetStringAsync($"/api/v1/lending/papers/{(await Row(house, about, id, template))["versions"]![0]!["id"]}?lang={lang}"));

    /// <summary>The same version is the same bytes, and each file that is handed out leaves evidence.</summary>
    private static async Task Files(ValuationHouse house, string loan)
    {
        var path = $"/api/v1/lending/papers/{(await Row(house, "loan", loan, "drawdown-notice"))["versions"]![0]!["id"]}";
        using var docx = await house.Http.GetAsync($"{path}?format=docx");
        var bytes = await docx.Content.ReadAsByteArrayAsync();
        Assert.True(docx.Headers.Contains("X-Evidence-Id"));
        Assert.Equal(bytes, await house.Http.GetByteArrayAsync($"{path}?format=docx"));
        Assert.Equal("LEN-0923", $"{(await house.Get($"{path}?format=odt", HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("LEN-0921", $"{(await house.Post("/api/v1/lending/papers", new { about = "loan", id = loan, template = "none" }, HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Post("/api/v1/lending/papers", new { about = "loan", id = Guid.NewGuid(), template = "drawdown-notice" }, HttpStatusCode.NotFound);
        var leaves = (await house.Get($"/api/v1/evidence/subjects/loan/{loan}"))["leaves"]!.AsArray().Select(l => $"{l!["event"]}").ToList();
        Assert.Equal(2, leaves.Count(l => l == "LoanPaperMade"));
    }

    /// <summary>A record has the fields its subject declares, and those alone: what a template may name is there.</summary>
    private static async Task Fields(ValuationHouse house, (string About, string Id)[] subjects)
    {
        var desk = house.Part<PaperDesk>();
        await using var read = house.Store.Read(Viewer.Local);
        foreach (var (about, id) in subjects)
        {
            var (record, subject) = (desk.Record(read, about, Guid.Parse(id))!.Value.Value, PaperSubjects.Of(about));
            Assert.Equal([.. subject.Fields.Concat(subject.Lists.Keys).Order(StringComparer.Ordinal)], record.Select(f => f.Key).Order(StringComparer.Ordinal));
            Assert.All(subject.Lists, list => Assert.All(record[list.Key]!.AsArray(), item => Assert.True(item!.AsObject().Select(f => f.Key).ToHashSet().IsSupersetOf(list.Value), $"{about}.{list.Key}")));
        }
    }
}
