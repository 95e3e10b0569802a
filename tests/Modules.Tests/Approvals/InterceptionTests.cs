using System.Net;
using System.Text;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>What happens between a writing request and its endpoint, with an endpoint that counts.</summary>
public sealed class InterceptionTests
{
    [Fact]
    public async Task Act_WithoutARule_IsNotDone()
    {
        await using var test = await ProbeServer.New();
        Assert.Equal("APV-0302", await (await test.As("loan-officer")).Refused("probe/unruled", new { amount = "1.00" }, HttpStatusCode.Forbidden));
        Assert.Empty(test.Room.Done);
    }

    [Fact]
    public async Task Act_Exempt_IsDoneAtOnce()
    {
        await using var test = await ProbeServer.New();
        await (await test.As("loan-officer")).Post("probe/free", new { amount = "1.00" });
        Assert.Null(Assert.Single(test.Room.Done).Approval);
        Assert.Equal(0, test.One("SELECT count(*) FROM access_approval", row => row.Int(0)));
    }

    [Theory]
    [InlineData("1000.00", 1)]
    [InlineData("1000.01", 2)]
    public async Task Levels_AroundTheLimit_AskOneOrTwo(string amount, int people)
    {
        await using var test = await ProbeServer.New();
        var id = (await (await test.As("loan-officer")).Post("probe", new { amount }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        foreach (var (n, login) in ((string[])["approver", "approver-2"]).Take(people).Index())
        {
            Assert.Equal(n + 1 == people ? "approved" : "open", (await (await test.As(login)).Decide(id))["row"]!["state"]!.GetValue<string>());
        }

        await (await test.As("loan-officer")).Until(id, "done");
        Assert.Equal((amount, Guid.Parse(id)), (Assert.Single(test.Room.Done).Amount, test.Room.Done.Single().Approval));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Mandate_TakesWhatFits_AndGivesBackWhatWasRefused(DatabaseKind kind)
    {
        await using var test = await ProbeServer.New(kind);
        await test.Write("INSERT INTO access_mandate (id, owner_id, version, act, product, title, limit_fen, daily_fen, first_on, until_on, note, made_at, made_by) VALUES ('00000000-0000-7000-8000-0000000000aa', '00000000-0000-7000-8000-000000000001', 1, 'probe.act.do', '', 't', 5000, 10000, '2020-01-01', '2199-12-31', '', 1, 'x')");
        var officer = await test.As("loan-officer");
        await officer.Post("probe", new { amount = "50.00" }, key: "a");
        await officer.Post("probe", new { amount = "50.00" }, key: "a");
        Assert.Equal(new Guid("00000000-0000-7000-8000-0000000000aa"), Assert.Single(test.Room.Done).Mandate);
        Assert.Equal(5000, Used(test));
        await officer.Post("probe", new { amount = "50.01" }, HttpStatusCode.Accepted);
        await officer.Post("probe", new { amount = "13.00" }, HttpStatusCode.UnprocessableEntity, "b");
        for (var tries = 0; Used(test) != 5000; tries++)
        {
            Assert.True(tries < 50, $"{Used(test)}");
            await Task.Delay(100);
        }

        await officer.Post("probe", new { amount = "50.00" }, key: "c");
        await officer.Post("probe", new { amount = "0.01" }, HttpStatusCode.Accepted, "d");
        Assert.Equal((2, 10000), (test.Room.Done.Count, Used(test)));
        Assert.Equal(2, test.One("SELECT count(*) FROM access_mandate_use", row => row.Int(0)));
    }

    [Fact]
    public async Task Secret_WaitingForApproval_StandsNowhereInClear()
    {
        await using var test = await ProbeServer.New();
        var (officer, approver) = (await test.As("loan-officer"), await test.As("approver"));
        var id = (await officer.Post("probe", new { amount = "1.00", password = "Geheim-4711" }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        var (body, shown) = test.One("SELECT body, shown FROM access_approval_request", row => (row.Blob(0), row.Text(1)));
        Assert.DoesNotContain("Geheim-4711", Encoding.Latin1.GetString(body), StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim-4711", shown, StringComparison.Ordinal);
        Assert.Contains((await approver.Get($"approvals/{id}"))["fields"]!.AsArray(), f => f!["name"]!.GetValue<string>() == "password" && f["after"]!.GetValue<string>() == "••••••");
        await approver.Decide(id);
        await officer.Until(id, "done");
        Assert.Equal("Geheim-4711", Assert.Single(test.Room.Done).Password);
    }

    [Fact]
    public async Task Fault_OfOurs_IsTriedAgainUntilItWorks()
    {
        await using var test = await ProbeServer.New();
        await test.StopDoing();
        test.Room.Breaks = 2;
        var id = (await (await test.As("loan-officer")).Post("probe", new { amount = "1.00" }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        await (await test.As("approver")).Decide(id);
        Assert.Equal(0, await test.Runs.Due());
        Assert.Equal(0, await test.Runs.Due());
        await test.Write("UPDATE access_approval SET next_at = 0");
        Assert.Equal(0, await test.Runs.Due());
        await test.Write("UPDATE access_approval SET next_at = 0");
        Assert.Equal(1, await test.Runs.Due());
        Assert.Single(test.Room.Done);
        Assert.Equal(("done", 3), test.One("SELECT state, tries FROM access_approval", row => (row.Text(0), row.Int(1))));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Approved_TakenUpByManyAtOnce_IsDoneOnce(DatabaseKind kind)
    {
        await using var test = await ProbeServer.New(kind);
        await test.StopDoing();
        var (officer, approver) = (await test.As("loan-officer"), await test.As("approver"));
        foreach (var amount in (string[])["1.00", "2.00", "3.00"])
        {
            await approver.Decide((await officer.Post("probe", new { amount }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>());
        }

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => test.Runs.Due())));
        Assert.Equal(3, done.Sum());
        Assert.Equal(["1.00", "2.00", "3.00"], test.Room.Done.Select(d => d.Amount).Order());
    }

    /// <summary>Nobody else has the role: it is done and recorded; as soon as somebody has, it waits.</summary>
    [Fact]
    public async Task Alone_IsDoneAndRecorded_UntilSomebodyElseCouldDecide()
    {
        await using var test = await ProbeServer.New();
        var officer = await test.As("loan-officer");
        await officer.Post("probe/alone", new { amount = "7.00" }, key: "x");
        await officer.Post("probe/alone", new { amount = "7.00" }, key: "x");
        Assert.Single(test.Room.Done);
        for (var tries = 0; test.One("SELECT status FROM access_approval", row => row.LongOrNull(0)) != 200; tries++)
        {
            Assert.True(tries < 50);
            await Task.Delay(100);
        }

        Assert.Equal(("alone", 1), test.One("SELECT state, (SELECT count(*) FROM evd_leaf WHERE event = 'ApprovalSkipped') FROM access_approval", row => (row.Text(0), row.Int(1))));
        await test.Write("INSERT INTO access_member (id, user_id, org_id, role, from_on, until_on, added_at, added_by) SELECT '00000000-0000-7000-8000-0000000000f3', id, '00000000-0000-7000-8000-000000000001', 'nobodys_role', '2020-01-01', NULL, 1, 'x' FROM access_user WHERE login = 'approver'");
        await officer.Post("probe/alone", new { amount = "8.00" }, HttpStatusCode.Accepted);
        Assert.Single(test.Room.Done);
    }

    /// <summary>Members who vote in the same moment are all counted.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Committee_VotingAtOnce_IsCountedWhole(DatabaseKind kind)
    {
        await using var test = await ProbeServer.New(kind);
        var officer = await test.As("loan-officer");
        Person[] members = [await test.As("committee"), await test.As("committee-2"), await test.As("committee-3")];
        var id = (await officer.Post("probe/vote", new { amount = "1.00" }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        await Task.WhenAll(members.Select(member => member.Decide(id)));
        var seen = await officer.Until(id, "done");
        Assert.Equal(3, seen["history"]!.AsArray().Count);
        Assert.Single(test.Room.Done);
    }

    private static long Used(ProbeServer test) => test.One("SELECT fen FROM access_mandate_day", row => row.Long(0));
}
