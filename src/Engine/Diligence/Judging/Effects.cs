using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Diligence.Judging;

/// <summary>A right's part of a value.</summary>
public sealed record RightPart(string RightId, Money Value);

/// <summary>Why a part is lowered.</summary>
/// <param name="Counts">The gravest of its parameter: what touches one parameter twice is not counted twice.</param>
public sealed record EffectReason(ItemAnswer Answer, decimal Factor, bool Counts);

/// <summary>A right's part before and after diligence.</summary>
public sealed record EffectLine(string RightId, Money Before, decimal Factor, Money After, IReadOnlyList<EffectReason> Reasons);

/// <summary>The whole before and after: the lines sum to it to the fen.</summary>
public sealed record ValueEffects(IReadOnlyList<EffectLine> Lines, Money Before, Money After);

/// <summary>
/// What findings do to a value. Within one parameter the smallest factor counts, across parameters factors multiply; no factor
/// exceeds 1, so a further finding never raises a value and one taken away restores exactly what it took.
/// </summary>
public static class Effects
{
    /// <summary>Findings of the firm lower every right.</summary>
    /// <param name="parts">Each right once.</param>
    /// <param name="answers">In any order; only findings with a factor count.</param>
    public static ValueEffects Apply(IReadOnlyList<RightPart> parts, IEnumerable<ItemAnswer> answers)
    {
        var weighing = answers.Where(a => a is { State: AnswerState.Finding, Factor: not null }).ToLookup(a => a.RightId ?? "");
        var lines = parts.Select(p => Line(p, [.. weighing[""], .. weighing[p.RightId]])).ToList();
        return new(lines, Sum(lines.Select(l => l.Before)), Sum(lines.Select(l => l.After)));
    }

    private static EffectLine Line(RightPart part, IReadOnlyList<ItemAnswer> findings)
    {
        var (reasons, whole) = (new List<EffectReason>(), 1m);
        foreach (var parameter in findings.GroupBy(f => f.Item.Touches, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var gravest = parameter.Min(f => f.Factor!.Value);
            whole *= gravest;
            var counted = false;
            foreach (var finding in parameter.OrderBy(f => f.Factor).ThenBy(f => f.Key, StringComparer.Ordinal))
            {
                reasons.Add(new(finding, finding.Factor!.Value, !counted));
                counted = true;
            }
        }

        return new(part.RightId, part.Value, whole, Money.OfFen(Rounding.Whole(part.Value.Fen * whole)), reasons);
    }

    private static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
