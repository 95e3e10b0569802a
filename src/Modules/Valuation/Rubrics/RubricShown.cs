using System.Text.Json;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Rubrics;

/// <summary>What those who approve a text of a rubric see: every field in which it differs from the one in force; a text that cannot be kept is not put up.</summary>
internal sealed class RubricShown(ValuationDesk desk) : IChangeShown
{
    private const int MostFields = 200;

    public bool Shows(string act) => act == "valuation.rubric.save";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var code = request.Values.GetValueOrDefault("code") ?? "";
        var asked = Body(request);
        var rubric = asked.Ok ? SaveRubric.Check(code, asked.Value) : Result<Rubric>.Refused(asked.Refusals);
        if (!rubric.Ok)
        {
            return Result<ShownChange>.Refused(rubric.Refusals);
        }

        var own = read.Set<OwnRubric>().SingleOrDefault(r => r.Code == code && r.OwnerId == read.Viewer.Organisation);
        if (asked.Value.From != (own?.Version ?? 0))
        {
            return ValuationRefusals.StaleRubric(asked.Value.From, own?.Version ?? 0, own?.ChangedBy ?? "—");
        }

        if (SaveRubric.TooLate(rubric.Value, desk.Today) is { } late)
        {
            return late;
        }

        // Against what rights are scored by today, else against the newest text.
        var shelf = RubricShelf.Of(read, desk);
        var before = RubricShelf.InForce(shelf, code, desk.Today) ?? RubricShelf.Find(shelf, code, null);
        var changes = before is null ? [] : Rubric.Changes(before.Rubric, rubric.Value);
        return new ShownChange
        {
            Title = rubric.Value.From is { } from
                ? new($"评分表 {rubric.Value.Name}：{changes.Count} 处改动，{from:yyyy-MM-dd} 生效", $"Rubric {rubric.Value.Name}: {changes.Count} changes, in force from {from:yyyy-MM-dd}")
                : new($"评分表 {rubric.Value.Name}：{changes.Count} 处改动", $"Rubric {rubric.Value.Name}: {changes.Count} changes"),
            SubjectKind = own is null ? null : "rubric",
            SubjectId = own is null ? null : $"{own.Id}",
            Fields = [new("reason", new("理由", "Reason"), null, asked.Value.Reason), .. changes.Take(MostFields).Select(c => new FieldChange(c.Path, Words.Same(c.Path), c.Before, c.After))],
        };
    }

    private static Result<SaveRubricRequest> Body(ActRequest request)
    {
        try
        {
            return request.Body.Deserialize<SaveRubricRequest>(WebJson.Options) is { } body ? body : WebRefusals.Body("", "null");
        }
        catch (JsonException problem)
        {
            return WebRefusals.Body(problem.Path ?? "", "—");
        }
    }
}
