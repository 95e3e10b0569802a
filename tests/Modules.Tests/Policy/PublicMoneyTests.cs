using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Ledger.UseCases;
using Zhirong.Modules.Policy.Aid;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Policy;

/// <summary>Aid in the book of its budget, caps that a clawback frees, windows of filing, texts of a scheme from their day on.</summary>
public sealed class PublicMoneyTests
{
    private static readonly object Fees = new { paid = new { valuation_fee = "200000.00", premium = "0.00" } };

    /// <summary>Paid out of the book to the fen and once; half taken back frees half of the cap, the rest the rest, and another application gets what was freed.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Aid_PaidAndClawedBack_IsInTheBookAndFreesTheCap(DatabaseKind kind)
    {
        await using var house = await PolicyHouse.Open(kind);
        var book = await Book(house);
        await house.Budget("xuchang-aid", 1_000_000_00);
        await Written(house, b => (b.BookId, b.Expense) = (book, "651204"));
        var first = await house.Publicised("xuchang-aid", Fees);
        Assert.Equal("100000.00", await house.Move(first, "approved"));
        Assert.StartsWith("LDG-", await house.Move(first, "paid"), StringComparison.Ordinal);
        Assert.Equal(0, (await house.BudgetOf("xuchang-aid")).PaidFen);

        var budget = await house.BudgetOf("xuchang-aid");
        Assert.Equal("AID-0107", (await Received(house, budget.Id, budget.Version + 1)).Refusals[0].Code);
        Assert.Empty((await Received(house, budget.Id, budget.Version)).Refusals);
        Assert.Equal("100000.00", await house.Move(first, "paid"));
        Assert.Equal("AID-0306", await house.Move(first, "paid"));
        Assert.Equal(("50000.00", "100000.00", "50000.00"), (await house.Balance(book, AidPosting.Cash), await house.Balance(book, "651204"), await house.Balance(book, AidPosting.Earmarked)));

        var second = await house.Publicised("xuchang-aid", Fees);
        Assert.Equal("AID-0308", await house.Move(second, "approved"));
        Assert.Equal("33333.33", await house.Move(first, "clawback", amount: 33_333_33));
        Assert.Equal(("83333.33", "66666.67"), (await house.Balance(book, AidPosting.Cash), await house.Balance(book, "651204")));
        Assert.Equal("33333.33", await house.Move(second, "approved"));
        Assert.Equal("100000.00", await house.Move(first, "clawback", amount: 66_666_67));
        Assert.Equal("0.00", await house.Balance(book, AidPosting.Appropriated));

        var opened = await house.Get($"budgets/{(await house.BudgetOf("xuchang-aid")).Id}");
        Assert.Equal("150000.00", $"{opened["held"]}");
        var cap = Assert.Single(opened["caps"]!.AsArray(), c => $"{c!["used"]}" != "0.00")!;
        Assert.Equal(("100000.00", "33333.33", "100000.00", "2"), ($"{cap["limit"]}", $"{cap["used"]}", $"{cap["freed"]}", $"{cap["applications"]}"));
        await house.Sound();
    }

    /// <summary>The guard's twin: a ledger that frees more than was used is found.</summary>
    [Fact]
    public async Task Verify_OfACapFreedBeyondItsUse_IsFound()
    {
        await using var house = await PolicyHouse.Open();
        await house.Budget("xuchang-aid", 1_000_000_00);
        var id = await house.Publicised("xuchang-aid", Fees);
        await house.Move(id, "approved");
        await house.Sound();
        await house.Store.Commits.Write(PolicyHouse.Owner, work => Task.FromResult(work.Session.Execute("UPDATE pol_cap_use SET fen = -fen WHERE fen > 0")));
        await Assert.ThrowsAnyAsync<Exception>(house.Sound);
    }

    [Fact]
    public async Task Budget_WithABookThatIsNoFunds_IsRefused_AndABookWithMoneyStays()
    {
        await using var house = await PolicyHouse.Open();
        var (book, other) = (await Book(house), await Book(house, "AID-2"));
        await house.Budget("xuchang-aid", 100);
        Assert.Equal("AID-0318", (await Received(house, (await house.BudgetOf("xuchang-aid")).Id, 1)).Refusals[0].Code);
        Assert.Equal("AID-0317", await Set(house, book, "6602"));
        await Written(house, b => (b.BookId, b.ReceivedFen) = (book, 1));
        Assert.Equal("AID-0316", await Set(house, other));
        Assert.Equal("AID-0316", await Set(house, book, "651203"));
        Assert.Equal("AID-0315", await Set(house, Guid.NewGuid()));
        Assert.Equal("", await Set(house, book));
    }

    [Fact]
    public async Task Submit_OutsideTheWindow_IsRefused_AndTheDayOfFilingIsItsOwn()
    {
        await using var house = await PolicyHouse.Open();
        foreach (var (day, code) in new[] { ("2026-02-09", "AID-0314"), ("2026-02-10", ""), ("2026-03-31", ""), ("2026-04-01", "AID-0314") })
        {
            var id = Guid.Parse($"{(await house.Post("applications", new { scheme = "ningbo-qianwan", year = 2026, firmCode = PolicyHouse.Firm, firmName = "甲公司", subjectKind = "loan", subjectId = day, facts = new Dictionary<string, object> { ["application.filed"] = "2026-02-28", ["application.event_year"] = 2025 } }, HttpStatusCode.Created))["row"]!["id"]}");
            var answer = await house.Move(id, "submitted", day);
            Assert.Equal(code.Length == 0 ? "0.00" : code, answer);
            var facts = (await house.Get($"applications/{id}"))["facts"]!["facts"]!;
            Assert.Equal(code.Length == 0 ? day : "2026-02-28", code.Length == 0 ? $"{facts["application.filed"]!["value"]}" : $"{facts["application.filed"]}");
        }
    }

    /// <summary>A text that begins tomorrow is kept and not yet decided by; a newer one without a day counts at once.</summary>
    [Fact]
    public void InForce_OfTextsWithDays_IsTheOneThatHasBegun()
    {
        var text = File.ReadAllText(Repo.At("data", "schemes", "subsidy", "xuchang-aid.yaml"));
        ShelvedScheme Kept(int number, string? from) => new(number, ShippedScheme.Read("subsidy", System.Text.Encoding.UTF8.GetBytes(from is null ? text : $"{text}\neffective: {{from: {from}}}\n")).Value, new SchemeText { SchemeId = Guid.Empty, Number = number, Name = "x", Text = text, Hash = "", Parent = 0, Reason = "", SavedAt = Instant.Of(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)), SavedBy = "x" });
        ShelvedScheme[] texts = [new(0, ShippedScheme.Read("subsidy", System.Text.Encoding.UTF8.GetBytes(text)).Value, null), Kept(1, "2026-05-01"), Kept(2, null)];
        int? On(int month, int day) => SchemeShelf.InForce(texts, new(2026, month, day))?.Number;
        Assert.Equal((0, 2, 2, 1), (On(2, 28), On(3, 1), On(4, 30), On(5, 1)));
        Assert.Null(SchemeShelf.InForce([Kept(1, "2026-05-01")], new(2026, 4, 30)));
    }

    [Fact]
    public async Task Check_OfATextInTheMaking_TellsPlaceAndChanges_AndTriesItWithoutKeeping()
    {
        await using var house = await PolicyHouse.Open();
        var text = await File.ReadAllTextAsync(Repo.At("data", "schemes", "subsidy", "qingdao-interest.yaml"), TestContext.Current.CancellationToken);
        var wrong = await house.Post("schemes/check", new { kind = "subsidy", text = text.Replace("multiplier: 0.60", "multiplier: sixty", StringComparison.Ordinal) });
        Assert.Equal("false", $"{wrong["readable"]}");
        Assert.True(wrong["findings"]![0]!["line"]!.GetValue<int>() > 10);
        var changed = text.Replace("multiplier: 0.60", "multiplier: 0.30", StringComparison.Ordinal);
        var fine = await house.Post("schemes/check", new { kind = "subsidy", text = changed });
        Assert.Equal(("true", "0", "true"), ($"{fine["readable"]}", $"{fine["from"]}", $"{fine["versionTaken"]}"));
        Assert.Equal(("0.60", "0.30"), ($"{fine["changes"]![0]!["before"]}", $"{fine["changes"]![0]!["after"]}"));
        var facts = new { firm = new { is_patentee = true }, pledge = new { first_time_patents = 1 }, loan = new { signed = "2024-12-05", principal = "10000000.00" } };
        Assert.Equal("93000.00", $"{(await house.Post("calculate", new { kind = "subsidy", code = "qingdao-interest", facts, text = changed, used = new { firm_year = "0.00" } }))["result"]!["total"]}");
        Assert.Equal("186000.00", $"{(await house.Post("calculate", new { kind = "subsidy", code = "qingdao-interest", facts, used = new { firm_year = "0.00" } }))["result"]!["total"]}");
    }

    [Fact]
    public async Task Revise_OfADraft_ComputesAnew_AndOfWhatIsSubmittedIsRefused()
    {
        await using var house = await PolicyHouse.Open();
        var id = $"{(await house.Post("applications", new { scheme = "xuchang-aid", year = 2026, firmCode = PolicyHouse.Firm, firmName = "甲公司", subjectKind = "loan", subjectId = "1", facts = new { } }, HttpStatusCode.Created))["row"]!["id"]}";
        Assert.Null((await house.Get($"applications/{id}"))["row"]!["asked"]);
        Assert.Equal("100000.00", $"{(await house.Post($"applications/{id}/facts", new { from = 1, facts = Fees }))["row"]!["asked"]}");
        Assert.Equal("AID-0107", $"{(await house.Post($"applications/{id}/facts", new { from = 1, facts = Fees }, HttpStatusCode.Conflict))["code"]}");
        await house.Post($"applications/{id}/submit", new { from = 2, note = "", day = "2026-01-05" });
        Assert.Equal("AID-0306", $"{(await house.Post($"applications/{id}/facts", new { from = 3, facts = Fees }, HttpStatusCode.UnprocessableEntity))["code"]}");
    }

    private static Task<Guid> Book(PolicyHouse house, string code = "AID-1") => house.Store.Commits.Write(PolicyHouse.Owner, work => Task.FromResult(house.Desk.BookDoor.Open(work, new OpenBookRequest(code, "补贴专户", "fund", new(2026, 1, 21))).Value));

    private static Task<Result<AidBudget>> Received(PolicyHouse house, Guid budget, int from) => house.Store.Commits.Write(PolicyHouse.Owner, work => OpenBudget.Received(work, house.Desk, budget, new(from, "150000.00", new(2026, 1, 21), "拨款"), 150_000_00));

    private static Task<int> Written(PolicyHouse house, Action<AidBudget> change) => house.Store.Commits.Write(PolicyHouse.Owner, async work =>
    {
        change(await work.Set<AidBudget>().SingleAsync());
        return await work.SaveChangesAsync();
    });

    /// <summary>The refusal of a change of the budget's book, on the commit queue as after an approval; empty when it was done.</summary>
    private static async Task<string> Set(PolicyHouse house, Guid book, string? expense = null)
    {
        var from = (await house.BudgetOf("xuchang-aid")).Version;
        var set = await house.Store.Commits.Write(PolicyHouse.Owner, work => SetBudget.Set(work, house.Desk, new("xuchang-aid", 2026, "1.00", from, BookId: book, Expense: expense), 100));
        return set.Ok ? "" : set.Refusals[0].Code;
    }
}
