using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Platform.Office.Workbooks;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>Refused rows and warnings of a file as a table, so that they can be put right where they came from.</summary>
internal static class ExportFindings
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly (Words Title, double Width)[] Columns =
    [
        (new("行", "Line"), 9), (new("处理", "Outcome"), 10), (new("编号", "Code"), 11), (new("字段", "Field"), 22), (new("原因", "Reason"), 46), (new("实际", "Found"), 30), (new("应为", "Expected"), 44),
    ];

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/rights/sources/{id:guid}/findings", Answer)
        .WithName("rightSourceFindings").WithSummary("Refused rows and warnings of a file as xlsx, or as csv with format=csv").Produces(200, null, Xlsx).ProducesProblem(404).ProducesProblem(422).Reads("assets");

    private static async Task<IResult> Answer(Guid id, HttpContext context, RightDesk desk, string? format, string? lang)
    {
        if (format is not (null or "" or "xlsx" or "csv"))
        {
            return Problems.Of(context, WebRefusals.Query("format", format, Words.Same("xlsx | csv")));
        }

        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<SourceRow>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } source)
        {
            return Unseen.Problem(context, "sources", id);
        }

        var (language, findings) = (RequestLanguage.Of(context, lang), JsonSerializer.Deserialize<List<Refusal>>(source.Findings, WebJson.Options)!);
        return format == "csv"
            ? Results.File(Csv(findings, language), "text/csv; charset=utf-8", $"{source.Name}.findings.csv")
            : Results.File(Workbook(source, findings, language), Xlsx, $"{source.Name}.findings.xlsx");
    }

    private static string[] Row(Refusal f, Language language) =>
    [
        f.Line > 0 ? $"{f.Line}" : "", (f.Severity == Severity.Error ? new Words("拒绝", "refused") : new Words("提示", "warned")).In(language), f.Code, f.Path, f.Message.In(language), f.Found, f.Expected.In(language),
    ];

    private static byte[] Csv(List<Refusal> findings, Language language)
    {
        var text = new StringBuilder().Append('\uFEFF').AppendJoin(',', Columns.Select(c => c.Title.In(language))).Append("\r\n");
        foreach (var finding in findings)
        {
            text.AppendJoin(',', Row(finding, language).Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>In quotes; what a spreadsheet would take for a formula gets an apostrophe, for the file came from outside.</summary>
    private static string Quoted(string cell) => $"\"{(cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Workbook(SourceRow source, List<Refusal> findings, Language language)
    {
        var book = new Workbook { Title = source.Name, Subject = source.Sha256 };
        var sheet = book.Add(new Words("问题清单", "Findings").In(language));
        sheet.PrintSetup(landscape: true, repeatRows: 3);
        sheet.Set(1, 1, Cell.Text(source.Name, CellStyle.Title));
        sheet.Set(2, 1, Cell.Text(new Words($"拒绝 {source.Refused}，提示 {source.Warnings}，列出 {findings.Count}", $"Refused {source.Refused}, warnings {source.Warnings}, listed {findings.Count}").In(language), CellStyle.Subtle));
        foreach (var (c, (title, width)) in Columns.Index())
        {
            sheet.Width(c + 1, width);
            sheet.Set(3, c + 1, Cell.Text(title.In(language), CellStyle.Header));
        }

        sheet.Freeze(3, 1);
        foreach (var (r, finding) in findings.Index())
        {
            foreach (var (c, cell) in Row(finding, language).Index())
            {
                sheet.Set(r + 4, c + 1, cell.Length == 0 ? Cell.Blank(CellStyle.Text) : c == 0 ? Cell.Number(finding.Line, CellStyle.Whole) : Cell.Text(cell, CellStyle.Wrapped));
            }
        }

        return WorkbookWriter.Write(book);
    }
}
