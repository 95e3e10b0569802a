using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Policy.Schemes;
using Zhirong.Modules.Policy.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Policy.Aid;

/// <param name="FirmCode">Unified social credit code.</param>
/// <param name="FirmId">The firm of the register, where it is there.</param>
/// <param name="SubjectKind">What the aid is for: <c>loan</c>.</param>
/// <param name="SubjectId">Its id there.</param>
/// <param name="Facts">By name, each a value or <c>{value, source, date}</c>; what was used of caps is not stated, the ledger knows it.</param>
public sealed record DraftAidRequest(string Scheme, int Year, string FirmCode, string FirmName, string SubjectKind, string SubjectId, JsonElement Facts, Guid? FirmId = null);

/// <summary>起草补贴申请, and applications by pages and one with its account.</summary>
internal static class DraftAid
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/policy/applications", List).WithName("listAid").WithSummary("Applications for aid by scheme, year and state, the newest first").Produces<PageOf<AidRow>>().ProducesProblem(422).Reads("policy");
        api.MapGet("/policy/applications/{id:guid}", One).WithName("openAid").WithSummary("An application with its facts, the account of its amount and its history").Produces<AidDetail>().ProducesProblem(404).Reads("policy");
        api.MapPost("/policy/applications", Answer).WithName("draftAid").WithSummary("Draft an application; the amount is computed with what the ledger knows").Produces<AidDetail>(201).ProducesProblem(422).Act("policy.aid.draft");
    }

    private static async Task<IResult> List(HttpContext context, PolicyDesk desk, string? scheme, int? year, string? state, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !AidStates.All.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, AidStates.All));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, found, language) = (PageRequest.Of(page, pageSize), read.Set<AidApplication>().AsQueryable(), RequestLanguage.Of(context));
        found = string.IsNullOrEmpty(scheme) ? found : found.Where(a => a.Scheme == scheme);
        found = year is null ? found : found.Where(a => a.Year == year);
        found = string.IsNullOrEmpty(state) ? found : found.Where(a => a.State == state);
        var rows = await found.OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        var titles = rows.Select(r => r.Scheme).Distinct(StringComparer.Ordinal).ToDictionary(s => s, s => SetBudget.Title(read, desk, s, language), StringComparer.Ordinal);
        return Results.Json(new PageOf<AidRow>([.. rows.Select(r => AidRow.Of(r, titles[r.Scheme]))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, PolicyDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<AidApplication>().SingleOrDefaultAsync(a => a.Id == id, context.RequestAborted) is { } found
            ? Results.Json(AidDetail.Of(read, desk, found, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("applications", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Answer(BodyOf<DraftAidRequest> body, HttpContext context, PolicyDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (request, language) = (body.Value.Value, RequestLanguage.Of(context));
        var facts = Checked(request);
        if (!facts.Ok)
        {
            return Problems.Of(context, facts.Refusals);
        }

        var written = await desk.Store.Commits.Once<AidDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var made = await Draft(work, desk, request, facts.Value);
            return made.Ok ? AidDetail.Of(work, desk, made.Value, language) : Result<AidDetail>.Refused(made.Refusals);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    /// <summary>What can be said without the database; the facts in their one form.</summary>
    internal static Result<string> Checked(DraftAidRequest request)
    {
        var form = new PolicyForm();
        form.Text("scheme", request.Scheme, 80);
        form.Year("year", request.Year);
        form.Text("firmName", request.FirmName, 200);
        form.Text("subjectKind", request.SubjectKind, 40);
        form.Text("subjectId", request.SubjectId, 120);
        form.FirmCode(request.FirmCode);
        var facts = StatedFacts.Document(request.Facts);
        form.Faults.AddRange(facts.Refusals);
        return form.Faults.Count == 0 ? facts : Result<string>.Refused(form.Faults);
    }

    /// <param name="facts">Canonical.</param>
    /// <param name="origin"><see cref="AidStates.ByFirm"/> where the firm drafts it itself.</param>
    internal static async Task<Result<AidApplication>> Draft(ZhirongContext work, PolicyDesk desk, DraftAidRequest request, string facts, string? origin = null)
    {
        if (SchemeShelf.InForce(work, desk, ShippedScheme.AidKind, request.Scheme, desk.Today) is not { } scheme)
        {
            return SchemeShelf.Find(work, desk, ShippedScheme.AidKind, request.Scheme) is null ? PolicyRefusals.NoScheme("scheme", request.Scheme) : PolicyRefusals.NotInForce(request.Scheme, desk.Today);
        }

        // A firm that drafts itself may only read its entry of the register, which is not there in a work: whoever drafts for it has looked it up.
        if (origin is null && request.FirmId is { } firm && desk.Rights.Firm(work, firm)?.Firm.Code != request.FirmCode)
        {
            return PolicyRefusals.Firm($"{firm}");
        }

        var application = new AidApplication
        {
            Id = desk.NewId(),
            OwnerId = work.Viewer.Organisation,
            Origin = origin,
            Version = 1,
            Scheme = request.Scheme,
            SchemeNumber = scheme.Number,
            Year = request.Year,
            FirmId = request.FirmId,
            FirmCode = request.FirmCode,
            FirmName = request.FirmName.Trim(),
            SubjectKind = request.SubjectKind.Trim(),
            SubjectId = request.SubjectId.Trim(),
            State = AidStates.Draft,
            Facts = facts,
            InputHash = "",
            ResultZh = "",
            ResultEn = "",
            PaidFen = 0,
            ClawedFen = 0,
            ChangedAt = Instant.Now(desk.Clock),
            ChangedBy = work.Viewer.Person,
        };
        var computed = YearLedger.Computed(work, desk, scheme, application);
        if (!computed.Ok)
        {
            return Result<AidApplication>.Refused(computed.Refusals);
        }

        YearLedger.Take(application, computed.Value, scheme);
        work.Add(application);
        MoveAid.Step(work, desk, application, AidStates.Draft, application.AskedFen, "", desk.Today, created: true);
        await work.SaveChangesAsync();
        return application;
    }
}
