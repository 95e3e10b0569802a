using System.Security.Cryptography;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;
using Zhirong.Engine.Waterfall.Lint;
using Zhirong.Engine.Waterfall.Reading;
using Zhirong.Engine.Waterfall.Resolve;
using Zhirong.Engine.Waterfall.Scenarios;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall;

/// <summary>Which of the two input files a refusal speaks of.</summary>
public enum InputFile
{
    Deal,
    Scenario,
}

/// <summary>
/// A deal file and a scenario file on their way to a run: read, changed by the scenario's <c>set</c>, checked, resolved, bound.
/// The one path that the command line, the API and the cases take.
/// </summary>
public sealed record DealPreparation
{
    /// <summary>The file is of the wrong shape; nothing else was tried.</summary>
    public IReadOnlyList<Refusal> ShapeRefusals { get; private init; } = [];

    /// <summary>The file <see cref="ShapeRefusals"/> speak of.</summary>
    public InputFile RefusedFile { get; private init; }

    /// <summary>Lint findings of the deal as it would run.</summary>
    public IReadOnlyList<Refusal> Findings { get; private init; } = [];

    public DealDefinition? Definition { get; private init; }

    /// <summary>Null when the shape is wrong, or when a lint error makes the deal impossible to compute.</summary>
    public ResolvedDeal? Deal { get; private init; }

    public ResolvedScenario? Scenario { get; private init; }

    /// <summary>SHA-256 over the deal's bytes and, when there is one, the scenario's.</summary>
    public string InputHash { get; private init; } = "";

    public bool HasLintErrors => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>Prepares a run from file bytes.</summary>
    public static DealPreparation From(ReadOnlyMemory<byte> deal, ReadOnlyMemory<byte>? scenario, HolidayTable holidays)
    {
        var document = DocReader.Read(deal);
        if (!document.Ok)
        {
            return new() { ShapeRefusals = document.Refusals };
        }

        if (scenario is not { } given)
        {
            return From(document.Value, ScenarioDefinition.Base, null, holidays) with { InputHash = Hash(deal, default) };
        }

        var scenarioDocument = DocReader.Read(given);
        var read = scenarioDocument.Ok ? ScenarioReader.Read(scenarioDocument.Value) : Result<ScenarioDefinition>.Refused(scenarioDocument.Refusals);
        return read.Ok
            ? From(document.Value, read.Value, scenarioDocument.Value, holidays) with { InputHash = Hash(deal, given) }
            : new() { ShapeRefusals = read.Refusals, RefusedFile = InputFile.Scenario };
    }

    /// <summary>Prepares a run from documents already read.</summary>
    public static DealPreparation From(DocNode deal, ScenarioDefinition scenario, DocNode? scenarioSource, HolidayTable holidays)
    {
        var original = deal;
        foreach (var (path, value) in scenario.Set)
        {
            var changed = DocEdit.Set(deal, path, value);
            if (!changed.Ok)
            {
                return RefusedScenario(changed.Refusals.Select(r => r.At(value.Line, value.Column)), scenarioSource);
            }

            deal = changed.Value;
        }

        var definition = DealReader.Read(deal);
        if (!definition.Ok)
        {
            return scenario.Set.Count > 0 && DealReader.Read(original).Ok
                ? RefusedScenario(definition.Refusals.Select(r => AtSet(scenario, r)), scenarioSource)
                : new() { ShapeRefusals = definition.Refusals };
        }

        if (!FenRange.Holds(definition.Value))
        {
            return new() { ShapeRefusals = [DealRefusals.TooLarge()] };
        }

        var findings = DealLint.Check(definition.Value);
        var resolved = Resolve(definition.Value, findings, holidays);
        if (resolved is null)
        {
            return new() { ShapeRefusals = [DealRefusals.TooLarge()] };
        }

        if (!resolved.Value.Ok)
        {
            return new() { Definition = definition.Value, Findings = findings };
        }

        var bound = ResolvedScenario.Bind(scenario, resolved.Value.Value);
        return bound.Ok
            ? new() { Definition = definition.Value, Findings = findings, Deal = resolved.Value.Value, Scenario = bound.Value }
            : RefusedScenario(bound.Refusals, scenarioSource);
    }

    /// <summary>Null when a rate of many digits over a very long time has no exact fraction of 64 bits.</summary>
    private static Result<ResolvedDeal>? Resolve(DealDefinition deal, IReadOnlyList<Refusal> findings, HolidayTable holidays)
    {
        try
        {
            return DealResolver.Resolve(deal, findings, holidays);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>What the deal would not have by itself is wrong where the scenario sets it.</summary>
    private static Refusal AtSet(ScenarioDefinition scenario, Refusal refusal)
    {
        var set = scenario.Set.FirstOrDefault(s => refusal.Path == s.Key || refusal.Path.StartsWith(s.Key + ".", StringComparison.Ordinal), scenario.Set[0]);
        return refusal.At(set.Value.Line, set.Value.Column);
    }

    private static DealPreparation RefusedScenario(IEnumerable<Refusal> refusals, DocNode? source) => new()
    {
        ShapeRefusals = [.. refusals.Select(r => source is null ? r : DealLint.Locate(source, r))],
        RefusedFile = InputFile.Scenario,
    };

    private static string Hash(ReadOnlyMemory<byte> deal, ReadOnlyMemory<byte> scenario)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(deal.Span);
        hash.AppendData(scenario.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
