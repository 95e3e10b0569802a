using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <param name="Columns">Title to field, by its word; an empty field leaves the column unread.</param>
public sealed record KeepLoanMappingRequest(string Name, IReadOnlyDictionary<string, string> Columns);

/// <summary>保存台账列名映射: which titles of an officer's sheet stand for which field, kept for the next sheet of the same make.</summary>
internal static class KeepLoanMapping
{
    private const int MostColumns = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/mappings", List).WithName("listLoanMappings").WithSummary("Mappings of titles of officers' sheets, and the fields there are").Produces<LoanMappingList>().Reads("lending");
        api.MapPost("/loans/mappings", Answer).WithName("keepLoanMapping").WithSummary("Keep a mapping of titles under a name; a name used before gets a new version").Produces<LoanMappingView>().ProducesProblem(422).Act("lending.mapping.keep");
    }

    public static IReadOnlyDictionary<string, string> ColumnsOf(LoanMapping mapping) => JsonSerializer.Deserialize<Dictionary<string, string>>(mapping.Columns, WebJson.Options)!;

    private static async Task<IResult> List(HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        var rows = await read.Set<LoanMapping>().AsNoTracking().OrderBy(m => m.Name).ToListAsync(context.RequestAborted);
        return Results.Json(new LoanMappingList([.. rows.Select(View)], LoanTitles.Fields, LoanTitles.Needed), WebJson.Options);
    }

    private static async Task<IResult> Answer(BodyOf<KeepLoanMappingRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, given) = (new LendingForm(), body.Value.Value);
        var name = form.Text("name", given.Name, 80);
        form.Count("columns", given.Columns?.Count ?? 0, 1, MostColumns);
        form.Faults.AddRange(form.Faults.Count == 0 ? LoanTitles.Of(given.Columns!).Refusals : []);
        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var columns = JsonSerializer.Serialize(new SortedDictionary<string, string>(given.Columns!.ToDictionary(), StringComparer.Ordinal), WebJson.Options);
        var written = await desk.Store.Commits.Once<LoanMappingView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            var row = await work.Set<LoanMapping>().SingleOrDefaultAsync(m => m.OwnerId == work.Viewer.Organisation && m.Name == name);
            if (row is null)
            {
                row = new() { Id = desk.NewId(), OwnerId = work.Viewer.Organisation, Version = 0, Name = name, Columns = "", ChangedAt = 0, ChangedBy = "" };
                work.Add(row);
            }

            (row.Version, row.Columns, row.ChangedAt, row.ChangedBy) = (row.Version + 1, columns, Instant.Now(desk.Clock), work.Viewer.Person);
            await work.SaveChangesAsync();
            EvidenceLeaves.Record(work, new("LoanMappingKept", "loan_mapping", RowValues.Of(row.Id), new JsonObject { ["columns"] = columns, ["name"] = name, ["version"] = row.Version }), desk.Clock);
            return View(row);
        });
        return Answers.Written(context, written, body.Key);
    }

    private static LoanMappingView View(LoanMapping row) => new(row.Name, row.Version, ColumnsOf(row), Instant.Text(row.ChangedAt), row.ChangedBy);
}
