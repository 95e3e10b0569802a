using System.Buffers;
using System.Globalization;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Assets.Reading.Text;

/// <summary>What a text that should be a day turned out to be.</summary>
internal enum DayOutcome
{
    /// <summary>Empty, a dash, NULL, or the year 1 that stands for nothing.</summary>
    None,
    Day,

    /// <summary>Something else than a day.</summary>
    Unreadable,
}

/// <summary>
/// Days however registers write them: 2024-10-18, 2024/10/18, 2024.10.18, 20241018, 2024年10月18日, serial numbers of
/// spreadsheets, with or without time and offset.
/// </summary>
/// <remarks>
/// The day written is the day meant, whatever offset stands behind it: <c>2000-04-03-04:00</c> is 3 April, and
/// <c>2006-09-14T04:00:00Z</c>, midnight of the US East told in UTC, is 14 September. One exception: 16:00 UTC sharp is how
/// Chinese programs write midnight of the following day.
/// </remarks>
internal static class DayText
{
    private const int EarliestYear = 1850;
    private const int LatestYear = 2199;

    /// <summary>Serial numbers of spreadsheets that are taken for days: 1950 to 2099.</summary>
    private const int FirstSerial = 18_264;
    private const int LastSerial = 73_050;

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.TZ+- 上下午AMPam");

    public static DayOutcome Read(string text, out DateOnly day)
    {
        day = default;
        var rest = text.AsSpan().Trim().TrimStart('\'').Trim();
        if (rest.IsEmpty || IsNothing(rest))
        {
            return DayOutcome.None;
        }

        var digits = Digits(rest);
        if (digits is 5 && (rest.Length == 5 || (rest[5] == '.' && Digits(rest[6..]) == rest.Length - 6)))
        {
            var serial = int.Parse(rest[..5], NumberStyles.None, CultureInfo.InvariantCulture);
            return serial is >= FirstSerial and <= LastSerial && CellDates.Day(serial, from1904: false) is { } counted ? Found(counted, out day) : DayOutcome.Unreadable;
        }

        return digits switch
        {
            8 => Made(rest[..4], rest[4..6], rest[6..8], rest[8..], out day),
            4 => Parted(rest, out day),
            _ => DayOutcome.Unreadable,
        };
    }

    private static bool IsNothing(ReadOnlySpan<char> text) =>
        text is "-" or "--" or "—" or "——" or "/" or "无" or "暂无" or "空" or "N/A" or "NULL" or "null" or "None" or "0" or "长期"
        || text.StartsWith("0001-01-01", StringComparison.Ordinal) || text is "00010101" or "00000000" || text.StartsWith("9999", StringComparison.Ordinal);

    private static DayOutcome Parted(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        var year = text[..4];
        if (!Separator(text[4..], "年", out var rest))
        {
            return DayOutcome.Unreadable;
        }

        var length = Digits(rest);
        if (length is 0 or > 2 || !Separator(rest[length..], "月", out var behind))
        {
            return DayOutcome.Unreadable;
        }

        var last = Digits(behind);
        if (last is 0 or > 2)
        {
            return DayOutcome.Unreadable;
        }

        var tail = behind[last..].TrimStart();
        return Made(year, rest[..length], behind[..last], tail.StartsWith("日", StringComparison.Ordinal) ? tail[1..] : tail, out day);
    }

    private static DayOutcome Made(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> date, ReadOnlySpan<char> tail, out DateOnly day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(date));
        day = default;
        if (y is < EarliestYear or > LatestYear || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m) || !IsTime(tail))
        {
            return DayOutcome.Unreadable;
        }

        return Found(new DateOnly(y, m, d).AddDays(IsChineseMidnight(tail) ? 1 : 0), out day);
    }

    private static DayOutcome Found(DateOnly found, out DateOnly day)
    {
        day = found;
        return DayOutcome.Day;
    }

    private static bool IsTime(ReadOnlySpan<char> tail) => tail.Length <= 32 && tail.Trim().IndexOfAnyExcept(TimeCharacters) < 0;

    private static bool IsChineseMidnight(ReadOnlySpan<char> tail) =>
        tail.StartsWith("T16:00:00", StringComparison.Ordinal) && tail[^1] == 'Z' && tail[9..^1].IndexOfAnyExcept(".0") < 0;

    private static bool Separator(ReadOnlySpan<char> text, string chinese, out ReadOnlySpan<char> behind)
    {
        var trimmed = text.TrimStart();
        behind = trimmed.Length > 1 ? trimmed[1..].TrimStart() : default;
        return trimmed.Length > 1 && (trimmed[0] is '-' or '/' or '.' || trimmed[0] == chinese[0]);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
