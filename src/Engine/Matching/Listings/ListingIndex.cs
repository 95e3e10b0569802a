using Zhirong.Engine.Matching.Analysis;
using Zhirong.Engine.Matching.Parameters;

namespace Zhirong.Engine.Matching.Listings;

/// <summary>
/// Listings by their words and IPC symbols. It never changes once made, and the order in which the listings come makes no difference.
/// </summary>
public sealed class ListingIndex
{
    /// <summary>Fields of a listing that are searched.</summary>
    internal const int Fields = ListingFields.Count;

    private readonly Dictionary<string, Postings> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> symbols = new(StringComparer.Ordinal);
    private readonly double[] scale;

    private ListingIndex(IReadOnlyList<Listing> listings, MatchParameters parameters)
    {
        (Listings, Parameters) = (listings, parameters);
        scale = Scale(parameters.Weights, Read());
        foreach (var word in words.Keys.Where(w => WordRuns.Character(w, 0)).Order(StringComparer.Ordinal))
        {
            var first = word[..WordRuns.Width(word, 0)];
            (beginnings.TryGetValue(first, out var list) ? list : beginnings[first] = []).Add(word);
        }
    }

    /// <summary>By id; a place in this list is what the index calls a listing.</summary>
    public IReadOnlyList<Listing> Listings { get; }

    public MatchParameters Parameters { get; }

    /// <summary>Indexes listings.</summary>
    /// <exception cref="ArgumentException">Two listings have one id.</exception>
    public static ListingIndex Of(IEnumerable<Listing> listings, MatchParameters parameters)
    {
        var sorted = listings.OrderBy(l => l.Id, StringComparer.Ordinal).ToList();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Id == sorted[i - 1].Id)
            {
                throw new ArgumentException($"The id {sorted[i].Id} names two listings.", nameof(listings));
            }
        }

        return new(sorted, parameters);
    }

    /// <summary>Where a word stands; for a lone character, where it stands at all. Null for nowhere.</summary>
    internal Postings? Of(Needs.NeedWord word) =>
        !word.Lone ? words.GetValueOrDefault(word.Word) : beginnings.TryGetValue(word.Word, out var begun) ? Together(begun) : null;

    /// <summary>Listings under a beginning of an IPC symbol, in rising order.</summary>
    internal List<int> Under(string beginning) => symbols.GetValueOrDefault(beginning, []);

    /// <summary>What one occurrence in each field of a listing counts: the field's weight over its length against the average.</summary>
    internal ReadOnlySpan<double> Scales(int listing) => scale.AsSpan(listing * Fields, Fields);

    /// <summary>Takes the words of every listing; returns how many each of its fields has.</summary>
    private int[] Read()
    {
        var (lengths, seen) = (new int[Listings.Count * Fields], new List<(Postings Word, int Field)>());
        var numbers = new Dictionary<Postings, int>(ReferenceEqualityComparer.Instance);
        var byText = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var listing = 0; listing < Listings.Count; listing++)
        {
            seen.Clear();
            for (var field = 0; field < Fields; field++)
            {
                lengths[(listing * Fields) + field] = Read(Listings[listing].Text((ListingField)field), field, seen, byText);
            }

            Write(listing, seen, numbers);
            foreach (var beginning in Listings[listing].Ipc.SelectMany(Beginnings).Distinct(StringComparer.Ordinal))
            {
                (symbols.TryGetValue(beginning, out var under) ? under : symbols[beginning] = []).Add(listing);
            }
        }

        foreach (var word in words.Values)
        {
            word.Close();
        }

        return lengths;
    }

    /// <summary>The words of one field. The last character of a run is noted too, so that every character begins one word; it adds no length.</summary>
    private int Read(string text, int field, List<(Postings, int)> seen, Dictionary<string, Postings>.AlternateLookup<ReadOnlySpan<char>> byText)
    {
        var (length, folded) = (0, CharacterFolds.Fold(text));
        foreach (var run in WordRuns.Of(folded, Parameters.Stops))
        {
            foreach (var word in WordRuns.Words(folded, run))
            {
                seen.Add((Word(folded.AsSpan(word.From, word.To - word.From)), field));
                length++;
            }

            var last = WordRuns.Last(folded, run);
            if (run.Characters && last > run.From)
            {
                seen.Add((Word(folded.AsSpan(last, run.To - last)), field));
            }
        }

        return length;

        Postings Word(ReadOnlySpan<char> word)
        {
            if (!byText.TryGetValue(word, out var postings))
            {
                byText[word] = postings = new();
            }

            return postings;
        }
    }

    private static void Write(int listing, List<(Postings Word, int Field)> seen, Dictionary<Postings, int> numbers)
    {
        // Each word of the listing gets a row of counts, in the order it is met.
        numbers.Clear();
        var times = new int[seen.Count * Fields];
        foreach (var (word, field) in seen)
        {
            if (!numbers.TryGetValue(word, out var row))
            {
                numbers[word] = row = numbers.Count;
            }

            times[(row * Fields) + field]++;
        }

        foreach (var (word, row) in numbers)
        {
            word.Add(listing, times.AsSpan(row * Fields, Fields));
        }
    }

    private static IEnumerable<string> Beginnings(IpcSymbol symbol)
    {
        for (var level = IpcLevel.Section; level <= IpcLevel.Subgroup; level++)
        {
            if (symbol.At(level) is { } beginning)
            {
                yield return beginning;
            }
        }
    }

    /// <summary>w / ((1 − b) + b · length / average length) of each field of each listing.</summary>
    private double[] Scale(MatchWeights weights, int[] lengths)
    {
        var made = new double[lengths.Length];
        for (var field = 0; field < Fields; field++)
        {
            var (weight, b, sum) = ((double)weights.Fields[field].Weight, (double)weights.Fields[field].B, 0L);
            for (var at = field; at < lengths.Length; at += Fields)
            {
                sum += lengths[at];
            }

            var average = sum == 0 ? 1 : sum / (double)Listings.Count;
            for (var at = field; at < lengths.Length; at += Fields)
            {
                // With b = 1 a field without a word has no scale, and needs none.
                made[at] = lengths[at] == 0 ? 0 : weight / (1 - b + (b * lengths[at] / average));
            }
        }

        return made;
    }

    /// <summary>Several words as if they were one.</summary>
    private Postings Together(List<string> begun)
    {
        var (all, times) = (new SortedDictionary<int, int[]>(), new int[Fields]);
        foreach (var word in begun)
        {
            for (var reader = words[word].Read(); reader.Next(times);)
            {
                var sum = all.TryGetValue(reader.Listing, out var there) ? there : all[reader.Listing] = new int[Fields];
                for (var field = 0; field < Fields; field++)
                {
                    sum[field] += times[field];
                }
            }
        }

        var made = new Postings();
        foreach (var (listing, sum) in all)
        {
            made.Add(listing, sum);
        }

        return made;
    }
}
