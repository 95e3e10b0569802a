using Zhirong.Engine.Basics;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Assets.Reading;

/// <summary>
/// The numbered refusals of reading registers: IMP-01xx of a file as a file, 02xx of a row or record, 03xx of XML, 04xx of firms'
/// statements, 05xx of a mapping.
/// </summary>
internal static class ImportRefusals
{
    public const string NoTitlesCode = "IMP-0109";

    public static Refusal Empty() => Make("IMP-0101", "", "0 bytes", new("有内容的文件", "a file with content"), new("文件是空的", "The file is empty"));

    public static Refusal TooLarge(long limit, Words unit) => Make("IMP-0102", "", $"> {limit}", new($"不超过 {limit} {unit.Zh}", $"at most {limit} {unit.En}"), new("文件过大，读到此处为止", "The file is too large; reading stops here"));

    public static Refusal OtherKind(string found) => Make("IMP-0103", "", found, new("XML、xlsx 或 csv", "XML, xlsx or csv"), new("文件的种类不对", "This is another kind of file"));

    public static Refusal NotRecognised(string found) => Make("IMP-0104", "", Shown(found), Words.Same(string.Join(" | ", RegisterFormats.Words)), new("无法识别文件的格式", "The format of the file is not recognised"));

    public static Refusal Encoding(string declared, string actual) => Make("IMP-0105", "", actual, Words.Same(declared), new($"文件声明的编码是 {declared}，实际内容是 {actual}", $"The file declares {declared} but is written in {actual}"));

    public static Refusal NotText(string encoding, string bytes) => Make("IMP-0106", "", bytes, new($"合法的 {encoding} 文本", $"valid {encoding} text"), new("文件含有无法解码的字节", "The file has bytes that cannot be decoded"));

    public static Refusal TooLong(string where, long limit, int line) => Make("IMP-0107", where, $"> {limit}", new($"至多 {limit} 个字符", $"at most {limit} characters"), new("文件中有过长的内容", "Something in the file is too long")).At(line, 1);

    public static Refusal TooMany(string where, long limit) => Make("IMP-0108", where, $"> {limit}", new($"至多 {limit} 个", $"at most {limit}"), new("文件中的元素或列过多", "There are too many elements or columns"));

    public static Refusal NoTitles(string found) => Make(NoTitlesCode, "", Shown(found), new("一行表头，其中有申请号、公开号、注册号或登记号", "a row of titles with an application, publication or registration number"), new("没有找到表头", "No row of titles was found"));

    public static Refusal Broken(string what) => Make("IMP-0110", "", what, new("可读取的文件", "a readable file"), new("读取文件时中断", "Reading the file broke off"));

    public static Refusal NoNumber(int line) => Make("IMP-0201", "number", "—", new("申请号、公开号、注册号或登记号", "an application, publication or registration number"), new("没有号码，不知道是哪一项权利", "There is no number to say which right it is")).At(line, 1);

    public static Refusal NotANumber(string field, string found, int line) => Make("IMP-0202", field, Shown(found), new("如 201910561574.9、ZL02159962.9、CN1426265A", "such as 201910561574.9, ZL02159962.9, CN1426265A"), new("号码的写法无法识别", "The number is not well formed")).At(line, 1);

    public static Refusal CheckDigit(string field, string found, char expected, int line) => Make("IMP-0203", field, Shown(found), Words.Same($".{expected}"), new("申请号的校验位不符，可能有笔误", "The check digit of the application number is wrong; it may be mistyped")).At(line, 1);

    public static Refusal LostDigits(string field, string found, int line) => Make("IMP-0204", field, Shown(found), new("以文本保存的号码", "the number kept as text"), new("表格把长号码存成了数值，末尾数字已丢失", "The spreadsheet kept a long number as a figure and lost its last digits")).At(line, 1);

    public static Refusal Date(string field, string found, int line) => Make("IMP-0205", field, Shown(found), new("如 2024-10-18 的日期", "a day such as 2024-10-18"), new("日期无法读取，该项留空", "The day cannot be read and is left empty")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal Shifted(int fields, int titles, int line) => Make("IMP-0206", "", $"{fields}", Words.Same($"{titles}"), new("这一行的列数与表头不符，可能有未加引号的分隔符", "The row has another number of columns than the titles; a separator may lack its quotes")).At(line, 1);

    public static Refusal Quote(int line) => Make("IMP-0207", "", "\"", new("成对的引号", "quotes in pairs"), new("这一行的引号没有闭合或位置不对", "A quote of this row is never closed or out of place")).At(line, 1);

    public static Refusal RowTooLong(long limit, int line) => Make("IMP-0208", "", $"> {limit}", new($"至多 {limit} 个字符", $"at most {limit} characters"), new("这一行过长", "The row is too long")).At(line, 1);

    public static Refusal LostText(int line) => Make("IMP-0209", "", "U+FFFD", new("合法的文本", "valid text"), new("这一行含有无法解码的字节", "The row has bytes that cannot be decoded")).At(line, 1);

    public static Refusal CutOff(int line) => Make("IMP-0210", "", "EOF", new("完整的一行", "a whole row"), new("文件在这一行中间断开", "The file ends in the middle of this row")).At(line, 1);

    public static Refusal TwoNumbers(string found, string other, int line) => Make("IMP-0211", "application_number", Shown(found), Words.Same(Shown(other)), new("同一行的申请号与专利号不是同一件申请", "Application number and patent number of the row are of two applications")).At(line, 1);

    public static Refusal Kind(string found, string number, int line) => Make("IMP-0212", "patent_type", Shown(found), Words.Same(number), new("所写的类型与号码不符，以号码为准", "The type written does not fit the number; the number stands")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal NumberYear(string number, DateOnly filed, int line) => Make("IMP-0213", "application_date", $"{filed:yyyy-MM-dd}", Words.Same(Shown(number)), new("号码的年份与申请日不符（分案的期限自母案申请日起算），以申请日为准", "The year of the number is not that of filing (a divisional's term runs from the parent's filing); the filing date stands")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal CreditCode(string found, int line) => Make("IMP-0214", "owner_code", Shown(found), new("18 位统一社会信用代码", "a unified social credit code of 18 characters"), new("统一社会信用代码的校验位不符", "The check character of the unified social credit code is wrong")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal Amount(string field, string found, int line) => Make("IMP-0215", field, Shown(found), new("金额或数量", "an amount or a count"), new("数字无法读取，该项留空", "The figure cannot be read and is left empty")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal Shares(string found, int line) => Make("IMP-0216", "owner_share", Shown(found), new("合计为 1 的份额", "shares that sum to 1"), new("共有份额无法读取或合计不为 1，该项留空", "The shares cannot be read or do not sum to 1 and are left empty")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal BadXml(string found, int line, int column) => Make("IMP-0301", "", Shown(found), new("完整、格式良好的 XML", "complete, well-formed XML"), new("XML 不完整或已损坏", "The XML is incomplete or damaged")).At(line, column);

    public static Refusal Entity(int line, int column) => Make("IMP-0302", "", "<!ENTITY", new("不含实体声明和未定义实体的 XML", "XML without declared or undefined entities"), new("文件内含实体声明或引用未定义的实体，拒绝读取", "The file declares entities or refers to undefined ones and was refused")).At(line, column);

    public static Refusal TooDeep(int limit, int line, int column) => Make("IMP-0303", "", $"> {limit}", new($"至多 {limit} 层", $"at most {limit} levels"), new("XML 嵌套过深", "The XML is nested too deeply")).At(line, column);

    public static Refusal Unlike(string format, string found) => Make("IMP-0304", "", Shown(found), Words.Same(format), new($"文件不是 {format}", $"The file is not {format}"));

    public static Refusal DoctypeOdd(string found, int line) => Make("IMP-0305", "", Shown(found), new("与根元素相符的 DOCTYPE", "a DOCTYPE that fits the root element"), new("DOCTYPE 与内容不符，已忽略", "The DOCTYPE does not fit the content and was ignored")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal NoDocumentNumber(string element, int line) => Make("IMP-0306", element, "—", new("文献号或申请号", "a document or application number"), new("记录没有号码", "The record has no number")).At(line, 1);

    public static Refusal NoFirmTable() => Make("IMP-0401", "", "—", new("企业名称或信用代码，期间，以及营业收入等项目", "a firm's name or code, periods, and items such as revenue"), new("没有找到企业报表", "No statement of a firm was found"));

    public static Refusal NoFirm(int line) => Make("IMP-0402", "name", "—", new("企业名称或统一社会信用代码", "a firm's name or unified social credit code"), new("没有企业名称，不知道是哪一家", "There is no name to say which firm it is")).At(line, 1);

    public static Refusal Period(string found, int line) => Make("IMP-0403", "period", found.Length == 0 ? "—" : Shown(found), new("如 2023年、2024年1-9月", "such as 2023, 2024年1-9月"), new("期间无法读取", "The period cannot be read")).At(line, 1);

    public static Refusal Unbalanced(string where, string found, int line) => Make("IMP-0404", where, found, new("资产总计 = 负债合计 + 所有者权益", "assets = liabilities + equity"), new("资产负债表不平", "The balance sheet does not balance")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal ProductsUnlike(string where, string found, int line) => Make("IMP-0405", where, found, new("各产品收入合计等于营业收入", "revenue by product that sums to revenue"), new("分产品收入合计与营业收入不符", "Revenue by product does not sum to revenue")).At(line, 1) with { Severity = Severity.Warning };

    public static Refusal ColumnTwice(string title, int line) => Make("IMP-0501", "headers", Shown(title), new("每个表头只对应一个字段", "each title for one field"), new("表头在映射中重复", "A title stands twice in the mapping")).At(line, 1);

    public static Refusal UnknownField(string field, int line, IEnumerable<string> known) => Make("IMP-0502", "field", Shown(field), Words.Same(string.Join(" | ", known)), new("映射中有不认识的字段", "An unknown field in the mapping")).At(line, 1);

    public static Refusal MappingShape(string found, int line) => Make("IMP-0503", "", Shown(found), new("field,headers 两列，表头之间用 | 分隔", "two columns field,headers, titles separated by |"), new("映射的写法不对", "The mapping is not well formed")).At(line, 1);

    /// <summary>The number of a fault the file has as a file.</summary>
    public static Refusal Of(FileFaultException fault) => fault.Kind switch
    {
        FileFaultKind.Empty => Empty(),
        FileFaultKind.TooLarge => TooLarge(fault.Limit, fault.Unit),
        FileFaultKind.OtherKind => OtherKind(fault.Found),
        FileFaultKind.Encoding => Encoding(fault.Declared, fault.Found),
        FileFaultKind.NotText => NotText(fault.Declared, fault.Found),
        FileFaultKind.TooLong => TooLong(fault.Where, fault.Limit, fault.Line),
        FileFaultKind.CutOff => BadXml(fault.Found, fault.Line, fault.Column),
        FileFaultKind.TooDeep => TooDeep((int)fault.Limit, fault.Line, fault.Column),
        _ => TooMany(fault.Where, fault.Limit),
    };

    public static string Shown(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "…");

    private static Refusal Make(string code, string path, string found, Words expected, Words message) =>
        new() { Code = code, Path = path, Found = found, Expected = expected, Message = message };
}

/// <summary>Carries a refusal out of the depth of a reader; never leaves the reading.</summary>
internal sealed class ImportRefused(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
