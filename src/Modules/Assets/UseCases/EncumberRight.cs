using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.UseCases;

/// <param name="Kind">pledge, freeze, exclusive_licence, sole_licence, ordinary_licence, open_licence.</param>
/// <param name="Holder">Pledgee, licensee, court.</param>
/// <param name="Until">The last day; null while it stands.</param>
public sealed record EncumberRequest(string Kind, string Holder, DateOnly From, DateOnly? Until = null, string? RegistrationNo = null, string? Grantor = null, string? Note = null);

/// <param name="On">The first day it stands no longer.</param>
public sealed record EndEncumbranceRequest(DateOnly On, string Note);

/// <summary>登记权利负担: what lies on a right and no gazette tells, typed in and ended by hand.</summary>
internal static class EncumberRight
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rights/{id:guid}/encumbrances", Answer).WithName("encumberRight").WithSummary("Record a pledge, freeze or licence by hand").Produces<RightRow>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.encumbrance.record");
        api.MapPost("/rights/{id:guid}/encumbrances/{encumbrance:guid}/end", End).WithName("endEncumbrance").WithSummary("End an encumbrance that was recorded by hand").Produces<RightRow>().ProducesProblem(404).ProducesProblem(422).Act("assets.encumbrance.end");
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<EncumberRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new RegisterForm(), body.Value.Value, RequestLanguage.Of(context));
        var kind = form.Word("kind", request.Kind, EncumbranceKinds.Words);
        var (holder, number, grantor, note) = (form.Text("holder", request.Holder, 500), form.Text("registrationNo", request.RegistrationNo, 100, required: false), form.Text("grantor", request.Grantor, 500, required: false), form.Text("note", request.Note, 500, required: false));
        form.Order("until", request.From, request.Until);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work =>
        {
            var change = RightChange.Open(work, desk, id);
            if (!change.Ok)
            {
                return Task.FromResult(Result<RightRow>.Refused(change.Refusals));
            }

            if (Clash(ProfileReading.Encumbrances(work.Session, change.Value.No, request.From, language), kind!, holder!, request) is { } clash)
            {
                return Task.FromResult(Result<RightRow>.Refused([RegisterRefusals.Exclusive(holder!, $"{clash.KindTitle} {clash.Holder} {clash.From:yyyy-MM-dd}–{clash.Until?.AddDays(-1):yyyy-MM-dd}")]));
            }

            var row = new RowSet(RegisterShapes.Encumbrances).Add(
                RowValues.Of(desk.NewId()), change.Value.No, kind, number ?? "", holder, grantor ?? "", RowValues.Of(request.From), RowValues.Of(request.Until?.AddDays(1)), 0, "hand", note ?? "", Instant.Now(desk.Clock), work.Viewer.Person);
            work.Session.Insert(row);
            return Task.FromResult<Result<RightRow>>(change.Value.Done("RightEncumbered", new() { ["from"] = RowValues.Of(request.From), ["holder"] = holder, ["kind"] = kind, ["registrationNo"] = number ?? "", ["until"] = RowValues.Of(request.Until) }, language));
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>An exclusive or sole licence leaves no room for another's over the same days.</summary>
    private static EncumbranceView? Clash(List<EncumbranceView> lying, string kind, string holder, EncumberRequest request)
    {
        string[] alone = [EncumbranceKind.ExclusiveLicence.Word(), EncumbranceKind.SoleLicence.Word()];
        return !alone.Contains(kind) ? null
            : lying.Find(e => alone.Contains(e.Kind) && e.Holder != holder && (e.Until is null || e.Until > request.From) && (request.Until is null || e.From is null || e.From <= request.Until));
    }

    private static async Task<IResult> End(Guid id, Guid encumbrance, BodyOf<EndEncumbranceRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new RegisterForm(), body.Value.Value, RequestLanguage.Of(context));
        var note = form.Text("note", request.Note, 500);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Task.FromResult(Ended(work, desk, id, encumbrance, request.On, note!, language)));
        return Answers.Written(context, written, body.Key);
    }

    /// <summary>Why an encumbrance cannot be ended by hand; null where it can.</summary>
    /// <param name="on">Null where the request names no day.</param>
    public static Refusal? Unendable(EncumbranceView lying, DateOnly? on) => lying.Origin != "hand" ? RegisterRefusals.FromEvent(lying.Kind)
        : lying.Until is { } until && (on is null || until <= on) ? RegisterRefusals.Ended($"{until:yyyy-MM-dd}")
        : on < lying.From ? RegisterRefusals.Days("on", $"{on:yyyy-MM-dd}", $"≥ {lying.From:yyyy-MM-dd}")
        : null;

    private static Result<RightRow> Ended(ZhirongContext work, RightDesk desk, Guid id, Guid encumbrance, DateOnly on, string note, Language language)
    {
        var change = RightChange.Open(work, desk, id);
        if (!change.Ok)
        {
            return Result<RightRow>.Refused(change.Refusals);
        }

        if (ProfileReading.Encumbrances(work.Session, change.Value.No, desk.Today, language).Find(e => e.Id == encumbrance) is not { } lying)
        {
            return WebRefusals.NotFound("encumbrances", $"{encumbrance}");
        }

        if (Unendable(lying, on) is { } refusal)
        {
            return refusal;
        }

        work.Session.Execute("UPDATE ast_encumbrance SET until_day = @p0, note = @p1 WHERE id = @p2", RowValues.Of(on), note, RowValues.Of(encumbrance));
        return change.Value.Done("EncumbranceEnded", new JsonObject { ["kind"] = lying.Kind, ["note"] = note, ["on"] = RowValues.Of(on), ["registrationNo"] = lying.RegistrationNo }, language);
    }
}
