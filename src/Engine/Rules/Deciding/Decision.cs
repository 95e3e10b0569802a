using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Deciding;

/// <summary>What a policy says of one application. The same policy and the same facts give the same decision, to the byte.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Outcome">The gravest of what was said; an unknown never approves.</param>
/// <param name="Reasons">By gravity, then in the policy's order.</param>
/// <param name="Missing">Facts that mattered and are not known.</param>
/// <param name="Figures">In the policy's order.</param>
/// <param name="Steps">All that happened; none in a decision without explanation.</param>
public sealed record Decision(PolicyDefinition Policy, FactSet Facts, Outcome Outcome, IReadOnlyList<GivenReason> Reasons, IReadOnlyList<MissingFact> Missing, IReadOnlyList<GivenFigure> Figures, IReadOnlyList<StepTrace> Steps)
{
    /// <summary>The figure of that name, where the application is not declined or referred; else null.</summary>
    public RuleValue? Granted(string name)
    {
        if (Outcome is Outcome.Approve or Outcome.Computed)
        {
            foreach (var figure in Figures)
            {
                if (figure.Figure.Name == name)
                {
                    return figure.Value;
                }
            }
        }

        return null;
    }
}

/// <summary>A decision on its way through the steps.</summary>
internal sealed class DecisionRun(ResolvedPolicy policy, FactSet facts, bool explain) : IRuleFacts
{
    private readonly RuleValue[] values = new RuleValue[policy.Slots];
    private readonly List<GivenReason> reasons = [];
    private readonly List<StepTrace> traces = [];
    private List<MissingFact>? missing;
    private Outcome? outcome;

    public bool Explain => explain;

    public FactSet Facts => facts;

    public PolicyDefinition Policy => policy.Definition;

    public RuleValue Get(int slot) => values[slot];

    public void Set(int slot, RuleValue value) => values[slot] = value;

    public void Trace(StepTrace trace) => traces.Add(trace);

    /// <summary>Says something of the application; the gravest holds.</summary>
    public void Say(Outcome said) => outcome = outcome is { } before && before > said ? before : said;

    public void Give(GivenReason reason)
    {
        Say(reason.Outcome);
        reasons.Add(reason);
    }

    public void Give(string builtIn, string step) => Give(new(builtIn, BuiltInReasons.Sentence(builtIn), Outcome.Refer, step, "", []));

    public void Miss(MissingFact fact)
    {
        missing ??= [];
        if (!missing.Exists(m => m.Fact.Name == fact.Fact.Name))
        {
            missing.Add(fact);
        }
    }

    /// <summary>The facts among these names that are not known. Names that steps gave were told by those steps.</summary>
    public void Miss(IReadOnlyList<RuleNode.Name> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var slot = names[i].Slot;
            if (slot < facts.Values.Count && !values[slot].Known)
            {
                Miss(new MissingFact(Policy.Facts[slot], facts.Absences[slot]));
            }
        }
    }

    public Decision Decide()
    {
        for (var i = 0; i < facts.Values.Count; i++)
        {
            values[i] = facts.Values[i];
        }

        values[policy.DaySlot] = RuleValue.Of(facts.Day);
        foreach (var step in policy.Steps)
        {
            step.Run(this);
        }

        var figures = new GivenFigure[policy.Figures.Length];
        var open = false;
        for (var i = 0; i < figures.Length; i++)
        {
            var value = policy.Figures[i].Value(this);
            if (!value.Known)
            {
                open = true;
                Miss(policy.Figures[i].From.Names);
            }

            figures[i] = new(policy.Figures[i].Figure, value);
        }

        return new(Policy, facts, Conclude(open), Ordered(), missing is null ? [] : missing, figures, traces);
    }

    private Outcome Conclude(bool open)
    {
        if (missing is not null)
        {
            Give(BuiltInReasons.MissingFacts, "");
        }
        else if (policy.Says && outcome is null)
        {
            Give(BuiltInReasons.NoRow, "");
        }
        else if (open && (outcome is null or Outcome.Approve))
        {
            Give(BuiltInReasons.Undefined, "");
        }

        return outcome ?? Outcome.Computed;
    }

    private List<GivenReason> Ordered()
    {
        var ordered = true;
        for (var i = 1; i < reasons.Count; i++)
        {
            ordered &= reasons[i - 1].Outcome >= reasons[i].Outcome;
        }

        return ordered ? reasons : [.. reasons.OrderByDescending(r => r.Outcome)];
    }
}
