using System.Net;
using Xunit;
using Zhirong.Host.Serve;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Access;

/// <summary>Organisations, people, roles, tokens, conflicts and the first start, through the API.</summary>
public sealed class PeopleTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task User_AddedAndGivenAPassword_ChangesItAndWorksAsLongAsHisRole(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind);
        var admin = await desk.As("admin");
        Assert.Equal("422 ACC-0301", await admin.Said(HttpMethod.Post, "/access/users", new { login = "a b", name = "甲" }));
        Assert.Equal("422 ACC-0302", await admin.Said(HttpMethod.Post, "/access/users", new { login = "AUDITOR", name = "甲" }));
        Assert.Equal("422 ACC-0303", await admin.Said(HttpMethod.Post, "/access/users", new { login = "new.one", name = " " }));
        Assert.Equal("422 ACC-0310", await admin.Said(HttpMethod.Post, "/access/users", new { login = "new.one", name = "甲", role = "emperor" }));
        var user = (await admin.Post("/access/users", new { login = "New.One", name = "甲", role = "plan_manager" }, HttpStatusCode.Created))!;
        Assert.Equal("401 ACC-0201", await desk.Anybody().SignIn("new.one", ""));
        var issued = (await admin.Post($"/access/users/{user["id"]}/password", null))!;
        var person = await desk.As("new.one", $"{issued["password"]}");
        Assert.Equal("403 ACC-0106", await person.Said(HttpMethod.Get, "/ledger/books"));
        Assert.Equal("403 ACC-0106", await person.Said(HttpMethod.Post, "/access/tokens", new { name = "x", scopes = new[] { "ledger.read" }, days = 1 }));
        await person.Post("/access/password", new { current = $"{issued["password"]}", password = "Chosen-By-Me-1" }, HttpStatusCode.NoContent);
        await person.Post("/ledger/books", new { code = "N1", name = "账簿", kind = "plan", openedOn = "2026-11-01" }, HttpStatusCode.Created);
        Assert.Equal("403 ACC-0109", await person.Said(HttpMethod.Post, "/access/users", new { login = "two", name = "乙" }));

        var member = (await admin.Get($"/access/users/{user["id"]}"))!["members"]![0]!["id"];
        Assert.Equal("422 ACC-0315", await admin.Said(HttpMethod.Post, "/access/members", new { login = "new.one", role = "plan_manager" }));
        Assert.Equal("422 ACC-0311", await admin.Said(HttpMethod.Post, $"/access/members/{member}/end", new { until = "2026-11-26" }));
        await admin.Post($"/access/members/{member}/end", new { until = "2026-11-28" });
        Assert.Equal("200", await person.Said(HttpMethod.Get, "/ledger/books"));
        // At 16:00 in Greenwich the next day begins in China.
        desk.Clock.Forward(TimeSpan.FromHours(7.9));
        Assert.Equal("200", await person.Said(HttpMethod.Get, "/ledger/books"));
        await desk.Noted();
        desk.Clock.Forward(TimeSpan.FromHours(7.1) - TimeSpan.FromMicroseconds(1));
        Assert.Equal("200", await person.Said(HttpMethod.Get, "/ledger/books"));
        desk.Clock.Forward(TimeSpan.FromMicroseconds(1));
        Assert.Equal("403 ACC-0109", await person.Said(HttpMethod.Get, "/ledger/books"));
        Assert.Equal("403 ACC-0206", await person.SignIn("new.one", "Chosen-By-Me-1"));
    }

    [Fact]
    public async Task Accounts_OfOtherOrganisations_AreOutOfReach()
    {
        await using var desk = await AccessDesk.Start();
        var admin = await desk.As("admin");
        Assert.Equal("404 WEB-0105", await admin.Said(HttpMethod.Get, $"/access/users/{DemoPeople.UserId("underwriter")}"));
        Assert.Equal("404 WEB-0105", await admin.Said(HttpMethod.Post, $"/access/users/{DemoPeople.UserId("underwriter")}/password", new { }));
        Assert.Equal("404 WEB-0105", await admin.Said(HttpMethod.Put, $"/access/users/{DemoPeople.UserId("underwriter")}", new { name = "x", disabled = true, baseVersion = 1 }));
        await admin.Post("/access/members", new { login = "underwriter", role = "auditor" }, HttpStatusCode.Created);
        Assert.Equal("422 ACC-0313", await admin.Said(HttpMethod.Post, $"/access/users/{DemoPeople.UserId("underwriter")}/password", new { }));
        Assert.Equal("422 ACC-0312", await admin.Said(HttpMethod.Put, $"/access/users/{DemoPeople.UserId("admin")}", new { name = "周敏", disabled = true, baseVersion = (await admin.Get($"/access/users/{DemoPeople.UserId("admin")}"))!["version"]!.GetValue<int>() }));
        Assert.Equal("409 ACC-0314", await admin.Said(HttpMethod.Put, $"/access/users/{DemoPeople.UserId("auditor")}", new { name = "x", disabled = false, baseVersion = 99 }));
    }

    [Fact]
    public async Task Organisations_AreAddedByTheOperatorWithTheirFirstAdministrator()
    {
        await using var desk = await AccessDesk.Start();
        var (admin, other) = (await desk.As("admin"), await desk.As(DemoPeople.Everything));
        await other.Post("/access/switch", new { organisation = DemoPeople.OrganisationId("custodian") });
        Assert.Equal("422 ACC-0309", await other.Said(HttpMethod.Post, "/access/organisations", new { name = "新机构", kind = "fund" }));
        Assert.Equal("422 ACC-0304", await admin.Said(HttpMethod.Post, "/access/organisations", new { name = "新机构", kind = "person" }));
        Assert.Equal("422 ACC-0305", await admin.Said(HttpMethod.Post, "/access/organisations", new { name = "新机构", kind = "fund", code = "91110000DEM00001XX" }));
        Assert.Equal("422 ACC-0302", await admin.Said(HttpMethod.Post, "/access/organisations", new { name = "新机构", kind = "fund", administrator = "auditor", administratorName = "丙" }));
        Assert.Equal(0, (await admin.Get("/access/organisations?query=新机构"))!["total"]!.GetValue<int>());
        await admin.Post("/access/organisations", new { name = "新机构", kind = "fund", administrator = "fund.admin", administratorName = "丙" }, HttpStatusCode.Created);
        Guid user;
        using (var read = desk.Store.Read(Viewer.Local))
        {
            user = desk.Part<IPeople>().PersonOf(read.Session, "fund.admin")!.Id;
        }

        var password = $"{(await admin.Post($"/access/users/{user}/password", null))!["password"]}";
        Assert.Equal("404 WEB-0105", await admin.Said(HttpMethod.Post, $"/access/users/{user}/password", new { }));
        var fund = await desk.As("fund.admin", password);
        Assert.Equal("新机构", $"{(await fund.Get("/access/me"))!["organisation"]!["name"]}");
        var row = (await admin.Get("/access/organisations?query=新机构"))!["items"]![0]!;
        await admin.Put($"/access/organisations/{row["id"]}", new { name = "新机构", code = (string?)null, active = false, baseVersion = 1 });
        Assert.Equal("403 ACC-0206", await desk.Anybody().SignIn("fund.admin", password));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Person_Added_IsKeptMaskedAndFoundByHisNumber(DatabaseKind kind)
    {
        const string Number = "11010519491231002X";
        await using var desk = await AccessDesk.Start(kind);
        var admin = await desk.As("admin");
        Assert.Equal("422 ACC-0307", await admin.Said(HttpMethod.Post, "/access/persons", new { name = "农户", idNumber = "110105194912310021" }));
        Assert.Equal("422 ACC-0307", await admin.Said(HttpMethod.Post, "/access/persons", new { name = "农户", idNumber = "11010519491331002X" }));
        var person = (await admin.Post("/access/persons", new { name = "农户", idNumber = Number.ToLowerInvariant() }, HttpStatusCode.Created))!;
        Assert.Equal("110105********002X", $"{person["idMasked"]}");
        Assert.Equal("422 ACC-0308", await admin.Said(HttpMethod.Post, "/access/persons", new { name = "农户", idNumber = Number }));
        Assert.Equal($"{person["id"]}", $"{(await admin.Post("/access/organisations/find", new { idNumber = Number }))!["id"]}");
        var other = await desk.As("underwriter");
        Assert.Equal("404 WEB-0105", await other.Said(HttpMethod.Post, "/access/organisations/find", new { idNumber = Number }));
        Assert.Equal(0, (await other.Get("/access/organisations?kind=person"))!["total"]!.GetValue<int>());
        using var read = desk.Store.Read(Viewer.Everything("look for the number"));
        foreach (var (table, columns) in new[] { ("access_org", "name || coalesce(id_masked, '') || coalesce(id_print, '') || coalesce(code, '')"), ("evd_content", "content"), ("platform_kept_answer", "answer || coalesce(fields, '')") })
        {
            Assert.DoesNotContain(read.Session.List($"SELECT {columns} FROM {table}", row => row.Text(0)), text => text.Contains("19491231", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Token_ReachesAsFarAsItsScopesItsDaysAndItsOwner()
    {
        await using var desk = await AccessDesk.Start();
        var owner = await desk.As("plan-manager");
        Assert.Equal("422 ACC-0401", await owner.Said(HttpMethod.Post, "/access/tokens", new { name = "", scopes = new[] { "ledger.read" }, days = 1 }));
        Assert.Equal("422 ACC-0402", await owner.Said(HttpMethod.Post, "/access/tokens", new { name = "x", scopes = new[] { "ledger.read" }, days = 366 }));
        Assert.Equal("422 ACC-0403", await owner.Said(HttpMethod.Post, "/access/tokens", new { name = "x", scopes = Array.Empty<string>(), days = 1 }));
        Assert.Equal("422 ACC-0404", await owner.Said(HttpMethod.Post, "/access/tokens", new { name = "x", scopes = new[] { "ledger.*", "access.*" }, days = 1 }));
        var made = (await owner.Post("/access/tokens", new { name = "对账程序", scopes = new[] { "ledger.book.open", "ledger.read" }, days = 30 }, HttpStatusCode.Created))!;
        var program = desk.Anybody();
        program.Token = $"{made["token"]}";
        await program.Post("/ledger/books", new { code = "P1", name = "账簿", kind = "plan", openedOn = "2026-11-01" }, HttpStatusCode.Created);
        Assert.Equal("200", await program.Said(HttpMethod.Get, "/ledger/books"));
        Assert.Equal("403 ACC-0110", await program.Said(HttpMethod.Get, "/deals"));
        Assert.Equal("403 ACC-0111", await program.Said(HttpMethod.Get, "/access/me"));
        Assert.Equal("403 ACC-0111", await program.Said(HttpMethod.Post, "/access/tokens", new { name = "x", scopes = new[] { "ledger.read" }, days = 1 }));
        desk.Clock.Forward(TimeSpan.FromDays(30) - TimeSpan.FromMicroseconds(1));
        Assert.Equal("200", await program.Said(HttpMethod.Get, "/ledger/books"));
        desk.Clock.Forward(TimeSpan.FromMicroseconds(1));
        Assert.Equal("401 ACC-0103", await program.Said(HttpMethod.Get, "/ledger/books"));
        program.Token = "zrt_nothing";
        Assert.Equal("401 ACC-0103", await program.Said(HttpMethod.Get, "/ledger/books"));
        program.Token = "other";
        Assert.Equal("401 ACC-0103", await program.Said(HttpMethod.Get, "/ledger/books"));
    }

    [Fact]
    public async Task Token_RevokedOrOfADisabledOwner_OpensNothing()
    {
        await using var desk = await AccessDesk.Start();
        var (owner, other, admin) = (await desk.As("plan-manager"), await desk.As("auditor"), await desk.As("admin"));
        var (first, second) = (desk.Anybody(), desk.Anybody());
        var made = (await owner.Post("/access/tokens", new { name = "一", scopes = new[] { "ledger.read" }, days = 30 }, HttpStatusCode.Created))!;
        first.Token = $"{made["token"]}";
        second.Token = $"{(await owner.Post("/access/tokens", new { name = "二", scopes = new[] { "ledger.read" }, days = 30 }, HttpStatusCode.Created))!["token"]}";
        Assert.Equal("404 WEB-0105", await other.Said(HttpMethod.Post, $"/access/tokens/{made["view"]!["id"]}/revoke", new { }));
        await owner.Post($"/access/tokens/{made["view"]!["id"]}/revoke", null, HttpStatusCode.NoContent);
        Assert.Equal("401 ACC-0103", await first.Said(HttpMethod.Get, "/ledger/books"));
        Assert.Equal("200", await second.Said(HttpMethod.Get, "/ledger/books"));
        Assert.Equal(["active 二", "revoked 一"], (await owner.Get("/access/tokens"))!["tokens"]!.AsArray().Select(t => $"{t!["state"]} {t["name"]}").Order(StringComparer.Ordinal));
        var path = $"/access/users/{DemoPeople.UserId("plan-manager")}";
        await admin.Put(path, new { name = "沈清", disabled = true, baseVersion = (await admin.Get(path))!["version"]!.GetValue<int>() });
        Assert.Equal("401 ACC-0104", await second.Said(HttpMethod.Get, "/ledger/books"));
    }

    [Fact]
    public async Task Role_OfTheOrganisation_GrantsWhatItSaysUntilItIsPutAway()
    {
        await using var desk = await AccessDesk.Start();
        var admin = await desk.As("admin");
        var grants = new[] { new { act = "ledger.book.open", limit = (string?)null } };
        Assert.Equal("422 ACC-0317", await admin.Said(HttpMethod.Put, "/access/roles/auditor", new { zh = "审", en = "A", grants }));
        Assert.Equal("422 ACC-0318", await admin.Said(HttpMethod.Put, "/access/roles/opener", new { zh = "审", en = "A", grants = new[] { new { act = "ledger.*.open" } } }));
        Assert.Equal("422 ACC-0318", await admin.Said(HttpMethod.Put, "/access/roles/opener", new { zh = "审", en = "A", grants = new[] { new { act = "ledger.*", limit = "0.005" } } }));
        await admin.Put("/access/roles/opener", new { zh = "开簿", en = "Opener", grants });
        Assert.Equal("409 ACC-0314", await admin.Said(HttpMethod.Put, "/access/roles/opener", new { zh = "开簿", en = "Opener", grants }));
        await admin.Post("/access/members", new { login = "investor", role = "opener" }, HttpStatusCode.Created);
        var person = await desk.As("investor");
        var book = new { code = "O1", name = "账簿", kind = "plan", openedOn = "2026-11-01" };
        Assert.Equal("403 ACC-0109", await person.Said(HttpMethod.Post, "/ledger/books", book));
        await person.Post("/access/switch", new { organisation = Viewer.FoundingOrganisation });
        await person.Post("/ledger/books", book, HttpStatusCode.Created);
        await admin.Put("/access/roles/opener", new { zh = "开簿", en = "Opener", grants, active = false, baseVersion = 1 });
        Assert.Equal("403 ACC-0109", await person.Said(HttpMethod.Post, "/ledger/books", book));
    }

    [Fact]
    public async Task Conflict_IsDecidedOnByAnotherThanWhoReportedIt()
    {
        await using var desk = await AccessDesk.Start();
        var (reporter, approver, stranger) = (await desk.As("risk-manager"), await desk.As("approver"), await desk.As("guarantor"));
        var conflict = new { subjectKind = "deal", subjectId = "D-1", party = "演示证券", roles = new[] { "承销商", "投资者" }, note = "自营认购不超过 5%" };
        Assert.Equal("422 ACC-0502", await reporter.Said(HttpMethod.Post, "/access/conflicts", conflict with { roles = ["承销商", "承销商"] }));
        Assert.Equal("422 ACC-0501", await reporter.Said(HttpMethod.Post, "/access/conflicts", conflict with { note = " " }));
        var id = (await reporter.Post("/access/conflicts", conflict, HttpStatusCode.Created))!["id"];
        Assert.Equal("409 ACC-0506", await reporter.Said(HttpMethod.Post, "/access/conflicts", conflict));
        Assert.Equal("422 ACC-0504", await reporter.Said(HttpMethod.Post, $"/access/conflicts/{id}/decide", new { outcome = "approved", note = "可" }));
        Assert.Equal("422 ACC-0503", await approver.Said(HttpMethod.Post, $"/access/conflicts/{id}/decide", new { outcome = "maybe", note = "可" }));
        Assert.Equal("403 ACC-0109", await stranger.Said(HttpMethod.Post, $"/access/conflicts/{id}/decide", new { outcome = "approved", note = "可" }));
        Assert.Equal(0, (await stranger.Get("/access/conflicts"))!["total"]!.GetValue<int>());
        var decided = (await approver.Post($"/access/conflicts/{id}/decide", new { outcome = "approved", note = "限额内" }))!;
        Assert.Equal("approved 赵岩 孙正", $"{decided["state"]} {decided["raisedBy"]} {decided["decidedBy"]}");
        Assert.Equal("422 ACC-0505", await approver.Said(HttpMethod.Post, $"/access/conflicts/{id}/decide", new { outcome = "refused", note = "否" }));
    }

    /// <summary>A real installation has nobody, no password and no demo; the first person makes himself its administrator, once.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task SetUp_OfARealInstallation_HappensOnce(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind, real: true);
        var caller = desk.Anybody();
        Assert.Equal("404 WEB-0105", await caller.Said(HttpMethod.Get, "/access/demo"));
        Assert.Equal("401 ACC-0201", await caller.SignIn(DemoPeople.Everything, DemoPeople.Password));
        Assert.True((await caller.Get("/access/setup"))!["needed"]!.GetValue<bool>());
        var request = new { organisation = "某银行", kind = "bank", code = (string?)null, login = "root", name = "首位管理员", password = "First-Of-All-1" };
        Assert.Equal("422 ACC-0304", await caller.Said(HttpMethod.Post, "/access/setup", request with { kind = "supervisor" }));
        Assert.Equal("422 ACC-0211", await caller.Said(HttpMethod.Post, "/access/setup", request with { password = "short" }));
        var both = await Task.WhenAll(caller.Said(HttpMethod.Post, "/access/setup", request), desk.Anybody().Said(HttpMethod.Post, "/access/setup", request with { login = "late" }));
        Assert.Equal(["201", "409 ACC-0231"], both.Order(StringComparer.Ordinal));
        Assert.False((await caller.Get("/access/setup"))!["needed"]!.GetValue<bool>());
        var admin = await desk.As(both[0] == "201" ? "root" : "late", "First-Of-All-1");
        Assert.Equal(0, (await admin.Get("/deals"))!["total"]!.GetValue<int>());
        Assert.Equal(["administrator"], (await admin.Get("/access/me"))!["organisation"]!["roles"]!.AsArray().Select(r => $"{r}"));
    }

    /// <summary>Neither the published password in a real installation, nor real people in a demonstration.</summary>
    [Fact]
    public async Task Start_OnDataOfTheOtherSort_IsRefused()
    {
        var target = TestStore.NewTarget(DatabaseKind.Sqlite);
        await Stop(await DeskServer.Start(new(0, target), CancellationToken.None));
        Assert.Equal("ACC-0241", (await Assert.ThrowsAsync<StorageException>(() => DeskServer.Start(new(0, target, Real: true), CancellationToken.None))).Refusal.Code);
        await Stop(await DeskServer.Start(new(0, target), CancellationToken.None));
        Directory.Delete(target, true);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Holders_OfARoleOnADay_AreThoseWhoMaySignIn(DatabaseKind kind)
    {
        await using var desk = await AccessDesk.Start(kind);
        var admin = await desk.As("admin");
        await admin.Post("/access/members", new { login = "auditor", role = "approver", from = "2026-12-10", until = "2026-12-20" }, HttpStatusCode.Created);
        var people = desk.Part<IPeople>();
        using var read = desk.Store.Read(Viewer.Local);
        string Names(string day) => string.Join(' ', people.Holders(read.Session, Viewer.FoundingOrganisation, ["approver"], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Select(p => p.Login).Where(l => l != DemoPeople.Everything).Order(StringComparer.Ordinal));
        Assert.Equal("", Names("2026-11-27"));
        Assert.Equal("approver approver-2", Names("2026-12-09"));
        Assert.Equal("approver approver-2 auditor", Names("2026-12-10"));
        Assert.Equal("approver approver-2 auditor", Names("2026-12-20"));
        Assert.Equal("approver approver-2", Names("2026-12-21"));
        Assert.Equal(new("审批人", "Approver"), people.RoleTitle(read.Session, Viewer.FoundingOrganisation, "approver"));
        Assert.Null(people.RoleTitle(read.Session, Viewer.FoundingOrganisation, "nothing"));
        Assert.Equal("bank 演示银行", people.Organisation(read.Session, Viewer.FoundingOrganisation) is { } bank ? $"{bank.Kind} {bank.Name}" : "");
    }

    /// <summary>The demonstration has an organisation of every kind, with a code that checks, and a user for every role.</summary>
    [Fact]
    public void Demo_HasEveryKindAndEveryRole()
    {
        Assert.Equal(OrganisationKinds.All.Select(k => k.Code).Order(StringComparer.Ordinal), DemoPeople.Organisations.Select(o => o.Kind).Order(StringComparer.Ordinal));
        Assert.All(DemoPeople.Organisations.Where(o => o.Code is not null), o => Assert.Equal(Engine.Basics.CreditCodeOutcome.Valid, Engine.Basics.CreditCode.Check(o.Code).Outcome));
        Assert.Equal(RolePresets.All.Select(r => r.Code).Order(StringComparer.Ordinal), DemoPeople.Users.Where(u => u.Roles.Count == 1).SelectMany(u => u.Roles).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(DemoPeople.Users.Count, DemoPeople.Users.Select(u => u.Id).Distinct().Count());
    }

    /// <summary>The pages call roles and kinds by the server's words.</summary>
    [Fact]
    public void Words_OfThePages_AreThoseOfTheRolesAndKinds()
    {
        var pages = Repo.Read("web", "src", "words", "access.ts");
        Assert.All(RolePresets.All, r => Assert.Contains($"'accessRole.{r.Code}': ['{r.Title.Zh}', '{r.Title.En}'],", pages, StringComparison.Ordinal));
        Assert.All(OrganisationKinds.All, k => Assert.Contains($"'organisationKind.{k.Code}': ['{k.Title.Zh}', '{k.Title.En}'],", pages, StringComparison.Ordinal));
    }

    private static async Task Stop((Store Store, Microsoft.AspNetCore.Builder.WebApplication Server) running)
    {
        await running.Server.StopAsync(CancellationToken.None);
        await running.Server.DisposeAsync();
        await running.Store.DisposeAsync();
    }
}
