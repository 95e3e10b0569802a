using Zhirong.Engine.Basics;
using Zhirong.Engine.Waterfall.Terms;

namespace Zhirong.Engine.Waterfall.Lint;

/// <summary>储架校验: cap, headroom, validity, number of series, term and per-obligor range.</summary>
public static class ShelfLint
{
    internal static void Check(DealDefinition deal, List<Refusal> findings)
    {
        if (deal.Shelf is { } shelf)
        {
            findings.AddRange(Check(shelf, SeriesOf(deal)));
        }
    }

    /// <summary>The deal seen as the shelf's next series.</summary>
    public static SeriesRequest SeriesOf(DealDefinition deal) => new()
    {
        Size = deal.Size,
        Established = deal.Dates.Closing,
        Maturity = deal.Dates.ExpectedMaturity,
        Obligors = [.. deal.Pool.Obligors.Select(o => new KeyValuePair<string, Money>(o.Id, o.Principal))],
    };

    /// <summary>What the letter still allows before a further series.</summary>
    public static Money Headroom(ShelfTerms shelf) => Money.OfFen(shelf.Cap.Fen - shelf.Used.Sum(s => s.Size.Fen));

    /// <summary>The last day on which a series may be established.</summary>
    public static DateOnly ValidUntil(ShelfTerms shelf) => shelf.NoObjection.AddMonths(shelf.ValidMonths);

    /// <summary>The number a further series would get.</summary>
    public static int NextSeries(ShelfTerms shelf) => shelf.Used.Count == 0 ? 1 : shelf.Used.Max(s => s.Series) + 1;

    /// <summary>Every rule of the shelf a series would break; none means it may be established.</summary>
    public static IReadOnlyList<Refusal> Check(ShelfTerms shelf, SeriesRequest series)
    {
        var findings = new List<Refusal>();
        void No(string path, string found, Words expected, Words message) =>
            findings.Add(LintRules.Make(LintRules.ShelfRule, Severity.Error, path, found, expected, message));

        var headroom = Headroom(shelf);
        if (series.Size > headroom)
        {
            No("shelf.cap", series.Size.ToString(), new($"不超过剩余额度 {headroom}", $"within the headroom {headroom}"), new("超过储架剩余额度", "The series exceeds the shelf's headroom"));
        }

        var number = series.Number ?? NextSeries(shelf);
        if (number > shelf.Series)
        {
            No("shelf.series", $"{number}", new($"不超过第 {shelf.Series} 期", $"at most series {shelf.Series}"), new("期数超过无异议函", "The letter does not allow that many series"));
        }

        if (shelf.Used.Any(s => s.Series == number))
        {
            No("shelf.series", $"{number}", new($"第 {NextSeries(shelf)} 期", $"series {NextSeries(shelf)}"), new("该期已设立", "The series is established already"));
        }

        var until = ValidUntil(shelf);
        if (series.Established < shelf.NoObjection || series.Established > until)
        {
            No("shelf.valid_months", $"{series.Established:yyyy-MM-dd}", new($"{shelf.NoObjection:yyyy-MM-dd} 至 {until:yyyy-MM-dd}", $"{shelf.NoObjection:yyyy-MM-dd} to {until:yyyy-MM-dd}"), new("不在无异议函有效期内", "Outside the validity of the no-objection letter"));
        }

        if (shelf.MaxTermYears is { } years && series.Maturity is { } end && end > series.Established.AddMonths((int)(years * 12)))
        {
            No("shelf.max_term_years", $"{end:yyyy-MM-dd}", new($"期限不超过 {years} 年", $"a term of at most {years} years"), new("期限超过储架约定", "The term exceeds the shelf's limit"));
        }

        foreach (var (id, amount) in series.Obligors)
        {
            if ((shelf.MinPerObligor is { } min && amount < min) || (shelf.MaxPerObligor is { } max && amount > max))
            {
                No($"pool.obligors.{id}.principal", amount.ToString(), new($"{shelf.MinPerObligor} 至 {shelf.MaxPerObligor}", $"{shelf.MinPerObligor} to {shelf.MaxPerObligor}"), new("单户融资额超出储架范围", "The obligor's amount is outside the shelf's range"));
            }
        }

        return findings;
    }
}

/// <summary>A series somebody wants to establish under a shelf.</summary>
public sealed record SeriesRequest
{
    public required Money Size { get; init; }

    public required DateOnly Established { get; init; }

    public DateOnly? Maturity { get; init; }

    /// <summary>Its number; null = the next free one.</summary>
    public int? Number { get; init; }

    public IReadOnlyList<KeyValuePair<string, Money>> Obligors { get; init; } = [];
}
