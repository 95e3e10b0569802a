using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Importing;

/// <summary>A column of an officer's sheet.</summary>
/// <param name="Field">What it stands for; empty for one left unread.</param>
/// <param name="Known">Whether its title is known at all, be it as one that is left unread.</param>
/// <param name="Samples">The first values under it that are not blank.</param>
public sealed record LoanColumn(string Title, string Field, bool Known, IReadOnlyList<string> Samples);

/// <summary>The columns of an officer's sheet beside the fields they stand for.</summary>
/// <param name="Line">Where the titles stand, from 1.</param>
/// <param name="Missing">Needed fields that no column stands for.</param>
public sealed record LoanColumns(int Line, IReadOnlyList<LoanColumn> Columns, IReadOnlyList<string> Missing);

/// <summary>看列名: the titles of a sheet with samples and the fields they are taken for, before it is looked at. It only reads.</summary>
internal static class ReadLoanColumns
{
    /// <summary>Largest file.</summary>
    private const long Limit = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/loans/imports/columns", Answer).WithName("readLoanColumns").WithSummary("The titles of an officer's sheet with samples and the fields they stand for; nothing is kept").Accepts<byte[]>("application/octet-stream").Produces<LoanColumns>().ProducesProblem(422).Reads("lending");

    private static async Task<IResult> Answer(string? mapping, HttpContext context, LoanDesk desk)
    {
        var bytes = await RequestBytes.Read(context, Limit);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        var (viewer, titles) = (RequestViewer.Of(context), desk.Law.Titles);
        if (!string.IsNullOrEmpty(mapping))
        {
            await using var read = desk.Store.Read(viewer);
            var kept = read.Set<LoanMapping>().SingleOrDefault(m => m.Name == mapping && m.OwnerId == viewer.Organisation);
            titles = kept is null ? titles : titles.With(LoanTitles.Of(KeepLoanMapping.ColumnsOf(kept)).Value);
        }

        var columns = LoanSheetReader.Columns(bytes.Value, titles);
        return columns.Ok ? Results.Json(columns.Value, WebJson.Options) : Problems.Of(context, columns.Refusals);
    }
}
