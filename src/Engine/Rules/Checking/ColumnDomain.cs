using Zhirong.Engine.Rules.Deciding;
using Zhirong.Engine.Rules.Policies;
using Zhirong.Engine.Rules.Scoring;
using Zhirong.Engine.Rules.Tables;

namespace Zhirong.Engine.Rules.Checking;

/// <summary>What a column's value can be at all: bounds and steps of its fact, or what an earlier step can give.</summary>
internal sealed record ColumnDomain(decimal? Min, decimal? Max, decimal? Step, IReadOnlyCollection<string>? Texts)
{
    public static ColumnDomain Of(RuleExpression input, ResolvedPolicy policy)
    {
        var name = input.Text.Trim();
        var plain = input.Names is [{ } only] && only.Text == name;
        return input.Root.Type switch
        {
            RuleType.Flag => new(0, 1, 1, null),
            RuleType.Grade => new(0, 21, 1, null),
            RuleType.Date => new(0, DateOnly.MaxValue.DayNumber, 1, null),
            _ when !plain => Whole,
            RuleType.Number => policy.Definition.Facts.FirstOrDefault(f => f.Name == name) is { } fact ? new(fact.Min, fact.Max, fact.Places is { } places ? Places(places) : null, null) : OfStep(name, policy),
            RuleType.Text => policy.Definition.Facts.FirstOrDefault(f => f.Name == name) is { } fact ? Whole with { Texts = fact.Values.Count > 0 ? fact.Values : null } : OfStep(name, policy),
            _ => Whole,
        };
    }

    private static ColumnDomain Whole => new(null, null, null, null);

    /// <summary>A value of a class; null when the class holds none that can be.</summary>
    public RuleValue? ValueOf(TableColumn column, int kind)
    {
        if (!column.IsOrdered)
        {
            var text = column.Representative(kind);
            return Texts is null || column.Type != RuleType.Text || Texts.Contains(text.Text) ? text
                : kind == column.Classes - 1 && Texts.FirstOrDefault(t => !column.Texts.Contains(t)) is { } other ? RuleValue.Of(other) : null;
        }

        if (kind % 2 == 1)
        {
            var own = column.Breaks[kind / 2];
            return !(own < Min) && !(own > Max) && (Step is not { } step || own % step == 0) ? RuleValue.OfRaw(column.Type, own) : null;
        }

        decimal? low = kind == 0 ? null : column.Breaks[(kind / 2) - 1], high = kind / 2 == column.Breaks.Count ? null : column.Breaks[kind / 2];
        return Between(low, high) is { } value ? RuleValue.OfRaw(column.Type, value) : null;
    }

    /// <summary>A value above low and below high, as plain as possible.</summary>
    private decimal? Between(decimal? low, decimal? high)
    {
        foreach (var candidate in Candidates(low, high))
        {
            if (!(candidate <= low) && !(candidate >= high) && !(candidate < Min) && !(candidate > Max))
            {
                return candidate;
            }
        }

        return null;
    }

    private IEnumerable<decimal> Candidates(decimal? low, decimal? high)
    {
        var (from, to) = (Near(low ?? Min) ?? (Near(high) - 1) ?? 0, Near(high ?? Max) ?? (Near(low) + 1) ?? 0);
        if (Step is { } step)
        {
            yield return decimal.Ceiling(from / step) * step;
            yield return (decimal.Floor(from / step) + 1) * step;
            yield break;
        }

        yield return decimal.Floor(from) + 1;
        yield return from;
        yield return (from / 2) + (to / 2);
        yield return to;
    }

    /// <summary>Within reach of the arithmetic here; what lies beyond has no example.</summary>
    private static decimal? Near(decimal? value) => value is { } known ? Math.Clamp(known, -1_000_000_000_000_000m, 1_000_000_000_000_000m) : null;

    private static decimal Places(int places)
    {
        var step = 1m;
        for (var i = 0; i < places; i++)
        {
            step /= 10;
        }

        return step;
    }

    private static ColumnDomain OfStep(string name, ResolvedPolicy policy)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (id, rest) = dot < 0 ? (name, "") : (name[..dot], name[(dot + 1)..]);
        return policy.Steps.FirstOrDefault(s => s.Step.Id == id) switch
        {
            ResolvedTable table when !table.Table.Hit.IsMany() => OfTable(table, rest),
            ResolvedScorecard card => OfCard((ScorecardStep)card.Step, rest),
            ResolvedDecision when rest == "outcome" => Whole with { Texts = ["computed", "approve", "refer", "decline"] },
            _ => Whole,
        };
    }

    private static ColumnDomain OfTable(ResolvedTable table, string output)
    {
        var at = table.Table.Outputs.ToList().FindIndex(o => o.Name == output);
        if (at < 0 || table.Types[at] != RuleType.Text)
        {
            return Whole;
        }

        var results = table.Outputs.Select(row => row[at]).Append(table.Defaults[at]).OfType<RuleExpression>().Select(e => RuleEvaluation.Constant(e.Root)).ToList();
        return results.Contains(null) ? Whole with { Texts = table.Table.Outputs[at].Values is { Count: > 0 } values ? values : null } : Whole with { Texts = [.. results.Select(r => r!.Value.Text).Distinct()] };
    }

    private static ColumnDomain OfCard(ScorecardStep card, string output)
    {
        if (output == "grade")
        {
            return Whole with { Texts = [.. card.Bands.Select(b => b.Grade)] };
        }

        if (output == "coverage")
        {
            return new(0, 1, null, null);
        }

        var indicators = card.Groups.Where(g => output == "total" || g.Id == output).SelectMany(g => g.Indicators).ToList();
        return indicators.Count == 0 ? Whole
            : !card.Additive ? new(indicators.Min(i => i.Min), indicators.Max(i => i.Max), Places(card.Places), null)
            : new(indicators.Sum(i => Math.Min(0, i.Min)) + (output == "total" ? card.Offset : 0), indicators.Sum(i => Math.Max(0, i.Max)) + (output == "total" ? card.Offset : 0), Places(card.Places), null);
    }
}
