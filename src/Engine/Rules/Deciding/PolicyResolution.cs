using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Scoring;

namespace Zhirong.Engine.Rules.Deciding;

/// <summary>Makes a policy that can decide of one as agreed: names bound, types checked, other policies found.</summary>
public static class PolicyResolution
{
    /// <summary>Resolves a policy. Refuses RULE-01xx (expressions) and POL-02xx, each at its place in the file.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="shelf">Policies that may decide parts, by id; a policy never finds itself.</param>
    public static Result<ResolvedPolicy> Of(PolicyDefinition policy, IReadOnlyList<PolicyDefinition> shelf) => Of(policy, shelf, []);

    private static Result<ResolvedPolicy> Of(PolicyDefinition policy, IReadOnlyList<PolicyDefinition> shelf, IReadOnlyList<string> above)
    {
        var refusals = new List<Refusal>();
        var terms = new ResolutionTerms(policy, new PolicyVocabulary(policy), refusals);
        Names(policy, refusals);
        var steps = new List<ResolvedStep>();
        foreach (var step in policy.Steps)
        {
            ResolvedStep? made = step switch
            {
                TableStep table => TableResolution.Of(table, terms),
                ScorecardStep card => Card(card, terms),
                MapStep map => Map(map, terms),
                DecisionStep decision => Inner(decision, terms, shelf, [.. above, policy.Id]),
                _ => throw new InvalidOperationException(step.GetType().Name),
            };
            if (made is not null)
            {
                steps.Add(made);
            }
        }

        var figures = policy.Figures.Select(f => Figure(f, terms)).OfType<ResolvedFigure>().ToArray();
        return refusals.Count == 0 ? new ResolvedPolicy(policy, steps, figures, terms.Vocabulary.Slots) : Result<ResolvedPolicy>.Refused([.. refusals.OrderBy(r => r.Line).ThenBy(r => r.Column)]);
    }

    private static void Names(PolicyDefinition policy, List<Refusal> refusals)
    {
        var facts = policy.Facts.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in policy.Parameters.Where(p => facts.Contains(p.Name)))
        {
            refusals.Add(PolicyRefusals.NameTwice($"parameters.{parameter.Name}.name", parameter.Name));
        }
    }

    private static ResolvedFigure? Figure(Figure figure, ResolutionTerms terms)
    {
        if (terms.Compile(figure.From) is not { } from)
        {
            return null;
        }

        if (figure.Places is not null && from.Root.Type != RuleType.Number)
        {
            terms.Refuse(figure.From, PolicyRefusals.FigureType(figure.From.Path, from.Root.Type.ToString()));
        }

        return new(figure, from);
    }

    private static ResolvedMap Map(MapStep step, ResolutionTerms terms)
    {
        var (first, values, titles) = (terms.Vocabulary.Slots, new List<RuleExpression>(), new List<Words>());
        foreach (var value in step.Values)
        {
            var title = value.Title ?? Words.Same(value.Name);
            var made = terms.Compile(value.Is);
            terms.Add(step, value.Name, made?.Root.Type ?? RuleType.Number, title);
            titles.Add(title);
            values.Add(made ?? terms.Anything);
        }

        return new(step, [.. values], first, [.. titles]);
    }

    private static ResolvedScorecard Card(ScorecardStep step, ResolutionTerms terms)
    {
        var first = terms.Vocabulary.Slots;
        var groups = step.Groups.Select(g => g.Indicators.Select(i => Indicator(i, terms)).ToArray()).ToArray();
        terms.Add(step, "total", RuleType.Number, new("总分", "total"));
        terms.Add(step, "coverage", RuleType.Number, new("覆盖率", "coverage"));
        foreach (var group in step.Groups)
        {
            terms.Add(step, group.Id, RuleType.Number, group.Title);
        }

        if (step.Bands.Count > 0)
        {
            terms.Add(step, "grade", RuleType.Text, new("等级", "grade"));
        }

        return new(step, groups, first);
    }

    private static ResolvedIndicator Indicator(ScoreIndicator indicator, ResolutionTerms terms)
    {
        var scored = terms.Compile(indicator.Is, indicator.Line is null ? null : RuleType.Number) ?? terms.Anything;
        terms.Reasons(indicator.Reasons, indicator.Place);
        return new(indicator, scored, [.. indicator.Bins.Select(b => terms.Cell(b.When, scored.Root.Type, terms.WordsOf(scored)) ?? terms.Anything)]);
    }

    private static ResolvedDecision? Inner(DecisionStep step, ResolutionTerms terms, IReadOnlyList<PolicyDefinition> shelf, IReadOnlyList<string> above)
    {
        if (above.Contains(step.Policy.Text))
        {
            terms.Refuse(step.Policy, PolicyRefusals.Cycle(step.Policy.Path, string.Join(" → ", [.. above, step.Policy.Text])));
            return null;
        }

        if (shelf.FirstOrDefault(p => p.Id == step.Policy.Text) is not { } definition)
        {
            terms.Refuse(step.Policy, PolicyRefusals.NoPolicy(step.Policy.Path, step.Policy.Text, [.. shelf.Select(p => p.Id)]));
            return null;
        }

        var inner = Of(definition, shelf, above);
        if (!inner.Ok)
        {
            // Told where it is called: its own file is not the one that is read.
            foreach (var refusal in inner.Refusals)
            {
                terms.Refuse(step.Policy, refusal with { Found = $"{definition.Name}: {refusal.Path} {refusal.Found}" });
            }

            return null;
        }

        var with = definition.Facts.Select(f => Passed(f, step, terms)).ToArray();
        foreach (var (name, place) in step.With.Where(w => definition.Facts.All(f => f.Name != w.Key)))
        {
            terms.Refuse(place, PolicyRefusals.UnknownFact(place.Path, name, [.. definition.Facts.Select(f => f.Name)]));
        }

        var first = terms.Vocabulary.Slots;
        terms.Add(step, "outcome", RuleType.Text, new("结论", "outcome"));
        foreach (var figure in inner.Value.Figures)
        {
            terms.Add(step, figure.Figure.Name, figure.From.Root.Type, figure.Figure.Title);
        }

        return new(step, inner.Value, with, first);
    }

    private static RuleExpression Passed(FactDeclaration fact, DecisionStep step, ResolutionTerms terms)
    {
        var given = step.With.FirstOrDefault(w => w.Key == fact.Name);
        if (given.Key is not null)
        {
            return terms.Compile(given.Value, fact.Type) ?? terms.Anything;
        }

        var own = RuleExpression.Compile(fact.Name, terms.Vocabulary, fact.Type, RuleDialect.Policy);
        if (own.Ok)
        {
            return own.Value;
        }

        terms.Refuse(step.Policy, PolicyRefusals.NotPassed(step.Policy.Path, fact.Name));
        return terms.Anything;
    }
}

/// <summary>What the parts of one resolution share.</summary>
internal sealed class ResolutionTerms(PolicyDefinition policy, PolicyVocabulary vocabulary, List<Refusal> refusals)
{
    private readonly Dictionary<string, IReadOnlyCollection<string>> words = new(StringComparer.Ordinal);

    public PolicyVocabulary Vocabulary => vocabulary;

    /// <summary>Stands where an expression was refused, so that the rest is still read.</summary>
    public RuleExpression Anything { get; } = RuleExpression.Compile("true", vocabulary, RuleType.Flag).Value;

    public IReadOnlyDictionary<string, Words> Sentences { get; } = policy.Reasons.DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Sentence, StringComparer.Ordinal);

    public RuleExpression? Compile(Placed text, RuleType? type = null, IReadOnlyCollection<string>? bare = null) =>
        Kept(text, RuleExpression.Compile(text.Text, vocabulary, type, RuleDialect.Policy, bare));

    public RuleExpression? Cell(Placed text, RuleType type, IReadOnlyCollection<string>? bare) => Kept(text, RuleExpression.CompileCell(text.Text, vocabulary, type, bare));

    /// <summary>The texts a column may hold, which its cells may write without quotation marks.</summary>
    public IReadOnlyCollection<string> WordsOf(RuleExpression input)
    {
        var own = input.Names is [{ } only] && input.Text.Trim() == only.Text ? only.Text : "";
        return words.TryGetValue(own, out var known) ? known : policy.Facts.FirstOrDefault(f => f.Name == own)?.Values ?? [];
    }

    public void Values(string name, IReadOnlyCollection<string> values) => words[name] = values;

    public void Add(PolicyStep step, string name, RuleType type, Words title)
    {
        if (!vocabulary.Add($"{step.Id}.{name}", type, title))
        {
            Refuse(step.Place, PolicyRefusals.NameTwice($"{step.Place.Path}.{name}", $"{step.Id}.{name}"));
        }
    }

    public void Reasons(IReadOnlyList<string> codes, Placed place)
    {
        foreach (var code in codes.Where(c => !Sentences.ContainsKey(c)))
        {
            refusals.Add(PolicyRefusals.UnknownReason($"{place.Path}.reason", code, [.. Sentences.Keys]).At(place.Line, place.Column));
        }
    }

    public void Refuse(Placed place, Refusal refusal) => refusals.Add(refusal with { Path = refusal.Path.Length > 0 ? refusal.Path : place.Path, Line = place.Line, Column = place.Column });

    private RuleExpression? Kept(Placed text, Result<RuleExpression> made)
    {
        if (made.Ok)
        {
            return made.Value;
        }

        refusals.AddRange(made.Refusals.Select(text.At));
        return null;
    }
}
