using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Valuation.Reports.Analyses;

/// <summary>出具专利、技术与竞争分析报告 of a kept analysis, from its kept result.</summary>
internal static class MakeAnalysisReport
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/analyses/{id:guid}/report", Answer).WithName("analysisReport")
            .WithSummary("The report of an analysis: a page, or with format=pdf or docx a file that leaves evidence (X-Evidence-Id); lang=en for English")
            .Produces(200, null, "text/html", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(404).ProducesProblem(422).Reads("valuation");

    private static async Task<IResult> Answer(Guid id, HttpContext context, DiligenceDesk desk, ReportFiles files, string? format, string? lang)
    {
        var wanted = ReportFiles.Format(format);
        if (!wanted.Ok)
        {
            return Problems.Of(context, wanted.Refusals);
        }

        await using var read = desk.Room.Store.Read(RequestViewer.Of(context));
        if (await read.Set<AnalysisFile>().SingleOrDefaultAsync(f => f.Id == id) is not { } file)
        {
            return OpenDiligence.Unknown(context, "analyses", id);
        }

        var input = Input(read, desk, file, RequestLanguage.Of(context, lang));
        return input.Ok ? await files.Answer(context, AnalysisReport.Of(input.Value), wanted.Value, new("analysis", id, null, RequestText.Hash(file.ResultZh))) : Problems.Of(context, input.Refusals);
    }

    private static Result<AnalysisReportInput> Input(ZhirongContext read, DiligenceDesk desk, AnalysisFile file, Language language)
    {
        if (desk.Policy.Name != file.Policy)
        {
            return ReportRefusals.Moved("policy", desk.Policy.Name, file.Policy);
        }

        var kept = RequestText.Element(language == Language.En ? file.ResultEn : file.ResultZh);
        return new AnalysisReportInput
        {
            Id = RowValues.Of(file.Id),
            Analysis = KeptAnalysis.Of(kept, desk.Policy),
            Compared = KeptAnalysis.Set(kept, "compared"),
            Products = KeptAnalysis.Set(kept, "products"),
            Language = language,
            ReportDate = ReportFiles.Day(file.MadeAt),
            Engine = file.Engine,
            EvidenceId = ReportFiles.Evidence(read, "analysis", file.Id, "AnalysisMade"),
            ContentHash = RequestText.Hash(file.ResultZh),
        };
    }
}
