using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;

namespace Zhirong.Modules.Tests.Assets;

/// <summary>Codes and words of events, encumbrances, numbers, holders, fields and search words.</summary>
public sealed class EventTests
{
    [Theory]
    [InlineData("CF01", "", RightEffect.Lapsed)]
    [InlineData("PE01", "", RightEffect.PledgeOn)]
    [InlineData("PD01", "", RightEffect.FreezeOff)]
    [InlineData("IP01", "", RightEffect.InvalidPart)]
    [InlineData("PLDC", "", RightEffect.Ambiguous)]
    [InlineData("RINS", "", RightEffect.Ambiguous)]
    [InlineData("LICC", "", RightEffect.Ambiguous)]
    [InlineData("C32", "", RightEffect.Ambiguous)]
    [InlineData("C35", "", RightEffect.Ambiguous)]
    [InlineData("C41", "", RightEffect.Ambiguous)]
    [InlineData("PLDC", "专利权质押合同登记的注销", RightEffect.PledgeOff)]
    [InlineData("PLDC", "专利权质押合同登记的生效、变更及注销", RightEffect.Ambiguous)]
    [InlineData("C35", "专利权全部无效", RightEffect.Invalid)]
    [InlineData("XX99", "未缴年费专利权终止", RightEffect.None)]
    public void Inpadoc_Code_MeansWhatItSaysAndNoMore(string code, string text, RightEffect effect) => Assert.Equal(effect, Shelves.Codes.Effect("inpadoc", "CN", code, text));

    [Theory]
    [InlineData("专利权质押合同登记的生效", RightEffect.PledgeOn)]
    [InlineData("专利权质押合同登记的变更", RightEffect.PledgeChanged)]
    [InlineData("专利权的保全及其解除", RightEffect.Ambiguous)]
    [InlineData("专利权保全的解除", RightEffect.FreezeOff)]
    [InlineData("专利实施许可合同备案的生效", RightEffect.LicenceOn)]
    [InlineData("专利实施许可合同备案的生效、变更及注销", RightEffect.Ambiguous)]
    [InlineData("未缴年费专利权终止", RightEffect.Lapsed)]
    [InlineData("专利权有效期届满", RightEffect.Expired)]
    [InlineData("专利权部分无效宣告的公告", RightEffect.InvalidPart)]
    [InlineData("专利权的无效宣告", RightEffect.Ambiguous)]
    [InlineData("无效宣告请求的受理", RightEffect.None)]
    [InlineData("避免重复授权放弃专利权", RightEffect.AbandonedDouble)]
    [InlineData("发明专利申请公布后的视为撤回", RightEffect.Withdrawn)]
    [InlineData("发明专利申请公布后的驳回", RightEffect.Rejected)]
    [InlineData("专利申请权的转移", RightEffect.ApplicantChanged)]
    [InlineData("专利申请权、专利权的转移", RightEffect.OwnerChanged)]
    [InlineData("专利权人的姓名或者名称、地址的变更", RightEffect.HolderRenamed)]
    [InlineData("实质审查的生效", RightEffect.Examination)]
    [InlineData("授权", RightEffect.Granted)]
    [InlineData("公开", RightEffect.Published)]
    [InlineData("文件的公告送达", RightEffect.None)]
    public void Gazette_Words_AreReadNarrowFirst(string text, RightEffect effect) => Assert.Equal(effect, Shelves.Codes.Effect("cn_text", "CN", "", text));

    [Fact]
    public void Codes_AsShipped_AreAllOfTheList()
    {
        Assert.Equal(111, Shelves.Codes.Cn.Count);
        Assert.Equal(["C32", "C35", "C41", "LICC", "PLDC", "RINS"], Shelves.Codes.Cn.Where(c => c.Effect == RightEffect.Ambiguous).Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.False(EventCodeTable.Read("code,a\nXX,only,three\n").Ok);
    }

    /// <summary>Real numbers of public repositories; three mutated ones must fail.</summary>
    [Fact]
    public void CnNumbers_OfTheVectors_AgreeWithTheCheckDigit()
    {
        var seen = 0;
        foreach (var cells in File.ReadLines(Path.Combine(Repo.Root, "tests", "golden", "cn_application_numbers.csv")).Skip(1).Select(l => l.Split(',')))
        {
            var normal = CnNumber.Normal(cells[0]);
            Assert.True(normal is not null, cells[0]);
            Assert.True(CnNumber.Checks(normal) == (cells[2] == "True"), cells[0]);
            seen++;
        }

        Assert.True(seen == 19, $"{seen}");
    }

    [Theory]
    [InlineData("ZL 2019 1 0561574.9", "201910561574.9", RightKind.Invention)]
    [InlineData("CN201910561574", "201910561574.9", RightKind.Invention)]
    [InlineData("ｚｌ２０１９１０５６１５７４．９", "201910561574.9", RightKind.Invention)]
    [InlineData("02159962.9", "02159962.9", RightKind.Invention)]
    [InlineData("2019", null, null)]
    [InlineData("CN1426265A", null, null)]
    public void CnNumber_InAnySpelling_HasOneForm(string text, string? normal, RightKind? kind)
    {
        Assert.Equal(normal, CnNumber.Normal(text));
        Assert.Equal(kind, normal is null ? null : CnNumber.Kind(normal));
    }

    [Fact]
    public void Pledge_ByItsNumber_BeginsChangesAndEnds()
    {
        RightEvent[] events = [Event(RightEffect.PledgeOff, "2021-05-01", ("registration_number", "Y1")), Event(RightEffect.PledgeOn, "2020-01-01", ("registration_number", "Y1"), ("pledgee", "甲银行")), Event(RightEffect.PledgeOn, "2020-06-01", ("registration_number", "Y2"), ("pledgee", "乙银行")), Event(RightEffect.PledgeChanged, "2020-09-01", ("registration_number", "Y2"), ("pledgee", "丙银行"))];
        var found = Encumbrances.Of(events);
        Assert.Equal(["Y1 甲银行 2020-01-01 2021-05-01", "Y2 丙银行 2020-06-01 "], found.Select(e => $"{e.RegistrationNo} {e.Holder} {e.From:yyyy-MM-dd} {e.Until:yyyy-MM-dd}"));
        Assert.Equal(2, Encumbrances.Of(events, Day("2021-04-30")).Count(e => e.Until is null));

        // An end alone says that there was a beginning; a licence of unknown kind stays one.
        Assert.Equal((null, Day("2021-05-01")), Encumbrances.Of([Event(RightEffect.FreezeOff, "2021-05-01")]).Select(e => (e.From, e.Until!.Value)).Single());
        Assert.Equal([EncumbranceKind.Licence, EncumbranceKind.ExclusiveLicence], Encumbrances.Of([Event(RightEffect.LicenceOn, "2020-01-01"), Event(RightEffect.LicenceOn, "2020-02-01", ("licence_kind", "独占许可"))]).Select(e => e.Kind));
    }

    [Fact]
    public void Holders_FromSourcesAndTransfers_FollowEachOther()
    {
        var facts = RightFacts.Of([Said("2019-01-01", "甲公司"), Said("2024-01-01", "乙公司")]);
        RightEvent[] events = [Event(RightEffect.OwnerChanged, "2021-03-01", ("assignor", "甲公司"), ("assignee", "乙公司"))];
        Assert.Equal(["甲公司  2021-03-01", "乙公司 2021-03-01 "], Holders.Of(facts, events).Select(Told));
        Assert.Equal(["甲公司  2024-01-01", "乙公司 2024-01-01 "], Holders.Of(facts, []).Select(Told));
        Assert.Equal("甲公司", Holders.On(Holders.Of(facts, events), Day("2021-02-28")).Single().Name);
        Assert.Equal("乙公司", Holders.On(Holders.Of(facts, events), Day("2021-03-01")).Single().Name);

        static string Told(Holder h) => $"{h.Name} {h.From:yyyy-MM-dd} {h.Until:yyyy-MM-dd}";
    }

    [Fact]
    public void Fields_OfSeveralSources_TheNewestCountsAndDifferencesStay()
    {
        Said[] said = [Said("2024-01-01", "乙公司", "新名称"), Said("2019-01-01", "甲公司", "旧名称"), Said("2022-01-01", "甲公司", "旧名称")];
        foreach (var order in new[] { said, [.. said.Reverse()] })
        {
            var title = RightFacts.Of(order).Fields.Single(f => f.Field == "title.zh");
            Assert.Equal(("新名称", Day("2024-01-01")), (title.Value, title.AsOf));
            Assert.Equal([("旧名称", Day("2022-01-01"))], title.Differing.Select(d => (d.Value, d.AsOf)));
        }
    }

    [Fact]
    public void Grant_OfTheSecondDocument_IsTheDayItWasPublished()
    {
        var a = new SourceRecord { Place = new(1), Numbers = [new("CN", NumberUse.Application, "02159962.9", "", ""), new("CN", NumberUse.Publication, "1426265", "A", "CN1426265A")], Dates = [new("publication", Day("2003-06-25"))] };
        var b = a with { Numbers = [a.Numbers[0], new("CN", NumberUse.Grant, "1175696", "C", "CN1175696C")], Dates = [new("publication", Day("2004-11-10"))] };
        var facts = RightFacts.Of([new(1, "f", Day("2024-01-01"), "b", b), new(1, "f", Day("2024-01-01"), "a", a)]);
        Assert.Equal((Day("2003-06-25"), Day("2004-11-10"), RightKind.Invention), (facts.Date("publication"), facts.Date("grant"), facts.Kind));
        Assert.Equal("CN:a:02159962.9", NumberKeys.Of(a.Numbers, null)[0]);
    }

    [Theory]
    [InlineData("钠离子电池", "钠离 离子 子电 电池 池 ")]
    [InlineData("一种ABC-12型电池", "一种 种 abc 12 型电 电池 池 ")]
    public void SearchWords_OfATitle_ArePairsAndWords(string text, string words)
    {
        var to = new System.Text.StringBuilder();
        SearchWords.Write(to, text);
        Assert.Equal(words, to.ToString());
    }

    [Fact]
    public void SearchWords_OfAQuery_AskForPairsOrABeginning()
    {
        Assert.Equal([("离子", false), ("子电", false)], SearchWords.Asked("离子电"));
        Assert.Equal([("钠", true)], SearchWords.Asked("钠"));
        Assert.Equal([("@ab", true)], SearchWords.Asked("AB", "@"));
    }

    private static Said Said(string asOf, string owner, string title = "名称") => new(1, "f", Day(asOf), $"{asOf}{owner}{title}", new() { Place = new(1), Numbers = [], Titles = [new("zh", title)], Parties = [new(PartyRole.Owner, owner)] });

    private static RightEvent Event(RightEffect effect, string on, params (string, string)[] facts) => new("inpadoc", effect.Word(), effect, Day(on), Day(on), "", facts.ToDictionary(f => f.Item1, f => f.Item2), Day("2026-01-01"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
