using System.CommandLine;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Diligence.Portfolios;
using Zhirong.Engine.Diligence.Reading;
using Zhirong.Engine.Diligence.Writing;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>analysis FILE</c>: patents, technology and competition of a firm's portfolio. <c>--policy FILE</c> takes thresholds of one's own.</summary>
internal static class AnalysisVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("file") { Description = "zhirong/analysis-request/v1 (YAML/JSON), - = stdin" };
        var policy = new Option<string?>("--policy") { Description = "另一口径文件 / thresholds of one's own, zhirong/analysis-policy/v1" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("analysis", "专利、技术与竞争分析 / patents, technology and competition of a portfolio") { file, policy, json, language };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(policy), parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int Run(string path, string? policyPath, bool json, Language language)
    {
        var policy = Home.AnalysisPolicy();
        if (policyPath is not null)
        {
            var own = InputFiles.Read(policyPath);
            var read = own.Ok ? AnalysisPolicyReader.Read(own.Value) : Result<AnalysisPolicy>.Refused(own.Refusals);
            if (!read.Ok)
            {
                return Answer.Refuse(policyPath, read.Refusals, language);
            }

            policy = read.Value;
        }

        var bytes = InputFiles.Read(path);
        var request = bytes.Ok ? PortfolioReader.Read(bytes.Value) : Result<PortfolioCase>.Refused(bytes.Refusals);
        if (!request.Ok)
        {
            return Answer.Refuse(path, request.Refusals, language);
        }

        var made = PortfolioAnalysis.Of(request.Value, policy);
        if (json)
        {
            Answer.Json(writer => AnalysisJson.Write(writer, made, CommandLine.Version, language));
        }
        else
        {
            AnalysisTable.Print(made, language);
        }

        return Exit.Done;
    }
}
