using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Valuation.Drafting;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Batches;

/// <param name="Firms">As a batch is started with; the rights of every group are written out.</param>
/// <param name="Format"><c>xlsx</c> or <c>json</c>.</param>
public sealed record MakeBatchTemplateRequest(IReadOnlyList<BatchFirmRequest> Firms, DateOnly BaseDate, string? Name = null, string? Purpose = null, string? ValueType = null, string? WeightsBy = null, JsonObject? Template = null, string? Format = null);

/// <summary>A filled-in template as the form takes it.</summary>
/// <param name="Template">Parameters of every group.</param>
/// <param name="Groups">The groups as they will be asked for, with what people see of them.</param>
public sealed record BatchTemplateRead(string Name, string BaseDate, string Purpose, string ValueType, string WeightsBy, JsonObject? Template, IReadOnlyList<BatchTemplateGroup> Groups);

/// <param name="Asked">As a batch is started with.</param>
public sealed record BatchTemplateGroup(string FirmName, string Product, int Rights, int Parameters, BatchFirmRequest Asked);

/// <summary>批量模板: rights and parameters of a batch as a file to download, fill in and upload again. It keeps nothing.</summary>
internal static class BatchTemplate
{
    private const int MostBytes = 10 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/appraisals/batches/template", Make).WithName("makeBatchTemplate").WithSummary("Rights and parameters of a batch to be, as a file to fill in").Produces(200, null, DownloadBatch.Xlsx, "application/json").ProducesProblem(422).Reads("valuation");
        api.MapGet("/appraisals/batches/{id:guid}/template", OfBatch).WithName("batchTemplate").WithSummary("What a batch was asked, as a file to fill in anew; format=json or xlsx").Produces(200, null, DownloadBatch.Xlsx, "application/json").ProducesProblem(404).Reads("valuation");
        api.MapPost("/appraisals/batches/template/read", (Delegate)Read).WithName("readBatchTemplate").WithSummary("A filled-in template as a batch is started with").Accepts<byte[]>("application/octet-stream").Produces<BatchTemplateRead>().ProducesProblem(422).Reads("valuation");
    }

    private static async Task<IResult> Make(BodyOf<MakeBatchTemplateRequest> body, HttpContext context, ValuationDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var asked = body.Value.Value;
        var form = new ValuationForm();
        form.Day("baseDate", asked.BaseDate);
        form.Word("format", asked.Format, ["xlsx", "json"], required: false);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var groups = StartBatch.Groups(read, desk, new(asked.Name ?? "", asked.BaseDate, asked.Purpose ?? "", asked.Firms));
        return groups.Ok
            ? File(context, Of(read, desk, new(asked.Name ?? "", asked.BaseDate, asked.Purpose ?? "", asked.ValueType, asked.WeightsBy ?? RightWeights.Equal, asked.Template, groups.Value)), asked.Format)
            : Problems.Of(context, groups.Refusals);
    }

    private static async Task<IResult> OfBatch(Guid id, string? format, HttpContext context, ValuationDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        return await read.Set<AppraisalBatch>().SingleOrDefaultAsync(b => b.Id == id) is { } batch
            ? File(context, Of(read, desk, JsonSerializer.Deserialize<BatchOrder>(batch.Asked, WebJson.Options)!), format)
            : Problems.Of(context, WebRefusals.NotFound("batches", $"{id}"), StatusCodes.Status404NotFound);
    }

    private static IResult File(HttpContext context, BatchFile file, string? format) => format == "json"
        ? Results.File(file.Json(), "application/json", "batch-template.json")
        : Results.File(file.Workbook(RequestLanguage.Of(context)), DownloadBatch.Xlsx, "batch-template.xlsx");

    private static BatchFile Of(ZhirongContext read, ValuationDesk desk, BatchOrder order)
    {
        var codes = order.Groups.Select(g => g.FirmId).Distinct().ToDictionary(id => id, id => desk.Rights.Firm(read, id)?.Firm.Code ?? "");
        var rows = desk.Rights.Rows(read, [.. order.Groups.SelectMany(g => g.RightIds)], order.BaseDate).ToDictionary(r => r.Id);
        var terms = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = order.Name, ["base_date"] = Stated.Day(order.BaseDate), ["purpose"] = order.Purpose, ["value_type"] = order.ValueType ?? "", ["weights_by"] = order.WeightsBy };
        return new(
            terms,
            [.. order.Groups.Select((g, n) => new FileGroup($"G{n + 1}", codes[g.FirmId], g.FirmName, g.ProductName, [.. g.RightIds.Where(rows.ContainsKey).Select(id => new FileRight(rows[id].Number, rows[id].Title))], BatchParameters.Lines(g.Assumptions)))],
            BatchParameters.Lines(order.Template));
    }

    private static async Task<IResult> Read(HttpContext context, ValuationDesk desk)
    {
        var bytes = await RequestBytes.Read(context, MostBytes);
        var file = bytes.Ok ? BatchFile.Read(bytes.Value) : Result<BatchFile>.Refused(bytes.Refusals);
        if (!file.Ok)
        {
            return Problems.Of(context, file.Refusals);
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var answer = Resolved(read, desk, file.Value);
        return answer.Ok ? Results.Json(answer.Value, WebJson.Options) : Problems.Of(context, answer.Refusals);
    }

    private static Result<BatchTemplateRead> Resolved(ZhirongContext read, ValuationDesk desk, BatchFile file)
    {
        var (groups, refusals) = (new List<BatchTemplateGroup>(), new List<Refusal>());
        foreach (var group in file.Groups)
        {
            if (RightDoor.FirmOfCode(read, group.Firm) is not { } id || desk.Rights.Firm(read, id) is not { } firm)
            {
                refusals.Add(BatchFileRefusals.NoFirm(group.Key, group.Firm));
                continue;
            }

            var product = group.Product.Length == 0 ? null : firm.Products.FirstOrDefault(p => p.Name == group.Product);
            if (group.Product.Length > 0 && product is null)
            {
                refusals.Add(BatchFileRefusals.NoProduct(group.Key, group.Product, firm.Products.Select(p => p.Name)));
            }

            var found = RightDoor.ByNumber(read, [.. group.Rights.Select(r => r.Number)]);
            refusals.AddRange(found.Where(f => f.Rights.Count != 1).Select(f => BatchFileRefusals.NoRight(group.Key, f.Text)));
            groups.Add(new(firm.Firm.Name, group.Product, found.Count, group.Parameters.Count, new(id, product?.Id, [.. found.SelectMany(f => f.Rights)], BatchParameters.Template(group.Parameters))));
        }

        string Term(string key) => file.Terms.GetValueOrDefault(key) ?? "";
        return refusals.Count > 0 ? Result<BatchTemplateRead>.Refused(refusals) : new BatchTemplateRead(Term("name"), Term("base_date"), Term("purpose"), Term("value_type"), Term("weights_by"), BatchParameters.Template(file.Parameters), groups);
    }
}
