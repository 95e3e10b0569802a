using System.CommandLine;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Checking;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Dmn;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Reading;
using Zhirong.Engine.Rules.Replaying;
using Zhirong.Engine.Rules.Writing;
using Zhirong.Host.Tables;

namespace Zhirong.Host.Verbs;

/// <summary>
/// <c>decide POLICY FACTS</c>: what a policy says of an application, and why. <c>--check</c> looks at the policy itself,
/// <c>--against OLD</c> replays two versions over stored applications, <c>--import</c> reads DMN tables.
/// </summary>
internal static class DecideVerb
{
    private const int FactsLimit = 64 * 1024 * 1024;

    public static Command Command()
    {
        var policy = new Argument<string>("policy") { Description = "zhirong/policy/v1 (YAML/JSON), - = stdin, 或随产品提供的政策名 / or the id of a policy that comes with the product" };
        var facts = new Argument<string?>("facts") { Arity = ArgumentArity.ZeroOrOne, Description = "zhirong/facts/v1 (YAML/JSON), - = stdin" };
        var check = new Option<bool>("--check") { Description = "发布前检查政策 / look at the policy before it is published" };
        var against = new Option<string?>("--against") { Description = "现行版本：对已存申请重放 / the version now: replay both over stored applications" };
        var with = new Option<string[]>("--with") { Description = "子决策政策文件 / policies that decide parts", DefaultValueFactory = _ => [] };
        var import = new Option<bool>("--import") { Description = "把 DMN 1.x 文件转成政策草稿 / make a draft policy of a DMN 1.x file" };
        var json = new Option<bool>("--json");
        var language = CommandLine.LanguageOption();
        var command = new Command("decide", "按政策决策 / decide by a policy") { policy, facts, check, against, with, import, json, language };
        command.SetAction(parsed =>
        {
            var asked = new Asked(parsed.GetValue(policy)!, parsed.GetValue(facts), parsed.GetValue(with) ?? [], parsed.GetValue(json), CommandLine.LanguageOf(parsed, language));
            return parsed.GetValue(import) ? Import(asked) : parsed.GetValue(check) ? Check(asked) : asked.Facts is null ? WithoutFacts()
                : parsed.GetValue(against) is { } old ? Replay(asked, old) : Decide(asked);
        });
        return command;
    }

    private static int WithoutFacts()
    {
        Console.Error.WriteLine("zhirong: USE-0104 decide POLICY FACTS | decide POLICY --check | decide FILE.dmn --import");
        return Exit.BadInput;
    }

    private static int Import(Asked asked)
    {
        var bytes = InputFiles.Read(asked.Policy);
        var made = bytes.Ok ? DmnImport.Of(bytes.Value) : Result<string>.Refused(bytes.Refusals);
        if (!made.Ok)
        {
            return Answer.Refuse(asked.Policy, made.Refusals, asked.Language);
        }

        Console.Out.Write(made.Value);
        return Exit.Done;
    }

    private static int Check(Asked asked)
    {
        if (Resolve(asked.Policy, asked) is not { } policy)
        {
            return Exit.BadInput;
        }

        var check = PolicyCheck.Of(policy);
        if (asked.Json)
        {
            Answer.Json(writer => PolicyCheckJson.Write(writer, check, CommandLine.Version, asked.Language));
        }
        else
        {
            DecideTable.Print(check, asked.Language);
        }

        return check.Passes ? Exit.Done : Exit.No;
    }

    private static int Decide(Asked asked)
    {
        if (Resolve(asked.Policy, asked) is not { } policy || Applications(asked) is not { } applications)
        {
            return Exit.BadInput;
        }

        var (decisions, refusals) = (new List<Decision>(), new List<Refusal>());
        foreach (var application in applications)
        {
            var facts = FactsReader.Bind(policy.Definition, application);
            if (policy.InForce(application.Day) is { } notYet)
            {
                refusals.Add(notYet);
            }

            refusals.AddRange(facts.Refusals);
            if (facts.Ok)
            {
                decisions.Add(policy.Decide(facts.Value));
            }
        }

        if (refusals.Count > 0)
        {
            return Answer.Refuse(asked.Facts!, refusals, asked.Language);
        }

        Print(decisions, asked);
        return decisions.TrueForAll(d => d.Outcome is Outcome.Approve or Outcome.Computed) ? Exit.Done : Exit.No;
    }

    private static void Print(List<Decision> decisions, Asked asked)
    {
        if (!asked.Json)
        {
            decisions.ForEach(d => DecideTable.Print(d, asked.Language));
        }
        else if (decisions is [{ } only])
        {
            Answer.Json(writer => DecisionJson.Write(writer, only, CommandLine.Version, asked.Language));
        }
        else
        {
            Answer.LongJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("schema", "zhirong/decisions/v1");
                writer.WriteStartArray("decisions");
                foreach (var decision in decisions)
                {
                    DecisionJson.Write(writer, decision, CommandLine.Version, asked.Language);
                    writer.Flush();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
    }

    private static int Replay(Asked asked, string oldPath)
    {
        if (Resolve(asked.Policy, asked) is not { } after || Resolve(oldPath, asked) is not { } before || Applications(asked) is not { } applications)
        {
            return Exit.BadInput;
        }

        var replay = PolicyReplay.Of(before, after, applications);
        if (replay.Refused.Count > 0)
        {
            return Answer.Refuse(asked.Facts!, replay.Refused, asked.Language);
        }

        if (asked.Json)
        {
            Answer.Json(writer => PolicyCheckJson.Write(writer, replay, CommandLine.Version, asked.Language));
        }
        else
        {
            DecideTable.Print(replay, asked.Language);
        }

        return Exit.Done;
    }

    private static IReadOnlyList<ApplicationFacts>? Applications(Asked asked)
    {
        var bytes = InputFiles.Read(asked.Facts!, FactsLimit);
        var read = bytes.Ok ? FactsReader.Read(bytes.Value) : Result<IReadOnlyList<ApplicationFacts>>.Refused(bytes.Refusals);
        if (!read.Ok)
        {
            Answer.Refuse(asked.Facts!, read.Refusals, asked.Language);
        }

        return read.Ok ? read.Value : null;
    }

    /// <summary>The policy of a file, else the product's own of that id; null when it was refused, which was said.</summary>
    private static ResolvedPolicy? Resolve(string path, Asked asked)
    {
        var shelf = new List<PolicyDefinition>();
        foreach (var file in asked.With)
        {
            if (Read(file, asked, []) is not { } other)
            {
                return null;
            }

            shelf.Add(other);
        }

        var shipped = Home.Policies();
        shelf.AddRange(shipped);
        if (Read(path, asked, shipped) is not { } definition)
        {
            return null;
        }

        var resolved = PolicyResolution.Of(definition, shelf);
        if (!resolved.Ok)
        {
            Answer.Refuse(path, resolved.Refusals, asked.Language);
        }

        return resolved.Ok ? resolved.Value : null;
    }

    private static PolicyDefinition? Read(string path, Asked asked, IReadOnlyList<PolicyDefinition> shipped)
    {
        if (path != "-" && !File.Exists(path) && shipped.FirstOrDefault(p => p.Id == path) is { } own)
        {
            return own;
        }

        var bytes = InputFiles.Read(path);
        var read = bytes.Ok ? PolicyReader.Read(bytes.Value) : Result<PolicyDefinition>.Refused(bytes.Refusals);
        if (!read.Ok)
        {
            Answer.Refuse(path, read.Refusals, asked.Language);
        }

        return read.Ok ? read.Value : null;
    }

    private sealed record Asked(string Policy, string? Facts, IReadOnlyList<string> With, bool Json, Language Language);
}
