using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;

namespace Zhirong.Host.Bench;

/// <summary>Times the register of rights on SQLite: records taken in with their duplicates found, and searches over a large register.</summary>
internal static class RegisterBench
{
    /// <summary>Rows taken in a second that a person with a large export still waits for.</summary>
    private const double RowsPerSecond = 20_000;

    /// <summary>What a list may take, 95 of 100 times.</summary>
    private const double SearchMilliseconds = 100;

    private static readonly string[] Things = ["钠离子电池正极材料", "阀门密封装置", "数控机床主轴", "船用螺旋桨叶片", "光伏组件支架", "图像识别方法", "注塑模具冷却结构", "海水淡化膜组件", "汽车制动卡钳", "纺织印染设备", "半导体封装基板", "医用导管涂层", "工业机器人减速器", "智能电表通信模块", "钢结构桥梁检测系统", "石墨烯散热薄膜"];
    private static readonly string[] Ways = ["一种", "一种改进的", "基于深度学习的", "用于高温环境的", "可拆卸的", "低功耗", "自动化", "环保型"];
    private static readonly string[] Ends = ["及其制备方法", "的控制系统", "生产工艺", "测试平台", "的使用方法", "装置", "", "结构"];
    private static readonly string[] Places = ["宁波", "杭州", "苏州", "深圳", "武汉", "成都", "青岛", "西安"];

    /// <summary>Days at which the files of the first half and of the rest stand.</summary>
    private static readonly DateOnly Older = new(2026, 9, 1), Newer = new(2026, 10, 1);

    /// <summary>Rights of a million that come in older files.</summary>
    private const int HalfOf = 500_000;

    /// <param name="asked">How many rights searches are timed among; a million where it is not said.</param>
    /// <param name="kept">A folder for the register, which stays there and is searched again; null for one that goes.</param>
    public static IEnumerable<BenchLine> Run(int? asked, string? kept)
    {
        var rights = asked ?? (int.TryParse(Environment.GetEnvironmentVariable("ZHIRONG_BENCH_RIGHTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : 1_000_000);
        var folder = kept is null ? Directory.CreateTempSubdirectory("zhirong-bench-") : Directory.CreateDirectory(kept);
        try
        {
            foreach (var line in Run(folder.FullName, rights))
            {
                yield return line;
            }
        }
        finally
        {
            if (kept is null)
            {
                folder.Delete(true);
            }
        }
    }

    private static IEnumerable<BenchLine> Run(string folder, int rights)
    {
        var store = Store.Open(folder, Serve.DeskServer.Models());
        try
        {
            if (Rights(store) == 0)
            {
                foreach (var line in Import(store, rights))
                {
                    yield return line;
                }
            }

            Note($"{Rights(store)} rights");
            yield return new("register.search", Search(store), SearchMilliseconds, "ms");
        }
        finally
        {
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static long Rights(Store store)
    {
        using var read = store.Read(Viewer.Local);
        return read.Session.First("SELECT count(*) FROM ast_right", row => row.Long(0));
    }

    private static IEnumerable<BenchLine> Import(Store store, int rights)
    {
        var intake = new Intake(store, Home.Register(), TimeProvider.System);

        // Warm first, until the program is compiled. Then a file of which every fifth record is about a right that is there already.
        const int Warm = 60_000;
        const int Measured = 100_000;
        Take(intake, "warm", 0, Warm);
        var before = Threads();
        var (watch, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var report = Take(intake, "measured", Warm - 1_000, Measured, twice: 5);
        var seconds = watch.Elapsed.TotalSeconds;
        if (report.Taken != Measured || report.Merged < Measured / 5)
        {
            throw new InvalidOperationException($"{report.Taken} taken, {report.Merged} merged.");
        }

        Note($"import.rows: {seconds:0.0} s by the clock, {(Environment.CpuUsage.TotalTime - worked).TotalSeconds:0.0} s of processors; {GC.CollectionCount(0)}, {GC.CollectionCount(1)}, {GC.CollectionCount(2)} collections, {GC.GetTotalPauseDuration().TotalSeconds:0.0} s");
        Note(string.Join(", ", Threads().Select(t => (t.Key, Spent: (t.Value - before.GetValueOrDefault(t.Key)) / Measured * 1e6)).Where(t => t.Spent > 0.5).OrderByDescending(t => t.Spent).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key} {t.Spent:0.0} us"))));
        yield return new("import.rows", seconds / Measured * 1e6, 1e6 / RowsPerSecond, "us");
        (watch, worked) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Take(intake, "again", Warm - 1_000, Measured, twice: 5, name: "other");
        Note($"import.rows.again: {watch.Elapsed.TotalSeconds:0.0} s by the clock, {(Environment.CpuUsage.TotalTime - worked).TotalSeconds:0.0} s of processors");
        yield return new("import.rows.again", watch.Elapsed.TotalSeconds / Measured * 1e6, 1e6 / RowsPerSecond, "us");
        for (var from = Warm - 1_000 + Measured; from < rights; from += Measured)
        {
            Take(intake, $"fill-{from}", from, Math.Min(Measured, rights - from));
        }
    }

    /// <summary>The 95th percentile over the kinds of list a person asks for.</summary>
    private static double Search(Store store)
    {
        var (times, day, law) = (new List<(double Time, string Query)>(), new DateOnly(2026, 11, 28), Home.Register());

        // Half the files stand a month before the others: on this day they are older than the policy allows, and the others not.
        var stale = Older.AddDays(law.Policy.MaxAgeDays + 10);
        var asked = new (string Name, RightQuery Query)[]
        {
            ("all", new(day)), ("电池", new(day) { Words = "电池" }), ("阀门密封", new(day) { Words = "阀门密封" }), ("装置", new(day) { Words = "装置" }), ("一种", new(day) { Words = "一种" }), ("钠", new(day) { Words = "钠" }),
            ("owner 宁波", new(day) { Owner = "宁波" }), ("owner 第77号", new(day) { Owner = "宁波第77号" }), ("电池 owner 宁波", new(day) { Words = "电池", Owner = "宁波" }), ("kind", new(day) { Kind = RightKind.UtilityModel }), ("in force", new(day) { State = "in_force" }), ("pending", new(day) { State = "pending" }),
            ("expired", new(day) { State = "expired" }), ("lapsed", new(day) { State = "lapsed" }), ("ipc H17M", new(day) { IpcPrefix = "H17M" }), ("ipc H17M by filing", new(day) { IpcPrefix = "H17M", Sort = "filed" }), ("ipc H01M", new(day) { IpcPrefix = "H01M" }), ("ipc H", new(day) { IpcPrefix = "H" }), ("encumbered", new(day) { Encumbered = true }), ("expiring", new(day) { ExpiringBefore = new(2027, 1, 1), Sort = "expires" }), ("电池 in force ipc", new(day) { Words = "电池", State = "in_force", IpcPrefix = "H17M" }),
            ("by expiry", new(day) { State = "in_force", Sort = "expires" }), ("by filing", new(day) { Sort = "filed" }), ("layouts", new(day) { Kind = RightKind.IcLayout }), ("number", new(day) { Words = "202010000123" }), ("nothing", new(day) { Words = "不存在的词语" }), ("page 20", new(day) { Words = "电池" }),
            ("page 50", new(day)), ("电池 page 50", new(day) { Words = "电池" }), ("in force page 50", new(day) { State = "in_force" }), ("by filing page 50", new(day) { Sort = "filed" }), ("by expiry page 50", new(day) { Sort = "expires" }), ("by number page 50", new(day) { Sort = "number" }),
            ("unencumbered", new(day) { Encumbered = false }), ("unknown", new(day) { State = "unknown" }), ("unknown by filing", new(day) { State = "unknown", Sort = "filed" }), ("unknown by expiry", new(day) { State = "unknown", Sort = "expires" }), ("unknown by number", new(day) { State = "unknown", Sort = "number" }), ("unknown designs", new(day) { State = "unknown", Kind = RightKind.Design }), ("unknown when half is stale", new(stale) { State = "unknown" }), ("unknown when half is stale, by filing", new(stale) { State = "unknown", Sort = "filed" }), ("unknown when half is stale, page 50", new(stale) { State = "unknown" }), ("unknown when all is stale", new(day.AddYears(5)) { State = "unknown" }), ("unknown long ago", new(new(2007, 1, 1)) { State = "unknown" }), ("kind by expiry", new(day) { Kind = RightKind.Design, Sort = "expires" }), ("layouts by expiry", new(day) { Kind = RightKind.IcLayout, Sort = "expires" }), ("lapsed by filing", new(day) { State = "lapsed", Sort = "filed" }), ("withdrawn by expiry", new(day) { State = "withdrawn", Sort = "expires" }), ("encumbered by expiry", new(day) { Encumbered = true, Sort = "expires" }), ("expiring in force", new(day) { State = "in_force", ExpiringBefore = new(2027, 3, 1), Sort = "expires" }), ("the firm's", new(day) { Owner = "宁波第1760号科技有限公司" }),
        };
        asked = [.. asked.Select(a => a.Name.EndsWith("page 50", StringComparison.Ordinal) ? (a.Name, a.Query with { Place = Behind(store, a.Query, law, 2_450) }) : a.Name == "page 20" ? (a.Name, a.Query with { Place = Behind(store, a.Query, law, 950) }) : a)];
        for (var round = 0; round < 5; round++)
        {
            foreach (var (name, query) in asked)
            {
                var watch = Stopwatch.StartNew();
                using var read = store.Read(Viewer.Local);
                var page = RightLists.Page(read, query, law, Language.Zh);
                GC.KeepAlive(page);
                if (round > 0)
                {
                    times.Add((watch.Elapsed.TotalMilliseconds, name));
                }
            }
        }

        foreach (var group in times.GroupBy(t => t.Query))
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{group.Key}: {group.Average(t => t.Time):0.0} ms, most {group.Max(t => t.Time):0.0} ms"));
        }

        var sorted = times.Select(t => t.Time).Order().ToList();
        return sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1];
    }

    /// <summary>The place behind so many rights of a list.</summary>
    private static PlaceInList? Behind(Store store, RightQuery query, RegisterLaw law, int rights)
    {
        using var read = store.Read(Viewer.Local);
        for (var taken = 0; taken < rights; taken += query.Take)
        {
            var page = RightLists.Page(read, query, law, Language.Zh);
            query = query with { Place = page.Next is { } next ? RightLists.Place(query, next) : null };
        }

        return query.Place;
    }

    /// <summary>More than the figures, where it is asked for: on a machine that does other work, the clock says little.</summary>
    private static void Note(string text)
    {
        if (Environment.GetEnvironmentVariable("ZHIRONG_BENCH_NOTES") == "1")
        {
            Console.Error.WriteLine(text);
        }
    }

    /// <summary>Seconds of processors spent by threads of each name, where the system tells.</summary>
    private static Dictionary<string, double> Threads()
    {
        var spent = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var thread in OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc/self/task") : [])
        {
            try
            {
                var name = File.ReadAllText(Path.Combine(thread, "comm")).Trim();
                var nanoseconds = File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0];
                spent[name] = spent.GetValueOrDefault(name) + (double.Parse(nanoseconds, CultureInfo.InvariantCulture) / 1e9);
            }
            catch (IOException)
            {
                // The thread ended meanwhile.
            }
        }

        return spent;
    }

    private static IntakeReport Take(Intake intake, string file, int from, int count, int twice = 0, string? name = null) => intake.Take(
        Viewer.Local, new(name ?? file, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file))), "bench", from < HalfOf ? Older : Newer), Records(from, count, twice).Select(r => new ReadItem.Taken(r))).GetAwaiter().GetResult();

    /// <summary>Records as an export gives them; with <paramref name="twice"/> each so-manieth is the second document of the right before.</summary>
    private static IEnumerable<SourceRecord> Records(int from, int count, int twice)
    {
        for (var n = 0; n < count; n++)
        {
            var second = twice > 0 && n % twice == twice - 1;
            var no = from + n - (second ? 1 : 0);
            var kind = no % 10 < 5 ? RightKind.Invention : no % 10 < 8 ? RightKind.UtilityModel : RightKind.Design;
            var filed = new DateOnly(2006, 1, 1).AddDays((int)(no * 7919L % 7300));
            var digits = string.Create(CultureInfo.InvariantCulture, $"{2020 + (no / 1_000_000)}{(int)kind + 1}0{no % 1_000_000:000000}");
            var granted = no % 4 == 3 ? (DateOnly?)null : filed.AddDays(700);
            yield return new()
            {
                Place = new(n + 2),
                Kind = kind,
                Numbers = [new("CN", NumberUse.Application, $"{digits}.{CnNumber.Check(digits)}", "", ""), new("CN", second ? NumberUse.Grant : NumberUse.Publication, string.Create(CultureInfo.InvariantCulture, $"{(second ? 2 : 1)}{no:00000000}"), second ? "B" : "A", "")],
                Titles = [new("zh", $"{Ways[no * 31 % 8]}{Things[no * 17 % 16]}{Ends[no * 13 % 8]}")],
                Dates = granted is { } day ? [new("filing", filed), new("publication", filed.AddDays(400)), new("grant", day)] : [new("filing", filed), new("publication", filed.AddDays(400))],
                Parties = [new(PartyRole.Owner, string.Create(CultureInfo.InvariantCulture, $"{Places[no % 8]}第{no % 20_011}号科技有限公司")), new(PartyRole.Inventor, "张三"), new(PartyRole.Inventor, "李四")],
                Classes = [new("ipc", string.Create(CultureInfo.InvariantCulture, $"{"ABCDEFGH"[no % 8]}{no % 90 + 10:00}{"MKNPBCDF"[no / 8 % 8]}{no % 40 + 1}/00"), true)],
                Claims = no % 20 + 1,
                Events = no % 50 == 7 ? [new("inpadoc", "PE01", filed.AddDays(2_000), filed.AddDays(1_990), "", new Dictionary<string, string> { ["registration_number"] = $"Y{no}", ["pledgee"] = "某银行" })] : no % 9 == 4 ? [new("inpadoc", "CF01", filed.AddDays(3_000), filed.AddDays(2_900), "", new Dictionary<string, string>())] : [],
            };
        }
    }
}
