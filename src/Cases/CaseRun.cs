using Zhirong.Cases.Desk;
using Zhirong.Cases.Plays;
using Zhirong.Cases.Reading;
using Zhirong.Cases.Values;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases;

/// <summary>How a check came out.</summary>
public enum CheckStatus
{
    Pass,
    Fail,

    /// <summary>The room it needs does not exist yet.</summary>
    Open,
}

/// <summary>One published figure beside the computed one.</summary>
/// <param name="Output">What was computed; null when the check is open.</param>
public sealed record CheckResult(CheckDefinition Check, CaseOutput? Output, CheckStatus Status);

/// <param name="Pass">Checks of a kind that passed.</param>
/// <param name="Of">All checks of the kind.</param>
public readonly record struct CheckTotal(int Pass, int Of);

/// <summary>A case that was played.</summary>
public sealed record CaseRun
{
    /// <summary>The parts the product can play.</summary>
    public static IReadOnlyList<string> PartNames { get; } = [.. Plays().Select(p => p.Name)];

    public required CaseDefinition Case { get; init; }

    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>Everything the parts published, checked or not.</summary>
    public required IReadOnlyList<CaseOutput> Outputs { get; init; }

    /// <summary>Parts that were played and could not go on, and why.</summary>
    public required IReadOnlyList<(string Part, Refusal Reason)> Stopped { get; init; }

    /// <summary>The records the run made.</summary>
    public required IReadOnlyList<CaseRecord> Records { get; init; }

    /// <summary>The tree as it was played, after <c>--set</c> and bindings.</summary>
    public required CaseTree Tree { get; init; }

    public bool AllPass => Checks.All(c => c.Status == CheckStatus.Pass);

    public CheckTotal Total(CheckKind kind) => new(
        Checks.Count(c => c.Check.Kind == kind && c.Status == CheckStatus.Pass),
        Checks.Count(c => c.Check.Kind == kind));

    /// <summary>Plays a case; bad input is refused with the file each refusal speaks of.</summary>
    /// <param name="source">The case file.</param>
    /// <param name="references">Holidays and rates.</param>
    /// <param name="sets">Changes, <c>path=value</c>.</param>
    /// <param name="parts">Only checks of these parts; null for all.</param>
    /// <param name="desk">The running product, for parts written as steps; null where there is none.</param>
    public static CaseOutcome Play(CaseSource source, CaseReferences references, IReadOnlyList<string>? sets = null, IReadOnlyList<string>? parts = null, CaseDesk? desk = null)
    {
        try
        {
            var tree = CaseTree.Read(source, sets ?? []);
            return new(Run(tree, references, parts, desk), []);
        }
        catch (CaseStoppedException stopped)
        {
            return new(null, stopped.Refusals);
        }
    }

    /// <summary>Reads a case without playing it.</summary>
    public static CaseReading Read(CaseSource source)
    {
        try
        {
            return new(CaseReader.Read(CaseTree.Read(source, []), PartNames), []);
        }
        catch (CaseStoppedException stopped)
        {
            return new(null, stopped.Refusals);
        }
    }

    /// <summary>The day the case's deal begins, else the <c>day</c> of its file <c>dates</c>; the last of days for a case with neither.</summary>
    public static DateOnly Begins(CaseSource source)
    {
        try
        {
            var tree = CaseTree.Read(source, []);
            return (tree.ValueNode("deal.dates.closing") ?? tree.ValueNode("dates.day")) is DocScalar begins && FieldReader.TryDate(begins.Text, out var day) ? day : DateOnly.MaxValue;
        }
        catch (CaseStoppedException)
        {
            return DateOnly.MaxValue;
        }
    }

    private static IReadOnlyList<IPlay> Plays() => [new RegisterPlay(), new NotesPlay(), new CostsPlay(), new StressPlay(), new ShelfPlay(), new LicencesPlay()];

    private static CaseRun Run(CaseTree tree, CaseReferences references, IReadOnlyList<string>? parts, CaseDesk? desk)
    {
        var definition = CaseReader.Read(tree, PartNames);
        var stage = new Stage(tree, references);
        var wanted = Wanted(definition, parts, desk);
        var answered = new Dictionary<string, Scope?>(StringComparer.Ordinal);
        foreach (var (name, parameters) in definition.Parts)
        {
            var steps = StepsPlay.Fits(parameters);
            if (steps && !wanted.Contains(name))
            {
                stage.Outputs.Refuse(name, CaseRefusals.NoDesk(name));
                continue;
            }

            var after = steps ? StepsPlay.After(parameters) : null;
            if (after is not null && !answered.ContainsKey(after))
            {
                throw CaseStoppedException.At(tree.File, CaseRefusals.Unknown($"parts.{name}.after", after, [.. answered.Keys], parameters["after"]!));
            }

            if (after is not null && answered[after] is null)
            {
                stage.Outputs.Refuse(name, stage.Outputs.Refused.First(r => r.Part == after).Reason);
                answered[name] = null;
                continue;
            }

            var refusals = new List<Refusal>();
            var reader = new FieldReader(parameters, $"parts.{name}", refusals);
            var play = steps ? new StepsPlay(name, desk!.Open, after is null ? null : answered[after]) : Plays().First(p => p.Name == name);
            play.Play(stage, reader, refusals);
            if (play is StepsPlay asked)
            {
                answered[name] = asked.Answered;
            }

            if (refusals.Count == 0)
            {
                reader.Finish();
            }

            CaseStoppedException.If(tree.File, refusals);
        }

        var checks = definition.Checks.Where(c => parts is null || parts.Contains(c.Part)).Select(c => Check(tree, stage.Outputs, c)).ToList();
        return new()
        {
            Case = definition,
            Checks = checks,
            Outputs = [.. stage.Outputs.Names.Select(n => stage.Outputs.Find(n)!)],
            Stopped = [.. stage.Outputs.Refused.Where(r => r.Reason.Code != CaseRefusals.NoDeskCode)],
            Records = stage.Outputs.Records,
            Tree = tree,
        };
    }

    /// <summary>The parts on the running product that are played: those checked, and what they go on from; all where the store stays.</summary>
    private static HashSet<string> Wanted(CaseDefinition definition, IReadOnlyList<string>? parts, CaseDesk? desk)
    {
        var steps = definition.Parts.Where(p => StepsPlay.Fits(p.Value)).ToList();
        if (desk is null)
        {
            return [];
        }

        HashSet<string> wanted = [.. steps.Where(p => desk.Kept || definition.Checks.Any(c => c.Part == p.Key && parts?.Contains(p.Key) != false)).Select(p => p.Key)];
        foreach (var (name, parameters) in Enumerable.Reverse(steps))
        {
            if (wanted.Contains(name) && StepsPlay.After(parameters) is { } after)
            {
                wanted.Add(after);
            }
        }

        return wanted;
    }

    private static CheckResult Check(CaseTree tree, Outputs outputs, CheckDefinition check)
    {
        if (check.Needs is not null)
        {
            return new(check, null, CheckStatus.Open);
        }

        var output = outputs.Find(check.Of!)
            ?? throw CaseStoppedException.At(tree.File, CaseRefusals.Unknown($"checks.{check.Id}.of", check.Of!, [.. outputs.Names], new DocScalar("", false, check.Line, check.Column)));
        var holds = Comparison.Holds(check, output.Value);
        CaseStoppedException.If(tree.File, holds.Refusals);
        return new(check, output, holds.Value ? CheckStatus.Pass : CheckStatus.Fail);
    }
}

/// <param name="Run">Null when the input was refused.</param>
public sealed record CaseOutcome(CaseRun? Run, IReadOnlyList<CaseRefusal> Refusals);

/// <param name="Case">Null when the file was refused.</param>
public sealed record CaseReading(CaseDefinition? Case, IReadOnlyList<CaseRefusal> Refusals);
