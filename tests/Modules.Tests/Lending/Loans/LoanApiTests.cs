using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>A line and a loan through the server: refused, met, drawn, paid, repaid, tried, closed as a job, listed and printed; a release that takes a second person.</summary>
public sealed class LoanApiTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Loan_FromTheLineToTheClose_GoesThroughTheServer(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var today = $"{house.Part<LoanDesk>().Today:yyyy-MM-dd}";
        var book = $"{(await house.Post("/api/v1/ledger/books", new { code = "BANK", name = "信贷账簿", kind = "bank", openedOn = today }, HttpStatusCode.Created))["id"]}";
        var account = $"{(await house.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "3300010001", name = "放款专户", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }, HttpStatusCode.Created))["id"]}";
        var order = new { number = "ED-1", kind = "single", borrower = "甲公司", amount = "200000.00", from = today, until = today, bookId = book, conditions = new[] { "保单" } };
        var line = await house.Post("/api/v1/facilities", order, HttpStatusCode.Created, key: "f-1");
        Assert.Equal($"{line}", $"{await house.Post("/api/v1/facilities", order, HttpStatusCode.Created, key: "f-1")}");
        Assert.Equal("LEN-0601", $"{(await house.Post("/api/v1/facilities", order, HttpStatusCode.UnprocessableEntity))["code"]}");
        var path = $"/api/v1/facilities/{line["row"]!["id"]}";
        Assert.Equal("LEN-0704", $"{(await house.Post($"{path}/loans", Draw(today, account), HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Post($"{path}/conditions/1", new { document = "保单 1", on = today, baseVersion = 1 });
        var drawn = await house.Post($"{path}/loans", Draw(today, account), HttpStatusCode.Created);
        var loan = $"/api/v1/loans/{drawn["row"]!["id"]}";
        Assert.Equal(("ordered", "draft"), ($"{drawn["row"]!["state"]}", $"{(await house.Get($"/api/v1/payments/batches/{drawn["payouts"]![0]!["batchId"]}"))["row"]?["state"] ?? "draft"}"));
        Assert.Equal("LEN-0714", $"{(await house.Post($"{path}/loans", Draw(today, account, "JJ-2"), HttpStatusCode.UnprocessableEntity))["code"]}");

        await Paid(house, Guid.Parse($"{drawn["row"]!["id"]}"), book, today);
        var alive = await house.Get(loan);
        Assert.Equal(("active", "120000.00", "1"), ($"{alive["row"]!["state"]}", $"{alive["now"]!["balance"]}", $"{alive["events"]!.AsArray().Count}"));
        var receipt = new { amount = "500.00", effective = today, reference = "HK-1", baseVersion = alive["row"]!["version"]!.GetValue<int>() };
        var repaid = await house.Post($"{loan}/receipts", receipt, HttpStatusCode.Created);
        Assert.Equal("500.00", $"{repaid["now"]!["credit"]}");
        Assert.Equal("LEN-0007", $"{(await house.Post($"{loan}/receipts", receipt, HttpStatusCode.Conflict))["code"]}");
        var ahead = $"{DateOnly.Parse(today, null).AddDays(10):yyyy-MM-dd}";
        Assert.Equal("119500.00", $"{(await house.Post($"{loan}/quote", new { day = ahead, principal = "119500.00" }))["principal"]}");

        var asked = await house.Post($"{loan}/fees", new { amount = "10.00", effective = today, note = "催收费", baseVersion = repaid["row"]!["version"]!.GetValue<int>() }, HttpStatusCode.Accepted);
        Assert.NotEqual("", $"{asked["approval"]}");
        await Closed(house, today, loan);
        await Read(house, loan, today);
    }

    private static object Draw(string today, string account, string number = "JJ-1") => new
    {
        number,
        principal = "120000.00",
        disbursedOn = today,
        purpose = "采购原料",
        accountId = account,
        channel = "pain.001.001.09",
        terms = new { method = "equalInstalment", count = 12, annualRate = "0.06" },
        payouts = new[] { new { payee = "丙供应商", account = "33100200300", amount = "120000.00", contractNo = "CG-1", agentCnaps = "313332082914" } },
    };

    /// <summary>What the bank's answer brings: an entry of the paying account's book, and the event.</summary>
    private static async Task Paid(ValuationHouse house, Guid loan, string book, string today)
    {
        var entry = Guid.CreateVersion7();
        await house.Post($"/api/v1/ledger/books/{book}/entries", new { entries = new object[] { Entry(Guid.CreateVersion7(), "1003", "4001", "1000000.00"), Entry(entry, "130301", "1003", "120000.00") } });
        await house.Store.Commits.Write(Viewer.Everything("deliver an event in a test"), async work =>
        {
            var payout = await work.Set<LoanPayout>().SingleAsync(p => p.LoanId == loan);
            var said = new JsonObject { ["amount"] = "120000.00", ["day"] = today, ["entry"] = RowValues.Of(entry) };
            await new PaymentsHeard(house.Part<LoanDesk>()).Handle(work, new(1, Guid.CreateVersion7(), "PaymentSettled", "payitem", RowValues.Of(payout.ItemId), said.ToJsonString(), 1));
            return 0;
        });

        object Entry(Guid id, string debit, string credit, string amount) => new { id, effective = today, @event = "x", lines = new[] { new { account = debit, side = "debit", amount }, new { account = credit, side = "credit", amount } } };
    }

    private static async Task Closed(ValuationHouse house, string today, string loan)
    {
        await house.Post("/api/v1/loans/close", new { day = today }, HttpStatusCode.Accepted);
        for (var tries = 0; tries < 600 && $"{(await house.Get(loan))["row"]!["closedDay"]}" != today; tries++)
        {
            await Task.Delay(50);
        }

        var row = (await house.Get(loan))["row"]!;
        Assert.Equal((today, "20.00", "500.00", ""), ($"{row["closedDay"]}", $"{row["accrued"]}", $"{row["credit"]}", $"{row["fault"]}"));
        Assert.NotEqual(0, (await house.Get($"{loan}/postings"))["total"]!.GetValue<int>());
    }

    private static async Task Read(ValuationHouse house, string loan, string today)
    {
        foreach (var query in (string[])["sort=number", "sort=-borrower", "sort=balance", "sort=principal", "sort=nextDue", "sort=-maturity", "sort=pastDue", "state=active&class=pass", "due=month", "q=JJ"])
        {
            var page = await house.Get($"/api/v1/loans?{query}");
            Assert.Equal(query == "due=month" ? page["total"]!.GetValue<int>() : 1, page["total"]!.GetValue<int>());
        }

        Assert.Equal(0, (await house.Get("/api/v1/loans?due=overdue"))["total"]!.GetValue<int>());
        Assert.Equal("WEB-0106", $"{(await house.Get("/api/v1/loans?sort=x", HttpStatusCode.UnprocessableEntity))["code"]}");
        var statement = await house.Get($"{loan}/statement?from={today}&to={today}");
        Assert.Equal(("120000.00", 2), ($"{statement["closing"]}", statement["lines"]!.AsArray().Count));
        foreach (var file in (string[])["/api/v1/loans/register.xlsx", $"{loan}/statement.xlsx"])
        {
            Assert.Equal(0x50, (await house.Http.GetByteArrayAsync(file))[0]);
        }

        await house.Get("/api/v1/loans/dunning");
        Assert.Equal(0, (await house.Post("/api/v1/loans/breaches/check", new { }))["opened"]!.GetValue<int>());
    }
}
