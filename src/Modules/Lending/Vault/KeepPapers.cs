using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Vault;

/// <param name="Kind"><c>certificate</c>, <c>registration</c>, <c>contract</c>, <c>policy</c>, <c>other</c>.</param>
/// <param name="Number">Number on the paper.</param>
/// <param name="Location">Shelf, box or safe.</param>
/// <param name="On">The day it came in; not after today.</param>
public sealed record EnterPaperRequest(Guid PledgeId, string Kind, string Number, string Title, string Location, DateOnly On);

/// <param name="Act"><c>lend</c>, <c>return</c>, <c>move</c>.</param>
/// <param name="Holder">Who takes it; only when it is lent.</param>
/// <param name="DueBack">By when it has to be back; only when it is lent.</param>
/// <param name="Location">Where it goes; when it comes back or is moved.</param>
public sealed record MovePaperRequest(string Act, DateOnly On, string Reason, int BaseVersion, string? Holder = null, DateOnly? DueBack = null, string? Location = null);

/// <param name="Holder">Who receives it for good.</param>
public sealed record ReleasePaperRequest(DateOnly On, string Holder, string Reason, int BaseVersion);

/// <summary>权证入库、借阅、归还、移位、出库: each a step that is kept; nothing goes out for good while its pledge stands.</summary>
internal static class KeepPapers
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/papers", Enter).WithName("enterPaper").WithSummary("Take a certificate or registration paper of a pledge into the vault").Produces<PaperDetail>(201).ProducesProblem(422).Act("lending.paper.enter");
        api.MapPost("/papers/{id:guid}/moves", Move).WithName("movePaper").WithSummary("Lend a paper, take it back, move it to another place").Produces<PaperDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.paper.move");
        api.MapPost("/papers/{id:guid}/release", Release).WithName("releasePaper").WithSummary("Give a paper out for good, once its pledge stands no longer").Produces<PaperDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.paper.release");
    }

    private static async Task<IResult> Enter(BodyOf<EnterPaperRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        form.Word("kind", request.Kind, PaperWords.Kinds);
        var (number, title, place) = (form.Text("number", request.Number, 100), form.Text("title", request.Title, 200), form.Text("location", request.Location, 200));
        Past(form, request.On, desk);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<PaperDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Pledge>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PledgeId) is not { } pledge)
            {
                return Loans.LoanRefusals.Pledge("pledgeId", $"{request.PledgeId}");
            }

            work.Session.Alone($"papers {pledge.Id}");
            if (await work.Set<VaultPaper>().AnyAsync(p => p.PledgeId == pledge.Id && p.Kind == request.Kind && p.Number == number))
            {
                return PaperRefusals.There(number);
            }

            var paper = new VaultPaper { Id = desk.NewId(), OwnerId = pledge.OwnerId, Version = 0, PledgeId = pledge.Id, Kind = request.Kind, Number = number, Title = title, State = PaperWords.Kept, Location = place, Holder = "", LastOn = request.On, Moves = 0, ChangedAt = 0, ChangedBy = "" };
            work.Add(paper);
            return await Keep(work, desk, paper, new(PaperWords.Enter, request.On, ""), language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Task<IResult> Move(Guid id, BodyOf<MovePaperRequest> body, HttpContext context, LendingDesk desk) => Change(id, body, context, desk, r => (r.Act, r.On, r.BaseVersion), (form, r) =>
    {
        var act = form.Word("act", r.Act, PaperWords.Steps);
        var lend = act == PaperWords.Lend;
        return new(act, r.On, form.Text("reason", r.Reason, 500), form.Text("holder", lend ? r.Holder : "", 100, required: lend), lend ? form.Day("dueBack", r.DueBack ?? default, r.On) : null, form.Text("location", r.Location, 200, required: act == PaperWords.Move));
    });

    private static Task<IResult> Release(Guid id, BodyOf<ReleasePaperRequest> body, HttpContext context, LendingDesk desk) => Change(id, body, context, desk, r => (PaperWords.Release, r.On, r.BaseVersion), (form, r) =>
        new(PaperWords.Release, r.On, form.Text("reason", r.Reason, 500), form.Text("holder", r.Holder, 100)));

    /// <summary>A step as it is asked.</summary>
    public sealed record Step(string Act, DateOnly On, string Reason, string Holder = "", DateOnly? DueBack = null, string Location = "");

    /// <summary>Why a paper does not take a step; null where it does.</summary>
    public static Refusal? Against(ZhirongContext read, VaultPaper paper, string act, DateOnly on, int baseVersion)
    {
        if (baseVersion != paper.Version)
        {
            return LendingRefusals.Stale(baseVersion, paper.Version);
        }

        if (PaperWords.After(paper.State, act) is null)
        {
            return PaperRefusals.Step(act, PaperWords.StateTitle(paper.State).Zh);
        }

        if (on < paper.LastOn)
        {
            return PaperRefusals.Backwards(on, paper.LastOn);
        }

        var pledge = read.Set<Pledge>().AsNoTracking().Single(p => p.Id == paper.PledgeId);
        return act == PaperWords.Release && pledge.State is not (PledgeStates.Released or PledgeStates.Lost) ? PaperRefusals.Standing(pledge.ContractNo, PledgeStates.Title(pledge.State).Zh) : null;
    }

    private static async Task<IResult> Change<T>(Guid id, BodyOf<T> body, HttpContext context, LendingDesk desk, Func<T, (string Act, DateOnly On, int BaseVersion)> asked, Func<LendingForm, T, Step> read)
        where T : class
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        var (step, version) = (read(form, request), asked(request).BaseVersion);
        Past(form, step.On, desk);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<PaperDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            work.Session.Alone($"paper {id}");
            if (await work.Set<VaultPaper>().SingleOrDefaultAsync(p => p.Id == id) is not { } paper)
            {
                return work.Reads("paper", id) ? StorageRefusals.SharedToRead("papers", $"{id}") : WebRefusals.NotFound("papers", $"{id}");
            }

            return Against(work, paper, step.Act, step.On, version) is { } refusal ? refusal : await Keep(work, desk, paper, step, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status200OK, LendingRefusals.StaleCode);
    }

    private static void Past(LendingForm form, DateOnly on, LendingDesk desk)
    {
        if (form.Day("on", on) > desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{on:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }
    }

    private static async Task<Result<PaperDetail>> Keep(ZhirongContext work, LendingDesk desk, VaultPaper paper, Step step, Language language)
    {
        paper.State = PaperWords.After(paper.State, step.Act) ?? PaperWords.Kept;
        (paper.Holder, paper.DueBack) = paper.State == PaperWords.Kept ? ("", null) : (step.Holder, step.DueBack);
        paper.Location = step.Location.Length > 0 ? step.Location : paper.Location;
        (paper.LastOn, paper.Moves, paper.Version, paper.ChangedAt, paper.ChangedBy) = (step.On, paper.Moves + 1, paper.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
        work.Add(new PaperMove { PaperId = paper.Id, N = paper.Moves, Act = step.Act, OnDay = step.On, Location = paper.Location, Holder = step.Holder, DueBack = step.DueBack, Reason = step.Reason, At = paper.ChangedAt, By = work.Viewer.Person });
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, paper.OwnerId, new("PaperMoved", "paper", RowValues.Of(paper.Id), new JsonObject
        {
            ["act"] = step.Act,
            ["dueBack"] = RowValues.Of(step.DueBack),
            ["holder"] = step.Holder,
            ["kind"] = paper.Kind,
            ["location"] = paper.Location,
            ["number"] = paper.Number,
            ["on"] = RowValues.Of(step.On),
            ["pledge"] = RowValues.Of(paper.PledgeId),
            ["reason"] = step.Reason,
        }), desk.Clock)]);
        return OpenPapers.Detail(work, paper, desk.Today, language);
    }
}

/// <summary>Shows those who approve it which paper goes out for good, of which pledge, to whom.</summary>
internal sealed class PaperReleaseShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.paper.release";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<VaultPaper>().AsNoTracking().SingleOrDefault(p => p.Id == id) is not { } paper)
        {
            return WebRefusals.NotFound("papers", asked);
        }

        if (Loans.Accounts.LoanEventDoor.Body<ReleasePaperRequest>(request.Body) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        if (KeepPapers.Against(read, paper, PaperWords.Release, form.On, form.BaseVersion) is { } refusal)
        {
            return refusal;
        }

        var (pledge, kind) = (read.Set<Pledge>().AsNoTracking().Single(p => p.Id == paper.PledgeId), PaperWords.KindTitle(paper.Kind));
        var state = PledgeStates.Title(pledge.State);
        return new ShownChange
        {
            Title = new($"权证出库：{kind.Zh} {paper.Number}", $"Release a paper: {kind.En} {paper.Number}"),
            Amount = Money.OfFen(pledge.SecuredFen),
            SubjectKind = "paper",
            SubjectId = $"{paper.Id}",
            Fields =
            [
                new("pledge", new("质押", "Pledge"), pledge.ContractNo, $"{state.Zh} {state.En}"),
                new("holder", new("交付给", "Handed to"), null, form.Holder),
                new("location", new("存放位置", "Location"), paper.Location, null),
                new("reason", new("理由", "Reason"), null, form.Reason),
            ],
        };
    }
}
