using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhirong.Platform.Office.Printing;

/// <summary>Takes the clock out of a PDF: the same page then gives the same bytes.</summary>
internal static class PdfStamp
{
    private static readonly byte[] Mark = "trailer\n<<"u8.ToArray();

    /// <summary>Length of <c>(node00000168)</c> between the parentheses.</summary>
    private const int NodeName = 12;

    /// <summary>
    /// Numbers the structure elements anew, sets the file's dates (<c>/CreationDate</c>, <c>/ModDate</c>) to the moment given, in place, and gives the trailer an <c>/ID</c>
    /// that is the hash of everything before it (ISO 32000-1, 14.3.3 and 14.4).
    /// </summary>
    public static byte[] Set(byte[] pdf, DateTimeOffset moment)
    {
        Renumber(pdf);
        var date = Encoding.ASCII.GetBytes(moment.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture));
        Overwrite(pdf, "/CreationDate "u8, date);
        Overwrite(pdf, "/ModDate "u8, date);
        var trailer = pdf.AsSpan().LastIndexOf(Mark);
        if (trailer < 0 || pdf.AsSpan(trailer).IndexOf("/ID"u8) >= 0)
        {
            return pdf;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf.AsSpan(0, trailer)).AsSpan(0, 16));
        var id = Encoding.ASCII.GetBytes($"/ID [<{hash}> <{hash}>]\n");
        return [.. pdf.AsSpan(0, trailer + Mark.Length), .. id, .. pdf.AsSpan(trailer + Mark.Length)];
    }

    /// <summary>
    /// Chromium names structure elements after the page's inner node numbers, which depend on how its threads fell in. The order of the
    /// names is kept (their tree is sorted by it, ISO 32000-1, 7.9.6), their numbers become 0, 1, 2 …
    /// </summary>
    private static void Renumber(byte[] pdf)
    {
        var places = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; pdf.AsSpan(at).IndexOf("(node"u8) is >= 0 and var found;)
        {
            at += found + 1;
            if (at + NodeName < pdf.Length && pdf[at + NodeName] == ')' && pdf.AsSpan(at + 4, NodeName - 4).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
            {
                var name = Encoding.ASCII.GetString(pdf, at, NodeName);
                places.TryAdd(name, []);
                places[name].Add(at);
            }
        }

        foreach (var (number, place) in places.Values.SelectMany((list, i) => list.Select(place => (i, place))))
        {
            Encoding.ASCII.GetBytes($"node{number:00000000}").CopyTo(pdf, place);
        }
    }

    /// <summary>Writes over what follows each key; Chromium writes dates as <c>(D:20240229120000+00'00')</c>, UTC.</summary>
    private static void Overwrite(byte[] pdf, ReadOnlySpan<byte> key, ReadOnlySpan<byte> date)
    {
        for (var at = 0; pdf.AsSpan(at).IndexOf(key) is >= 0 and var found;)
        {
            at += found + key.Length;
            if (pdf.AsSpan(at).StartsWith("(D:"u8) && at + date.Length <= pdf.Length)
            {
                date.CopyTo(pdf.AsSpan(at));
            }
        }
    }
}
