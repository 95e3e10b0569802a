using System.Text;
using Xunit;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>Files that attack, lie about themselves or were cut: each ends in a numbered refusal.</summary>
public sealed class HostileFileTests
{
    private static string Good { get; } = TestBank.Pain002("pain.002.001.10", Orders.Sample(), Orders.Sample().Items.Select(i => (i, "ACSC", (string?)null, (string?)null)));

    private static string Statement { get; } = TestBank.Camt("camt.053.001.08", TestBank.Random(new(1), 12));

    public static TheoryData<string, string> Attacks => new()
    {
        { "entity bomb", "PAY-0605" },
        { "file of the machine", "PAY-0605" },
        { "empty doctype", "PAY-0605" },
        { "undeclared entity", "PAY-0606" },
        { "deep", "PAY-0609" },
        { "long text", "PAY-0610" },
        { "long attribute", "PAY-0610" },
        { "long comment", "PAY-0610" },
        { "many children", "PAY-0616" },
        { "many names", "PAY-0616" },
        { "many name spaces", "PAY-0616" },
        { "empty", "PAY-0601" },
        { "blanks", "PAY-0601" },
        { "pdf", "PAY-0603" },
        { "picture", "PAY-0603" },
        { "zip without workbook", "OFF-0106" },
        { "old workbook", "OFF-0104" },
        { "zeroes", "PAY-0603" },
        { "html", "PAY-0604" },
        { "payment order", "PAY-0604" },
        { "text", "PAY-0617" },
        { "declared GBK but UTF-8", "PAY-0607" },
        { "declared UTF-8 but GBK", "PAY-0607" },
        { "nothing declared but GBK", "PAY-0607" },
        { "declared UTF-16 but UTF-8", "PAY-0607" },
        { "declared EBCDIC", "PAY-0607" },
        { "UTF-8 that breaks", "PAY-0608" },
        { "dollars", "PAY-0612" },
        { "half a fen", "PAY-0613" },
        { "too much money", "PAY-0613" },
        { "no original", "PAY-0615" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Read_AnAttack_IsRefusedByNumber(string attack, string code)
    {
        var refusals = Shelves.Answers.Read(Bytes(attack)).Refusals;
        Assert.Equal(code, Assert.Single(refusals).Code);
        Assert.True(refusals[0].Found.Length < 200 && refusals[0].Message.Zh.Length > 4);
    }

    [Theory]
    [InlineData("GBK")]
    [InlineData("GB18030")]
    [InlineData("gb2312")]
    public void Read_XmlThatIsTheGbkItDeclares_Reads(string declared)
    {
        var text = Good.Replace("encoding=\"UTF-8\"", $"encoding=\"{declared}\"", StringComparison.Ordinal);
        Assert.Equal(Orders.Sample().Items[0].PayeeName, Shelves.Answers.Read(TextEncodings.Gbk.GetBytes(text)).Value[0].Items[0].PayeeName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_XmlInUtf16_ReadsWithOrWithoutItsMark(bool mark)
    {
        var text = Good.Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal);
        byte[] bytes = [.. mark ? Encoding.Unicode.Preamble : [], .. Encoding.Unicode.GetBytes(text)];
        Assert.Equal(Orders.Sample().Items[0].PayeeName, Shelves.Answers.Read(bytes).Value[0].Items[0].PayeeName);
    }

    [Fact]
    public void Read_CutAnywhere_IsRefusedAndNeverThrows()
    {
        foreach (var whole in (byte[][])[Encoding.UTF8.GetBytes(Good), Encoding.UTF8.GetBytes(Statement)])
        {
            var end = whole.AsSpan().LastIndexOf("</Document>"u8) + "</Document>".Length;
            for (var length = 0; length < end; length += Repo.Long ? 1 : 7)
            {
                Assert.False(Shelves.Answers.Read(whole.AsMemory(0, length)).Ok, $"cut at {length}");
            }
        }
    }

    [Fact]
    public void Read_WithBytesChangedAtRandom_ReadsOrRefusesButNeverThrows() => Seeds.Hold(300, random =>
    {
        var bytes = Encoding.UTF8.GetBytes(random.Next(2) == 0 ? Good : Statement);
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        var (answers, statements) = (Shelves.Answers.Read(bytes), Shelves.Statement(bytes));
        Assert.True(answers.Ok || answers.Refusals.Count > 0);
        Assert.True(statements.Ok || statements.Refusals.Count > 0);
    });

    [Fact]
    public void Read_SheetsWithBytesChangedAtRandom_ReadsOrRefusesButNeverThrows() => Seeds.Hold(200, random =>
    {
        var files = Shelves.Channels.Find("ecny")!.Write(Orders.Sample(PayeeAccountKind.EcnyWallet)).Value;
        var bytes = files[random.Next(2)].Bytes.ToArray();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        Assert.False(Shelves.Answers.Read(bytes).Ok);
        Assert.False(Shelves.Statement(bytes).Ok);
    });

    [Fact]
    public void Read_AnAnswerAsAStatement_NamesWhatIsReadThere()
    {
        var refusal = Assert.Single(Shelves.Statement(Good).Refusals);
        Assert.Equal(("PAY-0604", "pain.002.001.10"), (refusal.Code, refusal.Found));
        Assert.Contains("camt.053.001.08", refusal.Expected.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EntitiesOfXmlItself_AreText() =>
        Assert.Equal("甲&乙<丙>\"丁'", Shelves.Answer(TestBank.Pain002("pain.002.001.10", Orders.Sample(), [(Orders.Sample().Items[0] with { PayeeName = "甲&乙<丙>\"丁'" }, "ACSC", null, null)])).Value[0].Items[0].PayeeName);

    private static byte[] Bytes(string attack)
    {
        string swap(string old, string fresh) => Good.Contains(old, StringComparison.Ordinal) ? Good.Replace(old, fresh, StringComparison.Ordinal) : throw new InvalidOperationException(old);
        string doctype(string inside) => swap("<Document", $"<!DOCTYPE Document {inside}>\n<Document");
        var bomb = "[<!ENTITY a \"" + new string('x', 100) + "\">" + string.Concat(Enumerable.Range(0, 9).Select(i => $"<!ENTITY {(char)('b' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}\">")) + "]";
        const string Id = "<MsgId>ANSWER-1</MsgId>";
        return attack switch
        {
            "entity bomb" => Utf8(doctype(bomb).Replace("ANSWER-1", "&j;", StringComparison.Ordinal)),
            "file of the machine" => Utf8(doctype("[<!ENTITY x SYSTEM \"file:///etc/passwd\">]").Replace("ANSWER-1", "&x;", StringComparison.Ordinal)),
            "empty doctype" => Utf8(doctype("")),
            "undeclared entity" => Utf8(swap("ANSWER-1", "&x;")),
            "deep" => Utf8(swap(Id, Id + string.Concat(Enumerable.Repeat("<x>", 5000)) + string.Concat(Enumerable.Repeat("</x>", 5000)))),
            "long text" => Utf8(swap("ANSWER-1", new string('A', 5_000_000))),
            "long attribute" => Utf8(swap("<MsgId>", $"<MsgId x=\"{new string('>', 5_000_000)}\">")),
            "long comment" => Utf8(swap(Id, $"<!-- {new string('-', 0)}{new string('a', 5_000_000)} -->{Id}")),
            "many names" => Utf8(swap("<GrpHdr>", string.Concat(Enumerable.Range(0, 30_000).Select(n => $"<n{n}/>")) + "<GrpHdr>")),
            "many name spaces" => Utf8(swap("<GrpHdr>", string.Concat(Enumerable.Range(0, 30_000).Select(n => $"<n xmlns=\"urn:{n}\"/>")) + "<GrpHdr>")),
            "many children" => Utf8(swap(Id, Id + string.Concat(Enumerable.Repeat("<x/>", 100_000)))),
            "empty" => [],
            "blanks" => Utf8(" \r\n\t "),
            "pdf" => Utf8("%PDF-1.7 ..."),
            "picture" => [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 4, 5, 6],
            "zip without workbook" => [.. "PK"u8, 3, 4, .. new byte[100]],
            "old workbook" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            "zeroes" => new byte[1000],
            "html" => Utf8("<html><body>请先登录</body></html>"),
            "payment order" => Shelves.Channels.Find("pain.001.001.09")!.Write(Orders.Sample()).Value[0].Bytes.ToArray(),
            "text" => Utf8("您好，请查收附件。"),
            "declared GBK but UTF-8" => Utf8(swap("\"UTF-8\"", "\"GBK\"")),
            "declared UTF-8 but GBK" => TextEncodings.Gbk.GetBytes(Good),
            "nothing declared but GBK" => TextEncodings.Gbk.GetBytes(swap(" encoding=\"UTF-8\"", "")),
            "declared UTF-16 but UTF-8" => Utf8(swap("\"UTF-8\"", "\"UTF-16\"")),
            "declared EBCDIC" => Utf8(swap("\"UTF-8\"", "\"IBM037\"")),
            "UTF-8 that breaks" => [.. Utf8(Good)[..^20], 0xFF, 0xFF, 0x81],
            "dollars" => Utf8(swap("Ccy=\"CNY\"", "Ccy=\"USD\"")),
            "half a fen" => Utf8(swap("1500000.01</Inst", "1500000.015</Inst")),
            "too much money" => Utf8(swap("1500000.01</Inst", "1000000000000000.00</Inst")),
            "no original" => Utf8(swap("OrgnlGrpInfAndSts", "Other")),
            _ => throw new ArgumentOutOfRangeException(nameof(attack)),
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
