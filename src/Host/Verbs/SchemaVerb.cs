using System.CommandLine;
using System.Reflection;
using System.Text;

namespace Zhirong.Host.Verbs;

/// <summary><c>schema NAME</c>: the JSON Schema of an input or output.</summary>
internal static class SchemaVerb
{
    private const string Prefix = "Zhirong.Host.Schemas.";

    /// <summary>Names as they stand in files (<c>ipabs/v1</c>), with the short names of the verbs.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["ipabs/v1"] = "ipabs-v1",
        ["deal"] = "ipabs-v1",
        ["ipabs-scenario/v1"] = "ipabs-scenario-v1",
        ["scenario"] = "ipabs-scenario-v1",
        ["zhirong/deal-run/v1"] = "deal-run-v1",
        ["deal-run"] = "deal-run-v1",
        ["zhirong/deal-check/v1"] = "deal-check-v1",
        ["deal-check"] = "deal-check-v1",
        ["zhirong/deal-why/v1"] = "deal-why-v1",
        ["deal-why"] = "deal-why-v1",
        ["zhirong/case/v1"] = "case-v1",
        ["case"] = "case-v1",
        ["zhirong/case-run/v1"] = "case-run-v1",
        ["case-run"] = "case-run-v1",
        ["zhirong/case-runs/v1"] = "case-runs-v1",
        ["case-runs"] = "case-runs-v1",
        ["zhirong/case-list/v1"] = "case-list-v1",
        ["case-list"] = "case-list-v1",
        ["zhirong/evidence-bundle/v1"] = "evidence-bundle-v1",
        ["evidence-bundle"] = "evidence-bundle-v1",
        ["zhirong/evidence-log/v1"] = "evidence-log-v1",
        ["evidence-log"] = "evidence-log-v1",
        ["zhirong/checkpoint/v1"] = "checkpoint-v1",
        ["checkpoint"] = "checkpoint-v1",
        ["zhirong/signed-checkpoint/v1"] = "signed-checkpoint-v1",
        ["signed-checkpoint"] = "signed-checkpoint-v1",
        ["zhirong/proof-report/v1"] = "proof-report-v1",
        ["proof-report"] = "proof-report-v1",
        ["zhirong/import-report/v1"] = "import-report-v1",
        ["import-report"] = "import-report-v1",
        ["zhirong/import-firms/v1"] = "import-firms-v1",
        ["import-firms"] = "import-firms-v1",
        ["zhirong/value-request/v1"] = "value-request-v1",
        ["value-request"] = "value-request-v1",
        ["zhirong/value-result/v1"] = "value-result-v1",
        ["value-result"] = "value-result-v1",
        ["zhirong/score-request/v1"] = "score-request-v1",
        ["score-request"] = "score-request-v1",
        ["zhirong/score-result/v1"] = "score-result-v1",
        ["score-result"] = "score-result-v1",
        ["zhirong/product/v1"] = "product-v1",
        ["product"] = "product-v1",
        ["zhirong/rubric/v1"] = "rubric-v1",
        ["rubric"] = "rubric-v1",
        ["zhirong/diligence-request/v1"] = "diligence-request-v1",
        ["diligence-request"] = "diligence-request-v1",
        ["zhirong/diligence-result/v1"] = "diligence-result-v1",
        ["diligence-result"] = "diligence-result-v1",
        ["zhirong/diligence-checklist/v1"] = "diligence-checklist-v1",
        ["diligence-checklist"] = "diligence-checklist-v1",
        ["zhirong/analysis-request/v1"] = "analysis-request-v1",
        ["analysis-request"] = "analysis-request-v1",
        ["zhirong/analysis-result/v1"] = "analysis-result-v1",
        ["analysis-result"] = "analysis-result-v1",
        ["zhirong/loan-terms/v1"] = "loan-terms-v1",
        ["loan-terms"] = "loan-terms-v1",
        ["zhirong/loan-schedule/v1"] = "loan-schedule-v1",
        ["loan-schedule"] = "loan-schedule-v1",
        ["zhirong/loan-servicing/v1"] = "loan-servicing-v1",
        ["loan-servicing"] = "loan-servicing-v1",
        ["zhirong/loan-classification/v1"] = "loan-classification-v1",
        ["loan-classification"] = "loan-classification-v1",
        ["zhirong/visit-plan/v1"] = "visit-plan-v1",
        ["visit-plan"] = "visit-plan-v1",
        ["zhirong/promised-indicators/v1"] = "promised-indicators-v1",
        ["promised-indicators"] = "promised-indicators-v1",
        ["zhirong/policy/v1"] = "policy-v1",
        ["policy"] = "policy-v1",
        ["zhirong/facts/v1"] = "facts-v1",
        ["facts"] = "facts-v1",
        ["zhirong/decision/v1"] = "decision-v1",
        ["decision"] = "decision-v1",
        ["zhirong/decisions/v1"] = "decisions-v1",
        ["decisions"] = "decisions-v1",
        ["zhirong/policy-check/v1"] = "policy-check-v1",
        ["policy-check"] = "policy-check-v1",
        ["zhirong/policy-replay/v1"] = "policy-replay-v1",
        ["policy-replay"] = "policy-replay-v1",
        ["zhirong/subsidy-rule/v1"] = "subsidy-rule-v1",
        ["subsidy-rule"] = "subsidy-rule-v1",
        ["zhirong/subsidy-result/v1"] = "subsidy-result-v1",
        ["subsidy-result"] = "subsidy-result-v1",
        ["zhirong/share-rule/v1"] = "share-rule-v1",
        ["share-rule"] = "share-rule-v1",
        ["zhirong/share-result/v1"] = "share-result-v1",
        ["share-result"] = "share-result-v1",
        ["zhirong/scheme-facts/v1"] = "scheme-facts-v1",
        ["scheme-facts"] = "scheme-facts-v1",
        ["zhirong/need/v1"] = "need-v1",
        ["need"] = "need-v1",
        ["zhirong/listings/v1"] = "listings-v1",
        ["listings"] = "listings-v1",
        ["zhirong/match/v1"] = "match-v1",
        ["match"] = "match-v1",
        ["match-v1"] = "match-v1",
        ["zhirong/doctor/v1"] = "doctor-v1",
        ["doctor"] = "doctor-v1",
    };

    public static Command Command()
    {
        var name = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "ipabs/v1 | ipabs-scenario/v1 | zhirong/deal-run/v1 | …" };
        var command = new Command("schema", "输入输出的 JSON Schema / JSON Schema of inputs and outputs") { name };
        command.SetAction(parsed => Print(parsed.GetValue(name)));
        return command;
    }

    /// <summary>The schema's text, or null when there is none of that name.</summary>
    internal static string? Text(string name)
    {
        if (!Names.TryGetValue(name, out var file))
        {
            return null;
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{file}.json")
            ?? throw new InvalidOperationException($"The schema {file} is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static int Print(string? name)
    {
        if (name is null)
        {
            Console.Out.WriteLine(string.Join('\n', Names.Keys.Where(n => n.Contains('/', StringComparison.Ordinal))));
            return Exit.Done;
        }

        if (Text(name) is not { } text)
        {
            Console.Error.WriteLine($"zhirong: USE-0103 schema {name} ({string.Join(" | ", Names.Keys)})");
            return Exit.BadInput;
        }

        Console.Out.Write(text);
        return Exit.Done;
    }
}
