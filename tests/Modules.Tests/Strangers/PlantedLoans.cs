using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's lines: one with a condition not met, one drawn; loans ordered, refused by the bank, paid out; a breach.</summary>
internal static class PlantedLoans
{
    private const string Mark = PlantedDesk.Mark;

    /// <summary>Of a loan the bank has paid out: ordered, paid.</summary>
    private const int Version = 2;

    private static readonly object Terms = new { method = "equalInstalment", count = 12, annualRate = "0.06" };

    public static string[] Lists { get; } = ["/api/v1/facilities?pageSize=500", "/api/v1/loans?pageSize=500", "/api/v1/loans/breaches?pageSize=500", "/api/v1/loans/dunning", "/api/v1/loans/checks?pageSize=500", "/api/v1/loans/promises?pageSize=500", "/api/v1/loans/imports?pageSize=500", "/api/v1/loans/mappings"];

    public static async Task Plant(PlantedDesk desk)
    {
        var loans = desk.Server.Services.GetRequiredService<LoanDesk>();
        var today = $"{loans.Today:yyyy-MM-dd}";
        var book = $"{(await desk.Post("/api/v1/ledger/books", new { code = $"{Mark}-B", name = Mark, kind = "bank", openedOn = "2026-01-01" }))["id"]}";
        var account = $"{(await desk.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number = "9990001", name = $"{Mark} 银行", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101", note = Mark }))["id"]}";
        (desk.Behind["bankBook"], desk.Behind["bankAccount"]) = (book, account);
        desk.Behind["meetPrecedent"] = await Line("1", [Mark]);
        desk.Behind["setFacilityState"] = await Line("3", []);
        desk.Behind["facilities"] = await Line("2", []);
        desk.Behind["loans"] = await Loan(1, paid: true);
        foreach (var (n, endpoint) in ((string[])["recordReceipt", "recordPrepayment", "findMisuse", "chargeFee", "repriceLoan", "extendLoan", "restructureLoan", "judgeLoan", "writeOffLoan"]).Index())
        {
            desk.Behind[endpoint] = await Loan(n + 2, paid: true);
        }

        (desk.Behind["doLoanCheck"], desk.Behind["correctLoanCheck"]) = (await Loan(24, paid: true), await Loan(25, paid: true));
        await desk.Post($"/api/v1/loans/{desk.Behind["correctLoanCheck"]}/checks/1/done", Looked(desk, today));
        desk.Behind["takeBackPayoutProof"] = await Loan(26, paid: true);
        await desk.Post($"/api/v1/loans/{desk.Behind["takeBackPayoutProof"]}/proceeds/1/proofs", Proof(today));
        desk.Behind["measureLoanPromise"] = await Loan(27, paid: true);
        desk.Behind["undoLoanEvent"] = await Loan(21, paid: true);
        await desk.Post($"/api/v1/loans/{desk.Behind["undoLoanEvent"]}/receipts", new { amount = "1.00", effective = today, reference = Mark, baseVersion = Version });
        (desk.Behind["settleReceiptDoubt"], desk.Behind["writeDunningLetter"]) = (await Loan(22, paid: true), await Loan(23, paid: true));
        await Owner(async work =>
        {
            var promising = Guid.Parse(desk.Behind["measureLoanPromise"]);
            work.Add(new LoanPromise { LoanId = promising, N = 1, FacilityId = Guid.Parse(desk.Behind["facilities"]), Indicator = "revenue", Zh = Mark, En = Mark, Unit = "yuan", Direction = "at_least", Target = 10_000, BaselineSource = "", PromisedOn = loans.Today, ByDay = loans.Today, DueOn = loans.Today, Missed = "none", MissedDays = 0, MissedPoints = 0, List = Mark, State = "open", At = 1, By = "x" });
            await work.SaveChangesAsync();
            return 0;
        });
        await Owner(async work =>
        {
            // A receipt of the statement under the loan's own id, so that one id stands in both places of the path.
            var doubted = desk.Behind["settleReceiptDoubt"];
            work.Add(new ReceiptDoubt { LoanId = Guid.Parse(doubted), ReceiptId = doubted, Fen = 100, Day = loans.Today, Cash = "1003", Twin = 1, State = "open", At = 1, SettledBy = "" });
            var late = Guid.Parse(desk.Behind["writeDunningLetter"]);
            (await work.Set<Loan>().SingleAsync(l => l.Id == late)).PastDue = 40;
            return 0;
        });
        desk.Behind["cancelPayout"] = await Loan(20, paid: false);
        await Owner(work => Told(work, desk.Behind["cancelPayout"], "PaymentRejected"));
        await Owner(async work =>
        {
            await CovenantWatch.OverLine(work, loans, Guid.Parse(desk.Behind["facilities"]));
            return 0;
        });
        desk.Behind["breaches"] = $"{(await desk.Get($"/api/v1/facilities/{desk.Behind["facilities"]}"))["breaches"]![0]!["id"]}";

        await desk.Post("/api/v1/loans/mappings", new { name = Mark, columns = new Dictionary<string, string> { [Mark] = "number" } });
        using var sheet = new StringContent($"借据号,借款人,金额,余额,利率,还款方式,放款日,到期日\n{Mark}-S1,{Mark} 公司,1000,1000,3.45%,一次还本付息,2026-01-01,2199-01-01\n", Encoding.UTF8, "application/octet-stream");
        sheet.Headers.Add("X-File-Name", Mark);
        var looked = await desk.Owner.PostAsync($"/api/v1/loans/imports?bookId={book}", sheet);
        Assert.Equal(HttpStatusCode.Created, looked.StatusCode);
        desk.Behind["imports"] = $"{JsonNode.Parse(await looked.Content.ReadAsStringAsync())!["id"]}";

        async Task<string> Line(string n, string[] conditions) => $"{(await desk.Post("/api/v1/facilities", new { number = $"{Mark}-{n}", kind = "revolving", borrower = $"{Mark} 公司", amount = "100000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, conditions }))["row"]!["id"]}";

        async Task<string> Loan(int n, bool paid)
        {
            var made = await desk.Post($"/api/v1/facilities/{desk.Behind["facilities"]}/loans", new { number = $"{Mark}-L{n}", principal = "1000.00", disbursedOn = today, purpose = Mark, terms = Terms, accountId = account, channel = "pain.001.001.09", payouts = new[] { new { payee = Mark, account = "33100200300", amount = "1000.00", contractNo = Mark, agentCnaps = "313332082914" } } });
            var id = $"{made["row"]!["id"]}";
            return paid && await Owner(work => Told(work, id, "PaymentSettled")) == 0 ? id : id;
        }

        async Task<int> Told(ZhirongContext work, string loan, string kind)
        {
            var id = Guid.Parse(loan);
            var payout = await work.Set<LoanPayout>().SingleAsync(p => p.LoanId == id);
            var said = new JsonObject { ["day"] = today, ["entry"] = RowValues.Of(Guid.CreateVersion7()), ["amount"] = "1000.00" };
            await new PaymentsHeard(loans).Handle(work, new(1, Guid.CreateVersion7(), kind, "payitem", RowValues.Of(payout.ItemId), said.ToJsonString(), 1));
            return 0;
        }

        Task<int> Owner(Func<ZhirongContext, Task<int>> work) => desk.Store.Commits.Write(Viewer.Local, work);
    }

    private static object Proof(string today) => new { kind = "invoice", number = "x", on = today, amount = "1.00", file = "x", sha256 = new string('a', 64) };

    /// <summary>A first check as the plan asks for it.</summary>
    private static object Looked(PlantedDesk desk, string today) => new
    {
        doneOn = today,
        way = "offsite",
        result = "sound",
        conclusion = Mark,
        findings = desk.Server.Services.GetRequiredService<LoanDesk>().Law.Visits.Points("first").Select(p => new { item = p.Id, result = "normal" }).ToArray(),
    };

    /// <summary>Requests an owner could make.</summary>
    public static object? Body(PlantedDesk desk, string name)
    {
        var today = $"{desk.Server.Services.GetRequiredService<LoanDesk>().Today:yyyy-MM-dd}";
        return name switch
        {
            "makeFacility" => new { number = "x", kind = "revolving", borrower = "x", amount = "1.00", from = today, until = today, bookId = desk.Behind["bankBook"] },
            "draftFirmAid" => new { loanId = desk.Behind["loans"], scheme = "xuchang-aid", year = 2026, firmId = desk.Behind["firms"] },
            "meetPrecedent" => new { document = "x", on = today, baseVersion = 1 },
            "setFacilityState" => new { state = "frozen", reason = "x", baseVersion = 1 },
            "drawLoan" => new { number = "x", principal = "1.00", disbursedOn = today, purpose = "x", terms = Terms, accountId = desk.Behind["bankAccount"], channel = "pain.001.001.09", payouts = new[] { new { payee = "x", account = "33100200300", amount = "1.00", contractNo = "x", agentCnaps = "313332082914" } } },
            "recordReceipt" => new { amount = "1.00", effective = today, reference = "x", baseVersion = Version },
            "recordPrepayment" => new { principal = "1.00", effective = today, reference = "x", baseVersion = Version },
            "chargeFee" => new { amount = "1.00", effective = today, note = "x", baseVersion = Version },
            "repriceLoan" => new { annualRate = "0.05", effective = today, note = "x", baseVersion = Version },
            "extendLoan" => new { terms = new { method = "equalInstalment", count = 18, annualRate = "0.06" }, effective = today, note = "x", baseVersion = Version },
            "restructureLoan" => new { terms = new { method = "equalInstalment", count = 24, annualRate = "0.06" }, effective = today, note = "x", baseVersion = Version },
            "findMisuse" => new { amount = "1.00", effective = today, note = "x", baseVersion = Version },
            "judgeLoan" => new { atBest = "doubtful", effective = today, note = "x", baseVersion = Version },
            "writeOffLoan" => new { effective = today, note = "x", baseVersion = Version },
            "undoLoanEvent" => new { n = 2, reason = "x", baseVersion = Version + 1 },
            "cancelPayout" => new { reason = "x", baseVersion = 1 },
            "quotePrepayment" => new { day = $"{DateOnly.Parse(today, null).AddDays(1):yyyy-MM-dd}" },
            "tryLoanEvent" => new { @event = "fees", order = new { amount = "1.00", effective = today, note = "x", baseVersion = Version } },
            "settleReceiptDoubt" => new { outcome = "other", note = "x", baseVersion = Version },
            "keepContact" => new { on = today, channel = "phone", person = "x", said = "x" },
            "keepPayoutProof" => Proof(today),
            "measureLoanPromise" => new { figure = "2.00", source = "x", on = today, file = "x", sha256 = new string('a', 64) },
            "takeBackPayoutProof" => new { reason = "x" },
            "findMisuseOfPayout" => new { amount = "1.00", what = "x", assigned = "x", dueOn = today },
            "assignLoanCheck" => new { assigned = "x" },
            "planLoanCheck" => new { dueOn = today, cause = "x" },
            "doLoanCheck" or "correctLoanCheck" => Looked(desk, today),
            "topUpFacility" => new { pledgeId = desk.Behind["pledges"], note = "x", baseVersion = 1 },
            "tryTopUp" => new { pledgeId = desk.Behind["pledges"] },
            "takeLoans" => new { baseVersion = 1 },
            "keepLoanMapping" => new { name = "x", columns = new Dictionary<string, string> { ["x"] = "number" } },
            "closeLoanDay" => new { day = today },
            "resolveBreach" => new { outcome = "waived", note = "x", baseVersion = 1 },
            _ => null,
        };
    }
}
