using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Signals;

/// <param name="Kind">A kind of <c>data/appraisal/signals.yaml</c>: citation_velocity, substitute_filings, renewals.</param>
/// <param name="Value">As a fraction.</param>
public sealed record RecordSignalRequest(Guid RightId, string Kind, string Value, DateOnly AsOf, string Source);

/// <summary>What a signal moves in the right's newest appraisal; a proposal, nothing changes by itself.</summary>
/// <param name="From">The parameter as the request states it, else as the engine takes it; null where it takes nothing.</param>
public sealed record SignalMove(string Parameter, string? From, string? To, string Rule, string Reason, Guid? AppraisalId, int? Version);

/// <summary>A dated figure about a right.</summary>
public sealed record SignalView(Guid Id, Guid RightId, string RightNumber, string Kind, string KindTitle, string Value, DateOnly AsOf, string Source, string At, string By, IReadOnlyList<SignalMove> Moved);

/// <param name="Rules">Version of the rules.</param>
/// <param name="RulesSource">Whose they are.</param>
public sealed record SignalList(IReadOnlyList<SignalView> Rows, string Rules, string RulesSource);

/// <summary>登记技术信号: a dated, sourced figure, with what it speaks to in the right's newest appraisal.</summary>
internal static class RecordSignal
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/signals", Answer).WithName("recordSignal").WithSummary("Record a technology signal of a right").Produces<SignalView>(201).ProducesProblem(422).Act("valuation.signal.record");
        api.MapGet("/rights/{id:guid}/signals", List).WithName("listSignals").WithSummary("The signals of a right and what each moves").Produces<SignalList>().ProducesProblem(404).Reads("valuation");
    }

    private static async Task<IResult> Answer(BodyOf<RecordSignalRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, viewer, language) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context), RequestLanguage.Of(context));
        var kind = desk.Market.Signals.FirstOrDefault(k => k.Id == request.Kind);
        form.Word("kind", request.Kind, [.. desk.Market.Signals.Select(k => k.Id)]);
        var (value, source) = (form.Number("value", request.Value, kind?.Least ?? -1_000, kind?.Most ?? 1_000, required: true), form.Text("source", request.Source, 300));
        if (request.AsOf > desk.Today)
        {
            form.Faults.Add(ValuationRefusals.Day("asOf", $"{request.AsOf:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        string number;
        await using (var read = desk.Store.Read(viewer))
        {
            if (desk.Rights.Rows(read, [request.RightId], desk.Today) is not [var right])
            {
                return Problems.Of(context, ValuationRefusals.Right("rightId", $"{request.RightId}"));
            }

            number = right.Number;
        }

        var written = await desk.Store.Commits.Once<SignalView>(viewer, body.Key, desk.Clock, async work =>
        {
            var signal = new Signal { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, RightId = request.RightId, RightNumber = number, Kind = request.Kind, Value = Weights.Of(value!.Value), AsOf = request.AsOf, Source = source, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(signal);
            await work.SaveChangesAsync();
            var content = new JsonObject { ["asOf"] = RowValues.Of(signal.AsOf), ["kind"] = signal.Kind, ["right"] = RowValues.Of(signal.RightId), ["source"] = source, ["value"] = Drafting.Stated.Number(value.Value) };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("SignalRecorded", "signal", RowValues.Of(signal.Id), content), desk.Clock)]);
            return View(signal, Newest(work, request.RightId), desk, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> List(Guid id, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var signals = await read.Set<Signal>().Where(s => s.RightId == id).OrderByDescending(s => s.AsOf).ThenByDescending(s => s.At).ThenBy(s => s.Id).Take(200).ToListAsync(context.RequestAborted);
        if (signals.Count == 0 && desk.Rights.Rows(read, [id], desk.Today).Count == 0)
        {
            return Problems.Of(context, WebRefusals.NotFound("rights", $"{id}"), StatusCodes.Status404NotFound);
        }

        var newest = Newest(read, id);
        return Results.Json(new SignalList([.. signals.Select(s => View(s, newest, desk, RequestLanguage.Of(context)))], desk.Market.SignalVersion, desk.Market.SignalSource), WebJson.Options);
    }

    private static AppraisalVersion? Newest(ZhirongContext read, Guid right) => (
        from part in read.Set<AppraisedRight>()
        join appraisal in read.Set<Appraisal>() on part.AppraisalId equals appraisal.Id
        join version in read.Set<AppraisalVersion>() on appraisal.Id equals version.AppraisalId
        where part.RightId == right && part.Number == appraisal.Version && version.Number == appraisal.Version
        orderby version.SavedAt descending, appraisal.Id
        select version).AsNoTracking().FirstOrDefault();

    private static SignalView View(Signal s, AppraisalVersion? newest, ValuationDesk desk, Language language)
    {
        var (kind, value) = (desk.Market.Signals.FirstOrDefault(k => k.Id == s.Kind), Weights.Text(s.Value));
        var moves = (kind?.Rules ?? []).Where(r => r.Fits(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))).SelectMany(r => SignalMoves.Of(r, newest, language));
        return new(s.Id, s.RightId, s.RightNumber, s.Kind, kind?.Title.In(language) ?? s.Kind, value, s.AsOf, s.Source, Instant.Text(s.At), s.By, [.. moves]);
    }
}
