namespace Zhirong.Modules.Assets.Model;

/// <summary>A state over days.</summary>
/// <param name="From">First day; null for always.</param>
/// <param name="Until">First day no longer; null while open.</param>
/// <param name="Estimated">The first day is the day of a record, not of the effect.</param>
/// <param name="Because">The effect that began it.</param>
public sealed record Standing(RightState State, DateOnly? From, DateOnly? Until, bool Estimated, RightEffect Because)
{
    public bool Covers(DateOnly day) => (From is null || From <= day) && (Until is null || day < Until);
}

/// <summary>What is known of a right beside its events.</summary>
/// <param name="Expires">First day no longer in force by law.</param>
public sealed record StandingFacts(RightKind? Kind, DateOnly? Filed, DateOnly? Published, DateOnly? Granted, DateOnly? Expires)
{
    /// <summary>The state in the words of the newest source that gives one, and its day.</summary>
    public (string Text, DateOnly AsOf)? Said { get; init; }
}

/// <summary>
/// The states of a right over time, derived from what happened and when it took effect. The order in which events were learned does
/// not matter; what was known on a day is had by leaving out what was recorded later.
/// </summary>
public static class Standings
{
    private readonly record struct Step(DateOnly On, RightEffect Effect, bool Estimated, DateOnly Known);

    /// <param name="known">Only what was recorded by this day; null for everything.</param>
    public static IReadOnlyList<Standing> Of(StandingFacts facts, IEnumerable<RightEvent> events, DateOnly? known = null)
    {
        var steps = Steps(facts, events).Where(s => known is null || s.Known <= known).OrderBy(s => s.On).ThenBy(s => s.Effect).ThenBy(s => s.Known).ToList();
        var standings = Fold(steps, facts);
        if (facts.Said is not { } said || (known is { } day && said.AsOf > day) || !Contradicts(said.Text, At(standings, said.AsOf).State))
        {
            return standings;
        }

        return Fold([.. steps.Append(new(said.AsOf, RightEffect.Contradicted, false, said.AsOf)).OrderBy(s => s.On).ThenBy(s => s.Effect).ThenBy(s => s.Known)], facts);
    }

    /// <summary>The state on a day; unknown where none is.</summary>
    public static Standing At(IReadOnlyList<Standing> standings, DateOnly day) => standings.LastOrDefault(s => s.Covers(day)) ?? new(RightState.Unknown, null, null, false, RightEffect.None);

    /// <summary>The day from which on some state is known without a gap; null where none is to this day.</summary>
    public static DateOnly? KnownFrom(IReadOnlyList<Standing> standings) => standings.Reverse().TakeWhile(s => s.State != RightState.Unknown).LastOrDefault() is { } first ? first.From ?? DateOnly.MinValue : null;

    /// <summary>The state on a day, unknown once the newest source is older than the policy allows; what is over by law stays over.</summary>
    public static (Standing Standing, Standing Last, DateOnly? UnknownSince) Fresh(IReadOnlyList<Standing> standings, DateOnly day, DateOnly? newest, int maxAgeDays)
    {
        var last = At(standings, day);
        var stale = newest?.AddDays(maxAgeDays + 1);
        return last.State is RightState.Expired or RightState.Unknown || (stale is { } from && day < from)
            ? (last, last, last.State == RightState.Unknown ? last.From : null)
            : (new(RightState.Unknown, stale, null, false, RightEffect.None), last, stale);
    }

    private static IEnumerable<Step> Steps(StandingFacts facts, IEnumerable<RightEvent> events)
    {
        var distinct = RightEvent.Distinct(events);
        foreach (var (day, effect) in new[] { (facts.Filed, RightEffect.Filed), (facts.Published, RightEffect.Published), (facts.Granted, RightEffect.Granted) })
        {
            if (day is { } on)
            {
                yield return new(on, effect, false, on);
            }
        }

        if (facts.Expires is { } end)
        {
            // By law, so known from the beginning.
            yield return new(end, RightEffect.Expired, false, DateOnly.MinValue);
        }

        var invalid = distinct.Where(e => e.Effect == RightEffect.Invalid || (e.Effect == RightEffect.Revoked && facts.Kind?.IsPatent() == true)).ToList();
        foreach (var e in distinct.Where(e => e.Effect.MovesState()))
        {
            // Held never to have existed: it counts from the grant, however late it is said.
            var on = invalid.Contains(e) ? Beginning(facts, distinct) ?? e.On : e.On;
            yield return new(on, e.Effect, e.Estimated && !invalid.Contains(e), e.KnownOn);
        }
    }

    private static DateOnly? Beginning(StandingFacts facts, IReadOnlyList<RightEvent> events) => facts.Granted ?? events.FirstOrDefault(e => e.Effect == RightEffect.Granted)?.On ?? facts.Filed;

    private static List<Standing> Fold(IReadOnlyList<Step> steps, StandingFacts facts)
    {
        var standings = new List<Standing>();
        var (state, before) = (RightState.Unknown, RightState.Unknown);
        DateOnly? voidKnown = null;
        foreach (var step in steps)
        {
            // What is void from the beginning stays so, unless something recorded after that brings it back.
            var stays = state == RightState.Invalidated && (step.Effect != RightEffect.Restored || step.Known < voidKnown);
            var next = stays ? state : Next(state, before, step, facts);
            voidKnown = next == RightState.Invalidated && !stays ? step.Known : voidKnown;
            if (next == state)
            {
                continue;
            }

            before = state.Over() ? before : state;
            state = next;
            if (standings is [.., var last])
            {
                standings[^1] = last with { Until = step.On };
            }

            standings.Add(new(state, step.On, null, step.Estimated, step.Effect));
        }

        // A state that ended on the day it began was never one.
        return [.. standings.Where(s => s.Until is null || s.Until > s.From)];
    }

    private static RightState Next(RightState state, RightState before, Step step, StandingFacts facts) => step.Effect switch
    {
        RightEffect.Filed => state == RightState.Unknown && before == RightState.Unknown ? RightState.Applied : state,
        RightEffect.Published => state is RightState.Unknown or RightState.Applied ? RightState.Published : state,
        RightEffect.Examination => state is RightState.Unknown or RightState.Applied or RightState.Published ? RightState.Examination : state,
        RightEffect.Granted => state is RightState.Unknown or RightState.Rejected or RightState.Withdrawn || state.Pending() ? RightState.Granted : state,
        RightEffect.Lapsed => state.Over() ? state : RightState.Lapsed,

        // The end of the term ends what is in force or was contradicted, not what never was granted.
        RightEffect.Expired when step.On == facts.Expires => state.InForce() || (state == RightState.Unknown && before != RightState.Unknown) ? RightState.Expired : state,
        RightEffect.Expired => state.Over() ? state : RightState.Expired,
        RightEffect.Ended => state.Over() ? state : RightState.Ended,
        RightEffect.Abandoned or RightEffect.AbandonedDouble => state.Over() ? state : RightState.Abandoned,
        RightEffect.AbandonedPart or RightEffect.InvalidPart or RightEffect.RevokedPart => state.Over() ? state : RightState.InForceInPart,
        RightEffect.Invalid => RightState.Invalidated,
        RightEffect.Revoked => state.Over() ? state : RightState.Revoked,
        RightEffect.Rejected => state.Pending() || state == RightState.Unknown ? RightState.Rejected : state,
        RightEffect.Withdrawn => state.Pending() || state == RightState.Unknown ? RightState.Withdrawn : state,
        RightEffect.Restored => state switch
        {
            RightState.Rejected or RightState.Withdrawn => before.Pending() ? before : RightState.Examination,
            RightState.Expired => state,
            _ when state.Over() || state == RightState.Unknown => RightState.Restored,
            _ => state,
        },
        RightEffect.Contradicted => RightState.Unknown,
        _ => state,
    };

    /// <summary>Whether a source's own word for the state cannot be true together with the state derived.</summary>
    private static bool Contradicts(string text, RightState state)
    {
        var over = Any(text, "失效", "无权", "终止", "届满", "放弃", "撤回", "驳回", "无效", "撤销", "DEAD", "EXPIRED", "LAPSED", "ABANDONED", "CANCELLED");
        var alive = !over && Any(text, "有权", "有效", "维持", "LIVE", "IN FORCE");
        return over ? state.InForce() || state.Pending() : alive && state is (RightState.Lapsed or RightState.Abandoned or RightState.Ended or RightState.Rejected or RightState.Withdrawn);
    }

    private static bool Any(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
