using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>A firm's own side: documents handed in once, and what it has to do.</summary>
public sealed class FirmSideTests
{
    private const string Papers = "/api/v1/firm-papers";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Paper_HandedInOnce_IsUsedByEveryApplication_AndSeenOnlyWithItsShare(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        using var firm = await house.As("borrower");
        var id = $"{(await house.Post("/api/v1/firms", new { code = "91310115591693856A", name = "甲公司" }, HttpStatusCode.Created))["firm"]!["id"]}";
        var paper = await Sent(house.Http, $"?firm={id}&kind=licence", "营业执照", HttpStatusCode.Created);
        Assert.Equal("AST-0403", $"{(await Sent(house.Http, $"?firm={id}&kind=licence", "营业执照", HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("AST-0401", $"{(await Sent(house.Http, $"?firm={id}&kind=passport", "x", HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("AST-0402", $"{(await Sent(house.Http, $"?firm={id}&kind=licence", "", HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("AST-0405", $"{(await Sent(house.Http, $"?firm={id}&kind=tax&validUntil=2020-01-01", "旧", HttpStatusCode.UnprocessableEntity))["code"]}");

        var loan = $"{(await house.Post("/api/v1/lending/applications", new { form = new { firmId = id, amount = "1000000.00", months = 12 } }, HttpStatusCode.Created))["row"]!["id"]}";
        var aid = $"{(await house.Post("/api/v1/policy/applications", new { scheme = "xuchang-aid", year = 2026, firmCode = "91310115591693856A", firmName = "甲公司", subjectKind = "loan", subjectId = "1", facts = new { } }, HttpStatusCode.Created))["row"]!["id"]}";
        await house.Post($"{Papers}/{paper["id"]}/uses", new { subjectKind = "loan_application", subjectId = loan, used = true });
        var used = await house.Post($"{Papers}/{paper["id"]}/uses", new { subjectKind = "application", subjectId = aid, used = true });
        Assert.Equal(["loan_application", "application"], used["uses"]!.AsArray().Select(u => $"{u!["kind"]}"));
        Assert.Equal("AST-0404", $"{(await house.Post($"{Papers}/{paper["id"]}/uses", new { subjectKind = "loan_application", subjectId = Guid.NewGuid(), used = true }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Single((await house.Get($"{Papers}?subjectKind=loan_application&subject={loan}"))["rows"]!.AsArray());

        Assert.Empty((await Seen(firm))["rows"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await firm.GetAsync($"{Papers}/{paper["id"]}/content")).StatusCode);
        await house.Post("/api/v1/access/shares", new { kind = "firm_paper", rootId = $"{paper["id"]}", organisation = DemoPeople.OrganisationId("enterprise"), right = "read" }, HttpStatusCode.Created);
        Assert.Single((await Seen(firm))["rows"]!.AsArray());
        Assert.Equal("营业执照", await firm.GetStringAsync($"{Papers}/{paper["id"]}/content"));
        Assert.Single((await house.Post($"{Papers}/{paper["id"]}/uses", new { subjectKind = "application", subjectId = aid, used = false }))["uses"]!.AsArray());

        async Task<JsonNode> Seen(HttpClient who) => JsonNode.Parse(await who.GetStringAsync($"{Papers}?subjectKind=loan_application&subject={loan}"))!;
    }

    /// <summary>A line shared with its firm brings its conditions and breaches; taken back, they are gone, and who was given nothing sees nothing.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Obligations_OfALineShared_AreTheFirms_AndNobodyElses(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        using var firm = await house.As("borrower");
        using var other = await house.As("grower");
        var line = await Line(house, "SX-1");
        await Line(house, "SX-2");
        Assert.Empty((await Of(firm)).AsArray());
        await Promised(house, line);
        var share = $"{(await house.Post("/api/v1/access/shares", new { kind = "facility", rootId = line, organisation = DemoPeople.OrganisationId("enterprise"), right = "read" }, HttpStatusCode.Created))["id"]}";
        var rows = (await Of(firm)).AsArray();
        Assert.Equal([("breach", "SX-1", "overdue", "2500.00"), ("promise", "SX-1", "later", ""), ("condition", "SX-1", "undated", "")], rows.Select(r => ($"{r!["kind"]}", $"{r["title"]}", $"{r["state"]}", $"{r["amount"]}")));
        Assert.Equal("年营业收入不低于 12000000.00 元", $"{rows[1]!["note"]}");
        Assert.Empty((await Of(other)).AsArray());
        await house.Post($"/api/v1/access/shares/{share}/end", new { });
        Assert.Empty((await Of(firm)).AsArray());
    }

    /// <summary>A loan shared with its firm shows what is owed; what its lender is to check and found stays the lender's.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Checks_OfALoanShared_AreNotTheFirmsToSee(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        using var firm = await house.As("borrower");
        var line = await Line(house, "SX-1");
        var id = await house.Store.Commits.Write(new(Viewer.FoundingOrganisation, "经办"), async work =>
        {
            var loan = new Loan { Id = Guid.CreateVersion7(), OwnerId = Viewer.FoundingOrganisation, Version = 1, FacilityId = line, Number = "JJ-1", Borrower = "甲公司", Purpose = "采购", PrincipalFen = 100, Terms = """{"schema":"zhirong/loan-terms/v1","principal":"1.00","disbursedOn":"2026-01-15","method":"equalInstalment","count":12,"annualRate":"0.06"}""", State = "active", DisbursedOn = new(2026, 1, 15), ClosedDay = new(2026, 1, 14), Backdated = 0, BalanceFen = 100, DueFen = 0, InterestFen = 0, AccruedFen = 0, PenaltyFen = 0, FeesFen = 0, CreditFen = 0, WrittenFen = 0, PastDue = 0, Class = "pass", OffBalance = 0, NextFen = 0, Rate = 0, Events = 0, Postings = 0, Fault = "", Officer = "李经理", Origin = "drawn", ChangedAt = 1, ChangedBy = "x" };
            work.Add(loan);
            work.Add(new LoanCheck { LoanId = loan.Id, N = 1, Kind = "first", State = "planned", DueOn = new(2026, 1, 30), Assigned = "李经理", Causes = "[]", Basis = "", Way = "", Place = "", Met = "", Findings = "[]", Papers = "[]", Result = "", Conclusion = "", Plan = "", At = 1, By = "x", DoneBy = "" });
            await work.SaveChangesAsync();
            return loan.Id;
        });
        await house.Post("/api/v1/access/shares", new { kind = "loan", rootId = id, organisation = DemoPeople.OrganisationId("enterprise"), right = "read" }, HttpStatusCode.Created);
        Assert.Equal(("1", "1", "1", "1"), await Counts(house.Http));
        Assert.Equal(("1", "0", "0", "0"), await Counts(firm));

        async Task<(string Loans, string Next, string Own, string All)> Counts(HttpClient who)
        {
            async Task<JsonNode> Get(string path) => JsonNode.Parse(await who.GetStringAsync($"/api/v1/loans{path}"))!;
            var (loans, all) = (await Get("?q=JJ-1"), await Get("/checks"));
            Assert.Equal($"{all["total"]}", $"{all["counts"]!["planned"]}");
            Assert.Equal($"{all["total"]}", $"{(await Get("?check=overdue"))["total"]}");
            return ($"{loans["total"]}", $"{loans["checks"]!.AsObject().Count}", $"{(await Get($"/{id}/checks"))["rows"]!.AsArray().Count}", $"{all["total"]}");
        }
    }

    /// <summary>Fees and ends of pledged rights of one's own register; a right nobody pledged asks nothing here.</summary>
    [Fact]
    public async Task Obligations_OfAPledgedRight_AreItsFeeItsEndAndItsEntry()
    {
        await using var house = await ValuationHouse.Open();
        var right = await house.Right("甲公司");
        await house.Right("甲公司", "另一种阀门");
        Assert.Empty((await Of(house.Http)).AsArray());
        await house.Post($"/api/v1/rights/{right}/encumbrances", new { kind = "pledge", holder = "演示银行", from = "2024-01-01", registrationNo = "Y1" }, HttpStatusCode.Created);
        var rows = (await Of(house.Http)).AsArray();
        Assert.Contains(rows, r => $"{r!["kind"]}" == "term" && $"{r["subjectId"]}" == right);
        Assert.All(rows, r => Assert.Equal(right, $"{r!["subjectId"]}"));
    }

    private static async Task<JsonNode> Of(HttpClient who) => JsonNode.Parse(await who.GetStringAsync("/api/v1/lending/obligations"))!["rows"]!;

    private static async Task<JsonNode> Sent(HttpClient who, string query, string text, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await who.PostAsync($"{Papers}{query}", content);
        return await Desk.Desk.Json(answer, expected);
    }

    private static Task<Guid> Line(ValuationHouse house, string number) => house.Store.Commits.Write(new(Viewer.FoundingOrganisation, "经办"), async work =>
    {
        var facility = new Facility { Id = Guid.CreateVersion7(), OwnerId = Viewer.FoundingOrganisation, Version = 1, Number = number, Kind = "single", Borrower = "甲公司", BorrowerCode = "", AmountFen = 100_000_000, UsedFen = 0, FromDay = new(2026, 1, 1), UntilDay = new(2027, 1, 1), ResolutionNo = "", Uses = "", BookId = Guid.CreateVersion7(), State = "open", Because = "", ChangedAt = 1, ChangedBy = "x" };
        work.Add(facility);
        await work.SaveChangesAsync();
        work.Add(new FacilityCondition { FacilityId = facility.Id, N = 1, Title = "质押登记完成", Met = 0, Document = "", Sha256 = "", MetBy = "" });
        work.Add(new CovenantBreach { Id = Guid.CreateVersion7(), OwnerId = facility.OwnerId, Version = 1, FacilityId = facility.Id, Kind = "coverage", OpenedOn = new(2026, 1, 1), DueOn = new(2026, 2, 1), Assigned = "x", ExposureFen = 0, ShortFen = 250_000, Facts = "[]", Open = 1, Outcome = "", Note = "", At = 1, By = "x" });
        await work.SaveChangesAsync();
        return facility.Id;
    });

    /// <summary>What the firm promised for the first loan of the line, which is repaid and owes nothing.</summary>
    private static Task<Guid> Promised(ValuationHouse house, Guid line) => house.Store.Commits.Write(new(Viewer.FoundingOrganisation, "经办"), async work =>
    {
        var loan = new Loan { Id = Guid.CreateVersion7(), OwnerId = Viewer.FoundingOrganisation, Version = 1, FacilityId = line, Number = "JJ-0", Borrower = "甲公司", Purpose = "采购", PrincipalFen = 100, Terms = """{"schema":"zhirong/loan-terms/v1","principal":"1.00","disbursedOn":"2026-01-15","method":"equalInstalment","count":12,"annualRate":"0.06"}""", State = "repaid", DisbursedOn = new(2026, 1, 15), ClosedDay = new(2026, 1, 14), Backdated = 0, BalanceFen = 0, DueFen = 0, InterestFen = 0, AccruedFen = 0, PenaltyFen = 0, FeesFen = 0, CreditFen = 0, WrittenFen = 0, PastDue = 0, Class = "pass", OffBalance = 0, NextFen = 0, Rate = 0, Events = 0, Postings = 0, Fault = "", Officer = "李经理", Origin = "drawn", ChangedAt = 1, ChangedBy = "x" };
        work.Add(loan);
        await work.SaveChangesAsync();
        work.Add(new LoanPromise { LoanId = loan.Id, N = 1, FacilityId = line, Indicator = "revenue", Zh = "年营业收入", En = "Annual revenue", Unit = "yuan", Direction = "at_least", Target = 120_000_000_000, BaselineSource = "", PromisedOn = new(2026, 1, 1), ByDay = new(2199, 1, 1), DueOn = new(2199, 1, 2), Missed = "none", MissedDays = 0, MissedPoints = 0, List = "platform 1", State = "open", At = 1, By = "x" });
        await work.SaveChangesAsync();
        return loan.Id;
    });
}
