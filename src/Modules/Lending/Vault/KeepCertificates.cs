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
/// <param name="Number">Number on the certificate.</param>
/// <param name="Location">Shelf, box or safe.</param>
/// <param name="On">The day it came in; not after today.</param>
public sealed record EnterCertificateRequest(Guid PledgeId, string Kind, string Number, string Title, string Location, DateOnly On);

/// <param name="Act"><c>lend</c>, <c>return</c>, <c>move</c>.</param>
/// <param name="Holder">Who takes it; only when it is lent.</param>
/// <param name="DueBack">By when it has to be back; only when it is lent.</param>
/// <param name="Location">Where it goes; when it comes back or is moved.</param>
public sealed record MoveCertificateRequest(string Act, DateOnly On, string Reason, int BaseVersion, string? Holder = null, DateOnly? DueBack = null, string? Location = null);

/// <param name="Holder">Who receives it for good.</param>
public sealed record ReleaseCertificateRequest(DateOnly On, string Holder, string Reason, int BaseVersion);

/// <summary>权证入库、借阅、归还、移位、出库: each a step that is kept; nothing goes out for good while its pledge stands.</summary>
internal static class KeepCertificates
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/certificates", Enter).WithName("enterCertificate").WithSummary("Take a certificate or registration paper of a pledge into the vault").Produces<CertificateDetail>(201).ProducesProblem(422).Act("lending.certificate.enter");
        api.MapPost("/certificates/{id:guid}/moves", Move).WithName("moveCertificate").WithSummary("Lend a certificate, take it back, move it to another place").Produces<CertificateDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.certificate.move");
        api.MapPost("/certificates/{id:guid}/release", Release).WithName("releaseCertificate").WithSummary("Give a certificate out for good, once its pledge stands no longer").Produces<CertificateDetail>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("lending.certificate.release");
    }

    private static async Task<IResult> Enter(BodyOf<EnterCertificateRequest> body, HttpContext context, LendingDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new LendingForm(), body.Value.Value, RequestLanguage.Of(context));
        form.Word("kind", request.Kind, CertificateWords.Kinds);
        var (number, title, place) = (form.Text("number", request.Number, 100), form.Text("title", request.Title, 200), form.Text("location", request.Location, 200));
        Past(form, request.On, desk);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<CertificateDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Pledge>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PledgeId) is not { } pledge)
            {
                return Loans.LoanRefusals.Pledge("pledgeId", $"{request.PledgeId}");
            }

            work.Session.Alone($"certificates {pledge.Id}");
            if (await work.Set<VaultCertificate>().AnyAsync(p => p.PledgeId == pledge.Id && p.Kind == request.Kind && p.Number == number))
            {
                return CertificateRefusals.There(number);
            }

            var certificate = new VaultCertificate { Id = desk.NewId(), OwnerId = pledge.OwnerId, Version = 0, PledgeId = pledge.Id, Kind = request.Kind, Number = number, Title = title, State = CertificateWords.Kept, Location = place, Holder = "", LastOn = request.On, Moves = 0, ChangedAt = 0, ChangedBy = "" };
            work.Add(certificate);
            return await Keep(work, desk, certificate, new(CertificateWords.Enter, request.On, ""), language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static Task<IResult> Move(Guid id, BodyOf<MoveCertificateRequest> body, HttpContext context, LendingDesk desk) => Change(id, body, context, desk, r => (r.Act, r.On, r.BaseVersion), (form, r) =>
    {
        var act = form.Word("act", r.Act, CertificateWords.Steps);
        var lend = act == CertificateWords.Lend;
        return new(act, r.On, form.Text("reason", r.Reason, 500), form.Text("holder", lend ? r.Holder : "", 100, required: lend), lend ? form.Day("dueBack", r.DueBack ?? default, r.On) : null, form.Text("location", r.Location, 200, required: act == CertificateWords.Move));
    });

    private static Task<IResult> Release(Guid id, BodyOf<ReleaseCertificateRequest> body, HttpContext context, LendingDesk desk) => Change(id, body, context, desk, r => (CertificateWords.Release, r.On, r.BaseVersion), (form, r) =>
        new(CertificateWords.Release, r.On, form.Text("reason", r.Reason, 500), form.Text("holder", r.Holder, 100)));

    /// <summary>A step as it is asked.</summary>
    public sealed record Step(string Act, DateOnly On, string Reason, string Holder = "", DateOnly? DueBack = null, string Location = "");

    /// <summary>Why a certificate does not take a step; null where it does.</summary>
    public static Refusal? Against(ZhirongContext read, VaultCertificate certificate, string act, DateOnly on, int baseVersion)
    {
        if (baseVersion != certificate.Version)
        {
            return LendingRefusals.Stale(baseVersion, certificate.Version);
        }

        if (CertificateWords.After(certificate.State, act) is null)
        {
            return CertificateRefusals.Step(act, CertificateWords.StateTitle(certificate.State).Zh);
        }

        if (on < certificate.LastOn)
        {
            return CertificateRefusals.Backwards(on, certificate.LastOn);
        }

        var pledge = read.Set<Pledge>().AsNoTracking().Single(p => p.Id == certificate.PledgeId);
        return act == CertificateWords.Release && pledge.State is not (PledgeStates.Released or PledgeStates.Lost) ? CertificateRefusals.Standing(pledge.ContractNo, PledgeStates.Title(pledge.State).Zh) : null;
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

        var written = await desk.Store.Commits.Once<CertificateDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            work.Session.Alone($"certificate {id}");
            if (await work.Set<VaultCertificate>().SingleOrDefaultAsync(p => p.Id == id) is not { } certificate)
            {
                return work.Reads("certificate", id) ? StorageRefusals.SharedToRead("certificates", $"{id}") : WebRefusals.NotFound("certificates", $"{id}");
            }

            return Against(work, certificate, step.Act, step.On, version) is { } refusal ? refusal : await Keep(work, desk, certificate, step, language);
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

    private static async Task<Result<CertificateDetail>> Keep(ZhirongContext work, LendingDesk desk, VaultCertificate certificate, Step step, Language language)
    {
        certificate.State = CertificateWords.After(certificate.State, step.Act) ?? CertificateWords.Kept;
        (certificate.Holder, certificate.DueBack) = certificate.State == CertificateWords.Kept ? ("", null) : (step.Holder, step.DueBack);
        certificate.Location = step.Location.Length > 0 ? step.Location : certificate.Location;
        (certificate.LastOn, certificate.Moves, certificate.Version, certificate.ChangedAt, certificate.ChangedBy) = (step.On, certificate.Moves + 1, certificate.Version + 1, Instant.Now(desk.Clock), work.Viewer.Person);
        work.Add(new CertificateMove { CertificateId = certificate.Id, N = certificate.Moves, Act = step.Act, OnDay = step.On, Location = certificate.Location, Holder = step.Holder, DueBack = step.DueBack, Reason = step.Reason, At = certificate.ChangedAt, By = work.Viewer.Person });
        await work.SaveChangesAsync();
        EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, certificate.OwnerId, new("CertificateMoved", "certificate", RowValues.Of(certificate.Id), new JsonObject
        {
            ["act"] = step.Act,
            ["dueBack"] = RowValues.Of(step.DueBack),
            ["holder"] = step.Holder,
            ["kind"] = certificate.Kind,
            ["location"] = certificate.Location,
            ["number"] = certificate.Number,
            ["on"] = RowValues.Of(step.On),
            ["pledge"] = RowValues.Of(certificate.PledgeId),
            ["reason"] = step.Reason,
        }), desk.Clock)]);
        return OpenCertificates.Detail(work, certificate, desk.Today, language);
    }
}

/// <summary>Shows those who approve it which certificate goes out for good, of which pledge, to whom.</summary>
internal sealed class CertificateReleaseShown : IChangeShown
{
    public bool Shows(string act) => act == "lending.certificate.release";

    public Result<ShownChange> Show(ZhirongContext read, ActRequest request)
    {
        var asked = request.Values.GetValueOrDefault("id") ?? "";
        if (!Guid.TryParse(asked, out var id) || read.Set<VaultCertificate>().AsNoTracking().SingleOrDefault(p => p.Id == id) is not { } certificate)
        {
            return WebRefusals.NotFound("certificates", asked);
        }

        if (Loans.Accounts.LoanEventDoor.Body<ReleaseCertificateRequest>(request.Body) is not { } form)
        {
            return WebRefusals.Body("", "—");
        }

        if (KeepCertificates.Against(read, certificate, CertificateWords.Release, form.On, form.BaseVersion) is { } refusal)
        {
            return refusal;
        }

        var (pledge, kind) = (read.Set<Pledge>().AsNoTracking().Single(p => p.Id == certificate.PledgeId), CertificateWords.KindTitle(certificate.Kind));
        var state = PledgeStates.Title(pledge.State);
        return new ShownChange
        {
            Title = new($"权证出库：{kind.Zh} {certificate.Number}", $"Release a certificate: {kind.En} {certificate.Number}"),
            Amount = Money.OfFen(pledge.SecuredFen),
            SubjectKind = "certificate",
            SubjectId = $"{certificate.Id}",
            Fields =
            [
                new("pledge", new("质押", "Pledge"), pledge.ContractNo, $"{state.Zh} {state.En}"),
                new("holder", new("交付给", "Handed to"), null, form.Holder),
                new("location", new("存放位置", "Location"), certificate.Location, null),
                new("reason", new("理由", "Reason"), null, form.Reason),
            ],
        };
    }
}
