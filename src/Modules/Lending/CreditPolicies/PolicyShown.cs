using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Decisions;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.CreditPolicies;

/// <summary>What those who approve a version see: what it would change of stored applications, and every field in which it differs from the version it started from; a text with an error is not put up.</summary>
internal sealed class PolicyShown(Origination desk) : IChangeShown
{
    private const int MostFields = 200;

    public bool Shows(string act) => act == "lending.policy.save";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = Body(request);
        var made = asked.Ok ? SavePolicy.Check(read, desk, asked.Value) : Result<ShippedPolicy>.Refused(asked.Refusals);
        if (!made.Ok)
        {
            return Result<ShownChange>.Refused(made.Refusals);
        }

        var texts = PolicyShelf.Of(read, desk.Shelf, asked.Value.Code);
        if (SavePolicy.Against(texts, asked.Value, made.Value, desk.Lending.Today) is { } refusal)
        {
            return refusal;
        }

        var policy = made.Value.Policy;
        var (newest, changes) = (texts.Count > 0 ? texts[^1] : null, texts.Count > 0 ? ExaminePolicy.Changes(texts[^1].Shipped.Text, asked.Value.Text) : []);
        var replay = ReplayDecisions.Of(read, desk, new(asked.Value.Text));
        return new ShownChange
        {
            Title = new($"信贷政策 {policy.Name}：{changes.Count} 处改动，{policy.From:yyyy-MM-dd} 生效", $"Credit policy {policy.Name}: {changes.Count} changes, in force from {policy.From:yyyy-MM-dd}"),
            SubjectKind = newest?.Kept is null ? null : "credit_policy",
            SubjectId = newest?.Kept is { } kept ? $"{kept.PolicyId}" : null,
            Fields =
            [
                new("reason", new("理由", "Reason"), null, asked.Value.Reason),
                .. replay.Ok ? (FieldChange[])[new("replay", new("已存申请中结论改变的", "Stored applications decided differently"), $"{replay.Value.Applications}", $"{replay.Value.Changes.Count}")] : [],
                .. changes.Take(MostFields).Select(c => new FieldChange(c.Path, Words.Same(c.Path), c.Before, c.After)),
            ],
        };
    }

    private static Result<SavePolicyRequest> Body(ActRequest request)
    {
        try
        {
            return request.Body.Deserialize<SavePolicyRequest>(WebJson.Options) is { } body ? body : WebRefusals.Body("", "null");
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", "—");
        }
    }
}
