using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Platform.Web;

/// <summary>
/// Where a page of a long list begins or ends: behind a row, or before it. Rows that come or go meanwhile move no page. As text it is
/// opaque, and belongs to the list that gave it.
/// </summary>
/// <param name="Back">The page before the row instead of the one behind it.</param>
/// <param name="Key">What the row is ordered by; null where it has none, or where the list has no other order than its rows'.</param>
/// <param name="Row">What tells the row from others of the same key.</param>
public sealed record PlaceInList(bool Back, string? Key, string Row)
{
    private const byte Version = 1;

    /// <summary>Bytes of each of the two prints.</summary>
    private const int Print = 6;

    /// <summary>Longest text of a place: the longest key, encoded.</summary>
    private const int Longest = 4_000;

    /// <summary>The place as a text for an address.</summary>
    /// <param name="asked">What the list was asked for, the same whenever it is asked for the same.</param>
    public string Text(string asked)
    {
        var said = Encoding.UTF8.GetBytes($"{(Back ? '<' : '>')}{(Key is null ? '0' : '1')}{Row}\n{Key}");
        return Base64Url.EncodeToString([Version, .. PrintOf(Encoding.UTF8.GetBytes(asked)), .. PrintOf(said), .. said]);
    }

    /// <summary>The place a text says; null where the text is none.</summary>
    /// <param name="foreign">It is a place, of another list.</param>
    public static PlaceInList? Read(string text, string asked, out bool foreign)
    {
        foreign = false;
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text).AsSpan();
        if (bytes.Length < 1 + (2 * Print) + 3 || bytes[0] != Version || !bytes.Slice(1 + Print, Print).SequenceEqual(PrintOf(bytes[(1 + (2 * Print))..])))
        {
            return null;
        }

        foreign = !bytes.Slice(1, Print).SequenceEqual(PrintOf(Encoding.UTF8.GetBytes(asked)));
        var said = Encoding.UTF8.GetString(bytes[(1 + (2 * Print))..]);
        var end = said.IndexOf('\n', StringComparison.Ordinal);
        return end < 2 || said[0] is not ('<' or '>') || said[1] is not ('0' or '1') ? null : new(said[0] == '<', said[1] == '0' ? null : said[(end + 1)..], said[2..end]);
    }

    private static byte[] PrintOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..Print];
}

/// <summary>A page of a list that is walked by places.</summary>
/// <param name="Total">Items there are, counted up to a limit.</param>
/// <param name="More">There are more than <paramref name="Total"/>.</param>
/// <param name="PageSize">Items a page holds at most.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Previous">Where the page before begins; null on the first one.</param>
public sealed record PlacedPage<T>(IReadOnlyList<T> Items, int Total, bool More, int PageSize, string? Next, string? Previous);

/// <summary>The rows of a page read from a place on, in the order of their list.</summary>
/// <param name="From">Where the page was asked from; null for the first one.</param>
/// <param name="Behind">There are rows behind the page.</param>
public sealed record PlacedRows<T>(IReadOnlyList<T> Rows, PlaceInList? From, int PageSize, bool Behind)
{
    /// <summary>The page as it is answered.</summary>
    /// <param name="placeOf">The place of a row; which way is added.</param>
    /// <param name="total">Rows there are, counted no further than <paramref name="most"/> and one; not asked where they are all on the page.</param>
    /// <param name="asked">What the list was asked for.</param>
    public PlacedPage<TItem> As<TItem>(Func<T, TItem> item, Func<T, PlaceInList> placeOf, Func<int> total, int most, string asked)
    {
        var all = From is null && !Behind ? Rows.Count : total();
        var previous = From is null ? null : Rows.Count > 0 ? placeOf(Rows[0]) with { Back = true } : From with { Back = true };
        return new([.. Rows.Select(item)], Math.Min(all, most), all > most, PageSize, Behind ? placeOf(Rows[^1]).Text(asked) : null, previous?.Text(asked));
    }
}

/// <summary>Reads pages by places.</summary>
public static class PlacedRows
{
    /// <summary>
    /// Reads a page. Whoever goes back past the first page is on it: it begins at the beginning and is as long as any other.
    /// </summary>
    /// <param name="read">Reads so many rows from a place on, nearest first: behind it in the order of the list, before it against it.</param>
    public static PlacedRows<T> Of<T>(PlaceInList? place, int pageSize, Func<PlaceInList?, int, List<T>> read)
    {
        var rows = read(place, pageSize + 1);
        var beyond = rows.Count > pageSize;
        if (place is { Back: true } && !beyond)
        {
            return Of(null, pageSize, read);
        }

        if (beyond)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (place is { Back: true })
        {
            rows.Reverse();
        }

        return new(rows, place, pageSize, beyond || place is { Back: true });
    }
}
