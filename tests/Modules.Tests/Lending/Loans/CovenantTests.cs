using Xunit;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Outbox;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending.Loans;

/// <summary>Whatever the register or a registry says of the security opens a breach with somebody to see to it and a day.</summary>
public sealed class CovenantTests
{
    /// <summary>A court's freeze: coverage falls, the breach says by how much; put right by repaying, it can be settled, and not before.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Freeze_OfAPledgedRight_OpensABreachOnceAndIsPutRightByRepaying(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var (line, loan, rights, _) = await Drawn(house);
        Assert.False(await Look(house, line));
        await Freeze(house, rights[0]);
        Assert.True(await Look(house, line));
        Assert.False(await Look(house, line));
        var breach = (await house.Facility(line)).Breaches.Single();

        // 100 drawn; 0.5 of the 120 left supports 60.
        Assert.Equal(("coverage", "40.00", "120.00", "2026-01-29", "本机用户"), (breach.Kind, breach.Short, breach.Value, $"{breach.DueOn:yyyy-MM-dd}", breach.Assigned));
        Assert.Equal("LEN-0707", await house.Refused(line, "J-2", "0.01"));
        Assert.Equal("", await house.Record(loan, new Zhirong.Modules.Lending.Loans.Accounts.EventDraft("prepaid", house.Today, 4_000, new() { ["effect"] = "lower", ["feeRate"] = "0" }, "1003", "TQ-1")));
        await house.Close();
        await Look(house, line);
        Assert.Equal("0.00", (await house.Facility(line)).Breaches.Single().Short);
        Assert.Equal("60.00", (await house.Facility(line)).Row.Used);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>A revocation reaches back: the pledge is lost and with it what it secured.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Revocation_OfTheRegistration_IsHeardAndOpensABreach(DatabaseKind kind)
    {
        await using var house = await LoanHouse.Open(kind);
        var (line, _, _, registration) = await Drawn(house);
        Assert.Empty(await house.Pledges.Step(registration, RegistrationAct.Revoke, house.Today));
        await Deliver(house);
        Assert.Equal(("pledge_lost", "100.00"), ((await house.Facility(line)).Breaches.Single().Kind, (await house.Facility(line)).Breaches.Single().Short));
        await Deliver(house);
        Assert.Single((await house.Facility(line)).Breaches);
    }

    /// <summary>Without a loan to value every right has to be in force.</summary>
    [Fact]
    public async Task Freeze_WithoutALoanToValue_IsARightLost()
    {
        await using var house = await LoanHouse.Open(DatabaseKind.Sqlite);
        var (line, _, rights, _) = await Drawn(house, ltv: null);
        await Freeze(house, rights[1]);
        await Look(house, line);
        Assert.Equal(("right_lost", "100.00"), ((await house.Facility(line)).Breaches.Single().Kind, (await house.Facility(line)).Breaches.Single().Short));
    }

    /// <summary>A court's freeze on a right as its endpoint enters it.</summary>
    internal static Task Freeze(LoanHouse house, Guid right) => house.Test.Store.Commits.Write(LoanHouse.Bank, work => Task.FromResult(work.Session.Execute(
        "INSERT INTO ast_encumbrance (id, right_no, kind, registration_no, holder, grantor, from_day, until_day, estimated, origin, note, at, by) SELECT @p0, no, 'freeze', '', '某法院', '', @p1, NULL, 0, 'hand', '', 1, 'test' FROM ast_right WHERE id = @p2",
        RowValues.Of(Guid.CreateVersion7()), RowValues.Of(house.Today), RowValues.Of(right))));

    private static Task<bool> Look(LoanHouse house, Guid line) => house.Test.Store.Commits.Write(LoanHouse.Bank, work => CovenantWatch.Look(work, house.Desk, line));

    private static Task<int> Deliver(LoanHouse house) => new OutboxPump(house.Test.Store, [new RegisterHeard(house.Desk)], TimeProvider.System).Deliver();

    /// <summary>100.00 drawn on rights worth 180.00 and 120.00, at most half.</summary>
    private static async Task<(Guid Line, Guid Loan, IReadOnlyList<Guid> Rights, Guid Registration)> Drawn(LoanHouse house, string? ltv = "0.5")
    {
        var rights = await house.Pledges.Patents(2);
        var (pledge, registration) = await house.Pledges.Pledged("ZY-1", "100.00", rights, ["180.00", "120.00"]);
        await house.Pledges.Registered(registration, house.Today.AddDays(-10));
        var line = await house.Line("ED-1", "100.00", r => r with { Pledges = [pledge], MostLtv = ltv });
        return (line.Row.Id, await house.Lent(line.Row.Id, "J-1", "100.00"), rights, registration);
    }
}
