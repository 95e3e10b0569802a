using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>Pledges from their contract to their end, on a store.</summary>
public sealed class PledgeTests
{
    private static readonly DateOnly March = new(2026, 3, 2);

    /// <summary>One right pledged twice at the same moment: exactly one wins, whoever asks and on either database.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Submit_OneRightTwiceAtTheSameMoment_ExactlyOneWins(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var rights = await house.Patents(12);
        var filings = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            // Each filing has rights of its own beside the one they share.
            var (_, registration) = await house.Pledged($"ZY-{i}", "1000000.00", [rights[0], rights[1 + (2 * (i % 5))], rights[2 + (2 * (i % 5))]]);
            Assert.Empty(await house.Step(registration, RegistrationAct.Sign, March));
            filings.Add(registration);
        }

        var answers = await Task.WhenAll(filings.Select(f => Task.Run(() => house.Step(f, RegistrationAct.Submit, March))));
        Races.Told("one right pledged", kind, answers.Length, answers.Count(a => a.Count == 0), answers.Where(a => a.Count > 0).Select(a => a[0].Code));
        Assert.Single(answers, a => a.Count == 0);
        Assert.All(answers.Where(a => a.Count > 0), a => Assert.Equal("LEN-0210", a[0].Code));
        await using var read = house.Store.Read(Viewer.Everything("count in a test"));
        Assert.Equal(3, read.Set<PledgedRight>().Count(r => r.Live == 1));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>The twin: without the partial index the same race lets both in, so it is the index that decides.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Submit_WithoutTheIndex_PledgesTheRightTwice(DatabaseKind kind)
    {
        var target = TestStore.New(kind);
        await using var house = new LendingStore(target);
        var rights = await house.Patents(1);
        var (first, second) = (await house.Pledged("ZY-1", "1000000.00", rights), await house.Pledged("ZY-2", "1000000.00", rights));
        await TestStore.AsOwner(target.Target, "DROP INDEX \"IX_len_pledged_right_live\"");
        foreach (var (_, registration) in (ValueTuple<Guid, Guid>[])[first, second])
        {
            Assert.Empty(await house.Step(registration, RegistrationAct.Sign, March));
            Assert.Empty(await house.Step(registration, RegistrationAct.Submit, March));
        }
    }

    /// <summary>Another organisation has its own row of the same patent; the number is the same right.</summary>
    [Fact]
    public async Task Submit_SamePatentByAnotherOrganisation_IsRefusedWithoutTellingWhose()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var other = new Viewer(new("00000000-0000-7000-8000-000000000099"), "另一银行");
        var mine = await house.Patents(1);
        var (_, registration) = await house.Pledged("ZY-1", "1000000.00", mine);
        await house.Registered(registration, March);
        var twin = new LendingStoreTwin(house, other);
        var (_, theirs) = await house.Pledged("QT-1", "1000000.00", await twin.SamePatents(1), viewer: other);
        Assert.Empty(await house.Step(theirs, RegistrationAct.Sign, March, viewer: other));
        var refusal = Assert.Single(await house.Step(theirs, RegistrationAct.Submit, March.AddDays(9), viewer: other));
        Assert.Equal("LEN-0210", refusal.Code);
        Assert.DoesNotContain($"{registration:N}", refusal.Sentence(Language.Zh), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("refuse")]
    public async Task Submit_AfterTheFirstFilingCameToNothing_TakesTheRight(string end)
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var rights = await house.Patents(1);
        var (pledge, first) = await house.Pledged("ZY-1", "1000000.00", rights);
        var (_, second) = await house.Pledged("ZY-2", "1000000.00", rights);
        foreach (var act in (RegistrationAct[])[RegistrationAct.Sign, RegistrationAct.Submit, RegistrationWords.Act(end)!.Value])
        {
            Assert.Empty(await house.Step(first, act, March));
        }

        Assert.Empty(await house.Step(second, RegistrationAct.Sign, March));
        Assert.Empty(await house.Step(second, RegistrationAct.Submit, March));
        Assert.Equal("dropped", (await house.Open(pledge)).Items[0].State);
        Assert.Empty(await house.Wrong());
    }

    /// <summary>A registration that stands shows in the register of rights from its legal effect, which is not the day of the record, and ends with it.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Register_ThenRelease_ShowsAndEndsInTheRegisterOfRights(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var rights = await house.Patents(3);
        var (pledge, registration) = await house.Pledged("ZY-1", "100.00", rights);
        await house.Registered(registration, March, step => step.Act == RegistrationAct.Register ? step with { RegistrationNo = "Y2026330000001", Effective = new(2026, 3, 4) } : step);
        var open = await house.Open(pledge);
        Assert.Equal(("perfected", "33.34", "33.33", "33.33"), (open.Row.State, open.Items[0].Allocated, open.Items[1].Allocated, open.Items[2].Allocated));
        Assert.Equal((new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 4)), (open.Registrations[0].Registered!.Value, open.Registrations[0].Effective!.Value));
        Assert.Empty(await house.Lying(rights[0], new(2026, 3, 3)));
        Assert.Equal(["Y2026330000001"], await house.Lying(rights[0], new(2026, 3, 4)));

        // Part of it is released: the rest stands, and the secured amount goes down by what goes out, to the fen.
        Assert.Empty(await house.Step(registration, RegistrationAct.RequestCancel, new(2026, 4, 1), step => step with { Rights = [rights[1]] }));
        Assert.Equal("leaving", (await house.Open(pledge)).Items[1].State);
        Assert.Empty(await house.Step(registration, RegistrationAct.ConfirmCancel, new(2026, 4, 3)));
        open = await house.Open(pledge);
        Assert.Equal(("perfected", "66.67", "registered", "released"), (open.Row.State, open.Row.Secured, open.Registrations[0].State, open.Items[1].State));
        Assert.Equal(["Y2026330000001"], await house.Lying(rights[1], new(2026, 4, 2)));
        Assert.Empty(await house.Lying(rights[1], new(2026, 4, 3)));
        Assert.NotEmpty(await house.Lying(rights[2], new(2026, 4, 3)));

        // Refused, it stays; asked again, all of it goes and the contract's amount stays on record.
        Assert.Empty(await house.Step(registration, RegistrationAct.RequestCancel, new(2026, 5, 1)));
        Assert.Empty(await house.Step(registration, RegistrationAct.DenyRequest, new(2026, 5, 3)));
        Assert.Equal("held", (await house.Open(pledge)).Items[0].State);
        Assert.Empty(await house.Step(registration, RegistrationAct.RequestCancel, new(2026, 5, 4)));
        Assert.Empty(await house.Step(registration, RegistrationAct.ConfirmCancel, new(2026, 5, 6)));
        open = await house.Open(pledge);
        Assert.Equal(("released", "66.67", "cancelled", new DateOnly(2026, 5, 6)), (open.Row.State, open.Row.Secured, open.Registrations[0].State, open.Registrations[0].Ended!.Value));
        Assert.Empty(await house.Lying(rights[0], new(2026, 5, 6)));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Revoked: void from the beginning, whenever it is said; somebody has to act, and the right may be pledged again.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Revoke_LongAfter_IsVoidFromTheBeginningAndRaisesAnIncident(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var rights = await house.Patents(2);
        var (pledge, registration) = await house.Pledged("ZY-1", "1000000.00", rights);
        await house.Registered(registration, March);
        Assert.NotEmpty(await house.Lying(rights[0], new(2026, 3, 20)));
        Assert.Empty(await house.Step(registration, RegistrationAct.Revoke, new(2026, 6, 1), step => step with { Note = "承诺不实", ReceiptNo = "CX-1" }));
        Assert.Empty(await house.Lying(rights[0], new(2026, 3, 20)));
        var open = await house.Open(pledge);
        Assert.Equal(("lost", "revoked"), (open.Row.State, open.Registrations[0].State));
        var incident = Assert.Single(open.Incidents);
        Assert.Equal(("revoked", new DateOnly(2026, 3, 5), new DateOnly(2026, 6, 1), "1000000.00", true), (incident.Kind, incident.EffectiveOn, incident.RecordedOn, incident.Lost, incident.Open));
        var (_, again) = await house.Pledged("ZY-2", "1000000.00", rights);
        await house.Registered(again, new(2026, 6, 2));
        Assert.Empty(await house.Wrong());
    }

    /// <summary>Replaced at equal value to the fen; a fen less is refused and says how much is missing; the old goes only once the new stands.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Replace_AtEqualValue_LeavesNoGap(DatabaseKind kind)
    {
        await using var house = LendingStore.New(kind);
        var rights = await house.Patents(5);
        var (pledge, registration) = await house.Pledged("ZY-1", "90.00", [.. rights.Take(2)], ["200.00", "100.00"]);
        await house.Registered(registration, March);
        var version = (await house.Open(pledge)).Row.Version;
        Task<Written<PledgeDetail>> Try(string first, string second, int from) => ReplaceRights.Replace(house.Desk, LendingStore.Bank, pledge, new(1, [new(rights[2], first, "评估报告"), new(rights[3], second, "评估报告")], "同意书", from), null, Language.Zh);

        var low = Assert.Single((await Try("120.00", "79.99", version)).Refusals);
        Assert.Equal("LEN-0104", low.Code);
        Assert.Contains("0.01", low.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("LEN-0007", (await Try("120.00", "80.00", version - 1)).Refusals[0].Code);
        var planned = (await Try("120.00", "80.00", version)).Value!;
        Assert.Equal(("partly", "60.00", "30.00", "0.00", "90.00"), (planned.Row.State, planned.Items[0].Allocated, planned.Items[1].Allocated, planned.Items[2].Allocated, planned.Row.Secured));
        Assert.Equal("LEN-0106", (await Try("120.00", "80.00", planned.Row.Version)).Refusals[0].Code);

        // While the new one is not registered, what it replaces may not go.
        var coming = planned.Registrations.Single(r => r.Replaces == registration).Id;
        Assert.Equal("LEN-0216", Assert.Single(await house.Step(registration, RegistrationAct.RequestCancel, new(2026, 4, 1), step => step with { Rights = [rights[0]] })).Code);
        Assert.Equal("LEN-0216", Assert.Single(await house.Step(registration, RegistrationAct.RequestCancel, new(2026, 4, 1))).Code);
        await house.Registered(coming, new(2026, 4, 2));
        var both = await house.Open(pledge);
        Assert.Equal(["0.00", "30.00", "36.00", "24.00"], both.Items.Select(i => i.Allocated));
        Assert.All(both.Items, i => Assert.Equal("held", i.State));
        Assert.Equal((new DateOnly(2026, 4, 5), "cancel_old"), (both.Registrations.Single(r => r.Id == registration).Due!.Value, both.Registrations.Single(r => r.Id == registration).DueKind));
        Assert.NotEmpty(await house.Lying(rights[0], new(2026, 4, 5)));
        Assert.Empty(await house.Step(registration, RegistrationAct.RequestCancel, new(2026, 4, 6), step => step with { Rights = [rights[0]] }));
        Assert.Empty(await house.Step(registration, RegistrationAct.ConfirmCancel, new(2026, 4, 8)));
        var after = await house.Open(pledge);
        Assert.Equal(("90.00", "released"), (after.Row.Secured, after.Items[0].State));
        Assert.Empty(await house.Wrong());
    }

    [Fact]
    public async Task Step_ThatLacksWhatItMustState_IsRefused()
    {
        await using var house = LendingStore.New(DatabaseKind.Sqlite);
        var (_, registration) = await house.Pledged("ZY-1", "90.00", await house.Patents(1));
        Assert.Empty(await house.Step(registration, RegistrationAct.Sign, March));
        Assert.Equal("LEN-0214", (await house.Step(registration, RegistrationAct.Submit, March, s => s with { Channel = "" }))[0].Code);
        Assert.Equal("LEN-0211", (await house.Step(registration, RegistrationAct.Submit, March, s => s with { Channel = "fax" }))[0].Code);
        Assert.Equal("LEN-0202", (await house.Step(registration, RegistrationAct.Submit, March.AddDays(-1)))[0].Code);
        Assert.Empty(await house.Step(registration, RegistrationAct.Submit, March));
        Assert.Empty(await house.Step(registration, RegistrationAct.Accept, March));
        Assert.Equal("LEN-0214", (await house.Step(registration, RegistrationAct.Register, March, s => s with { RegistrationNo = "" }))[0].Code);
        Assert.Equal("LEN-0217", (await house.Step(registration, RegistrationAct.Inform, March, s => s with { Grounds = ["P06"] }))[0].Code);
        Assert.Empty(await house.Step(registration, RegistrationAct.Inform, March, s => s with { Grounds = ["P11"] }));
        Assert.Equal("LEN-0204", (await house.Step(registration, RegistrationAct.Declare, March))[0].Code);
    }
}

/// <summary>The same patents in another organisation's register.</summary>
internal sealed class LendingStoreTwin(LendingStore house, Viewer viewer)
{
    public async Task<IReadOnlyList<Guid>> SamePatents(int count)
    {
        var records = Enumerable.Range(1, count).Select(n => Assets.Records.Patent(LendingStore.Number(n), $"一种阀门 {n}", "甲公司", "2018-02-15", "2020-06-20")).ToList();
        await Assets.Records.Take(house.Store, "twin.xlsx", $"{house.Desk.Today.AddDays(-1):yyyy-MM-dd}", viewer, records);
        await using var read = house.Store.Read(viewer);
        return [.. RightDoor.ByNumber(read, [.. records.Select(r => r.Numbers[0].Text)]).Select(n => n.Rights.Single())];
    }
}
