using System.IO.Compression;
using System.Text;
using Xunit;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Tests.Payments.Channels;

public sealed class TemplateTests
{
    // GBK has neither 𠮷 nor ·'s Japanese neighbours missing: these names fit every template.
    private static readonly string[] GbkNames = ["宁波甬江新材料股份有限公司", "杭州,\"西\"科技有限公司", "O'Neil & Sons", "買買提·吐尔逊", "（日）株式会社テスト"];

    [Theory]
    [InlineData("template.batch-xlsx", PayeeAccountKind.Bank)]
    [InlineData("template.batch-csv-gbk", PayeeAccountKind.Bank)]
    [InlineData("ecny", PayeeAccountKind.EcnyWallet)]
    public void Write_AnyOrder_ReadsBackFieldByField(string code, PayeeAccountKind kind) => Seeds.Hold(40, random =>
    {
        var order = Orders.Random(random, kind, GbkNames);
        var written = Shelves.Channels.Find(code)!.Write(order);
        Assert.True(written.Ok, string.Join("; ", written.Refusals.Select(r => $"{r.Code} {r.Path} {r.Found}")));
        foreach (var file in written.Value)
        {
            AssertSame(order, file);
        }
    });

    [Fact]
    public void Write_CsvForOldBanks_IsGbkBytes()
    {
        var file = Shelves.Channels.Find("template.batch-csv-gbk")!.Write(Orders.Sample()).Value.Single();
        var text = TextEncodings.Gbk.GetString(file.Bytes.Span);
        Assert.StartsWith("批次编号,ZR20261128-0001\r\n", text, StringComparison.Ordinal);
        Assert.Contains("总金额（元）,3500000.01\r\n", text, StringComparison.Ordinal);
        Assert.ThrowsAny<DecoderFallbackException>(() => TextEncodings.Utf8.GetString(file.Bytes.Span));
    }

    [Fact]
    public void Write_NameWithACharacterGbkLacks_NamesFieldAndCharacter()
    {
        var order = Orders.Sample();
        order = order with { Items = [order.Items[0] with { PayeeName = "上海𠮷野公司" }] };
        var refusal = Assert.Single(Shelves.Channels.Find("template.batch-csv-gbk")!.Write(order).Refusals);
        Assert.Equal(("PAY-0511", "items[0].payeeName", "𠮷"), (refusal.Code, refusal.Path, refusal.Found));
        Assert.True(Shelves.Channels.Find("template.batch-xlsx")!.Write(order).Ok);
    }

    [Theory]
    [InlineData("=cmd()")]
    [InlineData("＠甲")]
    [InlineData("+甲")]
    public void Write_TextASpreadsheetWouldExecute_IsRefusedForCsv(string name)
    {
        var order = Orders.Sample();
        order = order with { Items = [order.Items[0] with { PayeeName = name }] };
        Assert.Equal("PAY-0512", Assert.Single(Shelves.Channels.Find("template.batch-csv-gbk")!.Write(order).Refusals).Code);
    }

    [Fact]
    public void Write_EcnySheet_HasWalletOperatorAmountAndPurpose()
    {
        var order = Orders.Sample(PayeeAccountKind.EcnyWallet);
        var files = Shelves.Channels.Find("ecny")!.Write(order).Value;
        Assert.Equal(["ZR20261128-0001.xlsx", "ZR20261128-0001.csv"], files.Select(f => f.Name));
        var lines = Encoding.UTF8.GetString(files[1].Bytes.Span).Split("\r\n");
        Assert.Contains("1,ZR20261128-0001-001,\"杭州<西>&科技\"\"有限\"\"公司\",6222020200000000001,中国建设银行,2000000.00,贰佰万元整,02102,质押贷款放款 第1笔,JJ20260001", lines);
    }

    [Fact]
    public void Write_Notice_ListsEveryPaymentAndTheTotalInCapitals()
    {
        var order = Orders.Sample();
        var file = Shelves.Channels.Find("notice")!.Write(order).Value.Single();
        using var archive = new ZipArchive(new MemoryStream(file.Bytes.ToArray()));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var text = reader.ReadToEnd();
        Assert.All(
            (string[])[.. order.Items.SelectMany(i => (string[])[i.PayeeAccount, i.EndToEndId, i.LoanNo!, i.Amount.Yuan.ToString("N2")]), "放款通知书", ChineseAmount.Capital(order.Total), order.DebtorAccount, "3,500,000.01"],
            wanted => Assert.Contains(wanted, text, StringComparison.Ordinal));
    }

    private static void AssertSame(PaymentOrder order, ChannelFile file)
    {
        using var stream = new PeekedStream(new MemoryStream(file.Bytes.ToArray()));
        var open = SheetFile.Open(stream, TextEncodings.Kind(stream.First), [.. Shelves.Sheets.Of(SheetKind.Payout)]).Single();
        var values = new Dictionary<string, string>();
        foreach (var row in open.Above)
        {
            open.Table.Labels(row, values);
        }

        Assert.Equal((order.MessageId, order.DebtorAccount, $"{order.Items.Count}"), (values["messageId"], values["debtorAccount"], values["count"]));
        Assert.Equal(order.Total, SheetText.Amount(values["total"], ""));
        Assert.Equal(order.RequestedDate, SheetText.Day(values["requestedDate"], ""));
        var rows = open.Rows.ToList();
        Assert.Equal(
            order.Items.Select(i => (i.EndToEndId, i.PayeeName, i.PayeeAccount, (Money?)i.Amount, i.Remittance, i.LoanNo, i.PurposeCode, i.AgentCnaps ?? i.OperatingBank)),
            rows.Select(r => (open.Table[r, "endToEndId"], open.Table[r, "payeeName"], open.Table[r, "payeeAccount"], SheetText.Amount(open.Table[r, "amount"], ""), open.Table[r, "remittance"], open.Table.Word(r, "loanNo"), open.Table.Word(r, "purposeCode"), open.Table.Word(r, "agentCnaps") ?? open.Table.Word(r, "operatingBank"))));
    }
}
