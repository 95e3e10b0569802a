using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Payments.Files;

/// <summary>
/// The numbered refusals of reading a file from outside (PAY-06xx), roughly in the order they are met. PAY-05xx are of writing
/// an order, PAY-07xx of what a statement or an answer says, PAY-08xx of mapping files; PAY-01xx to 04xx are the use cases'.
/// </summary>
internal static class FileRefusals
{
    public static Refusal Empty() => Make("PAY-0601", "", "0 bytes", new("有内容的文件", "a file with content"), new("文件是空的", "The file is empty"));

    public static Refusal TooLarge(long limit, Words unit) => Make("PAY-0602", "", $"> {limit}", new($"不超过 {limit} {unit.Zh}", $"at most {limit} {unit.En}"), new("文件过大，未读入", "The file is too large and was not read"));

    public static Refusal OtherKind(string found) => Make("PAY-0603", "", found, new("ISO 20022 报文（XML）、xlsx 或 csv", "an ISO 20022 message (XML), xlsx or csv"), new("文件的种类不对", "This is another kind of file"));

    public static Refusal NotThisMessage(string found, IEnumerable<string> known) => Make("PAY-0604", "", found, Words.Same(string.Join(" | ", known)), new($"此处不读取 {found}", $"{found} is not read here"));

    public static Refusal Dtd(int line, int column) => Make("PAY-0605", "", "<!DOCTYPE", new("没有 DTD 和实体声明的 XML", "XML without DTD and entities"), new("文件内含 DTD 或实体声明，拒绝读取", "The file declares a DTD or entities and was refused")).At(line, column);

    public static Refusal BadXml(string found, int line, int column) => Make("PAY-0606", "", found, new("完整、格式良好的 XML", "complete, well-formed XML"), new("XML 不完整或已损坏", "The XML is incomplete or damaged")).At(line, column);

    public static Refusal Encoding(string declared, string actual) => Make("PAY-0607", "", actual, Words.Same(declared), new($"文件声明的编码是 {declared}，实际内容是 {actual}", $"The file declares {declared} but is written in {actual}"));

    public static Refusal NotText(string encoding, string bytes) => Make("PAY-0608", "", bytes, new($"合法的 {encoding} 文本", $"valid {encoding} text"), new("文件含有无法解码的字节", "The file has bytes that cannot be decoded"));

    public static Refusal TooDeep(int limit, int line, int column) => Make("PAY-0609", "", $"> {limit}", new($"至多 {limit} 层", $"at most {limit} levels"), new("XML 嵌套过深", "The XML is nested too deeply")).At(line, column);

    public static Refusal TooLong(string where, int limit, int line) => Make("PAY-0610", where, $"> {limit}", new($"至多 {limit} 个字符", $"at most {limit} characters"), new("文件中有过长的内容", "Something in the file is too long")).At(line, 1);

    public static Refusal TooSlow(int seconds) => Make("PAY-0611", "", $"> {seconds} s", new($"{seconds} 秒内可读完", $"readable within {seconds} seconds"), new("读取超时，已停止", "Reading took too long and was stopped"));

    public static Refusal Currency(string where, string found) => Make("PAY-0612", where, Shown(found), Words.Same("CNY"), new("币种不是人民币", "The currency is not CNY"));

    public static Refusal Amount(string where, string found) => Make("PAY-0613", where, Shown(found), new("精确到分、小于 10^15 的元金额", "yuan, exact to the fen, below 10^15"), new("金额无法读取", "The amount cannot be read"));

    public static Refusal Date(string where, string found) => Make("PAY-0614", where, Shown(found), new("1990-01-01 至 2199-12-31 的日期", "a date from 1990-01-01 to 2199-12-31"), new("日期无法读取", "The date cannot be read"));

    public static Refusal Missing(string where, string what) => Make("PAY-0615", where, "—", Words.Same(what), new($"缺少 {what}", $"{what} is missing"));

    public static Refusal TooMany(string where, int limit) => Make("PAY-0616", where, $"> {limit}", new($"至多 {limit} 条", $"at most {limit} records"), new("记录过多，未读入", "There are too many records; the file was not read"));

    public static Refusal NoMapping(string titles, IEnumerable<string> mappings) => Make("PAY-0617", "", Shown(titles), Words.Same(string.Join(" | ", mappings)), new("表头与任何映射都不符", "The column titles fit no mapping"));

    public static Refusal OpenQuote(int line) => Make("PAY-0618", $"line {line}", "\"", new("成对的引号", "quotes in pairs"), new("csv 的引号没有闭合", "A quote of the csv is never closed")).At(line, 1);

    public static Refusal LostDigits(string where, string found) => Make("PAY-0619", where, Shown(found), new("以文本保存的号码", "the number kept as text"), new("表格把长号码存成了数值，末尾数字已丢失", "The spreadsheet kept a long number as a figure and lost its last digits"));

    public static Refusal Word(string where, string found, IEnumerable<string> known) => Make("PAY-0621", where, Shown(found), Words.Same(string.Join(" | ", known)), new("不认识的取值", "An unknown word"));

    /// <summary>The number of a fault the file has as a file.</summary>
    public static Refusal Of(FileFaultException fault) => fault.Kind switch
    {
        FileFaultKind.Empty => Empty(),
        FileFaultKind.TooLarge => TooLarge(fault.Limit, fault.Unit),
        FileFaultKind.OtherKind => OtherKind(fault.Found),
        FileFaultKind.Encoding => Encoding(fault.Declared, fault.Found),
        FileFaultKind.NotText => NotText(fault.Declared, fault.Found),
        FileFaultKind.TooLong => TooLong(fault.Where, (int)fault.Limit, fault.Line),
        FileFaultKind.CutOff => BadXml(fault.Found, fault.Line, fault.Column),
        FileFaultKind.TooDeep => TooDeep((int)fault.Limit, fault.Line, fault.Column),
        _ => TooMany(fault.Where, (int)fault.Limit),
    };

    public static string Shown(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…");

    private static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}

/// <summary>Carries a refusal out of the depth of a reader; never leaves this room's doors.</summary>
internal sealed class FileRefused(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>Runs a reader and turns everything bad bytes can do into refusals.</summary>
    public static Result<T> Catch<T>(Func<T> read)
    {
        try
        {
            return Result<T>.Of(read());
        }
        catch (FileRefused problem)
        {
            return problem.Refusal;
        }
        catch (FileFaultException fault)
        {
            return FileRefusals.Of(fault);
        }
        catch (System.Xml.XmlException problem) when (problem.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return FileRefusals.Dtd(problem.LineNumber, problem.LinePosition);
        }
        catch (System.Xml.XmlException problem)
        {
            return FileRefusals.BadXml(FileRefusals.Shown(problem.Message), problem.LineNumber, problem.LinePosition);
        }
        catch (OverflowException)
        {
            return FileRefusals.Amount("", "> 9223372036854775807 fen");
        }
        catch (System.Text.DecoderFallbackException problem)
        {
            return FileRefusals.NotText("UTF-8 / GB18030", Convert.ToHexString(problem.BytesUnknown ?? []));
        }
    }
}
