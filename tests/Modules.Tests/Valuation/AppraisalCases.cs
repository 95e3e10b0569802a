using System.Text;
using Zhirong.Engine.Appraisal.Cost;
using Zhirong.Engine.Appraisal.Facts;
using Zhirong.Engine.Appraisal.Groups;
using Zhirong.Engine.Appraisal.Parameters;
using Zhirong.Engine.Appraisal.Reading;
using Zhirong.Engine.Appraisal.Scoring;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence;
using Zhirong.Modules.Valuation.Reports.Appraisals;

namespace Zhirong.Modules.Tests.Valuation;

/// <summary>Report inputs made from the example request of the documentation.</summary>
internal static class AppraisalCases
{
    public static ParameterSet Parameters { get; } = new()
    {
        Royalties = RoyaltyReader.Read(Data("appraisal/royalty-rates.yaml")).Value,
        ShareCard = CardReader.Read(Data("appraisal/share-rate-card.yaml")).Value,
        RiskCard = CardReader.Read(Data("appraisal/risk-build-up.yaml")).Value,
        Fees = [new FeeTable("cn-invention", "data/rights/annual-fees.yaml", [900, 900, 900, 1200, 1200, 1200, 2000, 2000, 2000, 4000, 4000, 4000, 6000, 6000, 6000, 8000, 8000, 8000, 8000, 8000])],
        Presets = PresetReader.Read(Data("appraisal/presets.yaml")).Value,
        Policy = PolicyReader.Read(Data("appraisal/policy.yaml")).Value,
    };

    public static string Example { get; } = Repo.Read("docs", "reference", "examples", "value-request.yaml");

    /// <summary>Everything a report can show, but the signatures.</summary>
    public static AppraisalReportInput Rich(Language language, string? request = null)
    {
        var plain = Plain(language, request ?? Example);
        var rights = plain.Value.Rights;
        return plain with
        {
            Parties = new() { Client = "宁波示范银行股份有限公司", Owner = "宁波示范压力机有限公司", Users = "宁波示范融资担保有限公司", Institution = "示范评估机构" },
            EvidenceId = "0198a3f0-0000-7000-8000-00000000e001",
            ContentHash = "8f14e45fceea167a5a36dedd4bea2543c4ca4238a0b923820dcc509a6f75849b",
            Details = plain.Value.Case.Group.Rights.SkipLast(1).ToDictionary(r => r.Id, r => new RightDetail(
                "宁波示范压力机有限公司（100%）", new("有效", "in force"), new DateOnly(2025, 12, 20), r.Id == "P2" ? "质押：某银行，2024-05-06 登记" : "")),
            Scores = Scores(plain.Value.Case.Group.Rights),
            After = new()
            {
                Id = "0198a3f0-0000-7000-8000-00000000d001",
                Day = new(2025, 12, 28),
                Findings = new Dictionary<RiskGrade, int> { [RiskGrade.Major] = 1, [RiskGrade.Minor] = 2 },
                Unknown = 3,
                Whole = true,
                Rights = [.. rights.Select((r, i) => new DiligencedRight(r.Right.Id, r.Value, i == 1 ? 0.8m : 1, Money.Rounded(r.Value.Yuan * (i == 1 ? 0.8m : 1)), i == 1 ? "已质押，处置须经质权人同意" : "没有影响价值的发现"))],
            },
        };
    }

    /// <summary>The request and its result alone: nothing from the register, no score, no diligence.</summary>
    public static AppraisalReportInput Plain(Language language, string request)
    {
        var bytes = Encoding.UTF8.GetBytes(request);
        var read = ValueRequestReader.Read(bytes, Parameters);
        var value = read.Ok ? GroupAppraisal.Of(read.Value, Parameters) : Result<GroupValue>.Refused(read.Refusals);
        return new()
        {
            Name = "伺服压力机产品组价值分析",
            Request = DocReader.Read(bytes).Value,
            Value = value.Ok ? value.Value : throw new InvalidOperationException(string.Join("; ", value.Refusals.Select(r => r.Sentence(Language.En)))),
            Language = language,
            ReportDate = new(2026, 1, 15),
            Version = 2,
            Engine = "0.1.0",
        };
    }

    public static IReadOnlyList<AppraiserSignature> Two { get; } =
        [new("评估师甲", "33000001", new(2026, 1, 15)), new("评估师乙", "33000002", new(2026, 1, 15))];

    private static ScoredRights Scores(IReadOnlyList<GroupRight> rights)
    {
        var rubric = RubricReader.Read(Data("rubrics/platform-patent.yaml")).Value;
        var scenario = rubric.Scenario("finance")!;
        return new(rubric, scenario, [.. rights.Take(3).Select((right, n) => Scorer.Of(rubric, scenario, Subject(rubric, right, n)).Value)]);
    }

    /// <summary>Every expert indicator but each seventh, the automatic ones unknown to the third right.</summary>
    private static ScoreSubject Subject(Rubric rubric, GroupRight right, int n) => new(right.Id, right.Number, right.Kind, right.Title,
        n == 2 ? [] : [new("trl", n == 0 ? "8" : "6", new(OriginKind.Evidence, "投产证明", new DateOnly(2025, 6, 1)))],
        [.. rubric.Indicators.Where((indicator, i) => indicator.Mode != IndicatorMode.Auto && (n != 1 || i % 7 != 3)).Select((indicator, i) => new Figure(indicator.Id, 40 + ((i + n) % 4 * 20), new(OriginKind.Assumption, "专家评分", new DateOnly(2025, 12, 10))))]);

    private static byte[] Data(string file) => File.ReadAllBytes(Repo.At("data", file));
}
