using System.CommandLine;
using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Schemes;
using Zhirong.Engine.Rules.Sharing;
using Zhirong.Engine.Rules.Subsidies;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary><c>subsidy RULE FACTS</c> and <c>share RULE FACTS</c>: aid by item, and who bears a loss, each step shown.</summary>
internal static class SchemeVerbs
{
    public static Command Subsidy() => Command("subsidy", "补贴测算 / aid by item", SubsidyRule.Schema, RunSubsidy);

    public static Command Share() => Command("share", "风险分担 / loss shares by party", ShareRule.Schema, RunShare);

    private static Command Command(string name, string says, string schema, Func<string, string, bool, Language, int> run)
    {
        var rule = new Argument<string>("rule") { Description = $"{schema}：文件，或所附方案的标识 / a file, or the id of a scheme that is shipped" };
        var facts = new Argument<string>("facts") { Description = $"{FactsReader.Schema} (YAML/JSON), - = stdin" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command(name, says) { rule, facts, json, language };
        command.SetAction(parsed => run(parsed.GetValue(rule)!, parsed.GetValue(facts)!, parsed.GetValue(json), CommandLine.LanguageOf(parsed, language)));
        return command;
    }

    private static int RunSubsidy(string rulePath, string factsPath, bool json, Language language)
    {
        var (path, text) = Rule(rulePath, "subsidy");
        var rule = text.Ok ? SubsidyRuleReader.Read(text.Value) : Result<SubsidyRule>.Refused(text.Refusals);
        if (!rule.Ok)
        {
            return Answer.Refuse(path, rule.Refusals, language);
        }

        var bytes = InputFiles.Read(factsPath);
        var sheet = bytes.Ok ? FactsReader.Read(bytes.Value, rule.Value.Vocabulary, rule.Value.CountedCaps) : Result<FactSheet>.Refused(bytes.Refusals);
        var made = sheet.Ok ? SubsidyCalculation.Of(rule.Value, sheet.Value, Home.ReferenceRates()) : Result<SubsidyResult>.Refused(sheet.Refusals);
        if (!made.Ok)
        {
            return Answer.Refuse(factsPath, made.Refusals, language);
        }

        if (json)
        {
            Answer.Json(writer => SubsidyJson.Write(writer, made.Value, Hash(text.Value, bytes.Value), CommandLine.Version, language));
        }
        else
        {
            SubsidyTable.Print(made.Value, language);
        }

        return made.Value.State == AidState.Refused ? Exit.No : Exit.Done;
    }

    private static int RunShare(string rulePath, string factsPath, bool json, Language language)
    {
        var (path, text) = Rule(rulePath, "share");
        var rule = text.Ok ? ShareRuleReader.Read(text.Value) : Result<ShareRule>.Refused(text.Refusals);
        if (!rule.Ok)
        {
            return Answer.Refuse(path, rule.Refusals, language);
        }

        var bytes = InputFiles.Read(factsPath);
        var sheet = bytes.Ok ? FactsReader.Read(bytes.Value, rule.Value.Vocabulary, rule.Value.CountedLimits) : Result<FactSheet>.Refused(bytes.Refusals);
        var made = sheet.Ok ? LossSharing.Of(rule.Value, sheet.Value, Home.ReferenceRates()) : Result<ShareResult>.Refused(sheet.Refusals);
        if (!made.Ok)
        {
            return Answer.Refuse(factsPath, made.Refusals, language);
        }

        if (json)
        {
            Answer.Json(writer => ShareJson.Write(writer, made.Value, Hash(text.Value, bytes.Value), CommandLine.Version, language));
        }
        else
        {
            ShareTable.Print(made.Value, language);
        }

        return made.Value.State is ShareState.NotCovered or ShareState.NotDue ? Exit.No : Exit.Done;
    }

    /// <summary>A file, or a scheme that is shipped by its id.</summary>
    private static (string Path, Result<byte[]> Bytes) Rule(string named, string kind)
    {
        var shipped = named.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? Path.Combine(Home.Schemes, kind, $"{named}.yaml") : named;
        var path = named == "-" || File.Exists(named) || !File.Exists(shipped) ? named : shipped;
        return (path, InputFiles.Read(path));
    }

    /// <summary>Of the rule and the facts, one after the other.</summary>
    private static string Hash(byte[] rule, byte[] facts) => Convert.ToHexStringLower(SHA256.HashData([.. SHA256.HashData(rule), .. SHA256.HashData(facts)]));
}
