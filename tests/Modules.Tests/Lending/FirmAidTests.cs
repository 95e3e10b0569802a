using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Loans.Accounts;
using Zhirong.Modules.Lending.Portal;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Policy;
using Zhirong.Modules.Policy.Aid;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A firm applies for aid itself: which schemes its loan fits, the draft with what is known filled in, handed in, returned, completed, decided and paid.</summary>
public sealed class FirmAidTests
{
    private const string Code = "91310115591693856A";
    private const string Aid = "/api/v1/policy/applications";

    private static Guid Office => Viewer.FoundingOrganisation;

    private static Guid Enterprise => DemoPeople.OrganisationId("enterprise");

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Firm_AppliesForItsLoan_CompletesWhatIsMissing_AndIsPaidAndClawedBack(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        using var borrower = await house.As("borrower");
        using var grower = await house.As("grower");
        var (firm, loan) = (await house.Firm(Code, "甲公司"), await Loan(house, "JK-1"));
        var other = await Loan(house, "JK-2");
        await Share(house, "firm", firm);
        await Share(house, "loan", loan);

        // What fits is asked of his own loan; one that was not shared is not there.
        Assert.Equal(HttpStatusCode.NotFound, (await borrower.GetAsync($"/api/v1/lending/loans/{other}/aid")).StatusCode);
        var fits = await Get(borrower, $"/api/v1/lending/loans/{loan}/aid?firm={firm}");
        var rows = fits["rows"]!.AsArray();
        Assert.True(rows.Count >= 15, $"{rows.Count}");
        var xuchang = rows.Single(r => $"{r!["scheme"]}" == "xuchang-aid")!;
        Assert.Contains(xuchang["missing"]!.AsArray(), m => $"{m!["name"]}" is "paid.valuation_fee" or "firm.region");
        Assert.Equal(rows.Select(r => $"{r!["fit"]}").Order(Comparer<string>.Create((a, b) => Rank(a) - Rank(b))), rows.Select(r => $"{r!["fit"]}"));

        // The draft is his own, and nobody else's before it is handed in.
        var id = $"{(await house.Post("/api/v1/lending/aid", new { loanId = loan, scheme = "xuchang-aid", year = 2026, firmId = firm }, HttpStatusCode.Created, who: borrower))["id"]}";
        var drafted = await Get(borrower, $"{Aid}/{id}");
        Assert.Equal(("true", "JK-1", "draft"), ($"{drafted["row"]!["byFirm"]}", $"{drafted["row"]!["subjectId"]}", $"{drafted["row"]!["state"]}"));
        Assert.Equal(["submitted", "withdrawn"], drafted["next"]!.AsArray().Select(n => $"{n}"));
        Assert.Equal("借据 JK-1", $"{Fact(drafted, "loan.principal")!["source"]}");
        await Nothing(house.Http, id);
        await Nothing(grower, id);

        // Facts of his own; handed in to somebody who takes none is refused, to the bank it is shared with it in the same transaction.
        var facts = drafted["facts"]!["facts"]!.DeepClone().AsObject();
        (facts["paid.valuation_fee"], facts["paid.premium"]) = ("180000.00", "36000.00");
        var revised = await house.Post($"{Aid}/{id}/facts", new { from = 1, facts }, who: borrower);
        Assert.Equal("108000.00", $"{revised["row"]!["asked"]}");
        foreach (var nobody in (object?[])[null, Guid.NewGuid(), Enterprise, DemoPeople.OrganisationId("insurer")])
        {
            Assert.Equal("AID-0501", $"{(await house.Post($"{Aid}/{id}/submit", new { from = 2, note = "", day = Day(house), office = nobody }, HttpStatusCode.UnprocessableEntity, who: borrower))["code"]}");
        }

        await Nothing(house.Http, id);
        var submitted = await house.Post($"{Aid}/{id}/submit", new { from = 2, note = "", day = Day(house), office = Office }, who: borrower);
        Assert.Equal(["withdrawn"], submitted["next"]!.AsArray().Select(n => $"{n}"));
        Assert.Equal($"{Office}", $"{submitted["row"]!["officeId"]}");
        var seen = await house.Get($"{Aid}/{id}");
        Assert.Equal(["reviewed", "returned", "refused"], seen["next"]!.AsArray().Select(n => $"{n}"));
        await Nothing(grower, id);

        // 退回补件: what is missing is named; the firm completes it and hands it in again, to the same office and no other.
        Assert.Equal("AID-0101", $"{(await house.Post($"{Aid}/{id}/return", new { from = 3, note = "", day = Day(house) }, HttpStatusCode.UnprocessableEntity))["code"]}");
        await house.Post($"{Aid}/{id}/return", new { from = 3, note = "请补评估费发票", day = Day(house) });
        Assert.Equal("AID-0502", $"{(await house.Post($"{Aid}/{id}/facts", new { from = 4, facts }, HttpStatusCode.UnprocessableEntity))["code"]}");
        facts["paid.valuation_fee"] = new JsonObject { ["value"] = "100000.00", ["source"] = "发票", ["date"] = "2026-01-05" };
        Assert.Equal("68000.00", $"{(await house.Post($"{Aid}/{id}/facts", new { from = 4, facts }, who: borrower))["row"]!["asked"]}");
        Assert.Equal("AID-0503", $"{(await house.Post($"{Aid}/{id}/submit", new { from = 5, note = "", day = Day(house), office = Enterprise }, HttpStatusCode.UnprocessableEntity, who: borrower))["code"]}");
        await house.Post($"{Aid}/{id}/submit", new { from = 5, note = "已补", day = Day(house) }, who: borrower);

        // The office does the rest; who applied decides nothing, even where his role would let him.
        await house.Post($"{Aid}/{id}/review", new { from = 6, note = "", day = Day(house) }, HttpStatusCode.Forbidden, who: borrower);
        await house.Post($"{Aid}/{id}/review", new { from = 6, note = "", day = Day(house) });
        await house.Post($"{Aid}/{id}/publicise", new { from = 7, note = "", day = Day(house), publicUntil = Day(house) });
        Assert.Equal("AID-0502", await Moved(house, new(Enterprise, "企业"), id, AidStates.Refused));
        Assert.Equal("AID-0301", await Moved(house, Owner, id, AidStates.Approved));
        await Budget(house);
        Assert.Equal("", await Moved(house, Owner, id, AidStates.Approved));
        Assert.Equal("", await Moved(house, Owner, id, AidStates.Paid));
        Assert.Equal("", await Moved(house, Owner, id, AidStates.Clawback, 8_000_00));

        // The firm follows it to the money and to what was asked back; caps and budget are the office's.
        var paid = await Get(borrower, $"{Aid}/{id}");
        Assert.Equal(("clawback", "68000.00", "8000.00"), ($"{paid["row"]!["state"]}", $"{paid["row"]!["paid"]}", $"{paid["row"]!["clawed"]}"));
        Assert.Equal(["draft", "draft", "submitted", "returned", "returned", "submitted", "reviewed", "publicised", "approved", "paid", "clawback"], paid["steps"]!.AsArray().Select(s => $"{s!["state"]}"));
        await using var read = house.Store.Read(Viewer.Everything("a test looks at everything"));
        Assert.All(await read.Set<CapUse>().ToListAsync(TestContext.Current.CancellationToken), u => Assert.Equal(Office, u.OwnerId));
        Assert.Equal(1, (await read.Set<AidBudget>().SingleAsync(TestContext.Current.CancellationToken)).LastNo);
        Assert.All(new PolicyTables().Verify(read.Session).ToList(), c => Assert.True(c.Holds, c.ToString()));

        // A share taken back leaves the office's ledger as it is: the next has the next place.
        var budget = await house.Get("/api/v1/policy/budgets");
        Assert.Equal(("68000.00", "60000.00"), ($"{budget["rows"]![0]!["approved"]}", $"{budget["rows"]![0]!["paid"]}"));
    }

    /// <summary>撤回: by whoever handed it in, before it is decided, with a reason; the office cannot take it back for him, nor go on with it.</summary>
    [Fact]
    public async Task Firm_TakesItsApplicationBack()
    {
        await using var house = await ValuationHouse.Open();
        using var borrower = await house.As("borrower");
        var (firm, loan) = (await house.Firm(Code, "甲公司"), await Loan(house, "JK-1"));
        await Share(house, "loan", loan);
        await Share(house, "firm", firm);
        async Task<string> Drafted() => $"{(await house.Post("/api/v1/lending/aid", new { loanId = loan, scheme = "xuchang-aid", year = 2026, firmId = firm }, HttpStatusCode.Created, who: borrower))["id"]}";

        var id = await Drafted();
        var facts = (await Get(borrower, $"{Aid}/{id}"))["facts"]!["facts"]!.DeepClone().AsObject();
        (facts["paid.valuation_fee"], facts["paid.premium"]) = ("180000.00", "36000.00");
        await house.Post($"{Aid}/{id}/facts", new { from = 1, facts }, who: borrower);
        await house.Post($"{Aid}/{id}/submit", new { from = 2, note = "", day = Day(house), office = Office }, who: borrower);
        Assert.Equal("AID-0101", $"{(await house.Post($"{Aid}/{id}/withdraw", new { from = 3, note = "", day = Day(house) }, HttpStatusCode.UnprocessableEntity, who: borrower))["code"]}");
        Assert.Equal("AID-0502", await Moved(house, Owner, id, AidStates.Withdrawn));
        var back = await house.Post($"{Aid}/{id}/withdraw", new { from = 3, note = "改由另一笔贷款申请", day = Day(house) }, who: borrower);
        Assert.Equal("withdrawn", $"{back["row"]!["state"]}");
        Assert.Empty(back["next"]!.AsArray());
        Assert.Equal("AID-0306", await Moved(house, Owner, id, AidStates.Reviewed));
        Assert.Equal("AID-0306", await Moved(house, new(Enterprise, "企业"), id, AidStates.Submitted));

        // A draft is given up the same way, and another can be begun for the same loan.
        var draft = await Drafted();
        Assert.Equal("withdrawn", $"{(await house.Post($"{Aid}/{draft}/withdraw", new { from = 1, note = "不再申请", day = Day(house) }, who: borrower))["row"]!["state"]}");
    }

    [Fact]
    public async Task Draft_OfALoanOneDoesNotSee_OrOfNobody_IsRefusedByNumber()
    {
        await using var house = await ValuationHouse.Open();
        using var borrower = await house.As("borrower");
        var (firm, loan) = (await house.Firm(Code, "甲公司"), await Loan(house, "JK-1"));
        Assert.Equal("LEN-1601", await Refused(new { loanId = loan, scheme = "xuchang-aid", year = 2026, firmId = firm }));
        await Share(house, "loan", loan);
        Assert.Equal("LEN-1602", await Refused(new { loanId = loan, scheme = "no-such", year = 2026, firmId = firm }));
        Assert.Equal("LEN-1603", await Refused(new { loanId = loan, scheme = "xuchang-aid", year = 12, firmId = firm }));
        Assert.Equal("LEN-1604", await Refused(new { loanId = loan, scheme = "xuchang-aid", year = 2026, firmId = firm }));
        Assert.Empty((await Get(borrower, Aid))["items"]!.AsArray());

        async Task<string> Refused(object body) => $"{(await house.Post("/api/v1/lending/aid", body, HttpStatusCode.UnprocessableEntity, who: borrower))["code"]}";
    }

    [Theory]
    [InlineData("CN-440300", "440305", true)]
    [InlineData("CN-440300", "440103", false)]
    [InlineData("CN-51", "510107", true)]
    [InlineData("CN", null, true)]
    [InlineData("CN-440300", null, null)]
    public void Scheme_CountsWhereTheFirmIs(string jurisdiction, string? region, bool? here) => Assert.Equal(here, FitAid.Here(jurisdiction, region));

    private static Viewer Owner => new(Office, "经办");

    private static int Rank(string fit) => fit switch { "granted" => 0, "open" => 1, _ => 2 };

    private static string Day(ValuationHouse house) => $"{house.Server.Services.GetRequiredService<LoanDesk>().Today:yyyy-MM-dd}";

    private static JsonNode? Fact(JsonNode detail, string name) => detail["facts"]!["facts"]![name];

    private static Task<JsonNode> Share(ValuationHouse house, string kind, string id) => house.Post("/api/v1/access/shares", new { kind, rootId = id, organisation = Enterprise, right = "read" }, HttpStatusCode.Created);

    private static Task<int> Budget(ValuationHouse house) => house.Store.Commits.Write(Owner, work =>
    {
        work.Add(new AidBudget { Id = Guid.CreateVersion7(), OwnerId = Office, Version = 1, Scheme = "xuchang-aid", Year = 2026, LimitFen = 500_000_00, ApprovedFen = 0, PaidFen = 0, State = "open", ChangedAt = 1, ChangedBy = "x" });
        return Task.FromResult(0);
    });

    /// <summary>One move as it is made once it was approved; the refusal's code, empty where it is done.</summary>
    private static async Task<string> Moved(ValuationHouse house, Viewer who, string id, string state, long fen = 0)
    {
        var (desk, application) = (house.Server.Services.GetRequiredService<PolicyDesk>(), Guid.Parse(id));
        await using var read = house.Store.Read(who);
        var from = (await read.Set<AidApplication>().SingleAsync(a => a.Id == application)).Version;
        var moved = await house.Store.Commits.Write(who, work => MoveAid.Within(work, desk, application, state, new(from, "x", desk.Today.AddDays(state == AidStates.Refused ? 0 : 1)), fen));
        return moved.Ok ? "" : moved.Refusals[0].Code;
    }

    /// <summary>A loan the bank has paid out.</summary>
    internal static async Task<string> Loan(ValuationHouse house, string number)
    {
        var desk = house.Server.Services.GetRequiredService<LoanDesk>();
        var today = $"{desk.Today:yyyy-MM-dd}";
        var book = $"{(await house.Post("/api/v1/ledger/books", new { code = $"B-{number}", name = "账簿", kind = "bank", openedOn = "2026-01-01" }, HttpStatusCode.Created))["id"]}";
        var account = $"{(await house.Post("/api/v1/payments/accounts", new { role = "own", kind = "bank", number = $"99{Math.Abs(number.GetHashCode(StringComparison.Ordinal))}", name = "放款专户", agentCnaps = "313332082914", bookId = book, bookAccount = "1003", counterAccount = "201101" }, HttpStatusCode.Created))["id"]}";
        var line = $"{(await house.Post("/api/v1/facilities", new { number = $"ED-{number}", kind = "revolving", borrower = "甲公司", amount = "9000000.00", from = "2026-01-01", until = "2199-12-31", bookId = book, conditions = Array.Empty<string>() }, HttpStatusCode.Created))["row"]!["id"]}";
        var made = await house.Post($"/api/v1/facilities/{line}/loans", new { number, principal = "5000000.00", disbursedOn = today, purpose = "采购", terms = new { method = "equalInstalment", count = 12, annualRate = "0.0435" }, accountId = account, channel = "pain.001.001.09", payouts = new[] { new { payee = "丙", account = "33100200300", amount = "5000000.00", contractNo = "CG", agentCnaps = "313332082914" } } }, HttpStatusCode.Created);
        var id = $"{made["row"]!["id"]}";
        await house.Store.Commits.Write(Viewer.Local, async work =>
        {
            var payout = await work.Set<LoanPayout>().SingleAsync(p => p.LoanId == Guid.Parse(id));
            var said = new JsonObject { ["day"] = today, ["entry"] = RowValues.Of(Guid.CreateVersion7()), ["amount"] = "5000000.00" };
            await new PaymentsHeard(desk).Handle(work, new(1, Guid.CreateVersion7(), "PaymentSettled", "payitem", RowValues.Of(payout.ItemId), said.ToJsonString(), 1));
            return 0;
        });
        return id;
    }

    private static async Task<JsonNode> Get(HttpClient who, string path)
    {
        using var answer = await who.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>Not in the list and not by its id.</summary>
    private static async Task Nothing(HttpClient who, string id)
    {
        Assert.DoesNotContain((await Get(who, $"{Aid}?pageSize=200"))["items"]!.AsArray(), a => $"{a!["id"]}" == id);
        using var opened = await who.GetAsync($"{Aid}/{id}");
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
    }
}
