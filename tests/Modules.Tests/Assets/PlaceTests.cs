using System.Net;
using System.Text.Json.Nodes;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Assets.UseCases;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Modules.Tests.Valuation;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;
using static Zhirong.Modules.Tests.Assets.Records;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Long lists of the register walked by places, forward and back, while rights are added.</summary>
public sealed class PlaceTests
{
    private const int Size = 7;

    private static readonly DateOnly Today = Day("2026-11-28");

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Pages_InEveryOrder_ForwardAndBack_AreTheListOnce(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "first", "2026-10-01", Rights(0, 40));
        foreach (var query in ((string, Func<RightQuery, RightQuery>)[])[("all", q => q), ("words", q => q with { Words = "电池" }), ("state", q => q with { State = "in_force" }), ("class", q => q with { IpcPrefix = "H01M" }), ("unknown", q => q with { State = "unknown", Day = Day("2028-01-01") })])
        {
            foreach (var sort in (string[])["newest", "number", "filed", "expires", "title", "holder", "state"])
            {
                var asked = query.Item2(new(Today) { Sort = sort });
                var whole = Page(store.Store, asked with { Take = 500 });
                Assert.Equal((whole.Items.Count, false, null, null), (whole.Total, whole.More, whole.Next, whole.Previous));
                var (pages, back) = (new List<PlacedPage<RightRow>>(), new List<List<string>>());
                for (PlaceInList? place = null; pages.Count == 0 || place is not null; place = pages[^1].Next is { } next ? RightLists.Place(asked, next) : null)
                {
                    pages.Add(Page(store.Store, asked with { Place = place, Take = Size }));
                }

                for (var at = pages[^1]; at.Previous is { } previous;)
                {
                    at = Page(store.Store, asked with { Place = RightLists.Place(asked, previous), Take = Size });
                    back.Insert(0, [.. at.Items.Select(r => r.Number)]);
                }

                Assert.Equal(whole.Items.Select(r => r.Number), pages.SelectMany(p => p.Items).Select(r => r.Number));
                Assert.Equal(pages.SkipLast(1).Select(p => p.Items.Select(r => r.Number)), back.Select(p => (IEnumerable<string>)p));
                Assert.All(pages, p => Assert.Equal(whole.Total, p.Total));
                Assert.True(whole.Total >= 10 || query.Item1 is "words" or "class", $"{query.Item1} {sort}: {whole.Total}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Pages_WhileRightsAreAdded_LeaveNoneOutAndShowNoneTwice(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "first", "2026-10-01", Rights(0, 40));
        foreach (var sort in (string[])["newest", "number", "filed", "expires"])
        {
            var asked = new RightQuery(Today) { Sort = sort };
            var (before, seen, from) = (Page(store.Store, asked with { Take = 500 }).Items.Select(r => r.Number).ToList(), new List<string>(), 1_000 + (sort.Length * 100));
            for (var page = Page(store.Store, asked with { Take = Size }); ;)
            {
                seen.AddRange(page.Items.Select(r => r.Number));
                await Take(store.Store, $"{sort} {seen.Count}", "2026-10-01", Rights(from, 3));
                from += 3;
                if (page.Next is not { } next)
                {
                    break;
                }

                page = Page(store.Store, asked with { Place = RightLists.Place(asked, next), Take = Size });
            }

            Assert.Equal(seen.Distinct(StringComparer.Ordinal), seen);
            Assert.Empty(before.Except(seen, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Places_ThatAreBrokenOrOfAnotherList_AreRefusedByNumber()
    {
        await using var house = await ValuationHouse.Open(DatabaseKind.Sqlite);
        await Take(house.Store, "first", "2026-10-01", Rights(0, 20));
        var place = $"{(await house.Get("/api/v1/rights?sort=filed&pageSize=5"))["next"]}";
        Assert.Equal(5, (await house.Get($"/api/v1/rights?sort=filed&pageSize=5&place={place}"))["items"]!.AsArray().Count);
        Assert.Equal("AST-0612", await Code(house, $"/api/v1/rights?sort=expires&place={place}"));
        Assert.Equal("AST-0612", await Code(house, $"/api/v1/rights?sort=filed&state=lapsed&place={place}"));
        Assert.Equal("AST-0612", await Code(house, $"/api/v1/rights/questions?place={place}"));
        foreach (var broken in (string[])["x", "AQ", place[..^1], place + "A", "!", new('A', 5_000), .. place.Select((c, i) => place[..i] + (c == 'A' ? 'B' : 'A') + place[(i + 1)..])])
        {
            Assert.Contains(await Code(house, $"/api/v1/rights?sort=filed&place={broken}"), (string[])["AST-0611", "AST-0612"]);
        }

        // Made by hand for this list, but of what is no row of it.
        var asked = new RightQuery(Today) { Sort = "filed" }.Asked;
        Assert.Equal("AST-0611", await Code(house, $"/api/v1/rights?sort=filed&place={new PlaceInList(false, null, "x").Text(asked)}"));
        Assert.Equal("AST-0611", await Code(house, $"/api/v1/rights?sort=filed&place={new PlaceInList(false, null, "99999999999999999999").Text(asked)}"));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Questions_ByPlaces_AreAllOnce_ForwardAndBack(DatabaseKind kind)
    {
        await using var house = await ValuationHouse.Open(kind);
        var records = Rights(0, 12).Select((r, n) => r with { Events = [Event("PLDC", $"2023-01-{n + 1:00}", null)] });
        await house.Part<Intake>().Take(Viewer.Local, new("q.csv", new('0', 64), "test", Day("2024-01-01")), [.. records.Select(r => new ReadItem.Taken(r))]);
        var whole = (await house.Get("/api/v1/rights/questions?pageSize=500"))["items"]!.AsArray().Select(q => $"{q!["id"]}").ToList();
        Assert.Equal(12, whole.Count);
        var pages = new List<JsonNode> { await house.Get("/api/v1/rights/questions?pageSize=5") };
        while (pages[^1]["next"] is { } next)
        {
            pages.Add(await house.Get($"/api/v1/rights/questions?pageSize=5&place={next}"));
        }

        Assert.Equal(whole, pages.SelectMany(p => p["items"]!.AsArray()).Select(q => $"{q!["id"]}"));
        Assert.All(pages, p => Assert.Equal(12, p["total"]!.GetValue<int>()));
        var back = await house.Get($"/api/v1/rights/questions?pageSize=5&place={pages[^1]["previous"]}");
        Assert.Equal(pages[1]["items"]!.ToJsonString(), back["items"]!.ToJsonString());
        Assert.Null((await house.Get($"/api/v1/rights/questions?pageSize=5&place={back["previous"]}"))["previous"]);
    }

    /// <summary>Rights with equal days and titles among them, some without a filing day, some in force and some not.</summary>
    internal static List<SourceRecord> Rights(int from, int count) =>
    [
        .. Enumerable.Range(from, count).Select(n =>
        {
            var digits = $"2018{10_000_000 + n:00000000}";
            var right = Patent($"{digits}.{CnNumber.Check(digits)}", n % 3 == 0 ? "电池" : $"阀门 {n % 5}", $"公司{n % 4}", $"{2008 + (n % 6)}-03-0{1 + (n % 2)}", n % 2 == 0 ? "2016-01-01" : null, n + 2);
            return n % 5 == 4 ? right with { Dates = [] } : n % 7 == 3 ? right with { Classes = [new("ipc", "F16K1/00", true)] } : right;
        }),
    ];

    private static PlacedPage<RightRow> Page(Store store, RightQuery query)
    {
        using var read = store.Read(Viewer.Local);
        return RightLists.Page(read, query, Law, Language.Zh);
    }

    private static async Task<string> Code(ValuationHouse house, string path) => $"{(await house.Get(path, HttpStatusCode.UnprocessableEntity))["code"]}";
}
