using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Schemes;

/// <summary>What those who approve a text of a scheme see: every field in which it differs from the one that stands; a text that cannot be kept is not put up.</summary>
internal sealed class SchemeShown(PolicyDesk desk) : IChangeShown
{
    private const int MostFields = 200;

    public bool Shows(string act) => act == "policy.scheme.save";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = Body(request);
        var scheme = asked.Ok ? SaveScheme.Check(asked.Value) : Result<ShippedScheme>.Refused(asked.Refusals);
        if (!scheme.Ok)
        {
            return Result<ShownChange>.Refused(scheme.Refusals);
        }

        var before = SchemeShelf.Find(read, desk, asked.Value.Kind, asked.Value.Code);
        if (asked.Value.From != (before?.Kept is null ? 0 : before.Number))
        {
            return PolicyRefusals.Stale(asked.Value.From, before?.Number ?? 0);
        }

        var now = DocReader.Read(asked.Value.Text).Value;
        var changes = before is null ? [] : DocChanges.Between(DocReader.Read(before.Scheme.Text).Value, now);
        return new ShownChange
        {
            Title = new($"方案 {scheme.Value.Head.Name}：{changes.Count} 处改动", $"Scheme {scheme.Value.Head.Name}: {changes.Count} changes"),
            SubjectKind = before?.Kept is null ? null : "scheme",
            SubjectId = before?.Kept is { } kept ? $"{kept.SchemeId}" : null,
            Fields = [new("reason", new("理由", "Reason"), null, asked.Value.Reason), .. changes.Take(MostFields).Select(c => new FieldChange(c.Path, Words.Same(c.Path), c.Before, c.After))],
        };
    }

    private static Result<SaveSchemeRequest> Body(ActRequest request)
    {
        try
        {
            return request.Body.Deserialize<SaveSchemeRequest>(WebJson.Options) is { } body ? body : WebRefusals.Body("", "null");
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", "—");
        }
    }
}
