using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Covenants;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Lines;

/// <param name="PledgeId">A pledge whose registrations all stand.</param>
/// <param name="Note">Why, or under which agreement.</param>
public sealed record TopUpRequest(Guid PledgeId, string Note, int BaseVersion);

/// <param name="PledgeId">A pledge whose registrations all stand.</param>
public sealed record TryTopUpRequest(Guid PledgeId);

/// <summary>What secures a line before and with a further pledge; nothing is written.</summary>
/// <param name="ShortBefore">What it is short of, in yuan.</param>
public sealed record ToppedUp(CoverageView Before, CoverageView After, string ShortBefore, string ShortAfter);

/// <summary>补充质押: a further pledge secures a line that is there already.</summary>
internal static class TopUp
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/facilities/{id:guid}/pledges", Answer).WithName("topUpFacility").WithSummary("Let a further pledge secure a line").Produces<FacilityDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.facility.topup");
        api.MapPost("/facilities/{id:guid}/pledges/try", Try).WithName("tryTopUp").WithSummary("What secures a line before and with a further pledge; nothing is written").Produces<ToppedUp>().ProducesProblem(404).ProducesProblem(422).Reads("lending");
    }

    private static async Task<IResult> Try(Guid id, BodyOf<TryTopUpRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Facility>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, context.RequestAborted) is not { } line)
        {
            return Problems.Of(context, WebRefusals.NotFound("facilities", $"{id}"), StatusCodes.Status404NotFound);
        }

        var pledge = body.Value.Value.PledgeId;
        if (await Against(read, line, pledge) is { } refusal)
        {
            return Problems.Of(context, refusal);
        }

        var language = RequestLanguage.Of(context);
        var (before, after) = (Coverage.Of(read, line, desk.Today, desk.Lending.Rights), Coverage.Of(read, line, desk.Today, desk.Lending.Rights, pledge));
        return Results.Json(new ToppedUp(CoverageView.Of(line, before, desk.Today, language), CoverageView.Of(line, after, desk.Today, language), Money.FenText(CovenantWatch.Short(line, before).Fen), Money.FenText(CovenantWatch.Short(line, after).Fen)), WebJson.Options);
    }

    private static async Task<IResult> Answer(Guid id, BodyOf<TopUpRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await Add(desk, RequestViewer.Of(context), id, body.Value.Value, body.Key, RequestLanguage.Of(context));
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, LendingRefusals.StaleCode);
    }

    public static async Task<Written<FacilityDetail>> Add(LoanDesk desk, Viewer viewer, Guid id, TopUpRequest request, WriteKey? key, Language language)
    {
        var form = new LendingForm();
        var note = form.Text("note", request.Note, 500);
        return form.Faults.Count > 0 ? new() { Refusals = form.Faults } : await desk.Store.Commits.Once<FacilityDetail>(viewer, key, desk.Clock, async work =>
        {
            work.Session.Alone($"facility {id}");
            if (await work.Set<Facility>().SingleOrDefaultAsync(f => f.Id == id) is not { } line)
            {
                return OpenFacility.Missing(work, id);
            }

            if (request.BaseVersion != line.Version)
            {
                return LendingRefusals.Stale(request.BaseVersion, line.Version);
            }

            if (await Against(work, line, request.PledgeId) is { } refusal)
            {
                return refusal;
            }

            var before = Coverage.Of(work, line, desk.Today, desk.Lending.Rights);
            work.Add(new FacilityPledge { FacilityId = id, PledgeId = request.PledgeId });
            (line.Version, line.ChangedAt, line.ChangedBy) = (line.Version + 1, Instant.Now(desk.Clock), viewer.Person);
            await work.SaveChangesAsync();
            var after = Coverage.Of(work, line, desk.Today, desk.Lending.Rights);
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, line.OwnerId, new("LineToppedUp", "facility", RowValues.Of(id), new JsonObject
            {
                ["note"] = note,
                ["pledge"] = RowValues.Of(request.PledgeId),
                ["shortAfter"] = Money.FenText(CovenantWatch.Short(line, after).Fen),
                ["shortBefore"] = Money.FenText(CovenantWatch.Short(line, before).Fen),
                ["valueAfter"] = after.ValueFen is { } then ? Money.FenText(then) : null,
                ["valueBefore"] = before.ValueFen is { } was ? Money.FenText(was) : null,
            }), desk.Clock)]);
            await CovenantWatch.Look(work, desk, id);
            return OpenFacility.Detail(work, line, desk, language);
        });
    }

    /// <summary>Why a pledge cannot secure the line as well; null where it can.</summary>
    private static async Task<Refusal?> Against(ZhirongContext read, Facility line, Guid id)
    {
        if (line.State == FacilityWords.Closed)
        {
            return LoanRefusals.FacilityState(line.State, $"{FacilityWords.Open} | {FacilityWords.Frozen}");
        }

        return await read.Set<Pledge>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } pledge ? LoanRefusals.Pledge("pledgeId", $"{id}")
            : await read.Set<FacilityPledge>().AnyAsync(p => p.PledgeId == id) ? LoanRefusals.Secures(pledge.ContractNo)
            : pledge.State != PledgeStates.Perfected ? LoanRefusals.NotPledged(pledge.ContractNo, PledgeStates.Title(pledge.State).Zh) with { Path = "pledgeId" } : null;
    }
}
