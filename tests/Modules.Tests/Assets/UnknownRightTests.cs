using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using static Zhirong.Modules.Tests.Assets.Records;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Lists of rights whose state is not known on a day, whatever leads to them, are those that say so one by one.</summary>
public sealed class UnknownRightTests
{
    private static readonly string[] Sorts = ["newest", "number", "filed", "expires", "title", "state"];

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Unknown_OnAnyDay_AreThoseWhoseStateReadsSo(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "old", "2023-05-01", Odd(0, 40));
        await Take(store.Store, "new", "2026-10-01", Odd(40, 40));
        foreach (var day in (string[])["1999-01-01", "2010-06-01", "2014-01-01", "2018-07-01", "2022-12-31", "2024-05-01", "2026-11-28", "2027-11-28", "2033-01-01"])
        {
            var (asked, known) = (new RightQuery(Day(day)) { Take = 500 }, 0);
            var said = All(store.Store, asked).ToDictionary(r => r.Number, r => r.State.State);
            Assert.Equal(80, said.Count);
            foreach (var sort in Sorts)
            {
                var found = All(store.Store, asked with { State = "unknown", Sort = sort });
                known = found.Count;
                var dated = All(store.Store, asked with { Sort = sort }).Select(r => r.Number).Where(n => said[n] == "unknown");
                Assert.Equal(dated, found.Select(r => r.Number));
            }

            Assert.True(known < 80 || day is "1999-01-01" or "2027-11-28" or "2033-01-01", day);
        }
    }

    /// <summary>More of them than are sorted in a moment: old sources lie at the far end of the list.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Unknown_OfVeryMany_AreFoundAndCountedInEveryOrder(DatabaseKind kind)
    {
        const int Old = 10_200;
        await using var store = TestStore.New(kind);
        await Take(store.Store, "older", "2026-08-01", PlaceTests.Rights(0, Old / 2));
        await Take(store.Store, "old", "2026-09-01", PlaceTests.Rights(Old / 2, Old / 2));
        await Take(store.Store, "new", "2026-10-01", PlaceTests.Rights(Old, 600));
        var day = Day("2026-09-10").AddDays(Law.Policy.MaxAgeDays);
        foreach (var sort in (string[])["newest", "number", "filed"])
        {
            var asked = new RightQuery(day) { State = "unknown", Sort = sort, Take = 100 };
            using var read = store.Store.Read(Viewer.Local);
            var page = RightLists.Page(read, asked, Law, Language.Zh);
            Assert.Equal((1_000, true), (page.Total, page.More));
            Assert.All(page.Items, r => Assert.Equal("unknown", r.State.State));
            var next = RightLists.Page(read, asked with { Place = RightLists.Place(asked, page.Next!) }, Law, Language.Zh);
            var wanted = RightLists.Page(read, asked with { State = null, Take = 11_000 }, Law, Language.Zh).Items.Where(r => r.State.State == "unknown").Take(200).Select(r => r.Number);
            Assert.Equal(wanted, page.Items.Concat(next.Items).Select(r => r.Number));
            Assert.Equal(page.Items.Select(r => r.Number), RightLists.Page(read, asked with { Place = RightLists.Place(asked, next.Previous!) }, Law, Language.Zh).Items.Select(r => r.Number));
        }
    }

    /// <summary>What the migration adds to rights that are there is what the program writes.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task KnownFrom_OfTheMigration_IsThatOfTheProgram(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "a", "2026-10-01", Odd(0, 40));
        var written = await Days(store);
        Assert.Contains(written, d => d == "—");
        Assert.True(written.Distinct(StringComparer.Ordinal).Count() > 3);
        await Change(store, "UPDATE ast_right SET known_from = NULL");
        await Change(store, KnownFromTables.Fill);
        Assert.Equal(written, await Days(store));
    }

    /// <summary>What the migration to rows in the order of their keys does to a register that is full already: nothing that anyone can see.</summary>
    [Fact]
    public async Task Rows_WrittenAnew_AreTheSame()
    {
        await using var store = TestStore.New(DatabaseKind.Sqlite);
        await Take(store.Store, "a", "2026-10-01", Odd(0, 40));
        var (before, shape) = (Rows(store), Shape(store));
        Assert.True(before.Count > 150);
        Assert.Equal(3, shape.Count(s => s.EndsWith("WITHOUT ROWID", StringComparison.Ordinal)));
        foreach (var table in (string[])["ast_number", "ast_standing", "ast_holder"])
        {
            // As it was: rows with a number of their own.
            await Change(store, $"CREATE TABLE {table}_plain AS SELECT * FROM {table}");
            await Change(store, $"DROP TABLE {table}");
            await Change(store, $"ALTER TABLE {table}_plain RENAME TO {table}");
        }

        Assert.DoesNotContain(Shape(store), s => s.EndsWith("WITHOUT ROWID", StringComparison.Ordinal));
        foreach (var text in CloseTables.Rewriting)
        {
            await Change(store, text);
        }

        Assert.Equal(before, Rows(store));
        Assert.Equal(shape, Shape(store));
        Assert.Equal(40, All(store.Store, new(Day("2026-11-01")) { Take = 100 }).Count);
    }

    private static List<string> Rows(TestStore store)
    {
        using var read = store.Store.Read(Viewer.Local);
        return
        [
            .. read.Session.List("SELECT key || owner_id || right_no || office || use || text || document_kind || raw FROM ast_number ORDER BY key, owner_id", row => row.Text(0)),
            .. read.Session.List("SELECT right_no || ' ' || n || state || from_day || until_day || estimated || because FROM ast_standing ORDER BY right_no, n", row => row.Text(0)),
            .. read.Session.List("SELECT right_no || ' ' || n || name || coalesce(code, '-') || coalesce(share, '-') || from_day || until_day || because FROM ast_holder ORDER BY right_no, n", row => row.Text(0)),
        ];
    }

    private static List<string> Shape(TestStore store)
    {
        using var read = store.Store.Read(Viewer.Local);
        return read.Session.List("SELECT rtrim(sql, char(10)) FROM sqlite_master WHERE tbl_name IN ('ast_number', 'ast_standing', 'ast_holder') AND sql IS NOT NULL ORDER BY name", row => row.Text(0)).ToList();
    }

    /// <summary>Rights filed early and late or on no known day, lapsed, restored, contradicted by their own sources, or known by nothing.</summary>
    private static List<SourceRecord> Odd(int from, int count) =>
    [
        .. PlaceTests.Rights(from, count).Select((right, i) => ((from + i) % 8) switch
        {
            0 => right with { StatusText = "失效" },
            1 => right with { Events = [Event("CF01", "2019-10-01", "2019-08-01")] },
            2 => right with { Dates = [new("grant", Day("2018-01-05"))] },
            3 => right with { Dates = [] },
            4 => right with { Dates = [new("filing", Day("2031-02-01"))] },
            5 => right with { Events = [Event("CF01", "2019-10-01", "2019-08-01"), Event("RR01", "2021-10-01", "2021-10-01")] },
            _ => right,
        }),
    ];

    private static List<RightRow> All(Store store, RightQuery query)
    {
        using var read = store.Read(Viewer.Local);
        return [.. RightLists.Page(read, query, Law, Language.Zh).Items];
    }

    private static Task<int> Change(TestStore store, string statement) => store.Store.Commits.Write(Viewer.Everything("change"), work => Task.FromResult(work.Session.Execute(statement)));

    private static Task<List<string>> Days(TestStore store) => store.Store.Commits.Write(Viewer.Everything("look"), work => Task.FromResult(work.Session.List("SELECT known_from FROM ast_right ORDER BY number", row => row.TextOrNull(0) ?? "—")));
}
