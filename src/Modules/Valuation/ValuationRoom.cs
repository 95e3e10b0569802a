using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Diligence.Checklists;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Modules.Valuation.Analyses;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Batches;
using Zhirong.Modules.Valuation.Benchmarks;
using Zhirong.Modules.Valuation.Diligence;
using Zhirong.Modules.Valuation.Reports;
using Zhirong.Modules.Valuation.Reports.Analyses;
using Zhirong.Modules.Valuation.Reports.Appraisals;
using Zhirong.Modules.Valuation.Reports.Diligences;
using Zhirong.Modules.Valuation.Rubrics;
using Zhirong.Modules.Valuation.Scores;
using Zhirong.Modules.Valuation.Signals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Access.Approvals;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Valuation;

/// <summary>价值评估与尽调: what is it worth, what is wrong with it, who says so?</summary>
/// <param name="parameters">The appraisal's parameters.</param>
/// <param name="rubrics">The rubrics that come with the product.</param>
/// <param name="market">How benchmarks and signals are read.</param>
/// <param name="checklist">What due diligence asks.</param>
/// <param name="policy">Thresholds and words of portfolio analyses.</param>
public sealed class ValuationRoom(ParameterSet parameters, IReadOnlyList<ShippedRubric> rubrics, MarketRules market, Checklist checklist, AnalysisPolicy policy) : IRoom
{
    public IRoomModel Model { get; } = new ValuationTables();

    public void Register(IServiceCollection parts) => parts.AddSingleton(parameters).AddSingleton(rubrics).AddSingleton(market).AddSingleton<ValuationDesk>().AddSingleton<ReportFiles>().AddSingleton<StockShelf>().AddSingleton<IJobKind, ValuationBatch>()
        .AddSingleton<IOutsideBenchmark, TakenSeries>().AddSingleton<IChangeShown, RubricShown>().AddSingleton(checklist).AddSingleton(policy).AddSingleton<DiligenceDesk>();

    public void Map(IEndpointRouteBuilder api)
    {
        ListAppraisals.Map(api);
        DraftAppraisal.Map(api);
        CalculateAppraisal.Map(api);
        SaveAppraisal.Map(api);
        OpenAppraisal.Map(api);
        SignAppraisal.Map(api);
        MakeAppraisalReport.Map(api);
        StartBatch.Map(api);
        OpenBatch.Map(api);
        DownloadBatch.Map(api);
        BatchTemplate.Map(api);
        OpenRubric.Map(api);
        SaveRubric.Map(api);
        ExamineRubric.Map(api);
        RescoreRights.Map(api);
        RescoreStock.Map(api);
        KeepScore.Map(api);
        ReadBenchmark.Map(api);
        TakenSeries.Map(api);
        RecordSignal.Map(api);
        OpenChecklist.Map(api);
        AnswerFact.Map(api);
        MakeDiligence.Map(api);
        OpenDiligence.Map(api);
        MakeDiligenceReport.Map(api);
        MakeAnalysis.Map(api);
        OpenAnalysis.Map(api);
        MakeAnalysisReport.Map(api);
    }
}
