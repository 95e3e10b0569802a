using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <summary>An appraisal with a version, its parts and who signed.</summary>
internal static class OpenAppraisal
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/appraisals/{id:guid}", One).WithName("openAppraisal").WithSummary("An appraisal with the version asked for, else the newest").Produces<AppraisalDetail>().ProducesProblem(404).ProducesProblem(422).Reads("valuation");

    public static AppraisalDetail Detail(ZhirongContext read, Appraisal appraisal, AppraisalVersion shown, Language language)
    {
        var versions = read.Set<AppraisalVersion>().Where(v => v.AppraisalId == appraisal.Id).OrderByDescending(v => v.Number).AsNoTracking().ToList();
        var parts = read.Set<AppraisedRight>().Where(r => r.AppraisalId == appraisal.Id && r.Number == shown.Number).OrderBy(r => r.N).AsNoTracking().ToList();
        var signatures = read.Set<AppraisalSignature>().Where(s => s.AppraisalId == appraisal.Id).OrderBy(s => s.Number).ThenBy(s => s.N).AsNoTracking().ToList();
        List<PartBefore> before = [.. parts.Select(p => new PartBefore(p.Ref, p.RightId, p.Fen))];
        var factors = RightFactors.Newest(read, [.. parts.Select(p => p.RightId).OfType<Guid>()], DateOnly.MaxValue, appraisal.Purpose);
        var after = AfterDiligence.Of(factors, before, language);
        var byRef = after.Rights.ToDictionary(r => r.Id, r => r.After);
        return new(
            AppraisalRow.Of(appraisal, after.Value), shown.Number, RequestText.Element(shown.Request), RequestText.Element(language == Language.En ? shown.ResultEn : shown.ResultZh),
            [.. parts.Select(r => AppraisedRightView.Of(r, byRef.GetValueOrDefault(r.Ref)))], [.. versions.Select(AppraisalVersionView.Of)], [.. signatures.Select(SignatureView.Of)], AfterDiligence.Read(factors, before), after);
    }

    public static Refusal Missing(ZhirongContext work, Guid id) => work.Reads("appraisal", id) ? StorageRefusals.SharedToRead("appraisals", $"{id}") : WebRefusals.NotFound("appraisals", $"{id}");

    public static IResult Unknown(HttpContext context, Guid id) => Problems.Of(context, WebRefusals.NotFound("appraisals", $"{id}"), StatusCodes.Status404NotFound);

    private static async Task<IResult> One(Guid id, int? version, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == id) is not { } appraisal)
        {
            return Unknown(context, id);
        }

        var number = version ?? appraisal.Version;
        return await read.Set<AppraisalVersion>().SingleOrDefaultAsync(v => v.AppraisalId == id && v.Number == number) is { } shown
            ? Results.Json(Detail(read, appraisal, shown, RequestLanguage.Of(context)), WebJson.Options)
            : Problems.Of(context, ValuationRefusals.NoVersion("version", number, appraisal.Version));
    }
}
