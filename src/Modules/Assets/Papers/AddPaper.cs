using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Papers;

/// <summary>提交材料: a document of a firm, kept once with its hash as evidence.</summary>
internal static class AddPaper
{
    /// <summary>Bytes of a document at most.</summary>
    public const long Limit = 20L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/firm-papers", Answer)
        .WithName("addFirmPaper").WithSummary("Hand in a document of a firm once, up to 20 MB").Accepts<byte[]>("application/octet-stream").Produces<PaperRow>(201).ProducesProblem(404).ProducesProblem(422).Act("assets.paper.add");

    private static async Task<IResult> Answer(HttpContext context, RightDesk desk, Guid firm, string? kind, DateOnly? validUntil)
    {
        if (kind is null || !PaperKinds.All.Contains(kind))
        {
            return Problems.Of(context, PaperRefusals.Kind(kind is { Length: <= 40 } ? kind : "—"));
        }

        if (validUntil < desk.Today)
        {
            return Problems.Of(context, PaperRefusals.Expired(validUntil.Value, desk.Today));
        }

        using var received = await ReceivedFile.Of(context, Limit, Limit);
        if (received.TooLarge || received.Size == 0 || received.Content is not { } content)
        {
            return Problems.Of(context, PaperRefusals.Size(received.Size));
        }

        var written = await desk.Store.Commits.Once<PaperRow>(RequestViewer.Of(context), null, desk.Clock, async work =>
        {
            if (await work.Set<Firm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == firm) is not { } of)
            {
                return UseCases.AddFirm.Missing(work, firm);
            }

            if (await work.Set<FirmPaper>().AsNoTracking().FirstOrDefaultAsync(p => p.FirmId == firm && p.Sha256 == received.Sha256) is { } there)
            {
                return PaperRefusals.There(there.Name);
            }

            var paper = new FirmPaper { Id = desk.NewId(), OwnerId = of.OwnerId, Version = 1, FirmId = firm, Kind = kind, Name = received.Name, Sha256 = received.Sha256, Size = received.Size, ValidUntil = validUntil, ChangedAt = Instant.Now(desk.Clock), ChangedBy = work.Viewer.Person };
            work.Add(paper);
            await work.SaveChangesAsync();
            work.Add(new FirmPaperContent { PaperId = paper.Id, Content = content });
            await work.SaveChangesAsync();
            var said = new JsonObject { ["file"] = $"sha256:{paper.Sha256}", ["firm"] = RowValues.Of(firm), ["kind"] = kind, ["name"] = paper.Name };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, of.OwnerId, new("PaperHandedIn", "firm_paper", RowValues.Of(paper.Id), said), desk.Clock)]);
            return PaperRow.Of(paper, [], desk.Today);
        });
        return Answers.Written(context, written, null, StatusCodes.Status201Created);
    }
}
