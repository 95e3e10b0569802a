using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Policy;

/// <summary>Applications from draft to clawback, budgets, caps in the order of approval, a pool.</summary>
public sealed class AidTests
{
    private static object Qingdao(string principal = "10000000.00") => new { firm = new { is_patentee = true }, pledge = new { first_time_patents = 1 }, loan = new { signed = "2024-12-05", principal } };

    /// <summary>Ten approvals at once for one firm: the year's cap is reached to the fen and not exceeded, on PostgreSQL by two programs.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Approve_ManyAtOnce_NeverExceedsTheCapOfTheYear(DatabaseKind kind)
    {
        await using var house = await PolicyHouse.Open(kind);
        await house.Budget("qingdao-interest", 1_000_000_00);
        var all = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            all.Add(await house.Publicised("qingdao-interest", Qingdao()));
        }

        // Each alone is 186,000 of a cap of 500,000: asked for together they would exceed it.
        Assert.Equal(18_600_000, (await house.One(all[0])).AskedFen);
        await using var second = kind == DatabaseKind.Postgres ? Store.Open(house.Target, TestStore.Rooms) : null;
        var answers = await Task.WhenAll(all.Select((id, i) => house.Move(id, "approved", store: i % 2 == 0 ? null : second)));
        Assert.Equal(["128000.00", "186000.00", "186000.00"], answers.Where(a => a.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Races.Told("the last of a cap", kind, answers.Length, answers.Count(a => a.Contains('.', StringComparison.Ordinal)), answers.Where(a => a.StartsWith("AID", StringComparison.Ordinal)));
        Assert.Equal(3, answers.Count(a => a == "AID-0308"));
        Assert.Equal(50_000_000, (await house.BudgetOf("qingdao-interest")).ApprovedFen);
        await using var read = house.Store.Read(PolicyHouse.Owner);
        Assert.Equal(50_000_000, await read.Set<CapUse>().SumAsync(u => u.Fen));
        await house.Sound();
    }

    [Fact]
    public async Task Approve_BeyondTheBudget_IsRefusedToTheFen()
    {
        await using var house = await PolicyHouse.Open();
        await house.Budget("qingdao-interest", 37_199_999, closes: new(2026, 6, 30));
        var (first, other) = (await house.Publicised("qingdao-interest", Qingdao()), await house.Publicised("qingdao-interest", Qingdao(), "91330200711177881A"));
        Assert.Equal("AID-0309", await house.Move(first, "approved", "2026-01-20"));
        Assert.Equal("AID-0305", await house.Move(first, "approved", "2026-07-01"));
        Assert.Equal("186000.00", await house.Move(first, "approved"));
        Assert.Equal("AID-0306", await house.Move(first, "approved"));
        Assert.Equal("AID-0304", await house.Move(other, "approved"));
        var row = (await house.Get("budgets"))["rows"]![0]!;
        Assert.Equal(("186000.00", "185999.99"), ($"{row["approved"]}", $"{row["left"]}"));
        await house.Sound();
    }

    [Fact]
    public async Task Application_FromDraftToClawback_KeepsEveryStepAndItsEvidence()
    {
        await using var house = await PolicyHouse.Open();
        await house.Budget("xuchang-aid", 100_000_00);
        var id = await house.Publicised("xuchang-aid", new { paid = new { valuation_fee = new { value = "180000.00", source = "发票", date = "2025-12-30" }, premium = "36000.00" } });
        Assert.Equal("108000.00", $"{(await house.Get($"applications/{id}"))["row"]!["asked"]}");
        Assert.Equal("AID-0304", await house.Move(id, "approved"));
        await house.Store.Commits.Write(PolicyHouse.Owner, async work => (await work.Set<AidBudget>().SingleAsync()).LimitFen = 200_000_00);
        Assert.Equal("108000.00", await house.Move(id, "approved"));
        Assert.Equal("108000.00", await house.Move(id, "paid"));
        Assert.Equal("AID-0311", await house.Move(id, "clawback", amount: 108_000_01));
        Assert.Equal("8000.00", await house.Move(id, "clawback", amount: 8_000_00));
        Assert.Equal((108_000_00L, 100_000_00L), ((await house.BudgetOf("xuchang-aid")).ApprovedFen, (await house.BudgetOf("xuchang-aid")).PaidFen));
        var opened = await house.Get($"applications/{id}");
        Assert.Equal(["draft", "submitted", "reviewed", "publicised", "approved", "paid", "clawback"], opened["steps"]!.AsArray().Select(s => $"{s!["state"]}"));
        Assert.Contains(opened["result"]!["items"]![0]!["steps"]!.AsArray(), s => $"{s!["source"]}" == "发票");
        await using var read = house.Store.Read(PolicyHouse.Owner);
        Assert.Equal(7, read.Session.First("SELECT count(*) FROM evd_leaf WHERE subject_kind = 'aid' AND subject_id = @p0", row => row.Int(0), $"{id}"));
        await house.Sound();
    }

    [Fact]
    public async Task Application_WithWhatIsNotKnown_IsNotApproved()
    {
        await using var house = await PolicyHouse.Open();
        await house.Budget("qingdao-interest", 100_000_000_00);
        var id = await house.Publicised("qingdao-interest", new { loan = new { signed = "2024-12-05", principal = "10000000.00" } });
        Assert.Equal("AID-0307", await house.Move(id, "approved"));
        Assert.Null((await house.One(id)).AskedFen);
        Assert.Equal("SCH-0103", $"{(await house.Post("applications", new { scheme = "qingdao-interest", year = 2026, firmCode = PolicyHouse.Firm, firmName = "x", subjectKind = "loan", subjectId = "x", facts = new { loan = new { principle = "1" } } }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal("AID-0106", $"{(await house.Post("applications", new { scheme = "qingdao-interest", year = 2026, firmCode = "1", firmName = "x", subjectKind = "loan", subjectId = "x", facts = new { } }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    [Fact]
    public async Task Calculate_OfAShippedScheme_TellsEachStepAndKeepsNothing()
    {
        await using var house = await PolicyHouse.Open();
        var made = await house.Post("calculate", new { kind = "share", code = "zhongshan", facts = new { loss = new { principal = "3000000.00" } } });
        Assert.Equal(["1620000.00", "780000.00", "480000.00", "120000.00"], made["result"]!["parties"]!.AsArray().Select(p => $"{p!["total"]}"));
        var aid = await house.Post("calculate", new { kind = "subsidy", code = "qingdao-interest", facts = Qingdao(), used = new { firm_year = "400000.00" } });
        Assert.Equal("100000.00", $"{aid["result"]!["total"]}");
        Assert.Equal("AID-0203", $"{(await house.Post("calculate", new { kind = "share", code = "qingdao-interest", facts = new { } }, HttpStatusCode.UnprocessableEntity))["code"]}");
        Assert.Equal(34, (await house.Get("schemes"))["rows"]!.AsArray().Count);
        var opened = await house.Get("aid-schemes/qingdao-interest");
        Assert.Contains(opened["lines"]!.AsArray(), l => $"{l!["text"]}".Contains("LPR1Y", StringComparison.Ordinal));
        Assert.Equal(["firm.is_patentee", "loan.principal", "loan.signed", "pledge.first_time_patents"], opened["facts"]!.AsArray().Where(f => f!["used"]!.GetValue<bool>()).Select(f => $"{f!["name"]}").Order(StringComparer.Ordinal));
    }
}
