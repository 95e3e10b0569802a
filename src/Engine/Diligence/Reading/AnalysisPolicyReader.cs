using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Diligence.Portfolios;

namespace Zhirong.Engine.Diligence.Reading;

/// <summary>Reads <c>zhirong/analysis-policy/v1</c>.</summary>
public static class AnalysisPolicyReader
{
    public const string Schema = "zhirong/analysis-policy/v1";

    public static Result<AnalysisPolicy> Read(ReadOnlyMemory<byte> bytes)
    {
        var document = DocReader.Read(bytes);
        return document.Ok ? FileFields.Node(document.Value, Schema, Root) : Result<AnalysisPolicy>.Refused(document.Refusals);
    }

    private static AnalysisPolicy Root(FieldReader root, List<Refusal> refusals)
    {
        var advices = new Dictionary<string, Advice>(StringComparer.Ordinal);
        if (root.Map("advice", required: true) is { } map)
        {
            foreach (var kind in GapKinds.All)
            {
                if (map.Map(kind, required: true) is { } one)
                {
                    advices[kind] = new(DiligenceFields.Title(one.Map("reason", required: true)), DiligenceFields.Title(one.Map("what", required: true)));
                    one.Finish();
                }
            }

            map.Finish();
        }

        return new()
        {
            Id = FileFields.Id(root, refusals),
            Version = root.Text("version", required: true) ?? "",
            Dated = root.Date("dated", required: true) ?? default,
            Source = root.Text("source", required: true) ?? "",
            Statement = DiligenceFields.Title(root.Map("statement", required: true)),
            TermDays = Whole("term_days", 36500),
            FeeDays = Whole("fee_days", 3650),
            LeastSample = Whole("least_sample", 1_000_000),
            TrendYears = Whole("trend_years", 50),
            RecentYears = Whole("recent_years", 50),
            LeastCompetitors = Whole("least_competitors", 1_000_000),
            LeastFilings = Whole("least_filings", 1_000_000),
            Coverages = FileFields.Items(root, "coverages", refusals, item => new Coverage(FileFields.Id(item, refusals), FileFields.Title(item, ""), DiligenceFields.WordsOf(item, "kinds", DiligenceWords.Kinds, refusals)), required: true),
            Advices = advices,
        };

        int Whole(string key, int most) => root.Whole(key, 1, most, required: true) ?? 1;
    }
}
