using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Platform.Access.Approvals.Routes;

/// <summary>Reads the levels and steps of a rule.</summary>
internal static partial class StepReader
{
    private static readonly string[] Kinds = ["person", "parallel", "investigators", "committee"];
    private static readonly string[] VotesOf = ["voters", "members"];
    private static readonly string[] Recusals = ["lowers", "counts"];

    public static string Word(this StepKind kind) => Kinds[(int)kind];

    public static List<RouteLevel> Levels(FieldReader rule, List<Refusal> refusals)
    {
        var nodes = rule.List("levels");
        if (rule.Has("levels") && nodes.Count is 0 or > 10)
        {
            refusals.Add(RouteRefusals.Count(rule.Join("levels"), nodes.Count, 10).At(rule.Line, rule.Column));
        }

        var levels = new List<RouteLevel>();
        foreach (var (n, node) in nodes.Index())
        {
            if (FieldReader.Open(node, $"{rule.Join("levels")}[{n}]", refusals) is { } item)
            {
                levels.Add(Level(item, refusals));
                InOrder(levels, item, n == nodes.Count - 1, refusals);
            }
        }

        return levels;
    }

    private static RouteLevel Level(FieldReader item, List<Refusal> refusals)
    {
        var nodes = item.List("steps", required: true);
        if (item.Has("steps") && nodes.Count is 0 or > 10)
        {
            refusals.Add(RouteRefusals.Count(item.Join("steps"), nodes.Count, 10).At(item.Line, item.Column));
        }

        var level = new RouteLevel
        {
            UpTo = item.Money("up_to"),
            DecideDays = item.Whole("decide_days", 1, 366) ?? 30,
            ValidDays = item.Whole("valid_days", 1, 1_000) ?? 90,
            Steps = [.. nodes.Index().Select(s => FieldReader.Open(s.Item, $"{item.Join("steps")}[{s.Index}]", refusals)).OfType<FieldReader>().Select(step => Step(step, refusals))],
        };
        item.Finish();
        return level;
    }

    /// <summary>Limits rise, and only the last level has none: every amount has its level.</summary>
    private static void InOrder(List<RouteLevel> levels, FieldReader item, bool last, List<Refusal> refusals)
    {
        var (limit, before) = (levels[^1].UpTo, levels.Count > 1 ? levels[^2].UpTo : null);
        if (last != limit is null || (limit is { } now && before is { } earlier && now <= earlier))
        {
            refusals.Add(RouteRefusals.Levels(item.Join("up_to"), limit?.ToString() ?? "—").At(item.Line, item.Column));
        }
    }

    private static RouteStep Step(FieldReader item, List<Refusal> refusals)
    {
        var kind = item.OneOf("kind", Kinds, required: true) is { } word ? (StepKind)Array.IndexOf(Kinds, word) : StepKind.Person;
        var step = new RouteStep
        {
            Kind = kind,
            ConditionsAllowed = item.Flag("conditions_allowed") ?? false,
            Seats = kind switch
            {
                StepKind.Person => [RouteReader.Codes(item, "roles", refusals)],
                StepKind.Investigators => [.. Enumerable.Repeat(RouteReader.Codes(item, "roles", refusals), 2)],
                StepKind.Parallel => Seats(item, refusals),
                _ => [],
            },
            Ballot = kind == StepKind.Committee ? Committee(item, refusals) : null,
        };
        item.Finish();
        return step;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Seats(FieldReader item, List<Refusal> refusals)
    {
        var nodes = item.List("seats", required: true);
        if (item.Has("seats") && nodes.Count is < 2 or > 10)
        {
            refusals.Add(RouteRefusals.Seats(item.Join("seats"), $"{nodes.Count}").At(item.Line, item.Column));
        }

        return [.. nodes.Index().Select(seat => RouteReader.Codes(item, seat.Item, $"{item.Join("seats")}[{seat.Index}]", refusals))];
    }

    private static Ballot Committee(FieldReader item, List<Refusal> refusals)
    {
        var ballot = new Ballot
        {
            Roles = RouteReader.Codes(item, "roles", refusals),
            Quorum = Share(item, "quorum", refusals),
            Votes = Share(item, "votes", refusals),
            OfMembers = item.OneOf("votes_of", VotesOf) == "members",
            RecusalLowers = item.OneOf("recusal", Recusals, required: true) == "lowers",
            Veto = item.Has("veto") ? RouteReader.Codes(item, "veto", refusals) : [],
            Chair = item.Has("chair") ? RouteReader.Codes(item, "chair", refusals) : [],
        };
        foreach (var (key, roles) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)[("veto", ballot.Veto), ("chair", ballot.Chair)])
        {
            if (roles.FirstOrDefault(role => !ballot.Roles.Contains(role)) is { } stranger)
            {
                refusals.Add(RouteRefusals.Members(item.Join(key), stranger).At(item.Line, item.Column));
            }
        }

        return ballot;
    }

    private static Threshold Share(FieldReader item, string key, List<Refusal> refusals)
    {
        if (item.Text(key, required: true) is not { } text)
        {
            return default;
        }

        var match = ShareShape().Match(text);
        var part = match.Success ? int.Parse(match.Groups["part"].Value, CultureInfo.InvariantCulture) : 0;
        var whole = match.Groups["whole"].Success ? int.Parse(match.Groups["whole"].Value, CultureInfo.InvariantCulture) : 0;
        var over = match.Groups["over"].Success;
        if (part == 0 || (whole > 0 && (over ? part >= whole : part > whole)) || (match.Groups["whole"].Success && whole == 0))
        {
            refusals.Add(RouteRefusals.Share(item.Join(key), text).At(item.Line, item.Column));
            return default;
        }

        return new(part, whole, over);
    }

    [GeneratedRegex(@"^(?<over>>)?\s*(?<part>\d{1,3})(\s*/\s*(?<whole>\d{1,3}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShareShape();
}
