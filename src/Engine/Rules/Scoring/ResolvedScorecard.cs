using Zhirong.Engine.Basics;
using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;

namespace Zhirong.Engine.Rules.Scoring;

/// <summary>An indicator that can be scored.</summary>
internal sealed record ResolvedIndicator(ScoreIndicator Indicator, RuleExpression Is, RuleExpression[] Bins)
{
    /// <summary>The points for a known value; null when no bin is met.</summary>
    public decimal? Points(in RuleValue value, IRuleFacts facts)
    {
        if (Indicator.Line is { } line)
        {
            return Line(line, value.Raw);
        }

        for (var b = 0; b < Bins.Length; b++)
        {
            if (Bins[b].Test(value, facts).IsTrue)
            {
                return Math.Clamp(Indicator.Bins[b].Points, Indicator.Min, Indicator.Max);
            }
        }

        return null;
    }

    private decimal Line(ScoreLine line, decimal value)
    {
        var (low, high) = (Math.Min(line.From, line.To), Math.Max(line.From, line.To));
        var share = (Math.Clamp(value, low, high) - line.From) / (line.To - line.From);
        return Indicator.Min + (share * (Indicator.Max - Indicator.Min));
    }
}

/// <summary>A scorecard that can score. What is not known scores nothing: it refers the application, or its weight goes to the others.</summary>
internal sealed class ResolvedScorecard(ScorecardStep step, ResolvedIndicator[][] groups, int firstSlot) : ResolvedStep(step)
{
    public ResolvedIndicator[][] Groups => groups;

    public override void Run(DecisionRun run)
    {
        var tally = new Tally(step, run.Explain);
        for (var g = 0; g < groups.Length; g++)
        {
            tally.Open(step.Groups[g]);
            foreach (var indicator in groups[g])
            {
                Score(indicator, tally, run);
            }

            run.Set(firstSlot + 2 + g, tally.Close());
        }

        var total = tally.Total();
        if (!total.Known)
        {
            tally.LeftOut.ForEach(i => run.Miss(i.Is.Names));
        }

        run.Set(firstSlot, total);
        run.Set(firstSlot + 1, RuleValue.Of(tally.Coverage));
        if (step.Bands.Count > 0)
        {
            var band = total.Known ? step.Bands.FirstOrDefault(b => total.Raw >= b.From) : null;
            run.Set(firstSlot + 2 + groups.Length, band is null ? RuleValue.Unknown(RuleType.Text) : RuleValue.Of(band.Grade));
        }

        if (run.Explain)
        {
            run.Trace(new(Step, [], [], [], tally.Traces, Given(run), null));
        }
    }

    private static void Score(ResolvedIndicator indicator, Tally tally, DecisionRun run)
    {
        var value = indicator.Is.Evaluate(run);
        var points = value.Known ? indicator.Points(value, run) : null;
        tally.Add(indicator, value, points);
        if (!value.Known && !indicator.Indicator.LeaveOut)
        {
            run.Miss(indicator.Is.Names);
        }
    }

    private List<GivenValue> Given(DecisionRun run)
    {
        var given = new List<GivenValue> { new("total", new("总分", "total"), run.Get(firstSlot)), new("coverage", new("覆盖率", "coverage"), run.Get(firstSlot + 1)) };
        given.AddRange(step.Groups.Select((g, i) => new GivenValue(g.Id, g.Title, run.Get(firstSlot + 2 + i))));
        if (step.Bands.Count > 0)
        {
            given.Add(new("grade", new("等级", "grade"), run.Get(firstSlot + 2 + groups.Length)));
        }

        return given;
    }
}

/// <summary>The sums of one scoring.</summary>
internal sealed class Tally(ScorecardStep step, bool explain)
{
    private ScoreGroup group = step.Groups[0];
    private decimal points;
    private decimal weight;
    private decimal total;
    private decimal weights;
    private bool open;

    /// <summary>Weight of what was scored, of the whole.</summary>
    public decimal Coverage { get; private set; }

    /// <summary>Indicators that are not known and whose weight went to others.</summary>
    public List<ResolvedIndicator> LeftOut { get; } = [];

    public List<IndicatorTrace> Traces { get; } = [];

    public void Open(ScoreGroup opened) => (group, points, weight) = (opened, 0, 0);

    public void Add(ResolvedIndicator indicator, RuleValue value, decimal? scored)
    {
        var own = indicator.Indicator;
        if (scored is { } known)
        {
            points += own.Weight * known;
            weight += own.Weight;
        }
        else if (!value.Known && own.LeaveOut)
        {
            LeftOut.Add(indicator);
        }
        else
        {
            open = true;
        }

        if (explain)
        {
            var share = step.Additive ? 1 : own.Weight * group.Weight;
            Traces.Add(new(own, value, scored is null ? null : Rounding.Decimals(scored.Value, 12), scored is null ? null : Rounding.Decimals((own.Max - scored.Value) * share, 12)));
        }
    }

    /// <summary>The group's points; unknown when nothing in it is.</summary>
    public RuleValue Close()
    {
        var all = group.Indicators.Count;
        Coverage += step.Additive ? Share(weight, all) : group.Weight * weight;
        if (weight == 0)
        {
            return RuleValue.Unknown(RuleType.Number);
        }

        var score = step.Additive ? points : points / weight;
        total += step.Additive ? score : group.Weight * score;
        weights += group.Weight;
        return RuleValue.Of(Rounding.Decimals(score, step.Places));
    }

    public RuleValue Total() => open || weights == 0 || Coverage < step.Coverage
        ? RuleValue.Unknown(RuleType.Number)
        : RuleValue.Of(Rounding.Decimals(step.Additive ? step.Offset + total : total / weights, step.Places));

    private decimal Share(decimal known, int all) => all == 0 ? 0 : known / step.Groups.Sum(g => g.Indicators.Count);
}
