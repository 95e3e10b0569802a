namespace Zhirong.Modules.Assets.Reading;

/// <summary>One right as all records of an import together tell it: what the first said of a field stands, lists grow.</summary>
public sealed class RightRead
{
    private const int MostEach = 500;

    private readonly List<(string File, int Line)> places = [];

    internal RightRead(string key, string file, SourceRecord record)
    {
        Key = key[2..];
        Record = record;
        places.Add((file, record.Place.Line));
    }

    /// <summary><c>CN 201910561574.9</c>.</summary>
    public string Key { get; }

    /// <summary>All records joined.</summary>
    public SourceRecord Record { get; private set; }

    public int Records { get; private set; } = 1;

    /// <summary>Where the records stand; the first five hundred.</summary>
    public IReadOnlyList<(string File, int Line)> Places => places;

    public RightNumber? Application => Record.Numbers.FirstOrDefault(n => n.Use == NumberUse.Application);

    internal void Join(string file, SourceRecord other)
    {
        Records++;
        if (places.Count < MostEach)
        {
            places.Add((file, other.Place.Line));
        }

        var first = Record;
        Record = first with
        {
            Kind = first.Kind ?? other.Kind,
            Numbers = Union(first.Numbers, other.Numbers, n => (n.Office, n.Use, n.Text, n.DocumentKind)),
            Titles = Union(first.Titles, other.Titles, t => t),
            Abstracts = Union(first.Abstracts, other.Abstracts, t => t.Language),
            Dates = Union(first.Dates, other.Dates, d => d),
            Parties = Union(first.Parties, other.Parties, p => (p.Role, p.Name)),
            Classes = Union(first.Classes, other.Classes, c => (c.Scheme, c.Code)),
            Claims = first.Claims ?? other.Claims,
            FirstClaim = first.FirstClaim ?? other.FirstClaim,
            Cites = Union(first.Cites, other.Cites, n => (n.Office, n.Text)),
            CitedBy = other.CitedBy ?? first.CitedBy,
            Family = first.Family ?? other.Family,
            DivisionalOf = first.DivisionalOf ?? other.DivisionalOf,
            Events = Union(first.Events, other.Events, e => (e.Scheme, e.Code, e.RecordedOn, e.EffectiveOn, e.Text, string.Join('\n', e.Facts.Select(f => $"{f.Key}={f.Value}")))),
            StatusText = other.StatusText ?? first.StatusText,
            TermAdjustmentDays = first.TermAdjustmentDays ?? other.TermAdjustmentDays,
            Goods = Union(first.Goods, other.Goods, g => g),
            Other = other.Other.Count == 0 ? first.Other : new Dictionary<string, string>(other.Other.Concat(first.Other).GroupBy(o => o.Key, StringComparer.Ordinal).Select(g => g.First()), StringComparer.Ordinal),
        };
    }

    private static IReadOnlyList<T> Union<T, TKey>(IReadOnlyList<T> first, IReadOnlyList<T> other, Func<T, TKey> key) =>
        other.Count == 0 ? first : first.Count == 0 ? other : [.. first.Concat(other).DistinctBy(key).Take(MostEach)];
}
