using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>What those who approve the answer to a question see: of which right, what the event said, what it is to count as.</summary>
internal sealed class AnswerShown : IChangeShown
{
    public bool Shows(string act) => act == "assets.question.answer";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<QuestionRow>().AsNoTracking().SingleOrDefault(q => q.Id == id) is not { } question || read.Set<RegisteredRight>().AsNoTracking().SingleOrDefault(r => r.No == question.RightNo) is not { } right)
        {
            return WebRefusals.NotFound("questions", asked);
        }

        if (question.Open == 0)
        {
            return RegisterRefusals.Answered(asked);
        }

        var form = new RegisterForm();
        var word = form.Word("effect", Shown.Text(request, "effect"), [.. RightEffects.Words.Where(w => w != "ambiguous")]);
        var note = form.Text("note", Shown.Text(request, "note"), 500);
        if (form.Faults.Count > 0)
        {
            return Result<ShownChange>.Refused(form.Faults);
        }

        var (before, after) = (RightEffect.Ambiguous.Title(), RightEffects.Read(word!)!.Value.Title());
        return new ShownChange
        {
            Title = new($"答复待定事项：{right.Number} {right.Title}", $"Answer a question: {right.Number} {right.Title}"),
            SubjectKind = "right",
            SubjectId = $"{right.Id}",
            Fields =
            [
                new("right", new("权利", "Right"), null, $"{right.Number} {right.Title}"),
                new("event", new("事件", "Event"), null, question.Text),
                new("effect", new("效果", "Effect"), $"{before.Zh} / {before.En}", $"{after.Zh} / {after.En}"),
                new("note", new("依据", "On what it rests"), null, note),
            ],
        };
    }
}

/// <summary>What those who approve the end of an encumbrance see: what lies on which right, and from when it is to be gone.</summary>
internal sealed class EndShown(TimeProvider clock) : IChangeShown
{
    public bool Shows(string act) => act == "assets.encumbrance.end";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<RegisteredRight>().AsNoTracking().SingleOrDefault(r => r.Id == id) is not { } right)
        {
            return WebRefusals.NotFound("rights", asked);
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var named = request.Values.GetValueOrDefault("encumbrance") ?? "";
        if (ProfileReading.Encumbrances(read.Session, right.No, today, Language.Zh).Find(e => $"{e.Id}" == named) is not { } lying)
        {
            return WebRefusals.NotFound("encumbrances", named);
        }

        var on = DateOnly.TryParseExact(Shown.Text(request, "on"), "yyyy-MM-dd", out var day) ? day : (DateOnly?)null;
        if (EncumberRight.Unendable(lying, on) is { } refusal)
        {
            return refusal;
        }

        return new ShownChange
        {
            Title = new($"解除权利负担：{right.Number} {lying.KindTitle}", $"End an encumbrance: {right.Number} {EncumbranceKinds.Read(lying.Kind)?.Title().En}"),
            SubjectKind = "right",
            SubjectId = $"{right.Id}",
            Fields =
            [
                new("right", new("权利", "Right"), null, $"{right.Number} {right.Title}"),
                new("encumbrance", new("权利负担", "Encumbrance"), null, string.Join(' ', ((string[])[lying.KindTitle, lying.RegistrationNo, lying.Holder]).Where(t => t.Length > 0))),
                new("from", new("设立日", "From"), null, RowValues.Of(lying.From) ?? "—"),
                new("until", new("解除日", "Ends on"), RowValues.Of(lying.Until) ?? "—", RowValues.Of(on) ?? "—"),
                new("note", new("依据", "On what it rests"), null, Shown.Text(request, "note") ?? ""),
            ],
        };
    }
}

/// <summary>Reads a request that waits for approval.</summary>
internal static class Shown
{
    public static string? Text(ActRequest request, string name) => request.Body?[name] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
