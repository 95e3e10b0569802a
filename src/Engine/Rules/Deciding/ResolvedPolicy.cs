using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Deciding;

/// <summary>A policy that can decide: expressions compiled, tables indexed, other policies found. Never stored.</summary>
public sealed class ResolvedPolicy
{
    internal ResolvedPolicy(PolicyDefinition definition, IReadOnlyList<ResolvedStep> steps, ResolvedFigure[] figures, int slots)
    {
        Definition = definition;
        Steps = [.. steps];
        Figures = figures;
        Slots = slots;
        Says = steps.Any(s => s.Says);
    }

    public PolicyDefinition Definition { get; }

    /// <summary>Whether any row says something of the application; else the policy only computes.</summary>
    public bool Says { get; }

    internal ResolvedStep[] Steps { get; }

    internal ResolvedFigure[] Figures { get; }

    internal int Slots { get; }

    internal int DaySlot => Definition.Facts.Count;

    /// <summary>Decides one application.</summary>
    /// <param name="facts">Its facts, bound to this policy.</param>
    /// <param name="explain">With every row that fired, its margins, and the rows nearest to firing.</param>
    public Decision Decide(FactSet facts, bool explain = true)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(facts.Values.Count, Definition.Facts.Count);
        return new DecisionRun(this, facts, explain).Decide();
    }

    /// <summary>Whether the policy is in force on a day (POL-0401).</summary>
    public Refusal? InForce(DateOnly day) =>
        day < Definition.From || day > Definition.To ? PolicyRefusals.NotInForce(day, Definition.From, Definition.To) : null;
}

/// <summary>A step that can run.</summary>
internal abstract class ResolvedStep(PolicyStep step)
{
    public PolicyStep Step => step;

    /// <summary>Whether it may say something of the application.</summary>
    public virtual bool Says => false;

    public abstract void Run(DecisionRun run);
}

/// <summary>A figure that can be computed.</summary>
internal sealed record ResolvedFigure(Figure Figure, RuleExpression From)
{
    public RuleValue Value(DecisionRun run)
    {
        var value = From.Evaluate(run);
        return value is { Known: true, Type: RuleType.Number } && Figure.Places is { } places ? RuleValue.Of(Rounding.Decimals(value.Raw, places, Figure.Rounding)) : value;
    }
}

/// <summary>Named expressions.</summary>
internal sealed class ResolvedMap(MapStep step, RuleExpression[] values, int firstSlot, Words[] titles) : ResolvedStep(step)
{
    public RuleExpression[] Values => values;

    public override void Run(DecisionRun run)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i].Evaluate(run);
            run.Set(firstSlot + i, value);
            if (!value.Known)
            {
                run.Miss(values[i].Names);
            }
        }

        if (run.Explain)
        {
            run.Trace(new(Step, [], [], [], [], [.. values.Select((_, i) => new GivenValue(step.Values[i].Name, titles[i], run.Get(firstSlot + i)))], null));
        }
    }
}

/// <summary>A part decided by another policy.</summary>
/// <param name="step">The step.</param>
/// <param name="inner">The other policy.</param>
/// <param name="with">An expression for each of its facts.</param>
/// <param name="firstSlot">The outcome's slot; the figures follow.</param>
internal sealed class ResolvedDecision(DecisionStep step, ResolvedPolicy inner, RuleExpression[] with, int firstSlot) : ResolvedStep(step)
{
    public ResolvedPolicy Inner => inner;

    public RuleExpression[] With => with;

    public override bool Says => step.Counts && inner.Says;

    public override void Run(DecisionRun run)
    {
        var values = new RuleValue[with.Length];
        var absences = new Absence[with.Length];
        for (var i = 0; i < with.Length; i++)
        {
            values[i] = with[i].Evaluate(run);
            absences[i] = values[i].Known ? Absence.None : Absence.NotGiven;
        }

        var decision = inner.Decide(new(run.Facts.Id, run.Facts.Day, values, absences, run.Facts.Hash), run.Explain);
        foreach (var missing in decision.Missing)
        {
            Missing(run, missing.Fact);
        }

        Pass(run, decision);
        run.Set(firstSlot, RuleValue.Of(decision.Outcome.ToString().ToLowerInvariant()));
        for (var i = 0; i < decision.Figures.Count; i++)
        {
            run.Set(firstSlot + 1 + i, decision.Figures[i].Value);
        }

        if (run.Explain)
        {
            run.Trace(new(Step, [], [], [], [], [new("outcome", new("结论", "outcome"), run.Get(firstSlot)), .. decision.Figures.Select(f => new GivenValue(f.Figure.Name, f.Figure.Title, f.Value))], decision));
        }
    }

    /// <summary>A fact the other policy misses is one of ours, under our name.</summary>
    private void Missing(DecisionRun run, FactDeclaration fact)
    {
        for (var i = 0; i < with.Length; i++)
        {
            if (inner.Definition.Facts[i].Name == fact.Name)
            {
                run.Miss(with[i].Names);
            }
        }
    }

    private void Pass(DecisionRun run, Decision decision)
    {
        if (!step.Counts)
        {
            return;
        }

        if (inner.Says)
        {
            run.Say(decision.Outcome);
        }

        foreach (var reason in decision.Reasons)
        {
            // Facts missing and rules that do not apply are told once for the whole.
            if (reason.Code != BuiltInReasons.MissingFacts)
            {
                run.Give(reason with { Step = reason.Step.Length == 0 ? Step.Id : $"{Step.Id}/{reason.Step}" });
            }
        }
    }
}
