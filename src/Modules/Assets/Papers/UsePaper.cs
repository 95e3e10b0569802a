using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Papers;

/// <param name="SubjectKind">Kind of record: <c>loan_application</c>, <c>application</c> (for aid).</param>
/// <param name="SubjectId">Its id; a record of one's own organisation.</param>
/// <param name="Used">False takes the use back.</param>
public sealed record UsePaperRequest(string SubjectKind, Guid SubjectId, bool Used);

/// <summary>使用材料: a document handed in before counts for another application as well, or no longer.</summary>
internal static class UsePaper
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/firm-papers/{id:guid}/uses", Answer).WithName("useFirmPaper").WithSummary("Use a document for a record, or take the use back").Produces<PaperRow>().ProducesProblem(404).ProducesProblem(422).Act("assets.paper.use");

    private static async Task<IResult> Answer(Guid id, BodyOf<UsePaperRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var written = await desk.Store.Commits.Once(RequestViewer.Of(context), body.Key, desk.Clock, work => Use(work, desk, id, body.Value.Value));
        return Answers.Written(context, written, body.Key);
    }

    private static async Task<Result<PaperRow>> Use(ZhirongContext work, RightDesk desk, Guid id, UsePaperRequest request)
    {
        if (await work.Set<FirmPaper>().SingleOrDefaultAsync(p => p.Id == id) is not { } paper)
        {
            return WebRefusals.NotFound("firm-papers", $"{id}");
        }

        var kind = request.SubjectKind ?? "";
        if (Roots.TableOf(work, kind) is null || !ShareBook.Owns(work, kind, request.SubjectId))
        {
            return PaperRefusals.Subject(kind.Length <= 40 ? kind : "—", request.SubjectId);
        }

        if (request.Used && paper.ValidUntil < desk.Today)
        {
            return PaperRefusals.Expired(paper.ValidUntil.Value, desk.Today);
        }

        var use = await work.Set<FirmPaperUse>().SingleOrDefaultAsync(u => u.PaperId == id && u.SubjectKind == kind && u.SubjectId == request.SubjectId);
        if (request.Used == use is null)
        {
            if (use is null)
            {
                work.Add(new FirmPaperUse { PaperId = id, SubjectKind = kind, SubjectId = request.SubjectId, At = Instant.Now(desk.Clock), By = work.Viewer.Person });
            }
            else
            {
                work.Remove(use);
            }

            paper.Version++;
            await work.SaveChangesAsync();
            var said = new JsonObject { ["file"] = $"sha256:{paper.Sha256}", ["subject"] = $"{kind} {request.SubjectId}", ["used"] = request.Used };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, paper.OwnerId, new("PaperUsed", "firm_paper", RowValues.Of(id), said), desk.Clock)]);
        }

        return PaperRow.Of(paper, await work.Set<FirmPaperUse>().Where(u => u.PaperId == id).AsNoTracking().ToListAsync(), desk.Today);
    }
}
