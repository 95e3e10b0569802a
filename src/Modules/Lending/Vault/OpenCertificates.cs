using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Vault;

/// <summary>A certificate in the vault.</summary>
/// <param name="State"><c>kept</c>, <c>lent</c>, <c>released</c>.</param>
/// <param name="Late">Lent and not back on its day.</param>
public sealed record CertificateRow(Guid Id, Guid PledgeId, string ContractNo, string Kind, string KindTitle, string Number, string Title, string State, string StateTitle, string Location, string Holder, DateOnly? DueBack, bool Late, DateOnly LastOn, int Version)
{
    internal static CertificateRow Of(VaultCertificate p, string contract, DateOnly today, Language language) => new(
        p.Id, p.PledgeId, contract, p.Kind, CertificateWords.KindTitle(p.Kind).In(language), p.Number, p.Title, p.State, CertificateWords.StateTitle(p.State).In(language), p.Location, p.Holder, p.DueBack, p.State == CertificateWords.Lent && p.DueBack < today, p.LastOn, p.Version);
}

/// <summary>A step of a certificate.</summary>
public sealed record CertificateStepView(int N, string Act, string ActTitle, DateOnly On, string Location, string Holder, DateOnly? DueBack, string Reason, string At, string By);

/// <summary>A certificate with its steps, the latest first.</summary>
public sealed record CertificateDetail(CertificateRow Row, IReadOnlyList<CertificateStepView> Steps);

/// <summary>权证库: the certificates by pledge, state and day due back, and one with its steps.</summary>
internal static class OpenCertificates
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/certificates", List).WithName("listCertificates").WithSummary("Certificates in the vault; what is due back first").Produces<PageOf<CertificateRow>>().ProducesProblem(422).Reads("lending");
        api.MapGet("/certificates/{id:guid}", One).WithName("openCertificate").WithSummary("A certificate with its steps").Produces<CertificateDetail>().ProducesProblem(404).Reads("lending");
    }

    public static CertificateDetail Detail(ZhirongContext read, VaultCertificate certificate, DateOnly today, Language language)
    {
        var contract = read.Set<Pledge>().AsNoTracking().Where(p => p.Id == certificate.PledgeId).Select(p => p.ContractNo).SingleOrDefault() ?? "";
        var steps = read.Set<CertificateMove>().AsNoTracking().Where(m => m.CertificateId == certificate.Id).OrderByDescending(m => m.N).ToList();
        return new(CertificateRow.Of(certificate, contract, today, language), [.. steps.Select(m => new CertificateStepView(m.N, m.Act, CertificateWords.ActTitle(m.Act).In(language), m.OnDay, m.Location, m.Holder, m.DueBack, m.Reason, Instant.Text(m.At), m.By))]);
    }

    private static async Task<IResult> List(HttpContext context, LendingDesk desk, string? q, string? state, bool? late, Guid? pledge, int? page, int? pageSize)
    {
        if (!string.IsNullOrEmpty(state) && !CertificateWords.States.Contains(state))
        {
            return Problems.Of(context, WebRefusals.OneOf("state", state, CertificateWords.States));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var (wanted, words, language, today) = (PageRequest.Of(page, pageSize), q?.Trim() ?? "", RequestLanguage.Of(context), desk.Today);
        var found = from p in read.Set<VaultCertificate>().AsNoTracking() join c in read.Set<Pledge>().AsNoTracking() on p.PledgeId equals c.Id select new { Certificate = p, Contract = c.ContractNo };
        found = words.Length == 0 ? found : found.Where(p => p.Contract.Contains(words) || p.Certificate.Number.Contains(words) || p.Certificate.Title.Contains(words) || p.Certificate.Holder.Contains(words) || p.Certificate.Location.Contains(words));
        found = string.IsNullOrEmpty(state) ? found : found.Where(p => p.Certificate.State == state);
        found = late == true ? found.Where(p => p.Certificate.State == CertificateWords.Lent && p.Certificate.DueBack < today) : found;
        found = pledge is { } id ? found.Where(p => p.Certificate.PledgeId == id) : found;
        var rows = await found.OrderBy(p => p.Certificate.DueBack ?? new DateOnly(9999, 12, 31)).ThenBy(p => p.Contract).ThenBy(p => p.Certificate.Kind).ThenBy(p => p.Certificate.Number).ThenBy(p => p.Certificate.Id).Skip(wanted.Skip).Take(wanted.PageSize).ToListAsync(context.RequestAborted);
        return Results.Json(new PageOf<CertificateRow>([.. rows.Select(r => CertificateRow.Of(r.Certificate, r.Contract, today, language))], await found.CountAsync(context.RequestAborted), wanted.Page, wanted.PageSize), WebJson.Options);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, LendingDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<VaultCertificate>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, context.RequestAborted) is { } certificate
            ? Results.Json(Detail(read, certificate, desk.Today, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, WebRefusals.NotFound("certificates", $"{id}"), StatusCodes.Status404NotFound);
    }
}
