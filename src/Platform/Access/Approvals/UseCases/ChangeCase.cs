using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Access.Approvals.Interception;
using Zhirong.Platform.Access.Approvals.Model;
using Zhirong.Platform.Access.Approvals.Storage;
using Zhirong.Platform.Access.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Platform.Access.Approvals.UseCases;

/// <summary>What a change of a case is decided from.</summary>
/// <param name="Stored">The case, lapsed when its days are over.</param>
/// <param name="Me">The person who asks, with his roles of the day.</param>
internal sealed record CaseNow(ZhirongContext Work, StoredCase Stored, Officer Me, Staff Staff, DateOnly Today)
{
    public ApprovalCase Case => Stored.Case;
}

/// <summary>What every change of a case has in common: alone with it, its evidence, and its view as the answer.</summary>
internal sealed class ChangeCase(Store store, ApprovedRuns runs, RequestKeys keys, IEnumerable<IWitness> witnesses, TimeProvider clock)
{
    private static readonly string[] Conflicts = ["APV-0101", "APV-0106", "APV-0112", ApprovalRefusals.StaleCode];

    /// <param name="context">The request.</param>
    /// <param name="id">The case.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="change">Pure: what becomes of it.</param>
    /// <param name="happened">Name of the evidence and what it adds to the facts.</param>
    public async Task<IResult> Answer(HttpContext context, Guid id, WriteKey? key, Func<CaseNow, Result<ApprovalCase>> change, Func<ApprovalCase, (string Event, JsonObject Facts)> happened)
    {
        var written = await store.Commits.Once(RequestViewer.Of(context), key, clock, work => Task.FromResult(Change(work, id, change, happened)));
        if (written.Value?.Row.State == CaseState.Approved.Word())
        {
            runs.Wake();
        }

        return Answers.Written(context, written, key, StatusCodes.Status200OK, Conflicts);
    }

    private Result<ApprovalView> Change(ZhirongContext work, Guid id, Func<CaseNow, Result<ApprovalCase>> change, Func<ApprovalCase, (string Event, JsonObject Facts)> happened)
    {
        work.Session.Alone($"approval {id:D}");
        if (ApprovalReading.One(work, id) is not { } stored)
        {
            return WebRefusals.NotFound("approvals", $"{id}");
        }

        var today = Days.Today(clock);
        var staff = StaffReading.Of(work.Session, stored.Organisation, today);
        var me = staff.Officers.FirstOrDefault(o => o.User == work.Viewer.User) ?? new(work.Viewer.User, work.Viewer.Person, new HashSet<string>());
        stored = stored with { Case = stored.Case.On(today, stored.Tries > 0) };
        var after = change(new(work, stored, me, staff, today));
        if (!after.Ok)
        {
            return Result<ApprovalView>.Refused(after.Refusals);
        }

        ApprovalWriting.Update(work, stored, after.Value, clock);
        var (name, facts) = happened(after.Value);
        facts["act"] = stored.Case.Act;
        facts["state"] = after.Value.State.Word();
        foreach (var witness in witnesses)
        {
            witness.Record(work, name, "approval", RowValues.Of(id), facts);
        }

        return ApprovalViews.View(work, ApprovalReading.One(work, id)!, keys, today);
    }
}
