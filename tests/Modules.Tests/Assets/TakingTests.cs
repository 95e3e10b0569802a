using Xunit;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using static Zhirong.Modules.Tests.Assets.Records;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Records taken into the register: one application one right, whatever is read how often and in which order.</summary>
public sealed class TakingTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Files_InAnyOrder_LeaveTheSameRegister(DatabaseKind kind)
    {
        (string File, string AsOf, SourceRecord[] Records)[] files =
        [
            ("export-2024", "2024-03-01", [Patent("201910561574.9", "钠离子电池正极材料", "甲公司", "2017-02-15", "2021-05-07"), Patent("201810025878.9", "一种阀门", "乙公司", "2018-01-11")]),
            ("export-2020", "2020-03-01", [Patent("201910561574.9", "电池材料", "丙公司", "2017-02-15")]),
            ("gazette", "2024-06-01",
            [
                Events("201910561574.9", Event("PE01", "2022-01-10", "2022-01-05", ("registration_number", "Y1"), ("pledgee", "某银行")), Event("TR01", "2021-09-01", "2021-08-20", ("before", "丙公司"), ("after", "甲公司"))),
                Events("201810025878.9", Event("PLDC", "2023-01-01", null)),
                Events("201480070549.6", Event("CF01", "2023-10-01", "2023-03-10")),
            ]),
            ("cancelled", "2024-09-01", [Events("201910561574.9", Event("PC01", "2024-08-10", "2024-08-01", ("registration_number", "Y1")))]),
            ("second", "2022-01-01", [Patent("201910561574.9", "钠离子电池", "丙公司", "2017-02-15"), new() { Place = new(2), Numbers = [new("CN", NumberUse.Publication, "0070549", "A", ""), Application("201480070549.6")], Titles = [new("zh", "设备")], Dates = [new("filing", Day("2014-12-22"))] }]),
        ];
        string? first = null;
        foreach (var order in new[] { files, [.. files.Reverse()], [files[2], files[0], files[4], files[3], files[1]] })
        {
            await using var store = TestStore.New(kind);
            foreach (var (file, asOf, records) in order)
            {
                var report = await Take(store.Store, file, asOf, records);
                Assert.Equal((report.Taken, 0), (report.Rights + report.Merged, report.Refused));
            }

            var register = await Register(store.Store);
            first ??= register;
            Assert.Equal(first, register);
        }

        Assert.Contains("201910561574.9 invention 钠离子电池正极材料 甲公司 H01M10/054 2017-02-15 2021-05-07 2037-02-15 2024-09-01 0 0 cn-invention", first, StringComparison.Ordinal);
        Assert.Contains("201910561574.9 pledge Y1 某银行 2022-01-05 2024-08-01", first, StringComparison.Ordinal);
        Assert.Contains("201910561574.9 丙公司  2021-08-20", first, StringComparison.Ordinal);
        Assert.Contains("201480070549.6 lapsed 2023-03-10 9999-12-31 0", first, StringComparison.Ordinal);
        Assert.Contains("201810025878.9 invention 一种阀门 乙公司 H01M10/054 2018-01-11 - 2038-01-11 2024-06-01 0 1 cn-invention", first, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task File_TakenTwice_ChangesNothingAndAnswersTheSame(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        SourceRecord[] records = [Patent("201910561574.9", "钠离子电池", "甲公司", "2017-02-15"), Patent("201910561574.9", "钠离子电池", "甲公司", "2017-02-15") with { Numbers = [Application("201910561574.9"), new("CN", NumberUse.Grant, "110123456", "B", "")] }];
        var first = await Take(store.Store, "file", "2024-01-01", records);
        Assert.Equal((2, 1, 1, false), (first.Taken, first.Rights, first.Merged, first.Repeated));
        var register = await Register(store.Store);
        var again = await Take(store.Store, "file", "2024-01-01", records);
        Assert.True(again.Repeated);
        Assert.Equal((first.Source, first.Taken, first.Rights, first.Merged), (again.Source, again.Taken, again.Rights, again.Merged));

        // Another file that says the same: nothing is said twice.
        var other = await Take(store.Store, "other", "2024-01-01", records);
        Assert.Equal((0, 2), (other.Rights, other.Merged));
        Assert.Equal(register, await Register(store.Store));
        await using var read = store.Store.Read(Viewer.Local);
        Assert.Equal((1, 2), (read.Session.First("SELECT version FROM ast_right", row => row.Int(0)), read.Session.First("SELECT count(*) FROM ast_said", row => row.Int(0))));
    }

    /// <summary>A right known by its publication alone, and one known by its application, turn out to be one.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Publication_AndApplication_JoinWhenARecordNamesBoth(DatabaseKind kind)
    {
        var published = new SourceRecord { Place = new(1), Numbers = [new("CN", NumberUse.Publication, "109888888", "A", "CN109888888A")], CitedBy = 12 };
        var applied = new SourceRecord { Place = new(1), Numbers = [Application("201910561574.9")], Titles = [new("zh", "电池")], Dates = [new("filing", Day("2017-02-15"))] };
        var both = new SourceRecord { Place = new(1), Numbers = [Application("201910561574.9"), published.Numbers[0]] };
        string? first = null;
        foreach (var order in new[] { new[] { published, applied, both }, [both, published, applied], [applied, published, both] })
        {
            await using var store = TestStore.New(kind);
            foreach (var (n, record) in order.Index())
            {
                await Take(store.Store, $"{Array.IndexOf([published, applied, both], record)}", "2024-01-01", record);
            }

            var register = await Register(store.Store);
            first ??= register;
            Assert.Equal(first, register);
            await using var read = store.Store.Read(Viewer.Local);
            Assert.Equal(1, read.Session.First("SELECT count(*) FROM ast_right", row => row.Int(0)));
        }
    }

    /// <summary>Two applications cannot be one right: a person is asked.</summary>
    [Fact]
    public async Task Applications_NamedByOneRecord_StayTwoAndAreAskedAbout()
    {
        await using var store = TestStore.New();
        await Take(store.Store, "a", "2024-01-01", Patent("201910561574.9", "甲", "甲公司", "2017-02-15"), Patent("201810025878.9", "乙", "乙公司", "2018-01-11"));
        await Take(store.Store, "b", "2024-02-01", new SourceRecord { Place = new(1), Numbers = [Application("201910561574.9"), Application("201810025878.9")] });
        await using var read = store.Store.Read(Viewer.Local);
        Assert.Equal(2, read.Session.First("SELECT count(*) FROM ast_right", row => row.Int(0)));
        Assert.Equal("number_conflict", read.Session.First("SELECT kind FROM ast_question", row => row.Text(0)));
    }

    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Divisional_WhoseParentComesLater_TakesTheParentsTerm(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "child", "2024-01-01", Patent("201910561574.9", "分案", "甲公司", "2019-06-26", "2021-05-07") with { DivisionalOf = new("CN", NumberUse.Application, "201710082170.2", "", "") });
        Assert.Contains(" 2039-06-26 ", await Register(store.Store), StringComparison.Ordinal);
        await Take(store.Store, "parent", "2024-01-01", Patent("201710082170.2", "母案", "甲公司", "2017-02-15"));
        Assert.Contains("201910561574.9 invention 分案 甲公司 H01M10/054 2019-06-26 2021-05-07 2037-02-15", await Register(store.Store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisations_HaveRegistersOfTheirOwn()
    {
        await using var store = TestStore.New();
        var other = new Viewer(Guid.CreateVersion7(), "他人");
        await Take(store.Store, "a", "2024-01-01", Patent("201910561574.9", "甲", "甲公司", "2017-02-15"));
        var report = await Take(store.Store, "a", "2024-01-01", other, [Patent("201910561574.9", "甲", "甲公司", "2017-02-15")]);
        Assert.Equal((1, false), (report.Rights, report.Repeated));
    }

    [Fact]
    public async Task Items_ThatAreNoRecords_AreCountedWithTheirReasons()
    {
        await using var store = TestStore.New();
        var reason = new Engine.Basics.Refusal { Code = "IMP-0000", Path = "申请号", Found = "x", Expected = Engine.Basics.Words.Same("y"), Message = Engine.Basics.Words.Same("z"), Line = 7 };
        ReadItem[] items = [new ReadItem.Refused(reason), new ReadItem.Warned(reason), new ReadItem.Unused("col"), new ReadItem.Unused("col"), new ReadItem.Taken(new() { Place = new(9), Numbers = [] }), new ReadItem.Taken(Patent("201910561574.9", "甲", "甲公司", "2017-02-15"))];
        var report = await new Intake(store.Store, Law, TimeProvider.System).Take(Viewer.Local, new("f", "ff", "test", Day("2024-01-01")), items);
        Assert.Equal((3, 1, 2, 1, 1), (report.Rows, report.Taken, report.Refused, report.Warnings, report.Rights));
        Assert.Equal(2, report.Unused["col"]);
        var kept = await new Intake(store.Store, Law, TimeProvider.System).Take(Viewer.Local, new("f", "ff", "test", Day("2024-01-01")), []);
        Assert.Equal(["IMP-0000 7", "IMP-0000 7", "AST-0101 9"], kept.Findings.Select(f => $"{f.Code} {f.Line}"));
        await using var read = store.Store.Read(Viewer.Local);
        Assert.Equal(2, read.Session.First("SELECT count(*) FROM evd_leaf WHERE subject_kind = 'source'", row => row.Int(0)));
    }
}
