using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Storage;
using Zhirong.Modules.Tests.Storage;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using static Zhirong.Modules.Tests.Assets.Records;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>What somebody changes in the register behind the program's back is found, and by the check made for it.</summary>
public sealed class RegisterCareTests
{
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Verify_AfterEveryChange_FailsInItsOwnCheck(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "file", "2024-01-01", Patent("201910561574.9", "钠离子电池", "甲公司", "2017-02-15", "2021-05-07"), Patent("201810025878.9", "阀门", "乙公司", "2018-01-11"), Events("201910561574.9", Event("PE01", "2022-01-10", "2022-01-05", ("registration_number", "Y1"), ("pledgee", "某银行")), Event("PLDC", "2023-01-01", null)));
        foreach (var (change, back, check) in ((string, string, string)[])
        [
            ("UPDATE ast_right SET title = 'X' || title", "UPDATE ast_right SET title = substr(title, 2)", "register.derived"),
            ("UPDATE ast_right SET expires = '2099-01-01' WHERE expires = '2037-02-15'", "UPDATE ast_right SET expires = '2037-02-15' WHERE expires = '2099-01-01'", "register.derived"),
            ("UPDATE ast_standing SET from_day = '1999-01-01' WHERE state = 'granted'", "UPDATE ast_standing SET from_day = '2021-05-07' WHERE state = 'granted'", "register.derived"),
            ("UPDATE ast_holder SET name = 'X' || name", "UPDATE ast_holder SET name = substr(name, 2)", "register.derived"),
            ("UPDATE ast_encumbrance SET until_day = '2023-01-01'", "UPDATE ast_encumbrance SET until_day = NULL", "register.derived"),
            ("UPDATE ast_text SET words = words || ' x'", "UPDATE ast_text SET words = substr(words, 1, length(words) - 2)", "register.derived"),
            ("UPDATE ast_said SET as_of = '2023-12-31'", "UPDATE ast_said SET as_of = '2024-01-01' WHERE as_of = '2023-12-31'", "register.said"),
            ("UPDATE ast_event SET text = 'x'", "UPDATE ast_event SET text = ''", "register.said"),
            ("UPDATE ast_right SET questions = questions + 1", "UPDATE ast_right SET questions = questions - 1", "register.numbers"),
            ("UPDATE ast_event SET right_no = right_no + 900 WHERE code = 'PLDC'", "UPDATE ast_event SET right_no = right_no - 900 WHERE code = 'PLDC'", "register.rows"),
        ])
        {
            Assert.Empty(await Broken(store));
            await Run(store, change);
            Assert.Contains(check, await Broken(store));
            await Run(store, back);
        }

        Assert.Empty(await Broken(store));
    }

    /// <summary>Who alters a statement, its print and all that follows from it is found by the evidence of its taking in alone.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Verify_AStatementAlteredWithAllThatFollows_IsFoundByItsEvidence(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        await Take(store.Store, "file", "2024-01-01", Patent("201910561574.9", "钠离子电池", "甲公司", "2017-02-15", "2021-05-07"), Patent("201810025878.9", "阀门", "乙公司", "2018-01-11"));
        Assert.Empty(await Broken(store));
        foreach (var (from, to) in ((string, string)[])[("甲公司", "丙公司"), ("丙公司", "甲公司")])
        {
            await store.Store.Commits.Write(Viewer.Everything("tamper"), work =>
            {
                foreach (var (no, n, day, record) in work.Session.List("SELECT right_no, n, as_of, record FROM ast_said", row => (row.Long(0), row.Long(1), row.Date(2), row.Text(3))))
                {
                    var altered = record.Replace(from, to, StringComparison.Ordinal);
                    work.Session.Execute("UPDATE ast_said SET record = @p0, print = @p1 WHERE right_no = @p2 AND n = @p3", altered, Said.PrintOf(day, altered), no, n);
                }

                var writing = new RightWriting(work.Session, TimeProvider.System, Viewer.FoundingOrganisation, "x");
                work.Session.List("SELECT no FROM ast_right", row => row.Long(0)).ForEach(no => RightReading.Renew(work, writing, Viewer.FoundingOrganisation, no, Law));
                writing.Flush();
                return Task.FromResult(0);
            });
            Assert.Equal(to == "丙公司" ? ["register.evidence"] : [], await Broken(store));
        }

        await Run(store, "UPDATE ast_said SET source_no = source_no + 7 WHERE line = 1 AND right_no = 1");
        Assert.Equal(["register.evidence"], await Broken(store));
    }

    /// <summary>An event that two rows told alike stays once when they turn out to be one right: nothing is amiss with its evidence.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Both), MemberType = typeof(TestStore))]
    public async Task Verify_AfterTwoWereJoined_Holds(DatabaseKind kind)
    {
        await using var store = TestStore.New(kind);
        var pledge = Event("PE01", "2022-01-10", "2022-01-05", ("registration_number", "Y1"), ("pledgee", "某银行"));
        var grant = new RightNumber("CN", NumberUse.Grant, "110234567", "B", "CN110234567B");
        await Take(store.Store, "a", "2024-01-01", Patent("201910561574.9", "钠离子电池", "甲公司", "2017-02-15", "2021-05-07") with { Events = [pledge] });
        await Take(store.Store, "b", "2024-02-01", new SourceRecord { Place = new(1), Numbers = [grant], Events = [pledge] });
        await Take(store.Store, "c", "2024-03-01", new SourceRecord { Place = new(1), Numbers = [Application("201910561574.9"), grant] });
        await using (var read = store.Store.Read(Viewer.Local))
        {
            Assert.Equal((1L, 1L), read.Session.First("SELECT (SELECT count(*) FROM ast_right), (SELECT count(*) FROM ast_event)", row => (row.Long(0), row.Long(1))));
        }

        Assert.Empty(await Broken(store));
    }

    private static Task<List<string>> Broken(TestStore store) => store.Store.Commits.Write(Viewer.Everything("verify"), work => Task.FromResult(RegisterCare.Verify(work.Session, Law).Where(c => !c.Holds).Select(c => c.Name).ToList()));

    private static Task<int> Run(TestStore store, string statement) => store.Store.Commits.Write(Viewer.Everything("tamper"), work => Task.FromResult(work.Session.Execute(statement)));
}
