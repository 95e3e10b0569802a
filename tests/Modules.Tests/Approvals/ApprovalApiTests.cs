using System.Net;
using Xunit;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Tests.Approvals;

/// <summary>Requests that wait for approval, through the real server; a mandate is what is asked for, since every run makes a new one.</summary>
public sealed class ApprovalApiTests
{
    public static TheoryData<DatabaseKind> Both => TestStore.Both;

    private static object Mandate(string title = "日常放款", string daily = "1000000.00", DateOnly? first = null) => new
    {
        act = "payments.batch.approve",
        title,
        limit = "300000.00",
        daily,
        first = first ?? Today,
        until = Today.AddDays(30),
    };

    private static DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Asked_WaitsForTwoOthers_AndIsDoneOnce(DatabaseKind kind)
    {
        await using var test = await ApprovalServer.New(kind);
        var (admin, approver, risk, checker) = (await test.As("admin"), await test.As("approver"), await test.As("risk-manager"), await test.As("payments-checker"));
        var ticket = await admin.Post("approvals/mandates", Mandate(), HttpStatusCode.Accepted, "k-1");
        var id = ticket["approval"]!.GetValue<string>();
        Assert.Equal("open", ticket["state"]!.GetValue<string>());
        Assert.Empty((await admin.Get("approvals/mandates"))["mandates"]!.AsArray());

        // The same key is the same case, with another body it is refused by the field that differs.
        Assert.Equal(id, (await admin.Post("approvals/mandates", Mandate(), HttpStatusCode.Accepted, "k-1"))["approval"]!.GetValue<string>());
        Assert.Equal("WEB-0103", await admin.Refused("approvals/mandates", Mandate("另一个"), key: "k-1"));
        Assert.Equal(1, test.Number("SELECT count(*) FROM access_approval"));

        // It stands in the inbox of those who can decide, and of nobody else.
        Assert.Equal([id], await Inbox(approver));
        Assert.Equal([id], await Inbox(risk));
        Assert.Empty(await Inbox(admin));
        Assert.Empty(await Inbox(checker));
        Assert.Equal(id, (await admin.Get("approvals?view=mine"))["items"]![0]!["id"]!.GetValue<string>());
        var seen = await approver.Get($"approvals/{id}");
        Assert.Contains(seen["fields"]!.AsArray(), f => f!["labelZh"]!.GetValue<string>() == "单笔上限" && f["after"]!.GetValue<string>() == "300000.00" && f["before"] is null);
        Assert.Contains("孙正", seen["steps"]![0]!["may"]!.AsArray().Select(m => m!["name"]!.GetValue<string>()));

        // Nobody decides his own, nor without a role; another organisation does not even see it.
        Assert.Equal("APV-0103", (await admin.Decide(id, expected: HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>());
        Assert.Equal("APV-0105", (await checker.Decide(id, expected: HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>());
        var stranger = await test.As("guarantor");
        Assert.Equal("WEB-0105", (await stranger.Get($"approvals/{id}", HttpStatusCode.NotFound))["code"]!.GetValue<string>());
        Assert.Equal("WEB-0105", (await stranger.Decide(id, expected: HttpStatusCode.NotFound))["code"]!.GetValue<string>());
        Assert.Empty((await stranger.Get("approvals?view=all"))["items"]!.AsArray());

        Assert.Equal("open", (await approver.Decide(id))["row"]!["state"]!.GetValue<string>());
        Assert.Empty((await admin.Get("approvals/mandates"))["mandates"]!.AsArray());
        Assert.Equal("approved", (await risk.Decide(id))["row"]!["state"]!.GetValue<string>());
        var done = await admin.Until(id, "done");
        Assert.Equal(201, done["status"]!.GetValue<int>());
        var mandate = Assert.Single((await admin.Get("approvals/mandates"))["mandates"]!.AsArray())!;
        Assert.Equal(id, mandate["approval"]!.GetValue<string>());
        Assert.Equal(mandate["id"]!.GetValue<string>(), done["answer"]!["id"]!.GetValue<string>());
        Assert.Equal("周敏", mandate["madeBy"]!.GetValue<string>());
        Assert.Equal(["孙正", "赵岩"], done["history"]!.AsArray().Select(h => h!["by"]!.GetValue<string>()));
        Assert.Equal("APV-0101", (await approver.Decide(id, expected: HttpStatusCode.Conflict))["code"]!.GetValue<string>());

        // What happened is evidence: asked, decided twice, made, done.
        Assert.Equal(4, test.Number($"SELECT count(*) FROM evd_leaf WHERE subject_kind = 'approval' AND subject_id = '{id}'"));
        Assert.Equal(1, test.Number("SELECT count(*) FROM evd_leaf WHERE event = 'MandateMade'"));
    }

    /// <summary>The server dies between the last decision and the act: the next start does it, once.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Approved_ServerDiesBeforeTheAct_IsDoneAfterTheNextStart(DatabaseKind kind)
    {
        await using var test = await ApprovalServer.New(kind);
        await test.StopDoing();
        var id = await Approved(test);
        await Task.Delay(1_500);
        Assert.Equal("approved", (await (await test.As("admin")).Get($"approvals/{id}"))["row"]!["state"]!.GetValue<string>());
        Assert.Equal(0, test.Number("SELECT count(*) FROM access_mandate"));
        await test.Stop();
        await test.Start();
        await (await test.As("admin")).Until(id, "done");
        Assert.Equal(1, test.Number("SELECT count(*) FROM access_mandate"));
    }

    /// <summary>The server dies after the act and before its outcome is written: it is run again, and nothing is done twice.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Approved_ServerDiesAfterTheAct_IsNotDoneTwice(DatabaseKind kind)
    {
        await using var test = await ApprovalServer.New(kind);
        await test.StopDoing();
        var id = await Approved(test);
        using (var read = test.Store.Read(Viewer.Everything("test")))
        {
            var stored = ApprovalReading.One(read, Guid.Parse(id))!;
            var first = await test.Part<ApprovedRun>().Run(stored, CancellationToken.None);
            var second = await test.Part<ApprovedRun>().Run(stored, CancellationToken.None);
            Assert.Equal((201, first.Text), (second.Status, second.Text));
        }

        Assert.Equal(1, test.Number("SELECT count(*) FROM access_mandate"));
        Assert.Equal(0, test.Number("SELECT count(*) FROM access_approval WHERE state = 'done'"));
        Assert.Equal(1, await test.Part<ApprovedRuns>().Due());
        Assert.Equal(0, await test.Part<ApprovedRuns>().Due());
        Assert.Equal(1, test.Number("SELECT count(*) FROM access_approval WHERE state = 'done' AND status = 201"));
        Assert.Equal(1, test.Number("SELECT count(*) FROM access_mandate"));
    }

    [Fact]
    public async Task Returned_IsSupplementedByItsInitiator_AndDoneWithTheNewBody()
    {
        await using var test = await ApprovalServer.New(DatabaseKind.Sqlite);
        var (admin, approver, risk) = (await test.As("admin"), await test.As("approver"), await test.As("risk-manager"));
        var id = (await admin.Post("approvals/mandates", Mandate(), HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        Assert.Equal("returned", (await approver.Decide(id, "return"))["row"]!["state"]!.GetValue<string>());
        Assert.Equal(1, (await admin.Get("approvals/count"))["returned"]!.GetValue<int>());
        Assert.Equal("日常放款", (await admin.Get($"approvals/{id}"))["body"]!["title"]!.GetValue<string>());
        Assert.Null((await approver.Get($"approvals/{id}"))["body"]);
        Assert.Equal("APV-0111", await approver.Refused($"approvals/{id}/supplement", new { body = Mandate("改名") }));
        Assert.Equal("APV-0118", await admin.Refused($"approvals/{id}/supplement", new { body = Mandate("改名", "2000000.00") }));
        Assert.Equal("WEB-0102", await admin.Refused($"approvals/{id}/supplement", new { body = new { act = 1 } }));
        Assert.Equal("APV-0501", await admin.Refused($"approvals/{id}/supplement", new { body = new { act = "ledger.book.open", title = "x", limit = "1.00", daily = "1.00", first = Today, until = Today } }));
        Assert.Equal(2, (await admin.Post($"approvals/{id}/supplement", new { body = Mandate("改名") }))["row"]!["round"]!.GetValue<int>());
        Assert.Equal("APV-0117", (await approver.Decide(id, round: 1, expected: HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        await approver.Decide(id, round: 2);
        await risk.Decide(id, round: 2);
        Assert.Equal("改名", (await admin.Until(id, "done"))["answer"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task Act_RefusedByItsEndpoint_FailsWithTheEndpointsOwnWords()
    {
        await using var test = await ApprovalServer.New(DatabaseKind.Sqlite);
        var (demo, arranger, approver) = (await test.As("demo"), await test.As("arranger"), await test.As("approver"));
        await demo.Post("approvals/mandates", Mandate(), HttpStatusCode.Accepted);
        var leaf = test.Text("SELECT id FROM evd_leaf WHERE event = 'ApprovalAsked'");
        var first = (await demo.Post($"evidence/leaves/{leaf}/erase", new { reason = "客户要求" }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        var second = (await arranger.Post($"evidence/leaves/{leaf}/erase", new { reason = "重复" }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        await approver.Decide(first);
        await demo.Until(first, "done");
        await approver.Decide(second);
        var failed = await arranger.Until(second, "failed");
        Assert.Equal((422, "EVD-0105"), (failed["status"]!.GetValue<int>(), failed["answer"]!["code"]!.GetValue<string>()));
        Assert.Equal("leaf", failed["row"]!["subjectKind"]!.GetValue<string>().Replace("leave", "leaf"));
    }

    /// <summary>An issued password comes to who asked for it, and stands nowhere in clear.</summary>
    [Fact]
    public async Task Answer_WithASecret_IsForItsInitiatorAlone()
    {
        await using var test = await ApprovalServer.New(DatabaseKind.Sqlite);
        var (admin, demo, auditor) = (await test.As("admin"), await test.As("demo"), await test.As("auditor"));
        var user = (await auditor.Get("access/me"))["id"]!.GetValue<string>();
        var id = (await admin.Post($"access/users/{user}/password", new { }, HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        await demo.Decide(id);
        var password = (await admin.Until(id, "done"))["answer"]!["password"]!.GetValue<string>();
        Assert.Null((await demo.Get($"approvals/{id}"))["answer"]);
        using var read = test.Store.Read(Viewer.Everything("test"));
        Assert.DoesNotContain(password, read.Session.First("SELECT answer FROM access_approval", row => row.Text(0)), StringComparison.Ordinal);
        Assert.Equal(0, read.Session.First("SELECT count(*) FROM platform_kept_answer WHERE answer LIKE @p0", row => row.Int(0), $"%{password}%"));
    }

    [Fact]
    public async Task Initiator_WhoLostHisRole_HasItDoneNoMore()
    {
        await using var test = await ApprovalServer.New(DatabaseKind.Sqlite);
        await test.StopDoing();
        var id = await Approved(test);
        await test.Store.Commits.Write(Viewer.Everything("test"), work => Task.FromResult(work.Session.Execute("UPDATE access_user SET disabled = 1 WHERE login = 'admin'")));
        await test.Part<ApprovedRuns>().Due();
        var failed = await (await test.As("approver")).Get($"approvals/{id}");
        Assert.Equal(("failed", 401, "ACC-0104"), (failed["row"]!["state"]!.GetValue<string>(), failed["status"]!.GetValue<int>(), failed["answer"]!["code"]!.GetValue<string>()));
        Assert.Equal(0, test.Number("SELECT count(*) FROM access_mandate"));
    }

    [Fact]
    public async Task Asked_Badly_IsRefusedBeforeAnybodyIsAsked()
    {
        await using var test = await ApprovalServer.New(DatabaseKind.Sqlite);
        var admin = await test.As("admin");
        Assert.Equal("WEB-0102", await admin.Refused("approvals/mandates", new { act = "payments.batch.approve" }));
        Assert.Equal("WEB-0107", await admin.Refused("approvals/mandates", Mandate("a\0b")));
        Assert.Equal("APV-0504", await admin.Refused("approvals/mandates", Mandate(daily: "299999.99")));
        Assert.Equal("APV-0505", await admin.Refused("approvals/mandates", Mandate(first: Today.AddDays(-1))));
        Assert.Equal("APV-0301", await admin.Refused("approvals/mandates", Mandate(), key: "approval-1"));
        Assert.Equal("ACC-0109", await (await test.As("payments-maker")).Refused("approvals/mandates", Mandate(), HttpStatusCode.Forbidden));
        Assert.Equal(0, test.Number("SELECT count(*) FROM access_approval"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Days_Over_CloseWhatNobodyDecidedOrDid(DatabaseKind kind)
    {
        await using var test = await ApprovalServer.New(kind);
        await test.StopDoing();
        var (approved, admin) = (await Approved(test), await test.As("admin"));
        var open = (await admin.Post("approvals/mandates", Mandate("未决"), HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        await test.Store.Commits.Write(Viewer.Everything("test"), work => Task.FromResult(work.Session.Execute("UPDATE access_approval SET decide_by = '2026-01-01', valid_until = '2026-01-01'")));
        Assert.Equal("expired", (await admin.Get($"approvals/{open}"))["row"]!["state"]!.GetValue<string>());
        Assert.Equal(0, await test.Part<ApprovedRuns>().Due());
        Assert.Equal(2, await test.Part<ApprovedRuns>().Expire());
        Assert.Equal(2, test.Number("SELECT count(*) FROM access_approval WHERE state = 'expired'"));
        Assert.Equal("expired", (await admin.Get($"approvals/{approved}"))["row"]!["state"]!.GetValue<string>());
        Assert.Equal(0, test.Number("SELECT count(*) FROM access_mandate"));
    }

    [Fact]
    public async Task Delegate_DecidesInHisPlace_BothNamesShown()
    {
        await using var test = await ApprovalServer.New(DatabaseKind.Sqlite);
        var (admin, approver, checker, risk) = (await test.As("admin"), await test.As("approver"), await test.As("payments-checker"), await test.As("risk-manager"));
        var to = (await checker.Get("access/me"))["id"]!.GetValue<string>();
        var me = (await approver.Get("access/me"))["id"]!.GetValue<string>();
        Assert.Equal("APV-0401", await approver.Refused("approvals/delegations", new { to = me, acts = new[] { "*" }, first = Today, last = Today }));
        Assert.Equal("APV-0403", await approver.Refused("approvals/delegations", new { to, acts = new[] { "A b" }, first = Today, last = Today }));
        Assert.Equal("APV-0404", await approver.Refused("approvals/delegations", new { to, acts = new[] { "*" }, first = Today.AddDays(-1), last = Today }));
        var given = await approver.Post("approvals/delegations", new { to, acts = new[] { "access.*" }, first = Today, last = Today.AddDays(3), note = "出差" }, HttpStatusCode.Created);
        Assert.Equal("running", given["state"]!.GetValue<string>());
        var id = (await admin.Post("approvals/mandates", Mandate(), HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        Assert.Equal([id], await Inbox(checker));
        await checker.Post($"approvals/{id}/decide", new { round = 1, decision = "approve", @for = me });
        Assert.Equal("APV-0406", await risk.Refused($"approvals/delegations/{given["id"]}/end", new { }));
        await approver.Post($"approvals/delegations/{given["id"]}/end", new { });
        Assert.Equal("APV-0106", (await approver.Decide(id, expected: HttpStatusCode.Conflict))["code"]!.GetValue<string>());
        await risk.Decide(id);
        var said = (await admin.Until(id, "done"))["history"]![0]!;
        Assert.Equal(("杨帆", "孙正"), (said["by"]!.GetValue<string>(), said["for"]!.GetValue<string>()));
    }

    private static async Task<string> Approved(ApprovalServer test)
    {
        var admin = await test.As("admin");
        var id = (await admin.Post("approvals/mandates", Mandate(), HttpStatusCode.Accepted))["approval"]!.GetValue<string>();
        await (await test.As("approver")).Decide(id);
        await (await test.As("risk-manager")).Decide(id);
        return id;
    }

    private static async Task<List<string>> Inbox(Person person) => [.. (await person.Get("approvals"))["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>())];
}
