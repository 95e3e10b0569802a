using System.Net;
using System.Text;
using Xunit;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Access.SignIn;

namespace Zhirong.Modules.Tests.Access;

public sealed class SecondFactorTests
{
    /// <summary>RFC 6238, appendix B, SHA-1 with the secret "12345678901234567890".</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void At_TimesOfTheStandard_MakesItsCodes(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(OneTimeCode.Base32(Encoding.ASCII.GetBytes("12345678901234567890")), seconds / 30, 8));

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_OfTheStandard_IsAsThere(string text, string expected) => Assert.Equal(expected, OneTimeCode.Base32(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public async Task SecondFactor_SwitchedOn_IsAskedForWithinOneStepAndTakenOnce()
    {
        await using var desk = await AccessDesk.Start();
        var caller = await desk.As("auditor");
        Assert.Equal("422 ACC-0214", await caller.Said(HttpMethod.Post, "/access/totp/confirm", new { code = "000000" }));
        var secret = $"{(await caller.Post("/access/totp/start", null))!["secret"]}";
        Assert.Equal("200", await desk.Anybody().SignIn("auditor", DemoPeople.Password));
        Assert.Equal("422 ACC-0205", await caller.Said(HttpMethod.Post, "/access/totp/confirm", new { code = Code(desk, secret, -2) }));
        await caller.Post("/access/totp/confirm", new { code = Code(desk, secret, -1) }, HttpStatusCode.NoContent);
        Assert.True((await caller.Get("/access/me"))!["secondFactor"]!.GetValue<bool>());
        Assert.Equal("422 ACC-0214", await caller.Said(HttpMethod.Post, "/access/totp/start", new { }));

        var other = desk.Anybody();
        Assert.Equal("401 ACC-0201", await other.SignIn("auditor", "wrong-password", Code(desk, secret, 0)));
        Assert.Equal("401 ACC-0204", await other.SignIn("auditor", DemoPeople.Password));
        Assert.Equal("401 ACC-0205", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, -1)));
        Assert.Equal("401 ACC-0205", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 2)));
        Assert.Equal("200", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 1)));
        Assert.Equal("401 ACC-0205", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 1)));
        desk.Clock.Forward(TimeSpan.FromSeconds(60));
        await desk.StartAgain();
        Assert.Equal("200", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 0)));

        desk.Clock.Forward(TimeSpan.FromSeconds(30));
        await caller.Post("/access/totp/off", new { code = Code(desk, secret, 0) }, HttpStatusCode.NoContent);
        Assert.Equal("200", await desk.Anybody().SignIn("auditor", DemoPeople.Password));
    }

    [Fact]
    public async Task SecondFactor_GuessedFiveTimes_LocksTheAccount()
    {
        await using var desk = await AccessDesk.Start();
        var caller = await desk.As("auditor");
        var secret = $"{(await caller.Post("/access/totp/start", null))!["secret"]}";
        await caller.Post("/access/totp/confirm", new { code = Code(desk, secret, 0) }, HttpStatusCode.NoContent);
        var other = desk.Anybody();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("401 ACC-0205", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 5)));
        }

        Assert.Equal("401 ACC-0202", await other.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 1)));
    }

    /// <summary>A disabled account is told before the code is asked for, the code is asked for before the missing role is told.</summary>
    [Fact]
    public async Task SignIn_WithSeveralReasonsAgainst_TellsTheFirstInOrder()
    {
        await using var desk = await AccessDesk.Start();
        var (caller, admin) = (await desk.As("auditor"), await desk.As("admin"));
        var secret = $"{(await caller.Post("/access/totp/start", null))!["secret"]}";
        await caller.Post("/access/totp/confirm", new { code = Code(desk, secret, 0) }, HttpStatusCode.NoContent);
        var path = $"/access/users/{DemoPeople.UserId("auditor")}";
        var user = (await admin.Get(path))!;
        await admin.Post($"/access/members/{user["members"]![0]!["id"]}/end", new { until = "2026-11-27" });
        user = (await admin.Put(path, new { name = "朱严", disabled = true, baseVersion = user["version"]!.GetValue<int>() }))!;
        Assert.Equal("401 ACC-0201", await caller.SignIn("auditor", "wrong-password"));
        Assert.Equal("401 ACC-0203", await caller.SignIn("auditor", DemoPeople.Password));
        user = (await admin.Get(path))!;
        await admin.Put(path, new { name = "朱严", disabled = false, baseVersion = user["version"]!.GetValue<int>() });
        Assert.Equal("401 ACC-0204", await caller.SignIn("auditor", DemoPeople.Password));
        Assert.Equal("401 ACC-0205", await caller.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 0)));
        Assert.Equal("403 ACC-0206", await caller.SignIn("auditor", DemoPeople.Password, Code(desk, secret, 1)));
    }

    [Fact]
    public async Task SecondFactor_OfWhoLostIt_IsTakenOffByTheAdministrator()
    {
        await using var desk = await AccessDesk.Start();
        var caller = await desk.As("auditor");
        var secret = $"{(await caller.Post("/access/totp/start", null))!["secret"]}";
        await caller.Post("/access/totp/confirm", new { code = Code(desk, secret, 0) }, HttpStatusCode.NoContent);
        using (var read = desk.Store.Read(Platform.Storage.Viewer.Everything("look for the secret")))
        {
            Assert.DoesNotContain(secret, read.Session.First("SELECT totp_secret FROM access_user WHERE login_key = 'auditor'", row => row.Text(0)), StringComparison.Ordinal);
        }

        var admin = await desk.As("admin");
        await admin.Post($"/access/users/{DemoPeople.UserId("auditor")}/totp-off", null);
        Assert.Equal("401 ACC-0102", await caller.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal("200", await caller.SignIn("auditor", DemoPeople.Password));
    }

    private static string Code(AccessDesk desk, string secret, int steps) => OneTimeCode.At(secret, (desk.Clock.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
}
