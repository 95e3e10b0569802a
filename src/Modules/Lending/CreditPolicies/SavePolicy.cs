using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <param name="From">Number of the newest version, which the change started from; 0 where none of one's own is there yet.</param>
/// <param name="Text"><c>zhirong/policy/v1</c>; its id is the code, its version one not used yet, its parent the hash of the version it started from, and it says from when it decides.</param>
public sealed record SavePolicyRequest(string Code, int From, string Text, string Reason);

/// <summary>保存政策版本: a further version of a credit policy, which decides from its first day on; the shipped one stays as it is. Who wrote it and who approved it are kept with it.</summary>
internal static class SavePolicy
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/lending/policies", Answer).WithName("savePolicy").WithSummary("Keep a version of a credit policy; 409 when another was saved meanwhile").Produces<PolicyDetail>(201).ProducesProblem(409).ProducesProblem(422).Act("lending.policy.save");

    private static async Task<IResult> Answer(BodyOf<SavePolicyRequest> body, HttpContext context, Origination desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Save(desk, RequestViewer.Of(context), body.Value.Value, Approved.By(context), body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    public static async Task<Written<PolicyDetail>> Save(Origination desk, Viewer viewer, SavePolicyRequest request, ApprovedBy? approved, WriteKey? key, Language language)
    {
        Result<ShippedPolicy> ready;
        await using (var read = desk.Lending.Store.Read(viewer))
        {
            ready = Check(read, desk, request);
        }

        return !ready.Ok ? new() { Refusals = ready.Refusals } : await desk.Lending.Store.Commits.Once<PolicyDetail>(viewer, key, desk.Lending.Clock, async work =>
        {
            var kept = await Keep(work, desk, request, ready.Value, approved);
            return kept.Ok ? OpenPolicy.Detail(work, desk, request.Code, kept.Value.Number, language)! : Result<PolicyDetail>.Refused(kept.Refusals);
        });
    }

    /// <summary>What can be said of the text before it is kept: the same as the analysis shows while it is written. No finding of it may be an error.</summary>
    public static Result<ShippedPolicy> Check(ZhirongContext read, Origination desk, SavePolicyRequest request)
    {
        var form = new LendingForm();
        form.Text("code", request.Code, 80);
        form.Text("reason", request.Reason, 500);
        if (form.Faults.Count > 0)
        {
            return Result<ShippedPolicy>.Refused(form.Faults);
        }

        var made = ExaminePolicy.Read(request.Text);
        if (!made.Ok)
        {
            return made;
        }

        if (made.Value.Policy.Id != request.Code)
        {
            return OriginationRefusals.PolicyCode(made.Value.Policy.Id, request.Code);
        }

        var resolved = PolicyShelf.Resolve(read, desk, made.Value);
        if (!resolved.Ok)
        {
            return Result<ShippedPolicy>.Refused(resolved.Refusals);
        }

        List<Refusal> wrong = [.. PolicyCheck.Of(resolved.Value).Findings.Select(f => f.What).Where(w => w.Severity == Severity.Error)];
        return wrong.Count > 0 ? Result<ShippedPolicy>.Refused(wrong) : made;
    }

    /// <summary>How a version stands to the others: started from the newest, another version number, the newest as its parent, a first day that has not passed.</summary>
    public static Refusal? Against(IReadOnlyList<ShelvedPolicy> texts, SavePolicyRequest request, ShippedPolicy made, DateOnly? today)
    {
        var (policy, newest) = (made.Policy, texts.Count > 0 ? texts[^1] : null);
        var parent = newest?.Shipped.Policy.Hash ?? "";
        return request.From != (newest?.Number ?? 0) ? LendingRefusals.Stale(request.From, newest?.Number ?? 0)
            : texts.Any(t => t.Shipped.Policy.Version == policy.Version) ? OriginationRefusals.PolicyVersion(policy.Version)
            : policy.Parent != parent ? OriginationRefusals.PolicyParent(policy.Parent.Length > 0 ? policy.Parent : "—", parent.Length > 0 ? parent : "—")
            : policy.From is not { } from || from < today ? OriginationRefusals.PolicyStart(policy.From is { } day ? $"{day:yyyy-MM-dd}" : "—", today ?? default)
            : null;
    }

    private static async Task<Result<PolicyText>> Keep(ZhirongContext work, Origination desk, SavePolicyRequest request, ShippedPolicy made, ApprovedBy? approved)
    {
        // An approval may come after the day it was asked for: the version then decides from the approval on, and says so by its date.
        if (Against(PolicyShelf.Of(work, desk.Shelf, request.Code), request, made, approved?.Approval is null ? desk.Lending.Today : null) is { } refusal)
        {
            return refusal;
        }

        var own = await work.Set<OwnPolicy>().SingleOrDefaultAsync(p => p.Code == request.Code && p.OwnerId == work.Viewer.Organisation);
        if (own is null)
        {
            own = new() { Id = desk.Lending.NewId(), OwnerId = work.Viewer.Organisation, Code = request.Code, ChangedAt = 0, ChangedBy = "" };
            work.Add(own);
        }

        var (policy, today) = (made.Policy, desk.Lending.Today);
        (own.Version, own.ChangedAt, own.ChangedBy) = (own.Version + 1, Instant.Now(desk.Lending.Clock), work.Viewer.Person);
        var text = new PolicyText
        {
            PolicyId = own.Id,
            Number = own.Version,
            Name = policy.Version,
            Text = request.Text,
            Hash = policy.Hash,
            Parent = request.From,
            EffectiveFrom = policy.From!.Value < today ? today : policy.From.Value,
            EffectiveTo = policy.To,
            Reason = request.Reason.Trim(),
            SavedAt = own.ChangedAt,
            SavedBy = own.ChangedBy,
            CheckedBy = string.Join("、", approved?.Deciders ?? []),
            ApprovalId = approved?.Approval,
        };
        work.Add(text);
        await work.SaveChangesAsync();
        EvidenceLeaves.Record(work, new("PolicySaved", "credit_policy", RowValues.Of(own.Id), new JsonObject { ["checkedBy"] = text.CheckedBy, ["code"] = own.Code, ["effectiveFrom"] = RowValues.Of(text.EffectiveFrom), ["number"] = text.Number, ["parent"] = policy.Parent, ["policy"] = policy.Hash, ["reason"] = text.Reason, ["version"] = text.Name }), desk.Lending.Clock);
        return text;
    }
}
