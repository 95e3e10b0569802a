using System.Text;
using Xunit;
using Zhirong.Modules.Lending;
using Zhirong.Modules.Lending.Pledges;
using Zhirong.Modules.Lending.Registration;
using Zhirong.Modules.Lending.Registration.Replies;
using Zhirong.Modules.Lending.Registration.Rules;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Lending;

/// <summary>What people paste and registries send: numbers, answers, rules; and the split of an amount.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("201910561574.9", "201910561574.9")]
    [InlineData("ZL 2019 1 0561574.9\nZL201810123456.7", "ZL 2019 1 0561574.9|ZL201810123456.7")]
    [InlineData("201910561574.9，201810123456.7；1234567、", "201910561574.9|201810123456.7|1234567")]
    [InlineData("201910561574.9 201810123456.7", "201910561574.9|201810123456.7")]
    [InlineData("２０１９１０５６１５７４．９", "201910561574.9")]
    [InlineData("\"201910561574.9\"\t• 1234567", "201910561574.9|1234567")]
    [InlineData("专利清单\n序号,专利号\n1,201910561574.9", "1|201910561574.9")]
    [InlineData(" \n,;\t", "")]
    public void NumberList_AsPasted_IsCutIntoNumbers(string pasted, string numbers) => Assert.Equal(numbers.Split('|', StringSplitOptions.RemoveEmptyEntries), NumberList.Of(pasted));

    /// <summary>Sums to the fen whatever the weights; seed printed in the message of a failure.</summary>
    [Fact]
    public void Allocation_OverAnyWeights_SumsToTheFen()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var luck = new Random(seed);
            var fen = luck.NextInt64(0, 99_999_999_999_999_999);
            var weights = Enumerable.Range(0, luck.Next(1, 200)).Select(_ => (long?)luck.NextInt64(0, 99_999_999_999_999_999)).ToList();
            var parts = Allocation.Over(fen, weights);
            Assert.True(parts.Sum() == fen && parts.All(p => p >= 0), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(100, "1,1,1", "34,33,33")]
    [InlineData(100, "1,,5", "34,33,33")]
    [InlineData(100, "0,0", "50,50")]
    [InlineData(1, "1,2", "0,1")]
    [InlineData(5, "3,1", "4,1")]
    public void Allocation_Residual_GoesToTheLargestRemainderThenTheFirst(long fen, string weights, string parts) =>
        Assert.Equal(parts, string.Join(',', Allocation.Over(fen, [.. weights.Split(',').Select(w => w.Length == 0 ? (long?)null : long.Parse(w, null))])));

    [Theory]
    [InlineData("33,33,34", null)]
    [InlineData("33,33,33", "LEN-0102")]
    [InlineData("33,33,35", "LEN-0102")]
    public void Allocation_GivenParts_SumOrAreRefused(string parts, string? code) => Assert.Equal(code, Allocation.Sum(parts.Split(',').Select(p => long.Parse(p, null)), 100)?.Code);

    [Fact]
    public void Answers_OfCsvInChinese_AreReadLineByLine()
    {
        const string file = """
            某登记机构回执
            案卷参考号,办理结果,办理日期,文号,登记号,理由
            R-1,受理,2026-03-02,S-001,,
            R-2,补正,2026/3/3,B-002,,"缺""委托书"",
            请补交"
            R-3,同意啦,2026-03-04,,,
            ,准予登记,2026-03-05,,Y2026,
            R-5,准予登记,03-05,,Y2026,
            R-6,准予登记,2026年3月6日,,Y2026330000006,
            """;
        var answers = AnswerReader.Read(Encoding.UTF8.GetBytes(file)).Value;
        Assert.Equal(["", "", "LEN-0305", "LEN-0307", "LEN-0306", ""], answers.Select(a => a.Fault?.Code ?? ""));
        Assert.Equal([3, 4, 6, 7, 8, 9], answers.Select(a => a.Line));
        Assert.Equal("缺\"委托书\",\n请补交", answers[1].Note);
        Assert.Equal((new DateOnly(2026, 3, 6), "Y2026330000006"), (answers[5].On, answers[5].RegistrationNo));
        Assert.Equal(answers.Select(a => (a.Reference, a.Act, a.On, a.Fault?.Code)), AnswerReader.Read(CodePages.GetBytes(file)).Value.Select(a => (a.Reference, a.Act, a.On, a.Fault?.Code)));
    }

    [Fact]
    public void Answers_OfAWorkbookOrJson_ReadAlike()
    {
        var book = new Workbook();
        var sheet = book.Add("回执");
        foreach (var (column, title) in ((string[])["参考号", "结果", "日期", "登记号"]).Index())
        {
            sheet.Set(1, column + 1, Cell.Text(title));
        }

        sheet.Set(2, 1, Cell.Text("R-1"));
        sheet.Set(2, 2, Cell.Text("准予登记"));
        sheet.Set(2, 3, Cell.Date(new(2026, 3, 5)));
        sheet.Set(2, 4, Cell.Text("Y1"));
        var json = """{"schema":"zhirong/registry-answers/v1","answers":[{"reference":"R-1","result":"registered","on":"2026-03-05","registrationNo":"Y1"},{"reference":"R-2","result":"registered","on":"2026-03-05","registratonNo":"Y2"}]}""";
        var (fromBook, fromJson) = (AnswerReader.Read(WorkbookWriter.Write(book)).Value, AnswerReader.Read(Encoding.UTF8.GetBytes(json)).Value);
        Assert.Equal((fromBook[0].Reference, fromBook[0].Act, fromBook[0].On, fromBook[0].RegistrationNo), (fromJson[0].Reference, fromJson[0].Act, fromJson[0].On, fromJson[0].RegistrationNo));
        Assert.Null(fromJson[0].Fault);
        Assert.Equal("FLD-0104", fromJson[1].Fault!.Code);
    }

    [Theory]
    [InlineData("", "LEN-0301")]
    [InlineData("<a/>", "LEN-0301")]
    [InlineData("%PDF-1.7", "LEN-0301")]
    [InlineData("a,b,c\n1,2,3", "LEN-0302")]
    [InlineData("参考号,结果,日期\n", "LEN-0303")]
    [InlineData("""{"schema":"zhirong/registry-answers/v1","answers":[]}""", "LEN-0303")]
    [InlineData("""{"schema":"x","answers":[]}""", "FLD-0103")]
    public void Answers_OfSomethingElse_AreRefusedByNumber(string text, string code) => Assert.Equal(code, AnswerReader.Read(Encoding.UTF8.GetBytes(text)).Refusals[0].Code);

    [Fact]
    public void Answers_WithAQuoteNeverClosed_LoseThatLineAlone()
    {
        var answers = AnswerReader.Read(Encoding.UTF8.GetBytes("参考号,结果,日期,备注\nR-1,受理,2026-03-02,\"x\nR-2,受理,2026-03-02,y\n")).Value;
        Assert.Equal([("", "LEN-0311"), ("R-2", null)], answers.Select(a => (a.Reference, a.Fault?.Code)));
    }

    [Fact]
    public void Registries_AsShipped_CoverEveryPledgedCategoryAndEveryDay()
    {
        Assert.Equal(["copyright", "data_ip", "ic_layout", "patent", "receivables", "trademark"], Registries.Shelf.Codes);
        Assert.Equal(["patent-1996", "patent-2010", "patent-2021"], new[] { "2010-09-30", "2010-10-01", "2021-11-15" }.Select(d => Registries.Set("patent", d).Id));
        Assert.Equal(12, Registries.Set("patent", "2026-01-01").Grounds.Count);
        Assert.Null(Registries.Shelf.Of("patent")!.GroundsOn(new(1990, 1, 1)));
        Assert.Null(Registries.Shelf.For(Zhirong.Modules.Assets.Model.RightKind.PlantVariety));
    }

    [Theory]
    [InlineData("exclusive: true", "exclusive: maybe", "FLD-0102")]
    [InlineData("exclusive: true", "exclusiv: true", "FLD-0104")]
    [InlineData("kinds: [invention, utility_model, design]", "kinds: [invention, utility, design]", "LEN-0903")]
    [InlineData("until: 2021-11-15", "until: 2021-11-16", "LEN-0902")]
    [InlineData("until: 2010-10-01", "until: 1996-10-01", "LEN-0902")]
    [InlineData("code: P02", "code: P01", "FLD-0102")]
    [InlineData("check: granted", "check: grantd", "FLD-0103")]
    [InlineData("kind: waivable", "kind: waiveable", "FLD-0103")]
    [InlineData("days: 5", "days: -5", "FLD-0102")]
    [InlineData("schema: zhirong/pledge-registry/v1", "schema: other", "FLD-0103")]
    public void Registry_WithAFault_IsRefusedWithItsPlace(string old, string changed, string code)
    {
        var text = Repo.Read("data", "registration", "patent.yaml");
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        var read = RegistryReader.Read(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length))));
        Assert.Contains(read.Refusals, r => r.Code == code && r.Line > 0);
    }

    [Fact]
    public void Registries_WithACategoryTwice_AreRefused()
    {
        var patent = Encoding.UTF8.GetBytes(Repo.Read("data", "registration", "patent.yaml"));
        Assert.Equal(["LEN-0901"], RegistryShelf.Read([patent, patent]).Refusals.Select(r => r.Code).Distinct());
    }

    private static Encoding CodePages => Platform.Office.Files.TextEncodings.Gb18030;
}
