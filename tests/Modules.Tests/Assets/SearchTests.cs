using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using static Zhirong.Modules.Tests.Assets.Records;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>The same search gives the same rights on both databases.</summary>
public sealed class SearchTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Search_OnEitherDatabase_FindsTheSame(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(
            store.Store, "a", "2026-10-01",
            Patent("201910561574.9", "一种钠离子电池正极材料", "宁波甲公司", "2017-02-15", "2021-05-07"),
            Patent("201810025878.9", "阀门ABC-12的'密封'装置", "杭州乙公司", "2018-01-11") with { Classes = [new("ipc", "F16K1/00", true)] },
            Patent("201480070549.6", "电池外壳", "宁波丙公司", "2014-12-22", "2018-01-01") with { Events = [Event("CF01", "2023-10-01", "2023-12-22"), Event("PE01", "2022-01-10", "2022-01-05", ("registration_number", "Y1"))] });
        Assert.Equal(["201480070549.6", "201910561574.9"], Found(store.Store, q => q with { Words = "电池" }));
        Assert.Equal(["201910561574.9"], Found(store.Store, q => q with { Words = "钠" }));
        Assert.Equal(["201910561574.9"], Found(store.Store, q => q with { Words = "电池 正极" }));
        Assert.Equal(["201810025878.9"], Found(store.Store, q => q with { Words = "abc" }));
        Assert.Equal(["201810025878.9"], Found(store.Store, q => q with { Words = "'密封'" }));
        Assert.Empty(Found(store.Store, q => q with { Words = "宁波" }));
        Assert.Equal(["201480070549.6", "201910561574.9"], Found(store.Store, q => q with { Owner = "宁波" }));
        Assert.Equal(["201480070549.6"], Found(store.Store, q => q with { Words = "电池", Owner = "丙" }));
        Assert.Equal(["201810025878.9"], Found(store.Store, q => q with { IpcPrefix = "F16" }));
        Assert.Equal(["201910561574.9"], Found(store.Store, q => q with { State = "in_force" }));
        Assert.Equal(["201480070549.6", "201910561574.9"], Found(store.Store, q => q with { State = "in_force", Day = Day("2023-01-01") }));
        Assert.Equal(["201480070549.6"], Found(store.Store, q => q with { State = "lapsed" }));
        Assert.Equal(["201810025878.9"], Found(store.Store, q => q with { State = "pending" }));
        Assert.Equal(3, Found(store.Store, q => q with { State = "unknown", Day = Day("2027-11-28") }).Count);
        Assert.Empty(Found(store.Store, q => q with { State = "unknown" }));
        Assert.Equal(["201480070549.6"], Found(store.Store, q => q with { Encumbered = true }));
        Assert.Equal(2, Found(store.Store, q => q with { Encumbered = false }).Count);
        Assert.Equal(["201910561574.9"], Found(store.Store, q => q with { Words = "ZL201910561574.9" }));
        Assert.Equal(["201480070549.6", "201910561574.9", "201810025878.9"], Found(store.Store, q => q with { Sort = "expires" }));
        Assert.Equal(["201810025878.9"], Found(store.Store, q => q with { Sort = "filed", Take = 1 }));
        Assert.Equal(["201810025878.9", "201910561574.9", "201480070549.6"], Found(store.Store, q => q with { Sort = "state" }));
        Assert.Equal(["201810025878.9", "201480070549.6", "201910561574.9"], Found(store.Store, q => q with { Sort = "state", Day = Day("2023-01-01") }));
        Assert.Empty(Found(store.Store, q => q with { Kind = RightKind.Design }));
        var chosen = Chosen(store.Store, "201910561574.9", "201480070549.6");
        Assert.Equal(["201480070549.6", "201910561574.9"], Found(store.Store, q => q with { Chosen = chosen, Sort = "number" }));
        Assert.Empty(Found(store.Store, q => q with { Chosen = [Guid.CreateVersion7()] }));

        // A title that changed is found by its new words and no more by its old ones.
        await Take(store.Store, "b", "2026-11-01", Patent("201910561574.9", "全固态储能器件", "宁波甲公司", "2017-02-15", "2021-05-07"));
        Assert.Equal(["201910561574.9"], Found(store.Store, q => q with { Words = "全固态" }));
        Assert.Empty(Found(store.Store, q => q with { Words = "正极" }));
        await using var other = store.Store.Read(new(Guid.CreateVersion7(), "他人"));
        Assert.Empty(RightLists.Page(other, new(Day("2026-11-28")), Law, Language.Zh).Items);
    }

    /// <summary>What the migration adds to words that are there is what the program writes; without it neither class nor state is found.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Marks_OfTheMigration_AreThoseOfTheProgram(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(
            store.Store, "a", "2026-10-01",
            Patent("201480070549.6", "电池外壳", "宁波丙公司", "2014-12-22", "2018-01-01") with { Events = [Event("CF01", "2023-10-01", "2023-12-22"), Event("RR01", "2024-10-01", "2024-10-01")] },
            Patent("201810025878.9", "阀门", "杭州乙公司", "2018-01-11") with { Classes = [new("ipc", "F16K1/00", true)] },
            Patent("201910561574.9", "", "甲", "2017-02-15") with { Titles = [], Classes = [], Events = [Event("AV01", "2024-10-01", "2024-10-01")] });
        var written = await Words(store);
        Assert.Contains(written, w => w.Contains(" @@h01m10054 @@lapsed", StringComparison.Ordinal));
        await Change(store, kind == DatabaseKind.Sqlite ? "UPDATE ast_text SET words = trim(substr(words, 1, instr(words || ' @@', ' @@')))" : "UPDATE ast_text SET words = trim(split_part(words, ' @@', 1))");
        Assert.DoesNotContain(await Words(store), w => w.Contains("@@", StringComparison.Ordinal));
        await Change(store, QuickSearchTables.AddMarks(kind == DatabaseKind.Postgres));
        Assert.Equal(written, await Words(store));
    }

    /// <summary>Long lists are walked in their order and short ones sorted: the same rights come either way.</summary>
    [Fact]
    public async Task Sorted_OfMoreThanAreSortedInAMoment_AreThoseOfAllInOrder()
    {
        const int Many = 10_300;
        await using var store = TestStore.New(DatabaseKind.Sqlite);
        var all = Enumerable.Range(0, Many).Select(n => (Number: Numbered(n), Filed: new DateOnly(2008, 1, 1).AddDays(n * 7919 % 6500))).ToList();
        await Take(store.Store, "many", "2026-10-01", [.. all.Select((r, n) => Patent(r.Number, "电池", "甲公司", $"{r.Filed:yyyy-MM-dd}", "2022-01-01", n + 2) with { Classes = [new("ipc", n % 50 == 0 ? "F16K1/00" : "H01M10/054", true)] })]);
        var newest = all.Select((r, n) => (r, n)).OrderByDescending(r => r.r.Filed).ThenByDescending(r => r.n).Select(r => r.r.Number).ToList();
        Assert.Equal(newest.Take(2_500), Found(store.Store, q => q with { Sort = "filed", Take = 2_500 }));
        Assert.Equal(newest.Take(50), Found(store.Store, q => q with { Sort = "filed", IpcPrefix = "H", Take = 60 }).Where(newest.Take(50).Contains));
        var ends = all.Select((r, n) => (r, n)).OrderBy(r => r.r.Filed).ThenBy(r => r.n).ToList();
        Assert.Equal(ends.Where(r => r.r.Filed.AddYears(20) > Day("2028-06-01")).Take(50).Select(r => r.r.Number), Found(store.Store, q => q with { Day = Day("2028-06-01"), Sort = "expires", ExpiringBefore = Day("2040-01-01") }));

        // Few of a class, of many: sorted.
        Assert.Equal(newest.Where(n => all.FindIndex(r => r.Number == n) % 50 == 0).Take(50), Found(store.Store, q => q with { Sort = "filed", IpcPrefix = "F16K" }));

        static string Numbered(int n)
        {
            var digits = $"2018{n + 10_000_000:00000000}";
            return $"{digits}.{CnNumber.Check(digits)}";
        }
    }

    private static Task<int> Change(TestStore store, string statement) => store.Store.Commits.Write(Viewer.Everything("change"), work => Task.FromResult(work.Session.Execute(statement)));

    private static Task<List<string>> Words(TestStore store) => store.Store.Commits.Write(Viewer.Everything("look"), work => Task.FromResult(work.Session.List("SELECT words FROM ast_text ORDER BY no", row => row.Text(0))));

    private static List<Guid> Chosen(Store store, params string[] numbers)
    {
        using var read = store.Read(Viewer.Local);
        return [.. RightLists.Page(read, new(Day("2026-11-28")), Law, Language.Zh).Items.Where(r => numbers.Contains(r.Number)).Select(r => r.Id)];
    }

    private static List<string> Found(Store store, Func<RightQuery, RightQuery> asked)
    {
        using var read = store.Read(Viewer.Local);
        return [.. RightLists.Page(read, asked(new(Day("2026-11-28"))), Law, Language.Zh).Items.Select(r => r.Number)];
    }
}
