namespace Zhirong.Modules.Assets.Model;

/// <summary>Somebody who holds a right, or a part of it, over days.</summary>
/// <param name="Share">As a fraction; null where no source says.</param>
/// <param name="From">First day; null where it is not known.</param>
/// <param name="Until">First day no longer; null while he holds it.</param>
public sealed record Holder(string Name, string? Code, decimal? Share, DateOnly? From, DateOnly? Until, string Because);

/// <summary>Owners over time, from what sources state and from recorded transfers.</summary>
public static class Holders
{
    private readonly record struct Statement(DateOnly On, int Rank, IReadOnlyList<(string Name, string? Code, decimal? Share)> Who, string Because);

    public static IReadOnlyList<Holder> Of(RightFacts facts, IEnumerable<RightEvent> events)
    {
        var statements = facts.HoldersSaid.Select(h => new Statement(h.AsOf, 1, [.. h.Parties.Select(p => (p.Name, p.Code, p.Share))], "source")).ToList();
        foreach (var e in RightEvent.Distinct(events).Where(e => e.Effect is RightEffect.OwnerChanged or RightEffect.ApplicantChanged or RightEffect.HolderRenamed))
        {
            if (EventFacts.Names(e.Assignee) is { Count: > 0 } names)
            {
                statements.Add(new(e.On, 0, [.. names.Select(n => (n, (string?)null, (decimal?)null))], e.Effect.Word()));
            }

            // Who held it before is known from the transfer alone where no source is older.
            if (EventFacts.Names(e.Assignor) is { Count: > 0 } before)
            {
                statements.Add(new(DateOnly.MinValue, 0, [.. before.Select(n => (n, (string?)null, (decimal?)null))], e.Effect.Word()));
            }
        }

        var holders = new List<Holder>();
        IReadOnlyList<(string Name, string? Code, decimal? Share)> now = [];
        foreach (var statement in statements.OrderBy(s => s.On).ThenBy(s => s.Rank).ThenBy(s => string.Join('|', s.Who.Select(w => w.Name)), StringComparer.Ordinal))
        {
            if (Same(now, statement.Who))
            {
                now = Fuller(holders, now, statement.Who);
                continue;
            }

            for (var i = 0; i < holders.Count; i++)
            {
                holders[i] = holders[i].Until is null ? holders[i] with { Until = statement.On } : holders[i];
            }

            // The first statement of a source says who holds it, not since when.
            DateOnly? from = statement.On == DateOnly.MinValue || (holders.Count == 0 && statement.Because == "source") ? null : statement.On;
            holders.AddRange(statement.Who.Select(w => new Holder(w.Name, w.Code, w.Share, from, null, statement.Because)));
            now = statement.Who;
        }

        return [.. holders.Where(h => h.Until is null || h.From is null || h.From < h.Until)];
    }

    /// <summary>Whose it is on a day.</summary>
    public static IReadOnlyList<Holder> On(IReadOnlyList<Holder> holders, DateOnly day) => [.. holders.Where(h => (h.From is null || h.From <= day) && (h.Until is null || day < h.Until))];

    private static bool Same(IReadOnlyList<(string Name, string? Code, decimal? Share)> one, IReadOnlyList<(string Name, string? Code, decimal? Share)> other) =>
        one.Select(w => w.Name).ToHashSet(StringComparer.Ordinal).SetEquals(other.Select(w => w.Name))
        && one.All(w => other.All(o => o.Name != w.Name || o.Share is null || w.Share is null || o.Share == w.Share));

    /// <summary>The same holders, told again with a code or a share that was missing.</summary>
    private static IReadOnlyList<(string Name, string? Code, decimal? Share)> Fuller(List<Holder> holders, IReadOnlyList<(string Name, string? Code, decimal? Share)> now, IReadOnlyList<(string Name, string? Code, decimal? Share)> told)
    {
        for (var i = 0; i < holders.Count; i++)
        {
            if (holders[i].Until is null && told.FirstOrDefault(t => t.Name == holders[i].Name) is { Name: not null } more)
            {
                holders[i] = holders[i] with { Code = holders[i].Code ?? more.Code, Share = holders[i].Share ?? more.Share };
            }
        }

        return [.. now.Select(w => told.FirstOrDefault(t => t.Name == w.Name) is { Name: not null } more ? (w.Name, w.Code ?? more.Code, w.Share ?? more.Share) : w)];
    }
}
