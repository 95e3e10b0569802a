using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading.Firms;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Importing;

/// <param name="Kind"><c>rights</c> or <c>firms</c>.</param>
/// <param name="Columns">Title to field, by its word; an empty field leaves the column unread.</param>
public sealed record KeepMappingRequest(string Kind, string Name, IReadOnlyDictionary<string, string> Columns);

/// <summary>A mapping of titles as the organisation keeps it.</summary>
public sealed record MappingView(string Kind, string Name, int Version, IReadOnlyDictionary<string, string> Columns, string ChangedAt, string ChangedBy);

/// <summary>The mappings, and the fields a column may stand for.</summary>
public sealed record MappingList(IReadOnlyList<MappingView> Mappings, IReadOnlyList<string> Fields);

/// <summary>保存表头映射: which titles of columns stand for which field, kept for the next file of the same make.</summary>
internal static class KeepMapping
{
    private const int MostColumns = 500;

    private static readonly string[] Kinds = [Mappings.Rights, Mappings.Firms];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rights/mappings", List).WithName("listMappings").WithSummary("Mappings of titles the organisation keeps, and the fields there are").Produces<MappingList>().ProducesProblem(422).Reads("assets");
        api.MapPost("/rights/mappings", Answer).WithName("keepMapping").WithSummary("Keep a mapping of titles under a name; a name used before gets a new version").Produces<MappingView>().ProducesProblem(422).Act("assets.mapping.keep");
    }

    private static async Task<IResult> List(HttpContext context, RightDesk desk, string? kind)
    {
        if (!Kinds.Contains(kind))
        {
            return Problems.Of(context, WebRefusals.OneOf("kind", kind ?? "—", Kinds));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var rows = await read.Set<MappingRow>().AsNoTracking().Where(m => m.Kind == kind).OrderBy(m => m.Name).ToListAsync();
        return Results.Json(new MappingList([.. rows.Select(View)], kind == Mappings.Rights ? HeaderAliases.Fields : FirmAliases.Fields), WebJson.Options);
    }

    private static async Task<IResult> Answer(BodyOf<KeepMappingRequest> body, HttpContext context, RightDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new RegisterForm(), body.Value.Value);
        var (kind, name) = (form.Word("kind", request.Kind, Kinds), form.Text("name", request.Name, 80));
        if (request.Columns.Count is 0 or > MostColumns)
        {
            form.Faults.Add(RegisterRefusals.Range("columns", $"{request.Columns.Count}", Words.Same($"1 … {MostColumns}")));
        }

        if (form.Faults.Count == 0)
        {
            form.Faults.AddRange(kind == Mappings.Rights ? HeaderAliases.Of(request.Columns).Refusals : FirmAliases.Of(request.Columns).Refusals);
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var columns = JsonSerializer.Serialize(new SortedDictionary<string, string>(request.Columns.ToDictionary(), StringComparer.Ordinal), WebJson.Options);
        var written = await desk.Store.Commits.Once<MappingView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var row = await work.Set<MappingRow>().SingleOrDefaultAsync(m => m.OwnerId == work.Viewer.Organisation && m.Kind == kind && m.Name == name);
            if (row is null)
            {
                row = new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 0, Kind = kind!, Name = name!, Columns = "", ChangedAt = 0, ChangedBy = "" };
                work.Add(row);
            }

            (row.Version, row.Columns, row.ChangedAt, row.ChangedBy) = (row.Version + 1, columns, Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("MappingKept", "mapping", RowValues.Of(row.Id), new JsonObject { ["columns"] = columns, ["kind"] = kind, ["name"] = name, ["version"] = row.Version }), desk.Clock);
            return View(row);
        });
        return Answers.Written(context, written, body.Key);
    }

    private static MappingView View(MappingRow row) => new(row.Kind, row.Name, row.Version, Mappings.ColumnsOf(row), Instant.Text(row.ChangedAt), row.ChangedBy);
}
