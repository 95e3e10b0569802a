using System.Text;

namespace Zhirong.Modules.Assets.Reading.Numbers;

/// <summary>
/// Numbers of other offices. The forms of DOCDB, epodoc and the offices' own files meet in one: no leading zeros for US
/// patents, eleven digits for US publications, eight for European applications.
/// </summary>
internal static class ForeignNumber
{
    private const int Longest = 40;

    /// <summary><c>PCT/CN2009/070001</c>, <c>PCT/CH02/00573</c>: the year in four digits, the serial in six.</summary>
    public static RightNumber? Pct(string raw, string text)
    {
        var plain = text.Replace("/", "", StringComparison.Ordinal)[3..];
        if (plain.Length is < 9 or > 12 || plain.AsSpan(2).IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        // Two digits of year with five of serial until 2003, four with six since.
        var (year, serial) = plain.Length == 12 ? (plain[2..6], plain[6..]) : (plain[2..4], plain[4..]);
        var full = year.Length == 4 ? year : (string.CompareOrdinal(year, "78") >= 0 ? "19" : "20") + year;
        return new("WO", NumberUse.Application, $"PCT{plain[..2]}{full}{serial.PadLeft(6, '0')}", "", raw);
    }

    /// <param name="text">Without the office's letters, in capitals, without blanks.</param>
    public static RightNumber? Read(string raw, string office, string text, NumberUse use)
    {
        if (office is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] || text.Length > Longest)
        {
            return null;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = char.IsAsciiLetterOrDigit(c) ? plain.Append(c) : c is '/' or ',' or '-' or '.' ? plain : plain.Append('?');
        }

        var body = plain.ToString();
        if (body.Length == 0 || body.Contains('?', StringComparison.Ordinal) || body.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return null;
        }

        var point = text.LastIndexOf('.');
        var (number, kind) = Split(body);
        return office switch
        {
            "US" => American(raw, number, kind, use),
            "EP" when use == NumberUse.Application => new("EP", use, European(point > 0 && point == text.Length - 2 ? number[..^1] : number), "", raw),
            "WO" when number.Length is 7 && use != NumberUse.Application => new("WO", use, (number[0] >= '7' ? "19" : "20") + number[..2] + "0" + number[2..], kind, raw),
            _ => new(office, use, number, use == NumberUse.Application ? "" : kind, raw),
        };
    }

    /// <summary>A number given in parts, as exchange files do.</summary>
    public static RightNumber? Parts(string office, string number, string kind, NumberUse use)
    {
        var raw = kind.Length == 0 ? $"{office}{number}" : $"{office}{number}{kind}";
        return Read(raw, office, NumberText.Plain(number), use) is { } read ? read with { DocumentKind = use is NumberUse.Application or NumberUse.Priority ? "" : kind } : null;
    }

    private static RightNumber American(string raw, string number, string kind, NumberUse use)
    {
        if (use == NumberUse.Application)
        {
            return new("US", use, number, "", raw);
        }

        // Publications: the year and seven digits; the exchange formats leave out one zero.
        var year = number.Length is 10 or 11 && number.StartsWith("20", StringComparison.Ordinal) ? number[..4] : null;
        if (year is not null)
        {
            return new("US", NumberUse.Publication, year + number[4..].PadLeft(7, '0'), kind, raw);
        }

        var letters = number.AsSpan().IndexOfAnyInRange('0', '9');
        return new("US", use, number[..letters] + number[letters..].TrimStart('0'), kind, raw);
    }

    /// <summary>Two digits of year and six of serial, without the check digit: <c>99203729</c>.</summary>
    private static string European(string number) =>
        number.Length == 11 && number[4] == '0' && (number.StartsWith("19", StringComparison.Ordinal) || number.StartsWith("20", StringComparison.Ordinal)) ? number[2..4] + number[5..] : number;

    /// <summary>The number and the letter of its kind, with or without a digit: <c>6093011</c>, <c>A</c>.</summary>
    private static (string Number, string Kind) Split(string body)
    {
        var at = body.Length - (char.IsAsciiDigit(body[^1]) ? 2 : 1);
        return at > 2 && char.IsAsciiLetter(body[at]) && char.IsAsciiDigit(body[at - 1]) ? (body[..at], body[at..]) : (body, "");
    }
}
