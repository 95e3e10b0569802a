using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.CreditPolicies;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers.Own;

/// <summary>What those who approve a version see: every field in which it differs from the version it started from; a text that cannot be read is not put up.</summary>
internal sealed class TemplateShown(PaperDesk desk) : IChangeShown
{
    private const int MostFields = 200;

    public bool Shows(string act) => act == SaveTemplate.Act;

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = Body(request);
        var made = asked.Ok ? SaveTemplate.Check(asked.Value) : Result<ShelvedTemplate>.Refused(asked.Refusals);
        if (!made.Ok)
        {
            return Result<ShownChange>.Refused(made.Refusals);
        }

        var texts = TemplateShelf.Of(read, desk.Shelf, asked.Value.Code);
        if (SaveTemplate.Against(texts, asked.Value, made.Value, desk.Lending.Today) is { } refusal)
        {
            return refusal;
        }

        var template = made.Value.Template;
        var (newest, changes) = (texts.Count > 0 ? texts[^1] : null, texts.Count > 0 ? ExaminePolicy.Changes(texts[^1].Shelved.Text, asked.Value.Text) : []);
        return new ShownChange
        {
            Title = new($"文件模板“{template.Title.Zh}” {template.Version}：{changes.Count} 处改动，{template.From:yyyy-MM-dd} 生效", $"Template “{template.Title.En}” {template.Version}: {changes.Count} changes, in force from {template.From:yyyy-MM-dd}"),
            SubjectKind = newest?.Kept is null ? null : "paper_template",
            SubjectId = newest?.Kept is { } kept ? $"{kept.TemplateId}" : null,
            Fields = [new("reason", new("理由", "Reason"), null, asked.Value.Reason), .. changes.Take(MostFields).Select(c => new FieldChange(c.Path, Words.Same(c.Path), c.Before, c.After))],
        };
    }

    private static Result<SaveTemplateRequest> Body(ActRequest request)
    {
        try
        {
            return request.Body.Deserialize<SaveTemplateRequest>(WebJson.Options) is { } body ? body : WebRefusals.Body("", "null");
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", "—");
        }
    }
}
