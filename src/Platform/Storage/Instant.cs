namespace Zhirong.Platform.Storage;

/// <summary>Instants as they are stored: microseconds since 1970-01-01T00:00:00Z.</summary>
public static class Instant
{
    public static long Now(TimeProvider clock) => Of(clock.GetUtcNow());

    public static long Of(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>ISO 8601 in UTC with milliseconds, as every answer prints it.</summary>
    public static string Text(long microseconds) =>
        Time(microseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
