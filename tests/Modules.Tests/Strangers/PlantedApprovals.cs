using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Platform.Access.Installation;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Tests.Strangers;

/// <summary>The owner's delegation, mandate and routes, each asked for and agreed to by those who may.</summary>
internal static class PlantedApprovals
{
    private const string Mark = PlantedDesk.Mark;

    private const string Routes = $$"""
        schema: zhirong/approvals/v1
        code: own
        zh: {{Mark}} 路径
        en: {{Mark}} routes
        version: 1
        dated: 2026-11-28
        source: {zh: 自编, en: our own}
        origin: made up
        rules:
          - {act: ledger.hold.place, zh: 预留, en: Hold, exempt: {zh: 可撤销, en: Can be undone} }
        """;

    public static async Task Plant(PlantedDesk desk)
    {
        var (first, last) = (PlantedPayments.Today(desk), PlantedPayments.Today(desk)[..4] + "-12-31");
        desk.Behind["delegations"] = (await desk.Post("/api/v1/approvals/delegations", new { to = DemoPeople.UserId("auditor"), acts = new[] { "ledger.*" }, first, last, note = $"{Mark} 出差" }))["id"]!.GetValue<string>();
        var mandate = await desk.Agreed("/api/v1/approvals/mandates", new { act = "payments.batch.approve", title = $"{Mark} 额度", limit = "1.00", daily = "1.00", first, until = last, note = Mark }, desk.Owner, "approver", "risk-manager");
        desk.Behind["mandates"] = mandate["answer"]!["id"]!.GetValue<string>();
        await desk.Agreed("/api/v1/approvals/routes", new { text = Routes, note = $"{Mark} 首版", baseNo = 0 }, desk.Owner, "approver");
    }
}

/// <summary>The owner's jobs: one done, and as rows one that waits for good and one that was cancelled, which no worker takes up.</summary>
internal static class PlantedJobs
{
    public static async Task Plant(PlantedDesk desk)
    {
        var job = desk.Behind["jobs"] = (await desk.Post($"/api/v1/deals/{desk.Behind["deals"]}/stress-grids", new { version = 1, names = 1, recoveries = new[] { "0" }, period = 2, lag = 1 }))["id"]!.GetValue<string>();
        JsonNode seen;
        for (var tries = 0; $"{(seen = await desk.Get($"/api/v1/jobs/{job}"))["job"]!["state"]}" is var state && state != "done"; tries++)
        {
            Assert.True(state is "waiting" or "running" && tries < 600, seen.ToJsonString());
            await Task.Delay(100);
        }

        desk.Behind["cancelJob"] = await Like(desk, job, "waiting", null);
        desk.Behind["retryJob"] = await Like(desk, job, "cancelled", 1);
    }

    private static async Task<string> Like(PlantedDesk desk, string job, string state, long? finished)
    {
        var id = $"{Guid.CreateVersion7()}";
        desk.Ids.Add(id);
        await desk.Store.Commits.Write(Viewer.Everything("plant a job for a test"), work =>
        {
            work.Session.Execute(
                "INSERT INTO work_job (id, owner_id, kind, title_zh, title_en, subject_kind, subject_id, input, input_hash, state, done, total, worked, turn, retries, started_by, started_by_user, created_at, finished_at) "
                + "SELECT @p0, owner_id, kind, title_zh, title_en, subject_kind, subject_id, input, @p1, @p2, 0, total, 0, 0, 0, started_by, started_by_user, created_at, @p3 FROM work_job WHERE id = @p4",
                id, state, state, finished, job);
            return Task.FromResult(work.Session.Execute(
                "INSERT INTO work_shard (job_id, no, input, input_hash, state, tries, next_at) SELECT @p0, no, input, input_hash, 'waiting', 0, @p1 FROM work_shard WHERE job_id = @p2", id, long.MaxValue, job));
        });
        return id;
    }
}
