using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Effect">What happened: a word of the effects.</param>
/// <param name="RecordedOn">When the office published or recorded it.</param>
/// <param name="EffectiveOn">When it took effect.</param>
/// <param name="Text">As the office words it, or what the person saw.</param>
/// <param name="Facts">registration_number, pledgee, licensee, licence_kind, assignee, until, days, year …</param>
public sealed record RecordEventRequest(string Effect, DateOnly? RecordedOn = null, DateOnly? EffectiveOn = null, string? Text = null, IReadOnlyDictionary<string, string>? Facts = null);

/// <summary>登记法律事件: records something that happened to a right; its states follow.</summary>
internal static class RecordEvent
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/rights/{id:guid}/events", Answer)
        .WithName("recordRightEvent").WithSummary("Record a legal event by hand").Produces<RightRow>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.event.record");

    /// <summary>The event of a request, where the form has no faults.</summary>
    public static RightEvent Read(RegisterForm form, RecordEventRequest request, DateOnly today)
    {
        var effect = form.Word("effect", request.Effect, [.. RightEffects.Words.Where(w => w is not "ambiguous")]) is { } word ? RightEffects.Read(word) : null;
        if (request.RecordedOn is null && request.EffectiveOn is null)
        {
            form.Faults.Add(RegisterRefusals.EventDay("effectiveOn"));
        }

        if (request.RecordedOn > today)
        {
            form.Faults.Add(RegisterRefusals.Days("recordedOn", $"{request.RecordedOn:yyyy-MM-dd}", $"≤ {today:yyyy-MM-dd}"));
        }

        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in (request.Facts ?? new Dictionary<string, string>()).Take(30))
        {
            if (form.Text("facts", name, 60) is { } key && form.Text($"facts.{name}", value, 500) is { } text)
            {
                facts[key] = text;
            }
        }

        return new("hand", "", effect ?? RightEffect.None, request.RecordedOn, request.EffectiveOn, $"{(effect ?? RightEffect.None).Word()} {form.Text("text", request.Text, 1_000, required: false)}".Trim(), facts, today);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<RecordEventRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, language) = (new RegisterForm(), RequestLanguage.Of(context));
        var e = Read(form, body.Value.Value, desk.Today);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work =>
        {
            var change = RightChange.Open(work, desk, id);
            return Task.FromResult(!change.Ok ? Result<RightRow>.Refused(change.Refusals)
                : !change.Value.Happened(e) ? RegisterRefusals.EventThere(e.Text)
                : change.Value.Done("RightEventRecorded", Content(e), language));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static JsonObject Content(RightEvent e) => new()
    {
        ["effect"] = e.Effect.Word(),
        ["effectiveOn"] = e.EffectiveOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["facts"] = FactsJson.Of(e.Facts),
        ["recordedOn"] = e.RecordedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["text"] = e.Text,
    };
}
