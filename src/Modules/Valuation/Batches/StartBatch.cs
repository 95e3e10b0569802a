using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Valuation.Batches;

/// <param name="ProductId">One product; left out every product of the firm is a group, all its rights where it has none.</param>
/// <param name="RightIds">The rights of one group.</param>
/// <param name="Assumptions">As the template, for this firm alone.</param>
public sealed record BatchFirmRequest(Guid FirmId, Guid? ProductId = null, IReadOnlyList<Guid>? RightIds = null, JsonObject? Assumptions = null);

/// <param name="Template">Part of a <c>zhirong/value-request/v1</c> (methods, discount, conclusion, simulation …) laid over what the register knows of every group.</param>
/// <param name="WeightsBy">equal (left out) or score.</param>
public sealed record StartBatchRequest(string Name, DateOnly BaseDate, string Purpose, IReadOnlyList<BatchFirmRequest> Firms, JsonObject? Template = null, string? ValueType = null, string? WeightsBy = null);

/// <summary>Starts a batch: the rights of every group are settled now, the job values them.</summary>
internal static class StartBatch
{
    private const int MostFirms = 2_000, MostRights = 20_000;

    /// <summary>What a template may state; the rights, the day and the purpose are the batch's own.</summary>
    private static readonly string[] Keys = ["value_type", "timing", "life", "discount", "methods", "not_used", "conclusion", "quality", "pledge", "sensitivity", "simulation"];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/appraisals/batches", Answer).WithName("startAppraisalBatch").WithSummary("Value many firms' product groups by one template, as a job").Produces<BatchRow>(201).ProducesProblem(422).Act("valuation.batch.start");

    private static async Task<IResult> Answer(BodyOf<StartBatchRequest> body, HttpContext context, ValuationDesk desk, Jobs jobs)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request, viewer) = (new ValuationForm(), body.Value.Value, RequestViewer.Of(context));
        var name = Form(form, request);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        BatchOrder order;
        await using (var read = desk.Store.Read(viewer))
        {
            var groups = Groups(read, desk, request);
            if (!groups.Ok)
            {
                return Problems.Of(context, groups.Refusals);
            }

            order = new(name, request.BaseDate, request.Purpose, request.ValueType, request.WeightsBy ?? RightWeights.Equal, request.Template, groups.Value);
        }

        var rights = order.Groups.Sum(g => g.RightIds.Count);
        var asked = JsonSerializer.Serialize(order, WebJson.Options);
        var job = jobs.Prepare(new(ValuationBatch.Kind, new($"批量价值分析 {name}（{order.Groups.Count} 组 {rights} 项权利）", $"Appraisals {name} ({order.Groups.Count} groups, {rights} rights)"), "appraisal_batch", RequestText.Hash(asked), asked));
        if (!job.Ok)
        {
            return Problems.Of(context, job.Refusals);
        }

        var written = await desk.Store.Commits.Once<BatchRow>(viewer, body.Key, desk.Clock, async work =>
        {
            var started = await jobs.Start(work, job.Value);

            // The same order is being done already: its batch is the answer.
            if (await work.Set<AppraisalBatch>().SingleOrDefaultAsync(b => b.JobId == started.Id) is { } going)
            {
                return BatchRow.Of(going, 0);
            }

            var batch = new AppraisalBatch { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 1, Name = name, BaseDate = order.BaseDate, Purpose = order.Purpose, JobId = started.Id, Asked = asked, Groups = order.Groups.Count, Rights = rights, MadeAt = Instant.Now(desk.Clock), MadeBy = work.Viewer.Person };
            work.Add(batch);
            await work.SaveChangesAsync();
            var content = new JsonObject { ["asked"] = $"sha256:{RequestText.Hash(asked)}", ["baseDate"] = RowValues.Of(batch.BaseDate), ["groups"] = batch.Groups, ["name"] = name, ["rights"] = rights };
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, new("AppraisalBatchStarted", "appraisal_batch", RowValues.Of(batch.Id), content), desk.Clock)]);
            return BatchRow.Of(batch, 0);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static string Form(ValuationForm form, StartBatchRequest request)
    {
        form.Day("baseDate", request.BaseDate);
        form.Word("purpose", request.Purpose, TermWords.Purposes);
        form.Word("valueType", request.ValueType, TermWords.Standards, required: false);
        form.Word("weightsBy", request.WeightsBy, RightWeights.Words, required: false);
        if (request.Firms.Count is 0 or > MostFirms)
        {
            form.Faults.Add(ValuationRefusals.TooMany("firms", request.Firms.Count, MostFirms));
        }

        Template(form, "template", request.Template);
        foreach (var (n, firm) in request.Firms.Index())
        {
            Template(form, $"firms.{n}.assumptions", firm.Assumptions);
        }

        return form.Text("name", request.Name, 100);
    }

    private static void Template(ValuationForm form, string path, JsonObject? template)
    {
        foreach (var (key, _) in template ?? [])
        {
            if (!Keys.Contains(key))
            {
                form.Faults.Add(ValuationRefusals.TemplateKey($"{path}.{key}", key, Keys));
            }
        }
    }

    /// <summary>The groups with their rights; each right is in one group alone.</summary>
    internal static Result<IReadOnlyList<BatchGroupOrder>> Groups(ZhirongContext read, ValuationDesk desk, StartBatchRequest request)
    {
        var (groups, seen) = (new List<BatchGroupOrder>(), new HashSet<Guid>());
        foreach (var (n, asked) in request.Firms.Index())
        {
            if (desk.Rights.Firm(read, asked.FirmId) is not { } firm)
            {
                return ValuationRefusals.Firm($"firms.{n}.firmId", $"{asked.FirmId}");
            }

            var chosen = asked.ProductId is { } id ? firm.Products.Where(p => p.Id == id).ToList() : [.. firm.Products.Where(p => asked.RightIds is null && p.Rights.Count > 0)];
            if (asked.ProductId is { } product && chosen.Count == 0)
            {
                return ValuationRefusals.Product($"firms.{n}.productId", $"{product}");
            }

            var found = chosen.Count > 0
                ? chosen.Select(p => new BatchGroupOrder(firm.Firm.Id, firm.Firm.Name, p.Id, p.Name, asked.RightIds ?? p.Rights, asked.Assumptions)).ToList()
                : [new(firm.Firm.Id, firm.Firm.Name, null, "", asked.RightIds ?? FirmRights.Of(read, desk, firm.Firm.Id, request.BaseDate), asked.Assumptions)];
            foreach (var group in found)
            {
                if (group.RightIds.FirstOrDefault(r => !seen.Add(r)) is var twice && twice != Guid.Empty)
                {
                    return ValuationRefusals.RightTwice($"firms.{n}", $"{twice}");
                }

                if (group.RightIds.Count == 0)
                {
                    return ValuationRefusals.NoRights($"firms.{n}");
                }

                groups.Add(group);
            }
        }

        return seen.Count > MostRights ? ValuationRefusals.TooMany("firms", seen.Count, MostRights) : Result<IReadOnlyList<BatchGroupOrder>>.Of(groups);
    }
}
