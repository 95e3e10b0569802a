using System.Text;
using Xunit;
using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Platform.Office.Files;
using Zhirong.Platform.Office.Workbooks;

namespace Zhirong.Modules.Tests.Assets.Reading;

/// <summary>Chinese exports with the dirt they really have.</summary>
public sealed class TableTests
{
    private const string Cnipa = "\uFEFF公开（公告）号,公开（公告）日,申请号,申请日,名称,主分类号,分类号,申请人,发明人,代理人,代理机构,地址,国省代码,优先权,摘要\r\n"
        + "CN110123456A,2019.10.01,CN201910561574.9,2017-02-15,\"一种轴承, 及其制法\",F16C  33/00,F16C33/00;C21D 9/40,\"宁波甲轴承有限公司；B, Inc.\",张三；李四,王五,某专利事务所,\"浙江省宁波市,1号\",33,,摘要一\r\n"
        + "CN1426265A,20030625,02159962.9,20021230,移动网络,H04Q7/38,,华为技术有限公司,,,,,44,,\r\n"
        + "CN1175696C,20041110,02159962.9,37620,移动网络,H04Q7/38,,华为技术有限公司,,,,,44,,\r\n";

    [Fact]
    public void Read_ExportOfAnOldSearchClient_GivesItsRecords()
    {
        var items = Samples.Read(Cnipa);
        var records = items.Records();

        Assert.Empty(items.Refused());
        Assert.Equal(["2 IMP-0213"], items.Warned());
        Assert.Equal(3, records.Count);
        var first = records[0];
        Assert.Equal((2, RightKind.Invention, "CN 201910561574.9", "CN 110123456 A"), (first.Place.Line, first.Kind, first.Number(NumberUse.Application), first.Number(NumberUse.Publication)));
        Assert.Equal("2017-02-15 2019-10-01", $"{first.Day("filing")} {first.Day("publication")}");
        Assert.Equal("宁波甲轴承有限公司 / B, Inc.", first.Names(PartyRole.Applicant));
        Assert.Equal("张三 / 李四", first.Names(PartyRole.Inventor));
        Assert.Equal(["F16C33/00 True", "C21D9/40 False"], first.Classes.Select(c => $"{c.Code} {c.Main}"));
        Assert.Equal("一种轴承, 及其制法", first.Titles.Single().Text);
        Assert.Equal("33", first.Other["province_code"]);
        Assert.Equal(["CN 02159962.9", "CN 02159962.9"], records.Skip(1).Select(r => r.Number(NumberUse.Application)));
        Assert.Equal("2002-12-30", records[2].Day("filing"));
    }

    [Theory]
    [InlineData("GBK")]
    [InlineData("GB18030")]
    [InlineData("UTF-16")]
    [InlineData("UTF-8")]
    public void Read_AnyEncoding_GivesTheSameRecords(string name)
    {
        var encoding = name switch { "GBK" => TextEncodings.Gbk, "GB18030" => TextEncodings.Gb18030, "UTF-16" => Encoding.Unicode, _ => Encoding.UTF8 };
        var text = Cnipa.TrimStart('\uFEFF');

        var records = Samples.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Records();

        Assert.Equal(Samples.Read(Cnipa).Records().Select(r => r.Titles[0].Text), records.Select(r => r.Titles[0].Text));
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData('|')]
    public void Read_OtherSeparators_AreFoundOut(char separator)
    {
        var text = $"申请号{separator}名称{separator}申请人\n201910561574.9{separator}轴承{separator}甲公司\n";

        Assert.Equal("甲公司", Samples.Read(text).Records().Single().Names(PartyRole.Applicant));
    }

    /// <summary>Every title seen in real exports leads to its own field or to a more exact one.</summary>
    [Fact]
    public void Aliases_AllThatWereSeen_AreKnown()
    {
        string[] exact = ["original_applicants", "owners", "claims_count"];
        foreach (var line in File.ReadAllLines(Samples.Golden("cn_export_header_aliases.csv")).Skip(1))
        {
            var (field, titles) = (line.Split(',')[0], line.Split(',')[1].Split('|'));
            foreach (var title in titles)
            {
                var found = Samples.Aliases.Find(title);
                Assert.True(found is not null, title);
                Assert.True(found.Value.Word() == field || exact.Contains(found.Value.Word()), $"{title}: {field}, {found.Value.Word()}");
            }
        }
    }

    [Fact]
    public void Aliases_OfTheReader_GoBeforeTheProducts()
    {
        var own = HeaderAliases.Read("field,headers\napplication_number,我方编号\n-,申请号\n"u8).Value;
        var text = "我方编号,申请号,名称\n201910561574.9,内部1,轴承\n"u8.ToArray();

        var items = new RightsReader(Samples.Aliases.With(own)).Read(new MemoryStream(text)).ToList();

        Assert.Equal("CN 201910561574.9", items.Records().Single().Number(NumberUse.Application));
        Assert.Equal(["IMP-0503", "IMP-0502", "IMP-0501"], HeaderAliases.Read("x\nnope,甲\ntitle,乙\nipc,乙\n"u8).Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Read_StatusText_GivesItsEvents()
    {
        const string Status = "法律状态公告日：20150722;法律状态：公开;描述信息：公开;&nbsp;法律状态公告日：20200320;法律状态：专利权质押合同登记的生效;描述信息：专利权质押合同登记的生效 IPC(主分类):G01M   7/08 登记号:Y2020980000123登记生效日:20200303出质人:甲公司质权人:宁波银行股份有限公司;上海银行;法律状态公告日：20210601;法律状态：专利实施许可合同备案的生效;描述信息：合同备案号:X2021330000001让与人:甲公司受让人:乙公司许可种类:普通许可备案日期:20210520;";
        var record = Samples.Read($"申请号,法律状态\n201410529844.5,\"{Status}\"\n").Records().Single();

        Assert.Null(record.StatusText);
        Assert.Equal(["2015-07-22  公开", "2020-03-20 2020-03-03 专利权质押合同登记的生效", "2021-06-01 2021-05-20 专利实施许可合同备案的生效"], record.Events.Select(e => $"{e.RecordedOn:yyyy-MM-dd} {e.EffectiveOn:yyyy-MM-dd} {e.Text}"));
        var pledge = record.Events[1].Facts;
        Assert.Equal("Y2020980000123 甲公司 宁波银行股份有限公司;上海银行", $"{pledge["registration_number"]} {pledge["pledgor"]} {pledge["pledgee"]}");
        Assert.Equal("普通许可 乙公司", $"{record.Events[2].Facts["licence_kind"]} {record.Events[2].Facts["licensee"]}");
    }

    [Fact]
    public void Read_ColumnsOfPledgesLicencesAndReceipts_BecomeEvents()
    {
        var pledges = Samples.Read("专利号,质押登记号,登记生效日,解除日,出质人,质权人\nZL201410529844.5,Y2020980000123,2020-03-03,2021-03-02,甲公司,宁波银行\n").Records().Single();
        Assert.Equal(["pledge_registered 2020-03-03", "pledge_cancelled 2021-03-02"], pledges.Events.Select(e => $"{e.Facts["event"]} {e.EffectiveOn:yyyy-MM-dd}"));

        var gazette = Samples.Read("专利号,专利名称,登记号,登记生效日,出质人,质权人,公告日,变更日,变更事项,变更前,变更后\nZL201410529844.5,轴承,Y2020980000123,,甲公司,宁波银行；上海银行,2020-06-30,2020.6.12,质权人,宁波银行,上海银行\n").Records().Single();
        Assert.Equal("pledge_changed 2020-06-30 2020-06-12 Y2020980000123 宁波银行;上海银行 上海银行", gazette.Events.Single() is var e ? $"{e.Facts["event"]} {e.RecordedOn:yyyy-MM-dd} {e.EffectiveOn:yyyy-MM-dd} {e.Facts["registration_number"]} {e.Facts["pledgee"]} {e.Facts["after"]}" : "");

        var receipts = Samples.Read("申请号,票据号码,费用种类,年度,金额,缴费日,缴费人\n201410529844.5,00123,发明专利年费,第9年,2000.00,2022-10-08,甲公司\n201410529844.5,00124,年费滞纳金,第9年,100.00,2022-11-20,甲公司\n").Records();
        Assert.Equal(["receipt 2022-10-08 发明专利年费 2000.00", "receipt 2022-11-20 年费滞纳金 100.00"], receipts.SelectMany(r => r.Events).Select(e => $"{e.Scheme} {e.EffectiveOn:yyyy-MM-dd} {e.Text} {e.Facts["amount"]}"));

        var told = Samples.Read("申请号,事务公告日,事务代码,事务类型,登记生效日,变更前,变更后\n201410529844.5,2020-03-20,TR01,专利权的转移,2020-03-03,甲公司,乙公司\n").Records().Single().Events.Single();
        Assert.Equal("TR01 2020-03-20 2020-03-03 乙公司", $"{told.Code} {told.RecordedOn:yyyy-MM-dd} {told.EffectiveOn:yyyy-MM-dd} {told.Facts["after"]}");
    }

    [Fact]
    public void Read_OtherRegisters_AreToldByTheirTitles()
    {
        var marks = Samples.Read("商标注册号,商标名称,国际分类,注册人,注册公告日,专用期限至,商品/服务\n第1234567号,知融,第9类,甲公司,2015-03-14,2025-03-13,软件\n").Records().Single();
        Assert.Equal((RightKind.Trademark, "CN 1234567", "9", "甲公司", "2015-03-14"), (marks.Kind, marks.Number(NumberUse.Registration), marks.Classes.Single().Code, marks.Names(PartyRole.Owner), marks.Day("registration")));

        var software = Samples.Read("登记号,软件名称,著作权人,首次发表日期,开发完成日期,统一社会信用代码,份额\n2019SR0123456,系统V1.0,甲公司；乙公司,2019-01-02,2018-12-01,91310115591693856A；91350211M00013FA1N,60%；40%\n");
        Assert.Equal((RightKind.SoftwareCopyright, "CN 2019SR0123456"), (software.Records().Single().Kind, software.Records().Single().Number(NumberUse.Registration)));
        Assert.Equal(["甲公司 0.6 91310115591693856A", "乙公司 0.4 91350211M00013FA1N"], software.Records().Single().Parties.Select(p => $"{p.Name} {p.Share} {p.Code}"));
        Assert.Equal(["2 IMP-0214"], software.Warned());
    }

    /// <summary>Lists of all categories have one head for the number; a Chinese patent's is its application number, held to its check digit.</summary>
    [Fact]
    public void Read_PatentUnderTheCommonHead_StandsByItsApplicationNumber()
    {
        var items = Samples.Read("登记号,权利名称,权利类型,登记日,权利人\nZL 2022 2 9920001.5,台架,实用新型,2023-02-02,甲公司\n202229920002.5,台架,实用新型,2023-02-02,甲公司\n2019SR0123456,系统,软件著作权,2019-03-01,甲公司\nD1234567,外观,外观设计,2019-03-01,甲公司\n");

        Assert.Equal(["CN 202229920001.5", "", ""], items.Records().Select(r => r.Number(NumberUse.Application)));
        Assert.Equal(["", "CN 2019SR0123456", "CN D1234567"], items.Records().Select(r => r.Number(NumberUse.Registration)));
        Assert.Equal(["3 IMP-0203"], items.Refused());
    }

    [Fact]
    public void Read_BrokenRows_AreNamedAndTheOthersKept()
    {
        var text = "申请号,名称,申请日,备注\n"
            + "201910561574.8,校验位错,2019-06-26,\n"
            + "201410529844.5,\"引号没有闭合,2014-10-09,\n"
            + "201410529844.5,多了一列,2014-10-09,备注,又一列\n"
            + "2.01910561574E+11,科学计数,2019-06-26,\n"
            + ",没有号码,2019-06-26,\n"
            + "201410529844.5,日期不对,2014-13-09,好行\n"
            + "申请号,名称,申请日,备注\n"
            + "201610705624.2,好行,2016-08-22,备注\n"
            + "201013051089";

        var items = Samples.Read(text);

        Assert.Equal(["2 IMP-0203", "3 IMP-0207", "4 IMP-0206", "5 IMP-0204", "6 IMP-0201", "10 IMP-0210"], items.Refused());
        Assert.Equal(["7 IMP-0205"], items.Warned());
        Assert.Equal(["日期不对", "好行"], items.Records().Select(r => r.Titles[0].Text));
        Assert.Equal(2, items.Unused()["备注"]);
    }

    [Fact]
    public void Read_BytesThatAreNoText_CostTheirRowAlone()
    {
        var bytes = Encoding.UTF8.GetBytes("申请号,名称\n201910561574.9,甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁\n201410529844.5,#\n201610705624.2,好\n");
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xFF;

        var items = Samples.Read(bytes);

        Assert.Equal("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁 好", string.Join(' ', items.Records().Select(r => r.Titles[0].Text)));
        Assert.Equal(["3 IMP-0209"], items.Refused());
    }

    [Fact]
    public void Read_TenThousandBrokenRows_AreCountedAndTheGoodOnesKept()
    {
        var text = new StringBuilder("申请号,名称\n");
        for (var n = 0; n < 10_000; n++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2019{n:00000000}.Q,\"坏{n}\n201410529844.5,好{n}\n");
        }

        var items = Samples.Read(text.ToString());

        Assert.Equal(10_000, items.Refused().Length);
        Assert.Equal(10_000, items.Records().Count);
    }

    [Fact]
    public void Read_WorkbookWithTitleAndJoinedTitles_IsRead()
    {
        var book = new Workbook();
        var sheet = book.Add("专利");
        sheet.Set(1, 1, Cell.Text("宁波甲公司专利清单"));
        sheet.Merge(1, 1, 1, 6);
        sheet.Set(2, 1, Cell.Text("数据截止日：2026年10月31日"));
        foreach (var (column, title) in (string[])["序号", "申请号", "名称", "申请人", "", "申请日"] is var titles ? titles.Index() : [])
        {
            sheet.Set(3, column + 1, Cell.Text(title));
        }

        sheet.Merge(3, 2, 4, 2);
        sheet.Merge(3, 3, 4, 3);
        sheet.Merge(3, 4, 3, 5);
        sheet.Merge(3, 6, 4, 6);
        sheet.Set(4, 4, Cell.Text("原始"));
        sheet.Set(4, 5, Cell.Text("当前"));
        for (var n = 0; n < 2; n++)
        {
            sheet.Set(5 + n, 1, Cell.Number(n + 1));
            sheet.Set(5 + n, 2, n == 0 ? Cell.Text("ZL201410529844.5") : Cell.Number(201910561574.9m));
            sheet.Set(5 + n, 3, Cell.Text($"轴承{n}"));
            sheet.Set(5 + n, 5, Cell.Text("乙公司"));
            sheet.Set(5 + n, 6, Cell.Date(new(2014, 10, 9)));
        }

        sheet.Set(5, 4, Cell.Text("甲公司"));
        sheet.Merge(5, 4, 6, 4);
        book.Add("说明").Set(1, 1, Cell.Text("无表"));

        var items = Samples.Read(WorkbookWriter.Write(book));

        Assert.Empty(items.Refused());
        Assert.Equal(["CN 201410529844.5 甲公司 乙公司 2014-10-09 2026-10-31", "CN 201910561574.9 甲公司 乙公司 2014-10-09 2026-10-31"],
            items.Records().Select(r => $"{r.Number(NumberUse.Application)} {r.Names(PartyRole.OriginalApplicant)} {r.Names(PartyRole.Owner)} {r.Day("filing")} {r.Place.AsOf:yyyy-MM-dd}"));
        Assert.Equal(["序号", "说明"], items.Unused().Keys.Order());
    }

    [Fact]
    public void Read_CopyOfTheRegisterOnItsSide_IsOneRecord()
    {
        var record = Samples.Read("专利登记簿副本,\n专利号,ZL201410529844.5\n专利名称,一种轴承\n申请日,2014年10月09日\n授权公告日,2016年5月4日\n专利权人,宁波甲公司\n法律状态,专利权维持\n出具日期,2026年10月8日\n年费缴至,2027年10月8日\n").Records().Single();

        Assert.Equal("CN 201410529844.5 一种轴承 2016-05-04 专利权维持 2026-10-08 2027年10月8日", $"{record.Number(NumberUse.Application)} {record.Titles[0].Text} {record.Day("grant")} {record.StatusText} {record.Place.AsOf:yyyy-MM-dd} {record.Other["fee_paid_until"]}");
    }

    [Fact]
    public void Read_AListOfNumbersAndRowsOfPublications_AreRights()
    {
        Assert.Equal(["CN 201410529844.5", "CN 02159962.9"], Samples.Read("清单\n申请号\nZL201410529844.5\n02159962\n").Records().Select(r => r.Number(NumberUse.Application)));

        var published = Samples.Read("公开（公告）号,标题,专利类型\nCN201405454Y,一种轴承,实用新型\nUS8930553B2,Managing,发明\n");
        Assert.Equal(["CN 201405454 Y UtilityModel", "US 8930553 B2 Invention"], published.Records().Select(r => $"{r.Number(NumberUse.Publication)} {r.Kind}"));
        Assert.Empty(published.Warned());
    }

    [Fact]
    public void Read_RowsBelowTheTableAndOddColumns_AreToldApart()
    {
        var items = Samples.Read("申请号,名称,类别\n=\"201410529844.5\",轴承,发明专利\n'201610705624.2,齿轮,发明\n合计,2件,\n注：截至2026年10月\n");

        Assert.Empty(items.Refused());
        Assert.Equal(["CN 201410529844.5 0", "CN 201610705624.2 0"], items.Records().Select(r => $"{r.Number(NumberUse.Application)} {r.Classes.Count}"));
        Assert.Equal(["合计", "注:"], items.Unused().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Preview_OfATable_ShowsWhatEachColumnIsTakenFor()
    {
        var table = TablePreview.Read(new MemoryStream(Encoding.UTF8.GetBytes("清单,,\n申请号,我的栏,名称\n201410529844.5,甲,轴承\n")), Samples.Aliases).Value.Single();

        Assert.Equal(2, table.TitleLine);
        Assert.Equal(["申请号 application_number 201410529844.5", "我的栏  甲", "名称 title 轴承"], table.Columns.Select(c => $"{c.Title} {c.Field} {string.Join(',', c.Samples)}"));
        Assert.Equal("IMP-0109", TablePreview.Read(new MemoryStream("a,b\n"u8.ToArray()), Samples.Aliases).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("", "IMP-0101")]
    [InlineData("a,b\n1,2\n", "IMP-0109")]
    [InlineData("%PDF-1.7", "IMP-0103")]
    public void Read_NoTable_IsRefusedByNumber(string text, string code) => Assert.EndsWith(code, Samples.Read(text).Refused().Single(), StringComparison.Ordinal);
}
