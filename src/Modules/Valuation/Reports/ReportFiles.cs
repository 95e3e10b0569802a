using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Platform.Office.Printing;
using Zhirong.Platform.Office.Reports;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Reports;

/// <summary>What a report is about.</summary>
/// <param name="Kind"><c>appraisal</c>, <c>diligence</c>, <c>analysis</c>.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Version">Of the record; null where it has none.</param>
/// <param name="InputHash">SHA-256 of what it was made from, hex.</param>
internal sealed record ReportSubject(string Kind, Guid Id, int? Version, string InputHash);

/// <summary>Hands a report out: a page to look at, or a file that leaves evidence.</summary>
internal sealed class ReportFiles(ValuationDesk desk, PagePrinter printer)
{
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static IReadOnlyList<string> Formats { get; } = ["html", "pdf", "docx"];

    /// <summary>A format that is asked for, html when none is.</summary>
    public static Result<string> Format(string? asked) => string.IsNullOrEmpty(asked) ? "html" : Formats.Contains(asked) ? asked : ReportRefusals.Format(asked, Formats);

    /// <summary>The day in China on which something was kept.</summary>
    public static DateOnly Day(long at) => DateOnly.FromDateTime(Instant.Time(at).ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>The evidence a record left when it was made; null where there is none.</summary>
    public static string? Evidence(ZhirongContext read, string kind, Guid id, string happened) => EvidenceLeaves.Find(read.Session, kind, RowValues.Of(id), happened) is [var first, ..] ? $"{first.Id}" : null;

    /// <summary>Whoever holds a pdf or docx can have it shown that it is the one: it leaves evidence, named in X-Evidence-Id.</summary>
    public async Task<IResult> Answer(HttpContext context, Report report, string format, ReportSubject subject)
    {
        if (format == "html")
        {
            return Results.Content(ReportPage.Write(report), "text/html; charset=utf-8");
        }

        // The file's date is the report's, so that the same record gives the same bytes.
        var moment = new DateTimeOffset(report.AsOf.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var bytes = format == "docx" ? ReportDocument.Write(report) : await printer.Print(ReportPage.Write(report), moment, context.RequestAborted);
        if (!bytes.Ok)
        {
            return Problems.Of(context, bytes.Refusals);
        }

        var happening = Made(report, format, subject, bytes.Value);
        var evidence = await desk.Store.Commits.Write(RequestViewer.Of(context), work => Task.FromResult(EvidenceLeaves.Record(work, happening, desk.Clock)));
        context.Response.Headers["X-Evidence-Id"] = $"{evidence}";
        return Results.File(bytes.Value, format == "docx" ? Document : "application/pdf", $"{subject.Kind}-{subject.Id}{(subject.Version is { } version ? $"-v{version}" : "")}.{format}");
    }

    private static Happening Made(Report report, string format, ReportSubject subject, byte[] file) => new("ReportMade", "report", $"sha256:{Convert.ToHexStringLower(SHA256.HashData(file))}", new JsonObject
    {
        ["bytes"] = file.Length,
        [subject.Kind] = $"{subject.Id}",
        ["input"] = $"sha256:{subject.InputHash}",
        ["kind"] = $"{subject.Kind}.{format}",
        ["language"] = report.Language == Language.En ? "en" : "zh-CN",
        ["version"] = subject.Version,
    });
}
