using System.Globalization;
using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Cases;

/// <summary>What follows from the strands of a right on the day of the case. What rests on nothing known gives no fact.</summary>
public static class RightFacts
{
    /// <summary>The facts that are made here; any other comes from the register or a person by its name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "state", "days_to_term", "holder", "holders", "own_share", "pledge", "freeze", "exclusive_licence", "sole_licence", "licence", "licence_of_unknown_kind",
        "fee", "days_to_fee", "invalidation", "revocation", "ownership", "infringed", "accused", "restoration", "products", "income_years", "income_latest", "income_trend", "sold_before_filing",
    ];

    public static FactSheet Of(DiligenceCase of, RightSubject right) =>
        new([.. State(of, right), .. Ownership(of, right), .. Burden(of, right), .. Fees(of, right), .. Disputes(of, right), .. UseFacts.Of(of, right), .. right.Answers]);

    private static IEnumerable<Fact> State(DiligenceCase of, RightSubject right)
    {
        if (right.State is { } state)
        {
            yield return state;
        }

        if (right.TermEnd is { } end)
        {
            yield return new("days_to_term", Text(end.Day.DayNumber - of.Day.DayNumber), end.From);
        }
    }

    private static IEnumerable<Fact> Ownership(DiligenceCase of, RightSubject right)
    {
        if (right.Holders is not { Items.Count: > 0 } known)
        {
            yield break;
        }

        var own = known.Items.Where(h => of.Firm.Names.Contains(h.Name, StringComparer.Ordinal)).ToList();
        yield return new("holder", own.Count == 0 ? "other" : own.Count == known.Items.Count ? "sole" : "co_owned", known.From);
        yield return new("holders", Text(known.Items.Count), known.From);
        if (own.Count == known.Items.Count)
        {
            yield return new("own_share", "1", known.From);
        }
        else if (own.Count == 0)
        {
            yield return new("own_share", "0", known.From);
        }
        else if (own.TrueForAll(h => h.Share is not null))
        {
            yield return new("own_share", Text(Math.Min(1, own.Sum(h => h.Share!.Value))), known.From);
        }
        else
        {
            // 民法典 art. 309: where neither agreement nor contributions tell the shares, they are equal.
            yield return new("own_share", Text((decimal)own.Count / known.Items.Count), known.From, Assumed: true);
        }
    }

    private static IEnumerable<Fact> Burden(DiligenceCase of, RightSubject right)
    {
        if (right.Burdens is not { } known)
        {
            yield break;
        }

        var standing = known.Items.Where(b => b.Stands(of.Day)).ToList();
        foreach (var (name, kinds) in ((string, string[])[])[("pledge", ["pledge"]), ("freeze", ["freeze"]), ("exclusive_licence", ["exclusive_licence"]), ("sole_licence", ["sole_licence"]), ("licence", ["ordinary_licence", "open_licence"]), ("licence_of_unknown_kind", ["licence"])])
        {
            yield return new(name, standing.Exists(b => kinds.Contains(b.Kind)) ? "yes" : "no", known.From);
        }
    }

    private static IEnumerable<Fact> Fees(DiligenceCase of, RightSubject right)
    {
        if (right.Fees is not { } known)
        {
            yield break;
        }

        var open = known.Items.Where(f => !f.Paid).ToList();
        var missed = open.Exists(f => f.GraceEnd < of.Day);
        var due = open.Exists(f => f.Due < of.Day && f.GraceEnd >= of.Day);
        yield return new("fee", missed ? "missed" : due ? "in_grace" : known.Items.Count == 0 ? "none" : "paid", known.From);
        if (open.Where(f => f.Due >= of.Day).Select(f => (DateOnly?)f.Due).Min() is { } next)
        {
            yield return new("days_to_fee", Text(next.DayNumber - of.Day.DayNumber), known.From);
        }
    }

    /// <summary>The worst outcome of each kind of proceeding begun by the day; <c>none</c> where the list is known and names none.</summary>
    private static IEnumerable<Fact> Disputes(DiligenceCase of, RightSubject right)
    {
        if (right.Matters is not { } known)
        {
            yield break;
        }

        string[] worst = ["lost", "partly", "pending", "settled", "withdrawn", "won"];
        foreach (var kind in Matters.Kinds)
        {
            var outcomes = known.Items.Where(m => m.Kind == kind && m.On <= of.Day).Select(m => m.Outcome).ToList();
            yield return new(kind, Array.Find(worst, outcomes.Contains) ?? "none", known.From);
        }
    }

    internal static string Text(decimal value) => Math.Round(value, 12).ToString("0.############", CultureInfo.InvariantCulture);
}
