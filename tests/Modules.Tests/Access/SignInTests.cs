using System.Net;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Access.SignIn;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Access;

/// <summary>Signing in, staying in, and being kept out.</summary>
public sealed class SignInTests
{
    private const string Wrong = "401 ACC-0201";
    private const string Locked = "401 ACC-0202";
    private const string Ended = "401 ACC-0102";

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task SignIn_RightOrWrong_IsToldAlikeForUnknownLogins(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind);
        var caller = desk.Anybody();
        Assert.Equal("401 ACC-0101", await caller.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal(Wrong, await caller.SignIn("nobody", DemoPeople.Password));
        Assert.Equal(Wrong, await caller.SignIn("auditor", "not-the-password"));
        Assert.Equal("200", await caller.SignIn("Auditor", DemoPeople.Password));
        var me = (await caller.Get("/access/me"))!;
        Assert.Equal("auditor 朱严 演示银行", $"{me["login"]} {me["name"]} {me["organisation"]!["name"]}");
        Assert.Equal(["auditor"], me["organisation"]!["roles"]!.AsArray().Select(r => $"{r}"));
        await caller.Post("/access/sign-out", null, HttpStatusCode.NoContent);
        Assert.Equal("401 ACC-0101", await caller.Said(HttpMethod.Get, "/access/me"));
    }

    /// <summary>Four wrong ones pass, the fifth locks; the lock ends at its very instant, and a right password then counts anew.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task SignIn_FiveWrongPasswords_LockForFifteenMinutes(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind);
        var caller = desk.Anybody();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(Wrong, await caller.SignIn("auditor", "wrong-password"));
        }

        Assert.Equal("200", await caller.SignIn("auditor", DemoPeople.Password));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(Wrong, await caller.SignIn("auditor", "wrong-password"));
        }

        Assert.Equal(Locked, await caller.SignIn("auditor", DemoPeople.Password));
        desk.Clock.Forward(Lockout.For - TimeSpan.FromMicroseconds(1));
        Assert.Equal(Locked, await caller.SignIn("auditor", DemoPeople.Password));
        Assert.Equal("200", await caller.Said(HttpMethod.Get, "/access/me"));
        desk.Clock.Forward(TimeSpan.FromMicroseconds(1));
        Assert.Equal("200", await caller.SignIn("auditor", DemoPeople.Password));
    }

    /// <summary>Guesses made at once all count: none slips through beside the others.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task SignIn_ManyGuessesAtOnce_LockLikeOneAfterTheOther(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind);
        var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Anybody().SignIn("auditor", "wrong-password")));
        Assert.Equal((5, 3), (said.Count(s => s == Wrong), said.Count(s => s == Locked)));
        Assert.Equal(Locked, await desk.Anybody().SignIn("auditor", DemoPeople.Password));
    }

    [Fact]
    public async Task SignIn_LockedByOthers_IsLiftedByTheAdministrator()
    {
        await using var desk = await AccessDesk.Start();
        var caller = desk.Anybody();
        for (var i = 0; i < 5; i++)
        {
            await caller.SignIn("auditor", "wrong-password");
        }

        var admin = await desk.As("admin");
        await admin.Post($"/access/users/{DemoPeople.UserId("auditor")}/unlock", null);
        Assert.Equal("200", await caller.SignIn("auditor", DemoPeople.Password));
    }

    /// <summary>Idle and longest time of a session, each at its boundary, and the server started again in between.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Session_OutlivesTheServer_AndEndsOnTime(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind);
        var (busy, idle) = (await desk.As("auditor"), await desk.As("approver"));
        await desk.StartAgain();
        Assert.Equal("200", await idle.Said(HttpMethod.Get, "/access/me"));
        desk.Clock.Forward(Sessions.Idle - TimeSpan.FromMicroseconds(1));
        Assert.Equal("200", await busy.Said(HttpMethod.Get, "/access/me"));
        await desk.Noted();
        desk.Clock.Forward(TimeSpan.FromMicroseconds(1));
        Assert.Equal(Ended, await idle.Said(HttpMethod.Get, "/access/me"));
        for (var hours = 8; hours < 7 * 24 - 6; hours += 6)
        {
            desk.Clock.Forward(TimeSpan.FromHours(6));
            Assert.Equal("200", await busy.Said(HttpMethod.Get, "/access/me"));
            await desk.Noted();
        }

        desk.Clock.Forward(TimeSpan.FromHours(6));
        Assert.Equal(Ended, await busy.Said(HttpMethod.Get, "/access/me"));
    }

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndTheOldOne()
    {
        await using var desk = await AccessDesk.Start();
        var (here, there) = (await desk.As("auditor"), await desk.As("auditor"));
        Assert.Equal("422 ACC-0213", await here.Said(HttpMethod.Post, "/access/password", new { current = "wrong", password = "Another-One-27" }));
        Assert.Equal("422 ACC-0211", await here.Said(HttpMethod.Post, "/access/password", new { current = DemoPeople.Password, password = "Auditor-20" }));
        Assert.Equal("422 ACC-0211", await here.Said(HttpMethod.Post, "/access/password", new { current = DemoPeople.Password, password = "Short-1aA" }));
        Assert.Equal("422 ACC-0212", await here.Said(HttpMethod.Post, "/access/password", new { current = DemoPeople.Password, password = DemoPeople.Password }));
        await here.Post("/access/password", new { current = DemoPeople.Password, password = "Short-1aAb" }, HttpStatusCode.NoContent);
        Assert.Equal("200", await here.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal(Ended, await there.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal(Wrong, await there.SignIn("auditor", DemoPeople.Password));
        Assert.Equal("200", await there.SignIn("auditor", "Short-1aAb"));
    }

    [Fact]
    public async Task User_Disabled_IsOutAtOnceAndStaysOut()
    {
        await using var desk = await AccessDesk.Start();
        var (auditor, admin) = (await desk.As("auditor"), await desk.As("admin"));
        var path = $"/access/users/{DemoPeople.UserId("auditor")}";
        await admin.Put(path, new { name = "朱严", disabled = true, baseVersion = (await admin.Get(path))!["version"]!.GetValue<int>() });
        Assert.Equal(Ended, await auditor.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal("401 ACC-0203", await auditor.SignIn("auditor", DemoPeople.Password));
        Assert.Equal(Wrong, await auditor.SignIn("auditor", "wrong-password"));
    }

    [Fact]
    public async Task Sessions_AreListedAndEndedByTheirOwnerOnly()
    {
        await using var desk = await AccessDesk.Start();
        var (here, there, other) = (await desk.As("auditor"), await desk.As("auditor"), await desk.As("approver"));
        var sessions = (await here.Get("/access/sessions"))!["sessions"]!.AsArray();
        Assert.Equal(2, sessions.Count);
        var away = sessions.Single(s => !s!["this"]!.GetValue<bool>())!["id"];
        Assert.Equal("404 WEB-0105", await other.Said(HttpMethod.Post, $"/access/sessions/{away}/end", new { }));
        await here.Post($"/access/sessions/{away}/end", null, HttpStatusCode.NoContent);
        Assert.Equal(Ended, await there.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal("200", await here.Said(HttpMethod.Get, "/access/me"));
    }

    [Fact]
    public async Task Switch_ToAnotherOrganisation_ChangesWhatIsSeenAndNeedsARoleThere()
    {
        await using var desk = await AccessDesk.Start();
        var demo = await desk.As(DemoPeople.Everything);
        Assert.True((await demo.Get("/deals"))!["total"]!.GetValue<int>() > 0);
        await demo.Post("/access/switch", new { organisation = DemoPeople.OrganisationId("custodian") });
        Assert.Equal(0, (await demo.Get("/deals"))!["total"]!.GetValue<int>());
        Assert.All((await demo.Get("/cases"))!["cases"]!.AsArray(), c => Assert.Null(c!["dealId"]));
        Assert.Equal("403 ACC-0109", await demo.Said(HttpMethod.Post, "/ledger/books", new { code = "X", name = "X", kind = "bank", openedOn = "2026-11-01" }));
        Assert.Equal("422 ACC-0221", await demo.Said(HttpMethod.Post, "/access/switch", new { organisation = DemoPeople.OrganisationId("insurer") }));
        Assert.Equal("422 ACC-0221", await demo.Said(HttpMethod.Post, "/access/switch", new { organisation = Guid.NewGuid() }));
        Assert.Equal("演示托管银行", $"{(await demo.Get("/access/me"))!["organisation"]!["name"]}");
    }
}
