using System.Globalization;
using System.Text.RegularExpressions;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;

namespace Zhirong.Platform.Web;

/// <summary>
/// Instants of queries: with an offset, for a time of day without one means another instant in every country; or a day alone, which is
/// a day in Asia/Shanghai.
/// </summary>
public static partial class QueryMoment
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private static readonly string[] Formats = [.. from seconds in (string[])["", ":ss", ":ss.FFFFFFF"] select $"yyyy-MM-dd'T'HH:mm{seconds}zzz"];

    /// <summary>The first microsecond of a day, or the instant itself; null when absent.</summary>
    public static Result<long?> From(string name, string? text) => Read(name, text, day => Instant.Of(Begin(day)), at => at);

    /// <summary>The first microsecond behind a day, or the instant itself: for what ends before it.</summary>
    public static Result<long?> Before(string name, string? text) => Read(name, text, day => Instant.Of(Begin(day).AddDays(1)), at => at);

    /// <summary>
    /// The last microsecond of a day, or the instant itself. Answers print milliseconds, so an instant of whole milliseconds stands for
    /// all of its last one.
    /// </summary>
    public static Result<long?> UpTo(string name, string? text) => Read(name, text, day => Instant.Of(Begin(day).AddDays(1)) - 1, at => at % 1000 == 0 ? at + 999 : at);

    private static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Shanghai);

    private static Result<long?> Read(string name, string? text, Func<DateOnly, long> ofDay, Func<long, long> ofInstant)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Result<long?>.Of(null);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue && day > DateOnly.MinValue)
        {
            return Result<long?>.Of(ofDay(day));
        }

        var zoned = Zulu().Replace(text, "+00:00");
        return DateTimeOffset.TryParseExact(zoned, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Result<long?>.Of(ofInstant(Instant.Of(moment)))
            : WebRefusals.Query(name, text, Words.Same("2026-12-31T16:00:00Z | 2026-12-31T16:00:00+08:00 | 2026-12-31"));
    }

    [GeneratedRegex(@"[Zz]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zulu();
}
