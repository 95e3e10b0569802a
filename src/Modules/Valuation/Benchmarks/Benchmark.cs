using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Valuation.Appraisals;
using Zhirong.Modules.Valuation.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Valuation.Benchmarks;

/// <summary>What is compared with what; what is null does not narrow.</summary>
/// <param name="Measure"><c>price</c> (sales, yuan), <c>royalty</c> (licences, part of sales), <c>value</c> (signed appraisals, yuan a right).</param>
/// <param name="AgeFrom">Years from filing to the deal.</param>
internal sealed record BenchmarkQuery(string Measure, string? Kind, string? Ipc, decimal? AgeFrom, decimal? AgeTo, int? TrlFrom, int? TrlTo, DateOnly Until)
{
    public static IReadOnlyList<string> Measures { get; } = ["price", "royalty", "value"];

    public bool OfAge => AgeFrom is not null || AgeTo is not null;

    public bool OfTrl => TrlFrom is not null || TrlTo is not null;

    public bool FitsAge(decimal? age) => !OfAge || (age is { } known && (AgeFrom is null || known >= AgeFrom) && (AgeTo is null || known <= AgeTo));

    public bool FitsTrl(int? trl) => !OfTrl || (trl is { } known && (TrlFrom is null || known >= TrlFrom) && (TrlTo is null || known <= TrlTo));
}

/// <summary>A deal of the sample.</summary>
/// <param name="From"><c>trade</c> or <c>appraisal</c>.</param>
/// <param name="Value">Yuan, or a fraction for a royalty.</param>
public sealed record BenchmarkDeal(string From, Guid Id, Guid? RightId, string Number, string Title, string? Ipc, string? Age, int? Trl, DateOnly Day, string Value);

/// <summary>Deals that were not counted, by why.</summary>
public sealed record BenchmarkLeftOut(int Related, int UnknownAge, int UnknownTrl);

/// <summary>The sample of a query from the viewer's own deals.</summary>
internal sealed record BenchmarkSample(IReadOnlyList<(BenchmarkDeal Deal, decimal Value)> Deals, BenchmarkLeftOut LeftOut)
{
    public static BenchmarkSample Of(ZhirongContext read, BenchmarkQuery query)
    {
        var (related, ages, trls) = (0, 0, 0);
        var deals = new List<(BenchmarkDeal Deal, decimal Value)>();
        foreach (var (deal, value, age, isRelated) in query.Measure == "value" ? Appraised(read, query) : Traded(read, query))
        {
            if (isRelated)
            {
                related++;
            }
            else if (query.OfAge && age is null)
            {
                ages++;
            }
            else if (query.OfTrl && deal.Trl is null)
            {
                trls++;
            }
            else if (query.FitsAge(age) && query.FitsTrl(deal.Trl))
            {
                deals.Add((deal, value));
            }
        }

        return new([.. deals.OrderBy(d => d.Value).ThenBy(d => d.Deal.Id).ThenBy(d => d.Deal.Number, StringComparer.Ordinal)], new(related, ages, trls));
    }

    /// <summary>Between equal parties, for a figure of the measure.</summary>
    private static IEnumerable<(BenchmarkDeal Deal, decimal Value, decimal? Age, bool Related)> Traded(ZhirongContext read, BenchmarkQuery query)
    {
        var royalty = query.Measure == "royalty";
        var trades = RightDoor.Trades(read, new() { Kind = query.Kind, IpcPrefix = query.Ipc, SignedUntil = query.Until, Take = 10_000 }).Where(t => royalty ? t.Royalty is > 0 : t is { Trade: "transfer", Fen: > 0 }).ToList();
        var trl = RightDoor.Readiness(read, [.. trades.Select(t => t.Right)]);
        foreach (var t in trades)
        {
            var (value, age) = (royalty ? t.Royalty!.Value : t.Fen!.Value / 100m, Age(t.Filed, t.Signed));
            yield return (new("trade", t.Id, t.Right, t.RightNumber, t.RightTitle, t.Ipc, Text(age), trl.TryGetValue(t.Right, out var level) ? level : null, t.Signed, royalty ? Drafting.Stated.Number(value) : Money.FenText(t.Fen!.Value)), value, age, t.Related);
        }
    }

    /// <summary>Rights of appraisals that two people signed, as they were when signed.</summary>
    private static IEnumerable<(BenchmarkDeal Deal, decimal Value, decimal? Age, bool Related)> Appraised(ZhirongContext read, BenchmarkQuery query)
    {
        var found =
            from part in read.Set<AppraisedRight>()
            join appraisal in read.Set<Appraisal>() on part.AppraisalId equals appraisal.Id
            where appraisal.State == AppraisalStates.Signed && part.Number == appraisal.Version && part.Fen != null && (query.Kind == null || part.Kind == query.Kind) && (query.Ipc == null || (part.Ipc != null && part.Ipc.StartsWith(query.Ipc)))
            select new { part, appraisal.BaseDate };
        foreach (var row in found.Take(100_000).ToList().Where(r => r.BaseDate <= query.Until))
        {
            var (part, age) = (row.part, Age(row.part.Filed, row.BaseDate));
            yield return (new("appraisal", part.AppraisalId, part.RightId, part.RightNumber, part.Title, part.Ipc, Text(age), part.Trl, row.BaseDate, Money.FenText(part.Fen!.Value)), part.Fen!.Value / 100m, age, false);
        }
    }

    private static decimal? Age(DateOnly? filed, DateOnly day) => filed is { } from && day >= from ? Rounding.Decimals((day.DayNumber - from.DayNumber) / 365.25m, 2) : null;

    private static string? Text(decimal? age) => age is { } known ? Drafting.Stated.Number(known) : null;
}

/// <summary>Quartiles by linear interpolation between the sorted figures.</summary>
internal static class Quartiles
{
    /// <param name="sorted">Rising; at least one.</param>
    public static decimal At(IReadOnlyList<decimal> sorted, decimal part)
    {
        var place = (sorted.Count - 1) * part;
        var low = (int)decimal.Floor(place);
        return low + 1 >= sorted.Count ? sorted[low] : sorted[low] + ((sorted[low + 1] - sorted[low]) * (place - low));
    }
}
