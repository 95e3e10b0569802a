using System.Globalization;
using System.Reflection;
using Zhirong.Engine.Basics;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Care;

namespace Zhirong.Host.Doctor;

/// <summary>The machine's clock, and the calendars it needs this year and next.</summary>
internal static class ClockSymptoms
{
    private static readonly TimeSpan Close = TimeSpan.FromSeconds(5), Far = TimeSpan.FromMinutes(5);

    /// <summary>A clock is wrong that runs behind what was written, behind this program's own making, or off the database server's.</summary>
    public static Symptom Clock(Patient patient, StoreLook look)
    {
        var (title, now) = (new Words("时钟", "Clock"), patient.Clock.GetUtcNow());
        var found = Words.Same(now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var advice = new Words("校准系统时钟并启用时间同步（chrony 或 systemd-timesyncd）", "Set the clock and keep it synchronised (chrony or systemd-timesyncd)");
        if (now < Made() - TimeSpan.FromDays(1))
        {
            return new("clock.time", Seriousness.Failure, title, new($"{found.Zh}，早于本程序的制作日", $"{found.En}, before this program was made"), advice);
        }

        if (look.Newest is { } newest && Instant.Time(newest) > now + Far)
        {
            return new("clock.time", Seriousness.Failure, title, new($"{found.Zh}，早于已写入的 {Instant.Text(newest)}", $"{found.En}, before what was written at {Instant.Text(newest)}"), advice);
        }

        var off = look.Clock is { } theirs ? (Instant.Time(theirs) - now).Duration() : TimeSpan.Zero;
        return off > Close
            ? new("clock.time", off > Far ? Seriousness.Failure : Seriousness.Warning, title, new($"与数据库服务器相差 {off.TotalSeconds:0} 秒", $"{off.TotalSeconds:0} s off the database server's clock"), advice)
            : Symptom.Ok("clock.time", title, found);
    }

    /// <summary>Whether the system says that somebody keeps the clock; silent where it says nothing.</summary>
    public static Symptom Synchronised()
    {
        var title = new Words("时间同步", "Time synchronisation");
        var keeper = File.Exists("/run/systemd/timesync/synchronized") ? "systemd-timesyncd" : Directory.Exists("/run/chrony") || Directory.Exists("/var/run/chrony") ? "chrony" : File.Exists("/var/lib/ntp/ntp.drift") || File.Exists("/var/lib/ntpsec/ntp.drift") ? "ntp" : null;
        return keeper is not null
            ? Symptom.Ok("clock.sync", title, Words.Same(keeper))
            : new("clock.sync", Seriousness.Warning, title, new("未见时间同步服务", "no service that keeps the clock was seen"), new("启用 chrony 或 systemd-timesyncd；虚拟机可由宿主机校时", "Run chrony or systemd-timesyncd; a virtual machine may be kept by its host"));
    }

    /// <summary>Public holidays are published year by year; without them days that follow are weekends and weekdays only.</summary>
    public static Symptom Calendar(Patient patient, int ahead)
    {
        var year = patient.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Year + ahead;
        var (name, title) = (ahead == 0 ? "calendar.this-year" : "calendar.next-year", new Words($"{year} 年节假日", $"Public holidays of {year}"));
        return Home.Holidays().PublishedYears.Contains(year)
            ? Symptom.Ok(name, title, new("已收录", "known"))
            : new(
                name,
                ahead == 0 ? Seriousness.Failure : Seriousness.Warning,
                title,
                new("未收录", "not known"),
                new($"国务院办公厅通常在上年十一月公布；请升级本产品，或把公布的安排写入 {Path.Combine("data", "holidays", $"{year}.json")}", $"The State Council publishes them in November of the year before; upgrade, or write them into {Path.Combine("data", "holidays", $"{year}.json")}"));
    }

    private static DateTimeOffset Made() => File.GetLastWriteTimeUtc(Assembly.GetExecutingAssembly().Location) is { Year: > 2000 } made ? made : DateTimeOffset.UnixEpoch;
}
