using Xunit;
using Zhirong.Modules.Lending.Loans.Lines;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Lines: who may draw how much, and everything that stands in the way, in its order.</summary>
public sealed class LineTests
{
    /// <summary>Thirty growers draw at once on a line that reaches for some of them: what is drawn is the line, never a fen beyond.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draw_ThirtyAtOnce_NeverAFenBeyondTheLine(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var line = await house.Line("JT-1", "1000000.01", Collective(30));
        var answers = await Race(house, line.Row.Id, 30);
        Races.Told("draws on one line", kind, answers.Length, answers.Count(a => a.Length == 0), answers.Where(a => a.Length > 0));
        Assert.Equal(20, answers.Count(a => a.Length == 0));
        Assert.All(answers.Where(a => a.Length > 0), a => Assert.Equal("LEN-0714", a));
        var after = await house.Facility(line.Row.Id);
        Assert.Equal(("1000000.00", "0.01"), (after.Row.Used, after.Row.Left));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>The twin: without the guard the same race passes the line, and the books say so.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draw_WithoutTheGuard_PassesTheLine(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        house.Desk.Unguarded = true;
        var line = await house.Line("JT-1", "1000000.01", Collective(30));
        var answers = await Race(house, line.Row.Id, 30);
        Assert.Equal(30, answers.Count(a => a.Length == 0));
        Assert.Contains(await house.Wrong(), w => w.StartsWith("lending.lines", StringComparison.Ordinal));
    }

    /// <summary>A member's own cap holds though the line has room, and what was taken of the line goes back with the refusal.</summary>
    [Fact]
    public async Task Draw_BeyondTheMembersCap_TakesNothing()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await house.Line("JT-1", "1000000.00", Collective(2));
        Assert.Equal("LEN-0715", await house.Refused(line.Row.Id, "J-1", "50000.01", r => r with { MemberNo = "N01" }));
        Assert.Equal("0.00", (await house.Facility(line.Row.Id)).Row.Used);
        Assert.Equal("", await house.Refused(line.Row.Id, "J-1", "50000.00", r => r with { MemberNo = "N01" }));
        Assert.Equal("LEN-0709", await house.Refused(line.Row.Id, "J-2", "1.00"));
        Assert.Equal("LEN-0709", await house.Refused(line.Row.Id, "J-2", "1.00", r => r with { MemberNo = "N99" }));
    }

    /// <summary>The refusals in their order: each is met once the one before it is put right.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draw_WithEverythingWrong_IsRefusedInOrder(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var rights = await house.Pledges.Patents(1);
        var (pledge, registration) = await house.Pledges.Pledged("ZY-1", "100.00", rights, ["150.00"]);
        var line = await house.Line("ED-1", "100.00", r => r with { Pledges = [pledge], Conditions = ["投保单"], ResolutionNo = "JY-1", ResolutionUntil = house.Today, Uses = ["采购原料"], MostLtv = "0.5" });
        var id = line.Row.Id;
        DrawLoanRequestTomorrow(out var tomorrow, house.Today.AddDays(1));
        Assert.Equal("LEN-0711", await house.Refused(id, "J-1", "100.00", r => r with { Payouts = [r.Payouts[0] with { Amount = "99.99" }] }));
        Assert.Equal("LEN-0702", await house.Refused(id, "J-1", "100.00", r => r with { DisbursedOn = house.Today.AddYears(2) }));
        Assert.Equal("LEN-0703", await house.Refused(id, "J-1", "100.00", tomorrow));
        Assert.Equal("LEN-0704", await house.Refused(id, "J-1", "100.00"));
        await house.Test.Store.Commits.Write(LoanHouse.Bank, work => Task.FromResult(work.Session.Execute("UPDATE len_facility_condition SET met = 1")));
        Assert.Equal("LEN-0705", await house.Refused(id, "J-1", "100.00"));
        await house.Pledges.Registered(registration, house.Today.AddDays(-10));
        Assert.Equal("LEN-0707", await house.Refused(id, "J-1", "75.01"));
        Assert.Equal("LEN-0710", await house.Refused(id, "J-1", "75.00", r => r with { Purpose = "购房" }));
        Assert.Equal("", await house.Refused(id, "J-1", "75.00"));
        Assert.Equal("LEN-0601", await house.Refused(id, "J-1", "1.00"));
        Assert.Equal("LEN-0707", await house.Refused(id, "J-2", "0.01"));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>A resolution counts on its last day and no longer.</summary>
    [Fact]
    public async Task Draw_OnTheResolutionsLastDay_IsAllowed_TheNextDayNot()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await house.Line("ED-1", "100.00", r => r with { ResolutionNo = "JY-1", ResolutionUntil = house.Today });
        Assert.Equal("", await house.Refused(line.Row.Id, "J-1", "1.00"));
        house.Forward(1);
        Assert.Equal("LEN-0703", await house.Refused(line.Row.Id, "J-2", "1.00"));
    }

    /// <summary>A right that lapses between approval and drawdown stops the money.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Draw_AfterARightWasFrozen_IsRefused(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var rights = await house.Pledges.Patents(2);
        var (pledge, registration) = await house.Pledges.Pledged("ZY-1", "100.00", rights, ["150.00", "50.00"]);
        await house.Pledges.Registered(registration, house.Today.AddDays(-10));
        var line = await house.Line("ED-1", "100.00", r => r with { Pledges = [pledge] });
        Assert.Equal("", await house.Refused(line.Row.Id, "J-1", "10.00"));
        await CovenantTests.Freeze(house, rights[0]);
        Assert.Equal("LEN-0706", await house.Refused(line.Row.Id, "J-2", "10.00"));
        Assert.Equal("frozen", (await house.Facility(line.Row.Id)).Coverage.Lost.Single().Because);
    }

    /// <summary>What the bank refused goes back to the line when it is given up; what may have been paid does not.</summary>
    [Fact]
    public async Task Payout_RejectedAndReturned_GivesTheLineBack()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var line = await house.Line("ED-1", "100.00");
        var loan = await house.Lent(line.Row.Id, "J-1", "60.00");
        var paid = await house.Payout(loan, 1);
        await house.Tell("PaymentSettled", paid.ItemId, paid.Fen, house.Today, paid.EntryId);
        Assert.Equal(("60.00", "60.00", 1), ((await house.Facility(line.Row.Id)).Row.Used, (await house.Loan(loan)).Row.Balance, (await house.Loan(loan)).Events.Count));
        await house.Tell("PaymentReturned", paid.ItemId, paid.Fen, house.Today, paid.EntryId);
        Assert.Equal(("0.00", "0.00", "returned"), ((await house.Facility(line.Row.Id)).Row.Used, (await house.Loan(loan)).Row.Balance, (await house.Payout(loan, 1)).State));
        Assert.Empty(await house.Wrong());
    }

    private static Func<MakeFacilityRequest, MakeFacilityRequest> Collective(int members) => r => r with { Kind = "collective", Members = [.. Enumerable.Range(1, members).Select(n => new MemberForm($"N{n:00}", $"农户{n:00}", Cap: "50000.00"))] };

    private static Task<string[]> Race(LoanHouse house, Guid line, int count) =>
        Task.WhenAll(Enumerable.Range(1, count).Select(n => Task.Run(() => house.Refused(line, $"J-{n}", "50000.00", r => r with { MemberNo = $"N{n:00}" }))));

    private static void DrawLoanRequestTomorrow(out Func<Zhirong.Modules.Lending.Loans.Accounts.DrawLoanRequest, Zhirong.Modules.Lending.Loans.Accounts.DrawLoanRequest> more, DateOnly day) => more = r => r with { DisbursedOn = day };
}
