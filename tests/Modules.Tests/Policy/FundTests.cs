using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Policy.Funds;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Policy;

/// <summary>A fund's book, its filings within leverage, claims paid by the scheme's shares, recoveries returned, deadlines.</summary>
public sealed class FundTests
{
    private static object Loan(string id, string principal) => new { subjectKind = "loan", subjectId = id, firmCode = PolicyHouse.Firm, firmName = "甲公司", bankName = "某银行", principal, filedOn = "2026-01-05", endsOn = "2027-01-05" };

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Claim_PaidAndRecovered_MovesTheFundsBookByItsShare(DatabaseKind kind)
    {
        await using var house = await PolicyHouse.Open(kind);
        var fund = await Fund(house, "zhongshan", 2_000_000_00);
        var filing = $"{(await house.Post($"funds/{fund.Id}/filings", Loan("L1", "3000000.00"), HttpStatusCode.Created))["id"]}";
        Assert.Equal("AID-0404", $"{(await house.Post($"funds/{fund.Id}/filings", Loan("L1", "1.00"), HttpStatusCode.UnprocessableEntity))["code"]}");
        object Asked(string principal) => new { filingId = filing, filedOn = "2026-01-31", facts = new { loss = new { principal } }, note = "", dueOn = "2026-02-28" };
        Assert.Equal("AID-0406", $"{(await house.Post($"funds/{fund.Id}/claims", Asked("3000000.01"), HttpStatusCode.UnprocessableEntity))["code"]}");
        var claim = await house.Post($"funds/{fund.Id}/claims", Asked("3000000.00"), HttpStatusCode.Created);
        var id = Guid.Parse($"{claim["row"]!["id"]}");
        Assert.Equal("1620000.00", $"{claim["row"]!["fromFund"]}");
        Assert.Contains((await house.Get("tasks?from=2026-03-01"))["rows"]!.AsArray(), t => $"{t!["kind"]}" == "claim_due" && t["overdue"]!.GetValue<bool>());

        Assert.Equal("1620000.00", await Move(house, id, "approved"));
        Assert.Equal("1620000.00", await Move(house, id, "paid"));
        Assert.Equal(("380000.00", "1620000.00"), (await house.Balance(fund.BookId, FundClocks.Cash), await house.Balance(fund.BookId, FundClocks.ToRecover)));
        Assert.Equal("226800.00", await Move(house, id, "recovered", 450_000_00, 30_000_00));
        Assert.Equal("AID-0311", await Move(house, id, "recovered", 450_000_00, 30_000_00));
        Assert.Equal(("606800.00", "1393200.00"), (await house.Balance(fund.BookId, FundClocks.Cash), await house.Balance(fund.BookId, FundClocks.ToRecover)));
        await using var read = house.Store.Read(PolicyHouse.Owner);
        Assert.Equal(1, read.Session.First("SELECT count(*) FROM platform_event WHERE kind = 'CompensationPaid' AND root_id = @p0", row => row.Int(0), $"{id}"));
    }

    /// <summary>What is promised to one claim is no longer there for the next: the fund never promises more than it holds.</summary>
    [Fact]
    public async Task Claims_ApprovedTogether_TakeNoMoreThanTheFundHolds()
    {
        await using var house = await PolicyHouse.Open();
        var fund = await Fund(house, "zhuhai", 1_000_000_00);
        var claims = new List<Guid>();
        foreach (var loan in (string[])["L1", "L2", "L3"])
        {
            var filing = $"{(await house.Post($"funds/{fund.Id}/filings", Loan(loan, "2000000.00"), HttpStatusCode.Created))["id"]}";
            claims.Add(Guid.Parse($"{(await house.Post($"funds/{fund.Id}/claims", new { filingId = filing, filedOn = "2026-01-31", facts = new { loss = new { principal = "2000000.00" } }, note = "" }, HttpStatusCode.Created))["row"]!["id"]}"));
        }

        Assert.Equal(["200000.00", "800000.00", "AID-0405"], (await Task.WhenAll(claims.Select(c => Move(house, c, "approved")))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Filing_BeyondTheLeverageOrSuspended_IsRefused()
    {
        await using var house = await PolicyHouse.Open();
        var fund = await Fund(house, "shenzhen-ip-fund", 100_000_00);
        var first = await house.Post($"funds/{fund.Id}/filings", Loan("L1", "1000000.00"), HttpStatusCode.Created);
        Assert.Equal("AID-0403", $"{(await house.Post($"funds/{fund.Id}/filings", Loan("L2", "0.01"), HttpStatusCode.UnprocessableEntity))["code"]}");
        var row = (await house.Get($"funds/{fund.Id}"))["row"]!;
        Assert.Equal(("1000000.00", "1000000.00", "yes"), ($"{row["portfolio"]}", $"{row["maxPortfolio"]}", $"{row["taking"]}"));
        await house.Post($"filings/{first["id"]}/end", new { from = 1, reason = "已还清" });
        await house.Post($"funds/{fund.Id}/suspension", new { from = 1, suspended = true, reason = "不良率过高" });
        Assert.Equal("AID-0403", $"{(await house.Post($"funds/{fund.Id}/filings", Loan("L3", "1.00"), HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("AID-0107", $"{(await house.Post($"funds/{fund.Id}/suspension", new { from = 1, suspended = false, reason = "x" }, HttpStatusCode.Conflict))["code"]}");
        await house.Post($"funds/{fund.Id}/suspension", new { from = 2, suspended = false, reason = "恢复" });
        await house.Post($"funds/{fund.Id}/filings", Loan("L3", "1.00"), HttpStatusCode.Created);
    }

    private static async Task<CompensationFund> Fund(PolicyHouse house, string scheme, long size)
    {
        CompensationFund? fund = null;
        await house.Store.Commits.Write(PolicyHouse.Owner, async work =>
        {
            var book = house.Desk.BookDoor.Open(work, new OpenBookRequest("F1", "补偿资金", "fund", new(2026, 1, 31))).Value;
            work.Add(fund = new CompensationFund { Id = house.Desk.NewId(), OwnerId = PolicyHouse.Owner.Organisation, Version = 1, Code = "F1", Name = "补偿资金", Scheme = scheme, SchemeNumber = 0, Party = "fund", SizeFen = size, BookId = book, State = "open", Because = "", ChangedAt = 1, ChangedBy = "x" });
            await work.SaveChangesAsync();
            Assert.Null(FundPosting.Post(work, house.Desk, fund, "x", new(2026, 1, 31), FundClocks.Cash, FundClocks.Capital, size, new("fund", "F1")));
            return 0;
        });
        return fund!;
    }

    private static async Task<string> Move(PolicyHouse house, Guid id, string state, long gross = 0, long costs = 0)
    {
        int from;
        await using (var read = house.Store.Read(PolicyHouse.Owner))
        {
            from = (await read.Set<CompensationClaim>().SingleAsync(c => c.Id == id)).Version;
        }

        var moved = await house.Store.Commits.Write(PolicyHouse.Owner, work => MoveClaim.Within(work, house.Desk, id, state, new MoveClaimRequest(from, "x", new(2026, 1, 31)), (gross, costs)));
        return moved.Ok ? Engine.Basics.Money.FenText((state == "recovered" ? moved.Value.ReturnedFen : moved.Value.FundFen)!.Value) : moved.Refusals[0].Code;
    }
}
