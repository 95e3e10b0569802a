using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Appraisals;

/// <param name="Version">The newest version, which is what is signed.</param>
/// <param name="Name">The appraiser's name.</param>
/// <param name="Certificate">Number of his certificate.</param>
public sealed record SignAppraisalRequest(int Version, string Name, string Certificate);

/// <summary>签署: two different people sign one version; what they signed is named by its hash.</summary>
internal static class SignAppraisal
{
    /// <summary>Signatures that make an appraisal signed.</summary>
    private const int Needed = 2;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/appraisals/{id:guid}/signatures", Answer).WithName("signAppraisal").WithSummary("Sign the newest version; two different people make it signed").Produces<AppraisalDetail>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).Act("valuation.appraisal.sign");

    private static async Task<IResult> Answer(Guid id, BodyOf<SignAppraisalRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, language) = (new ValuationForm(), body.Value.Value, RequestLanguage.Of(context));
        var (name, certificate) = (form.Text("name", request.Name, 60), form.Text("certificate", request.Certificate, 60));
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<AppraisalDetail>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await work.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == id) is not { } appraisal)
            {
                return OpenAppraisal.Missing(work, id);
            }

            if (appraisal.Version != request.Version)
            {
                return ValuationRefusals.Stale(request.Version, appraisal.Version, appraisal.ChangedBy);
            }

            var version = await work.Set<AppraisalVersion>().SingleAsync(v => v.AppraisalId == id && v.Number == request.Version);
            var there = await work.Set<AppraisalSignature>().Where(s => s.AppraisalId == id && s.Number == request.Version).ToListAsync();
            var signer = work.Viewer.User == Guid.Empty ? work.Viewer.Person : RowValues.Of(work.Viewer.User);
            if (Refuse(appraisal, there, signer, name, certificate) is { } refusal)
            {
                return refusal;
            }

            var signature = new AppraisalSignature { AppraisalId = id, Number = request.Version, N = there.Count + 1, Name = name, Certificate = certificate, Signer = signer, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(signature);
            appraisal.State = there.Count + 1 >= Needed ? AppraisalStates.Signed : AppraisalStates.Concluded;
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, appraisal.OwnerId, Signed(appraisal, version, signature), desk.Clock)]);
            return OpenAppraisal.Detail(work, appraisal, version, language);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created, ValuationRefusals.StaleCode);
    }

    private static Refusal? Refuse(Appraisal appraisal, List<AppraisalSignature> there, string signer, string name, string certificate) =>
        appraisal.TotalFen is null ? ValuationRefusals.NoConclusion()
        : there.Exists(s => s.Signer == signer || s.Name == name) ? ValuationRefusals.SignedTwice(name)
        : there.Exists(s => s.Certificate == certificate) ? ValuationRefusals.CertificateTwice(certificate)
        : null;

    private static Happening Signed(Appraisal appraisal, AppraisalVersion version, AppraisalSignature signature) => new("AppraisalSigned", "appraisal", RowValues.Of(appraisal.Id), new JsonObject
    {
        ["certificate"] = signature.Certificate,
        ["name"] = signature.Name,
        ["number"] = version.Number,
        ["request"] = $"sha256:{version.InputHash}",
        ["result"] = $"sha256:{RequestText.Hash(version.ResultZh)}",
        ["signature"] = signature.N,
        ["value"] = Yuan.Of(version.TotalFen),
    });
}
