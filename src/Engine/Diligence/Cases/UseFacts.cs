using Zhirong.Engine.Diligence.Facts;

namespace Zhirong.Engine.Diligence.Cases;

/// <summary>What follows from the products that use a right.</summary>
internal static class UseFacts
{
    public static IEnumerable<Fact> Of(DiligenceCase of, RightSubject right)
    {
        if (of.Products is not { } known)
        {
            yield break;
        }

        var used = known.Items.Where(p => p.Rights.Contains(right.Id, StringComparer.Ordinal)).ToList();
        yield return new("products", RightFacts.Text(used.Count), known.From);
        foreach (var fact in Income(used))
        {
            yield return fact;
        }

        if (used.Exists(p => p.OnSale is not null) && right.Filed is { } filed)
        {
            yield return new("sold_before_filing", used.Exists(p => p.OnSale < filed) ? "yes" : used.TrueForAll(p => p.OnSale is not null) ? "no" : "unclear", known.From);
        }
    }

    /// <summary>Years of income, the newest revenue in yuan, and whether it rises: only years for which every product that has income tells it.</summary>
    private static IEnumerable<Fact> Income(List<ProductUse> used)
    {
        var told = used.Where(p => p.Income is { Items.Count: > 0 }).Select(p => p.Income!).ToList();
        if (told.Count == 0)
        {
            yield break;
        }

        // The oldest of the sources, so that the sum is not called newer than its oldest part.
        var oldest = told.Select(i => i.From).OrderBy(f => f.Date ?? DateOnly.MinValue).ThenBy(f => f.Source, StringComparer.Ordinal).First();
        var whole = told.TrueForAll(i => i.From.Source.Length > 0) ? oldest : oldest with { Source = "" };
        var years = told.SelectMany(i => i.Items).GroupBy(i => i.Year).Where(y => y.Count() == told.Count).OrderBy(y => y.Key).Select(y => y.Sum(i => i.Revenue.Yuan)).ToList();
        yield return new("income_years", RightFacts.Text(years.Count), whole);
        if (years.Count > 0)
        {
            yield return new("income_latest", RightFacts.Text(years[^1]), whole);
        }

        if (years.Count > 1)
        {
            yield return new("income_trend", years[^1] > years[^2] ? "rising" : years[^1] == years[^2] ? "level" : "falling", whole);
        }
    }
}
