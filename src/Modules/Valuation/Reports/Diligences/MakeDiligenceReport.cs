using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Judging;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Reports.Diligences;

/// <summary>出具尽职调查报告 of a kept diligence.</summary>
internal static class MakeDiligenceReport
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/diligence/{id:guid}/report", Answer).WithName("diligenceReport")
            .WithSummary("The report of a diligence: a page, or with format=pdf or docx a file that leaves evidence (X-Evidence-Id); lang=en for English")
            .Produces(200, null, "text/html", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(404).ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(Guid id, HttpContext context, DiligenceDesk desk, ReportFiles files, string? format, string? lang)
    {
        var wanted = ReportFiles.Format(format);
        if (!wanted.Ok)
        {
            return Problems.Of(context, wanted.Refusals);
        }

        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        if (await read.Set<DiligenceFile>().SingleOrDefaultAsync(f => f.Id == id) is not { } file)
        {
            return OpenDiligence.Unknown(context, "diligence", id);
        }

        var input = Input(read, desk, file, RequestLanguage.Of(context, lang));
        return input.Ok ? await files.Answer(context, DiligenceReport.Of(input.Value), wanted.Value, new("diligence", id, null, file.InputHash)) : Problems.Of(context, input.Refusals);
    }

    /// <summary>The kept request answered again; refused where today's checklist would print another result than the one kept.</summary>
    private static Result<DiligenceReportInput> Input(ZhirongContext read, DiligenceDesk desk, DiligenceFile file, Language language)
    {
        var asked = CaseReader.Read(Encoding.UTF8.GetBytes(file.Request), desk.List);
        if (!asked.Ok)
        {
            return Result<DiligenceReportInput>.Refused(asked.Refusals);
        }

        var result = DiligenceResult.Of(asked.Value, desk.List);
        var tally = result.Tally;
        if (desk.List.Name != file.Checklist || (tally.Items, tally.Fatal, tally.Major, tally.Minor, tally.Unknown, result.Effects?.After.Fen) != (file.Items, file.Fatal, file.Major, file.Minor, file.Unknown, file.AfterFen))
        {
            return ReportRefusals.Moved("checklist", desk.List.Name, file.Checklist);
        }

        return new DiligenceReportInput
        {
            Result = result,
            Language = language,
            ReportDate = ReportFiles.Day(file.MadeAt),
            Engine = file.Engine,
            EvidenceId = ReportFiles.Evidence(read, "diligence", file.Id, "DiligenceMade"),
            ContentHash = file.InputHash,
        };
    }
}
